#include <gtest/gtest.h>

#include "db/book_file.h"
#include "db/diagnostics.h"
#include "db/settings.h"
#include "db/users.h"

namespace tilia::db {
namespace {

TEST(Settings, KeepTheLastValueOfAName) {
  const auto book = BookFile::in_memory({.station = "office"}, [](WriteTransaction&) {});
  EXPECT_EQ(read_setting(*book, "backup.folder"), std::nullopt);
  write_setting(*book, "backup.folder", "/one");
  write_setting(*book, "backup.folder", "/two");
  EXPECT_EQ(read_setting(*book, "backup.folder"), "/two");
}

TEST(Diagnostics, HoldVersionsAndWholeNumbersOnly) {
  const auto book = BookFile::in_memory({.station = "office"}, [](WriteTransaction&) {});
  SeededChance chance(1);
  const SetClock clock(Instant::from_unix_milliseconds(0));
  ASSERT_TRUE(
      Users(*book, SecretPolicy::practice(), clock)
          .add({"Ambrosia", "🦊", Role::manager}, Secret<std::string>("123 456"), chance, nullptr)
          .ok());
  write_setting(*book, "backup.folder", "/ambrosia");
  const auto found = diagnose(*book);
  ASSERT_FALSE(found.empty());
  for (const Diagnosis& line : found) {
    EXPECT_EQ(line.value.find_first_not_of("0123456789."), std::string::npos) << line.name;
    EXPECT_FALSE(line.value.empty()) << line.name;
  }
}

}  // namespace
}  // namespace tilia::db
