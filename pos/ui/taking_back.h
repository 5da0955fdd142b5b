// What a customer brings back, picked from the lines of her receipt: never more than is left of
// them. Something weighed comes back whole, and so does what came with the goods: a voucher, an
// account's payment, a tip, a gift.
#pragma once

#include <utility>
#include <vector>

#include "pos/take_back.h"

namespace tilia::pos {

class TakingBack {
 public:
  struct Line {
    enum class What { goods, extra, donation };
    What what = What::goods;
    std::int64_t number = 1;  // on the receipt, of its kind
    Quantity left;            // not taken back yet
    Quantity chosen;
  };
  // `refund` is minted once, so that a second press takes nothing back twice. `taken_back`: as
  // TillBook says.
  TakingBack(const SaleId& refund, Sale sale, const TakenBack& taken_back);

  [[nodiscard]] const Sale& sale() const { return sale_; }
  // Those of which something is left.
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  // Of goods, and of an extra.
  [[nodiscard]] const SaleLine& sold(std::size_t line) const;
  [[nodiscard]] const Extra& extra(std::size_t line) const;
  [[nodiscard]] bool anything() const;
  void one_more(std::size_t line);
  void one_less(std::size_t line);
  void all();
  [[nodiscard]] RefundRequest request(const std::string& reason) const;

 private:
  [[nodiscard]] bool by_piece(const Line& line) const;
  SaleId refund_;
  Sale sale_;
  std::vector<Line> lines_;
};

}  // namespace tilia::pos
