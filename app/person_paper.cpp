#include "app/person_paper.h"

#include <fmt/format.h>

#include <map>

#include "core/check.h"
#include "payroll/cost_record_file.h"
#include "payroll/identity.h"

namespace tilia::app {
namespace {

using reporting::Document;

constexpr const char* nothing = "–";

std::string or_nothing(const std::string& text) { return text.empty() ? nothing : text; }

// "176:30"
std::string hours_text(int minutes) {
  constexpr int minutes_an_hour = 60;
  return fmt::format("{}:{:02}", minutes / minutes_an_hour, minutes % minutes_an_hour);
}

class Writer {
 public:
  Writer(const PersonFile& file, const Words& words, const Zone& zone)
      : file_(file), copy_(file.copy), words_(words), zone_(zone) {}

  [[nodiscard]] Document write() const {
    std::string by;
    for (const std::string& name : file_.made_by) by += (by.empty() ? "" : ", ") + name;
    Document document{
        .title = say("person.title"),
        .about = {file_.organisation,
                  words_.say(
                      Phrase("person.made").with("when", time(file_.made_at)).with("who", by))},
        .parts = {}};
    document.parts = {who(), contracts(), hours(), slips(), rest(), reads()};
    return document;
  }

 private:
  using Rows = std::vector<std::vector<std::string>>;

  [[nodiscard]] std::string say(std::string key) const { return words_.say(std::move(key)); }
  [[nodiscard]] std::string time(const Instant& at) const {
    return fmt::format("{} {}", words_.day(zone_.local_day(at)), zone_.local_time_text(at));
  }

  // A heading, and below it the rows or that there are none.
  [[nodiscard]] Document::Part part(const char* heading, Document::Grid grid) const {
    if (grid.rows.empty()) return {say(heading), {say("person.nothing")}, {}};
    return {say(heading), {}, {std::move(grid)}};
  }

  [[nodiscard]] Document::Part who() const {
    const payroll::Identity& her = copy_.identity;
    Document::Grid grid{{"", ""}, {1, 2}, {}, {}};
    grid.rows = {{say("person.legal_name"), or_nothing(her.legal_name)},
                 {say("person.id_number"), or_nothing(her.id_number)},
                 {say("person.account"), or_nothing(payroll::iban_in_fours(her.iban))},
                 {say("person.alias"), copy_.worker.alias}};
    if (her.born) grid.rows.push_back({say("person.born"), words_.day(*her.born)});
    if (copy_.worker.ended_on)
      grid.rows.push_back({say("person.last_day"), words_.day(*copy_.worker.ended_on)});
    return part("person.who", std::move(grid));
  }

  [[nodiscard]] Document::Part contracts() const {
    Document::Grid grid{{say("person.from"), say("person.to"), say("person.agreed_hours"),
                         say("person.basis"), say("person.wage")},
                        {3, 3, 2, 2, 3},
                        {},
                        {false, false, true, false, true}};
    for (const payroll::Contract& each : copy_.contracts) {
      const bool monthly = each.basis == payroll::PayBasis::monthly;
      grid.rows.push_back({words_.day(each.from), each.to ? words_.day(*each.to) : nothing,
                           hours_text(each.weekly_minutes),
                           say(monthly ? "person.monthly" : "person.hourly"),
                           words_.amount_with_currency(each.gross)});
    }
    return part("person.contracts", std::move(grid));
  }

  [[nodiscard]] Document::Part hours() const {
    struct Worked {
      int days = 0;
      int minutes = 0;
    };
    std::map<std::string, std::pair<Month, Worked>> months;  // by "2026-03"
    for (const payroll::DayMinutes& each : copy_.hours) {
      const Month month = Month::of(each.day);
      Worked& worked = months.try_emplace(month.text(), month, Worked()).first->second.second;
      ++worked.days;
      worked.minutes += each.worked_minutes;
    }
    Document::Grid grid{{say("person.month"), say("person.days"), say("person.worked")},
                        {3, 1, 2},
                        {},
                        {false, true, true}};
    for (const auto& [text, month] : months)
      grid.rows.push_back({words_.month(month.first), std::to_string(month.second.days),
                           hours_text(month.second.minutes)});
    return part("person.hours", std::move(grid));
  }

  [[nodiscard]] Document::Part slips() const {
    Document::Grid grid{
        {say("person.month"), say("person.gross"), say("person.net"), say("person.paid_to")},
        {3, 3, 3, 4},
        {},
        {false, true, true, false}};
    for (const payroll::PersonSlip& each : copy_.slips) {
      std::string month = words_.month(each.month);
      if (!each.approved) month += "\n" + say("person.draft");
      grid.rows.push_back({std::move(month), words_.amount_with_currency(each.slip.slip.gross),
                           words_.amount_with_currency(each.slip.slip.net),
                           or_nothing(payroll::iban_in_fours(each.slip.identity.iban))});
    }
    return part("person.slips", std::move(grid));
  }

  // What the file holds one by one, and what is neither pay nor hours.
  [[nodiscard]] Document::Part rest() const {
    std::string punches = say("person.nothing");
    if (!copy_.punches.empty())
      punches = words_.say(
          Phrase::counted("person.punches_held", static_cast<std::int64_t>(copy_.punches.size()))
              .with("from", zone_.local_day(copy_.punches.front().at))
              .with("to", zone_.local_day(copy_.punches.back().at)));
    Document::Grid grid{{"", ""}, {1, 2}, {}, {}};
    grid.rows = {{say("person.punches"), punches}};
    add_pay_details(grid);
    add_plan(grid);
    grid.rows.push_back({say("person.other_record"), other_record()});
    Document::Part all = part("person.rest", std::move(grid));
    all.paragraphs = {say("person.rest_about")};
    return all;
  }

  // What she brings to her pay, and what months had beside the contract: of who has any.
  void add_pay_details(Document::Grid& grid) const {
    std::string brought;
    for (const auto& [from, said] : copy_.pay_details.brought)
      for (const auto& [key, value] : said)
        brought +=
            fmt::format("{}{}: {} = {}", brought.empty() ? "" : "\n", words_.day(from), key, value);
    if (!brought.empty()) grid.rows.push_back({say("person.brings"), brought});
    std::string items;
    for (const payroll::PayItem& each : copy_.pay_details.items)
      items += fmt::format("{}{}: {}, {}", items.empty() ? "" : "\n", words_.month(each.month),
                           words_.say(payroll::name_of(each.kind)),
                           words_.amount_with_currency(each.amount));
    if (!items.empty()) grid.rows.push_back({say("person.pay_items"), items});
  }

  // Shifts, what she asked, days off: of who has any.
  void add_plan(Document::Grid& grid) const {
    const auto count = [](std::size_t size) { return static_cast<std::int64_t>(size); };
    if (!copy_.shifts.empty())
      grid.rows.push_back(
          {say("person.shifts"),
           words_.say(Phrase::counted("person.punches_held", count(copy_.shifts.size()))
                          .with("from", copy_.shifts.front().day)
                          .with("to", copy_.shifts.back().day))});
    if (const auto asks = copy_.asks.size() + copy_.leave_asks.size(); asks > 0)
      grid.rows.push_back(
          {say("person.asks"), words_.say(Phrase::counted("person.asks_held", count(asks)))});
    std::string days;
    for (const payroll::Absence& each : copy_.hours_record.absences)
      days += fmt::format("{}{} – {}", days.empty() ? "" : "\n", words_.day(each.from),
                          words_.day(each.to));
    if (!days.empty()) grid.rows.push_back({say("person.days_off"), days});
  }

  [[nodiscard]] std::string other_record() const {
    const auto record = payroll::parse_cost_record(copy_.funding);
    CHECK(record.has_value());
    std::string text;
    for (const payroll::MonthOfCost& month : record->months) {
      for (const payroll::CostShare& share : month.shares) {
        const bool own = share.bearer == payroll::own_means;
        text += text.empty() ? "" : "\n";
        text += words_.say(Phrase("person.borne")
                               .with("month", month.month)
                               .with("amount", words_.amount_with_currency(share.amount))
                               .with("bearer", own ? say("person.own_means") : share.bearer));
      }
    }
    return text.empty() ? say("person.nothing") : text;
  }

  [[nodiscard]] Document::Part reads() const {
    Document::Grid grid{
        {say("person.when"), say("person.read_by"), say("person.read_what")}, {4, 4, 6}, {}, {}};
    for (const payroll::RecordRead& read : file_.reads) {
      if (read.of != copy_.worker.id) continue;
      std::string by = user_name(file_, read.by);
      std::string what =
          say(fmt::format("app.journal.read.{}", payroll::read_record_text(read.record)));
      if (read.outside) {
        by += ", " + user_name(file_, read.outside->with);
        what += fmt::format(
            "\n{}\n{}", words_.month(read.outside->month),
            words_.say(Phrase("person.shown_to").with("recipient", read.outside->recipient)));
      }
      grid.rows.push_back({time(read.at), std::move(by), std::move(what)});
    }
    return part("person.reads", std::move(grid));
  }

  const PersonFile& file_;
  const payroll::PersonCopy& copy_;
  const Words& words_;
  const Zone& zone_;
};

}  // namespace

Document person_document(const PersonFile& file, const Words& words, const Zone& zone) {
  return Writer(file, words, zone).write();
}

std::filesystem::path paper_beside(const std::filesystem::path& file) {
  return std::filesystem::path(file).replace_extension(".pdf");
}

std::filesystem::path copy_beside(const std::filesystem::path& file) {
  if (file.extension() != ".pdf") return file;
  return std::filesystem::path(file).replace_extension(".json");
}

}  // namespace tilia::app
