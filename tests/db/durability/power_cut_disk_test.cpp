#include "tests/db/durability/power_cut_disk.h"

#include <gtest/gtest.h>

#include <set>

namespace tilia::db {
namespace {

using Bytes = std::vector<std::uint8_t>;

const Bytes old_page(2'048, 0x11);
const Bytes new_page(2'048, 0x22);

// A disk with one durable file, "book", that holds old_page.
class PowerCutDiskTest : public testing::TestWithParam<DiskModel> {
 protected:
  PowerCutDiskTest() : chance(3), disk(GetParam(), chance) {}
  void begin() { disk.begin_with({{"book", old_page}}); }

  SeededChance chance;
  PowerCutDisk disk;
};

TEST_P(PowerCutDiskTest, KeepsWhatWasSynced) {
  for (int round = 0; round < 50; ++round) {
    begin();
    const auto book = disk.open("book", false);
    ASSERT_TRUE(disk.write(*book, 0, new_page));
    ASSERT_TRUE(disk.sync(*book));
    disk.power_returns();
    ASSERT_EQ(disk.contents().at("book"), new_page);
  }
}

TEST_P(PowerCutDiskTest, LandsWhatWasNotSyncedInAnyPart) {
  std::set<Bytes> seen;
  for (int round = 0; round < 200; ++round) {
    begin();
    const auto book = disk.open("book", false);
    ASSERT_TRUE(disk.write(*book, 0, new_page));
    disk.power_returns();
    const Bytes landed = disk.contents().at("book");
    ASSERT_EQ(landed.size(), old_page.size());
    for (std::size_t chunk = 0; chunk < landed.size(); chunk += 512)
      for (std::size_t at = chunk; at < chunk + 512; ++at) ASSERT_EQ(landed[at], landed[chunk]);
    seen.insert(landed);
  }
  EXPECT_TRUE(seen.contains(old_page));
  EXPECT_TRUE(seen.contains(new_page));
  EXPECT_GT(seen.size(), 8U) << "hardly any mixtures";
}

TEST_P(PowerCutDiskTest, MayOrMayNotMakeAndTakeAwayNames) {
  std::set<std::set<std::string>> seen;
  for (int round = 0; round < 100; ++round) {
    begin();
    ASSERT_TRUE(disk.open("log", true));
    ASSERT_TRUE(disk.remove("book"));
    disk.power_returns();
    std::set<std::string> names;
    for (const auto& [name, bytes] : disk.contents()) names.insert(name);
    seen.insert(names);
  }
  // In order: nothing, log made, book gone too. Strictly: also the second without the first.
  EXPECT_EQ(seen.size(), GetParam() == DiskModel::ext4_like ? 3U : 4U);
}

TEST_P(PowerCutDiskTest, KeepsNamesOnceTheFolderIsSynced) {
  for (int round = 0; round < 50; ++round) {
    begin();
    ASSERT_TRUE(disk.open("log", true));
    ASSERT_TRUE(disk.remove("book"));
    ASSERT_TRUE(disk.sync_folder());
    disk.power_returns();
    ASSERT_EQ(disk.contents().size(), 1U);
    ASSERT_TRUE(disk.contents().contains("log"));
  }
}

TEST_P(PowerCutDiskTest, DoesNothingAfterTheCut) {
  begin();
  const auto book = disk.open("book", false);
  disk.cut_at(1);
  EXPECT_FALSE(disk.write(*book, 0, new_page));
  EXPECT_TRUE(disk.is_cut());
  EXPECT_FALSE(disk.sync(*book));
  EXPECT_FALSE(disk.remove("book"));
  EXPECT_FALSE(disk.sync_folder());
  EXPECT_FALSE(disk.open("book", false));
  EXPECT_FALSE(disk.open("log", true));
  disk.power_returns();
  EXPECT_FALSE(disk.is_cut());
  EXPECT_TRUE(disk.open("book", false));
}

TEST_P(PowerCutDiskTest, NeverSyncsAtTheCut) {
  std::set<Bytes> seen;
  for (int round = 0; round < 100; ++round) {
    begin();
    const auto book = disk.open("book", false);
    disk.cut_at(2);
    ASSERT_TRUE(disk.write(*book, 0, new_page));
    ASSERT_FALSE(disk.sync(*book));
    disk.power_returns();
    seen.insert(disk.contents().at("book"));
  }
  EXPECT_TRUE(seen.contains(old_page));
}

INSTANTIATE_TEST_SUITE_P(BothModels, PowerCutDiskTest,
                         testing::Values(DiskModel::strict_posix, DiskModel::ext4_like));

}  // namespace
}  // namespace tilia::db
