#include "pos/ui/waste_screen.h"

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr std::size_t most_piece_digits = 3;
constexpr std::size_t most_gram_digits = 5;

}  // namespace

void WasteScreen::open() {
  refusal_.reset();
  articles_ = keep_.articles();
  std::erase_if(articles_, [](const Article& article) { return !article.on_shelf; });
  page_ = std::min(page_, pages() - 1);
  chosen_.reset();
  step_ = Step::which;
}

std::size_t WasteScreen::pages() const {
  return std::max<std::size_t>(1, (articles_.size() + articles_on_page - 1) / articles_on_page);
}

void WasteScreen::turn_page(int by) {
  const auto wanted = static_cast<std::int64_t>(page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(pages()))
    page_ = static_cast<std::size_t>(wanted);
}

std::vector<const Article*> WasteScreen::articles() const {
  std::vector<const Article*> shown;
  for (std::size_t i = page_ * articles_on_page;
       i < articles_.size() && shown.size() < articles_on_page; ++i)
    shown.push_back(&articles_[i]);
  return shown;
}

void WasteScreen::choose(std::size_t shown) {
  refusal_.reset();
  const auto page = articles();
  if (step_ != Step::which || shown >= page.size()) return;
  chosen_ = *page[shown];
  step_ = Step::what;
}

void WasteScreen::give_away() {
  if (step_ != Step::what) return;
  reason_ = given_away_reason;
  typed_.clear();
  step_ = Step::many;
}

void WasteScreen::throw_away() {
  if (step_ == Step::what) step_ = Step::why;
}

std::vector<std::string> WasteScreen::reasons() {
  std::vector<std::string> reasons = waste_reasons();
  std::erase(reasons, given_away_reason);
  return reasons;
}

void WasteScreen::choose_reason(const std::string& reason) {
  if (step_ != Step::why) return;
  reason_ = reason;
  typed_.clear();
  step_ = Step::many;
}

void WasteScreen::type(const std::string& digit) {
  const bool is_digit = digit.size() == 1 && digit[0] >= '0' && digit[0] <= '9';
  const std::size_t most =
      chosen_ && chosen_->unit == Unit::kg ? most_gram_digits : most_piece_digits;
  const bool leading_zero = typed_.empty() && digit == "0";
  if (step_ == Step::many && is_digit && !leading_zero && typed_.size() < most) typed_ += digit;
}

void WasteScreen::type_back() {
  if (step_ == Step::many && !typed_.empty()) typed_.pop_back();
}

Quantity WasteScreen::quantity() const {
  const std::int64_t typed = typed_.empty() ? 0 : std::stoll(typed_);
  return chosen_ && chosen_->unit == Unit::kg ? Quantity::from_thousandths(typed)
                                              : Quantity::pieces(typed);
}

bool WasteScreen::note() {
  refusal_.reset();
  if (step_ != Step::many || typed_.empty()) return false;
  const auto noted = keep_.enter(StockMove::Kind::wasted, chosen_->code, quantity(), reason_);
  if (!noted) {
    refusal_ = sentence_of(noted.refusal());
    return false;
  }
  step_ = Step::which;
  return true;
}

bool WasteScreen::undo() {
  refusal_.reset();
  switch (step_) {
    case Step::which: return false;
    case Step::what: step_ = Step::which; return true;
    case Step::why: step_ = Step::what; return true;
    case Step::many: break;
  }
  step_ = reason_ == given_away_reason ? Step::what : Step::why;
  return true;
}

}  // namespace tilia::pos
