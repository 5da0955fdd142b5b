#include "pos/invoice/keep_invoices.h"

#include <algorithm>

#include "pos/plausible_amount.h"

namespace tilia::pos {
namespace {

// An invoice says who sells, from where, and under which tax number; practice papers need not.
bool is_nameless(const Organisation& organisation) {
  return !organisation.practice &&
         (organisation.address.empty() || organisation.tax_number.empty());
}

}  // namespace

using Why = InvoiceRefusal::Why;

std::optional<CustomerAccount> KeepInvoices::account(const std::string& code) {
  for (CustomerAccount& each : doors_.tenders.accounts()) {
    if (each.code == code && each.owed.currency() == currency_) return std::move(each);
  }
  return std::nullopt;
}

Seller KeepInvoices::seller() {
  const Organisation own = doors_.till_book.organisation();
  OwnAccount account = doors_.book.own_account();
  return {own.name,
          own.address,
          own.tax_number,
          std::move(account.vat_number),
          std::move(account.iban),
          own.charges_vat};
}

KeepInvoices::Answer<Buyer> KeepInvoices::set_buyer(const Buyer& typed) {
  auto plain = plain_buyer(typed);
  if (!plain) return plain.refusal();
  if (!account(typed.account)) return InvoiceRefusal{Why::unknown_account, typed.account};
  return doors_.book.put_buyer(plain.value());
}

KeepInvoices::Answer<OwnAccount> KeepInvoices::set_own_account(const OwnAccount& typed) {
  auto plain = plain_own_account(typed);
  if (plain) doors_.book.put_own_account(plain.value());
  return plain;
}

KeepInvoices::Answer<DeliveryNote> KeepInvoices::deliver(const std::string& receipt) {
  const auto sale = doors_.till_book.sale_by_receipt(receipt);
  if (!sale) return InvoiceRefusal{Why::unknown_receipt, receipt};
  const auto account = doors_.book.account_of(sale->id);
  if (!account) return InvoiceRefusal{Why::not_on_account, receipt};
  if (!doors_.book.buyer(*account)) return InvoiceRefusal{Why::no_buyer, *account};
  return doors_.book.enter_note(sale->id, today(), doors_.clock.now());
}

// A sale whose note was asked for, and what came back of it until then.
KeepInvoices::Answer<std::vector<Supplied>> KeepInvoices::gathered(const Asked& asked) {
  std::vector<Supplied> all = doors_.book.not_invoiced(asked.account, asked.until);
  if (asked.notes.empty()) return all;
  std::vector<std::string> receipts;
  for (const PaperNumber& number : asked.notes) {
    const auto note = doors_.book.note(number);
    if (!note) return InvoiceRefusal{Why::unknown_note, number.text()};
    if (doors_.book.account_of(note->sale) != asked.account)
      return InvoiceRefusal{Why::of_another_buyer, number.text()};
    const auto sale =
        std::ranges::find_if(all, [&](const Supplied& each) { return each.sale.id == note->sale; });
    if (sale == all.end()) return InvoiceRefusal{Why::already_invoiced, number.text()};
    receipts.push_back(sale->sale.receipt);
  }
  std::erase_if(all, [&](const Supplied& each) {
    const auto& of = each.sale.refund_of;
    return std::ranges::find(receipts, of ? of->receipt : each.sale.receipt) == receipts.end();
  });
  return all;
}

KeepInvoices::Answer<Invoice> KeepInvoices::preview(const Asked& asked) {
  if (!account(asked.account)) return InvoiceRefusal{Why::unknown_account, asked.account};
  const auto buyer = doors_.book.buyer(asked.account);
  if (!buyer) return InvoiceRefusal{Why::no_buyer, asked.account};
  if (is_nameless(doors_.till_book.organisation()))
    return InvoiceRefusal{Why::own_particulars_missing, asked.account};
  const auto supplied = gathered(asked);
  if (!supplied) return supplied.refusal();
  InvoiceSums sums = sums_of(supplied.value(), currency_);
  if (sums.gross <= none()) return InvoiceRefusal{Why::nothing_to_invoice, asked.account};
  const Day first = supplied.value().front().sale.business_day.day();
  Invoice invoice{.number = {Series::invoice, 0, 0},
                  .account = asked.account,
                  .buyer_version = buyer->version,
                  .seller = seller(),
                  .issued = today(),
                  .from = first,
                  .to = first,
                  .due = today().plus_days(buyer->days_to_pay),
                  .sales = {},
                  .sums = std::move(sums),
                  .credited = none(),
                  .paid = none()};
  bool any = false;
  for (const Supplied& each : supplied.value()) {
    invoice.sales.push_back(each.sale.id);
    if (each.sale.refund_of) continue;  // on that day nothing was supplied
    const Day day = each.sale.business_day.day();
    invoice.from = any ? std::min(invoice.from, day) : day;
    invoice.to = any ? std::max(invoice.to, day) : day;
    any = true;
  }
  return invoice;
}

KeepInvoices::Answer<Invoice> KeepInvoices::make(const Asked& asked) {
  const auto drawn_up = preview(asked);
  if (!drawn_up) return drawn_up.refusal();
  auto made = doors_.book.enter_invoice(drawn_up.value(), doors_.clock.now());
  if (!made) return InvoiceRefusal{Why::changed_meanwhile, asked.account};
  return std::move(*made);
}

KeepInvoices::Answer<CreditNote> KeepInvoices::credit(const PaperNumber& number, bool whole) {
  const auto invoice = doors_.book.invoice(number);
  if (!invoice) return InvoiceRefusal{Why::unknown_invoice, number.text()};
  if (invoice->cancelled) return InvoiceRefusal{Why::cancelled, number.text()};
  if (is_nameless(doors_.till_book.organisation()))
    return InvoiceRefusal{Why::own_particulars_missing, number.text()};
  CreditNote note{.number = {Series::credit_note, 0, 0},
                  .invoice = number,
                  .issued = today(),
                  .seller = seller(),
                  .whole = whole,
                  .refunds = {},
                  .sums = {none(), none(), {}},
                  .released = none()};
  if (whole) {
    InvoiceSums left = invoice->sums;
    for (const CreditNote& before : doors_.book.credit_notes(invoice->account)) {
      if (before.invoice != number) continue;
      left.gross += before.sums.gross;
      left.on_account += before.sums.on_account;
      left.vat.insert(left.vat.end(), before.sums.vat.begin(), before.sums.vat.end());
    }
    note.sums = {-left.gross, -left.on_account, vat_over(left.vat)};
    for (VatSum& sum : note.sums.vat)
      sum = {sum.vat_class, sum.rate, -sum.gross, -sum.net, -sum.vat};
  } else {
    const auto back = doors_.book.taken_back_since(number);
    if (back.empty()) return InvoiceRefusal{Why::nothing_to_credit, number.text()};
    note.sums = sums_of(back, currency_);
    for (const Supplied& each : back) note.refunds.push_back(each.sale.id);
  }
  const Money open = invoice->open() + note.sums.on_account;
  if (open.negative()) note.released = -open;
  auto made = doors_.book.enter_credit(note, doors_.clock.now());
  if (!made) return InvoiceRefusal{Why::changed_meanwhile, number.text()};
  return std::move(*made);
}

KeepInvoices::Answer<std::vector<InvoicePayment::Part>> KeepInvoices::parts_of(
    const std::string& account, const Money& amount, const std::optional<PaperNumber>& number) {
  if (!number) return oldest_first(doors_.book.invoices(account), amount);
  const auto invoice = doors_.book.invoice(*number);
  if (!invoice) return InvoiceRefusal{Why::unknown_invoice, number->text()};
  if (invoice->account != account) return InvoiceRefusal{Why::of_another_buyer, number->text()};
  if (invoice->cancelled) return InvoiceRefusal{Why::cancelled, number->text()};
  if (amount > invoice->open()) return InvoiceRefusal{Why::more_than_open, invoice->open().text()};
  return oldest_first({*invoice}, amount);
}

KeepInvoices::Answer<InvoicePayment> KeepInvoices::enter(const InvoicePayment& payment) {
  auto entered = doors_.book.enter_payment(payment, doors_.clock.now());
  if (!entered) return InvoiceRefusal{Why::changed_meanwhile, payment.account};
  return std::move(*entered);
}

KeepInvoices::Answer<InvoicePayment> KeepInvoices::pay(const std::string& code, const Money& amount,
                                                       const std::optional<PaperNumber>& invoice,
                                                       const std::optional<InvoicePaymentId>& id) {
  if (const auto there = id ? doors_.book.payment(*id) : std::nullopt) {
    if (there->account != code || there->amount != amount)
      return InvoiceRefusal{Why::same_id_other_content, there->number.text()};
    return *there;
  }
  const auto known = account(code);
  if (!known) return InvoiceRefusal{Why::unknown_account, code};
  if (!amount.same_currency(none()) || amount <= none() || too_large(amount) ||
      looks_like_a_barcode(amount))
    return InvoiceRefusal{Why::not_an_amount, amount.text()};
  auto asked_for = parts_of(code, amount, invoice);
  if (!asked_for) return asked_for.refusal();
  if (amount > known->owed) return InvoiceRefusal{Why::more_than_owed, known->owed.text()};
  // What a payment that is gone had paid comes off first.
  const Money free = std::max(std::min(amount, doors_.book.unassigned(code) + amount), none());
  auto parts = free == amount ? std::move(asked_for) : parts_of(code, free, invoice);
  return enter({.number = {Series::payment, 0, 0},
                .account = code,
                .kind = InvoicePayment::Kind::bank,
                .amount = amount,
                .day = today(),
                .parts = std::move(parts).value(),
                .id = id});
}

KeepInvoices::Answer<InvoicePayment> KeepInvoices::assign(
    const std::string& code, const std::optional<PaperNumber>& invoice) {
  if (!account(code)) return InvoiceRefusal{Why::unknown_account, code};
  Money free = doors_.book.unassigned(code);
  if (invoice) {
    const auto one = doors_.book.invoice(*invoice);
    if (one) free = std::min(free, one->open());
  }
  auto parts = parts_of(code, std::max(free, none()), invoice);
  if (!parts) return parts.refusal();
  Money sum = none();
  for (const InvoicePayment::Part& part : parts.value()) sum += part.amount;
  if (sum.is_zero()) return InvoiceRefusal{Why::nothing_to_assign, code};
  return enter({.number = {Series::payment, 0, 0},
                .account = code,
                .kind = InvoicePayment::Kind::assigned,
                .amount = sum,
                .day = today(),
                .parts = std::move(parts).value()});
}

KeepInvoices::Answer<InvoicePayment> KeepInvoices::reverse(const PaperNumber& number) {
  const auto payment = doors_.book.payment(number);
  if (!payment || payment->kind == InvoicePayment::Kind::reversed)
    return InvoiceRefusal{Why::unknown_payment, number.text()};
  if (payment->is_reversed) return InvoiceRefusal{Why::already_reversed, number.text()};
  const bool bank = payment->kind == InvoicePayment::Kind::bank;
  const Money left = doors_.book.unassigned(payment->account) - (bank ? payment->amount : none());
  return enter({.number = {Series::payment, 0, 0},
                .account = payment->account,
                .kind = InvoicePayment::Kind::reversed,
                .amount = payment->amount,
                .day = today(),
                .parts = taken_back_from(doors_.book.invoices(payment->account), *payment, left),
                .reverses = number});
}

KeepInvoices::Answer<InvoiceStanding> KeepInvoices::standing(const std::string& code) {
  const auto known = account(code);
  if (!known) return InvoiceRefusal{Why::unknown_account, code};
  InvoiceStanding standing{known->owed, none(), doors_.book.not_invoiced_sum(code),
                           doors_.book.unassigned(code)};
  for (const Invoice& invoice : doors_.book.invoices(code)) standing.open += invoice.open();
  return standing;
}

std::vector<KeepInvoices::Aged> KeepInvoices::ages() {
  std::vector<Aged> aged;
  for (Buyer& buyer : doors_.book.buyers()) {
    const auto known = standing(buyer.account);
    if (!known) continue;
    const InvoiceAge age = age_of(doors_.book.invoices(buyer.account), today(), currency_);
    aged.push_back({std::move(buyer), known.value(), age});
  }
  std::ranges::stable_sort(aged, {}, [](const Aged& each) { return each.buyer.name; });
  return aged;
}

}  // namespace tilia::pos
