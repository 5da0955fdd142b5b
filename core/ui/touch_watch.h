// Sees every key and every move of the pointer in this program's windows before they do, so that a
// screen which somebody left closes by itself, and the lock key closes it at once wherever the
// keyboard is.
//
//   TouchWatch watch;
//   watch.on_lock_key = [&](long) { lock(); };    // F12 or Pause: both do nothing else
//   watch.on_touch = [&] { idle.touched(clock.now()); };
//   watch.on_second = [&] { if (idle.is_due(clock.now(), 300)) lock(); };
//   watch.begin();
//
// What is typed into the system's own file dialog does not come by here, nor while a list hangs
// open.
#pragma once

#include <wx/event.h>
#include <wx/eventfilter.h>
#include <wx/timer.h>
#include <wx/window.h>

#include <functional>

class wxTopLevelWindow;

namespace tilia::ui {

// A window hears no key while nothing in it has the keyboard: a button that was pressed and is gone
// takes the keyboard along. Then this dot, out of sight in its frame, has it, so that the lock key
// always arrives. keep() is called whenever the frame is idle.
class KeyboardKeeper final : public wxWindow {
 public:
  KeyboardKeeper(wxTopLevelWindow& frame, wxWindow* ground);
  void keep();
  [[nodiscard]] bool AcceptsFocusFromKeyboard() const override { return false; }

 private:
  wxTopLevelWindow& frame_;
};

class TouchWatch final : private wxEventFilter, private wxTimer {
 public:
  TouchWatch();
  ~TouchWatch() override;
  TouchWatch(const TouchWatch&) = delete;
  TouchWatch& operator=(const TouchWatch&) = delete;

  std::function<void(long at_milliseconds)> on_lock_key;
  std::function<void()> on_touch;
  std::function<void()> on_second;
  // From now on on_second is called about each second.
  void begin();

 private:
  int FilterEvent(wxEvent& event) override;
  void Notify() override;
};

}  // namespace tilia::ui
