// What the office's rooms ask of the outside, fulfilled with the book: people who log in, papers,
// settings, backup.
#pragma once

#include <functional>

#include "app/office_book.h"
#include "payroll/ui/pay_room.h"
#include "pos/ui/office_customers.h"
#include "pos/ui/office_doors.h"
#include "pos/ui/office_shop.h"
#include "reporting/ui/reports_room.h"

namespace tilia::app {

class OfficeCrewDesk final : public pos::OfficeCrew {
 public:
  explicit OfficeCrewDesk(OfficeBook& book) : book_(book) {}
  std::vector<pos::OfficeUser> users() override;
  Result<Done, Phrase> log_in(const std::string& name, const Secret<std::string>& secret) override;
  // Who was let in last.
  [[nodiscard]] const std::optional<db::User>& user() const { return user_; }

 private:
  OfficeBook& book_;
  std::optional<db::User> user_;
};

class OfficePayDesk final : public payroll::PayDoors {
 public:
  OfficePayDesk(OfficeBook& book, db::User user) : book_(book), user_(std::move(user)) {}
  payroll::UserId user() override { return user_.id; }
  std::vector<ui::Choice> approvers() override;
  Result<payroll::UserId, Phrase> log_in(const std::string& name,
                                         const Secret<std::string>& secret) override;
  void write_payslip(const payroll::PayRun& run, const payroll::PayRunSlip& slip,
                     const std::filesystem::path& file) override;
  ui::Remark write_bank_file(const payroll::PayRun& run,
                             const std::filesystem::path& file) override;
  std::filesystem::path paper_to_show(const std::string& name) override {
    return book_.papers().file(name);
  }

 private:
  OfficeBook& book_;
  db::User user_;
};

class OfficeShopDesk final : public pos::DaySheetPaper,
                             public pos::CatalogueFiles,
                             public reporting::ReportSaver {
 public:
  explicit OfficeShopDesk(OfficeBook& book) : book_(book) {}
  void write(const pos::DaySheet& sheet, const std::filesystem::path& file) override;
  void write(const std::string& text, const std::filesystem::path& file) override;
  Result<std::string, Phrase> take_picture(const std::filesystem::path& file) override;
  std::filesystem::path paper_to_show(const std::string& name) override {
    return book_.papers().file(name);
  }
  std::unique_ptr<ui::LongWork> save(const Day& from, const Day& to, const std::string& owner,
                                     reporting::ReportFile kind,
                                     const std::filesystem::path& file) override;

 private:
  OfficeBook& book_;
};

class OfficeOlderSheets final : public pos::OlderSheets {
 public:
  explicit OfficeOlderSheets(OfficeBook& book) : book_(book) {}
  void note(const pos::DaySheet& sheet) override {
    book_.read_log().note_day_sheet(sheet.session.till, sheet.number);
  }

 private:
  OfficeBook& book_;
};

class OfficeShopFigures final : public pos::ShopFiguresPaper {
 public:
  explicit OfficeShopFigures(OfficeBook& book) : book_(book) {}
  void write(const pos::ShopFigures& figures, pos::ShopFile kind,
             const std::filesystem::path& file) override;

 private:
  OfficeBook& book_;
};

class OfficeAccountPaper final : public pos::AccountPaper {
 public:
  explicit OfficeAccountPaper(OfficeBook& book) : book_(book) {}
  void write_pdf(const pos::CustomerAccount& account, const pos::AccountStatement& statement,
                 const std::filesystem::path& file) override;
  void write_csv(const pos::AccountStatement& statement,
                 const std::filesystem::path& file) override;

 private:
  OfficeBook& book_;
};

class OfficeInvoicePaper final : public pos::InvoicePaper {
 public:
  explicit OfficeInvoicePaper(OfficeBook& book) : book_(book) {}
  void write(const pos::PaperNumber& number, const std::filesystem::path& file) override;
  void write_statement(const std::string& account, const std::filesystem::path& file) override;

 private:
  OfficeBook& book_;
};

class OfficeBookWord final : public pos::BookWord {
 public:
  explicit OfficeBookWord(OfficeBook& book) : book_(book) {}
  std::optional<Phrase> word() override;
  void noted() override;
  pos::BackupWord backup() override;

 private:
  OfficeBook& book_;
};

class OfficeSettingsDesk final : public pos::OfficeSettings {
 public:
  // `language`: of the windows.
  OfficeSettingsDesk(OfficeBook& book, db::User user, Language language,
                     std::function<void(Language)> speak)
      : book_(book), user_(std::move(user)), language_(language), speak_(std::move(speak)) {}
  std::vector<pos::OfficeUser> users() override;
  std::vector<std::string> roles_to_give() override;
  Result<Done, Phrase> add_user(const pos::OfficeUser& user,
                                const Secret<std::string>& secret) override;
  Result<Done, Phrase> disable_user(const std::string& name) override;
  Result<Done, Phrase> set_approves(const std::string& name, bool approves) override;
  void set_counter_rule(const std::string& name, const std::string& text) override;
  Result<Done, Phrase> new_secret(const std::string& name,
                                  const Secret<std::string>& secret) override;
  std::filesystem::path new_recovery_sheet() override;
  Result<Done, Phrase> set_second_passphrase(const Secret<std::string>& secret) override;
  void drop_second_passphrase() override;
  std::string few_holders() override;
  std::string setting(const std::string& name) override;
  void set(const std::string& name, const std::string& value) override;
  void set_organisation(const pos::Organisation& organisation) override;
  void speak(Language language) override;
  ui::Remark compare_head(const std::string& typed) override;
  ui::Remark try_backup(const std::filesystem::path& file) override;
  Outside outside() override;
  void write_outside(const std::filesystem::path& file) override;
  void write_privacy_paper(const std::string& paper, const std::filesystem::path& file) override;
  std::vector<KeptRecords> kept_records() override;
  Result<Done, Phrase> keep_records(const std::string& group, const std::string& months,
                                    const std::string& after, const std::string& why) override;
  std::unique_ptr<ui::LongWork> backup_into(const std::filesystem::path& file) override;

 private:
  OfficeBook& book_;
  db::User user_;
  Language language_;
  std::function<void(Language)> speak_;
};

// Makes the day's backup if it is due and its folder is there; how old the last one is stands in
// Today.
void tend_backup(OfficeBook& book);
// Why she was not let in.
[[nodiscard]] Phrase not_let_in(db::Users& users, const std::string& name);
[[nodiscard]] std::vector<pos::OfficeUser> office_users(db::Users& users);

}  // namespace tilia::app
