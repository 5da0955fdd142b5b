// Refund by receipt: never more of a line than was sold, in the tender that it was paid with, and a
// refund of everything gives back exactly what was paid for it, cash rounding included. A donation
// stays a donation, a tip a tip.
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
  std::vector<Line> lines;  // empty: all that is left
  std::string reason;       // of refund_reasons()
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
