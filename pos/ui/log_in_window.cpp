#include "pos/ui/log_in_window.h"

namespace tilia::pos {
namespace {

constexpr int columns = 8;
constexpr int rows = 3;

}  // namespace

LogInWindow::LogInWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      sentence_(new ui::TextLabel(this, look(), ui::type::section, true, ui::TextLabel::Tone::ink,
                                  ui::Across::centre)) {
  hide_action();
  for (const std::string& picture : counter().log_in().pictures()) {
    auto* tile = new ui::Tile(this, look());
    tile->set_face({.picture = picture, .name = "", .price = {}, .badge = ""});
    presses(tile, [this, picture] { counter().log_in().choose(picture); });
    pictures_.push_back(tile);
  }
}

void LogInWindow::make_pad() {
  if (pad_ != nullptr) return;
  own_ = new ui::Tile(this, look());
  dots_ = new ui::TextLabel(this, look(), 40, false, ui::TextLabel::Tone::ink, ui::Across::centre);
  pad_ = new ui::KeyPad(this, look());
  pad_->on_digit = [this](char digit, long at) {
    desk().act(at, [this, digit] { counter().digit(digit); });
  };
  pad_->on_back = [this](long at) { desk().act(at, [this] { counter().log_in().back(); }); };
}

void LogInWindow::refresh() {
  const LogIn& log_in = counter().log_in();
  sentence_->set_text(desk().words.say(log_in.sentence()));
  const bool typing = !log_in.chosen().empty();
  if (typing) make_pad();
  for (ui::Tile* tile : pictures_) tile->Show(!typing);
  if (pad_ != nullptr) {
    own_->set_face({.picture = log_in.chosen(), .name = "", .price = {}, .badge = ""});
    std::string dots;
    for (std::size_t i = 0; i < LogIn::pin_digits; ++i) {
      dots += i < log_in.typed_digits() ? "●" : "○";
    }
    dots_->set_text(dots);
    for (wxWindow* part : {static_cast<wxWindow*>(own_), static_cast<wxWindow*>(dots_),
                           static_cast<wxWindow*>(pad_)}) {
      part->Show(typing);
    }
  }
  set_undo(typing ? "← " + say("till.other_picture") : "", true);
  lay_out_now();
}

ui::Control* LogInWindow::next_to_press() {
  return pad_ != nullptr && pad_->IsShown() ? nullptr : pictures_.front();
}

void LogInWindow::lay_out(const Rooms& rooms) {
  wxRect all = rooms.left.Union(rooms.right).Union(rooms.bottom);
  sentence_->SetSize(ui::cut_top(all, look().px(44), look().mm(4)));
  if (pad_ != nullptr && pad_->IsShown()) {
    const wxSize size = pad_->own_size();
    wxRect middle =
        wxRect(wxSize(size.GetWidth() * 2 + look().mm(10), size.GetHeight())).CentreIn(all);
    middle.y = all.y + look().mm(12);
    pad_->SetSize(ui::cut_right(middle, size.GetWidth(), look().mm(10)));
    dots_->SetSize(ui::cut_bottom(middle, look().px(66), look().mm(4)));
    own_->SetSize(middle);
    return;
  }
  const int gap = look().mm(4);
  const int side =
      std::min((all.width - gap * (columns - 1)) / columns, (all.height - gap * (rows - 1)) / rows);
  const wxRect grid =
      wxRect(wxSize(side * columns + gap * (columns - 1), side * rows + gap * (rows - 1)))
          .CentreIn(all);
  const auto at = ui::cells(grid, columns, rows, gap);
  for (std::size_t i = 0; i < pictures_.size() && i < at.size(); ++i) {
    pictures_[i]->SetSize(at[i]);
  }
}

}  // namespace tilia::pos
