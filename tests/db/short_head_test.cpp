// A head that was printed can be typed in again, by hands that take an O for a 0.
#include "db/short_head.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "core/chance.h"

namespace tilia::db {
namespace {

Hash hash_of_bytes(std::uint8_t first) {
  Hash hash{};
  for (std::size_t at = 0; at < hash.size(); ++at) hash[at] = static_cast<std::uint8_t>(first + at);
  return hash;
}

}  // namespace

TEST(ShortHead, IsEightyBitsOfTheRootInGroupsOfFour) {
  EXPECT_EQ(short_head_text("T1", 7, Hash{}), "T1 7 0000-0000-0000-0000");
  Hash all{};
  all.fill(0xFF);
  EXPECT_EQ(short_head_text("office", 12345, all), "office 12345 ZZZZ-ZZZZ-ZZZZ-ZZZZ");
  // 00 01 02 03 04 05 06 07 08 09 in fives of bits.
  EXPECT_EQ(short_head_text("T1", 1, hash_of_bytes(0)), "T1 1 000G-40R4-0M30-E209");
  Hash eleventh{};
  eleventh[10] = 1;
  EXPECT_EQ(code_of(eleventh), code_of(Hash{})) << "ten bytes, and no more";
}

TEST(ShortHead, IsReadBackFromWhatWasPrinted) {
  SeededChance chance(11);
  for (int round = 0; round < 500; ++round) {
    Hash root{};
    chance.fill(root);
    const auto size = static_cast<std::int64_t>(1 + chance.below(1'000'000));
    const std::string text = short_head_text("T1", size, root);
    const auto parsed = parse_short_head(text);
    ASSERT_TRUE(parsed.has_value()) << text;
    EXPECT_EQ(*parsed, (ShortHead{"T1", size, code_of(root)}));
    EXPECT_EQ(parsed->text(), text);
  }
}

TEST(ShortHead, ForgivesCaseAndLettersThatLookAlike) {
  const ShortHead meant{"T1", 1042, "7KQ4M2XD90HR13TC"};
  for (const char* typed :
       {"T1 1042 7KQ4-M2XD-90HR-13TC", "t1 1042 7kq4-m2xd-90hr-13tc", "Tl lO42 7KQ4 M2XD 9OHR I3TC",
        "  T1  1042  7kq4m2xd9ohrl3tc \n", "T1\t1042\t7KQ4-M2XD-90HR-13TC"}) {
    const auto parsed = parse_short_head(typed);
    ASSERT_TRUE(parsed.has_value()) << typed;
    EXPECT_EQ(parsed->code, meant.code) << typed;
    EXPECT_EQ(parsed->size, meant.size) << typed;
    EXPECT_TRUE(parsed->is_of("T1")) << typed;
    EXPECT_FALSE(parsed->is_of("T2")) << typed;
  }
  EXPECT_TRUE(parse_short_head("0ffice 3 0000-0000-0000-0000")->is_of("office"));
  EXPECT_EQ(parse_short_head("till by the door 3 0000-0000-0000-0000")->station,
            "till by the door");
}

TEST(ShortHead, IsNotGuessedFromWhatIsNone) {
  for (const char* typed :
       {"", " ", "T1", "T1 1042", "1042 7KQ4-M2XD-9PHR-W3TC", "T1 7KQ4-M2XD-9PHR-W3TC",
        "T1 1042 7KQ4-M2XD-9PHR-W3T", "T1 1042 7KQ4-M2XD-9PHR-W3TCC", "T1 0 7KQ4-M2XD-9PHR-W3TC",
        "T1 -4 7KQ4-M2XD-9PHR-W3TC", "T1 1042 7KQ4-M2XD-9PHR-W3TU", "T1 10.4 7KQ4-M2XD-9PHR-W3TC",
        "T1 1042 7KQ4_M2XD_9PHR_W3TC", "T1 9999999999999999 7KQ4-M2XD-9PHR-W3TC",
        "3c464daf 61acb827 c65fda19 f352a4e3 bdc2c640 e9e9fc4c c058073f 38f12f60"})
    EXPECT_FALSE(parse_short_head(typed).has_value()) << typed;
}

TEST(ShortHead, TellsAMisreadLetterFromAnotherJournal) {
  EXPECT_EQ(places_that_differ("7KQ4M2XD9PHRW3TC", "7KQ4M2XD9PHRW3TC"), 0);
  EXPECT_EQ(places_that_differ("7KQ4M2XD9PHRW3TC", "7KQ4M2X09PHRW3TC"), 1);
  EXPECT_EQ(places_that_differ("7KQ4M2XD9PHRW3TC", "7KQ4"), 12);
}

}  // namespace tilia::db
