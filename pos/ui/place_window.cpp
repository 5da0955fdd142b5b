#include "pos/ui/place_window.h"

#include <wx/dcclient.h>

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr double least_right_mm = 113;  // a line of the tray, with its two steps

}  // namespace

PlaceWindow::PlaceWindow(wxWindow* parent, const Desk& desk) : desk_(desk) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Hide();
  Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxPaintDC dc(this);
    dc.SetBackground(wxBrush(look().colours().paper));
    dc.Clear();
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out_now();
    event.Skip();
  });
  undo_ = new ui::ActionButton(this, look(), ui::ActionButton::Kind::quiet, "");
  action_ = new ui::ActionButton(this, look(), ui::ActionButton::Kind::go, "");
  presses(undo_, [this] { counter().undo(); });
}

void PlaceWindow::lay_out_now() {
  const wxSize size = GetClientSize();
  if (size.GetWidth() < look().mm(80) || size.GetHeight() < look().mm(60)) return;
  Rooms rooms;
  rooms.left = wxRect(size).Deflate(look().mm(7), look().mm(4.5));
  const int gap = look().mm(ui::target::gap);
  const int right = std::max(size.GetWidth() * 33 / 100, look().mm(least_right_mm));
  rooms.right = ui::cut_right(rooms.left, right, look().mm(8));
  action_->SetSize(ui::cut_bottom(rooms.right, look().mm(24), look().mm(5)));
  rooms.bottom = ui::cut_bottom(rooms.left, look().mm(17), look().mm(5));
  undo_->SetSize(ui::cut_left(rooms.bottom, look().mm(48), gap));
  lay_out(rooms);
}

void PlaceWindow::set_undo(const std::string& label, bool enabled) {
  undo_->set_label(label);
  undo_->Show(!label.empty());
  undo_->Enable(enabled);
}

void PlaceWindow::set_action(const std::string& label, bool enabled, std::function<void()> what) {
  action_->set_label(label);
  action_->Show();
  action_->Enable(enabled);
  presses(action_, std::move(what));
}

void PlaceWindow::undo_presses(std::function<void()> what) { presses(undo_, std::move(what)); }

void PlaceWindow::hide_action() { action_->Hide(); }

void PlaceWindow::presses(ui::Control* control, std::function<void()> what) {
  control->on_press = [this, what = std::move(what)](long at) { desk_.act(at, what); };
}

ui::ActionButton* PlaceWindow::quiet(const std::string& label, std::function<void()> what) {
  auto* button = new ui::ActionButton(this, look(), ui::ActionButton::Kind::quiet, label);
  presses(button, std::move(what));
  return button;
}

}  // namespace tilia::pos
