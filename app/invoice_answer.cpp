// How `tilia invoice …` answers, and what its commands stand on.
#include "app/arguments.h"
#include "app/command_invoice.h"
#include "app/invoice_paper.h"

namespace tilia::app {
namespace {

Json vat_json(const std::vector<pos::VatSum>& vat) {
  Json sums = Json::array();
  for (const pos::VatSum& sum : vat)
    sums.push_back({{"class", pos::vat_class_text(sum.vat_class)},
                    {"rate", sum.rate.percent_text()},
                    {"gross", amount_json(sum.gross)},
                    {"net", amount_json(sum.net)},
                    {"vat", amount_json(sum.vat)}});
  return sums;
}

}  // namespace

InvoiceDesk::InvoiceDesk(Desk& desk, Act act)
    : book(desk),
      invoices(book.file()),
      keep({invoices, book.tender_book(), book.till_book(), book.zone(), book.clock()}),
      desk_(desk) {
  book.acting(act);
}

void InvoiceDesk::write_pdf(const pos::PaperNumber& number, const std::string& file) {
  if (file.empty()) return;
  const reporting::Typeface typeface(desk_.resources.fonts());
  write_whole(file, reporting::trade_paper_pdf(
                        paper_of(invoices, number, book.organisation(), paper_words()), typeface));
}

void refuse(const pos::InvoiceRefusal& refusal) {
  throw Stopped(ExitStatus::refused, std::string(pos::invoice_refusal_code(refusal.why)),
                pos::sentence_of(refusal));
}

pos::PaperNumber number_argument(pos::Series series, const std::string& text) {
  const auto number = pos::PaperNumber::parse(series, text);
  using Why = pos::InvoiceRefusal::Why;
  if (!number)
    refuse({series == pos::Series::payment         ? Why::unknown_payment
            : series == pos::Series::delivery_note ? Why::unknown_note
                                                   : Why::unknown_invoice,
            text});
  return *number;
}

Json sums_json(const pos::InvoiceSums& sums) {
  return {{"currency", sums.gross.currency().code()},
          {"gross", amount_json(sums.gross)},
          {"on_account", amount_json(sums.on_account)},
          {"vat", vat_json(sums.vat)}};
}

Json invoice_json(const pos::Invoice& invoice) {
  const bool numbered = invoice.number.number != 0;
  Json json{{"invoice", numbered ? Json(invoice.number.text()) : Json()},
            {"account", invoice.account},
            {"issued", invoice.issued.text()},
            {"from", invoice.from.text()},
            {"to", invoice.to.text()},
            {"due", invoice.due.text()}};
  json.update(sums_json(invoice.sums));
  json["credited"] = amount_json(invoice.credited);
  json["paid"] = amount_json(invoice.paid);
  json["open"] = amount_json(invoice.open());
  json["cancelled"] = invoice.cancelled;
  return json;
}

Json credit_json(const pos::CreditNote& note) {
  Json json{{"credit_note", note.number.text()},
            {"invoice", note.invoice.text()},
            {"issued", note.issued.text()},
            {"whole", note.whole}};
  json.update(sums_json(note.sums));
  json["released"] = amount_json(note.released);
  return json;
}

Json payment_json(const pos::InvoicePayment& payment) {
  Json parts = Json::array();
  for (const pos::InvoicePayment::Part& part : payment.parts)
    parts.push_back({{"invoice", part.invoice.text()}, {"amount", amount_json(part.amount)}});
  return {{"payment", payment.number.text()},
          {"account", payment.account},
          {"what", pos::invoice_payment_text(payment.kind)},
          {"day", payment.day.text()},
          {"amount", amount_json(payment.amount)},
          {"parts", parts},
          {"reverses", payment.reverses ? Json(payment.reverses->text()) : Json()}};
}

}  // namespace tilia::app
