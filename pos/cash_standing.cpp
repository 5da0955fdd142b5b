#include "pos/cash_standing.h"

#include <algorithm>

namespace tilia::pos {
namespace {

// Cash's share of a sum that was paid by several means.
Money in_cash(const Money& sum, const Money& cash, const Money& card) {
  const Money none = Money::zero(sum.currency());
  if (cash <= none || sum <= none) return none;
  if (card <= none) return sum;
  return sum.times_ratio(cash.minor(), (cash + card).minor(), Rounding::half_up).value();
}

// What of a part of the sales (VAT, makers' shares) was paid with money: not by voucher, not on
// account.
Money in_money_of(const Money& part, const SessionFigures& figures) {
  const Money sold = figures.sales_total - figures.refunds_total;
  const Money in_money =
      sold - figures.vouchers_taken - figures.account_taken - figures.advances_used;
  if (in_money == sold || sold <= Money::zero(sold.currency())) return part;
  return part.times_ratio(in_money.minor(), sold.minor(), Rounding::half_up).value();
}

}  // namespace

CashStanding cash_standing(const DrawerSession& session, const SessionFigures& figures,
                           const std::optional<Money>& set_aside) {
  const Money none = Money::zero(session.float_amount.currency());
  const Money cash = figures.cash_taken - figures.change_given - figures.cash_refunded;
  Money vat = none;
  for (const VatSum& sum : figures.vat) vat += sum.vat;
  CashStanding standing{
      .expected = expected_cash(session, figures),
      .vat = in_cash(in_money_of(vat, figures), cash, figures.card_taken),
      .given = in_cash(figures.donations, cash, figures.card_taken),
      .tips = std::max(in_cash(figures.tips, cash, figures.card_taken) - figures.tips_out, none),
      .vouchers = in_cash(figures.vouchers_sold, cash, figures.card_taken),
      .advances = std::max(
          in_cash(figures.advances_taken, cash, figures.card_taken) - figures.advances_back, none),
      .makers = in_cash(in_money_of(figures.makers_share, figures), cash, figures.card_taken),
      .set_aside = set_aside.value_or(none),
      .not_own = none,
      .own = none};
  standing.not_own = standing.vat + standing.given + standing.tips + standing.vouchers +
                     standing.advances + standing.makers + standing.set_aside;
  standing.own = standing.expected - standing.not_own;
  return standing;
}

BankProposal propose_bank(const std::vector<CountedPiece>& counted, const Money& float_amount,
                          const std::vector<Piece>& pieces) {
  const Money none = Money::zero(float_amount.currency());
  const Money all = sum_of(counted, float_amount.currency());
  BankProposal proposal{.rows = {}, .to_bank = none, .stays = all};
  // A coin and a note may be worth the same: they are one row.
  std::vector<CountedPiece> held;
  for (const CountedPiece& piece : counted) {
    if (piece.count == 0) continue;
    const auto known = std::ranges::find(held, piece.value, &CountedPiece::value);
    if (known == held.end())
      held.push_back(piece);
    else
      known->count += piece.count;
  }
  std::ranges::sort(held, [](const auto& a, const auto& b) { return a.value > b.value; });
  std::vector<CountedPiece> to_bank;
  if (all > float_amount) to_bank = most_that_pieces_make(all - float_amount, pieces, held);
  for (const CountedPiece& piece : held) {
    BankProposal::Row row{piece.value, piece.count, 0};
    for (const CountedPiece& each : to_bank) {
      if (each.value == piece.value) row.to_bank += each.count;
    }
    proposal.rows.push_back(row);
  }
  proposal.to_bank = sum_of(to_bank, float_amount.currency());
  proposal.stays = all - proposal.to_bank;
  return proposal;
}

}  // namespace tilia::pos
