// The office's lock on a real practice book: after it no key is held, no window holds a word of
// anybody, and no paper lies anywhere.
#include "app/office_lock.h"

#include <gtest/gtest.h>
#include <wx/app.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

#include <fstream>

#include "app/office_new_book.h"
#include "app/office_rooms.h"
#include "app/practice_users.h"
#include "tests/db/fresh_folder.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

class LockedOffice : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<db::FreshFolder>();
    SetClock clock(*Instant::parse("2026-04-02T09:00:00Z"));
    const Resources resources = find_resources();
    OfficeBookMaker maker(folder_->file("shop.tilia"), resources, clock, Language::english);
    const auto work = maker.practice_shop();
    for (int step = 0; step < work->steps(); ++step) work->step(step);
  }
  static void TearDownTestSuite() { folder_.reset(); }

  void SetUp() override {
    frame_ = new ui::OfficeFrame(look_, words_);
    frame_->SetClientSize(1366, 768);
    frame_->Show();
    settle();
  }
  void TearDown() override {
    frame_->Destroy();
    settle();
  }
  static void settle() {
    for (int round = 0; round < 20; ++round) {
      wxTheApp->ProcessPendingEvents();
      wxTheApp->Yield(true);
      wxTheApp->ProcessIdle();
    }
  }
  void log_in(db::Role role) {
    for (const PracticeUser& user : practice_users()) {
      if (user.role != role) continue;
      ASSERT_TRUE(crew_.log_in(user.name, Secret<std::string>(std::string(user.secret))));
    }
    rooms_ =
        std::make_unique<OfficeRooms>(book_, *crew_.user(), Language::english, [](Language) {});
  }
  void open(const std::string& key) {
    std::vector<ui::RoomDoor> doors;
    for (const OfficeRoom& room : rooms_->all())
      doors.push_back({room.key, room.name, room.room.get(), room.open_to_glances});
    frame_->show_rooms({.brand = "Tilia", .place = "P", .person = {"🐬", "Dolphin", "F", "Out"}},
                       std::move(doors), key);
    settle();
  }
  static void walk(wxWindow* window, std::vector<std::string>& all) {
    if (const auto* words = dynamic_cast<ui::WordsBlock*>(window)) all.push_back(words->text());
    if (const auto* button = dynamic_cast<ui::OfficeButton*>(window))
      all.push_back(button->label());
    if (const auto* text = dynamic_cast<wxTextCtrl*>(window))
      all.push_back(text->GetValue().utf8_string());
    const bool filled = dynamic_cast<ui::TableView*>(window) != nullptr ||
                        dynamic_cast<ui::FigureCard*>(window) != nullptr ||
                        dynamic_cast<ui::RemarkBox*>(window) != nullptr ||
                        dynamic_cast<wxChoice*>(window) != nullptr;
    if (filled) all.emplace_back("(filled)");
    for (wxWindow* child : window->GetChildren()) walk(child, all);
  }
  std::vector<std::string> texts() {
    std::vector<std::string> all;
    walk(frame_, all);
    return all;
  }
  // The room of a trade, and the rule of the counter that shows it.
  static std::vector<std::pair<const char*, const char*>> trades() {
    return {{"salon", "counter.appointments"}, {"laundry", "counter.tickets"}};
  }
  void lock() {
    lock_office(*frame_, book_, "Corner Bakery", words_);
    rooms_.reset();
    settle();
  }

  static std::unique_ptr<db::FreshFolder> folder_;
  SetClock clock_{*Instant::parse("2026-04-02T09:00:00Z")};
  Resources resources_ = find_resources();
  Words words_{Language::english, resources_.catalogues()};
  ui::Look look_{96.0 / 25.4, false};
  OfficeBook book_{folder_->file("shop.tilia"), resources_, clock_};
  OfficeCrewDesk crew_{book_};
  std::unique_ptr<OfficeRooms> rooms_;
  ui::OfficeFrame* frame_ = nullptr;
};
std::unique_ptr<db::FreshFolder> LockedOffice::folder_;

TEST_F(LockedOffice, HoldsNoKeyOfAnyoneAndNoWordInAnyWindow) {
  log_in(db::Role::finance);
  ASSERT_TRUE(book_.keys().holds(db::KeyName::vault));
  for (const OfficeRoom& room : rooms_->all()) open(room.key);
  open("pay");
  ASSERT_NE(frame_->page().table(), nullptr) << "people's pay is on the screen";
  lock();
  for (const db::KeyName name : db::all_keys)
    EXPECT_FALSE(book_.keys().holds(name)) << db::key_name_text(name);
  EXPECT_FALSE(book_.keys().ring_key.has_value());
  EXPECT_FALSE(book_.keys().owner.has_value());
  EXPECT_EQ(texts(), (std::vector<std::string>{"Corner Bakery", words_.say("office.locked"),
                                               words_.say("office.log_in.again")}));
}

// The rooms behind Pay are as private as Pay: what is on the screen goes.
TEST_F(LockedOffice, TakesAwayWhatStandsBesideTheWageAndTheLaw) {
  for (const char* behind : {"entries", "the_law"}) {
    log_in(db::Role::payroll);
    for (const OfficeRoom& room : rooms_->all()) {
      if (room.key == "pay") static_cast<void>(room.room->press(behind, {}));
    }
    open("pay");
    ASSERT_NE(frame_->page().table(), nullptr) << behind;
    EXPECT_EQ(frame_->page().button("the_law") != nullptr, std::string(behind) == "entries");
    lock();
    EXPECT_EQ(texts(), (std::vector<std::string>{"Corner Bakery", words_.say("office.locked"),
                                                 words_.say("office.log_in.again")}));
  }
}

TEST_F(LockedOffice, LeavesNoPaperThatWasShown) {
  log_in(db::Role::finance);
  open("pay");
  std::ofstream(book_.papers().file("payslip.pdf")) << "paper";
  ASSERT_TRUE(fs::exists(book_.papers().file("payslip.pdf")));
  lock();
  EXPECT_FALSE(fs::exists(book_.papers().file("payslip.pdf")));
}

TEST_F(LockedOffice, OpensAgainWithASecretAndNotWithout) {
  log_in(db::Role::finance);
  open("pay");
  lock();
  EXPECT_FALSE(crew_.log_in("Dolphin", Secret<std::string>(std::string("000000"))));
  EXPECT_FALSE(book_.keys().holds(db::KeyName::payroll));
  log_in(db::Role::finance);
  EXPECT_TRUE(book_.keys().holds(db::KeyName::vault));
  open("pay");
  EXPECT_FALSE(frame_->locked());
  EXPECT_NE(frame_->page().table(), nullptr);
}

TEST_F(LockedOffice, PagesOfPeopleArePrivateAndThoseOfTheShopAreNot) {
  const auto glances = [this] {
    std::map<std::string, bool> open;
    for (const OfficeRoom& room : rooms_->all()) open[room.key] = room.open_to_glances;
    return open;
  };
  log_in(db::Role::manager);
  EXPECT_EQ(glances(), (std::map<std::string, bool>{{"today", true},
                                                    {"customers", false},
                                                    {"hours", false},
                                                    {"roster", false},
                                                    {"reports", false},
                                                    {"shop", true},
                                                    {"catalogue", true},
                                                    {"stock", true},
                                                    {"bakery", false},
                                                    {"makers", false},
                                                    {"settings", false}}));
  const auto has_room = [&](const char* key) { return glances().contains(key); };
  for (const auto& [room, rule] : trades()) {
    book_.till_book().set_counter_rule(rule, "yes", clock_.now());
    log_in(db::Role::manager);
    EXPECT_TRUE(has_room(room)) << room;
    EXPECT_FALSE(glances()[room]) << room << " names customers";
    open(room);
    EXPECT_NE(frame_->page().GetChildren().GetCount(), 0U) << room;
    log_in(db::Role::finance);
    EXPECT_FALSE(has_room(room)) << room << " is the manager's";
    book_.till_book().set_counter_rule(rule, "no", clock_.now());
  }
  log_in(db::Role::auditor);
  for (const auto& [room, open] : glances()) EXPECT_FALSE(open) << room;
}

TEST(IdleOffice, LocksSoonerForWhoCouldShowMore) {
  EXPECT_EQ(idle_lock_seconds(db::Role::finance), 60);
  EXPECT_EQ(idle_lock_seconds(db::Role::payroll), 300);
  EXPECT_EQ(idle_lock_seconds(db::Role::manager), 600);
  EXPECT_EQ(idle_lock_seconds(db::Role::auditor), 600);
}

class TestApp final : public wxApp {
 public:
  bool OnInit() override { return true; }
  int OnRun() override { return RUN_ALL_TESTS(); }
};

}  // namespace
}  // namespace tilia::app

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  wxApp::SetInstance(new tilia::app::TestApp);
  return wxEntry(argc, argv);
}
