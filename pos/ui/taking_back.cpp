#include "pos/ui/taking_back.h"

#include <algorithm>

namespace tilia::pos {

TakingBack::TakingBack(const SaleId& refund, Sale sale,
                       const std::vector<std::pair<std::int64_t, Quantity>>& taken_back)
    : refund_(refund), sale_(std::move(sale)) {
  std::int64_t number = 0;
  for (const SaleLine& line : sale_.priced.lines) {
    Quantity left = line.quantity;
    ++number;
    for (const auto& [taken_line, quantity] : taken_back) {
      if (taken_line == number) left = left - quantity;
    }
    if (left > Quantity()) lines_.push_back({number, left, Quantity()});
  }
}

const SaleLine& TakingBack::sold(std::size_t line) const {
  return sale_.priced.lines.at(static_cast<std::size_t>(lines_.at(line).number - 1));
}

bool TakingBack::anything() const {
  return std::ranges::any_of(lines_, [](const Line& line) { return line.chosen > Quantity(); });
}

void TakingBack::one_more(std::size_t line) {
  if (line >= lines_.size()) return;
  Line& asked = lines_[line];
  const bool piece = sold(line).unit == Unit::each;
  asked.chosen = piece ? std::min(asked.left, asked.chosen + Quantity::pieces(1)) : asked.left;
}

void TakingBack::one_less(std::size_t line) {
  if (line >= lines_.size()) return;
  Line& asked = lines_[line];
  const bool piece = sold(line).unit == Unit::each;
  asked.chosen = piece ? std::max(Quantity(), asked.chosen - Quantity::pieces(1)) : Quantity();
}

void TakingBack::all() {
  for (Line& line : lines_) line.chosen = line.left;
}

RefundRequest TakingBack::request(const std::string& reason) const {
  RefundRequest request{.id = refund_, .receipt = sale_.receipt, .lines = {}, .reason = reason};
  for (const Line& line : lines_) {
    if (line.chosen > Quantity()) request.lines.push_back({line.number, line.chosen});
  }
  return request;
}

}  // namespace tilia::pos
