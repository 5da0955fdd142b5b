// The room Customers: who buys on account, what is owed and since when, each one's statement, what
// came by bank, what is written off; and the vouchers that are out, of whatever kind. Only here it
// is seen who gave a voucher.
#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include "pos/keep_accounts.h"
#include "pos/keep_vouchers.h"
#include "pos/ui/office_doors.h"
#include "pos/ui/office_invoices.h"

namespace tilia::pos {

// A statement that leaves the house.
class AccountPaper {
 public:
  virtual ~AccountPaper() = default;
  virtual void write_pdf(const CustomerAccount& account, const AccountStatement& statement,
                         const std::filesystem::path& file) = 0;
  virtual void write_csv(const AccountStatement& statement, const std::filesystem::path& file) = 0;
};

class OfficeCustomers final : public ui::Room {
 public:
  struct May {
    bool keep_vouchers = false;
    bool write_off = false;
  };
  // `companies`: where some of them get invoices.
  OfficeCustomers(TenderBook& book, AccountPaper& paper, Currency currency, const Zone& zone,
                  const Clock& clock, Chance& chance, May may,
                  std::unique_ptr<OfficeInvoices> companies = nullptr)
      : book_(book),
        paper_(paper),
        currency_(currency),
        accounts_(book, currency, zone, clock),
        vouchers_(book, currency, zone, clock, chance),
        may_(may),
        companies_(std::move(companies)) {}

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override;

 private:
  enum class Shown { accounts, account, change, vouchers, voucher, dues, companies };
  [[nodiscard]] ui::Page accounts_page();
  [[nodiscard]] ui::Page account_page();
  [[nodiscard]] ui::Page change_page();
  [[nodiscard]] ui::Page vouchers_page();
  [[nodiscard]] ui::Page voucher_page();
  // What other issuers owe for their vouchers (pos/ui/office_dues.cpp).
  [[nodiscard]] ui::Page dues_page();
  void issuer_paid(const ui::Values& values);
  [[nodiscard]] bool is_company() { return companies_ && companies_->keeps(chosen_); }
  [[nodiscard]] ui::Next press_company(const std::string& action, const ui::Values& values);
  [[nodiscard]] ui::Field field(ui::Field made) const;
  [[nodiscard]] AccountStatement statement();
  void open(Shown shown);
  void save_account(const ui::Values& values);
  void credit(const ui::Values& values, bool write_off);
  void issue(const ui::Values& values);
  [[nodiscard]] ui::Next save_statement(const std::string& kind, const ui::Values& values);

  TenderBook& book_;
  AccountPaper& paper_;
  Currency currency_;
  KeepAccounts accounts_;
  KeepVouchers vouchers_;
  May may_;
  std::unique_ptr<OfficeInvoices> companies_;  // may be none
  Shown shown_ = Shown::accounts;
  std::string chosen_;  // an account's code, empty for a new one; or a voucher's number
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::pos
