#include "pos/ui/visit_history_window.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr int columns = 4;
constexpr int rows = 3;

// "🎨 6.0": a picture and a word, where it begins with no letter.
ui::TileFace choice_face(const std::string& choice, bool noted) {
  constexpr unsigned char first_of_symbols = 0xE2;
  const std::size_t space = choice.find(' ');
  const bool drawn =
      space != std::string::npos && static_cast<unsigned char>(choice.front()) >= first_of_symbols;
  return {.picture = drawn ? choice.substr(0, space) : "🏷",
          .name = drawn ? choice.substr(space + 1) : choice,
          .price = {},
          .badge = noted ? "✓" : ""};
}

}  // namespace

VisitHistoryWindow::VisitHistoryWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      name_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      none_(new ui::TextLabel(this, look(), ui::type::button, false, ui::TextLabel::Tone::soft)),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)) {
  name_->keep_in_the_middle();
  question_->keep_in_the_middle();
  for (Time& time : times_) {
    time.what = new ui::TextLabel(this, look(), ui::type::counter, true, ui::TextLabel::Tone::ink);
    time.notes =
        new ui::TextLabel(this, look(), ui::type::counter, false, ui::TextLabel::Tone::soft);
  }
  for (std::size_t i = 0; i < choices_at_once; ++i) {
    choices_.push_back(new ui::Tile(this, look()));
    presses(choices_.back(), [this, i] {
      const auto& all = counter().salon().memory().choices();
      const std::size_t which = page_ * choices_at_once + i;
      if (which >= all.size()) return;
      counter().at_salon([choice = all[which]](SalonDay& salon) { salon.note(choice); });
    });
  }
  previous_ = quiet("◀", [this] { turn(-1); });
  next_ = quiet("▶", [this] { turn(1); });
}

void VisitHistoryWindow::turn(int by) {
  page_ = by < 0 ? page_ - std::min<std::size_t>(page_, 1) : page_ + 1;
}

void VisitHistoryWindow::refresh() {
  set_undo("↶ " + say("till.undo"), true);
  set_action(say("till.done"), true,
             [this] { counter().at_salon([](SalonDay& salon) { salon.history_done(); }); });
  name_->set_text(
      desk().words.say(Phrase("till.history.of").with("name", counter().salon().opened().name)));
  refresh_before();
  refresh_choices();
  lay_out_now();
}

void VisitHistoryWindow::refresh_before() {
  const SalonDay& salon = counter().salon();
  const auto& before = salon.memory().before();
  none_->set_text(say("till.history.none"));
  none_->Show(before.empty());
  for (std::size_t i = 0; i < times_.size(); ++i) {
    const bool there = i < before.size();
    times_.at(i).what->Show(there);
    times_.at(i).notes->Show(there);
    if (!there) continue;
    std::vector<std::string> services;
    for (const std::string& service : before[i].services)
      services.push_back(salon.article_name(service));
    times_.at(i).what->set_text(fmt::format("{} · {}",
                                            desk().words.day(salon.zone().local_day(before[i].at)),
                                            fmt::join(services, ", ")));
    times_.at(i).notes->set_text(fmt::format("{}", fmt::join(before[i].notes, " · ")));
  }
}

void VisitHistoryWindow::refresh_choices() {
  const SalonDay& salon = counter().salon();
  const auto& all = salon.memory().choices();
  question_->set_text(say(all.empty()         ? "till.history.no_choices"
                          : !salon.may_note() ? "till.history.not_begun"
                                              : "till.history.today"));
  const std::size_t pages =
      std::max<std::size_t>(1, (all.size() + choices_at_once - 1) / choices_at_once);
  page_ = std::min(page_, pages - 1);
  previous_->Enable(page_ > 0);
  next_->Enable(page_ + 1 < pages && salon.may_note());
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    const std::size_t which = page_ * choices_at_once + i;
    choices_[i]->Show(which < all.size() && salon.may_note());
    if (which < all.size())
      choices_[i]->set_face(choice_face(all[which], salon.memory().is_noted(all[which])));
  }
}

void VisitHistoryWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.right.height;
  wxRect left = ui::cut_left(all, all.width * 2 / 5, look().mm(8));
  name_->SetSize(ui::cut_top(left, look().px(80), look().mm(2)));
  none_->SetSize(wxRect(left.GetTopLeft(), wxSize(left.width, look().px(90))));
  const auto lines = ui::cells(left, 1, static_cast<int>(times_.size()), look().mm(2));
  for (std::size_t i = 0; i < times_.size(); ++i) {
    wxRect line = lines.at(i);
    times_.at(i).what->SetSize(ui::cut_top(line, line.height / 2));
    times_.at(i).notes->SetSize(line);
  }
  question_->SetSize(ui::cut_top(all, look().px(80), look().mm(2)));
  const auto tiles = ui::cells(all, columns, rows, gap);
  for (std::size_t i = 0; i < choices_.size(); ++i) choices_[i]->SetSize(tiles.at(i));
  wxRect bottom = rooms.bottom;
  next_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
  previous_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
}

}  // namespace tilia::pos
