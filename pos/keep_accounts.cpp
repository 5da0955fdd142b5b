#include "pos/keep_accounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/check.h"
#include "core/letters.h"
#include "pos/article_code.h"
#include "pos/plausible_amount.h"

namespace tilia::pos {
namespace {

constexpr const char* usual_picture = "🙂";

constexpr std::array<std::pair<AccountRefusal, std::string_view>, 10> codes{{
    {AccountRefusal::name_missing, "account.name_missing"},
    {AccountRefusal::bad_code, "account.bad_code"},
    {AccountRefusal::code_taken, "account.code_taken"},
    {AccountRefusal::unknown_account, "account.unknown_account"},
    {AccountRefusal::limit_negative, "account.limit_negative"},
    {AccountRefusal::mixed_currency, "account.mixed_currency"},
    {AccountRefusal::not_an_amount, "account.not_an_amount"},
    {AccountRefusal::more_than_owed, "account.more_than_owed"},
    {AccountRefusal::bad_period, "account.bad_period"},
    {AccountRefusal::not_a_picture, "account.not_a_picture"},
}};

}  // namespace

std::string_view account_refusal_code(AccountRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(AccountRefusal why) {
  const std::string_view code = account_refusal_code(why);
  return Phrase(fmt::format("pos.account.{}", code.substr(code.find('.') + 1)));
}

std::optional<AccountRefusal> KeepAccounts::fault_of(const CustomerAccount& account) const {
  if (account.name.find_first_not_of(' ') == std::string::npos) return AccountRefusal::name_missing;
  if (!is_pictogram(account.picture)) return AccountRefusal::not_a_picture;
  if (account.credit_limit.currency() != currency_) return AccountRefusal::mixed_currency;
  if (account.credit_limit.negative()) return AccountRefusal::limit_negative;
  if (too_large(account.credit_limit) || looks_like_a_barcode(account.credit_limit))
    return AccountRefusal::not_an_amount;
  return std::nullopt;
}

std::optional<CustomerAccount> KeepAccounts::find(const std::string& code) {
  for (CustomerAccount& account : book_.accounts()) {
    if (account.code == code) return std::move(account);
  }
  return std::nullopt;
}

Result<CustomerAccount, AccountRefusal> KeepAccounts::add(CustomerAccount account) {
  if (const auto fault = fault_of(account)) return *fault;
  const auto taken = [this](const std::string& code) { return find(code).has_value(); };
  // A name of a person does not become her code: that would stand in the journal for good.
  if (account.code.empty()) account.code = code_from_name("account", taken);
  if (!is_code(account.code)) return AccountRefusal::bad_code;
  if (taken(account.code)) return AccountRefusal::code_taken;
  if (account.picture.empty()) account.picture = usual_picture;
  account.owed = Money::zero(currency_);
  book_.set_account(account, clock_.now());
  return account;
}

Result<CustomerAccount, AccountRefusal> KeepAccounts::change(const std::string& code,
                                                             const Change& change) {
  auto account = find(code);
  if (!account) return AccountRefusal::unknown_account;
  if (change.name) account->name = *change.name;
  if (change.picture) account->picture = *change.picture;
  if (change.limit) account->credit_limit = *change.limit;
  if (change.closed) account->closed = *change.closed;
  if (const auto fault = fault_of(*account)) return *fault;
  if (account->picture.empty()) account->picture = usual_picture;
  book_.set_account(*account, clock_.now());
  return std::move(*account);
}

Result<CustomerAccount, AccountRefusal> KeepAccounts::credit(const std::string& code,
                                                             AccountMove::Kind kind,
                                                             const std::optional<Money>& amount) {
  const auto account = find(code);
  if (!account) return AccountRefusal::unknown_account;
  const Money sum = amount.value_or(account->owed);
  if (sum.currency() != currency_ || account->owed.currency() != currency_)
    return AccountRefusal::mixed_currency;
  if (sum <= Money::zero(currency_)) return AccountRefusal::not_an_amount;
  if (sum > account->owed) return AccountRefusal::more_than_owed;
  book_.enter_account_credit(code, kind, sum, today(), clock_.now());
  return find(code).value();
}

Result<CustomerAccount, AccountRefusal> KeepAccounts::pay_by_bank(const std::string& code,
                                                                  const Money& amount) {
  return credit(code, AccountMove::Kind::bank, amount);
}

Result<CustomerAccount, AccountRefusal> KeepAccounts::write_off(
    const std::string& code, const std::optional<Money>& amount) {
  return credit(code, AccountMove::Kind::written_off, amount);
}

std::vector<AccountShown> KeepAccounts::list() {
  std::vector<AccountShown> shown;
  for (CustomerAccount& account : book_.accounts()) {
    AccountAge age = age_of(book_.account_moves(account.code), today(), account.owed.currency());
    shown.push_back({std::move(account), age});
  }
  return shown;
}

Result<AccountStatement, AccountRefusal> KeepAccounts::statement(const std::string& code,
                                                                 const Day& from, const Day& to) {
  const auto account = find(code);
  if (!account) return AccountRefusal::unknown_account;
  if (to < from) return AccountRefusal::bad_period;
  return statement_of(book_.account_moves(code), from, to, account->owed.currency());
}

}  // namespace tilia::pos
