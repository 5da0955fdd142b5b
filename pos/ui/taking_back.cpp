#include "pos/ui/taking_back.h"

#include <algorithm>

namespace tilia::pos {

TakingBack::TakingBack(const SaleId& refund, Sale sale, const TakenBack& taken_back)
    : refund_(refund), sale_(std::move(sale)) {
  using What = Line::What;
  std::int64_t number = 0;
  for (const SaleLine& line : sale_.priced.lines) {
    Quantity left = line.quantity;
    ++number;
    for (const auto& [taken_line, quantity] : taken_back.lines) {
      if (taken_line == number) left = left - quantity;
    }
    if (left > Quantity()) lines_.push_back({What::goods, number, left, Quantity()});
  }
  for (std::int64_t extra = 1; extra <= std::ssize(sale_.priced.extras); ++extra) {
    if (std::ranges::count(taken_back.extras, extra) == 0)
      lines_.push_back({What::extra, extra, Quantity::pieces(1), Quantity()});
  }
  if (!sale_.priced.donation.is_zero() && !taken_back.donation)
    lines_.push_back({What::donation, 1, Quantity::pieces(1), Quantity()});
}

const SaleLine& TakingBack::sold(std::size_t line) const {
  return sale_.priced.lines.at(static_cast<std::size_t>(lines_.at(line).number - 1));
}

const Extra& TakingBack::extra(std::size_t line) const {
  return sale_.priced.extras.at(static_cast<std::size_t>(lines_.at(line).number - 1));
}

bool TakingBack::by_piece(const Line& line) const {
  return line.what == Line::What::goods &&
         sale_.priced.lines.at(static_cast<std::size_t>(line.number - 1)).unit == Unit::each;
}

bool TakingBack::anything() const {
  return std::ranges::any_of(lines_, [](const Line& line) { return line.chosen > Quantity(); });
}

void TakingBack::one_more(std::size_t line) {
  if (line >= lines_.size()) return;
  Line& asked = lines_[line];
  const bool piece = by_piece(asked);
  asked.chosen = piece ? std::min(asked.left, asked.chosen + Quantity::pieces(1)) : asked.left;
}

void TakingBack::one_less(std::size_t line) {
  if (line >= lines_.size()) return;
  Line& asked = lines_[line];
  const bool piece = by_piece(asked);
  asked.chosen = piece ? std::max(Quantity(), asked.chosen - Quantity::pieces(1)) : Quantity();
}

void TakingBack::all() {
  for (Line& line : lines_) line.chosen = line.left;
}

RefundRequest TakingBack::request(const std::string& reason) const {
  RefundRequest request{.id = refund_, .receipt = sale_.receipt, .lines = {}, .reason = reason};
  for (const Line& line : lines_) {
    if (line.chosen == Quantity()) continue;
    switch (line.what) {
      case Line::What::goods: request.lines.push_back({line.number, line.chosen}); break;
      case Line::What::extra: request.extras.push_back(line.number); break;
      case Line::What::donation: request.donation = true; break;
    }
  }
  return request;
}

}  // namespace tilia::pos
