#include "app/office_desks.h"

#include <algorithm>

#include "app/account_paper.h"
#include "app/arguments.h"
#include "app/backup_schedule.h"
#include "app/book_word.h"
#include "app/few_holders.h"
#include "app/invoice_paper.h"
#include "app/office_printer.h"
#include "app/payslip_paper.h"
#include "app/permission.h"
#include "app/picture_folder.h"
#include "app/recovery_paper.h"
#include "app/release_report.h"
#include "app/shop_paper.h"
#include "app/wages_by_bank.h"
#include "db/backup.h"
#include "db/book_fault.h"
#include "db/key_change.h"
#include "db/settings.h"
#include "db/verify_heads.h"
#include "reporting/tables.h"

namespace tilia::app {
namespace {

// Releases first, then writes: a report that could not be written stands in the ledger as one that
// was drawn up.
class ReportWork final : public ui::LongWork {
 public:
  ReportWork(OfficeBook& book, const Day& from, const Day& to, std::string owner,
             reporting::ReportFile kind, std::filesystem::path file)
      : book_(book),
        from_(from),
        to_(to),
        owner_(std::move(owner)),
        kind_(kind),
        file_(std::move(file)) {}

  Phrase title() const override { return Phrase("office.report.saving"); }
  int steps() const override { return 2; }
  void step(int number) override {
    if (number == 0)
      release();
    else if (released_)
      write();
  }
  ui::Remark told(int done) const override {
    if (refusal_) return {*refusal_, ui::Remark::Kind::mend};
    if (done < steps()) return {Phrase("office.stopped"), ui::Remark::Kind::told};
    return {Phrase("office.saved").with("file", file_.string()), ui::Remark::Kind::done};
  }

 private:
  void release() {
    const Instant now = book_.clock().now();
    const Day today = book_.zone().local_day(now);
    auto released = owner_.empty()
                        ? release_revenue_to_services(book_.figures_book(), from_, to_, today, now)
                        : release_owners_report(book_.figures_book(), book_.owners_book(), owner_,
                                                from_, to_, today, now);
    if (released)
      released_ = std::move(released).value();
    else
      refusal_ = released.refusal().sentence;
  }
  void write() {
    const Words words = book_.paper_words();
    switch (kind_) {
      case reporting::ReportFile::pdf:
        write_whole(file_, reporting::revenue_to_services_pdf(released_->report, released_->number,
                                                              book_.typeface(), words));
        return;
      case reporting::ReportFile::xlsx:
        reporting::write_revenue_to_services_xlsx(released_->report, file_, words);
        return;
      case reporting::ReportFile::csv:
        write_whole(file_, reporting::revenue_to_services_csv(released_->report, words));
        return;
    }
  }

  OfficeBook& book_;
  Day from_;
  Day to_;
  std::string owner_;
  reporting::ReportFile kind_;
  std::filesystem::path file_;
  std::optional<ReleasedReport> released_;
  std::optional<Phrase> refusal_;
};

class BackupWork final : public ui::LongWork {
 public:
  BackupWork(OfficeBook& book, std::filesystem::path file) : book_(book), file_(std::move(file)) {}
  Phrase title() const override { return Phrase("office.settings.backing_up"); }
  int steps() const override { return 1; }
  void step(int) override {
    entries_ = db::make_backup(book_.file(), file_).entries;
    note_backup(book_.file(), book_.clock().now());
  }
  ui::Remark told(int done) const override {
    if (done < steps()) return {Phrase("office.stopped"), ui::Remark::Kind::told};
    return {Phrase::counted("office.settings.backed_up", entries_).with("file", file_.string()),
            ui::Remark::Kind::done};
  }

 private:
  OfficeBook& book_;
  std::filesystem::path file_;
  std::int64_t entries_ = 0;
};

}  // namespace

std::vector<pos::OfficeUser> office_users(db::Users& users) {
  std::vector<pos::OfficeUser> shown;
  for (const db::User& user : users.list())
    shown.push_back({user.name, user.picture, std::string(db::role_text(user.role)), user.disabled,
                     users.approves(user.id)});
  return shown;
}

std::vector<pos::OfficeUser> OfficeCrewDesk::users() { return office_users(book_.users()); }

Phrase not_let_in(db::Users& users, const std::string& name) {
  const auto wait = users.wait_of(name);
  return wait ? db::sentence_of(*wait) : Phrase("office.log_in.wrong");
}

Result<Done, Phrase> OfficeCrewDesk::log_in(const std::string& name,
                                            const Secret<std::string>& secret) {
  user_.reset();
  book_.keys().clear();
  auto session = book_.users().log_in(name, secret);
  // Counter staff have nothing to do here: the office has no room for them.
  if (!session || session->user.role == db::Role::counter) return not_let_in(book_.users(), name);
  user_ = session->user;
  book_.keys() = std::move(session->keys);
  return Done{};
}

std::vector<ui::Choice> OfficePayDesk::approvers() {
  std::vector<ui::Choice> others;
  for (const db::User& user : book_.users().list()) {
    if (!user.disabled && user.id != user_.id && may(user.role, Act::approve_pay))
      others.push_back({user.name, user.picture + "  " + user.name});
  }
  return others;
}

Result<payroll::UserId, Phrase> OfficePayDesk::log_in(const std::string& name,
                                                      const Secret<std::string>& secret) {
  // She signs; what she signs was opened with the keys of who is logged in.
  const auto session = book_.users().log_in(name, secret);
  if (!session) return not_let_in(book_.users(), name);
  if (!may(session->user.role, Act::approve_pay)) return Phrase("app.user.may_not");
  return session->user.id;
}

void OfficePayDesk::write_payslip(const payroll::PayRun& run, const payroll::PayRunSlip& slip,
                                  const std::filesystem::path& file) {
  const auto paper = payslip_paper_of(book_.pay_book().employer(), run, slip);
  write_whole(file, reporting::payslip_pdf(paper, book_.typeface(), book_.paper_words()));
}

ui::Remark OfficePayDesk::write_bank_file(const payroll::PayRun& run,
                                          const std::filesystem::path& file) {
  constexpr auto form = reporting::BankFileForm::pain_001_001_09;
  const payroll::BankPay pay = payroll::bank_pay_of(run, reporting::longest_bank_name(form));
  if (pay.transfers.empty())
    return {payroll::sentence_of(payroll::PayDayRefusal::nobody_by_bank, run.month),
            ui::Remark::Kind::mend};
  const std::string account = book_.invoice_book().own_account().iban;
  if (account.empty()) return {Phrase("office.pay.no_own_account"), ui::Remark::Kind::mend};
  const payroll::BankLine line =
      payroll::bank_line_of(book_.pay_book().employer(), run.month, book_.paper_words());
  const Instant approved = book_.pay_book().approved_at(run.month).value();
  const Day pay_on = payroll::next_weekday(book_.zone().local_day(approved));
  write_whole(file,
              reporting::bank_file_xml(wage_transfers(pay, line, account, approved, pay_on, form)));
  std::string left_out;
  for (const payroll::BankPay::LeftOut& one : pay.left_out)
    left_out += (left_out.empty() ? "" : ", ") + one.alias;
  if (left_out.empty())
    return {Phrase("office.saved").with("file", file.string()), ui::Remark::Kind::done};
  return {
      Phrase("office.pay.bank_file_without").with("file", file.string()).with("workers", left_out),
      ui::Remark::Kind::done};
}

void OfficeShopDesk::write(const pos::DaySheet& sheet, const std::filesystem::path& file) {
  const pos::PaperHead head{book_.organisation(), book_.pack().fiscal_duty, false};
  const Strip strip = pos::day_sheet_strip(sheet, head, book_.zone(), book_.paper_words());
  write_whole(file, reporting::strip_pdf(strip, reporting::StripPaper::a4, book_.typeface()));
}

void OfficeShopDesk::write(const std::string& text, const std::filesystem::path& file) {
  write_whole(file, text);
}

Result<std::string, Phrase> OfficeShopDesk::take_picture(const std::filesystem::path& file) {
  return app::take_picture(picture_folder(book_.file().path()), file);
}

std::unique_ptr<ui::LongWork> OfficeShopDesk::save(const Day& from, const Day& to,
                                                   const std::string& owner,
                                                   reporting::ReportFile kind,
                                                   const std::filesystem::path& file) {
  return std::make_unique<ReportWork>(book_, from, to, owner, kind, file);
}

void OfficeShopFigures::write(const pos::ShopFigures& figures, pos::ShopFile kind,
                              const std::filesystem::path& file) {
  const reporting::ShopSales sales = shop_sales_of(book_.organisation(), figures);
  const Words words = book_.paper_words();
  switch (kind) {
    case pos::ShopFile::pdf:
      return write_whole(file, reporting::shop_sales_pdf(sales, book_.typeface(), words));
    case pos::ShopFile::xlsx: return reporting::write_shop_sales_xlsx(sales, file, words);
    case pos::ShopFile::csv: return write_whole(file, reporting::shop_sales_csv(sales, words));
  }
}

void OfficeAccountPaper::write_pdf(const pos::CustomerAccount& account,
                                   const pos::AccountStatement& statement,
                                   const std::filesystem::path& file) {
  const Words words = book_.paper_words();
  write_whole(file, reporting::document_pdf(
                        statement_document(account, statement, book_.organisation(), words),
                        book_.typeface()));
}

void OfficeAccountPaper::write_csv(const pos::AccountStatement& statement,
                                   const std::filesystem::path& file) {
  write_whole(file, statement_csv(statement));
}

void OfficeInvoicePaper::write(const pos::PaperNumber& number, const std::filesystem::path& file) {
  const Words words = book_.paper_words();
  write_whole(file, reporting::trade_paper_pdf(
                        paper_of(book_.invoice_book(), number, book_.organisation(), words),
                        book_.typeface()));
}

void OfficeInvoicePaper::write_statement(const std::string& account,
                                         const std::filesystem::path& file) {
  const Words words = book_.paper_words();
  write_whole(file,
              reporting::document_pdf(
                  company_statement(statement_of_company(book_.invoice_book(), book_.tender_book(),
                                                         book_.till_book(), account, std::nullopt,
                                                         book_.zone(), book_.clock()),
                                    book_.organisation(), words),
                  book_.typeface()));
}

std::optional<Phrase> OfficeBookWord::word() {
  const auto found = finding_about(book_.file());
  return found ? std::optional(sentence_of(*found, book_.zone())) : std::nullopt;
}

void OfficeBookWord::noted() {
  db::BookWitness(db::DeviceFolder::of_book(device_folder(), book_.file()))
      .acknowledge(book_.file().reader());
}

pos::BackupWord OfficeBookWord::backup() {
  const BackupAge age = backup_age(book_.file(), book_.clock().now());
  return {age.sentence, age.needs_look};
}

void tend_backup(OfficeBook& book) {
  const Instant now = book.clock().now();
  try {
    if (backup_is_due(book.file(), now)) make_due_backup(book.file(), now, book.zone());
  } catch (const std::exception&) {
    // The stick is not plugged in, or full: the age of the last one is what the manager sees.
  }
}

std::vector<pos::OfficeUser> OfficeSettingsDesk::users() { return office_users(book_.users()); }

// A manager adds counter staff and managers. Of the other roles only somebody who holds what the
// role needs adds one; a key that nobody holds yet is made for the first.
std::vector<std::string> OfficeSettingsDesk::roles_to_give() {
  using enum db::Role;
  std::vector<std::string> roles;
  for (const db::Role role : {counter, manager, db::Role::payroll, finance, auditor}) {
    const bool of_shop = role == counter || role == manager;
    const bool gives = of_shop ? user_.role == manager : book_.users().can_give(book_.keys(), role);
    if (gives) roles.emplace_back(db::role_text(role));
  }
  return roles;
}

Result<Done, Phrase> OfficeSettingsDesk::add_user(const pos::OfficeUser& user,
                                                  const Secret<std::string>& secret) {
  const std::vector<std::string> roles = roles_to_give();
  if (std::find(roles.begin(), roles.end(), user.role) == roles.end())
    return Phrase("app.user.may_not");
  const std::optional<db::Role> role = db::parse_role(user.role);
  CHECK(role.has_value());
  db::Giver giver{user_, book_.keys()};
  const auto added =
      book_.users().add({user.name, user.picture, *role}, secret, book_.chance(), &giver);
  if (!added) return db::sentence_of(added.refusal());
  return Done{};
}

Result<Done, Phrase> OfficeSettingsDesk::disable_user(const std::string& name) {
  if (name == user_.name) return Phrase("office.settings.not_yourself");
  db::Giver giver{user_, book_.keys()};
  const auto disabled = book_.users().disable(name, giver);
  if (!disabled) return db::sentence_of(disabled.refusal());
  return Done{};
}

Result<Done, Phrase> OfficeSettingsDesk::set_approves(const std::string& name, bool approves) {
  if (user_.role != db::Role::manager) return Phrase("app.user.may_not");
  const auto set = book_.users().set_approves(name, approves);
  if (!set) return db::sentence_of(set.refusal());
  return Done{};
}

void OfficeSettingsDesk::set_counter_rule(const std::string& name, const std::string& text) {
  book_.till_book().set_counter_rule(name, text, book_.clock().now());
}

Result<Done, Phrase> OfficeSettingsDesk::new_secret(const std::string& name,
                                                    const Secret<std::string>& secret) {
  const db::Giver giver{user_, book_.keys()};
  const auto bound = book_.users().rebind(name, secret, giver);
  if (!bound) return db::sentence_of(bound.refusal());
  return Done{};
}

std::filesystem::path OfficeSettingsDesk::new_recovery_sheet() {
  const std::filesystem::path file = book_.papers().file("recovery.pdf");
  const Words words = book_.paper_words();
  const auto made =
      write_recovery_sheet(book_.users(), {user_, book_.keys()},
                           {book_.organisation().name, book_.zone().local_day(book_.clock().now()),
                            words, book_.typeface()},
                           file);
  CHECK(made.ok());  // counter staff do not come into the office
  return file;
}

Result<Done, Phrase> OfficeSettingsDesk::set_second_passphrase(const Secret<std::string>& secret) {
  const auto set = book_.users().set_second_door({user_, book_.keys()}, db::Door::duress, secret);
  if (!set) return db::sentence_of(set.refusal());
  return Done{};
}

void OfficeSettingsDesk::drop_second_passphrase() {
  book_.users().shut_second_door({user_, book_.keys()}, db::Door::duress);
}

std::string OfficeSettingsDesk::few_holders() {
  std::vector<FewHolders> few = app::few_holders(book_.users());
  // To whoever holds it herself, and to the manager, who cares for the book.
  std::erase_if(few, [this](const FewHolders& each) {
    return !book_.keys().holds(each.key) && user_.role != db::Role::manager;
  });
  return said(few, Words(language_, book_.resources().catalogues()));
}

std::string OfficeSettingsDesk::setting(const std::string& name) {
  const pos::PrinterSetting printer = read_till_devices(till_devices_file()).printer;
  if (name == "printer.way") return printer_way_text(printer.way);
  if (name == "printer.target") return printer.target;
  return db::read_setting(book_.file(), name).value_or("");
}

void OfficeSettingsDesk::set(const std::string& name, const std::string& value) {
  if (name.starts_with("printer."))
    set_till_printer(till_devices_file(), name, value);
  else
    db::write_setting(book_.file(), name, value);
}

void OfficeSettingsDesk::set_organisation(const pos::Organisation& organisation) {
  db::set_organisation(book_.file(), organisation, book_.clock().now());
}

void OfficeSettingsDesk::speak(Language language) {
  db::write_setting(book_.file(), "window.language", std::string(language_tag(language)));
  speak_(language);
}

ui::Remark OfficeSettingsDesk::compare_head(const std::string& typed) {
  const auto head = db::parse_short_head(typed);
  if (!head) return {Phrase("book.head.no_head").with("found", typed), ui::Remark::Kind::mend};
  const auto chains = db::verify_journal(book_.file().reader());
  if (chains.first_break)
    return {Phrase("app.journal.breaks")
                .with("seq", chains.first_break->seq)
                .with("station", chains.first_break->station)
                .with("epoch", chains.first_break->epoch),
            ui::Remark::Kind::mend};
  const db::HeadAnswer answer = db::verify_heads(book_.file().reader(), {*head}).answers.front();
  const bool holds = answer.answer == db::HeadAnswer::Answer::holds;
  return {db::sentence_of(answer), holds ? ui::Remark::Kind::done : ui::Remark::Kind::mend};
}

ui::Remark OfficeSettingsDesk::try_backup(const std::filesystem::path& file) {
  if (!book_.keys().holds(db::KeyName::backup))
    return {Phrase("office.check.only_a_manager"), ui::Remark::Kind::mend};
  // One that was made before somebody left is sealed to the key before.
  std::optional<Phrase> why_not;
  for (const db::Key& key :
       db::key_and_former_ones(book_.file().reader(), book_.keys(), db::KeyName::backup)) {
    try {
      const db::BookFacts facts = db::check_backup(file, key);
      return {
          Phrase::counted("office.check.backup_opens", facts.entries).with("file", file.string()),
          ui::Remark::Kind::done};
    } catch (const db::BookFault& fault) {
      if (!why_not) why_not = fault.sentence();
    }
  }
  return {*why_not, ui::Remark::Kind::mend};
}

std::unique_ptr<ui::LongWork> OfficeSettingsDesk::backup_into(const std::filesystem::path& file) {
  return std::make_unique<BackupWork>(book_, file);
}

}  // namespace tilia::app
