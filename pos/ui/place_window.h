// One place of the counter as a window. What stays in the same spot on every place is laid out
// here: Undo at the bottom left, the one green action at the bottom right.
#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

#include "core/ui/action_button.h"
#include "core/ui/cut.h"
#include "pos/ui/desk.h"

namespace tilia::pos {

class PlaceWindow : public wxPanel {
 public:
  PlaceWindow(wxWindow* parent, const Desk& desk);

  // Reads the counter and shows what is there.
  virtual void refresh() = 0;
  // What help points at.
  [[nodiscard]] virtual ui::Control* next_to_press() { return action_; }

 protected:
  struct Rooms {
    wxRect left;    // what can be tapped
    wxRect right;   // what has been
    wxRect bottom;  // beside Undo
  };
  virtual void lay_out(const Rooms& rooms) = 0;
  void lay_out_now();

  void set_undo(const std::string& label, bool enabled);
  void set_action(const std::string& label, bool enabled, std::function<void()> what);
  void undo_presses(std::function<void()> what);
  void hide_action();
  // Makes a control press through the desk.
  void presses(ui::Control* control, std::function<void()> what);
  [[nodiscard]] ui::ActionButton* quiet(const std::string& label, std::function<void()> what);

  [[nodiscard]] const Desk& desk() const { return desk_; }
  [[nodiscard]] Counter& counter() const { return desk_.counter; }
  [[nodiscard]] const ui::Look& look() const { return desk_.look; }
  [[nodiscard]] std::string say(const std::string& key) const { return desk_.say(key); }
  [[nodiscard]] ui::ActionButton* action() { return action_; }

 private:
  const Desk& desk_;
  ui::ActionButton* undo_;
  ui::ActionButton* action_;
};

}  // namespace tilia::pos
