#include "pos/customer_account.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"

namespace tilia::pos {
namespace {

using Kind = AccountMove::Kind;

constexpr std::array<std::pair<Kind, std::string_view>, 6> kinds{
    {{Kind::sale, "sale"},
     {Kind::refund, "refund"},
     {Kind::paid, "paid"},
     {Kind::bank, "bank"},
     {Kind::written_off, "written_off"},
     {Kind::paid_back, "paid_back"}}};

Money& band_of(AccountAge& age, int days) {
  if (days <= 30) return age.to_30_days;
  if (days <= 60) return age.to_60_days;
  return days <= 90 ? age.to_90_days : age.older;
}

}  // namespace

Money CustomerAccount::room() const {
  const Money none = Money::zero(owed.currency());
  return closed ? none : std::max(credit_limit - owed, none);
}

std::string_view account_move_text(Kind kind) {
  for (const auto& [known, text] : kinds) {
    if (known == kind) return text;
  }
  CHECK(false);
}

std::optional<Kind> parse_account_move(std::string_view text) {
  for (const auto& [kind, known] : kinds) {
    if (known == text) return kind;
  }
  return std::nullopt;
}

AccountAge age_of(const std::vector<AccountMove>& moves, const Day& today, Currency currency) {
  const Money none = Money::zero(currency);
  Money came = none;
  std::vector<AccountMove> bought;
  for (const AccountMove& move : moves) {
    if (move.amount.negative())
      came -= move.amount;
    else
      bought.push_back(move);
  }
  std::ranges::stable_sort(bought, {}, &AccountMove::day);
  AccountAge age{none, none, none, none};
  for (const AccountMove& move : bought) {
    const Money paid = std::min(came, move.amount);
    came -= paid;
    band_of(age, move.day.days_until(today)) += move.amount - paid;
  }
  return age;
}

AccountStatement statement_of(const std::vector<AccountMove>& moves, const Day& from, const Day& to,
                              Currency currency) {
  const Money none = Money::zero(currency);
  AccountStatement statement{from, to, none, {}, none};
  std::vector<AccountMove> ordered = moves;
  std::ranges::stable_sort(ordered, {}, &AccountMove::day);
  for (const AccountMove& move : ordered) {
    if (move.day > to) continue;
    statement.after += move.amount;
    if (move.day < from)
      statement.before += move.amount;
    else
      statement.rows.push_back({move, statement.after});
  }
  return statement;
}

}  // namespace tilia::pos
