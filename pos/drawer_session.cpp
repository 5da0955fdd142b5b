#include "pos/drawer_session.h"

namespace tilia::pos {

const std::vector<std::string>& cash_move_reasons() {
  static const std::vector<std::string> reasons{"supplies", "change",    "taxi", "bank",
                                                "owed",     tips_reason, "other"};
  return reasons;
}

const std::vector<std::string>& refund_reasons() {
  static const std::vector<std::string> reasons{"mistake", "damaged", "unwanted", "other"};
  return reasons;
}

SessionFigures no_figures(Currency currency) {
  const Money none = Money::zero(currency);
  return {.sales_count = 0,
          .sales_total = none,
          .refunds_count = 0,
          .refunds_total = none,
          .donations = none,
          .tips = none,
          .cash_rounding = none,
          .cash_taken = none,
          .change_given = none,
          .cash_refunded = none,
          .card_taken = none,
          .cash_in = none,
          .cash_out = none,
          .tips_out = none,
          .vouchers_taken = none,
          .vouchers_given = none,
          .vouchers_sold = none,
          .account_taken = none,
          .account_paid = none,
          .advances_taken = none,
          .advances_used = none,
          .advances_back = none,
          .makers_share = none,
          .discounts = none,
          .vat = {}};
}

Money earned(const SessionFigures& figures) {
  return figures.sales_total - figures.refunds_total - figures.vouchers_given -
         figures.makers_share;
}

const std::vector<std::string>& difference_notes() {
  static const std::vector<std::string> notes{"change", "no_slip", "not_sure"};
  return notes;
}

Money expected_cash(const DrawerSession& session, const SessionFigures& figures) {
  return session.float_amount + figures.cash_taken - figures.change_given + figures.cash_in -
         figures.cash_out - figures.cash_refunded;
}

}  // namespace tilia::pos
