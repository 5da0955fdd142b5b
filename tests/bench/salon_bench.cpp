// The day of a salon with 10,000 appointments in its book, in the till's real window: from the tap
// on "Appointments", and from the tap on the next day, to the painted picture. What was promised is
// 50 milliseconds.
//
//   salon_bench
#include <wx/app.h>

#include <memory>

#include "pos/ui/salon_window.h"
#include "pos/ui/till_frame.h"
#include "tests/bench/stopwatch.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/salon_of_counter.h"

namespace tilia::bench {
namespace {

constexpr int rounds = 60;
constexpr double promised_milliseconds = 50;
constexpr int appointments = 10'000;

// Four people, ten hours, a cut each three quarters of an hour: fifty on a day.
void fill(pos::tests::SalonOfCounter& shop) {
  pos::KeepSalon keep(shop.salon, shop.zone, shop.clock);
  for (const char* code : {"cara", "dora"})
    CHECK(keep.set_column({.code = code, .kind = pos::ColumnKind::person, .name = code}));
  pos::KeepVisits visits(shop.salon, shop.zone, shop.clock);
  int booked = 0;
  for (Day day = visits.today(); booked < appointments; day = day.plus_days(1)) {
    for (int minute = 8 * 60; minute <= 17 * 60; minute += 45) {
      for (const char* person : {"ana", "bee", "cara", "dora"}) {
        const auto visit = visits.book({pos::VisitId::mint(shop.chance),
                                        {{"cut", person}},
                                        shop.zone.at(day, minute),
                                        "🌷",
                                        "Mira"});
        if (visit && ++booked == appointments) return;
      }
    }
  }
}

class OpenTill {
 public:
  explicit OpenTill(pos::Counter& counter, const Words& words)
      : frame_(new pos::TillFrame(counter, words, wxSize(1366, 768), {}, [](const std::exception&) {
          return Phrase("till.notice.not_saved");
        })) {
    frame_->SetClientSize(1366, 768);
    frame_->Show();
    settle();
  }
  ~OpenTill() {
    frame_->Destroy();
    settle();
  }
  OpenTill(const OpenTill&) = delete;
  OpenTill& operator=(const OpenTill&) = delete;

  // Until all that it brought is painted.
  template <class What>
  double milliseconds(What what) {
    const Stopwatch watch;
    what();
    frame_->show_place();
    frame_->place_window().Update();
    for (wxWindow* child : frame_->place_window().GetChildren()) {
      child->Update();
      for (wxWindow* grandchild : child->GetChildren()) grandchild->Update();
    }
    const double took = watch.microseconds() / 1'000;
    settle();
    return took;
  }

 private:
  static void settle() {
    for (int round = 0; round < 20; ++round) {
      wxTheApp->ProcessPendingEvents();
      wxTheApp->Yield(true);
    }
  }
  pos::TillFrame* frame_;
};

class Bench final : public wxApp {
 public:
  bool OnInit() override { return true; }
  int OnRun() override {
    pos::tests::SalonOfCounter shop;
    fill(shop);
    const Words words(Language::english, TILIA_SHARE "/locale");
    OpenTill till(*shop.counter, words);
    std::vector<double> opened;
    std::vector<double> turned;
    for (int round = 0; round < rounds; ++round) {
      shop->back_to_selling();
      till.milliseconds([] {});
      opened.push_back(till.milliseconds([&] { shop->open_salon(); }));
      CHECK(shop->salon().blocks().size() > 40);
      turned.push_back(till.milliseconds(
          [&] { shop->at_salon([](pos::SalonDay& salon) { salon.turn_day(1); }); }));
    }
    const bool open = verdict("tap to the day of a salon / promised, milliseconds", median(opened),
                              promised_milliseconds, 1);
    const bool turn = verdict("tap to its next day / promised, milliseconds", median(turned),
                              promised_milliseconds, 1);
    return open && turn ? 0 : 1;
  }
};

}  // namespace
}  // namespace tilia::bench

int main(int count, char** words) {
  wxApp::SetInstance(new tilia::bench::Bench);
  return wxEntry(count, words);
}
