#include "tests/payroll/funding/exact_split.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <string>
#include <vector>

namespace tilia::payroll::tests {
namespace {

using Json = nlohmann::json;
using Big = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::cpp_rational;

Fraction number(const std::string& text) {
  const bool minus = text[0] == '-';
  Big top = 0;
  Big bottom = 1;
  bool behind = false;
  for (const char c : text) {
    if (c == '.') behind = true;
    if (c < '0' || c > '9') continue;
    top = top * 10 + (c - '0');
    if (behind) bottom *= 10;
  }
  return Fraction(minus ? Big(-top) : top, bottom);
}

// In cents: all files of these tests are in a currency of two decimals.
Fraction cents(const Json& text) { return number(text.get<std::string>()) * 100; }

Big down(const Fraction& value) { return numerator(value) / denominator(value); }
Big nearest(const Fraction& value) { return down(value + Fraction(1, 2)); }

std::string text_of(const Big& minor) {
  const Big major = minor / 100;
  const Big rest = minor % 100;
  return major.str() + "." + (rest < 10 ? "0" : "") + rest.str();
}

bool has(const Json& object, const char* key) {
  return object.contains(key) && !object.at(key).is_null();
}

int days_of(int year, int month) {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

// One worker's month.
struct Asked {
  Json month;
  std::string name;  // YYYY-MM
  int days = 0;
  std::vector<std::string> each_day = {};

  explicit Asked(const Json& of) : month(of), name(of.at("month").get<std::string>()) {
    days = days_of(std::stoi(name.substr(0, 4)), std::stoi(name.substr(5)));
    for (int number = 1; number <= days; ++number)
      each_day.push_back(fmt::format("{}-{:02}", name, number));
  }
  // ISO days are in order as texts are.
  [[nodiscard]] std::vector<std::string> in_force(const Json& phase) const {
    std::vector<std::string> all;
    for (const std::string& today : each_day) {
      bool yes = !(has(month, "employed_from") && today < month.at("employed_from")) &&
                 !(has(month, "employed_to") && today > month.at("employed_to"));
      if (has(phase, "months")) {
        const Json& months = phase.at("months");
        yes = yes && std::find(months.begin(), months.end(), name) != months.end();
      } else {
        yes = yes && today >= phase.at("from").get<std::string>() &&
              !(has(phase, "to") && today > phase.at("to").get<std::string>());
      }
      if (yes) all.push_back(today);
    }
    return all;
  }
};

std::vector<std::string> months_of(const Json& phase) {
  std::vector<std::string> all;
  if (has(phase, "months")) {
    for (const Json& each : phase.at("months")) all.push_back(each.get<std::string>());
    std::sort(all.begin(), all.end());
    return all;
  }
  std::string at = phase.at("from").get<std::string>().substr(0, 7);
  const std::string last = phase.at("to").get<std::string>().substr(0, 7);
  for (; at <= last;) {
    all.push_back(at);
    int year = std::stoi(at.substr(0, 4));
    int month = std::stoi(at.substr(5)) + 1;
    if (month > 12) {
      month = 1;
      ++year;
    }
    at = fmt::format("{}-{:02}", year, month);
  }
  return all;
}

// The basis after any proportion.
Fraction basis_of(const Json& phase, const Asked& asked, const std::vector<std::string>& days) {
  const std::string kind = phase.at("basis");
  const Json& month = asked.month;
  const Fraction share(static_cast<long>(days.size()), asked.days);
  const Fraction prorated = has(phase, "prorate") && phase.at("prorate").get<bool>() ? share : 1;
  if (kind == "minimum_wage") return cents(month.at("minimum_wage")) * share;
  if (kind == "fixed") {
    Fraction sum = 0;
    for (const std::string& day : days) {
      std::string since;
      Fraction amount = cents(phase.at("amount"));
      if (has(phase, "steps"))
        for (const Json& step : phase.at("steps"))
          if (step.at("from").get<std::string>() <= day &&
              step.at("from").get<std::string>() > since) {
            since = step.at("from");
            amount = cents(step.at("amount"));
          }
      sum += amount / asked.days;
    }
    return sum;
  }
  if (kind == "lump_sum") {
    const auto all = months_of(phase);
    const Big count = all.size();
    const Big at = std::find(all.begin(), all.end(), asked.name) - all.begin();
    const Big whole = down(cents(phase.at("amount")));
    const Big even = whole / count;
    const Big extra = whole - even * count > at ? 1 : 0;
    return Fraction(even + extra) * prorated;
  }
  if (kind == "uplifted_gross") {
    Fraction gross = cents(month.at("gross"));
    if (has(phase, "cap_basis")) gross = std::min(gross, cents(phase.at("cap_basis")));
    return gross * (has(phase, "factor") ? number(phase.at("factor")) : Fraction(1)) * prorated;
  }
  if (kind == "hours") return number(month.at("hours")) * cents(phase.at("rate")) * prorated;
  if (kind == "contributions") {
    Fraction sum = cents(month.at("contributions"));
    if (has(phase, "with_tax") && phase.at("with_tax").get<bool>()) sum += cents(month.at("tax"));
    return sum * prorated;
  }
  return cents(month.at(kind)) * prorated;
}

class Ledger {
 public:
  explicit Ledger(const Json& file) : file_(file) {
    for (const Json& funder : file.at("funders")) funder_[funder.at("code")] = funder;
  }

  Json answer() {
    Json months = Json::array();
    for (const Json& month : file_.at("months")) months.push_back(one(Asked(month)));
    Json funders = Json::array();
    for (const Json& funder : file_.at("funders")) {
      const std::string code = funder.at("code");
      Json line{{"code", code}, {"budget", nullptr}, {"left", nullptr}, {"runs_out", nullptr}};
      line["used"] = text_of(used_[code]);
      if (has(funder, "budget")) {
        line["budget"] = text_of(down(cents(funder.at("budget"))));
        line["left"] = text_of(down(cents(funder.at("budget"))) - used_[code]);
      }
      if (out_.contains(code)) line["runs_out"] = out_[code];
      funders.push_back(line);
    }
    return {{"months", months}, {"funders", funders}, {"findings", findings_}};
  }

 private:
  struct Claim {
    std::size_t phase;
    Big wanted;
    Big basis;
  };

  static std::int64_t priority(const Json& phase) {
    return has(phase, "priority") ? phase.at("priority").get<std::int64_t>() : 1;
  }
  static Fraction percent(const Json& phase) {
    return has(phase, "percent") ? number(phase.at("percent")) : Fraction(100);
  }

  Json one(const Asked& asked) {
    const std::string worker = asked.month.at("worker");
    cost_ = down(cents(asked.month.at("employer_cost")));
    left_ = cost_;
    Json shares = Json::array();
    Json premiums = Json::array();
    aid_ = -1;
    for (const Json& plan : file_.at("plans")) {
      if (plan.at("worker") != worker) continue;
      const Json& phases = plan.at("phases");
      std::vector<std::size_t> turn;
      for (std::size_t at = 0; at < phases.size(); ++at)
        if (!asked.in_force(phases[at]).empty()) turn.push_back(at);
      std::stable_sort(turn.begin(), turn.end(), [&](std::size_t a, std::size_t b) {
        return priority(phases[a]) < priority(phases[b]);
      });
      open_aid(asked);
      std::vector<bool> paid(phases.size());
      for (const std::size_t at : turn) {
        for (const Claim& claim : claims(phases, at, turn, paid, asked)) {
          paid[claim.phase] = true;
          const Json share = pay(worker, asked, phases[claim.phase], claim);
          if (share.is_null()) continue;
          const bool premium = has(phases[claim.phase], "payee");
          (premium ? premiums : shares).push_back(share);
        }
      }
    }
    return {{"worker", worker}, {"month", asked.name},   {"employer_cost", text_of(cost_)},
            {"shares", shares}, {"own", text_of(left_)}, {"paid_to_worker", premiums}};
  }

  void open_aid(const Asked& asked) {
    if (!has(file_, "aid_ceiling")) return;
    const Json& ceiling = file_.at("aid_ceiling");
    const std::string kind = ceiling.at("basis");
    const Fraction whole = cents(asked.month.at(kind)) * number(ceiling.at("percent")) / 100;
    aid_ = whole < 0 ? Big(0) : down(whole);
  }

  std::vector<Claim> claims(const Json& phases, std::size_t at,
                            const std::vector<std::size_t>& turn, const std::vector<bool>& paid,
                            const Asked& asked) {
    if (paid[at]) return {};
    if (phases[at].at("basis") != "remainder") {
      const Fraction basis = basis_of(phases[at], asked, asked.in_force(phases[at]));
      if (basis <= 0) return {{at, 0, 0}};
      return {{at, nearest(basis * percent(phases[at]) / 100), nearest(basis)}};
    }
    std::vector<Claim> block;
    Fraction all = 0;
    for (const std::size_t other : turn)
      if (phases[other].at("basis") == "remainder" &&
          priority(phases[other]) == priority(phases[at])) {
        block.push_back({other, 0, left_});
        all += percent(phases[other]);
      }
    Big given = 0;
    for (Claim& claim : block) {
      const Fraction exact = left_ * percent(phases[claim.phase]) / 100;
      claim.wanted = all == 100 ? down(exact) : nearest(exact);
      given += claim.wanted;
    }
    if (all != 100) return block;
    // One cent at a time to whoever lacks most.
    std::vector<bool> had(block.size());
    for (; given < left_; ++given) {
      std::size_t most = block.size();
      Fraction lacks = -1;
      for (std::size_t each = 0; each < block.size(); ++each) {
        const Fraction exact = left_ * percent(phases[block[each].phase]) / 100;
        if (!had[each] && exact - block[each].wanted > lacks) {
          lacks = exact - block[each].wanted;
          most = each;
        }
      }
      had[most] = true;
      ++block[most].wanted;
    }
    return block;
  }

  Json pay(const std::string& worker, const Asked& asked, const Json& phase, const Claim& claim) {
    if (claim.wanted <= 0) return nullptr;
    const std::string code = phase.at("funder");
    const Json& funder = funder_[code];
    Big amount = claim.wanted;
    Json cuts = Json::array();
    const auto cut = [&](const char* name, Big most) {
      if (most < 0) most = 0;
      if (amount <= most) return;
      amount = most;
      cuts.push_back(name);
      const std::string told = name;
      if (told == "budget" && !out_.contains(code)) out_[code] = asked.name;
      if (told == "budget" || told == "hours_limit_year" || told == "aid_ceiling")
        findings_.push_back(
            {{"worker", worker}, {"month", asked.name}, {"code", told}, {"funder", code}});
    };
    Big& of_phase = by_phase_[{worker, claim.phase}];
    if (has(phase, "cap_month"))
      cut("cap_month",
          down(cents(phase.at("cap_month") == "minimum_wage" ? asked.month.at("minimum_wage")
                                                             : phase.at("cap_month"))));
    if (has(phase, "cap_total")) cut("cap_total", down(cents(phase.at("cap_total"))) - of_phase);
    if (has(funder, "budget")) cut("budget", down(cents(funder.at("budget"))) - used_[code]);
    const bool premium = has(phase, "payee");
    if (!premium) {
      cut("cost", left_);
      if (has(funder, "hours_limit_year")) {
        const Fraction hours = number(asked.month.at("hours"));
        Fraction& year = hours_[worker + asked.name.substr(0, 4) + code];
        const Fraction limit = number(funder.at("hours_limit_year"));
        if (hours > 0 && cost_ > 0) {
          if (year + hours * amount / cost_ > limit)
            cut("hours_limit_year",
                down(std::max(Fraction(limit - year), Fraction(0)) * cost_ / hours));
        }
        if (has(funder, "public_aid") && funder.at("public_aid").get<bool>() && aid_ >= 0)
          cut("aid_ceiling", aid_);
        if (cost_ > 0) year += hours * amount / cost_;
      } else if (has(funder, "public_aid") && funder.at("public_aid").get<bool>() && aid_ >= 0) {
        cut("aid_ceiling", aid_);
      }
      if (has(funder, "public_aid") && funder.at("public_aid").get<bool>() && aid_ >= 0)
        aid_ -= amount;
      left_ -= amount;
    }
    of_phase += amount;
    used_[code] += amount;
    return {{"phase", claim.phase},
            {"funder", code},
            {"amount", text_of(amount)},
            {"basis_amount", text_of(claim.basis)},
            {"cuts", cuts}};
  }

  Json file_;
  std::map<std::string, Json> funder_;
  std::map<std::string, Big> used_;
  std::map<std::string, std::string> out_;
  std::map<std::pair<std::string, std::size_t>, Big> by_phase_;
  std::map<std::string, Fraction> hours_;
  Json findings_ = Json::array();
  Big cost_;
  Big left_;
  Big aid_ = -1;
};

}  // namespace

Json exact_split(const Json& file) { return Ledger(file).answer(); }

}  // namespace tilia::payroll::tests
