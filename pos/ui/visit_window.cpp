#include "pos/ui/visit_window.h"

#include <fmt/format.h>

#include "pos/ui/visit_look.h"

namespace tilia::pos {

VisitWindow::VisitWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      picture_(new ui::Tile(this, look())),
      name_(new ui::TextLabel(this, look(), ui::type::section, true, ui::TextLabel::Tone::ink)),
      state_(new ui::TextLabel(this, look(), ui::type::button, false, ui::TextLabel::Tone::soft)) {
  picture_->Disable();
  for (ui::TextLabel*& each : services_)
    each = new ui::TextLabel(this, look(), ui::type::counter, false, ui::TextLabel::Tone::ink);
  const auto choice = [this](const char* key, const char* picture, std::function<void()> what) {
    ui::ActionButton* const button = quiet(say(key), std::move(what));
    button->set_picture(picture);
    return button;
  };
  move_ = choice("till.visit.move", "👉",
                 [this] { counter().at_salon([](SalonDay& s) { s.start_move(); }); });
  done_ = choice("till.visit.done", "🏁", [this] { becomes(VisitState::done); });
  no_show_ = choice("till.visit.no_show", "➖", [this] { becomes(VisitState::no_show); });
  cancel_ = choice("till.visit.cancel", "❌", [this] { becomes(VisitState::cancelled); });
  memory_ = quiet("", [this] {
    counter().at_salon([](SalonDay& salon) {
      salon.her_word() == VisitMemory::Word::given ? salon.open_history() : salon.she_agrees();
    });
  });
}

void VisitWindow::becomes(VisitState state) {
  counter().at_salon([&](SalonDay& salon) { salon.set_state(state); });
}

void VisitWindow::refresh() {
  const SalonDay& salon = counter().salon();
  const Visit& visit = salon.opened();
  const std::string first = visit.services.empty() ? "" : visit.services.front().article;
  picture_->set_face({.picture = visit_picture(visit, salon.article_picture(first)),
                      .name = "",
                      .price = {},
                      .badge = ""});
  const VisitLook shown = visit_look(visit.state, look().colours());
  std::string name = visit.name;
  if (name.empty())
    name = first.empty() ? say("till.salon.came_without") : salon.article_name(first);
  name_->set_text(name);
  state_->set_text(fmt::format("{} {}", shown.mark, say(visit_state_key(visit.state))));
  const bool waits = visit.state == VisitState::waiting;
  for (std::size_t i = 0; i < services_.size(); ++i) {
    const bool there = i < visit.services.size();
    services_.at(i)->Show(there);
    if (!there) continue;
    const VisitService& service = visit.services[i];
    std::string text = salon.article_name(service.article);
    if (!waits) text = fmt::format("{}  {}", salon.zone().local_time_text(service.start), text);
    if (!service.person.empty()) text += " · " + salon.column_name(service.person);
    if (!service.chair.empty()) text += " · " + salon.column_name(service.chair);
    services_.at(i)->set_text(text);
  }
  move_->Enable(salon.may_move());
  done_->Enable(salon.may(VisitState::done));
  no_show_->Enable(salon.may(VisitState::no_show));
  cancel_->Enable(salon.may(VisitState::cancelled));
  refresh_memory();
  set_undo("← " + say("till.go_back"), true);
  refresh_next_step();
  lay_out_now();
}

// Whether anything is kept of somebody who did not agree is not to be seen.
void VisitWindow::refresh_memory() {
  const VisitMemory::Word word = counter().salon().her_word();
  const bool given = word == VisitMemory::Word::given;
  memory_->set_label(say(given ? "till.history.open" : "till.history.may_we"));
  memory_->set_picture(given ? "📒" : "🤝");
  memory_->Enable(word != VisitMemory::Word::nobody);
}

void VisitWindow::refresh_next_step() {
  const SalonDay& salon = counter().salon();
  switch (salon.opened().state) {
    case VisitState::waiting:
      return set_action(say("till.visit.take_now"), true,
                        [this] { counter().at_salon([](SalonDay& s) { s.take_now(); }); });
    case VisitState::booked:
    case VisitState::no_show:
      return set_action(say("till.visit.arrived"), salon.may(VisitState::arrived),
                        [this] { becomes(VisitState::arrived); });
    case VisitState::arrived:
      return set_action(say("till.visit.begin"), salon.may(VisitState::in_progress),
                        [this] { becomes(VisitState::in_progress); });
    default:
      return set_action(say("till.visit.to_payment"), salon.may_be_paid(),
                        [this] { counter().visit_to_payment(); });
  }
}

void VisitWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect left = rooms.left;
  wxRect head = ui::cut_top(left, look().mm(44), look().mm(6));
  picture_->SetSize(ui::cut_left(head, look().mm(44), look().mm(6)));
  state_->SetSize(ui::cut_bottom(head, look().mm(14)));
  name_->SetSize(head);
  const auto lines = ui::cells(left, 1, static_cast<int>(services_at_once), look().mm(1));
  for (std::size_t i = 0; i < services_.size(); ++i) {
    wxRect line = lines.at(i);
    line.height = std::min(line.height, look().mm(16));
    line.y = left.y + static_cast<int>(i) * (line.height + look().mm(1));
    services_.at(i)->SetSize(line);
  }
  const auto choices = ui::cells(rooms.right, 1, 5, gap);
  std::size_t at = 0;
  for (ui::ActionButton* const each : {move_, done_, no_show_, cancel_, memory_})
    each->SetSize(choices.at(at++));
}

}  // namespace tilia::pos
