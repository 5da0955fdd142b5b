// From the lock key to a closed screen that is painted: the office with a month's table of a
// thousand rows and a long form, the till with a tray. Beside it stands what was promised, 100
// milliseconds. Run it where there is a display.
#include <fmt/format.h>
#include <wx/app.h>

#include <memory>

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

// From the key to the moment when what stands on the closed screen has been painted once more after
// everything else that the key brought: the display shows it earlier.
template <class Shown>
double milliseconds_to(Shown shown, wxWindow* keyboard) {
  const Stopwatch watch;
  wxKeyEvent key(wxEVT_CHAR_HOOK);
  key.m_keyCode = WXK_F12;
  key.SetEventObject(keyboard);
  keyboard->HandleWindowEvent(key);
  wxWindow* closed = shown();
  const auto painted = std::make_shared<bool>(false);  // the window outlives this look at it
  closed->Bind(wxEVT_PAINT, [painted](wxPaintEvent& event) {
    *painted = true;
    event.Skip();
  });
  closed->Refresh();
  while (!*painted) {
    wxTheApp->Yield(true);
    if (watch.microseconds() > 5'000'000) throw std::runtime_error("it never closed");
  }
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
    const auto sheet = [&] { return frame->sheet().GetChildren().GetFirst()->GetData(); };
    took.push_back(milliseconds_to(sheet, frame->page().form()->input("1")));
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
    const auto closed = [&] { return &frame->place_window(); };
    took.push_back(milliseconds_to(closed, &frame->place_window()));
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
  int OnRun() override try {
    const Words words(Language::english, TILIA_SHARE "/locale");
    const bool office =
        verdict("office: lock key to painted closed screen / promised, milliseconds",
                office_milliseconds(words), promised_milliseconds, 1);
    const bool till = verdict("till: lock key to painted closed screen / promised, milliseconds",
                              till_milliseconds(words), promised_milliseconds, 1);
    return office && till ? 0 : 1;
  } catch (const std::exception& failure) {
    fmt::print(stderr, "{}\n", failure.what());
    return 1;
  }
};

}  // namespace
}  // namespace tilia::bench

int main(int count, char** arguments) {
  wxApp::SetInstance(new tilia::bench::Bench);
  return wxEntry(count, arguments);
}
