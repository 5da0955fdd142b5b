#include "pos/ui/bake_window.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr int most_row_px = 92;
constexpr int least_row_px = 72;

std::string amount_of(Unit unit, Quantity quantity, const Words& words) {
  return unit == Unit::kg ? words.say(Phrase("till.kilograms").with("quantity", quantity))
                          : words.quantity(quantity);
}

}  // namespace

BakeWindow::BakeWindow(wxWindow* parent, const Desk& desk) : PlaceWindow(parent, desk) {
  using Kind = ui::ActionButton::Kind;
  const auto day = [this](const char* key, const char* picture, bool tomorrow) {
    auto* button = new ui::ActionButton(this, look(), Kind::tab, say(key));
    button->set_picture(picture);
    presses(button, [this, tomorrow] {
      counter().at_bake([tomorrow](BakeScreen& bake) { bake.show_tomorrow(tomorrow); });
    });
    return button;
  };
  today_ = day("till.order.today", "☀️", false);
  tomorrow_ = day("till.order.tomorrow", "🌅", true);
  const auto turn = [this](int by) {
    return [this, by] { counter().at_bake([by](BakeScreen& bake) { bake.turn_page(by); }); };
  };
  selling_ = quiet(say("till.salon.selling"), [this] { counter().back_to_selling(); });
  selling_->set_picture("🛒");
  previous_ = quiet("▲", turn(-1));
  next_ = quiet("▼", turn(1));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i).line = new BakeLine(this, look());
    for (std::size_t step = 0; step < steps.size(); ++step) {
      const int by = steps.at(step);
      auto* key = new ui::ActionButton(this, look(), Kind::key,
                                       fmt::format("{}{}", by < 0 ? "−" : "+", std::abs(by)));
      presses(key, [this, i, by] {
        const auto shown = counter().bake().rows();
        if (i >= shown.size()) return;
        const std::string article = shown[i]->article;
        counter().at_bake([&](BakeScreen& bake) { bake.note(article, by); });
      });
      rows_.at(i).keys.at(step) = key;
    }
  }
  none_ = new ui::TextLabel(this, look(), ui::type::section, false, ui::TextLabel::Tone::soft,
                            ui::Across::centre);
  rule_ =
      new ui::TextLabel(this, look(), ui::type::counter_least, false, ui::TextLabel::Tone::soft);
}

// How the usual was worked out: whoever bakes can check it.
std::string BakeWindow::rule() const {
  const BakeSheet& sheet = counter().bake().sheet();
  if (sheet.looked_at.empty()) return say("pos.paper.nothing_usual_yet");
  std::string days;
  for (const Day& day : sheet.looked_at)
    days += fmt::format("{}{}.{}.", days.empty() ? "" : ", ", day.day_of_month(), day.month());
  return desk().words.say(
      Phrase("till.bake.rule")
          .with("weekday", say(fmt::format("till.weekday.{}", sheet.day.weekday_from_monday())))
          .with("days", days));
}

void BakeWindow::refresh() {
  const BakeScreen& bake = counter().bake();
  today_->set_selected(!bake.is_tomorrow());
  tomorrow_->set_selected(bake.is_tomorrow());
  none_->set_text(say("till.bake.none"));
  none_->Show(bake.sheet().rows.empty());
  rule_->set_text(rule());
  refresh_rows();
  set_undo(bake.can_undo() ? "↶ " + say("till.undo") : "← " + say("till.go_back"), true);
  set_action(say("till.bake.print"), !bake.sheet().rows.empty(),
             [this] { counter().print_bake_sheet(); });
  lay_out_now();
}

void BakeWindow::refresh_rows() {
  const BakeScreen& bake = counter().bake();
  const Words& words = desk().words;
  const auto shown = bake.rows();
  previous_->Enable(bake.page() > 0);
  next_->Enable(bake.page() + 1 < bake.pages());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool there = i < shown.size();
    rows_.at(i).line->Show(there);
    for (ui::ActionButton* key : rows_.at(i).keys) key->Show(there);
    if (!there) continue;
    const BakeRow& row = *shown[i];
    const bool enough = row.missing() == Quantity();
    rows_.at(i).line->set_face(
        {.picture = row.picture,
         .name = row.name,
         .needed = amount_of(row.unit, row.wanted(), words),
         .needed_word = say("till.bake.needed"),
         .baked = amount_of(row.unit, row.baked, words),
         .baked_word = say("till.bake.baked"),
         .status =
             enough ? say("till.bake.enough")
                    : words.say(Phrase("till.bake.missing")
                                    .with("quantity", amount_of(row.unit, row.missing(), words))),
         .enough = enough});
    for (std::size_t step = 0; step < steps.size(); ++step)
      rows_.at(i).keys.at(step)->Enable(steps.at(step) > 0 ||
                                        bake.may_take_away(row, -steps.at(step)));
  }
}

ui::Control* BakeWindow::next_to_press() {
  ui::ActionButton* const more = rows_.front().keys.at(2);
  return more->IsShown() ? more : action();
}

void BakeWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  const int key = look().mm(ui::target::key);
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.right.height;
  wxRect top = ui::cut_top(all, key, look().mm(3));
  next_->SetSize(ui::cut_right(top, look().mm(20), gap));
  previous_->SetSize(ui::cut_right(top, look().mm(20), gap));
  selling_->SetSize(ui::cut_right(top, look().mm(46), gap));
  const auto days = ui::cells(top, 2, 1, gap);
  today_->SetSize(days.at(0));
  tomorrow_->SetSize(days.at(1));
  none_->SetSize(wxRect(all).Deflate(look().mm(8), all.height / 3));
  const auto fit = std::clamp<std::size_t>(
      static_cast<std::size_t>((all.height + gap) / (look().px(least_row_px) + gap)), 1, most_rows);
  counter().fit_bake_rows(fit);
  refresh_rows();
  const int high = std::min(look().px(most_row_px),
                            (all.height - static_cast<int>(fit - 1) * gap) / static_cast<int>(fit));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    wxRect line(all.x, all.y + static_cast<int>(i) * (high + gap), all.width, high);
    for (std::size_t step = steps.size(); step > 0; --step) {
      const wxRect strip = ui::cut_right(line, key, gap);
      rows_.at(i).keys.at(step - 1)->SetSize(
          {strip.x, strip.y + (strip.height - key) / 2, key, key});
    }
    rows_.at(i).line->SetSize(line);
    rows_.at(i).line->set_ground(look().colours().paper);
  }
  rule_->SetSize(rooms.bottom);
}

}  // namespace tilia::pos
