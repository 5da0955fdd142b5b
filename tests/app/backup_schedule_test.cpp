#include "app/backup_schedule.h"

#include <gtest/gtest.h>

#include <fstream>

#include "db/backup.h"
#include "db/book_fault.h"
#include "db/new_book.h"
#include "tests/db/fresh_folder.h"
#include "tests/db/small_bakery.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

class BackupSchedule : public testing::Test {
 protected:
  BackupSchedule() {
    fs::create_directories(stick());
    SeededChance chance(2);
    book_ = db::create_book(folder_.file("book.tilia"), {.station = "office"}, db::small_bakery(),
                            at("2026-03-02T08:00Z"), chance);
    db::WriteTransaction change(*book_);
    change.connection().run(
        "INSERT INTO key (name, generation, public_half) VALUES ('backup', 1, ?)",
        db::public_half(key_));
    change.commit();
  }
  static Instant at(const char* text) { return Instant::parse(text).value(); }
  fs::path stick() const { return folder_.file("stick"); }
  std::set<std::string> on_the_stick() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(stick()))
      names.insert(entry.path().filename().string());
    return names;
  }

  db::FreshFolder folder_;
  db::Key key_ = db::Key::random();
  Zone zone_ = *Zone::named("Europe/Belgrade");
  std::unique_ptr<db::BookFile> book_;
};

TEST_F(BackupSchedule, MakesNothingByItselfUntilAFolderIsChosenAndThenOneADay) {
  EXPECT_FALSE(backup_is_due(*book_, at("2026-03-02T09:00Z")));
  write_backup_folder(*book_, stick());
  EXPECT_TRUE(backup_is_due(*book_, at("2026-03-02T09:00Z")));
  const fs::path made = make_due_backup(*book_, at("2026-03-02T09:00Z"), zone_);
  EXPECT_EQ(db::check_backup(made, key_).entries,
            book_->reader().number("SELECT count(*) FROM journal"));
  EXPECT_FALSE(backup_is_due(*book_, at("2026-03-03T08:59Z")));
  EXPECT_TRUE(backup_is_due(*book_, at("2026-03-03T09:00Z")));
  EXPECT_TRUE(backup_is_due(*book_, at("2026-03-01T09:00Z"))) << "a clock that was set back";
  make_due_backup(*book_, at("2026-03-03T09:00Z"), zone_);
  EXPECT_EQ(on_the_stick(),
            (std::set<std::string>{"backup-2026-03-02.sealed", "backup-2026-03-03.sealed"}));
}

TEST_F(BackupSchedule, LetsGoOfThoseOlderThan35DaysAndOfNoOtherFile) {
  write_backup_folder(*book_, stick());
  for (const char* name : {"backup-2026-03-01.sealed", "backup-2026-02-28.sealed",
                           "backup-of-mine.sealed", "holiday.jpg"})
    std::ofstream(stick() / name) << "x";
  make_due_backup(*book_, at("2026-04-05T09:00Z"), zone_);
  EXPECT_EQ(on_the_stick(),
            (std::set<std::string>{"backup-2026-03-01.sealed", "backup-2026-04-05.sealed",
                                   "backup-of-mine.sealed", "holiday.jpg"}));
}

TEST_F(BackupSchedule, KeepsTheOldOnesWhenTheStickIsAway) {
  write_backup_folder(*book_, stick());
  make_due_backup(*book_, at("2026-03-02T09:00Z"), zone_);
  fs::rename(stick(), folder_.file("away"));
  EXPECT_THROW(make_due_backup(*book_, at("2026-06-02T09:00Z"), zone_), db::BookFault);
  EXPECT_EQ(last_backup(*book_), at("2026-03-02T09:00Z"));
  fs::rename(folder_.file("away"), stick());
  EXPECT_EQ(on_the_stick(), (std::set<std::string>{"backup-2026-03-02.sealed"}));
}

TEST_F(BackupSchedule, TellsTheManagerHowOldTheLastOneIs) {
  EXPECT_EQ(backup_age(*book_, at("2026-03-02T09:00Z")).sentence.key(), "office.backup.never");
  EXPECT_TRUE(backup_age(*book_, at("2026-03-02T09:00Z")).needs_look);
  note_backup(*book_, at("2026-03-02T09:00Z"));
  EXPECT_EQ(backup_age(*book_, at("2026-03-03T08:00Z")).sentence.key(), "office.backup.today");
  EXPECT_FALSE(backup_age(*book_, at("2026-03-05T09:00Z")).needs_look);
  EXPECT_TRUE(backup_age(*book_, at("2026-03-06T09:00Z")).needs_look);
}

}  // namespace
}  // namespace tilia::app
