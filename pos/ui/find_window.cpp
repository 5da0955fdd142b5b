#include "pos/ui/find_window.h"

#include <algorithm>

#include "core/letters.h"

namespace tilia::pos {
namespace {

constexpr int tile_columns = 6;
constexpr int tile_rows = 2;

}  // namespace

FindWindow::FindWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      typed_(new ui::TextLabel(this, look(), ui::type::section, true, ui::TextLabel::Tone::ink)) {
  hide_action();
  for (int i = 0; i < tile_columns * tile_rows; ++i) {
    auto* tile = new ui::Tile(this, look());
    const auto place = static_cast<std::size_t>(i);
    presses(tile, [this, place] {
      const auto shown = counter().tiles();
      if (place < shown.size()) counter().tap_article(shown[place]->code);
    });
    tiles_.push_back(tile);
  }
  for (const std::string& letter : counter().shelf().letters()) {
    auto* key = new ui::ActionButton(this, look(), ui::ActionButton::Kind::key, letter);
    presses(key, [this, letter] { counter().type(lower_case(letter)); });
    letters_.push_back(key);
  }
  erase_ = new ui::ActionButton(this, look(), ui::ActionButton::Kind::key, "←");
  presses(erase_, [this] { counter().type_back(); });
}

void FindWindow::refresh() {
  set_undo("← " + say("till.go_back"), true);
  const std::string& text = counter().typed();
  typed_->set_text(text.empty() ? say("till.find_by_letters") : text);
  erase_->Enable(!text.empty());
  const auto shown = counter().tiles();
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    tiles_[i]->Show(i < shown.size());
    if (i >= shown.size()) continue;
    tiles_[i]->set_face({.picture = shown[i]->picture,
                         .name = shown[i]->name,
                         .price = desk().amount(counter().price_shown(*shown[i]), false),
                         .badge = "",
                         .mark = percent_mark(counter().marked_down(*shown[i]))});
  }
  lay_out_now();
}

ui::Control* FindWindow::next_to_press() { return letters_.empty() ? nullptr : letters_.front(); }

void FindWindow::lay_out(const Rooms& rooms) {
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.left.height;
  const int gap = look().mm(ui::target::gap);
  const int key = look().mm(ui::target::key);
  typed_->SetSize(ui::cut_top(all, look().px(44), look().mm(2)));
  const int keys = static_cast<int>(letters_.size()) + 1;
  const int in_row = std::max(1, (all.width + gap) / (key + gap));
  const int rows = (keys + in_row - 1) / in_row;
  wxRect letters = ui::cut_bottom(all, rows * key + (rows - 1) * gap, look().mm(4));
  int x = letters.x;
  int y = letters.y;
  const auto place = [&](ui::ActionButton* button) {
    button->SetSize({x, y, key, key});
    x += key + gap;
    if (x + key > letters.GetRight() + 1) {
      x = letters.x;
      y += key + gap;
    }
  };
  for (ui::ActionButton* letter : letters_) place(letter);
  place(erase_);
  const auto at = ui::cells(all, tile_columns, tile_rows, gap);
  for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_[i]->SetSize(at[i]);
}

}  // namespace tilia::pos
