#include "db/consignment_payloads.h"

#include "core/check.h"
#include "db/payload_json.h"

namespace tilia::db {

std::string payload_of(const pos::Maker& maker) {
  return Json{{"maker", maker.number}, {"since", maker.since.text()}}.dump();
}

pos::Maker maker_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return pos::Maker{whole(body, "maker"), day(body, "since")};
  });
}

std::string payload_of(const AgreedRecord& record) {
  const pos::ConsignmentTerms& terms = record.terms;
  Json body{{"article", terms.article},    {"currency", terms.price.currency().code()},
            {"from", terms.from.text()},   {"lost_is_paid", terms.lost_is_paid},
            {"maker", terms.maker},        {"number", record.number},
            {"price", terms.price.minor()}};
  if (terms.makers_amount) body["makers_amount"] = terms.makers_amount->minor();
  if (terms.our_share) body["our_share"] = terms.our_share->millionths();
  return body.dump();
}

AgreedRecord agreed_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    const Currency currency = currency_in(body);
    AgreedRecord record{whole(body, "number"),
                        {.article = text(body, "article"),
                         .maker = whole(body, "maker"),
                         .from = day(body, "from"),
                         .price = money(body, "price", currency),
                         .our_share = std::nullopt,
                         .makers_amount = std::nullopt,
                         .lost_is_paid = body.at("lost_is_paid").get<bool>()}};
    if (body.contains("makers_amount"))
      record.terms.makers_amount = money(body, "makers_amount", currency);
    if (body.contains("our_share"))
      record.terms.our_share = Rate::from_millionths(whole(body, "our_share"));
    return record;
  });
}

std::string payload_of(const pos::SettledMove& settled) {
  return Json{{"article", settled.move.article},
              {"currency", settled.owed.currency().code()},
              {"day", settled.move.day.text()},
              {"kind", pos::consignment_move_text(settled.move.kind)},
              {"lost", settled.lost.thousandths()},
              {"owed", settled.owed.minor()},
              {"quantity", settled.move.quantity.thousandths()}}
      .dump();
}

pos::SettledMove settled_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return pos::SettledMove{{pos::parse_consignment_move(text(body, "kind")).value(),
                             text(body, "article"), quantity(body, "quantity"), day(body, "day")},
                            quantity(body, "lost"),
                            money(body, "owed", currency_in(body))};
  });
}

std::string payload_of(const std::vector<pos::MakerPayment>& payments) {
  CHECK(!payments.empty());
  const pos::MakerPayment& first = payments.front();
  Json list = Json::array();
  for (const pos::MakerPayment& payment : payments)
    list.push_back(
        {{"amount", payment.amount.minor()}, {"maker", payment.maker}, {"number", payment.number}});
  return Json{{"currency", first.amount.currency().code()},
              {"day", first.day.text()},
              {"payments", list},
              {"run", first.run},
              {"until", first.until.text()}}
      .dump();
}

std::vector<pos::MakerPayment> payments_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    std::vector<pos::MakerPayment> payments;
    for (const Json& each : body.at("payments"))
      payments.push_back({.number = whole(each, "number"),
                          .run = whole(body, "run"),
                          .maker = whole(each, "maker"),
                          .amount = money(each, "amount", currency_in(body)),
                          .day = day(body, "day"),
                          .until = day(body, "until")});
    return payments;
  });
}

std::string payload_of(const ReversalRecord& record) {
  return Json{{"day", record.day.text()}, {"payment", record.payment}}.dump();
}

ReversalRecord reversal_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return ReversalRecord{whole(body, "payment"), day(body, "day")};
  });
}

}  // namespace tilia::db
