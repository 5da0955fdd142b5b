#include "app/invoice_paper.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "core/iban.h"

namespace tilia::app {
namespace {

using pos::Series;
using Lines = std::vector<std::string>;

void add_lines(Lines& lines, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
}

void add_number(Lines& lines, const char* key, const std::string& number, const Words& words) {
  if (!number.empty()) lines.push_back(words.say(Phrase(key).with("number", number)));
}

Lines from_lines(const pos::Seller& seller, const Words& words) {
  Lines lines{seller.name};
  add_lines(lines, seller.address);
  add_number(lines, "app.invoice.tax_number", seller.tax_number, words);
  add_number(lines, "app.invoice.vat_number", seller.vat_number, words);
  return lines;
}

Lines to_lines(const pos::Buyer& buyer, const std::string& own_country, const Words& words) {
  Lines lines{buyer.name};
  add_lines(lines, buyer.address);
  if (buyer.country != own_country) lines.push_back(buyer.country);
  add_number(lines, "app.invoice.tax_number", buyer.tax_number, words);
  add_number(lines, "app.invoice.vat_number", buyer.vat_number, words);
  return lines;
}

std::string quantity_text(const pos::SaleLine& line, const Words& words) {
  if (line.unit != pos::Unit::kg) return words.quantity(line.quantity);
  return words.say(Phrase("app.invoice.kilograms").with("quantity", line.quantity));
}

// Of a line at an own price it is what one piece came to.
Money unit_price_of(const pos::SaleLine& line) {
  const bool usual = line.unit_price.times(line.quantity, Rounding::half_up).value() == line.amount;
  if (usual || line.quantity == Quantity()) return line.unit_price;
  return line.amount
      .times_ratio(Quantity::one_in_thousandths, line.quantity.thousandths(), Rounding::half_up)
      .value();
}

std::string group_head(const pos::Supplied& supplied, const Words& words) {
  const pos::Sale& sale = supplied.sale;
  const char* key = sale.refund_of  ? "app.invoice.group.back"
                    : supplied.note ? "app.invoice.group.note"
                                    : "app.invoice.group.receipt";
  return words.say(Phrase(key)
                       .with("day", sale.business_day.day())
                       .with("receipt", sale.refund_of ? sale.refund_of->receipt : sale.receipt)
                       .with("note", supplied.note ? supplied.note->text() : std::string()));
}

// What it was, how much, at what price without VAT, its rate, its amount with VAT. Who charges none
// has two columns less.
class SuppliedLines {
 public:
  SuppliedLines(const pos::Seller& seller, const std::vector<pos::Supplied>& supplied,
                const Words& words)
      : words_(words) {
    taxed_ = seller.charges_vat || std::ranges::any_of(supplied, [](const pos::Supplied& each) {
               return std::ranges::any_of(each.sale.priced.vat, [](const pos::VatSum& sum) {
                 return sum.vat_class != pos::VatClass::exempt;
               });
             });
  }

  void write(reporting::TradePaper& paper, const std::vector<pos::Supplied>& supplied) const {
    paper.columns = {{words_.say("app.invoice.column.what"), 7, false},
                     {words_.say("app.invoice.column.quantity"), 3, true}};
    const char* price = taxed_ ? "app.invoice.column.price_net" : "app.invoice.column.price";
    paper.columns.push_back({words_.say(price), 3, true});
    if (taxed_) paper.columns.push_back({words_.say("app.invoice.column.vat"), 2, true});
    const char* amount = taxed_ ? "app.invoice.column.amount_gross" : "app.invoice.column.amount";
    paper.columns.push_back({words_.say(amount), 3, true});
    for (const pos::Supplied& each : supplied) {
      paper.lines.push_back({{group_head(each, words_)}, true});
      for (const pos::SaleLine& line : each.sale.priced.lines) paper.lines.push_back(line_of(line));
    }
  }
  [[nodiscard]] bool taxed() const { return taxed_; }

 private:
  [[nodiscard]] reporting::TradePaper::Line line_of(const pos::SaleLine& line) const {
    const std::string name = line.note.empty() ? line.name : line.name + ", " + line.note;
    const Money price = unit_price_of(line);
    if (!taxed_)
      return {
          {name, quantity_text(line, words_), words_.amount(price), words_.amount(line.amount)}};
    const bool exempt = line.vat_class == pos::VatClass::exempt;
    return {{name, quantity_text(line, words_),
             pos::net_unit_price_text(price, line.vat_rate, words_.decimal_mark()),
             exempt ? "–" : words_.percent(line.vat_rate), words_.amount(line.amount)}};
  }

  const Words& words_;
  bool taxed_ = true;
};

void write_vat(reporting::TradePaper& paper, const pos::InvoiceSums& sums, const Words& words) {
  paper.vat.push_back({words.say("app.invoice.column.vat"), words.say("app.invoice.column.net"),
                       words.say("app.invoice.column.vat_amount"),
                       words.say("app.invoice.column.amount_gross")});
  for (const pos::VatSum& sum : sums.vat) {
    const bool exempt = sum.vat_class == pos::VatClass::exempt;
    paper.vat.push_back({exempt ? words.say("pos.paper.vat_exempt") : words.percent(sum.rate),
                         words.amount(sum.net), words.amount(sum.vat), words.amount(sum.gross)});
  }
}

// What a bank's reader takes (European Payments Council, EPC069-12, version 2): in euro alone.
std::string code_of(const pos::Invoice& invoice) {
  const pos::Seller& seller = invoice.seller;
  const Money& amount = invoice.sums.on_account;
  constexpr std::size_t longest_name = 70;
  const bool euro = amount.currency().code() == "EUR";
  const bool payable = !seller.iban.empty() && !seller.name.empty() && !amount.is_zero();
  if (!euro || !payable || seller.name.size() > longest_name) return {};
  return fmt::format("BCD\n002\n1\nSCT\n\n{}\n{}\nEUR{}\n\n\n{}\n", seller.name, seller.iban,
                     amount.text(), invoice.number.text());
}

void write_pay(reporting::TradePaper& paper, const pos::Invoice& invoice, bool practice,
               const Words& words) {
  if (invoice.sums.on_account.is_zero()) return;
  paper.pay.push_back(words.say(Phrase("app.invoice.pay_by").with("day", invoice.due)));
  if (!invoice.seller.iban.empty())
    paper.pay.push_back(
        words.say(Phrase("app.invoice.pay_to").with("iban", iban_in_fours(invoice.seller.iban))));
  if (invoice.number.number == 0) return;
  paper.pay.push_back(
      words.say(Phrase("app.invoice.pay_for").with("number", invoice.number.text())));
  // Nobody pays what was practised.
  if (!practice) paper.code = code_of(invoice);
  if (!paper.code.empty()) paper.code_words = words.say("app.invoice.scan_to_pay");
}

void write_practice(reporting::TradePaper& paper, const pos::Organisation& organisation,
                    const Words& words) {
  if (organisation.practice) paper.notices.push_back(words.say("pos.paper.practice"));
}

reporting::TradePaper credit_paper(pos::InvoiceBook& book, const pos::CreditNote& note,
                                   const pos::Organisation& organisation, const Words& words) {
  const pos::Invoice invoice = book.invoice(note.invoice).value();
  const pos::Buyer buyer = book.buyer(invoice.account, invoice.buyer_version).value();
  const std::vector<pos::Supplied> back = book.supplied(note.refunds);
  reporting::TradePaper paper;
  paper.title = words.say(Phrase("app.invoice.credit_title").with("number", note.number.text()));
  paper.from = from_lines(note.seller, words);
  paper.for_whom = words.say("app.invoice.for_whom");
  paper.to = to_lines(buyer, organisation.country, words);
  paper.facts = {{words.say("app.invoice.number"), note.number.text()},
                 {words.say("app.invoice.issued"), words.day(note.issued)},
                 {words.say("app.invoice.of_invoice"), invoice.number.text()},
                 {words.say("app.invoice.of_day"), words.day(invoice.issued)}};
  const SuppliedLines lines(note.seller, note.whole ? book.supplied(invoice.sales) : back, words);
  if (note.whole) {
    paper.columns = {{words.say("app.invoice.column.what"), 4, false},
                     {words.say("app.invoice.column.amount"), 1, true}};
    paper.lines = {{{words.say(Phrase("app.invoice.whole").with("number", invoice.number.text())),
                     words.amount(note.sums.gross)}}};
  } else {
    lines.write(paper, back);
  }
  if (lines.taxed())
    write_vat(paper, note.sums, words);
  else
    paper.notes.push_back(words.say("pos.paper.no_vat"));
  const Money given_back = note.sums.gross - note.sums.on_account;
  paper.sums = {{words.say("app.invoice.total"), words.amount(note.sums.gross)}};
  if (!given_back.is_zero())
    paper.sums.push_back({words.say("app.invoice.given_back_then"), words.amount(-given_back)});
  paper.sums.push_back(
      {words.say("app.invoice.taken_off"), words.amount_with_currency(note.sums.on_account), true});
  write_practice(paper, organisation, words);
  return paper;
}

reporting::TradePaper delivery_paper(pos::InvoiceBook& book, const pos::DeliveryNote& note,
                                     const pos::Organisation& organisation, const Words& words) {
  const pos::Sale sale = book.supplied({note.sale}).front().sale;
  const pos::Buyer buyer = book.buyer(book.account_of(note.sale).value()).value();
  const pos::OwnAccount own = book.own_account();
  reporting::TradePaper paper;
  paper.title = words.say(Phrase("pos.paper.delivery_note").with("number", note.number.text()));
  paper.from = from_lines({organisation.name, organisation.address, organisation.tax_number,
                           own.vat_number, own.iban, organisation.charges_vat},
                          words);
  paper.for_whom = words.say("app.invoice.for_whom");
  paper.to = to_lines(buyer, organisation.country, words);
  paper.facts = {{words.say("app.invoice.number"), note.number.text()},
                 {words.say("app.invoice.handed_over"), words.day(sale.business_day.day())},
                 {words.say("app.invoice.receipt"), sale.receipt}};
  paper.columns = {{words.say("app.invoice.column.what"), 7, false},
                   {words.say("app.invoice.column.quantity"), 3, true}};
  if (buyer.prices_on_notes) {
    paper.columns.push_back({words.say("app.invoice.column.price"), 3, true});
    paper.columns.push_back({words.say("app.invoice.column.amount"), 3, true});
    paper.sums = {
        {words.say("app.invoice.total"), words.amount_with_currency(sale.priced.total), true}};
  }
  for (const pos::SaleLine& line : sale.priced.lines) {
    const std::string name = line.note.empty() ? line.name : line.name + ", " + line.note;
    reporting::TradePaper::Line row{{name, quantity_text(line, words)}};
    if (buyer.prices_on_notes) {
      row.cells.push_back(words.amount(unit_price_of(line)));
      row.cells.push_back(words.amount(line.amount));
    }
    paper.lines.push_back(std::move(row));
  }
  paper.signatures = {words.say("app.invoice.gave"), words.say("app.invoice.received")};
  write_practice(paper, organisation, words);
  return paper;
}

}  // namespace

reporting::TradePaper invoice_paper(const pos::Invoice& invoice,
                                    const std::vector<pos::Supplied>& supplied,
                                    const pos::Buyer& buyer, const pos::Organisation& organisation,
                                    const Words& words) {
  const bool numbered = invoice.number.number != 0;
  reporting::TradePaper paper;
  paper.title = numbered
                    ? words.say(Phrase("app.invoice.title").with("number", invoice.number.text()))
                    : words.say("app.invoice.not_made_yet");
  paper.from = from_lines(invoice.seller, words);
  paper.for_whom = words.say("app.invoice.for_whom");
  paper.to = to_lines(buyer, organisation.country, words);
  if (numbered) paper.facts = {{words.say("app.invoice.number"), invoice.number.text()}};
  paper.facts.emplace_back(words.say("app.invoice.issued"), words.day(invoice.issued));
  paper.facts.emplace_back(
      words.say("app.invoice.supplied"),
      invoice.from == invoice.to
          ? words.day(invoice.from)
          : words.say(
                Phrase("app.account.period").with("from", invoice.from).with("to", invoice.to)));
  paper.facts.emplace_back(words.say("app.invoice.pay_until"), words.day(invoice.due));
  const SuppliedLines lines(invoice.seller, supplied, words);
  lines.write(paper, supplied);
  if (lines.taxed())
    write_vat(paper, invoice.sums, words);
  else
    paper.notes.push_back(words.say("pos.paper.no_vat"));
  const Money paid_then = invoice.sums.gross - invoice.sums.on_account;
  if (!paid_then.is_zero())
    paper.sums = {{words.say("app.invoice.total"), words.amount(invoice.sums.gross)},
                  {words.say("app.invoice.paid_then"), words.amount(-paid_then)}};
  paper.sums.push_back(
      {words.say("app.invoice.to_pay"), words.amount_with_currency(invoice.sums.on_account), true});
  write_pay(paper, invoice, organisation.practice, words);
  write_practice(paper, organisation, words);
  return paper;
}

reporting::TradePaper paper_of(pos::InvoiceBook& book, const pos::PaperNumber& number,
                               const pos::Organisation& organisation, const Words& words) {
  if (number.series == Series::delivery_note)
    return delivery_paper(book, book.note(number).value(), organisation, words);
  if (number.series == Series::credit_note)
    return credit_paper(book, book.credit_note(number).value(), organisation, words);
  CHECK(number.series == Series::invoice);
  const pos::Invoice invoice = book.invoice(number).value();
  return invoice_paper(invoice, book.supplied(invoice.sales),
                       book.buyer(invoice.account, invoice.buyer_version).value(), organisation,
                       words);
}

}  // namespace tilia::app
