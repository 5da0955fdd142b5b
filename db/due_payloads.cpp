// What the journal says of issuers that paid (db/till_payloads.h).
#include <nlohmann/json.hpp>

#include "db/book_fault.h"
#include "db/till_payloads.h"

namespace tilia::db {
namespace {

using Json = nlohmann::json;  // keys in order of their bytes

}  // namespace

std::string payload_of(const pos::IssuerPayment& payment) {
  Json parts = Json::array();
  for (const pos::IssuerPayment::Part& part : payment.parts)
    parts.push_back({{"amount", part.amount.minor()}, {"voucher", part.voucher}});
  return Json{{"currency", payment.amount().currency().code()},
              {"day", payment.day.text()},
              {"issuer", payment.issuer},
              {"parts", parts}}
      .dump();
}

pos::IssuerPayment issuer_payment_in(const JournalEntry& entry) {
  try {
    const Json body = Json::parse(entry.content.payload);
    const Currency currency = Currency::from_code(body.at("currency").get<std::string>()).value();
    pos::IssuerPayment payment{.issuer = body.at("issuer").get<std::string>(),
                               .day = Day::parse(body.at("day").get<std::string>()).value(),
                               .parts = {}};
    for (const Json& part : body.at("parts"))
      payment.parts.push_back({part.at("voucher").get<std::string>(),
                               Money::from_minor(part.at("amount").get<std::int64_t>(), currency)});
    return payment;
  } catch (const Json::exception&) {
    throw BookFault(BookFault::Why::damaged, "payload of an issuer's payment");
  } catch (const std::bad_optional_access&) {
    throw BookFault(BookFault::Why::damaged, "payload of an issuer's payment");
  }
}

}  // namespace tilia::db
