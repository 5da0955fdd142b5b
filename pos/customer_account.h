// A known customer who buys on account: what she owes, how old it is, and her statement. Her code
// is what sales and the journal say; her name stands beside them, where it can be changed or taken
// out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/money.h"

namespace tilia::pos {

struct CustomerAccount {
  std::string code;
  std::string name;
  std::string picture;  // an emoji
  Money credit_limit;
  Money owed;           // below zero where more came back than was owed
  bool closed = false;  // nothing more is sold on it; it can still be paid

  // What may still be bought on it.
  [[nodiscard]] Money room() const;
  friend bool operator==(const CustomerAccount&, const CustomerAccount&) = default;
};

struct AccountMove {
  enum class Kind { sale, refund, paid, bank, written_off, paid_back };
  Kind kind = Kind::sale;
  // What it adds to what is owed: negative, but of a sale and of a payment that was taken back.
  Money amount;
  Day day;
  std::string receipt;  // of the counter; may be empty

  friend bool operator==(const AccountMove&, const AccountMove&) = default;
};
[[nodiscard]] std::string_view account_move_text(AccountMove::Kind kind);  // "sale", "written_off"
[[nodiscard]] std::optional<AccountMove::Kind> parse_account_move(std::string_view text);

// What is owed by its age. What comes in pays the oldest first.
struct AccountAge {
  Money to_30_days;
  Money to_60_days;
  Money to_90_days;
  Money older;

  friend bool operator==(const AccountAge&, const AccountAge&) = default;
};
[[nodiscard]] AccountAge age_of(const std::vector<AccountMove>& moves, const Day& today,
                                Currency currency);

struct AccountStatement {
  struct Row {
    AccountMove move;
    Money owed;  // after it
    friend bool operator==(const Row&, const Row&) = default;
  };
  Day from;
  Day to;  // included
  Money before;
  std::vector<Row> rows;
  Money after;

  friend bool operator==(const AccountStatement&, const AccountStatement&) = default;
};
// Of moves in the order in which they were entered.
[[nodiscard]] AccountStatement statement_of(const std::vector<AccountMove>& moves, const Day& from,
                                            const Day& to, Currency currency);

}  // namespace tilia::pos
