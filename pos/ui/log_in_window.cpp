#include "pos/ui/log_in_window.h"

#include <algorithm>

#include "pos/counter_secret.h"

namespace tilia::pos {
namespace {

constexpr int columns = 8;
constexpr int rows = 3;
constexpr int secret_columns = 4;
constexpr int secret_rows = 3;

}  // namespace

LogInWindow::LogInWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      sentence_(new ui::TextLabel(this, look(), ui::type::section, true, ui::TextLabel::Tone::ink,
                                  ui::Across::centre)) {
  hide_action();
  my_time_ = quiet(say("till.my_time.open"), [this] { counter().open_my_time(); });
  my_time_->set_picture("🕗");
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

void LogInWindow::make_secret_pictures() {
  if (!secret_pictures_.empty()) return;
  for (std::size_t at = 0; at < secret_pictures; ++at) {
    auto* tile = new ui::Tile(this, look());
    presses(tile, [this, at] { counter().touch_secret_picture(at); });
    secret_pictures_.push_back(tile);
  }
}

void LogInWindow::refresh() {
  const LogIn& log_in = counter().log_in();
  const bool approving = counter().place() == Place::approve;
  const bool my_time = counter().place() == Place::my_time_who;
  const bool chosen = !log_in.chosen().empty();
  sentence_->set_text(
      chosen || !(approving || my_time)
          ? desk().words.say(log_in.sentence())
          : say(my_time ? "till.my_time.pick_picture" : "till.approve.pick_picture"));
  my_time_->Show(counter().place() == Place::log_in && !chosen && counter().has_my_time());
  const bool card = log_in.has_card();
  if (chosen) make_pad();
  if (card) make_secret_pictures();
  for (ui::Tile* tile : pictures_) tile->Show(!chosen);
  const std::vector<std::string>& beside = pictures_beside_a_card();
  for (std::size_t at = 0; at < secret_pictures_.size(); ++at) {
    const bool touched = std::ranges::find(log_in.touched(), at) != log_in.touched().end();
    secret_pictures_[at]->set_face(
        {.picture = beside[at], .name = "", .price = {}, .badge = touched ? "✓" : ""});
    secret_pictures_[at]->Show(card);
  }
  if (pad_ != nullptr) {
    own_->set_face({.picture = log_in.chosen(), .name = "", .price = {}, .badge = ""});
    const std::size_t wanted = card ? pictures_to_touch : pin_digits;
    const std::size_t given = card ? log_in.touched().size() : log_in.typed_digits();
    std::string dots;
    for (std::size_t i = 0; i < wanted; ++i) dots += i < given ? "●" : "○";
    dots_->set_text(dots);
    own_->Show(chosen);
    dots_->Show(chosen);
    pad_->Show(chosen && !card);
  }
  const std::string back = "← " + say(chosen ? "till.other_picture" : "till.go_back");
  set_undo(chosen || approving || my_time ? back : "", true);
  lay_out_now();
}

ui::Control* LogInWindow::next_to_press() {
  if (counter().log_in().has_card()) return secret_pictures_.front();
  return pad_ != nullptr && pad_->IsShown() ? nullptr : pictures_.front();
}

void LogInWindow::lay_out_pictures(const std::vector<ui::Tile*>& tiles, const wxRect& room,
                                   int columns, int rows) {
  const int gap = look().mm(4);
  const int side = std::min((room.width - gap * (columns - 1)) / columns,
                            (room.height - gap * (rows - 1)) / rows);
  const wxRect grid =
      wxRect(wxSize(side * columns + gap * (columns - 1), side * rows + gap * (rows - 1)))
          .CentreIn(room);
  const auto at = ui::cells(grid, columns, rows, gap);
  for (std::size_t i = 0; i < tiles.size() && i < at.size(); ++i) tiles[i]->SetSize(at[i]);
}

void LogInWindow::lay_out(const Rooms& rooms) {
  wxRect all = rooms.left.Union(rooms.right).Union(rooms.bottom);
  // Below the pictures is a way back, or one to one's own time.
  if (counter().place() != Place::log_in || my_time_->IsShown())
    all.height = rooms.bottom.y - look().mm(ui::target::gap) - all.y;
  wxRect bottom = rooms.left.Union(rooms.bottom);
  bottom = ui::cut_bottom(bottom, rooms.bottom.height);
  my_time_->SetSize(ui::cut_left(bottom, look().mm(60)));
  sentence_->SetSize(ui::cut_top(all, look().px(44), look().mm(4)));
  const LogIn& log_in = counter().log_in();
  if (log_in.chosen().empty()) {
    lay_out_pictures(pictures_, all, columns, rows);
    return;
  }
  const wxSize size = pad_->own_size();
  // As high as the room lets them be: a picture is a hand's width easier to hit than a digit.
  const int beside_height = log_in.has_card() ? all.height : size.GetHeight();
  const int beside_width =
      log_in.has_card() ? beside_height * secret_columns / secret_rows : size.GetWidth();
  wxRect middle =
      wxRect(wxSize(size.GetWidth() + look().mm(10) + beside_width, beside_height)).CentreIn(all);
  middle.y = log_in.has_card() ? all.y : all.y + look().mm(12);
  const wxRect beside = ui::cut_right(middle, beside_width, look().mm(10));
  if (log_in.has_card()) {
    lay_out_pictures(secret_pictures_, beside, secret_columns, secret_rows);
    middle = wxRect(wxSize(size.GetWidth(), size.GetHeight())).CentreIn(middle);
  } else {
    pad_->SetSize(beside);
  }
  dots_->SetSize(ui::cut_bottom(middle, look().px(66), look().mm(4)));
  own_->SetSize(middle);
}

}  // namespace tilia::pos
