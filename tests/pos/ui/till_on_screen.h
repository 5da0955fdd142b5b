// The till's real window on the test's own screen, and what stands on it: every control that is
// shown, pressed by a finger that knows where it is.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/ui/action_button.h"
#include "core/ui/tile.h"
#include "pos/ui/till_frame.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos::tests {

class TillOnScreen {
 public:
  TillOnScreen(CounterOfTests& shop, Words words, const wxSize& size,
               std::optional<int> dpi = std::nullopt);
  ~TillOnScreen();
  TillOnScreen(const TillOnScreen&) = delete;
  TillOnScreen& operator=(const TillOnScreen&) = delete;

  [[nodiscard]] TillFrame& frame() { return *frame_; }
  [[nodiscard]] const Words& words() const { return words_; }
  void settle(int turns = 4);
  // Paints everything that is shown once more. Answers the names of what never was painted.
  [[nodiscard]] std::string not_painted();

  // For eyes: what is on the screen, as NAME.png in the folder that TILIA_KEEP_PICTURES names.
  void keep_picture(const std::string& name);

  // Down and up in the middle of what can be pressed there; long after the press before, so that it
  // is no stray second tap. False: nothing there can be pressed.
  bool touch(const wxPoint& on_screen);
  bool press(ui::Control* control);
  [[nodiscard]] long now() const { return now_; }  // of the newest press
  [[nodiscard]] long later();                      // long after it
  // The counter was pressed past the window: it shows what is there now.
  void show_again();

  static void each_window(wxWindow* window, const std::function<void(wxWindow*)>& visit);
  template <class Wanted>
  [[nodiscard]] std::vector<Wanted*> shown() {
    return shown<Wanted>(frame_);
  }
  template <class Wanted>
  [[nodiscard]] std::vector<Wanted*> shown(wxWindow* in) {
    std::vector<Wanted*> found;
    each_window(in, [&](wxWindow* window) {
      if (auto* wanted = dynamic_cast<Wanted*>(window);
          wanted != nullptr && window->IsShownOnScreen())
        found.push_back(wanted);
    });
    return found;
  }
  // The one whose label holds these words; nothing: it is not shown.
  [[nodiscard]] ui::ActionButton* button(const std::string& key);
  [[nodiscard]] ui::ActionButton* labelled(const std::string& label);
  [[nodiscard]] ui::Tile* tile(const std::string& name_or_picture);

 private:
  Words words_;
  TillFrame* frame_;
  long now_ = 0;
};

}  // namespace tilia::pos::tests
