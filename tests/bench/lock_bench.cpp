// From the lock key to a closed screen that the display shows: the office with a month's table of a
// thousand rows and a long form, the till with a tray. Beside it stands what was promised, 100
// milliseconds. Run it where there is a display.
#include <fmt/format.h>
#include <wx/app.h>
#include <wx/dcscreen.h>

#include "core/ui/office/frame.h"
#include "core/ui/touch_watch.h"
#include "pos/ui/till_frame.h"
#include "tests/bench/stopwatch.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::bench {
namespace {

constexpr int rounds = 30;
constexpr double promised_milliseconds = 100;

void settle() {
  for (int round = 0; round < 20; ++round) {
    wxTheApp->ProcessPendingEvents();
    wxTheApp->Yield(true);
    wxTheApp->ProcessIdle();
  }
}

wxColour on_display(const wxPoint& at) {
  wxColour colour;
  wxScreenDC().GetPixel(at, &colour);
  return colour;
}

// How long until the display itself shows that colour there.
double milliseconds_to(const wxWindow& frame, const wxPoint& at, const wxColour& wanted,
                       wxWindow* keyboard) {
  const wxPoint place = frame.ClientToScreen(at);
  if (on_display(place) == wanted) throw std::runtime_error("it is closed already");
  const Stopwatch watch;
  wxKeyEvent key(wxEVT_CHAR_HOOK);
  key.m_keyCode = WXK_F12;
  key.SetEventObject(keyboard);
  keyboard->HandleWindowEvent(key);
  while (on_display(place) != wanted) wxTheApp->Yield(true);
  return watch.microseconds() / 1'000;
}

class Month final : public ui::Room {
 public:
  ui::Page page() override {
    ui::Page page;
    page.title = Phrase("office.pay.name");
    ui::Form form;
    form.columns = 7;
    for (int day = 1; day <= 31; ++day)
      form.fields.push_back({.key = std::to_string(day), .label = std::to_string(day)});
    page.form = std::move(form);
    ui::Table table;
    table.columns = {{Phrase("office.hours.alias"), ui::Column::Align::start, 3}};
    for (int row = 0; row < 1'000; ++row)
      table.rows.push_back({std::to_string(row), "🦊", {{std::to_string(row)}}});
    page.table = std::move(table);
    return page;
  }
  ui::Next press(const std::string&, const ui::Values&) override { return ui::Next::page(); }
  void told(const ui::Remark&) override {}
};

double office_milliseconds(const Words& words) {
  const ui::Look look(96.0 / 25.4, false);
  Month room;
  auto* frame = new ui::OfficeFrame(look, words);
  frame->SetClientSize(1366, 768);
  frame->Show();
  ui::TouchWatch watch;
  watch.on_lock_key = [&](long) {
    frame->lock({.name = "Corner Bakery", .sentence = "Closed.", .button = "Log in"});
  };
  std::vector<double> took;
  for (int round = 0; round < rounds; ++round) {
    frame->show_rooms({.brand = "T", .place = "P", .person = {"🐬", "Dolphin", "F", "Out"}},
                      {{"pay", Phrase("office.pay.name"), &room}}, "pay");
    settle();
    took.push_back(milliseconds_to(*frame, {100, 400}, look.colours().paper,
                                   frame->page().form()->input("1")));
    settle();
  }
  frame->Destroy();
  settle();
  return median(took);
}

double till_milliseconds(const Words& words) {
  pos::tests::CounterOfTests shop;
  auto* frame = new pos::TillFrame(*shop, words, wxSize(1366, 768), {}, [](const std::exception&) {
    return Phrase("till.notice.not_saved");
  });
  frame->SetClientSize(1366, 768);
  frame->Show();
  shop.begin_selling();
  std::vector<double> took;
  for (int round = 0; round < rounds; ++round) {
    shop->tap_article("cake");
    wxKeyEvent back(wxEVT_CHAR_HOOK);  // takes nothing back here; the frame shows what is there
    back.m_keyCode = WXK_BACK;
    frame->HandleWindowEvent(back);
    settle();
    // Where a tile stood there is paper.
    took.push_back(
        milliseconds_to(*frame, {60, 250}, frame->look().colours().paper, &frame->place_window()));
    settle();
    shop->open_again();
    shop.log_in();
  }
  frame->Destroy();
  settle();
  return median(took);
}

class Bench final : public wxApp {
 public:
  bool OnInit() override { return true; }
  int OnRun() override {
    const Words words(Language::english, TILIA_SHARE "/locale");
    const bool office = verdict("office: lock key to closed display / promised, milliseconds",
                                office_milliseconds(words), promised_milliseconds, 1);
    const bool till = verdict("till: lock key to closed display / promised, milliseconds",
                              till_milliseconds(words), promised_milliseconds, 1);
    return office && till ? 0 : 1;
  }
};

}  // namespace
}  // namespace tilia::bench

int main(int count, char** arguments) {
  wxApp::SetInstance(new tilia::bench::Bench);
  return wxEntry(count, arguments);
}
