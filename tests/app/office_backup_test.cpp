// The button of the restore drill, on a real book: a backup opens with a manager's key and with no
// other, and one that was changed is told.
#include <gtest/gtest.h>

#include <fstream>

#include "app/office_desks.h"
#include "app/practice_users.h"
#include "db/backup.h"
#include "db/new_book.h"
#include "tests/db/fresh_folder.h"
#include "tests/db/small_bakery.h"

namespace tilia::app {
namespace {

class OfficeBackup : public testing::Test {
 protected:
  static std::filesystem::path made_in(const db::FreshFolder& folder) {
    SeededChance chance(5);
    const SetClock clock(*Instant::parse("2026-03-02T05:00Z"));
    const auto book = db::create_book(folder.file("shop.tilia"), {.station = "cli"},
                                      db::small_bakery(), clock.now(), chance);
    db::Users users(*book, db::SecretPolicy::practice(), clock);
    add_practice_users(users, chance);
    return folder.file("shop.tilia");
  }
  ui::Remark tried_by(db::Role role, const std::filesystem::path& file) {
    db::Session session = practice_session(book_.users(), role);
    book_.keys() = std::move(session.keys);
    return OfficeSettingsDesk(book_, session.user, Language::english, [](Language) {})
        .try_backup(file);
  }
  static std::string said(const ui::Remark& remark) {
    return std::get<Phrase>(remark.sentence).key();
  }

  db::FreshFolder folder_;
  SetClock clock_{*Instant::parse("2026-03-02T06:00Z")};
  Resources resources_ = find_resources();
  OfficeBook book_{made_in(folder_), resources_, clock_};
};

TEST_F(OfficeBackup, OpensForAManagerAndForNobodyElse) {
  const auto file = folder_.file("monday.sealed");
  db::make_backup(book_.file(), file);
  EXPECT_EQ(said(tried_by(db::Role::manager, file)), "office.check.backup_opens");
  for (const db::Role role : {db::Role::payroll, db::Role::finance, db::Role::auditor})
    EXPECT_EQ(said(tried_by(role, file)), "office.check.only_a_manager");
}

TEST_F(OfficeBackup, OpensThoughTheKeyWasReplacedSince) {
  const auto file = folder_.file("monday.sealed");
  db::make_backup(book_.file(), file);
  db::Session owl = practice_session(book_.users(), db::Role::manager);
  db::Giver giver{owl.user, owl.keys};
  const Secret<std::string> secret(std::string("another in a tree"));
  ASSERT_TRUE(
      book_.users().add({"Lark", "🐦", db::Role::manager}, secret, book_.chance(), &giver).ok());
  ASSERT_TRUE(book_.users().disable("Lark", giver).ok());
  EXPECT_EQ(said(tried_by(db::Role::manager, file)), "office.check.backup_opens");
}

TEST_F(OfficeBackup, SaysThatOneWasChangedOrIsNone) {
  const auto file = folder_.file("monday.sealed");
  db::make_backup(book_.file(), file);
  {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(500'000);
    bytes.put('x');
  }
  EXPECT_EQ(tried_by(db::Role::manager, file).kind, ui::Remark::Kind::mend);
  EXPECT_EQ(tried_by(db::Role::manager, folder_.file("nothing")).kind, ui::Remark::Kind::mend);
}

}  // namespace
}  // namespace tilia::app
