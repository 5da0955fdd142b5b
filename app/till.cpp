// tilia-till: composes the counter from the book, the printer and the windows, and nothing else.
#include <wx/app.h>
#include <wx/display.h>
#include <wx/frame.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "app/backup_schedule.h"
#include "app/book_word.h"
#include "app/lock_setting.h"
#include "app/machine_watch.h"
#include "app/office_call.h"
#include "app/practice_counter.h"
#include "app/printer_setting.h"
#include "app/private_process.h"
#include "app/resources.h"
#include "app/speech.h"
#include "app/till_crew.h"
#include "app/till_draft.h"
#include "app/till_own_time.h"
#include "app/till_paper.h"
#include "app/till_scale.h"
#include "core/ui/text_label.h"
#include "db/book_fault.h"
#include "db/book_file.h"
#include "db/catalogue_book_sqlite.h"
#include "db/customer_book_sqlite.h"
#include "db/head_keeper.h"
#include "db/history_book_sqlite.h"
#include "db/laundry_book_sqlite.h"
#include "db/order_book_sqlite.h"
#include "db/package_book_sqlite.h"
#include "db/salon_book_sqlite.h"
#include "db/station_lock.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/counter_rules.h"
#include "pos/ui/customer_window.h"
#include "pos/ui/till_frame.h"

namespace tilia::app {
namespace {

struct Asked {
  std::string book;
  std::string till = "T1";
  std::string language;
  bool customer_window = false;
  bool leave_after_first_screen = false;
};

// Nothing when the program is to end at once, with `status`.
std::optional<Asked> asked_on_command_line(int argc, char** argv, const Words& words, int& status) {
  Asked asked;
  CLI::App line{words.say("till.about")};
  line.add_option("--book", asked.book, words.say("till.option.book"));
  line.add_option("--till", asked.till, words.say("till.option.till"));
  line.add_option("--language", asked.language, words.say("till.option.language"));
  line.add_flag("--customer-window", asked.customer_window, words.say("till.option.customer"));
  line.add_flag("--leave-after-first-screen", asked.leave_after_first_screen,
                words.say("till.option.leave"));
  try {
    line.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    status = line.exit(wrong) == 0 ? 0 : 2;
    return std::nullopt;
  }
  return asked;
}

// The book has no such till.
class NoSuchTill : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::string shop_of(const pos::Organisation& organisation, const std::string& till) {
  for (const pos::Shop& shop : organisation.shops) {
    if (shop.till == till) return shop.name;
  }
  throw NoSuchTill(till);
}

std::string path_of_programs() {
  const char* path = std::getenv("PATH");
  return path != nullptr ? path : "";
}

// Everything that the counter works with, in the order in which one needs the other.
class TillParts {
 public:
  TillParts(const std::filesystem::path& book, const std::string& till, const Resources& resources,
            const Words& words)
      : file_(db::BookFile::open(book, {.station = till})),
        book_(*file_),
        tenders_(*file_),
        salon_(*file_),
        orders_(*file_),
        tickets_(*file_),
        packages_(*file_),
        history_(*file_),
        customers_(*file_),
        catalogue_(*file_),
        organisation_(book_.organisation()),
        users_(*file_, db::SecretPolicy::of_book(organisation_.practice), clock_,
               db::DeviceFolder::of_book(device_folder(), *file_)),
        shop_(shop_of(organisation_, till)),
        lock_(file_->path(), till),
        heads_(*file_, clock_, db::DeviceFolder::of_book(device_folder(), *file_)),
        zone_(Zone::named(organisation_.zone).value()),
        pack_(pos::load_country_pack(resources.counter_rules(), organisation_.country,
                                     zone_.local_day(clock_.now()))
                  .value()),
        devices_(read_till_devices(till_devices_file())),
        ring_(book_, pack_, clock_),
        drawer_(book_, pack_, zone_, clock_, chance_),
        draft_(file_->path(), till, "cart"),
        drawer_pieces_(file_->path(), till, "drawer"),
        count_(file_->path(), till, "count"),
        tile_counts_(file_->path(), till, "tiles"),
        approving_(file_->path(), till, "approving"),
        sold_out_(file_->path(), till, "sold-out"),
        crew_(users_, organisation_.practice),
        own_time_(*file_, zone_, clock_),
        notes_(*file_, tenders_, book_, zone_, clock_),
        paper_({organisation_, pack_.fiscal_duty, devices_.fiscal_device}, zone_,
               Words(parse_language(organisation_.language).value_or(words.language()),
                     resources.catalogues()),
               devices_.printer, &notes_),
        call_(file_->path(), till, clock_),
        speech_(devices_.speech_device, path_of_programs()),
        scale_(devices_.scale_device),
        resources_(resources),
        counter_({book_,
                  ring_,
                  drawer_,
                  pack_,
                  zone_,
                  clock_,
                  chance_,
                  draft_,
                  drawer_pieces_,
                  count_,
                  tile_counts_,
                  approving_,
                  crew_,
                  paper_,
                  organisation_,
                  shop_,
                  till,
                  devices_.fiscal_device && pack_.fiscal_duty == pos::FiscalDuty::device_beside,
                  &call_,
                  [this] { return till_lock_minutes(*file_); },
                  word_about_book(),
                  &tenders_,
                  &speech_,
                  scale_.stands_there() ? &scale_ : nullptr,
                  [this](const pos::LogIn::Person& person) { on_practise(person); },
                  {},
                  &salon_,
                  &orders_,
                  &customers_,
                  &catalogue_,
                  &sold_out_,
                  &tickets_,
                  &packages_,
                  &history_,
                  &own_time_}) {
    crew_.on_let_in = [this](const db::Session& session) { own_time_.let_in(session); };
  }
  ~TillParts() {
    try {
      heads_.finish();
    } catch (const std::exception&) {  // the next start signs what is new
    }
  }
  TillParts(const TillParts&) = delete;
  TillParts& operator=(const TillParts&) = delete;

  [[nodiscard]] pos::Counter& counter() { return counter_; }
  std::function<void(const pos::LogIn::Person&)> on_practise;
  [[nodiscard]] std::unique_ptr<PracticeCounter> practice(std::function<void()> on_end) const {
    return std::make_unique<PracticeCounter>(counter_.doors(), paper_words(), devices_.printer,
                                             std::move(on_end));
  }
  [[nodiscard]] Words customer_words() {
    const auto chosen =
        pos::counter_rules(book_, organisation_.currency, counter_.doors().till).customer_language;
    return words_of(chosen.empty() ? organisation_.language : chosen);
  }
  // When nobody taps. A fault of the book is met, and said, by the next sale; that a backup could
  // not be made, by its age in the office.
  void tend_book() noexcept {
    try {
      file_->tend_log();
      heads_.tend();
      make_backup_when_closed();
    } catch (const std::exception&) {
    }
  }
  // The folder of the shop's own photos stands beside the book.
  [[nodiscard]] std::filesystem::path pictures() const {
    return file_->path().parent_path() / "pictures";
  }

 private:
  // The day's backup, as long as no drawer is open. How old it is the office tells the manager.
  void make_backup_when_closed() {
    const Instant now = clock_.now();
    if (next_backup_look_ && now < *next_backup_look_) return;
    next_backup_look_ = now.plus_seconds(backup_look_seconds);
    if (book_.open_session(file_->station()) || !backup_is_due(*file_, now)) return;
    make_due_backup(*file_, now, zone_);
  }

  [[nodiscard]] Words words_of(const std::string& language) const {
    return Words(parse_language(language).value_or(Language::english), resources_.catalogues());
  }
  [[nodiscard]] Words paper_words() const { return words_of(organisation_.language); }

  // It is said, and stops no sale.
  [[nodiscard]] std::optional<Phrase> word_about_book() {
    const auto found = finding_about(*file_);
    return found ? std::optional(word_at_the_counter(*found)) : std::nullopt;
  }

  static constexpr std::int64_t backup_look_seconds = 600;

  std::optional<Instant> next_backup_look_;
  SystemClock clock_;
  SystemChance chance_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  db::TenderBookSqlite tenders_;
  db::SalonBookSqlite salon_;
  db::OrderBookSqlite orders_;
  db::LaundryBookSqlite tickets_;
  db::PackageBookSqlite packages_;
  db::HistoryBookSqlite history_;
  db::CustomerBookSqlite customers_;
  db::CatalogueBookSqlite catalogue_;
  pos::Organisation organisation_;
  db::Users users_;
  std::string shop_;
  db::StationLock lock_;
  db::HeadKeeper heads_;
  Zone zone_;
  pos::CountryPack pack_;
  TillDevices devices_;
  pos::RingUpSale ring_;
  pos::KeepDrawer drawer_;
  TillDraft draft_;
  TillDraft drawer_pieces_;
  TillDraft count_;
  TillDraft tile_counts_;
  TillDraft approving_;
  TillDraft sold_out_;
  TillCrew crew_;
  TillOwnTime own_time_;
  TillNotes notes_;
  TillPaper paper_;
  TillCall call_;
  SpeechProgram speech_;
  TillScale scale_;
  Resources resources_;
  pos::Counter counter_;
};

Phrase sentence_of_fault(const std::exception& fault) {
  if (const auto* book = dynamic_cast<const db::BookFault*>(&fault)) return book->sentence();
  return Phrase("till.notice.not_saved");
}

Phrase sentence_of_start(const std::exception& fault) {
  if (const auto* book = dynamic_cast<const db::BookFault*>(&fault)) return book->sentence();
  if (const auto* devices = dynamic_cast<const DevicesFault*>(&fault)) {
    return Phrase("till.notice.devices_file").with("place", std::string(devices->what()));
  }
  if (dynamic_cast<const NoSuchTill*>(&fault) != nullptr) {
    return Phrase("till.notice.no_such_till").with("till", std::string(fault.what()));
  }
  return Phrase("till.notice.cannot_start");
}

// The sentence when the till cannot start: on the screen, as calm as the rest.
class CannotStart final : public wxFrame {
 public:
  CannotStart(const std::string& sentence, const Words& words)
      : wxFrame(nullptr, wxID_ANY, wxString::FromUTF8(words.say("till.window_title")),
                wxDefaultPosition, wxSize(860, 360)),
        look_(96.0 / 25.4, false) {
    SetBackgroundColour(look_.colours().paper);
    auto* text = new ui::TextLabel(this, look_, ui::type::section, true, ui::TextLabel::Tone::ink);
    text->set_text(sentence);
    auto* close =
        new ui::ActionButton(this, look_, ui::ActionButton::Kind::go, words.say("till.switch_off"));
    close->on_press = [this](long) { Close(); };
    Bind(wxEVT_SIZE, [this, text, close](wxSizeEvent&) {
      wxRect room = wxRect(GetClientSize()).Deflate(look_.mm(8));
      close->SetSize(ui::cut_bottom(room, look_.mm(20), look_.mm(4)));
      text->SetSize(room);
    });
  }

 private:
  ui::Look look_;
};

class TillApp final : public wxApp {
 public:
  TillApp(Asked asked, Resources resources, Words words)
      : asked_(std::move(asked)), resources_(std::move(resources)), words_(std::move(words)) {}

  bool OnInit() override {
    SetAppName("tilia-till");
    try {
      const auto book = asked_.book.empty() ? users_book() : std::filesystem::path(asked_.book);
      parts_ = std::make_unique<TillParts>(book, asked_.till, resources_, words_);
      auto* frame = new_frame(parts_->counter());
      frame->on_first_paint = [this, frame] {
        if (asked_.leave_after_first_screen) frame->Close();
      };
      frame->Bind(wxEVT_IDLE, [this](wxIdleEvent& idle) {
        parts_->tend_book();
        idle.Skip();
      });
      show_to_customers(*frame, parts_->counter());
      parts_->on_practise = [this](const pos::LogIn::Person& person) { practise(person); };
      // A scanner or a printer that is unplugged stops no sale.
      machine_watch_ = std::make_unique<MachineWatch>(
          MachineWatch::Sticks::pass, words_.say("app.machine.why_sleep_waits"), [this, frame] {
            frame->lock_from_outside();
            if (practice_frame_ != nullptr) practice_frame_->lock_from_outside();
          });
      frame->Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        machine_watch_.reset();
        if (customer_ != nullptr) customer_->Destroy();
        customer_ = nullptr;
        event.Skip();
      });
      frame->Show();
      frame->Maximize();
    } catch (const std::exception& fault) {
      const std::string sentence = words_.say(sentence_of_start(fault));
      std::fprintf(stderr, "%s\n", sentence.c_str());
      status_ = 4;
      if (asked_.leave_after_first_screen) return false;
      (new CannotStart(sentence, words_))->Show();
    }
    return true;
  }

  int OnExit() override {
    machine_watch_.reset();
    practice_.reset();
    parts_.reset();
    return wxApp::OnExit();
  }
  int OnRun() override {
    const int ran = wxApp::OnRun();
    return status_ != 0 ? status_ : ran;
  }
  bool OnExceptionInMainLoop() override {
    status_ = 70;
    std::fprintf(stderr, "%s\n", words_.say("till.notice.our_mistake").c_str());
    return false;
  }

 private:
  pos::TillFrame* new_frame(pos::Counter& counter) {
    const wxSize room = wxDisplay(0U).GetClientArea().GetSize();
    auto* frame = new pos::TillFrame(counter, words_, room, parts_->pictures(), sentence_of_fault);
    frame->SetMinSize(wxSize(900, 560));
    frame->begin_watch();
    return frame;
  }

  // On a second screen, or beside the till where it is asked for.
  void show_to_customers(pos::TillFrame& frame, pos::Counter& counter) {
    if (customer_ == nullptr) {
      const bool second = wxDisplay::GetCount() > 1;
      if (!second && !asked_.customer_window) return;
      customer_words_.emplace(parts_->customer_words());
      const wxRect room = second ? wxDisplay(1U).GetGeometry() : wxRect(0, 0, 800, 480);
      customer_ = new pos::CustomerWindow(room, second, *customer_words_, counter.doors().pack,
                                          counter.doors().shop, parts_->pictures());
      customer_->Show();
    }
    frame.on_shown = [this, &counter] {
      if (customer_ != nullptr) customer_->show(pos::customer_view(counter));
    };
    frame.on_shown();
  }

  // Over the till, which waits behind it with its drawer closed.
  void practise(const pos::LogIn::Person& person) {
    if (practice_frame_ != nullptr) return;
    // After the press that ends it, and once.
    practice_ = parts_->practice([this] {
      CallAfter([this] {
        if (practice_frame_ != nullptr) practice_frame_->Close();
      });
    });
    practice_->counter().begin_practice(person);
    practice_frame_ = new_frame(practice_->counter());
    practice_frame_->Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
      practice_frame_ = nullptr;
      if (customer_ != nullptr) customer_->show(pos::customer_view(parts_->counter()));
      event.Skip();
    });
    show_to_customers(*practice_frame_, practice_->counter());
    practice_frame_->Show();
    practice_frame_->Maximize();
  }

  Asked asked_;
  Resources resources_;
  Words words_;
  std::unique_ptr<TillParts> parts_;
  std::unique_ptr<PracticeCounter> practice_;  // as long as its frame may draw
  pos::TillFrame* practice_frame_ = nullptr;
  std::optional<Words> customer_words_;
  pos::CustomerWindow* customer_ = nullptr;
  std::unique_ptr<MachineWatch> machine_watch_;
  int status_ = 0;
};

int run(int argc, char** argv) {
  Resources resources = find_resources();
  Words words(language_of_user(), resources.catalogues());
  int status = 0;
  auto asked = asked_on_command_line(argc, argv, words, status);
  if (!asked) return status;
  if (const auto language = parse_language(asked->language)) {
    words = Words(*language, resources.catalogues());
  } else if (!asked->language.empty()) {
    std::fprintf(stderr, "%s\n", words.say("till.option.unknown_language").c_str());
    return 2;
  }
  wxApp::SetInstance(new TillApp(std::move(*asked), std::move(resources), std::move(words)));
  int none = 0;
  return wxEntry(none, static_cast<char**>(nullptr));
}

}  // namespace
}  // namespace tilia::app

int main(int argc, char** argv) {
  tilia::app::keep_process_private();
  try {
    return tilia::app::run(argc, argv);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "tilia-till: %s\n", fault.what());
    return 4;
  }
}
