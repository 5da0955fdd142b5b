#include "pos/sale_file.h"

#include <optional>

#include "pos/voucher.h"

namespace tilia::pos {
namespace {

TenderKind tender_kind_of(const At& kind) {
  const auto read = parse_tender_kind(kind.text());
  if (!read) kind.refuse(FileRefusal::Why::unknown_tender);
  return *read;
}

// At most one of them: the others are said to be unknown beside it.
std::optional<OwnPrice> own_price_of(const At& line, Currency currency) {
  if (line.has("label_price")) {
    line.only({"article", "quantity", "label_price", "note"});
    return LabelPrice{line["label_price"].amount(currency)};
  }
  if (line.has("unit_price")) {
    line.only({"article", "quantity", "unit_price", "note"});
    return UnitPrice{line["unit_price"].amount(currency)};
  }
  if (line.has("agreed_price")) {
    line.only({"article", "quantity", "agreed_price", "note"});
    return AgreedPrice{line["agreed_price"].amount(currency)};
  }
  if (line.has("percent_off")) return PercentOff{line["percent_off"].percent()};
  return std::nullopt;
}

std::vector<Extra> extras_of(const At& sale, Currency currency) {
  std::vector<Extra> extras;
  if (sale.has("tip")) extras.push_back({ExtraKind::tip, sale["tip"].amount(currency)});
  if (sale.has("vouchers")) {
    for (const At& voucher : sale["vouchers"].elements()) {
      voucher.only({"value", "number"});
      const std::string number = voucher.has("number") ? voucher["number"].text() : std::string();
      extras.push_back({ExtraKind::voucher_sold, voucher["value"].amount(currency),
                        plain_voucher_number(number).value_or(number)});
    }
  }
  if (sale.has("advance")) {
    const At advance = sale["advance"];
    advance.only({"code", "amount"});
    extras.push_back(
        {ExtraKind::advance, advance["amount"].amount(currency), advance["code"].text()});
  }
  if (sale.has("account_paid")) {
    const At paid = sale["account_paid"];
    paid.only({"account", "amount"});
    extras.push_back(
        {ExtraKind::account_paid, paid["amount"].amount(currency), paid["account"].text()});
  }
  return extras;
}

Delivery delivery_of(const At& delivers) {
  if (delivers.has(ticket_delivery)) {
    delivers.only({ticket_delivery, "pieces"});
    Delivery ticket{ticket_delivery, delivers[ticket_delivery].count()};
    for (const At& piece : delivers["pieces"].elements()) ticket.pieces.push_back(piece.count());
    return ticket;
  }
  const char* what = delivers.has(package_delivery) ? package_delivery : order_delivery;
  delivers.only({what});
  return {what, delivers[what].count()};
}

SaleRequest sale_of(const At& sale, Currency currency) {
  sale.only({"id", "lines", "tenders", "donation", "tip", "vouchers", "account_paid", "advance",
             "delivers"});
  SaleRequest request{sale["id"].id<SaleId>(), {}, {}, std::nullopt};
  for (const At& line : sale["lines"].elements()) {
    line.only({"article", "quantity", "label_price", "unit_price", "agreed_price", "percent_off",
               "note"});
    request.lines.push_back({line["article"].text(), line["quantity"].quantity(),
                             own_price_of(line, currency),
                             line.has("note") ? line["note"].text() : std::string()});
  }
  for (const At& tender : sale["tenders"].elements())
    request.tenders.push_back(tender_of(tender, currency));
  if (sale.has("donation")) request.donation = sale["donation"].amount(currency);
  request.extras = extras_of(sale, currency);
  if (sale.has("delivers")) request.delivers = delivery_of(sale["delivers"]);
  return request;
}

std::vector<CountedPiece> count_of(const At& count, Currency currency) {
  count.only({"pieces"});
  std::vector<CountedPiece> pieces;
  for (const At& piece : count["pieces"].elements()) {
    piece.only({"piece", "count"});
    pieces.push_back({piece["piece"].amount(currency), piece["count"].count()});
  }
  return pieces;
}

}  // namespace

// Only a voucher or an account is one of many.
Tender tender_of(const At& tender, Currency currency) {
  tender.only({"kind", "amount", "reference"});
  Tender read{tender_kind_of(tender["kind"]), tender["amount"].amount(currency)};
  if (read.kind == TenderKind::cash || read.kind == TenderKind::card)
    tender.only({"kind", "amount"});
  else
    read.reference = tender["reference"].text();
  if (read.kind == TenderKind::voucher)
    read.reference = plain_voucher_number(read.reference).value_or(read.reference);
  return read;
}

Result<SaleRequest, FileRefusal> read_sale_line(std::string_view json, Currency currency) {
  return read_strictly(json, [&](const At& sale) { return sale_of(sale, currency); });
}

Result<std::vector<CountedPiece>, FileRefusal> read_counted(std::string_view json,
                                                            Currency currency) {
  return read_strictly(json, [&](const At& count) { return count_of(count, currency); });
}

std::string id_of_line(std::string_view json) {
  const auto id = read_strictly(json, [](const At& sale) { return sale["id"].id<SaleId>(); });
  return id ? id.value().text() : std::string();
}

}  // namespace tilia::pos
