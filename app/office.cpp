// tilia-office: catalogue, the shop's days, hours, pay, reports, settings. Opens the book, or makes
// one; lets people in; shows each the rooms of her role.
//
//   tilia-office [--book FILE] [--now INSTANT]     --now: practice books only
#include <fmt/format.h>
#include <wx/app.h>
#include <wx/image.h>

#include <iostream>
#include <optional>
#include <set>

#include "app/command.h"
#include "app/forgotten_customers.h"
#include "app/machine_watch.h"
#include "app/office_book.h"
#include "app/office_call.h"
#include "app/office_lock.h"
#include "app/office_new_book.h"
#include "app/office_rooms.h"
#include "app/picture_folder.h"
#include "app/practice_users.h"
#include "app/privacy_papers.h"
#include "app/private_process.h"
#include "core/idle_lock.h"
#include "core/ui/office/frame.h"
#include "core/ui/touch_watch.h"
#include "db/book_fault.h"
#include "db/settings.h"
#include "pos/ui/office_log_in.h"
#include "pos/ui/office_new_book.h"
#include "pos/ui/office_words.h"

namespace tilia::app {
namespace {

struct Asked {
  std::filesystem::path book = users_book();
  std::optional<Instant> now;
  bool understood = true;
};

Asked asked_of(int count, char** words) {
  Asked asked;
  for (int at = 1; at < count; ++at) {
    const std::string word = words[at];
    const bool has_value = at + 1 < count;
    if (word == "--book" && has_value) {
      asked.book = words[++at];
    } else if (word == "--now" && has_value) {
      asked.now = Instant::parse(words[++at]);
      asked.understood = asked.understood && asked.now.has_value();
    } else {
      asked.understood = false;
    }
  }
  return asked;
}

Phrase failure_sentence(const std::exception& failure) {
  if (const auto* fault = dynamic_cast<const db::BookFault*>(&failure)) return fault->sentence();
  if (const auto* stopped = dynamic_cast<const Stopped*>(&failure)) return stopped->sentence();
  return Phrase("office.failure_other");
}

// The side list has room for one name: "Corner Bakery", "Corner Bakery +2".
std::string place_of(const pos::Organisation& organisation) {
  std::set<std::string> names;
  for (const pos::Shop& shop : organisation.shops) names.insert(shop.name);
  if (names.size() < 2) return pos::shop_names(organisation);
  return fmt::format("{} +{}", organisation.shops.front().name, names.size() - 1);
}

// A book that cannot be opened: the sentence, and nothing that could be pressed by mistake.
class ClosedBook final : public ui::Room {
 public:
  explicit ClosedBook(Phrase sentence) : sentence_(std::move(sentence)) {}
  ui::Page page() override {
    ui::Page page;
    page.title = Phrase("office.failure");
    page.remarks = {{sentence_, ui::Remark::Kind::mend}};
    page.main = ui::Action{"again", Phrase("office.again")};
    return page;
  }
  ui::Next press(const std::string&, const ui::Values&) override { return ui::Next::entered(); }
  void told(const ui::Remark&) override {}

 private:
  Phrase sentence_;
};

class Office final : public wxApp {
 public:
  explicit Office(Asked asked) : asked_(std::move(asked)), resources_(find_resources()) {}

  bool OnInit() override {
    wxInitAllImageHandlers();
    if (asked_.now) clock_ = std::make_unique<SetClock>(*asked_.now);
    speak(language_of_user());
    const double scale = wxWindow().GetContentScaleFactor();
    look_ = std::make_unique<ui::Look>(96.0 / 25.4 * (scale > 0 ? scale : 1.0), false);
    frame_ = new ui::OfficeFrame(*look_, *words_);
    frame_->failure_sentence = failure_sentence;
    frame_->on_entered = [this] { frame_->CallAfter([this] { entered(); }); };
    frame_->on_log_out = [this] { frame_->CallAfter([this] { show_log_in(); }); };
    frame_->on_idle = [this] {
      if (book_) book_->tend();
    };
    frame_->on_come_back = [this] { show_log_in(); };
    open_book();
    begin_watch();
    frame_->Show();
    return true;
  }

  int OnExit() override {
    machine_watch_.reset();
    watch_.reset();
    return wxApp::OnExit();
  }

 private:
  [[nodiscard]] std::string brand() const { return words_->say("office.title"); }

  void speak(Language language) {
    words_ = std::make_unique<Words>(language, resources_.catalogues());
    if (frame_ != nullptr) frame_->set_words(*words_);
  }

  // What a full disk or another program prevents today is done at the next start.
  void forget_those_gone() {
    const pos::Organisation organisation = book_->organisation();
    try {
      forget_customers(
          book_->file(),
          retention_of(book_->file(), resources_.retention_rules(), organisation.country),
          book_->zone().local_day(clock_->now()));
    } catch (const db::BookFault&) {
    }
  }

  void open_book() {
    if (!std::filesystem::exists(asked_.book)) {
      maker_ =
          std::make_unique<OfficeBookMaker>(asked_.book, resources_, *clock_, words_->language());
      alone_ = std::make_unique<pos::OfficeNewBook>(*maker_, words_->language());
      frame_->show_alone(*alone_, false, brand());
      return;
    }
    try {
      book_ = std::make_unique<OfficeBook>(asked_.book, resources_, *clock_);
    } catch (const std::exception& failure) {
      alone_ = std::make_unique<ClosedBook>(failure_sentence(failure));
      frame_->show_alone(*alone_, false, brand());
      return;
    }
    if (asked_.now && !book_->organisation().practice) {
      book_.reset();
      alone_ = std::make_unique<ClosedBook>(Phrase("app.book.clock_is_not_yours"));
      frame_->show_alone(*alone_, false, brand());
      return;
    }
    forget_those_gone();
    look_->pictures().set_folder(picture_folder(book_->file().path()));
    shops_ = book_->organisation().shops;
    shop_ = pos::shop_names(book_->organisation());
    calls_ = std::make_unique<OfficeCalls>(book_->file().path(), machine_);
    const auto tag = db::read_setting(book_->file(), "window.language");
    if (const auto language = tag ? parse_language(*tag) : std::nullopt) speak(*language);
    show_log_in();
  }

  void begin_watch() {
    watch_ = std::make_unique<ui::TouchWatch>();
    watch_->on_lock_key = [this](long) { lock(); };
    watch_->on_touch = [this] { idle_.touched(machine_.now()); };
    watch_->on_second = [this] { second_passed(); };
    watch_->begin();
    machine_watch_ = std::make_unique<MachineWatch>(MachineWatch::Sticks::lock,
                                                    words_->say("app.machine.why_sleep_waits"),
                                                    [this] { machine_left(); });
    frame_->on_coming = [this] { answer_calls(); };
    // Seconds go on until the window is gone, and it goes first.
    frame_->Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
      watch_->on_second = nullptr;
      machine_watch_.reset();
      event.Skip();
    });
  }

  // F12, Pause, a while without a touch, or what the machine told: keys first, then what is seen,
  // then what was behind it.
  void lock() {
    if (!book_) return;  // nobody could be let in
    lock_office(*frame_, *book_, shop_, *words_);
    rooms_.reset();
    log_in_.reset();
    crew_.reset();
  }

  // Lid, sleep, another session, a stick pulled out. One of them often brings another along.
  void machine_left() {
    if (!frame_->locked()) lock();
  }

  void second_passed() {
    const Instant now = machine_.now();
    if (frame_->working()) idle_.touched(now);  // it works for her: she waits
    const bool slept = idle_.machine_slept(machine_slept_milliseconds());
    if (rooms_ && (slept || idle_.is_due(now, idle_lock_seconds(crew_->user()->role)))) lock();
    show_calls();
  }

  void show_calls() {
    if (!calls_) return;
    asking_ = calls_->who_asks(shops_);
    frame_->set_call(asking_.empty() ? "" : words_->say(call_sentence(asking_)),
                     words_->say("office.call.coming"));
  }

  void answer_calls() {
    for (const pos::Shop& shop : asking_) calls_->coming(shop.till);
    show_calls();
  }

  void show_log_in() {
    rooms_.reset();
    book_->keys().clear();
    book_->papers().clear();
    const pos::Organisation organisation = book_->organisation();
    std::optional<Phrase> hint;
    if (organisation.practice) {
      std::string secrets;
      for (const PracticeUser& user : practice_users()) {
        if (user.role == db::Role::counter) continue;
        secrets += fmt::format("{}{}\u00a0{}\u00a0{}", secrets.empty() ? "" : " · ", user.picture,
                               user.name, user.secret);
      }
      hint = Phrase("office.log_in.practice").with("secrets", secrets);
    }
    crew_ = std::make_unique<OfficeCrewDesk>(*book_);
    log_in_ =
        std::make_unique<pos::OfficeLogIn>(*crew_, pos::shop_names(organisation), std::move(hint));
    frame_->show_alone(*log_in_, organisation.practice, brand());
    // A first book's recovery sheet goes with the room that showed it.
    alone_.reset();
    maker_.reset();
  }

  void entered() {
    if (!book_)
      open_book();
    else if (crew_ && crew_->user())
      show_rooms({});
  }

  void show_rooms(const std::string& first) {
    const db::User user = *crew_->user();
    const pos::Organisation organisation = book_->organisation();
    // A new language is spoken by new rooms, once the press that asked for it is over.
    const auto again = [this](Language language) {
      frame_->CallAfter([this, language] {
        speak(language);
        show_rooms("settings");
      });
    };
    auto rooms = std::make_unique<OfficeRooms>(*book_, user, words_->language(), again);
    std::vector<ui::RoomDoor> doors;
    for (const OfficeRoom& room : rooms->all())
      doors.push_back({room.key, room.name, room.room.get(), room.open_to_glances});
    const ui::OfficeFrame::Head head{
        .brand = brand(),
        .place = words_->say(Phrase("office.place").with("shop", place_of(organisation))),
        .person = {user.picture, user.name,
                   words_->say(pos::role_word(std::string(db::role_text(user.role)))),
                   words_->say("office.log_out")},
        .practice = organisation.practice};
    const std::string opened = first.empty() ? rooms->opens_with() : first;
    shop_ = pos::shop_names(organisation);
    frame_->set_cover(shop_);
    frame_->show_rooms(head, std::move(doors), opened);
    rooms_ = std::move(rooms);  // the old ones go after nothing shows them any more
  }

  Asked asked_;
  Resources resources_;
  std::unique_ptr<Clock> clock_ = std::make_unique<SystemClock>();
  std::unique_ptr<Words> words_;
  std::unique_ptr<ui::Look> look_;
  ui::OfficeFrame* frame_ = nullptr;
  SystemClock machine_;  // how long somebody sits here is no matter of a practice book's clock
  IdleLock idle_;
  std::unique_ptr<ui::TouchWatch> watch_;
  std::unique_ptr<MachineWatch> machine_watch_;
  std::unique_ptr<OfficeBook> book_;
  std::unique_ptr<OfficeCalls> calls_;
  std::string shop_;  // the name on a closed sheet
  std::vector<pos::Shop> shops_;
  std::vector<pos::Shop> asking_;
  std::unique_ptr<OfficeBookMaker> maker_;
  std::unique_ptr<ui::Room> alone_;
  std::unique_ptr<OfficeCrewDesk> crew_;
  std::unique_ptr<pos::OfficeLogIn> log_in_;
  std::unique_ptr<OfficeRooms> rooms_;
};

}  // namespace
}  // namespace tilia::app

int main(int argc, char** argv) {
  tilia::app::keep_process_private();
  try {
    tilia::app::Asked asked = tilia::app::asked_of(argc, argv);
    if (!asked.understood) {
      const tilia::Words words(tilia::app::language_of_user(),
                               tilia::app::find_resources().catalogues());
      std::cerr << words.say("office.usage") << '\n';
      return static_cast<int>(tilia::app::ExitStatus::wrong_usage);
    }
    wxApp::SetInstance(new tilia::app::Office(std::move(asked)));
    int no_arguments = 1;  // ours are read; wx takes none
    return wxEntry(no_arguments, argv);
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return static_cast<int>(tilia::app::ExitStatus::unreadable);
  }
}
