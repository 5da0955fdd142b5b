// The bar that stands on every screen: the shop, one sentence when one is needed, the bell that
// asks somebody to come, "Back soon", one's own picture, and "?" in the same corner always. A
// practice book says so beside the shop's name. A touch of the corner at the top left closes the
// screen.
#pragma once

#include <functional>
#include <string>

#include "core/ui/action_button.h"
#include "core/ui/banner.h"
#include "core/ui/tile.h"

namespace tilia::ui {

class TopBar final : public Control {
 public:
  TopBar(wxWindow* parent, const Look& look);

  void set_title(std::string title);
  void set_practice(std::string word);    // empty: a real book
  void set_back_soon(std::string label);  // empty: not offered on this screen
  void set_person(std::string picture);   // empty: nobody is logged in
  // The bell stays in its place on every screen; empty: there is none.
  void set_bell(std::string picture, bool rung);
  // At once when the finger comes down; `at_milliseconds` is the event's own time.
  std::function<void(long at_milliseconds)> on_corner;
  [[nodiscard]] wxRect corner_area() const;
  [[nodiscard]] ActionButton& bell() { return *bell_; }
  [[nodiscard]] Banner& banner() { return *banner_; }
  [[nodiscard]] ActionButton& back_soon() { return *back_soon_; }
  [[nodiscard]] ActionButton& person() { return *person_; }
  [[nodiscard]] ActionButton& help() { return *help_; }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }

 private:
  void lay_out();

  std::string title_;
  std::string practice_;
  ActionButton* bell_;
  ActionButton* back_soon_;
  ActionButton* person_;
  ActionButton* help_;
  Banner* banner_;
};

}  // namespace tilia::ui
