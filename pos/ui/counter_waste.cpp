// The counter at the end of a baking: what is wasted or given away and why, and what is sold out
// for today.
#include "pos/ui/counter.h"

namespace tilia::pos {
namespace {

Place place_of(WasteScreen::Step step) {
  switch (step) {
    case WasteScreen::Step::which: return Place::waste;
    case WasteScreen::Step::what: return Place::waste_what;
    case WasteScreen::Step::why: return Place::waste_why;
    case WasteScreen::Step::many: return Place::waste_number;
  }
  return Place::waste;
}

}  // namespace

bool Counter::of_waste() const { return place_ >= Place::waste && place_ <= Place::waste_number; }

bool Counter::has_waste() const { return rules_.waste && doors_.stock != nullptr; }

void Counter::open_waste() {
  notice_.reset();
  if (place_ != Place::own || !has_waste()) return;
  if (!waste_)
    waste_ = std::make_unique<WasteScreen>(
        KeepStock(doors_.book, *doors_.stock, doors_.zone, doors_.clock));
  waste_->open();
  go(place_of(waste_->step()));
}

void Counter::at_waste(const std::function<void(WasteScreen&)>& what) {
  notice_.reset();
  if (!waste_ || place_ != place_of(waste_->step())) return;
  what(*waste_);
  if (const auto& refusal = waste_->refusal()) notice_ = Notice{*refusal, Notice::Button::none};
  go(place_of(waste_->step()));
}

// The next one may be tapped at once: at the end of a day there are many.
void Counter::note_waste() {
  if (place_ != Place::waste_number || waste_->typed().empty()) return;
  bool noted = false;
  at_waste([&](WasteScreen& waste) { noted = waste.note(); });
  if (noted)
    notice_ = Notice{Phrase("till.waste.is_noted").with("name", waste_->article().name),
                     Notice::Button::none, /*calm=*/true};
}

bool Counter::is_sold_out(const std::string& article) {
  if (!rules_.waste || doors_.sold_out == nullptr) return false;
  if (!sold_out_) sold_out_.emplace(*doors_.sold_out);
  return sold_out_->is(article, catalogue_day());
}

void Counter::mark_sold_out(bool sold_out) {
  if (place_ != Place::waste_what || doors_.sold_out == nullptr) return;
  if (!sold_out_) sold_out_.emplace(*doors_.sold_out);
  sold_out_->mark(waste_->article().code, sold_out, catalogue_day());
  at_waste([](WasteScreen& waste) { (void)waste.undo(); });
}

void Counter::undo_waste() {
  if (place_ == Place::waste) return go(Place::sale);
  at_waste([](WasteScreen& waste) { (void)waste.undo(); });
}

}  // namespace tilia::pos
