#include "pos/ui/visit_steps_window.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

using Step = SalonDay::Step;

constexpr int tile_columns = 4;
constexpr int tile_rows = 3;
constexpr int time_columns = 10;
constexpr int time_rows = 6;

}  // namespace

VisitStepsWindow::VisitStepsWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      none_(new ui::TextLabel(this, look(), ui::type::button, false, ui::TextLabel::Tone::soft,
                              ui::Across::centre)) {
  for (std::size_t i = 0; i < most_tiles; ++i) {
    tiles_.push_back(new ui::Tile(this, look()));
    presses(tiles_.back(), [this, i] { press_tile(i); });
  }
  for (std::size_t i = 0; i < most_times; ++i) {
    buttons_.push_back(quiet("", [this, i] { press_time(i); }));
  }
  previous_ = quiet("◀", [this] { turn(-1); });
  next_ = quiet("▶", [this] { turn(1); });
}

ui::Control* VisitStepsWindow::next_to_press() {
  if (counter().salon().step() == Step::services && counter().salon().may_go_on()) return action();
  const bool tiles = shown_ == Step::services || shown_ == Step::known_by;
  return tiles ? static_cast<ui::Control*>(tiles_.front()) : buttons_.front();
}

// Through the days where it is asked when, else through the pages.
void VisitStepsWindow::turn(int by) {
  if (shown_ == Step::time) {
    page_ = 0;
    return counter().at_salon([&](SalonDay& salon) { salon.turn_day(by); });
  }
  page_ = by < 0 ? page_ - 1 : page_ + 1;
}

std::size_t VisitStepsWindow::first_of_page(std::size_t on_page, std::size_t all) {
  pages_ = std::max<std::size_t>(1, (all + on_page - 1) / on_page);
  page_ = std::min(page_, pages_ - 1);
  return page_ * on_page;
}

void VisitStepsWindow::press_tile(std::size_t which) {
  counter().at_salon([&](SalonDay& salon) {
    const std::size_t at = page_ * most_tiles + which;
    if (salon.step() == Step::services && at < salon.offered_services().size())
      salon.choose_service(salon.offered_services()[at]->code);
    else if (salon.step() == Step::known_by && which < SalonDay::pictures().size())
      salon.choose_picture(SalonDay::pictures()[which]);
  });
}

void VisitStepsWindow::press_time(std::size_t which) {
  counter().at_salon([&](SalonDay& salon) {
    if (salon.step() == Step::who && page_ * most_tiles + which < salon.people().size())
      salon.choose_person(salon.people()[page_ * most_tiles + which]->code);
    else if (salon.step() == Step::time && first_time() + which < salon.times().size())
      salon.choose_time(salon.times()[first_time() + which].start);
  });
}

// Of a day that is longer than fifteen hours what is over already is left out first.
std::size_t VisitStepsWindow::first_time() const {
  const auto& times = counter().salon().times();
  if (times.size() <= most_times) return 0;
  const auto free = std::ranges::find(times, true, &OfferedTime::free);
  return std::min(static_cast<std::size_t>(free - times.begin()), times.size() - most_times);
}

void VisitStepsWindow::refresh() {
  const SalonDay& salon = counter().salon();
  if (salon.step() != shown_) page_ = 0;
  shown_ = salon.step();
  set_undo("← " + say("till.go_back"), true);
  none_->Hide();
  for (ui::Tile* const tile : tiles_) tile->Hide();
  for (ui::ActionButton* const button : buttons_) button->Hide();
  switch (shown_) {
    case Step::services: show_services(); break;
    case Step::who: show_people(); break;
    case Step::time: show_times(); break;
    default: show_pictures(); break;
  }
  const bool days = shown_ == Step::time;
  previous_->Show(days || pages_ > 1);
  next_->Show(days || pages_ > 1);
  previous_->Enable(days ? !salon.is_today() : page_ > 0);
  next_->Enable(days || page_ + 1 < pages_);
  lay_out_now();
}

void VisitStepsWindow::show_services() {
  const SalonDay& salon = counter().salon();
  question_->set_text(say("till.visit.what"));
  const auto offered = salon.offered_services();
  const std::size_t first = first_of_page(most_tiles, offered.size());
  none_->set_text(say("till.visit.no_services"));
  none_->Show(offered.empty());
  for (std::size_t i = 0; i < tiles_.size() && first + i < offered.size(); ++i) {
    const Article& article = *offered[first + i];
    tiles_[i]->set_face({.picture = article.picture,
                         .name = article.name,
                         .price = desk().amount(article.price, false),
                         .badge = salon.chosen(article.code) ? "✓" : ""});
    tiles_[i]->Show();
  }
  set_action(say("till.visit.next"), salon.may_go_on(),
             [this] { counter().at_salon([](SalonDay& s) { s.services_done(); }); });
}

void VisitStepsWindow::show_people() {
  const SalonDay& salon = counter().salon();
  const bool several = salon.chosen_services().size() > 1;
  question_->set_text(several ? say("till.visit.who") + "  " +
                                    salon.article_picture(salon.asked_service()) + " " +
                                    salon.article_name(salon.asked_service())
                              : say("till.visit.who"));
  const auto people = salon.people();
  const std::size_t first = first_of_page(most_tiles, people.size());
  for (std::size_t i = 0; i < most_tiles && first + i < people.size(); ++i) {
    buttons_[i]->set_label(people[first + i]->name);
    buttons_[i]->set_picture(people[first + i]->picture);
    buttons_[i]->Enable(salon.could(*people[first + i]));
    buttons_[i]->Show();
  }
  if (!several) return hide_action();
  set_action(say("till.visit.same_for_the_rest"), salon.may_be_the_same(),
             [this] { counter().at_salon([](SalonDay& s) { s.same_for_the_rest(); }); });
}

void VisitStepsWindow::show_times() {
  const SalonDay& salon = counter().salon();
  question_->set_text(say("till.visit.when") + "  " + desk().words.day(salon.day()));
  const auto& times = salon.times();
  const bool any = std::ranges::any_of(times, &OfferedTime::free);
  none_->set_text(say("till.visit.nothing_free"));
  none_->Show(times.empty());
  const std::size_t first = first_time();
  for (std::size_t i = 0; i < most_times && first + i < times.size(); ++i) {
    buttons_[i]->set_label(salon.zone().local_time_text(times[first + i].start));
    buttons_[i]->set_picture("");
    buttons_[i]->Enable(times[first + i].free);
    buttons_[i]->Show();
  }
  if (!any && !times.empty()) question_->set_text(say("till.visit.nothing_free"));
  hide_action();
}

void VisitStepsWindow::show_pictures() {
  const SalonDay& salon = counter().salon();
  pages_ = 1;
  question_->set_text(salon.name().empty() ? say("till.visit.known_by")
                                           : say("till.visit.known_by") + "  " + salon.name());
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    tiles_[i]->set_face({.picture = SalonDay::pictures()[i], .name = "", .price = {}, .badge = ""});
    tiles_[i]->Show();
  }
  hide_action();
}

void VisitStepsWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect all = rooms.left.Union(rooms.right);
  // "Next" is higher than what stands beside it at the bottom.
  all.height =
      shown_ == Step::services || shown_ == Step::who ? rooms.right.height : rooms.left.height;
  question_->SetSize(ui::cut_top(all, look().px(44), look().mm(2)));
  none_->SetSize(wxRect(all).Deflate(look().mm(8), all.height / 3));
  const auto tiles = ui::cells(all, tile_columns, tile_rows, gap);
  for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_[i]->SetSize(tiles.at(i));
  const auto times = ui::cells(all, time_columns, time_rows, gap);
  const bool people = shown_ == Step::who;
  for (std::size_t i = 0; i < buttons_.size(); ++i)
    buttons_[i]->SetSize(people && i < tiles.size() ? tiles.at(i) : times.at(i));
  wxRect bottom = rooms.bottom;
  next_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
  previous_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
}

}  // namespace tilia::pos
