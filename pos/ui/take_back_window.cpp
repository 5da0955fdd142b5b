#include "pos/ui/take_back_window.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {

TakeBackWindow::TakeBackWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      receipt_(new ui::Card(this, look())),
      sum_(new ui::Card(this, look())),
      number_(new ui::TextLabel(sum_, look(), ui::type::counter, false, ui::TextLabel::Tone::soft)),
      back_(new ui::AmountLabel(sum_, look(), ui::type::total, ui::Across::right)) {
  using Kind = ui::ActionButton::Kind;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    Row& row = rows_.at(i);
    row.row = new TrayRow(receipt_, look());
    row.less = new ui::StepButton(receipt_, look(), ui::StepButton::Step::less);
    row.more = new ui::StepButton(receipt_, look(), ui::StepButton::Step::more);
    presses(row.less, [this, i] { counter().taking_back().one_less(line_of(i)); });
    presses(row.more, [this, i] { counter().taking_back().one_more(line_of(i)); });
  }
  up_ = new ui::ActionButton(receipt_, look(), Kind::sand, "▲");
  down_ = new ui::ActionButton(receipt_, look(), Kind::sand, "▼");
  presses(up_, [this] { --first_line_; });
  presses(down_, [this] { ++first_line_; });
  all_ = quiet(say("till.all_of_it"), [this] { counter().taking_back().all(); });
}

void TakeBackWindow::refresh() {
  const TakingBack& taking = counter().taking_back();
  question_->set_text(say("till.what_comes_back"));
  number_->set_text(
      desk().words.say(Phrase("till.receipt_number").with("receipt", taking.sale().receipt)));
  const auto back = counter().to_give_back();
  back_->set(say("till.give_back"), desk().amount(back.value_or(desk().none())),
             look().colours().go);
  refresh_rows();
  set_undo(counter().of_the_sale_just_made() ? "← " + say("till.keep_the_sale")
                                             : "← " + say("till.go_back"),
           true);
  set_action(say("till.take_it_back"), back.has_value(), [this] { counter().take_it_back(); });
  lay_out_now();
}

void TakeBackWindow::refresh_rows() {
  const TakingBack& taking = counter().taking_back();
  const auto& lines = taking.lines();
  const std::size_t last_start = lines.size() > rows_at_once ? lines.size() - rows_at_once : 0;
  first_line_ = std::min(first_line_, last_start);
  up_->Show(last_start > 0);
  down_->Show(last_start > 0);
  up_->Enable(first_line_ > 0);
  down_->Enable(first_line_ < last_start);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    Row& row = rows_.at(i);
    const bool shown = line_of(i) < lines.size();
    row.row->Show(shown);
    row.less->Show(shown);
    row.more->Show(shown);
    if (!shown) continue;
    const TakingBack::Line& line = lines[line_of(i)];
    row.row->set_face(face_of(line_of(i)));
    row.less->Enable(line.chosen > Quantity());
    row.more->Enable(line.chosen < line.left);
  }
}

TrayFace TakeBackWindow::face_of(std::size_t at) const {
  const TakingBack& taking = counter().taking_back();
  const TakingBack::Line& line = taking.lines()[at];
  TrayFace face{.picture = "🎁",
                .pictures = 1,
                .name = say("till.gift_row"),
                .many = desk().words.say(
                    Phrase("till.so_many_of").with("some", line.chosen).with("all", line.left)),
                .amount = desk().amount(taking.sale().priced.donation, false)};
  if (line.what == TakingBack::Line::What::goods) {
    const SaleLine& sold = taking.sold(at);
    const Article* article = counter().shelf().article(sold.article);
    face.picture = article != nullptr ? article->picture : "🧾";
    face.name = sold.name;
    face.amount = desk().amount(sold.unit_price, false);
  } else if (line.what == TakingBack::Line::What::extra) {
    const Extra& extra = taking.extra(at);
    face.picture = picture_of(extra.kind);
    face.name = say(fmt::format("till.extra.{}", extra_kind_text(extra.kind)));
    face.amount = desk().amount(extra.amount, false);
  }
  return face;
}

ui::Control* TakeBackWindow::next_to_press() {
  return counter().taking_back().anything() ? static_cast<ui::Control*>(action())
                                            : rows_.front().more;
}

void TakeBackWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  const int step = look().mm(ui::target::key);
  wxRect left = rooms.left;
  question_->SetSize(ui::cut_top(left, look().px(44), look().mm(2)));
  receipt_->SetSize(left);
  wxRect room = wxRect(left.GetSize()).Deflate(look().mm(6), look().mm(4));
  if (up_->IsShown()) {
    const wxRect arrows = ui::cut_right(room, step, gap);
    up_->SetSize({arrows.x, arrows.y, step, step});
    down_->SetSize({arrows.x, arrows.GetBottom() + 1 - step, step, step});
    up_->set_ground(look().colours().card);
    down_->set_ground(look().colours().card);
  }
  const auto lines = ui::cells(room, 1, static_cast<int>(rows_at_once), look().px(6));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    wxRect line = lines[i];
    const auto middle = [&](wxRect strip) {
      return wxRect(strip.x, strip.y + (strip.height - step) / 2, strip.width, step);
    };
    Row& row = rows_.at(i);
    row.more->SetSize(middle(ui::cut_right(line, step, gap)));
    row.less->SetSize(middle(ui::cut_right(line, step, gap)));
    row.row->SetSize(line);
    for (ui::Control* part :
         {static_cast<ui::Control*>(row.row), static_cast<ui::Control*>(row.less),
          static_cast<ui::Control*>(row.more)})
      part->set_ground(look().colours().card);
  }
  wxRect right = rooms.right;
  right.height = std::min(right.height, look().mm(60));
  sum_->SetSize(right);
  wxRect inside = wxRect(right.GetSize()).Deflate(look().mm(6), look().mm(5));
  number_->SetSize(ui::cut_top(inside, look().px(34), look().mm(2)));
  back_->SetSize(inside);
  number_->set_ground(look().colours().card);
  back_->set_ground(look().colours().card);
  wxRect bottom = rooms.bottom;
  all_->SetSize(ui::cut_left(bottom, look().mm(50)));
}

}  // namespace tilia::pos
