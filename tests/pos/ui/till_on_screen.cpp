#include "tests/pos/ui/till_on_screen.h"

#include <wx/app.h>
#include <wx/log.h>
#include <wx/utils.h>

#include <cstdlib>
#include <set>

namespace tilia::pos::tests {
namespace {

constexpr long long_after_the_last = 10'000;
constexpr int most_turns_of_painting = 500;

}  // namespace

TillOnScreen::TillOnScreen(CounterOfTests& shop, Words words, const wxSize& size,
                           std::optional<int> dpi)
    : words_(std::move(words)),
      frame_(new TillFrame(
          *shop, words_, size, {},
          [](const std::exception&) { return Phrase("till.notice.not_saved"); }, dpi)) {
  frame_->SetClientSize(size);
  frame_->Show();
  settle(40);
}

TillOnScreen::~TillOnScreen() {
  frame_->Destroy();
  settle(10);
}

void TillOnScreen::settle(int turns) {
  for (int i = 0; i < turns; ++i) wxTheApp->Yield(true);
}

void TillOnScreen::each_window(wxWindow* window, const std::function<void(wxWindow*)>& visit) {
  visit(window);
  for (wxWindow* child : window->GetChildren()) each_window(child, visit);
}

std::string TillOnScreen::not_painted() {
  std::set<wxWindow*> unpainted;
  const auto painted = [&unpainted](wxPaintEvent& event) {
    unpainted.erase(static_cast<wxWindow*>(event.GetEventObject()));
    event.Skip();
  };
  const auto controls = shown<ui::Control>();
  std::vector<std::unique_ptr<wxEvtHandler>> watches;
  for (ui::Control* control : controls) {
    unpainted.insert(control);
    watches.push_back(std::make_unique<wxEvtHandler>());
    watches.back()->Bind(wxEVT_PAINT, painted);
    control->PushEventHandler(watches.back().get());
  }
  frame_->Refresh();
  for (ui::Control* control : controls) control->Refresh();
  for (int turn = 0; turn < most_turns_of_painting && !unpainted.empty(); ++turn) {
    settle(1);
    wxMilliSleep(1);  // the toolkit paints by the screen's own beat
  }
  for (ui::Control* control : controls) (void)control->PopEventHandler(false);
  std::string names;
  for (const wxWindow* window : unpainted) names += "[" + window->GetName().utf8_string() + "] ";
  return names;
}

void TillOnScreen::keep_picture(const std::string& name) {
  const char* folder = std::getenv("TILIA_KEEP_PICTURES");
  if (folder == nullptr) return;
  (void)not_painted();
  settle(20);
  const std::string taken = std::string("import -window root '") + folder + "/" + name + ".png'";
  if (std::system(taken.c_str()) != 0) wxLogError("no picture of %s was taken", name);
}

bool TillOnScreen::press(ui::Control* control) {
  if (control == nullptr || !control->IsShownOnScreen() || !control->AcceptsFocus()) return false;
  const wxSize size = control->GetClientSize();
  wxMouseEvent down(wxEVT_LEFT_DOWN);
  down.SetPosition({size.GetWidth() / 2, size.GetHeight() / 2});
  down.SetTimestamp(later());
  down.SetEventObject(control);
  wxMouseEvent up(down);
  up.SetEventType(wxEVT_LEFT_UP);
  control->HandleWindowEvent(down);
  control->HandleWindowEvent(up);
  settle();
  return true;
}

bool TillOnScreen::touch(const wxPoint& on_screen) {
  ui::Control* front = nullptr;  // children come after the ones they stand on
  for (auto* control : shown<ui::Control>())
    if (control->GetScreenRect().Contains(on_screen) && control->AcceptsFocus()) front = control;
  return press(front);
}

long TillOnScreen::later() { return now_ += long_after_the_last; }

void TillOnScreen::show_again() {
  frame_->show_place();
  settle();
}

ui::ActionButton* TillOnScreen::button(const std::string& key) {
  const std::string label = words_.say(key);
  for (auto* candidate : shown<ui::ActionButton>())
    if (candidate->label().find(label) != std::string::npos) return candidate;
  return nullptr;
}

ui::ActionButton* TillOnScreen::labelled(const std::string& label) {
  for (auto* candidate : shown<ui::ActionButton>())
    if (candidate->label() == label) return candidate;
  return nullptr;
}

ui::Tile* TillOnScreen::tile(const std::string& name_or_picture) {
  for (auto* candidate : shown<ui::Tile>()) {
    const ui::TileFace& face = candidate->face();
    if (face.name == name_or_picture || face.picture == name_or_picture) return candidate;
  }
  return nullptr;
}

}  // namespace tilia::pos::tests
