#include "tests/pos/book/case_runner.h"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>

#include "tests/pos/book/case_words.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos::tests {
namespace {

std::string paid_text(const std::vector<Tender>& tenders) {
  std::string text;
  for (const Tender& tender : tenders)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", tender_kind_text(tender.kind),
                        tender.amount.text());
  return text;
}

std::map<std::string, std::string> answer_of(const RungUp& rung) {
  const PricedSale& priced = rung.sale.priced;
  return {{"state", rung.state == Entered::State::entered ? "entered" : "already entered"},
          {"receipt", rung.sale.receipt},
          {"total", priced.total.text()},
          {"donation", priced.donation.text()},
          {"rounding", priced.cash_rounding.text()},
          {"change", priced.change.text()},
          {"paid", paid_text(priced.tenders)},
          {"back", text_of(rung.pieces_back)},
          {"vat", text_of(priced.vat)}};
}

}  // namespace

CaseRunner::CaseRunner() : clock_(*Instant::parse("2026-03-02T06:00:00Z")) {}
CaseRunner::~CaseRunner() = default;

std::vector<std::string> CaseRunner::run(const std::string& text) {
  std::vector<std::string> complaints;
  std::istringstream lines(text);
  Answer answer;
  bool refusal_expected = true;
  int number = 0;
  int acted_at = 0;
  const auto complain_of_refusal = [&] {
    if (!refusal_expected && answer.contains("refused"))
      complaints.push_back(fmt::format("{}: refused as {}", acted_at, answer["refused"]));
  };
  for (std::string line; std::getline(lines, line);) {
    ++number;
    line = line.substr(0, line.find('#'));
    if (trimmed(line).empty()) continue;
    if (line.front() == ' ') {
      const auto [name, expected] = cut(trimmed(line));
      if (name == "refused") refusal_expected = true;
      const auto found = answer.find(name);
      const std::string value = found == answer.end() ? "nothing" : found->second;
      if (value != expected)
        complaints.push_back(fmt::format("{}: {} is {}, not {}", number, name, value, expected));
      continue;
    }
    complain_of_refusal();
    try {
      answer = act(trimmed(line));
    } catch (const std::exception& failure) {
      complaints.push_back(fmt::format("{}: {}", number, failure.what()));
      return complaints;
    }
    refusal_expected = false;
    acted_at = number;
  }
  complain_of_refusal();
  return complaints;
}

CaseRunner::Answer CaseRunner::act(const std::string& line) {
  const auto [verb, rest] = cut(line);
  if (verb == "shop") return open_shop(rest);
  if (!book_) throw std::runtime_error("a case begins with its shop");
  if (verb == "article") return add_article(rest);
  if (verb == "sell") return sell(rest);
  if (verb == "again") return ring_up(last_sale_.value());
  if (verb == "look") return look();
  if (verb == "close") return close(rest);
  if (verb == "clock") {
    const auto [on, at] = cut(rest);
    const int minute = std::stoi(at.substr(0, 2)) * 60 + std::stoi(at.substr(3));
    clock_.set(zone_->at(day(on), minute));
    return {};
  }
  if (verb == "salon") return salon_->act(rest);
  if (verb == "bakery") return bakery_->act(rest);
  if (verb == "laundry") return laundry_->act(rest);
  if (line.starts_with("hand over "))
    return ring_up(last_sale_.emplace(bakery_->handing_over(rest.substr(5))));
  if (line.starts_with("pay early "))
    return ring_up(last_sale_.emplace(bakery_->paying_early(rest.substr(6))));
  if (verb == "pay") return sell(salon_->to_payment(rest));
  if (verb == "open") {
    const auto session = drawer().open("T1", amount(rest));
    if (!session) return refused(drawer_refusal_code(session.refusal()));
    return {{"number", std::to_string(session.value().number)},
            {"day", session.value().business_day.text()}};
  }
  const auto [second, last] = cut(rest);
  if (line.starts_with("take back ")) return take_back_by(last);
  if (line.starts_with("put in ")) return move_cash(CashMove::Direction::in, last);
  if (line.starts_with("take out ")) return move_cash(CashMove::Direction::out, last);
  throw std::runtime_error(fmt::format("\"{}\" is nothing that a case can do", line));
}

// "RS on 2026-03-02 07:00 without vat"
CaseRunner::Answer CaseRunner::open_shop(const std::string& rest) {
  const auto [country, when] = cut(rest, " on ");
  const auto [moment, without] = cut(when, " without ");
  pack_ = pack(country, moment.substr(0, moment.find(' ')));
  zone_ = Zone::named(pack_->zone);
  Organisation organisation = tests::organisation(*pack_);
  organisation.charges_vat = without.empty();
  file_ = db::book_in_memory({.station = "T1"}, organisation, clock_.now(), chance_);
  book_ = std::make_unique<db::TillBookSqlite>(*file_);
  salon_ = std::make_unique<SalonRunner>(*file_, *book_, *zone_, clock_, chance_);
  bakery_ = std::make_unique<BakeryRunner>(*file_, *book_, *pack_, *zone_, clock_, chance_);
  laundry_ = std::make_unique<LaundryRunner>(*file_, *book_, *pack_, *zone_, clock_, chance_);
  return act("clock " + moment);
}

CaseRunner::Answer CaseRunner::add_article(const std::string& rest) {
  const auto parts = parted(rest, '|');
  if (parts.size() != 5) throw std::runtime_error("an article has five parts");
  book_->put_articles({{parts[0],
                        parts[1],
                        amount(parts[2]),
                        parse_vat_class(parts[3]).value(),
                        parse_unit(parts[4]).value(),
                        {},
                        "",
                        "Shop",
                        false}},
                      clock_.now());
  return {};
}

// "2 white-loaf, 0.500 flour-kg; cash 10.00, card 2.00; donation 1.00"
CaseRunner::Answer CaseRunner::sell(const std::string& rest) {
  const auto parts = parted(rest, ';');
  SaleRequest request{SaleId::mint(chance_), {}, {}, std::nullopt};
  for (const std::string& line : parted(parts.at(0), ',')) {
    if (line == "nothing") continue;
    const auto [count, article] = cut(line);
    request.lines.push_back({article, quantity(count)});
  }
  for (std::size_t at = 1; at < parts.size(); ++at) {
    for (const std::string& paid : parted(parts[at], ',')) {
      const auto [kind, given] = cut(paid);
      if (kind == "donation") {
        request.donation = amount(given);
      } else if (kind == "early") {
        const auto [code, sum] = cut(given);
        request.tenders.push_back({TenderKind::advance, amount(sum), code});
      } else {
        request.tenders.push_back(
            {kind == "card" ? TenderKind::card : TenderKind::cash, amount(given)});
      }
    }
  }
  last_sale_ = request;
  return ring_up(request);
}

CaseRunner::Answer CaseRunner::ring_up(const SaleRequest& request) {
  RingUpSale ring(*book_, *pack_, clock_);
  const auto rung = ring.ring_up("T1", request);
  if (!rung) return refused(sale_refusal_code(rung.refusal().why));
  return answer_of(rung.value());
}

// "T1-1-1: 1 of line 1, 2 of line 3; mistake"
CaseRunner::Answer CaseRunner::take_back_by(const std::string& rest) {
  const auto [receipt, what] = cut(rest, ":");
  const auto [lines, reason] = cut(what, ";");
  RefundRequest request{SaleId::mint(chance_), receipt, {}, reason};
  if (lines != "all") {
    for (const std::string& line : parted(lines, ',')) {
      const auto [count, number] = cut(line, " of line ");
      request.lines.push_back({std::stoll(number), quantity(count)});
    }
  }
  const auto rung = take_back(*book_, *pack_, clock_, "T1", request);
  if (!rung) return refused(refund_refusal_code(rung.refusal()));
  const auto again = take_back(*book_, *pack_, clock_, "T1", request);  // a double tap
  if (!again || again.value().sale != rung.value().sale)
    throw std::runtime_error("a refund sent twice is not answered as the first");
  return answer_of(rung.value());
}

CaseRunner::Answer CaseRunner::move_cash(CashMove::Direction direction, const std::string& rest) {
  const auto [sum, reason] = cut(rest, " for ");
  const auto moved = drawer().move_cash("T1", {direction, amount(sum), reason});
  if (!moved) return refused(drawer_refusal_code(moved.refusal()));
  return {};
}

CaseRunner::Answer CaseRunner::look() {
  const auto looked = drawer().look("T1");
  if (!looked) return refused(drawer_refusal_code(looked.refusal()));
  const SessionFigures& figures = looked.value().figures;
  return {{"expected", looked.value().expected.text()},
          {"sales", fmt::format("{} for {}", figures.sales_count, figures.sales_total.text())},
          {"card", figures.card_taken.text()},
          {"early", fmt::format("taken {}, delivered {}, back {}", figures.advances_taken.text(),
                                figures.advances_used.text(), figures.advances_back.text())}};
}

CaseRunner::Answer CaseRunner::close(const std::string& rest) {
  std::vector<CountedPiece> counted;
  for (const std::string& each : parted(rest, ',')) {
    if (each == "nothing") continue;
    const auto [count, piece] = cut(each, " x ");
    counted.push_back({amount(piece), std::stoll(count)});
  }
  const auto sheet = drawer().close("T1", counted);
  if (!sheet) return refused(drawer_refusal_code(sheet.refusal()));
  const SessionFigures& figures = sheet.value().figures;
  return {
      {"number", std::to_string(sheet.value().number)},
      {"day", sheet.value().session.business_day.text()},
      {"expected", sheet.value().expected.text()},
      {"counted", sheet.value().counted.text()},
      {"difference", sheet.value().difference.text()},
      {"sales", fmt::format("{} for {}", figures.sales_count, figures.sales_total.text())},
      {"refunds", fmt::format("{} for {}", figures.refunds_count, figures.refunds_total.text())},
      {"donations", figures.donations.text()},
      {"card", figures.card_taken.text()},
      {"rounding", figures.cash_rounding.text()},
      {"vat", text_of(figures.vat)}};
}

Money CaseRunner::amount(const std::string& text) const {
  return Money::parse(text, pack_->currency).value();
}

KeepDrawer CaseRunner::drawer() { return {*book_, *pack_, *zone_, clock_, chance_}; }

}  // namespace tilia::pos::tests
