#include "core/ui/control.h"

#include <wx/dcclient.h>

namespace tilia::ui {

Control::Control(wxWindow* parent, const Look& look) : look_(look) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE);
  Bind(wxEVT_PAINT, &Control::paint, this);
  Bind(wxEVT_LEFT_DOWN, &Control::mouse_down, this);
  Bind(wxEVT_LEFT_DCLICK, &Control::mouse_down, this);  // a quick second tap is a tap
  Bind(wxEVT_LEFT_UP, &Control::mouse_up, this);
  Bind(wxEVT_KEY_DOWN, &Control::key_down, this);
  Bind(wxEVT_KEY_UP, &Control::key_up, this);
  Bind(wxEVT_ENTER_WINDOW, [this](wxMouseEvent&) {
    hovered_ = true;
    Refresh();
  });
  Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) {
    hovered_ = false;
    Refresh();
  });
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) {
    held_ = false;
    Refresh();
  });
  const auto focus_moved = [this](wxFocusEvent& event) {
    Refresh();
    event.Skip();
  };
  Bind(wxEVT_SET_FOCUS, focus_moved);
  Bind(wxEVT_KILL_FOCUS, focus_moved);
}

wxColour Control::ground() const { return ground_.IsOk() ? ground_ : look_.colours().paper; }

void Control::set_ground(const wxColour& ground) {
  ground_ = ground;
  Refresh();
}

void Control::set_pointed_at(bool pointed) {
  if (pointed_ == pointed) return;
  pointed_ = pointed;
  Refresh();
}

void Control::place(const wxRect& area) {
  const bool shown = area.width > 0 && area.height > 0;
  if (shown) SetSize(area);
  Show(shown);
}

void Control::paint(wxPaintEvent&) {
  wxPaintDC dc(this);
  Painter painter(dc, look_);
  const wxRect area = GetClientRect();
  painter.fill(area, ground());
  draw(painter, area);
  const Palette& colours = look_.colours();
  if (pointed_) {
    painter.round_rect(area, corner(), wxNullColour, colours.mend, look_.px(6));
  } else if (HasFocus() && pressable() && look_.keyboard_in_use()) {
    painter.round_rect(wxRect(area).Deflate(look_.px(3)), corner() - look_.px(3), wxNullColour,
                       colours.got, look_.px(3));
  }
}

void Control::press(long at_milliseconds) {
  if (!pressable() || !IsEnabled() || !on_press) return;
  const auto pressed = on_press;  // the screen may change or take this control away
  pressed(at_milliseconds);
}

void Control::mouse_down(wxMouseEvent& event) {
  if (!pressable()) {
    event.Skip();
    return;
  }
  held_ = true;
  if (!HasCapture()) CaptureMouse();
  Refresh();
}

void Control::mouse_up(wxMouseEvent& event) {
  const bool was_held = held_;
  held_ = false;
  if (HasCapture()) ReleaseMouse();
  Refresh();
  if (was_held && GetClientRect().Contains(event.GetPosition())) press(event.GetTimestamp());
}

void Control::key_down(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  if (key != WXK_SPACE && key != WXK_RETURN && key != WXK_NUMPAD_ENTER) {
    event.Skip();
    return;
  }
  if (key_held_) return;  // a key that stays down presses once
  key_held_ = true;
  press(event.GetTimestamp());
}

void Control::key_up(wxKeyEvent& event) {
  key_held_ = false;
  event.Skip();
}

}  // namespace tilia::ui
