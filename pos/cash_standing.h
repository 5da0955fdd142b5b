// How much of a drawer's cash is the shop's own, and what of a count goes to the bank.
//
// Not its own: the VAT of what was paid in cash, what customers gave for the services, tips that
// were not paid out yet, vouchers that will be used, what was paid early for what is still owed,
// what is owed to the makers of pieces that were sold, and the one sum that finance sets for
// whatever else falls due. Nobody keeps by which means a
// single rate's VAT or a donation was paid: of the money that the day took, cash bears its share of
// each. What was paid by voucher or on account brought no money on that day.
#pragma once

#include <optional>
#include <vector>

#include "pos/drawer_session.h"

namespace tilia::pos {

struct CashStanding {
  Money expected;  // in the drawer, as the close works it out
  Money vat;
  Money given;  // donations
  Money tips;
  Money vouchers;  // sold today
  Money advances;  // paid early today: what is delivered today was mostly paid on other days
  Money makers;    // their share of what was sold today for them
  Money set_aside;
  Money not_own;  // the seven together
  Money own;      // negative where cash that is owed was already taken out

  friend bool operator==(const CashStanding&, const CashStanding&) = default;
};
[[nodiscard]] CashStanding cash_standing(const DrawerSession& session,
                                         const SessionFigures& figures,
                                         const std::optional<Money>& set_aside);

// Of a count: the large pieces go to the bank, the small ones stay, and never less stays than the
// float.
struct BankProposal {
  struct Row {
    Money piece;
    std::int64_t counted = 0;
    std::int64_t to_bank = 0;
    friend bool operator==(const Row&, const Row&) = default;
  };
  std::vector<Row> rows;  // of the pieces that were counted, the largest first
  Money to_bank;
  Money stays;

  friend bool operator==(const BankProposal&, const BankProposal&) = default;
};
[[nodiscard]] BankProposal propose_bank(const std::vector<CountedPiece>& counted,
                                        const Money& float_amount,
                                        const std::vector<Piece>& pieces);

}  // namespace tilia::pos
