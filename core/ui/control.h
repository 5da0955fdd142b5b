// What all our controls share: drawn by us, states (rest, hover, pressed, focus ring, disabled in
// place, pointed at by help), pressed by finger, mouse, Enter or Space, reached by Tab. A disabled
// control stays where it is.
#pragma once

#include <wx/window.h>

#include <functional>

#include "core/ui/painter.h"

namespace tilia::ui {

class Control : public wxWindow {
 public:
  Control(wxWindow* parent, const Look& look);

  // When it was pressed; `at_milliseconds` is the event's own time.
  std::function<void(long at_milliseconds)> on_press;

  [[nodiscard]] bool AcceptsFocus() const override { return pressable() && IsEnabled(); }
  [[nodiscard]] bool AcceptsFocusFromKeyboard() const override { return AcceptsFocus(); }
  // Help points at what to press next.
  void set_pointed_at(bool pointed);
  // The colour of what it stands on: its corners show it.
  void set_ground(const wxColour& ground);
  // Places it; hidden where the area is empty.
  void place(const wxRect& area);
  void press_from_program(long at_milliseconds) { press(at_milliseconds); }

 protected:
  virtual void draw(Painter& painter, const wxRect& area) = 0;
  [[nodiscard]] virtual bool pressable() const { return true; }
  [[nodiscard]] virtual int corner() const { return look_.px(18); }

  [[nodiscard]] const Look& look() const { return look_; }
  [[nodiscard]] bool hovered() const { return hovered_ && IsEnabled(); }
  [[nodiscard]] bool held() const { return held_ && IsEnabled(); }
  [[nodiscard]] wxColour ground() const;

 private:
  void paint(wxPaintEvent& event);
  void press(long at_milliseconds);
  void mouse_down(wxMouseEvent& event);
  void mouse_up(wxMouseEvent& event);
  void key_down(wxKeyEvent& event);
  void key_up(wxKeyEvent& event);

  const Look& look_;
  wxColour ground_;
  bool hovered_ = false;
  bool held_ = false;
  bool key_held_ = false;
  bool pointed_ = false;
};

}  // namespace tilia::ui
