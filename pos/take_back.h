// Refund by receipt: never more of a line than was sold, in the tender that it was paid with, and a
// refund of everything gives back exactly what was paid, cash rounding included. A voucher that was
// sold, an account that was paid, a tip and a donation come back whole or not at all, and only
// where they are asked for: a voucher is cancelled, and only while nothing was paid with it; on an
// account its money is owed again.
//
// Each refund is the difference between what the customer had paid for what they kept before and
// what they pay for what they keep now: amounts, VAT and cash rounding of many small refunds add up
// to those of the sale. What was paid by several means goes back in an order: first it lowers what
// is owed on an account, then it fills vouchers again, then the card; what is left was cash.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pos/ring_up_sale.h"

namespace tilia::pos {

struct RefundRequest {
  struct Line {
    std::int64_t number = 1;  // from 1, of the receipt
    Quantity quantity;
  };
  SaleId id;
  std::string receipt;
  std::vector<Line> lines;  // empty, and nothing else asked for: all goods that are left
  std::string reason;       // of refund_reasons()
  std::vector<std::int64_t> extras = {};  // from 1, of the receipt
  bool donation = false;
};

enum class RefundRefusal {
  no_open_session,
  unknown_receipt,
  is_a_refund,
  unknown_line,
  quantity_not_positive,
  quantity_not_whole,  // half a piece
  more_than_was_sold,
  nothing_left,
  unknown_reason,
  other_currency,  // sold before the country changed its money
  same_id_other_content,
  unknown_extra,
  voucher_was_used,
  advance_was_used,  // of what was paid early less is left than is taken back
};
[[nodiscard]] std::string_view refund_refusal_code(RefundRefusal why);
[[nodiscard]] Phrase sentence_of(RefundRefusal why, const RefundRequest& request);

// What it would be, without taking anything back.
[[nodiscard]] Result<PricedSale, RefundRefusal> price_take_back(TillBook& book,
                                                                const CountryPack& pack,
                                                                const RefundRequest& request);

// pieces_back of the answer are what goes back in cash.
[[nodiscard]] Result<RungUp, RefundRefusal> take_back(TillBook& book, const CountryPack& pack,
                                                      const Clock& clock, const std::string& till,
                                                      const RefundRequest& request);

}  // namespace tilia::pos
