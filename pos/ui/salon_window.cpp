#include "pos/ui/salon_window.h"

namespace tilia::pos {

SalonWindow::SalonWindow(wxWindow* parent, const Desk& desk) : PlaceWindow(parent, desk) {
  using Kind = ui::ActionButton::Kind;
  const auto at_salon = [this](void (SalonDay::*what)(int), int by) {
    return [this, what, by] { counter().at_salon([&](SalonDay& salon) { (salon.*what)(by); }); };
  };
  day_before_ = quiet("◀", at_salon(&SalonDay::turn_day, -1));
  today_ = new ui::ActionButton(this, look(), Kind::tab, "");
  presses(today_, [this] { counter().at_salon([](SalonDay& s) { s.go_to_today(); }); });
  day_after_ = quiet("▶", at_salon(&SalonDay::turn_day, 1));
  selling_ = quiet(say("till.salon.selling"), [this] { counter().back_to_selling(); });
  selling_->set_picture("🛒");
  board_ = new DayBoard(this, look(), desk.words);
  board_->on_tap = [this](long at, const SalonDay::Spot& spot) {
    this->desk().act(at, [&] { counter().at_salon([&](SalonDay& s) { s.tap(spot); }); });
  };
  board_->on_drag = [this](long at, const SalonDay::Spot& from, const SalonDay::Spot& to) {
    this->desk().act(at, [&] { counter().at_salon([&](SalonDay& s) { s.drag(from, to); }); });
  };
  earlier_ = quiet("▲", [this] { board_->scroll(-1); });
  later_ = quiet("▼", [this] { board_->scroll(1); });
  chairs_ =
      quiet("", [this] { counter().at_salon([](SalonDay& s) { s.show_chairs(!s.by_chairs()); }); });
  columns_ = quiet("⋯", [this] { board_->turn_columns(); });
  card_ = new ui::Card(this, look());
  who_is_here_ =
      new ui::TextLabel(card_, look(), ui::type::button, false, ui::TextLabel::Tone::soft);
  nobody_ = new ui::TextLabel(card_, look(), ui::type::button, false, ui::TextLabel::Tone::soft,
                              ui::Across::centre);
  comes_ = new ui::ActionButton(card_, look(), Kind::sand, say("till.salon.came_without"));
  comes_->set_picture("🚶");
  presses(comes_, [this] { counter().at_salon([](SalonDay& s) { s.add_walk_in(); }); });
  more_ = new ui::ActionButton(card_, look(), Kind::sand, "⋯");
  presses(more_, [this] {
    first_row_ += rows_at_once;
    if (first_row_ >= listed_.size()) first_row_ = 0;
  });
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i) = new VisitRow(card_, look());
    presses(rows_.at(i), [this, i] {
      if (first_row_ + i >= listed_.size()) return;
      const VisitId id = listed_[first_row_ + i];
      counter().at_salon([&](SalonDay& s) { s.open_visit(id); });
    });
  }
}

void SalonWindow::refresh() {
  const SalonDay& salon = counter().salon();
  today_->set_label(desk().words.day(salon.day()));
  today_->set_picture("📅");
  today_->set_selected(salon.is_today());
  chairs_->set_label(say(salon.by_chairs() ? "till.salon.by_people" : "till.salon.by_chairs"));
  chairs_->set_picture(salon.by_chairs() ? "🙂" : "🪑");
  chairs_->Enable(salon.has_chairs());
  board_->show(salon);
  earlier_->Enable(board_->can_scroll(-1));
  later_->Enable(board_->can_scroll(1));
  set_undo(salon.moving() ? "← " + say("till.go_back") : "↶ " + say("till.undo"), salon.can_undo());
  set_action(say("till.salon.add"), !salon.moving(),
             [this] { counter().at_salon([](SalonDay& s) { s.add(); }); });
  refresh_list();
  lay_out_now();
}

VisitFace SalonWindow::face_of(const Visit& visit) const {
  const SalonDay& salon = counter().salon();
  const std::string service = visit.services.empty() ? "" : visit.services.front().article;
  const bool begun = visit.state == VisitState::in_progress || visit.state == VisitState::done;
  const Instant since = begun && !visit.services.empty() ? visit.start()
                        : visit.walk_in                  ? visit.came
                                                         : visit.start();
  std::string picture = visit.picture;
  if (picture.empty() && !service.empty()) picture = salon.article_picture(service);
  std::string name = visit.name;
  if (name.empty() && !service.empty()) name = salon.article_name(service);
  if (name.empty()) name = say("till.salon.came_without");
  return {picture.empty() ? "🚶" : picture, name, salon.zone().local_time_text(since), visit.state};
}

void SalonWindow::refresh_list() {
  const SalonDay& salon = counter().salon();
  who_is_here_->set_text(say("till.salon.who_is_here"));
  nobody_->set_text(say("till.salon.nobody_waits"));
  listed_.clear();
  std::vector<VisitFace> faces;
  for (const auto& part : {salon.waiting(), salon.in_progress()}) {
    for (const Visit* const visit : part) {
      listed_.push_back(visit->id);
      faces.push_back(face_of(*visit));
    }
  }
  if (first_row_ >= listed_.size()) first_row_ = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool shown = first_row_ + i < listed_.size();
    rows_.at(i)->Show(shown);
    if (shown) rows_.at(i)->set_face(faces[first_row_ + i]);
  }
  nobody_->Show(listed_.empty());
  more_->Show(listed_.size() > rows_at_once);
  comes_->Enable(salon.is_today() && !salon.moving());
}

void SalonWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  const int step = look().mm(ui::target::key);
  wxRect left = rooms.left;
  wxRect top = ui::cut_top(left, step, look().mm(3));
  selling_->SetSize(ui::cut_right(top, look().mm(46), gap));
  day_after_->SetSize(ui::cut_right(top, step, gap));
  day_before_->SetSize(ui::cut_left(top, step, gap));
  today_->SetSize(top);
  board_->SetSize(left);
  columns_->Show(board_->has_more_columns());
  wxRect bottom = rooms.bottom;
  later_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
  earlier_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
  if (columns_->IsShown()) columns_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
  chairs_->SetSize(bottom);
  // They know only now how high they are.
  board_->show(counter().salon());
  earlier_->Enable(board_->can_scroll(-1));
  later_->Enable(board_->can_scroll(1));
  lay_out_list(rooms.right);
}

void SalonWindow::lay_out_list(const wxRect& area) {
  card_->SetSize(area);
  const int gap = look().mm(ui::target::gap);
  wxRect room = wxRect(area.GetSize()).Deflate(look().mm(5), look().mm(4));
  wxRect head = ui::cut_top(room, look().mm(ui::target::least), look().px(4));
  more_->SetSize(ui::cut_right(head, look().mm(15), gap));
  who_is_here_->SetSize(head);
  comes_->SetSize(ui::cut_bottom(room, look().mm(15), gap));
  nobody_->SetSize(wxRect(room).Deflate(look().px(8), room.height / 3));
  const auto rows = ui::cells(room, 1, static_cast<int>(rows_at_once), gap);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i)->SetSize(rows.at(i));
    rows_.at(i)->set_ground(look().colours().card);
  }
  for (ui::Control* part :
       {static_cast<ui::Control*>(who_is_here_), static_cast<ui::Control*>(nobody_),
        static_cast<ui::Control*>(comes_), static_cast<ui::Control*>(more_)})
    part->set_ground(look().colours().card);
}

}  // namespace tilia::pos
