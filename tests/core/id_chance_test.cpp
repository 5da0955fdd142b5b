#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "core/chance.h"
#include "core/check.h"
#include "core/id.h"

namespace tilia {
namespace {

struct ThingTag;
using ThingId = Id<ThingTag>;

// Hands out bytes that a test wrote down.
class WrittenChance final : public Chance {
 public:
  explicit WrittenChance(std::vector<std::uint8_t> bytes) : bytes_(std::move(bytes)) {}
  void fill(std::span<std::uint8_t> bytes) override {
    for (std::uint8_t& byte : bytes) byte = bytes_.at(next_++);
  }
  [[nodiscard]] bool used_up() const { return next_ == bytes_.size(); }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t next_ = 0;
};

TEST(Id, IsPrintedAs32HexDigitsAndReadBack) {
  SeededChance chance(1);
  std::set<ThingId> seen;
  for (int round = 0; round < 5'000; ++round) {
    const ThingId id = ThingId::mint(chance);
    ASSERT_EQ(id.text().size(), 32U);
    ASSERT_EQ(ThingId::parse(id.text()), id);
    ASSERT_EQ(ThingId::from_bytes(id.bytes()), id);
    ASSERT_TRUE(seen.insert(id).second) << "minted twice";
  }
}

TEST(Id, ReadsBothCasesAndNothingElse) {
  EXPECT_EQ(ThingId::parse("00FF10ABCDEF00112233445566778899")->text(),
            "00ff10abcdef00112233445566778899");
  for (const char* text :
       {"", "00", "00ff10abcdef0011223344556677889", "00ff10abcdef001122334455667788990",
        "00ff10abcdef0011223344556677889g", "00ff10ab-def0011-2233-445566778899",
        " 0ff10abcdef00112233445566778899", "0x0ff10abcdef0011223344556677889"})
    EXPECT_FALSE(ThingId::parse(text)) << text;
}

// The papers of a practice shop repeat for ever: these bytes may never change. `openssl enc
// -chacha20` under the key 07 00 … gives the same.
TEST(SeededChance, GivesTheSameBytesForTheSameSeedForEver) {
  SeededChance chance(7);
  const auto first = ThingId::mint(chance);
  const auto second = ThingId::mint(chance);
  EXPECT_EQ(first.text(), "f19ee3b965429844e496af300ed6cb0d");
  EXPECT_EQ(second.text(), "29825bf757c264fcaa2fe548337ebb41");
  SeededChance again(7);
  EXPECT_EQ(ThingId::mint(again), first);
  SeededChance other(8);
  EXPECT_NE(ThingId::mint(other), first);
}

TEST(Chance, StaysBelowItsBoundAndFavoursNothing) {
  SeededChance chance(20'260'302);
  for (const std::uint64_t bound : {1U, 2U, 3U, 6U, 10U, 37U}) {
    constexpr int draws_each = 3'000;
    std::vector<int> drawn(bound);
    for (std::uint64_t draw = 0; draw < bound * draws_each; ++draw) ++drawn.at(chance.below(bound));
    // Chi-square over `bound` − 1 degrees: beyond 2.6 a degree plus 20 chance would need a million
    // years.
    std::int64_t squares = 0;
    for (const int count : drawn)
      squares += std::int64_t{count - draws_each} * (count - draws_each);
    EXPECT_LT(squares, draws_each * (26 * static_cast<std::int64_t>(bound) / 10 + 20)) << bound;
  }
}

// 2^63 + 1 fits once into 2^64 − 1: whatever lies above it must be drawn again, never folded down.
TEST(Chance, DrawsAgainInsteadOfFoldingWhatIsLeftOver) {
  std::vector<std::uint8_t> bytes(8, 0xff);
  bytes.insert(bytes.end(), {0, 0, 0, 0, 0, 0, 0, 5});
  WrittenChance chance(bytes);
  EXPECT_EQ(chance.below((std::uint64_t{1} << 63) + 1), 5U);
  EXPECT_TRUE(chance.used_up());
}

TEST(Chance, TakesABoundOfZeroForOurMistake) {
  SeededChance chance(1);
  EXPECT_THROW((void)chance.below(0), OurMistake);
}

TEST(SystemChance, NeverRepeats) {
  SystemChance chance;
  EXPECT_NE(ThingId::mint(chance), ThingId::mint(chance));
}

}  // namespace
}  // namespace tilia
