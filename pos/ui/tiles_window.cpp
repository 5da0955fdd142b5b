#include "pos/ui/tiles_window.h"

namespace tilia::pos {

TilesWindow::TilesWindow(wxWindow* parent, const Desk& desk,
                         std::function<void(std::size_t)> choose, std::function<void(int)> turn,
                         int columns)
    : PlaceWindow(parent, desk),
      columns_(columns),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      empty_(new ui::TextLabel(this, look(), ui::type::button, false, ui::TextLabel::Tone::soft,
                               ui::Across::centre)) {
  static_assert(usual_columns * rows == most_tiles);
  for (std::size_t i = 0; i < static_cast<std::size_t>(columns * rows); ++i) {
    auto* tile = new ui::Tile(this, look());
    tiles_.push_back(tile);
    presses(tile, [choose, i] { choose(i); });
  }
  if (turn) {
    previous_ = quiet("◀", [turn] { turn(-1); });
    next_ = quiet("▶", [turn] { turn(1); });
  }
  hide_action();
}

void TilesWindow::show(const Shown& shown) {
  question_->set_text(shown.question);
  empty_->set_text(shown.if_none);
  empty_->Show(shown.faces.empty());
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    tiles_[i]->Show(i < shown.faces.size());
    if (i < shown.faces.size()) tiles_[i]->set_face(shown.faces[i]);
  }
  if (next_ != nullptr) {
    previous_->Enable(shown.page > 0);
    next_->Enable(shown.page + 1 < shown.pages);
  }
  set_undo("← " + say("till.go_back"), true);
  lay_out_now();
}

void TilesWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.left.height;
  question_->SetSize(ui::cut_top(all, look().px(44), look().mm(2)));
  empty_->SetSize(wxRect(all).Deflate(look().mm(8), all.height / 3));
  const auto at = ui::cells(all, columns_, rows, gap);
  for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_[i]->SetSize(at.at(i));
  if (next_ == nullptr) return;
  wxRect bottom = rooms.bottom;
  next_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
  previous_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
}

}  // namespace tilia::pos
