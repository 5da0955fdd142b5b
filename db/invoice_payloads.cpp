#include "db/invoice_payloads.h"

#include "db/payload_json.h"

namespace tilia::db {
namespace {

using pos::PaperNumber;
using pos::Series;

PaperNumber own_number(const JournalEntry& entry, const Json& body, Series series) {
  return {series, entry.epoch, whole(body, "number")};
}

PaperNumber number_of(const Json& object, const char* key, Series series) {
  return PaperNumber::parse(series, text(object, key)).value();
}

Json json_of(const std::vector<pos::SaleId>& sales) {
  Json list = Json::array();
  for (const pos::SaleId& sale : sales) list.push_back(sale.text());
  return list;
}

std::vector<pos::SaleId> sales_in(const Json& list) {
  std::vector<pos::SaleId> sales;
  for (const Json& each : list)
    sales.push_back(pos::SaleId::parse(each.get<std::string>()).value());
  return sales;
}

Json json_of(const pos::Seller& seller) {
  return {{"address", seller.address},
          {"charges_vat", seller.charges_vat},
          {"iban", seller.iban},
          {"name", seller.name},
          {"tax_number", seller.tax_number},
          {"vat_number", seller.vat_number}};
}

pos::Seller seller_in(const Json& object) {
  return {.name = text(object, "name"),
          .address = text(object, "address"),
          .tax_number = text(object, "tax_number"),
          .vat_number = text(object, "vat_number"),
          .iban = text(object, "iban"),
          .charges_vat = object.at("charges_vat").get<bool>()};
}

void add_sums(Json& body, const pos::InvoiceSums& sums) {
  body["currency"] = sums.gross.currency().code();
  body["gross"] = sums.gross.minor();
  body["on_account"] = sums.on_account.minor();
  body["vat"] = Json::array();
  for (const pos::VatSum& sum : sums.vat)
    body["vat"].push_back({{"class", pos::vat_class_text(sum.vat_class)},
                           {"gross", sum.gross.minor()},
                           {"net", sum.net.minor()},
                           {"rate", sum.rate.millionths()},
                           {"vat", sum.vat.minor()}});
}

pos::InvoiceSums sums_in(const Json& body) {
  const Currency currency = currency_in(body);
  pos::InvoiceSums sums{money(body, "gross", currency), money(body, "on_account", currency), {}};
  for (const Json& sum : body.at("vat"))
    sums.vat.push_back({.vat_class = pos::parse_vat_class(text(sum, "class")).value(),
                        .rate = Rate::from_millionths(whole(sum, "rate")),
                        .gross = money(sum, "gross", currency),
                        .net = money(sum, "net", currency),
                        .vat = money(sum, "vat", currency)});
  return sums;
}

}  // namespace

std::string payload_of(const pos::DeliveryNote& note) {
  return Json{{"day", note.day.text()}, {"number", note.number.number}, {"sale", note.sale.text()}}
      .dump();
}

pos::DeliveryNote delivery_note_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& body) {
    return pos::DeliveryNote{own_number(entry, body, Series::delivery_note),
                             id<pos::SaleId>(body, "sale"), day(body, "day")};
  });
}

std::string payload_of(const pos::Invoice& invoice) {
  Json body{{"account", invoice.account},      {"buyer", invoice.buyer_version},
            {"due", invoice.due.text()},       {"from", invoice.from.text()},
            {"issued", invoice.issued.text()}, {"number", invoice.number.number},
            {"sales", json_of(invoice.sales)}, {"seller", json_of(invoice.seller)},
            {"to", invoice.to.text()}};
  add_sums(body, invoice.sums);
  return body.dump();
}

pos::Invoice invoice_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& body) {
    const Money none = Money::zero(currency_in(body));
    return pos::Invoice{.number = own_number(entry, body, Series::invoice),
                        .account = text(body, "account"),
                        .buyer_version = whole(body, "buyer"),
                        .seller = seller_in(body.at("seller")),
                        .issued = day(body, "issued"),
                        .from = day(body, "from"),
                        .to = day(body, "to"),
                        .due = day(body, "due"),
                        .sales = sales_in(body.at("sales")),
                        .sums = sums_in(body),
                        .credited = none,
                        .paid = none};
  });
}

std::string payload_of(const pos::CreditNote& note) {
  Json body{{"invoice", note.invoice.text()},
            {"issued", note.issued.text()},
            {"number", note.number.number},
            {"refunds", json_of(note.refunds)},
            {"released", note.released.minor()},
            {"seller", json_of(note.seller)},
            {"whole", note.whole}};
  add_sums(body, note.sums);
  return body.dump();
}

pos::CreditNote credit_note_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& body) {
    return pos::CreditNote{.number = own_number(entry, body, Series::credit_note),
                           .invoice = number_of(body, "invoice", Series::invoice),
                           .issued = day(body, "issued"),
                           .seller = seller_in(body.at("seller")),
                           .whole = body.at("whole").get<bool>(),
                           .refunds = sales_in(body.at("refunds")),
                           .sums = sums_in(body),
                           .released = money(body, "released", currency_in(body))};
  });
}

std::string payload_of(const pos::InvoicePayment& payment) {
  Json parts = Json::array();
  for (const pos::InvoicePayment::Part& part : payment.parts)
    parts.push_back({{"amount", part.amount.minor()}, {"invoice", part.invoice.text()}});
  Json body{{"account", payment.account},
            {"amount", payment.amount.minor()},
            {"currency", payment.amount.currency().code()},
            {"day", payment.day.text()},
            {"kind", pos::invoice_payment_text(payment.kind)},
            {"number", payment.number.number},
            {"parts", parts},
            {"reverses", payment.reverses ? Json(payment.reverses->text()) : Json()}};
  if (payment.id) body["id"] = payment.id->text();
  return body.dump();
}

pos::InvoicePayment invoice_payment_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& body) {
    const Currency currency = currency_in(body);
    pos::InvoicePayment payment{.number = own_number(entry, body, Series::payment),
                                .account = text(body, "account"),
                                .kind = pos::parse_invoice_payment(text(body, "kind")).value(),
                                .amount = money(body, "amount", currency),
                                .day = day(body, "day"),
                                .parts = {}};
    for (const Json& part : body.at("parts"))
      payment.parts.push_back(
          {number_of(part, "invoice", Series::invoice), money(part, "amount", currency)});
    if (!body.at("reverses").is_null())
      payment.reverses = number_of(body, "reverses", Series::payment);
    if (body.contains("id")) payment.id = id<pos::InvoicePaymentId>(body, "id");
    return payment;
  });
}

}  // namespace tilia::db
