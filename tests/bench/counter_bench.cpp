// The counter on a book of 20,000 articles and 1,000,000 sales, in its real window: from the end of
// a scan to the painted line, from a letter typed in "Find" to the painted pictures, from "Paid"
// over the change to the next customer's painted tray. Beside each stands what was promised: one
// frame of the screen, 16 milliseconds, for the first two; for the third two frames and the disk's
// own time for one synced page.
//
//   counter_bench FOLDER     makes FOLDER/million.tilia if it is not there: some minutes
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <wx/app.h>

#include <memory>

#include "app/till_draft.h"
#include "db/till_book_sqlite.h"
#include "pos/gtin.h"
#include "pos/ui/till_frame.h"
#include "tests/bench/big_book.h"
#include "tests/bench/stopwatch.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::bench {
namespace {

namespace fs = std::filesystem;

constexpr int rounds = 200;
constexpr double frame_milliseconds = 16;
constexpr Size million{.articles = 20'000, .days = 1'000, .sales_a_day = 1'000};

// A counter in its window on a book that a shop has kept for three years.
class OldShop {
 public:
  OldShop(const fs::path& book, const Words& words)
      : file_(open_book(book)),
        cart_(book, "T1", "cart"),
        drawer_pieces_(book, "T1", "drawer"),
        count_(book, "T1", "count"),
        tile_counts_(book, "T1", "tiles"),
        approving_(book, "T1", "approving"),
        counter_({book_, ring_, drawer_, pack_, zone_, clock_, chance_, cart_, drawer_pieces_,
                  count_, tile_counts_, approving_, crew_, paper_, book_.organisation(), "Zrno",
                  "T1"}),
        frame_(new pos::TillFrame(
            counter_, words, wxSize(1366, 768), {},
            [](const std::exception&) { return Phrase("till.notice.not_saved"); })) {
    frame_->SetClientSize(1366, 768);
    frame_->Show();
    counter_.log_in().choose("🦊");
    for (int i = 0; i < 6; ++i) counter_.digit('1');
    counter_.open_with_last_float();
    look_again();
    settle();
  }
  ~OldShop() {
    counter_.end();
    frame_->Destroy();
    settle();
  }
  OldShop(const OldShop&) = delete;
  OldShop& operator=(const OldShop&) = delete;

  [[nodiscard]] pos::Counter& counter() { return counter_; }

  void key(int code) {
    wxKeyEvent pressed(wxEVT_CHAR_HOOK);
    pressed.m_keyCode = code;
    pressed.m_uniChar = code;
    pressed.SetTimestamp(now_ += 5);  // as fast as a scanner
    frame_->HandleWindowEvent(pressed);
  }
  // A hand's press, long after the one before.
  void press(ui::Control* control) { control->press_from_program(now_ += 10'000); }
  // Shows what the counter holds; there is nothing typed to take back.
  void look_again() {
    now_ += 10'000;
    key(WXK_BACK);
  }
  [[nodiscard]] ui::Control* action() { return frame_->place_window().next_to_press(); }

  // Until all that the press brought is painted.
  template <class What>
  double milliseconds(What what) {
    const Stopwatch watch;
    what();
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

  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_{*file_};
  pos::CountryPack pack_ = pos::tests::pack("RS", "2025-12-01");
  Zone zone_ = *Zone::named("Europe/Belgrade");
  SetClock clock_{*Instant::parse("2026-03-02T05:00Z")};
  SystemChance chance_;  // the book may have seen this bench before
  pos::RingUpSale ring_{book_, pack_, clock_};
  pos::KeepDrawer drawer_{book_, pack_, zone_, clock_, chance_};
  app::TillDraft cart_;
  app::TillDraft drawer_pieces_;
  app::TillDraft count_;
  app::TillDraft tile_counts_;
  app::TillDraft approving_;
  pos::tests::FoxOwlAndBee crew_;
  pos::tests::PaperOfTests paper_;
  pos::Counter counter_;
  pos::TillFrame* frame_;
  long now_ = 100'000;
};

double scan_took(OldShop& shop) {
  std::vector<double> took;
  for (int round = 0; round < rounds; ++round) {
    const std::string code = barcode_of(7 + round * 97);
    for (const char digit : code) shop.key(digit);
    const std::size_t before = shop.counter().cart().lines().size();
    took.push_back(shop.milliseconds([&] { shop.key(WXK_RETURN); }));
    CHECK(shop.counter().cart().lines().size() == before + 1);
    if (round % 10 == 9)
      while (shop.counter().can_undo()) shop.counter().undo();
  }
  while (shop.counter().can_undo()) shop.counter().undo();
  return median(took);
}

double letter_took(OldShop& shop) {
  std::vector<double> took;
  for (int round = 0; round < rounds; ++round) {
    shop.counter().find();
    for (const char letter : std::string("article-19")) {
      took.push_back(shop.milliseconds([&] { shop.key(letter); }));
    }
    CHECK(!shop.counter().tiles().empty());
    shop.counter().undo();
  }
  return median(took);
}

double customer_took(OldShop& shop) {
  std::vector<double> took;
  for (int round = 0; round < rounds; ++round) {
    for (const char* code : {"bread", "roll", "cake", "coffee", "juice"})
      shop.counter().tap_article(code);
    shop.counter().pay();
    shop.counter().paying().take_offer(0);
    shop.look_again();
    const double paid = shop.milliseconds([&] { shop.press(shop.action()); });
    CHECK(shop.counter().place() == pos::Place::change);
    const double next = shop.milliseconds([&] { shop.press(shop.action()); });
    CHECK(shop.counter().place() == pos::Place::sale);
    took.push_back(paid + next);
  }
  return median(took);
}

// What one synced page costs in that folder.
double disk_took(const fs::path& folder) {
  const fs::path file = folder / "page";
  const int page = ::open(file.c_str(), O_CREAT | O_RDWR, 0600);
  CHECK(page >= 0);
  const std::vector<char> bytes(4096, 'x');
  std::vector<double> took;
  for (int round = 0; round < rounds; ++round) {
    const Stopwatch watch;
    CHECK(::pwrite(page, bytes.data(), bytes.size(), 0) == 4096 && ::fdatasync(page) == 0);
    took.push_back(watch.microseconds() / 1'000);
  }
  ::close(page);
  fs::remove(file);
  return median(took);
}

class Bench final : public wxApp {
 public:
  explicit Bench(fs::path folder) : folder_(std::move(folder)) {}
  bool OnInit() override { return true; }
  int OnRun() override try {
    const fs::path file = folder_ / "million.tilia";
    make_book(file, million);
    const Words words(Language::english, TILIA_SHARE "/locale");
    OldShop shop(file, words);
    const bool scan = verdict("scan to painted line / a frame, milliseconds", scan_took(shop),
                              frame_milliseconds, 1);
    const bool letter = verdict("letter to painted pictures / a frame, milliseconds",
                                letter_took(shop), frame_milliseconds, 1);
    const bool customer =
        verdict("paid to next customer / two frames and a synced page, milliseconds",
                customer_took(shop), 2 * frame_milliseconds + disk_took(folder_), 1);
    return scan && letter && customer ? 0 : 1;
  } catch (const std::exception& failure) {
    fmt::print(stderr, "{}\n", failure.what());
    return 1;
  }

 private:
  fs::path folder_;
};

}  // namespace
}  // namespace tilia::bench

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "counter_bench FOLDER\n");
    return 2;
  }
  wxApp::SetInstance(new tilia::bench::Bench(arguments[1]));
  int none = 1;
  return wxEntry(none, arguments);
}
