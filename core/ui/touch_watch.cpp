#include "core/ui/touch_watch.h"

#include <wx/toplevel.h>

namespace tilia::ui {
namespace {

constexpr int second_milliseconds = 1'000;

}  // namespace

KeyboardKeeper::KeyboardKeeper(wxTopLevelWindow& frame, wxWindow* ground)
    : wxWindow(ground, wxID_ANY, wxPoint(-2, -2), wxSize(1, 1), wxBORDER_NONE), frame_(frame) {}

void KeyboardKeeper::keep() {
  if (!frame_.IsActive()) return;  // another window's
  const wxWindow* focused = FindFocus();
  if (focused == nullptr || !focused->IsShownOnScreen()) SetFocus();
}

TouchWatch::TouchWatch() { wxEvtHandler::AddFilter(this); }

TouchWatch::~TouchWatch() { wxEvtHandler::RemoveFilter(this); }

void TouchWatch::begin() { Start(second_milliseconds); }

void TouchWatch::Notify() {
  if (on_second) on_second();
}

int TouchWatch::FilterEvent(wxEvent& event) {
  const wxEventType type = event.GetEventType();
  const bool key = type == wxEVT_CHAR_HOOK || type == wxEVT_KEY_DOWN;
  if (key || type == wxEVT_MOTION || type == wxEVT_LEFT_DOWN || type == wxEVT_RIGHT_DOWN ||
      type == wxEVT_MOUSEWHEEL) {
    if (on_touch) on_touch();
  }
  if (type != wxEVT_CHAR_HOOK || !on_lock_key) return Event_Skip;
  auto& pressed = static_cast<wxKeyEvent&>(event);
  const int code = pressed.GetKeyCode();
  if (code != WXK_F12 && code != WXK_PAUSE) return Event_Skip;
  on_lock_key(pressed.GetTimestamp());
  return Event_Processed;
}

}  // namespace tilia::ui
