#include "db/till_payloads.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "db/payload_json.h"

namespace tilia::db {
namespace {

// A sale is written while a customer waits: its text is put together by hand, in the order and form
// that Json would give it (a test compares), at a tenth of the cost.
using Out = fmt::memory_buffer;

std::string quoted(const std::string& text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char letter) {
    return letter >= ' ' && letter < 0x7F && letter != '"' && letter != '\\';
  });
  return plain ? '"' + text + '"' : Json(text).dump();
}

template <class Items, class Write>
void write_list(Out& out, const char* key, const Items& items, const Write& write) {
  fmt::format_to(std::back_inserter(out), R"("{}":[)", key);
  bool first = true;
  for (const auto& item : items) {
    if (!first) out.push_back(',');
    first = false;
    write(item);
  }
  out.push_back(']');
}

void write_line(Out& out, const pos::SaleLine& line) {
  fmt::format_to(std::back_inserter(out), R"({{"amount":{},"article":{},"name":{},)",
                 line.amount.minor(), quoted(line.article), quoted(line.name));
  if (!line.note.empty())
    fmt::format_to(std::back_inserter(out), R"("note":{},)", quoted(line.note));
  fmt::format_to(std::back_inserter(out),
                 R"("page":{},"price":{},"quantity":{},"rate":{},"unit":"{}",)", quoted(line.page),
                 line.unit_price.minor(), line.quantity.thousandths(), line.vat_rate.millionths(),
                 pos::unit_text(line.unit));
  if (line.usual_amount)
    fmt::format_to(std::back_inserter(out), R"("usual":{},)", line.usual_amount->minor());
  fmt::format_to(std::back_inserter(out), R"("vat":"{}"}})", pos::vat_class_text(line.vat_class));
}

void write_vat(Out& out, const pos::VatSum& sum) {
  fmt::format_to(std::back_inserter(out),
                 R"({{"class":"{}","gross":{},"net":{},"rate":{},"vat":{}}})",
                 pos::vat_class_text(sum.vat_class), sum.gross.minor(), sum.net.minor(),
                 sum.rate.millionths(), sum.vat.minor());
}

void write_delivery(Out& out, const pos::Delivery& delivery) {
  fmt::format_to(std::back_inserter(out), R"("delivers":{{"number":{},)", delivery.number);
  if (!delivery.pieces.empty())
    fmt::format_to(std::back_inserter(out), R"("pieces":[{}],)", fmt::join(delivery.pieces, ","));
  fmt::format_to(std::back_inserter(out), R"("what":{}}},)", quoted(delivery.what));
}

void write_refund(Out& out, const pos::RefundOf& refund) {
  fmt::format_to(std::back_inserter(out), R"("refund":{{)");
  if (!refund.extra_numbers.empty())
    fmt::format_to(std::back_inserter(out), R"("extras":[{}],)",
                   fmt::join(refund.extra_numbers, ","));
  fmt::format_to(std::back_inserter(out), R"("lines":[{}],"reason":{},"receipt":{}}},)",
                 fmt::join(refund.line_numbers, ","), quoted(refund.reason),
                 quoted(refund.receipt));
}

pos::SaleLine line_in(const Json& line, Currency currency) {
  std::optional<Money> usual;
  if (line.contains("usual")) usual = money(line, "usual", currency);
  return {.article = text(line, "article"),
          .name = text(line, "name"),
          .unit = pos::parse_unit(text(line, "unit")).value(),
          .quantity = Quantity::from_thousandths(whole(line, "quantity")),
          .unit_price = money(line, "price", currency),
          .amount = money(line, "amount", currency),
          .vat_class = pos::parse_vat_class(text(line, "vat")).value(),
          .vat_rate = Rate::from_millionths(whole(line, "rate")),
          .page = text(line, "page"),
          .usual_amount = usual,
          .note = line.value("note", "")};
}

pos::VatSum vat_in(const Json& sum, Currency currency) {
  return {.vat_class = pos::parse_vat_class(text(sum, "class")).value(),
          .rate = Rate::from_millionths(whole(sum, "rate")),
          .gross = money(sum, "gross", currency),
          .net = money(sum, "net", currency),
          .vat = money(sum, "vat", currency)};
}

void write_tender(Out& out, const pos::Tender& tender) {
  fmt::format_to(std::back_inserter(out), R"({{"amount":{},"kind":"{}")", tender.amount.minor(),
                 pos::tender_kind_text(tender.kind));
  if (!tender.reference.empty())
    fmt::format_to(std::back_inserter(out), R"(,"reference":{})", quoted(tender.reference));
  out.push_back('}');
}

void write_extra(Out& out, const pos::Extra& extra) {
  fmt::format_to(std::back_inserter(out), R"({{"amount":{},"kind":"{}")", extra.amount.minor(),
                 pos::extra_kind_text(extra.kind));
  if (!extra.reference.empty())
    fmt::format_to(std::back_inserter(out), R"(,"reference":{})", quoted(extra.reference));
  if (extra.valid_until)
    fmt::format_to(std::back_inserter(out), R"(,"until":"{}")", extra.valid_until->text());
  out.push_back('}');
}

std::optional<Day> until_in(const Json& voucher) {
  const auto until = voucher.find("until");
  if (until == voucher.end()) return std::nullopt;
  return Day::parse(until->get<std::string>()).value();
}

pos::Tender tender_in(const Json& tender, Currency currency) {
  return {pos::parse_tender_kind(text(tender, "kind")).value(), money(tender, "amount", currency),
          tender.value("reference", "")};
}

pos::Extra extra_in(const Json& extra, Currency currency) {
  return {pos::parse_extra_kind(text(extra, "kind")).value(), money(extra, "amount", currency),
          extra.value("reference", ""), until_in(extra)};
}

pos::PricedSale priced_in(const Json& sale, Currency currency) {
  pos::PricedSale priced{.lines = {},
                         .vat = {},
                         .tenders = {},
                         .total = money(sale, "total", currency),
                         .donation = money(sale, "donation", currency),
                         .cash_rounding = money(sale, "rounding", currency),
                         .change = money(sale, "change", currency)};
  for (const Json& line : sale.at("lines")) priced.lines.push_back(line_in(line, currency));
  for (const Json& sum : sale.at("vat")) priced.vat.push_back(vat_in(sum, currency));
  for (const Json& tender : sale.at("tenders")) {
    priced.tenders.push_back(tender_in(tender, currency));
  }
  if (const auto delivers = sale.find("delivers"); delivers != sale.end())
    priced.delivers = pos::Delivery{text(*delivers, "what"), whole(*delivers, "number"),
                                    delivers->value("pieces", std::vector<std::int64_t>())};
  if (sale.contains("extras")) {
    for (const Json& extra : sale.at("extras")) priced.extras.push_back(extra_in(extra, currency));
  }
  return priced;
}

std::optional<pos::RefundOf> refund_in(const Json& sale) {
  const auto refund = sale.find("refund");
  if (refund == sale.end()) return std::nullopt;
  return pos::RefundOf{text(*refund, "receipt"), text(*refund, "reason"),
                       refund->at("lines").get<std::vector<std::int64_t>>(),
                       refund->value("extras", std::vector<std::int64_t>())};
}

Hash digest_in(const Json& sale) {
  const std::string hex = text(sale, "request");
  Hash digest{};
  constexpr std::size_t half = 32;  // hex digits of an id's 16 bytes
  if (hex.size() != 2 * half) throw std::bad_optional_access();
  const IdBytes first = parse_id_bytes(std::string_view(hex).substr(0, half)).value();
  const IdBytes second = parse_id_bytes(std::string_view(hex).substr(half)).value();
  std::copy(first.begin(), first.end(), digest.begin());
  std::copy(second.begin(), second.end(), digest.begin() + first.size());
  return digest;
}

Json json_of(const std::vector<pos::CountedPiece>& pieces) {
  Json list = Json::array();
  for (const pos::CountedPiece& piece : pieces) {
    list.push_back({{"count", piece.count}, {"value", piece.value.minor()}});
  }
  return list;
}

std::vector<pos::CountedPiece> pieces_in(const Json& list, Currency currency) {
  std::vector<pos::CountedPiece> pieces;
  for (const Json& piece : list) {
    pieces.push_back({money(piece, "value", currency), whole(piece, "count")});
  }
  return pieces;
}

Json json_of(const pos::Article& article) {
  return {{"barcodes", article.barcodes},
          {"code", article.code},
          {"low_below", article.low_below ? Json(article.low_below->thousandths()) : Json()},
          {"name", article.name},
          {"on_shelf", article.on_shelf},
          {"page", article.page},
          {"picture", article.picture},
          {"price", article.price.minor()},
          {"stocked", article.stocked},
          {"unit", pos::unit_text(article.unit)},
          {"vat", pos::vat_class_text(article.vat_class)}};
}

std::optional<Quantity> low_below_in(const Json& article) {
  if (article.at("low_below").is_null()) return std::nullopt;
  return Quantity::from_thousandths(whole(article, "low_below"));
}

}  // namespace

std::string receipt_text(const std::string& till, std::int64_t epoch, std::int64_t number) {
  return fmt::format("{}-{}-{}", till, epoch, number);
}

std::string payload_of(const BookId& id) { return Json{{"id", id.text()}}.dump(); }

BookId book_id_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) { return id<BookId>(body, "id"); });
}

std::string payload_of(const pos::Organisation& organisation) {
  Json shops = Json::array();
  for (const pos::Shop& shop : organisation.shops) {
    shops.push_back({{"kind", shop.kind}, {"name", shop.name}, {"till", shop.till}});
  }
  return Json{{"address", organisation.address},       {"charges_vat", organisation.charges_vat},
              {"country", organisation.country},       {"currency", organisation.currency.code()},
              {"language", organisation.language},     {"name", organisation.name},
              {"practice", organisation.practice},     {"shops", shops},
              {"tax_number", organisation.tax_number}, {"zone", organisation.zone}}
      .dump();
}

pos::Organisation organisation_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    pos::Organisation organisation{.name = text(body, "name"),
                                   .address = text(body, "address"),
                                   .tax_number = text(body, "tax_number"),
                                   .country = text(body, "country"),
                                   .zone = text(body, "zone"),
                                   .language = text(body, "language"),
                                   .currency = currency_in(body),
                                   .charges_vat = body.at("charges_vat").get<bool>(),
                                   .practice = body.at("practice").get<bool>(),
                                   .shops = {}};
    for (const Json& shop : body.at("shops")) {
      organisation.shops.push_back({text(shop, "name"), text(shop, "kind"), text(shop, "till")});
    }
    return organisation;
  });
}

std::string payload_of(const std::vector<pos::Article>& articles) {
  Json list = Json::array();
  for (const pos::Article& article : articles) list.push_back(json_of(article));
  Json body{{"articles", list}};
  if (!articles.empty()) body["currency"] = articles.front().price.currency().code();
  return body.dump();
}

std::vector<pos::Article> articles_in(const JournalEntry& entry) {
  const bool first_version = entry.content.version == 1;
  return read_payload(entry, [&](const Json& body) {
    std::vector<pos::Article> articles;
    for (const Json& article : body.at("articles")) {
      articles.push_back({.code = text(article, "code"),
                          .name = text(article, "name"),
                          .price = money(article, "price", currency_in(body)),
                          .vat_class = pos::parse_vat_class(text(article, "vat")).value(),
                          .unit = pos::parse_unit(text(article, "unit")).value(),
                          .barcodes = article.at("barcodes").get<std::vector<std::string>>(),
                          .picture = text(article, "picture"),
                          .page = text(article, "page"),
                          .stocked = article.at("stocked").get<bool>(),
                          .on_shelf = first_version || article.at("on_shelf").get<bool>(),
                          .low_below = first_version ? std::nullopt : low_below_in(article)});
    }
    return articles;
  });
}

std::string payload_of(const std::vector<pos::PriceChange>& changes) {
  Json list = Json::array();
  Json body;
  for (const pos::PriceChange& change : changes) {
    list.push_back({{"article", change.article},
                    {"from", change.from.text()},
                    {"price", change.price ? Json(change.price->minor()) : Json()}});
    if (change.price) body["currency"] = change.price->currency().code();
  }
  body["prices"] = list;
  return body.dump();
}

std::vector<pos::PriceChange> price_changes_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    std::vector<pos::PriceChange> changes;
    for (const Json& change : body.at("prices")) {
      const bool called_off = change.at("price").is_null();
      changes.push_back(
          {text(change, "article"), Day::parse(text(change, "from")).value(),
           called_off ? std::nullopt : std::optional(money(change, "price", currency_in(body)))});
    }
    return changes;
  });
}

std::string payload_of(const pos::StockMove& move) {
  return Json{{"article", move.article},
              {"kind", pos::stock_move_text(move.kind)},
              {"quantity", move.quantity.thousandths()},
              {"reason", move.reason}}
      .dump();
}

pos::StockMove stock_move_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& body) {
    return pos::StockMove{.kind = pos::parse_stock_move(text(body, "kind")).value(),
                          .article = text(body, "article"),
                          .quantity = Quantity::from_thousandths(whole(body, "quantity")),
                          .reason = text(body, "reason"),
                          .day = entry.content.business_day.value().day()};
  });
}

std::string payload_of(const pos::DrawerSession& session) {
  return Json{{"currency", session.float_amount.currency().code()},
              {"float", session.float_amount.minor()},
              {"id", session.id.text()},
              {"number", session.number},
              {"till", session.till}}
      .dump();
}

pos::DrawerSession session_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& body) {
    return pos::DrawerSession{.id = id<pos::SessionId>(body, "id"),
                              .till = text(body, "till"),
                              .number = whole(body, "number"),
                              .business_day = entry.content.business_day.value(),
                              .opened_at = entry.content.at,
                              .float_amount = money(body, "float", currency_in(body))};
  });
}

std::string payload_of(const SaleRecord& record) {
  const pos::Sale& sale = record.sale;
  const pos::PricedSale& priced = sale.priced;
  Out out;
  fmt::format_to(std::back_inserter(out), R"({{"change":{},"currency":"{}","donation":{},)",
                 priced.change.minor(), priced.total.currency().code(), priced.donation.minor());
  if (priced.delivers) write_delivery(out, *priced.delivers);
  if (!priced.extras.empty()) {
    write_list(out, "extras", priced.extras,
               [&](const pos::Extra& extra) { write_extra(out, extra); });
    out.push_back(',');
  }
  fmt::format_to(std::back_inserter(out), R"("id":"{}",)", sale.id.text());
  write_list(out, "lines", priced.lines, [&](const pos::SaleLine& line) { write_line(out, line); });
  fmt::format_to(std::back_inserter(out), R"(,"number":{},)", record.number);
  if (sale.refund_of) write_refund(out, *sale.refund_of);
  fmt::format_to(std::back_inserter(out), R"("request":"{}","rounding":{},"session":"{}",)",
                 hex_text(record.request_digest), priced.cash_rounding.minor(),
                 sale.session.text());
  write_list(out, "tenders", priced.tenders,
             [&](const pos::Tender& tender) { write_tender(out, tender); });
  fmt::format_to(std::back_inserter(out), R"(,"till":{},"total":{},)", quoted(sale.till),
                 priced.total.minor());
  write_list(out, "vat", priced.vat, [&](const pos::VatSum& sum) { write_vat(out, sum); });
  out.push_back('}');
  return fmt::to_string(out);
}

SaleRecord sale_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& body) {
    const std::string till = text(body, "till");
    const std::int64_t number = whole(body, "number");
    return SaleRecord{.sale = {.id = id<pos::SaleId>(body, "id"),
                               .till = till,
                               .session = id<pos::SessionId>(body, "session"),
                               .receipt = receipt_text(till, entry.epoch, number),
                               .at = entry.content.at,
                               .business_day = entry.content.business_day.value(),
                               .priced = priced_in(body, currency_in(body)),
                               .refund_of = refund_in(body)},
                      .number = number,
                      .request_digest = digest_in(body)};
  });
}

std::string payload_of(const CashMoveRecord& record) {
  const bool in = record.move.direction == pos::CashMove::Direction::in;
  Json body{{"amount", record.move.amount.minor()},
            {"currency", record.move.amount.currency().code()},
            {"direction", in ? "in" : "out"},
            {"reason", record.move.reason},
            {"session", record.session.text()}};
  if (!record.move.reference.empty()) body["reference"] = record.move.reference;
  return body.dump();
}

CashMoveRecord cash_move_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    const bool in = text(body, "direction") == "in";
    return CashMoveRecord{
        .session = id<pos::SessionId>(body, "session"),
        .move = {in ? pos::CashMove::Direction::in : pos::CashMove::Direction::out,
                 money(body, "amount", currency_in(body)), text(body, "reason"),
                 body.value("reference", "")}};
  });
}

std::string payload_of(const SessionBagging& bagging) {
  return Json{{"bag", bagging.bag}, {"session", bagging.session.text()}}.dump();
}

SessionBagging bagging_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return SessionBagging{id<pos::SessionId>(body, "session"), text(body, "bag")};
  });
}

std::string payload_of(const SessionClosing& closing) {
  Json body{{"counted", closing.counted.minor()},
            {"currency", closing.counted.currency().code()},
            {"expected", closing.expected.minor()},
            {"pieces", json_of(closing.pieces)},
            {"session", closing.session.text()}};
  if (!closing.words.bag.empty()) body["bag"] = closing.words.bag;
  if (!closing.words.note.empty()) body["note"] = closing.words.note;
  if (closing.sheet) body["sheet"] = *closing.sheet;
  return body.dump();
}

SessionClosing closing_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    const Currency currency = currency_in(body);
    std::optional<std::int64_t> sheet;
    if (body.contains("sheet")) sheet = whole(body, "sheet");
    return SessionClosing{.session = id<pos::SessionId>(body, "session"),
                          .sheet = sheet,
                          .pieces = pieces_in(body.at("pieces"), currency),
                          .expected = money(body, "expected", currency),
                          .counted = money(body, "counted", currency),
                          .words = {body.value("bag", ""), body.value("note", "")}};
  });
}

std::string payload_of(const FiscalNote& note) {
  return Json{{"note", note.note}, {"sale", note.sale.text()}, {"skipped", note.skipped}}.dump();
}

FiscalNote fiscal_note_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return FiscalNote{.sale = id<pos::SaleId>(body, "sale"),
                      .skipped = body.at("skipped").get<bool>(),
                      .note = text(body, "note")};
  });
}

std::string payload_of(const pos::PieceExchange& exchange) {
  return Json{{"back", json_of(exchange.back)},
              {"came", json_of(exchange.came)},
              {"currency", exchange.owed.currency().code()},
              {"owed", exchange.owed.minor()},
              {"sale", exchange.sale.text()}}
      .dump();
}

pos::PieceExchange exchange_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    const Currency currency = currency_in(body);
    return pos::PieceExchange{.sale = id<pos::SaleId>(body, "sale"),
                              .came = pieces_in(body.at("came"), currency),
                              .back = pieces_in(body.at("back"), currency),
                              .owed = money(body, "owed", currency)};
  });
}

std::string payload_of(const pos::Approval& approval) {
  return Json{{"about", approval.about}, {"act", approval.act}, {"asked", approval.asked.text()}}
      .dump();
}

pos::Approval approval_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& body) {
    return pos::Approval{.act = text(body, "act"),
                         .about = text(body, "about"),
                         .asked = id<pos::StaffId>(body, "asked"),
                         .approved = pos::StaffId::from_bytes(entry.content.actor.value())};
  });
}

std::string payload_of(const CounterRuleRecord& rule) {
  return Json{{"name", rule.name}, {"text", rule.text}}.dump();
}

CounterRuleRecord counter_rule_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return CounterRuleRecord{text(body, "name"), text(body, "text")};
  });
}

std::string payload_of(const pos::VoucherBatch& batch) {
  Json body{{"currency", batch.value.currency().code()},
            {"issuer", batch.issuer},
            {"kind", pos::voucher_kind_text(batch.kind)},
            {"numbers", batch.numbers},
            {"value", batch.value.minor()}};
  if (batch.valid_until) body["until"] = batch.valid_until->text();
  return body.dump();
}

pos::VoucherBatch vouchers_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& body) {
    return pos::VoucherBatch{.kind = pos::parse_voucher_kind(text(body, "kind")).value(),
                             .issuer = text(body, "issuer"),
                             .numbers = body.at("numbers").get<std::vector<std::string>>(),
                             .value = money(body, "value", currency_in(body)),
                             .issued_on = entry.content.business_day.value().day(),
                             .valid_until = until_in(body)};
  });
}

std::string payload_of(const VoucherRecord& voucher) {
  return Json{{"number", voucher.number}}.dump();
}

VoucherRecord voucher_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) { return VoucherRecord{text(body, "number")}; });
}

std::string payload_of(const pos::CustomerAccount& account) {
  return Json{{"closed", account.closed},
              {"code", account.code},
              {"currency", account.credit_limit.currency().code()},
              {"limit", account.credit_limit.minor()},
              {"picture", account.picture}}
      .dump();
}

pos::CustomerAccount account_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    const Currency currency = currency_in(body);
    return pos::CustomerAccount{.code = text(body, "code"),
                                .name = {},
                                .picture = text(body, "picture"),
                                .credit_limit = money(body, "limit", currency),
                                .owed = Money::zero(currency),
                                .closed = body.at("closed").get<bool>()};
  });
}

std::string payload_of(const AccountCredit& credit) {
  return Json{{"account", credit.account},
              {"amount", credit.amount.minor()},
              {"currency", credit.amount.currency().code()},
              {"kind", pos::account_move_text(credit.kind)}}
      .dump();
}

AccountCredit credit_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return AccountCredit{text(body, "account"), pos::parse_account_move(text(body, "kind")).value(),
                         money(body, "amount", currency_in(body))};
  });
}

}  // namespace tilia::db
