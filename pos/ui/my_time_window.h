// One's own time: whether she is here, what she may tap, her next shifts, what she asked for.
#pragma once

#include <array>

#include "core/ui/card.h"
#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

// "Today · 08:00–16:00", "Tuesday 24 · 22:00–06:00".
[[nodiscard]] std::string shift_words(const OwnShift& shift, const Day& today, const Words& words);
[[nodiscard]] std::string ask_words(const OwnAsk& ask, const MyTimeScreen& mine,
                                    const Words& words);
// "I am here · 08:02", of another day with it: "I am here · Monday 23, 08:02".
[[nodiscard]] std::string tap_words(TimeTap tap, const Instant& at, const MyTimeScreen& mine,
                                    const Words& words);
// Two each for what is asked, agreed, not agreed; and for each tap.
[[nodiscard]] const char* picture_of(OwnAsk::State state);
[[nodiscard]] const char* picture_of(TimeTap tap);
[[nodiscard]] const char* key_of(TimeTap tap);

class MyTimeWindow final : public PlaceWindow {
 public:
  MyTimeWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  void lay_out(const Rooms& rooms) override;
  void lay_out_lists(wxRect room);
  void show_state();
  void show_lists();

  ui::Card* card_;
  ui::Tile* own_;
  ui::TextLabel* state_;
  ui::TextLabel* softly_;
  std::array<ui::ActionButton*, 2> taps_{};
  ui::ActionButton* forgot_;
  ui::ActionButton* wrong_;
  ui::ActionButton* days_;
  ui::TextLabel* shifts_word_;
  ui::TextLabel* no_shifts_;
  std::array<ui::ActionButton*, MyTimeScreen::shifts_on_page> shifts_{};
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
  ui::TextLabel* asks_word_;
  std::array<ui::ActionButton*, MyTimeScreen::asks_shown> asks_{};
};

}  // namespace tilia::pos
