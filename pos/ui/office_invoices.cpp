#include "pos/ui/office_invoices.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/decimal_text.h"
#include "core/iban.h"
#include "core/ui/office/typed.h"

namespace tilia::pos {
namespace {

using ui::Field;
using Why = InvoiceRefusal::Why;

// The field that has to be mended.
const char* field_of(Why why) {
  switch (why) {
    case Why::name_missing:
    case Why::name_too_long: return "name";
    case Why::address_missing:
    case Why::address_too_long: return "address";
    case Why::bad_country: return "country";
    case Why::bad_tax_number: return "tax_number";
    case Why::bad_vat_number: return "vat_number";
    case Why::bad_days_to_pay: return "days";
    case Why::bad_iban: return "iban";
    default: return "amount";
  }
}

}  // namespace

Field OfficeInvoices::field(Field made) const {
  return ui::as_typed(std::move(made), typed_, faults_);
}

void OfficeInvoices::show(Shown shown) {
  shown_ = shown;
  typed_.clear();
}

void OfficeInvoices::open_all() {
  from_all_ = true;
  notice_.reset();
  until_ = keep_.today().text();
  show(Shown::companies);
}

void OfficeInvoices::open(const std::string& account) {
  from_all_ = false;
  notice_.reset();
  account_ = account;
  until_ = keep_.today().text();
  show(book_.buyer(account) ? Shown::company : Shown::particulars);
}

// To where she came from; false at the first page.
bool OfficeInvoices::back() {
  switch (shown_) {
    case Shown::companies: return false;
    case Shown::own:
    case Shown::all_drawn_up: show(Shown::companies); return true;
    case Shown::company:
      if (!from_all_) return false;
      show(Shown::companies);
      return true;
    case Shown::particulars:
      if (!book_.buyer(account_)) return false;
      show(Shown::company);
      return true;
    case Shown::drawn_up:
    case Shown::paper: show(Shown::company); return true;
  }
  return false;
}

ui::Page OfficeInvoices::page() {
  ui::Page page = [this] {
    switch (shown_) {
      case Shown::companies: return companies_page();
      case Shown::own: return own_page();
      case Shown::all_drawn_up: return all_drawn_up_page();
      case Shown::company: return company_page();
      case Shown::particulars: return particulars_page();
      case Shown::drawn_up: return drawn_up_page();
      case Shown::paper: return paper_page();
    }
    return companies_page();
  }();
  if (notice_) page.remarks.insert(page.remarks.begin(), *notice_);
  return page;
}

KeepInvoices::Asked OfficeInvoices::until(const std::string& account) const {
  return {account, Day::parse(until_).value_or(keep_.today()), {}};
}

template <class T>
bool OfficeInvoices::kept(const Result<T, InvoiceRefusal>& answer, const char* sentence) {
  if (answer)
    notice_ = {Phrase(sentence), ui::Remark::Kind::done};
  else
    notice_ = {sentence_of(answer.refusal()), ui::Remark::Kind::mend};
  return answer.ok();
}

void OfficeInvoices::save_particulars(const ui::Values& values) {
  typed_ = values.texts;
  const auto days = parse_decimal(ui::trimmed(values.text("days")), 0);
  const Buyer buyer{
      .account = account_,
      .name = values.text("name"),
      .address = values.text("address"),
      .country = ui::trimmed(values.text("country")),
      .tax_number = values.text("tax_number"),
      .vat_number = values.text("vat_number"),
      .days_to_pay = days ? static_cast<int>(std::clamp<std::int64_t>(days.value(), -1, 1000)) : -1,
      .prices_on_notes = values.yes("prices")};
  const auto saved = keep_.set_buyer(buyer);
  if (!saved) {
    faults_.insert_or_assign(field_of(saved.refusal().why), sentence_of(saved.refusal()));
    return;
  }
  show(Shown::company);
  notice_ = {Phrase("office.customers.kept"), ui::Remark::Kind::done};
}

void OfficeInvoices::save_own(const ui::Values& values) {
  typed_ = values.texts;
  const auto saved = keep_.set_own_account({values.text("iban"), values.text("vat_number")});
  if (!saved) {
    faults_.insert_or_assign(field_of(saved.refusal().why), sentence_of(saved.refusal()));
    return;
  }
  show(Shown::companies);
  notice_ = {Phrase("office.customers.kept"), ui::Remark::Kind::done};
}

void OfficeInvoices::make_one() {
  const auto made = keep_.make(until(account_));
  if (!kept(made, "office.company.made")) return;
  chosen_ = made.value().number.text();
  show(Shown::paper);
}

// Each of those that the page showed. What cannot be made stays there to be looked at.
void OfficeInvoices::make_all() {
  int made = 0;
  for (const Buyer& buyer : book_.buyers()) {
    if (keep_.make(until(buyer.account))) ++made;
  }
  show(Shown::companies);
  notice_ = {Phrase::counted("office.company.made_all", made), ui::Remark::Kind::done};
}

void OfficeInvoices::pay(const ui::Values& values) {
  typed_ = values.texts;
  const auto standing = keep_.standing(account_);
  const auto amount = ui::typed_money(values.text("amount"), standing.value().owed.currency());
  if (!amount) {
    faults_.insert_or_assign("amount", sentence_of(InvoiceRefusal{Why::not_an_amount}));
    return;
  }
  const auto paid =
      keep_.pay(account_, *amount, PaperNumber::parse(Series::invoice, values.text("invoice")));
  if (!paid) {
    faults_.insert_or_assign("amount", sentence_of(paid.refusal()));
    return;
  }
  typed_.clear();
  notice_ = {
      Phrase("office.customers.owes_now").with("amount", keep_.standing(account_).value().owed),
      ui::Remark::Kind::done};
}

ui::Next OfficeInvoices::save_paper(const ui::Values& values) {
  const std::string path = values.text("path");
  const bool statement = shown_ == Shown::company;
  if (path.empty())
    return ui::Next::save_file("company.pdf",
                               fmt::format("{}.pdf", statement ? account_ : chosen_));
  if (statement) {
    paper_.write_statement(account_, path);
  } else {
    const auto invoice = PaperNumber::parse(Series::invoice, chosen_);
    paper_.write(invoice ? *invoice : PaperNumber::parse(Series::credit_note, chosen_).value(),
                 path);
  }
  notice_ = {Phrase("office.saved").with("file", path), ui::Remark::Kind::done};
  return ui::Next::page();
}

// What is done with the company or the paper that is shown.
void OfficeInvoices::act(const std::string& action, const ui::Values& values) {
  if (action == "company.save") save_particulars(values);
  if (action == "company.save_own") save_own(values);
  if (action == "company.make") make_one();
  if (action == "company.make_all") make_all();
  if (action == "company.paid") pay(values);
  if (action == "company.assign")
    kept(keep_.assign(account_, std::nullopt), "office.company.assigned");
  const auto invoice = PaperNumber::parse(Series::invoice, chosen_);
  const bool whole = action == "company.credit_whole";
  if (invoice && (whole || action == "company.credit")) {
    const auto note = keep_.credit(*invoice, whole);
    if (kept(note, "office.company.credited")) chosen_ = note.value().number.text();
  }
  const auto payment = PaperNumber::parse(Series::payment, chosen_);
  if (payment && action == "company.reverse" &&
      kept(keep_.reverse(*payment), "office.company.reversed"))
    show(Shown::company);
}

std::optional<ui::Next> OfficeInvoices::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  faults_.clear();
  if (action == "back") {
    if (!back()) return std::nullopt;
    return ui::Next::page();
  }
  if (action == "company.pdf") return save_paper(values);
  if (!values.text("until").empty()) until_ = values.text("until");
  if (action == "company.open") {
    account_ = values.text("row");
    show(Shown::company);
  }
  if (action == "company.paper") {
    chosen_ = values.text("row");
    show(Shown::paper);
  }
  if (action == "company.own") show(Shown::own);
  if (action == "company.draw_up_all") show(Shown::all_drawn_up);
  if (action == "company.draw_up") show(Shown::drawn_up);
  if (action == "company.particulars") show(Shown::particulars);
  act(action, values);
  return ui::Next::page();
}

}  // namespace tilia::pos
