#include "pos/ui/letter_find_window.h"

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr int columns = 2;
constexpr int most_rows = 3;
constexpr int least_row_px = 84;  // two lines beside each other's pictures
static_assert(columns * most_rows == LetterFindWindow::most_found);

}  // namespace

LetterFindWindow::LetterFindWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      typed_(new ui::TextLabel(this, look(), ui::type::section, true, ui::TextLabel::Tone::ink)),
      none_(new ui::TextLabel(this, look(), ui::type::section, false, ui::TextLabel::Tone::soft,
                              ui::Across::centre)),
      erase_(new ui::ActionButton(this, look(), ui::ActionButton::Kind::key, "←")) {
  hide_action();
  presses(erase_, [this] { counter().type_back(); });
}

// The keys that went are hidden until the window goes: one of them may be under the finger.
void LetterFindWindow::make_keys(const std::vector<std::string>& letters) {
  if (keys_ && letters_ == letters) return;
  if (keys_) keys_->show(false);
  letters_ = letters;
  keys_ = std::make_unique<LetterKeys>(this, look(), letters_,
                                       [this](ui::Control* key, const std::string& letter) {
                                         presses(key, [this, letter] { counter().type(letter); });
                                       });
}

void LetterFindWindow::refresh() {
  const Shown now = shown();
  make_keys(now.keys);
  set_undo("← " + say("till.go_back"), true);
  typed_->set_text(now.typed.empty() ? now.find_by : now.typed);
  erase_->Enable(!now.typed.empty());
  none_->set_text(now.if_none);
  none_->Show(now.found == 0);
  found_ = now.found;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i]->Show(i < found_);
    if (i < found_) show_row(i);
  }
  lay_out_now();
}

void LetterFindWindow::lay_out(const Rooms& rooms) {
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.left.height;
  const int gap = look().mm(ui::target::gap);
  wxRect head = ui::cut_top(all, look().mm(ui::target::key), gap);
  erase_->SetSize(ui::cut_right(head, look().mm(ui::target::key), gap));
  typed_->SetSize(head);
  if (keys_) keys_->place(all);
  none_->SetSize(wxRect(all).Deflate(look().mm(8), all.height / 3));
  // In a low window, with the letters of two alphabets below, there are fewer of them.
  const int rows = std::clamp((all.height + gap) / (look().px(least_row_px) + gap), 1, most_rows);
  const auto at = ui::cells(all, columns, rows, gap);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i]->Show(i < at.size() && i < found_);
    if (i < at.size()) rows_[i]->SetSize(at[i]);
    rows_[i]->set_ground(look().colours().paper);
  }
}

}  // namespace tilia::pos
