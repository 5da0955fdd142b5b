// Invented names, numbers and accounts go through the office's rooms as people type and look at
// them: a person's page, a payslip as paper, her own copy, an outside reader's sample, taking her
// out. Then the office is locked, and every byte of what it left behind is searched.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <wx/app.h>

#include <cstdlib>
#include <fstream>

#include "app/office_lock.h"
#include "app/office_rooms.h"
#include "app/practice_users.h"
#include "program.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;
using ui::typed;
using ui::with_secret;

struct Canary {
  std::string alias;
  std::string name;
  std::string number;
  std::string account;
};

// Accounts of the test range with right check digits.
const std::vector<Canary>& canaries() {
  static const std::vector<Canary> all{
      {"amber", "Quillfeather Xanthorpe", "7700100490011", "RS35260005601001611379"},
      {"heron", "Zephyrine Umbertide", "7700200490021", "RS35260005601001611379"}};
  return all;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class CanariesInRooms : public testing::Test {
 protected:
  CanariesInRooms() {
    for (const Canary& each : canaries()) {
      shop_.done({"worker", "add", "--alias", each.alias});
      shop_.done({"contract", "add", "--worker", each.alias, "--from", "2026-03-01", "--gross",
                  "100000.00"});
    }
    // What the office writes has a place of its own, apart from what she asked to be given.
    for (const char* folder : {"temporary", "runtime", "given"})
      fs::create_directories(shop_.file(folder));
    ::setenv("TMPDIR", shop_.file("temporary").c_str(), 1);
    ::setenv("XDG_RUNTIME_DIR", shop_.file("runtime").c_str(), 1);
    fs::permissions(shop_.file("runtime"), fs::perms::owner_all);
    frame_ = new ui::OfficeFrame(look_, words_);
    frame_->Show();
    settle();
  }
  ~CanariesInRooms() override {
    frame_->Destroy();
    settle();
    ::unsetenv("TMPDIR");
    ::unsetenv("XDG_RUNTIME_DIR");
  }
  static void settle() {
    for (int round = 0; round < 20; ++round) {
      wxTheApp->ProcessPendingEvents();
      wxTheApp->Yield(true);
      wxTheApp->ProcessIdle();
    }
  }
  // The files that nobody asked for in which any of what was invented stands: as the bytes are, or
  // as UTF-16, as a PDF has it.
  std::vector<std::string> finds() {
    std::vector<std::string> found;
    searched_ = 0;
    for (const fs::path& place : {shop_.book().parent_path(), device_folder()}) {
      for (const auto& entry : fs::recursive_directory_iterator(place)) {
        if (entry.is_regular_file() && entry.path().parent_path() != shop_.file("given"))
          search(entry.path(), found);
      }
    }
    return found;
  }

  void search(const fs::path& file, std::vector<std::string>& found) {
    // What a paper says is packed: one that was left behind tells, whatever its bytes are.
    if (file.extension() == ".pdf") found.emplace_back("a paper");
    const std::string bytes = bytes_of(file);
    searched_ += bytes.size();
    for (const Canary& each : canaries()) {
      for (const std::string& text : {each.name, each.number, each.account}) {
        std::string wide;
        for (const char letter : text) wide += std::string{'\0', letter};
        if (bytes.find(text) != std::string::npos || bytes.find(wide) != std::string::npos)
          found.push_back(file.filename().string() + ": " + text);
      }
    }
  }

  PracticeBakery shop_;
  Resources resources_ = find_resources();
  Words words_{Language::english, resources_.catalogues()};
  ui::Look look_{96.0 / 25.4, false};
  ui::OfficeFrame* frame_ = nullptr;
  std::size_t searched_ = 0;
};

// One program's life: somebody comes in, her rooms are on the screen, and it ends.
class OfficeOfTests {
 public:
  OfficeOfTests(const fs::path& book, const Resources& resources, ui::OfficeFrame& frame)
      : clock_(*Instant::parse("2026-04-30T09:00:00Z")),
        book_(book, resources, clock_),
        crew_(book_),
        frame_(frame) {}
  void log_in(db::Role role) {
    for (const PracticeUser& user : practice_users()) {
      if (user.role != role) continue;
      EXPECT_TRUE(crew_.log_in(user.name, Secret<std::string>(std::string(user.secret))));
    }
    rooms_ =
        std::make_unique<OfficeRooms>(book_, *crew_.user(), Language::english, [](Language) {});
  }
  // Pressed in a room, whose page is then on the screen.
  ui::Next press(const std::string& room, const std::string& action, const ui::Values& values) {
    for (const OfficeRoom& each : rooms_->all()) {
      if (each.key != room) continue;
      ui::Next next = each.room->press(action, values);
      frame_.show_rooms({.brand = "T", .place = "P", .person = {"🦉", "Owl", "M", "Out"}},
                        {{each.key, each.name, each.room.get(), each.open_to_glances}}, room);
      return next;
    }
    ADD_FAILURE() << "no room " << room;
    return ui::Next::page();
  }
  ui::Page page(const std::string& room) {
    for (const OfficeRoom& each : rooms_->all())
      if (each.key == room) return each.room->page();
    return {};
  }
  void lock(const Words& words) {
    lock_office(frame_, book_, "Corner Bakery", words);
    rooms_.reset();
  }
  OfficeBook& book() { return book_; }

 private:
  SetClock clock_;
  OfficeBook book_;
  OfficeCrewDesk crew_;
  ui::OfficeFrame& frame_;
  std::unique_ptr<OfficeRooms> rooms_;
};

std::string secret_of(db::Role role) {
  for (const PracticeUser& user : practice_users())
    if (user.role == role) return user.secret;
  return {};
}
std::string name_of(db::Role role) {
  for (const PracticeUser& user : practice_users())
    if (user.role == role) return user.name;
  return {};
}
ui::Values signed_by(db::Role role, std::vector<std::pair<std::string, std::string>> more = {}) {
  more.emplace_back("name", name_of(role));
  return with_secret(typed(std::move(more)), "secret", secret_of(role));
}

// As payroll types them, draws up March and looks at a slip on paper.
void work_as_payroll(OfficeOfTests& office) {
  office.log_in(db::Role::payroll);
  for (const Canary& each : canaries()) {
    (void)office.press("hours", "open", typed({{"row", each.alias}}));
    (void)office.press("hours", "identity", {});
    (void)office.press(
        "hours", "save_identity",
        typed({{"legal_name", each.name}, {"id_number", each.number}, {"iban", each.account}}));
    (void)office.press("hours", "identity", {});
    const ui::Page page = office.page("hours");
    ASSERT_NE(ui::field(page, "legal_name"), nullptr);
    EXPECT_EQ(ui::field(page, "legal_name")->value, each.name) << "it was taken in";
    EXPECT_EQ(ui::field(page, "id_number")->value, each.number);
    EXPECT_NE(ui::field(page, "iban")->value, "");
    (void)office.press("hours", "back", {});
    (void)office.press("hours", "back", {});
  }
  (void)office.press("pay", "draw_up", {});
  (void)office.press("pay", "send", {});
  (void)office.press("pay", "approve", signed_by(db::Role::finance));
  (void)office.press("pay", "open", typed({{"row", "amber"}}));
  const ui::Next shown = office.press("pay", "show", {});
  EXPECT_EQ(shown.step, ui::Next::Step::show_paper);
  EXPECT_TRUE(fs::exists(shown.path)) << "a paper was shown";
}

// As finance and the auditor give a copy and show a sample, and finance takes a person out.
void work_as_finance(OfficeOfTests& office, const fs::path& given) {
  office.log_in(db::Role::finance);
  (void)office.press("records", "open", typed({{"row", "amber"}}));
  (void)office.press("records", "copy_into", typed({{"path", (given / "amber.json").string()}}));
  (void)office.press("records", "write_copy", signed_by(db::Role::auditor));
  EXPECT_NE(bytes_of(given / "amber.json").find(canaries()[0].name), std::string::npos)
      << "her own copy says who she is";
  (void)office.press("outside", "pick", typed({{"row", "amber"}}));
  (void)office.press("outside", "pick", typed({{"row", "heron"}}));
  (void)office.press("outside", "show", {});
  (void)office.press(
      "outside", "sign",
      signed_by(db::Role::auditor, {{"recipient", "Jane Roe"}, {"clause", "art. 7.2"}}));
  EXPECT_TRUE(ui::offers(office.page("outside"), "item_after")) << "a sample was shown";
  (void)office.press("outside", "item_after", {});
  (void)office.press("outside", "done", {});
}

TEST_F(CanariesInRooms, LeaveNoByteInAnyFileOnceTheOfficeIsLockedAndClosed) {
  {
    OfficeOfTests office(shop_.book(), resources_, *frame_);
    work_as_payroll(office);
    EXPECT_EQ(finds(), (std::vector<std::string>{"a paper"})) << "while it is shown";
    shop_.write("seen.json", canaries()[1].number);
    EXPECT_EQ(finds().size(), 2U) << "or the search finds nothing";
    fs::remove(shop_.file("seen.json"));
    office.lock(words_);
    settle();
    EXPECT_EQ(finds(), std::vector<std::string>()) << "while the office is open, and locked";
    work_as_finance(office, shop_.file("given"));
    office.lock(words_);
    settle();
    EXPECT_EQ(finds(), std::vector<std::string>());
    const ui::Next backup = [&] {
      office.log_in(db::Role::manager);
      return office.press("settings", "backup_into",
                          typed({{"path", shop_.file("copy.sealed").string()}}));
    }();
    ASSERT_NE(backup.work, nullptr);
    for (int step = 0; step < backup.work->steps(); ++step) backup.work->step(step);
    ASSERT_TRUE(fs::exists(shop_.file("copy.sealed")));
    office.lock(words_);
  }
  EXPECT_EQ(finds(), std::vector<std::string>()) << "and after it was closed";
  EXPECT_GT(searched_, 1'000'000U);
}

TEST_F(CanariesInRooms, LeaveNoByteWhenSomebodyIsTakenOut) {
  shop_.done({"worker", "add", "--alias", "cedar"});
  {
    OfficeOfTests office(shop_.book(), resources_, *frame_);
    office.log_in(db::Role::payroll);
    (void)office.press("hours", "open", typed({{"row", "cedar"}}));
    (void)office.press("hours", "identity", {});
    (void)office.press("hours", "save_identity",
                       typed({{"legal_name", canaries()[0].name},
                              {"id_number", canaries()[0].number},
                              {"iban", canaries()[0].account}}));
    (void)office.press("hours", "back", {});
    office.lock(words_);
  }
  shop_.set_now("2026-04-30T09:00:00+02:00");
  shop_.done({"worker", "end", "--alias", "cedar", "--on", "2026-04-29"});
  {
    OfficeOfTests office(shop_.book(), resources_, *frame_);
    office.log_in(db::Role::finance);
    (void)office.press("records", "open", typed({{"row", "cedar"}}));
    (void)office.press("records", "erasure", {});
    (void)office.press("records", "erase",
                       signed_by(db::Role::payroll, {{"nothing_to_keep", "yes"}}));
    const ui::Page list = office.page("records");
    ASSERT_TRUE(list.table);
    for (const ui::Row& row : list.table->rows) EXPECT_NE(row.key, "cedar") << "she is out";
    EXPECT_EQ(finds(), std::vector<std::string>());
    office.lock(words_);
  }
  EXPECT_EQ(finds(), std::vector<std::string>());
}

}  // namespace
}  // namespace tilia::app
