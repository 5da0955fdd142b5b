// Customers' accounts in the office: who may buy on account and up to what, what is owed and since
// when, her statement, what she paid by bank, what is written off. At the counter an account takes
// a sale and is paid as any sale is (pos/ring_up_sale.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/tender_book.h"

namespace tilia::pos {

enum class AccountRefusal {
  name_missing,
  bad_code,  // 1 to 40 small letters, digits and dashes
  code_taken,
  unknown_account,
  limit_negative,
  mixed_currency,
  not_an_amount,
  more_than_owed,
  bad_period,
  not_a_picture,  // it stands in the journal: emoji only
};
[[nodiscard]] std::string_view account_refusal_code(AccountRefusal why);
[[nodiscard]] Phrase sentence_of(AccountRefusal why);

struct AccountShown {
  CustomerAccount account;
  AccountAge age;
};

class KeepAccounts {
 public:
  KeepAccounts(TenderBook& book, Currency currency, const Zone& zone, const Clock& clock)
      : book_(book), currency_(currency), zone_(zone), clock_(clock) {}

  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  // Without a code it gets one of its name.
  [[nodiscard]] Result<CustomerAccount, AccountRefusal> add(CustomerAccount account);
  // What is not named stays.
  struct Change {
    std::optional<std::string> name = std::nullopt;
    std::optional<std::string> picture = std::nullopt;
    std::optional<Money> limit = std::nullopt;
    std::optional<bool> closed = std::nullopt;
  };
  [[nodiscard]] Result<CustomerAccount, AccountRefusal> change(const std::string& code,
                                                               const Change& change);
  // Both answer the account after it. Without an amount all that is owed.
  [[nodiscard]] Result<CustomerAccount, AccountRefusal> pay_by_bank(const std::string& code,
                                                                    const Money& amount);
  [[nodiscard]] Result<CustomerAccount, AccountRefusal> write_off(
      const std::string& code, const std::optional<Money>& amount);
  // By name.
  [[nodiscard]] std::vector<AccountShown> list();
  [[nodiscard]] std::optional<CustomerAccount> find(const std::string& code);
  [[nodiscard]] Result<AccountStatement, AccountRefusal> statement(const std::string& code,
                                                                   const Day& from, const Day& to);

 private:
  [[nodiscard]] std::optional<AccountRefusal> fault_of(const CustomerAccount& account) const;
  [[nodiscard]] Result<CustomerAccount, AccountRefusal> credit(const std::string& code,
                                                               AccountMove::Kind kind,
                                                               const std::optional<Money>& amount);

  TenderBook& book_;
  Currency currency_;
  const Zone& zone_;
  const Clock& clock_;
};

}  // namespace tilia::pos
