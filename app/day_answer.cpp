#include "app/day_answer.h"

#include "pos/sale_file.h"

namespace tilia::app {

namespace {

// Beside what the counter's own answer says of a means; its keys stay as they are.
void add_count(Json& means, const char* kind, const Money& expected,
               const std::optional<Money>& counted) {
  if (!counted) return;
  for (Json& each : means) {
    if (each.at("kind") != kind) continue;
    each["counted"] = amount_json(*counted);
    each["difference"] = amount_json(*counted - expected);
    return;
  }
  means.push_back({{"kind", kind},
                   {"expected", amount_json(expected)},
                   {"counted", amount_json(*counted)},
                   {"difference", amount_json(*counted - expected)}});
}

Json pieces_json(const pos::BankProposal& bank, bool to_bank) {
  Json pieces = Json::array();
  for (const pos::BankProposal::Row& row : bank.rows) {
    const std::int64_t count = to_bank ? row.to_bank : row.counted - row.to_bank;
    if (count > 0) pieces.push_back({{"piece", amount_json(row.piece)}, {"count", count}});
  }
  return pieces;
}

}  // namespace

Json look_answer(const DayLook& look) {
  Json json = Json::parse(pos::look_json(look.look));
  add_count(json["means"], "cash", look.look.expected, look.counted);
  add_count(json["means"], "card", look.look.figures.card_taken, look.card_counted);
  const pos::CashStanding& standing = look.standing;
  json["not_own"] = {{"vat", amount_json(standing.vat)},
                     {"donations", amount_json(standing.given)},
                     {"tips", amount_json(standing.tips)},
                     {"vouchers", amount_json(standing.vouchers)},
                     {"advances", amount_json(standing.advances)},
                     {"makers", amount_json(standing.makers)},
                     {"set_aside", amount_json(standing.set_aside)},
                     {"total", amount_json(standing.not_own)}};
  json["own"] = amount_json(standing.own);
  for (const pos::WaitingBag& bag : look.bags) json["bags"].push_back(bag_answer(bag));
  if (look.bank)
    json["bank"] = {{"amount", amount_json(look.bank->to_bank)},
                    {"pieces", pieces_json(*look.bank, true)},
                    {"stays", amount_json(look.bank->stays)},
                    {"stays_pieces", pieces_json(*look.bank, false)}};
  return json;
}

Json bag_answer(const pos::WaitingBag& bag) {
  return {{"bag", bag.number},
          {"till", bag.session.till},
          {"session", bag.session.id.text()},
          {"business_day", bag.session.business_day.text()},
          {"bagged_at", bag.bagged_at.text()}};
}

Rows look_rows(const DayLook& look, const Words& words) {
  const auto row = [&words](const char* key, const Money& amount) {
    return std::vector<std::string>{words.say(key), words.amount_with_currency(amount)};
  };
  const pos::SessionFigures& figures = look.look.figures;
  Rows rows{{words.say("app.look.sales_count"), std::to_string(figures.sales_count)},
            row("app.look.sales_total", figures.sales_total),
            row("app.look.refunds_total", figures.refunds_total),
            row("app.look.vouchers_given", -figures.vouchers_given),
            row("app.look.makers_share", -figures.makers_share),
            row("app.look.donations", figures.donations),
            row("app.look.tips", figures.tips),
            row("app.look.vouchers_sold", figures.vouchers_sold),
            row("app.look.account_paid", figures.account_paid),
            row("app.look.advances_taken", figures.advances_taken),
            row("app.look.advances_back", figures.advances_back),
            row("app.look.card", figures.card_taken),
            row("app.look.vouchers_taken", figures.vouchers_taken),
            row("app.look.account_taken", figures.account_taken),
            row("app.look.advances_used", figures.advances_used),
            row("app.look.cash_expected", look.look.expected),
            row("app.look.not_own", look.standing.not_own),
            row("app.look.own", look.standing.own)};
  for (const pos::WaitingBag& bag : look.bags)
    rows.push_back({words.say(Phrase("app.day.list_bag").with("bag", bag.number)),
                    words.day(bag.session.business_day.day())});
  if (look.counted) {
    rows.push_back(row("app.look.counted", *look.counted));
    rows.push_back(row("app.look.difference", *look.counted - look.look.expected));
  }
  if (look.card_counted)
    rows.push_back(row("app.look.card_difference", *look.card_counted - figures.card_taken));
  if (!look.bank) return rows;
  rows.push_back(row("app.look.to_bank", look.bank->to_bank));
  for (const pos::BankProposal::Row& each : look.bank->rows) {
    if (each.to_bank > 0)
      rows.push_back({"", std::to_string(each.to_bank) + " × " + words.amount(each.piece)});
  }
  rows.push_back(row("app.look.stays", look.bank->stays));
  return rows;
}

Rows strip_rows(const Strip& strip) {
  Rows rows;
  for (const StripLine& line : strip.lines) {
    const bool mark = line.kind == StripLine::Kind::rule || line.kind == StripLine::Kind::space;
    if (mark) continue;
    if (line.right.empty()) {
      rows.push_back({line.left});
    } else {
      rows.push_back({line.left, line.right});
    }
  }
  return rows;
}

}  // namespace tilia::app
