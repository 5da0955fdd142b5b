#include "pos/ui/bake_screen.h"

#include <algorithm>

namespace tilia::pos {

BakeScreen::BakeScreen(KeepOrders::Doors doors, std::string till)
    : keep_(doors), till_(std::move(till)), sheet_{keep_.today(), {}, {}} {}

void BakeScreen::open() {
  refusal_.reset();
  noted_.clear();
  page_ = 0;
  read();
}

void BakeScreen::read() {
  sheet_ = keep_.bake_sheet(till_, keep_.today().plus_days(tomorrow_ ? 1 : 0));
  page_ = std::min(page_, pages() - 1);
}

void BakeScreen::show_tomorrow(bool tomorrow) {
  refusal_.reset();
  tomorrow_ = tomorrow;
  page_ = 0;
  read();
}

void BakeScreen::room_for(std::size_t rows) {
  if (rows == 0 || rows == rows_) return;
  rows_ = rows;
  page_ = std::min(page_, pages() - 1);
}

std::size_t BakeScreen::pages() const {
  return std::max<std::size_t>(1, (sheet_.rows.size() + rows_ - 1) / rows_);
}

void BakeScreen::turn_page(int by) {
  const auto wanted = static_cast<std::int64_t>(page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(pages()))
    page_ = static_cast<std::size_t>(wanted);
}

std::vector<const BakeRow*> BakeScreen::rows() const {
  std::vector<const BakeRow*> shown;
  for (std::size_t i = page_ * rows_; i < sheet_.rows.size() && shown.size() < rows_; ++i)
    shown.push_back(&sheet_.rows[i]);
  return shown;
}

bool BakeScreen::may_take_away(const BakeRow& row, std::int64_t less) const {
  return row.baked >= Quantity::pieces(less);
}

bool BakeScreen::enter(const Day& day, const Pieces& pieces) {
  refusal_.reset();
  const auto noted = keep_.baked(till_, day, pieces);
  if (!noted) refusal_ = sentence_of(noted.refusal());
  read();
  return static_cast<bool>(noted);
}

void BakeScreen::note(const std::string& article, std::int64_t more) {
  const Pieces pieces{article, Quantity::pieces(more)};
  if (enter(sheet_.day, pieces)) noted_.push_back({sheet_.day, pieces});
}

// Whichever of the two days it was.
void BakeScreen::undo() {
  if (noted_.empty()) return;
  const Noted last = noted_.back();
  noted_.pop_back();
  (void)enter(last.day, {last.pieces.article, -last.pieces.quantity});
}

}  // namespace tilia::pos
