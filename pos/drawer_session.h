// A drawer session: from the float in the morning to the count at the close. A day is closed by its
// session, never by a window of time. Expected cash = float + cash taken − change + cash in − cash
// out − cash refunds, of this session's own entries; cash taken is sales, donations, tips,
// vouchers sold and accounts paid, in cash.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/business_day.h"
#include "core/instant.h"
#include "core/money.h"
#include "pos/cash_piece.h"
#include "pos/sale.h"

namespace tilia::pos {

struct DrawerSession {
  SessionId id;
  std::string till;
  std::int64_t number = 0;  // per till, gap-free, in the order in which they were opened
  BusinessDay business_day;
  Instant opened_at;
  Money float_amount;

  friend bool operator==(const DrawerSession&, const DrawerSession&) = default;
};

struct CashMove {
  enum class Direction { in, out };
  Direction direction = Direction::in;
  Money amount;  // positive
  // A code of the shop's list: supplies, change, taxi, bank, owed, tips, other; or advance_reason.
  std::string reason;
  std::string reference = {};  // of an advance that is given back: its code

  friend bool operator==(const CashMove&, const CashMove&) = default;
};

// Change that was given in other pieces than were worked out at first, because the customer added
// some after the sale was posted. The sale stands as it is: what came and the change are what went
// back and what is owed, so the drawer's sum is the same as without it.
struct PieceExchange {
  SaleId sale;
  std::vector<CountedPiece> came;
  std::vector<CountedPiece> back;
  Money owed;  // by a slip of paper, and a cash move of its own

  friend bool operator==(const PieceExchange&, const PieceExchange&) = default;
};

// Tips that are handed to whoever they are for.
inline constexpr const char* tips_reason = "tips";
// What was paid early and is given back: moved by whoever gives it back, never by hand.
inline constexpr const char* advance_reason = "advance";
[[nodiscard]] const std::vector<std::string>& cash_move_reasons();
[[nodiscard]] const std::vector<std::string>& refund_reasons();

// Running sums of one session, kept up as entries come. No figure in it is read from lines.
struct SessionFigures {
  std::int64_t sales_count = 0;
  Money sales_total;  // gross, without refunds
  std::int64_t refunds_count = 0;
  Money refunds_total;  // positive
  Money donations;
  Money tips;           // given with sales, by whatever means
  Money cash_rounding;  // Σ, signed
  Money cash_taken;     // what customers handed over in cash
  Money change_given;
  Money cash_refunded;  // positive
  Money card_taken;     // card sales less card refunds
  Money cash_in;
  Money cash_out;
  Money tips_out;           // of them paid out in cash
  Money vouchers_taken;     // as payment, less what refunds put back on them
  Money vouchers_given;     // of them what the shop had given away: it lowers what was earned
  Money vouchers_sold;      // money for later: no sale yet
  Money account_taken;      // sold on account, less refunds
  Money account_paid;       // by customers, of what they owed
  Money advances_taken;     // paid early for what is still owed: no sale yet
  Money advances_used;      // of them what was delivered, less what refunds put back
  Money advances_back;      // of them what was given back, out of cash_out
  Money makers_share;       // of consigned pieces that were sold: their makers', not earned
  Money discounts;          // what changed prices took off; below zero where they put on
  std::vector<VatSum> vat;  // sales less refunds, by class and rate

  friend bool operator==(const SessionFigures&, const SessionFigures&) = default;
};

[[nodiscard]] SessionFigures no_figures(Currency currency);
// Sales less refunds, less what vouchers paid that the shop had given away, and less what of them
// is makers'.
[[nodiscard]] Money earned(const SessionFigures& figures);
[[nodiscard]] Money expected_cash(const DrawerSession& session, const SessionFigures& figures);

// What is said of a close beside its count; both may be empty.
struct CloseWords {
  std::string bag = {};   // in which the money was put away
  std::string note = {};  // where a difference may come from: one of difference_notes()

  friend bool operator==(const CloseWords&, const CloseWords&) = default;
};
[[nodiscard]] const std::vector<std::string>& difference_notes();

// A session whose money was put into a bag before it was counted: nothing is sold, moved or taken
// back in it any more, and another one of its till may open. It is closed when the bag is counted.
struct WaitingBag {
  DrawerSession session;
  std::string number;  // of the bag; no two that wait have the same
  Instant bagged_at;

  friend bool operator==(const WaitingBag&, const WaitingBag&) = default;
};

// The day sheet: one immutable, numbered snapshot. It names nobody.
struct DaySheet {
  DrawerSession session;
  std::int64_t number = 0;  // per till, gap-free, in the order in which sessions were closed
  Instant closed_at;
  SessionFigures figures;
  std::vector<CountedPiece> counted_pieces;
  Money expected;
  Money counted;
  Money difference;  // counted − expected
  std::string head;  // of the business journal at the close: "T1 1042 7KQ4-M2XD-9PHR-W3TC"
  CloseWords words = {};
  std::optional<Instant> bagged_at = std::nullopt;  // where it was counted from a bag

  friend bool operator==(const DaySheet&, const DaySheet&) = default;
};

}  // namespace tilia::pos
