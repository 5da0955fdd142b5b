#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>
#include <type_traits>

#include "core/check.h"
#include "core/result.h"
#include "core/secret.h"

namespace tilia {
namespace {

enum class Refusal { no, never };
using Answer = Result<std::string, Refusal>;

static_assert(!std::is_copy_constructible_v<Secret<std::string>>);
static_assert(!std::is_copy_assignable_v<Secret<std::string>>);
static_assert(!std::is_convertible_v<std::string, Secret<std::string>>);
static_assert(!std::equality_comparable<Secret<std::string>>);

TEST(Secret, IsPrintedByTheTestRunnerAsAWordOnly) {
  const Secret<std::string> pin("4711");
  EXPECT_EQ(testing::PrintToString(pin), "[secret]");
}

TEST(Secret, MovesWithoutLeavingACopyBehind) {
  for (const std::size_t length : {4U, 400U}) {
    Secret<std::string> first(std::string(length, 'x'));
    Secret<std::string> second(std::move(first));
    EXPECT_EQ(second.reveal(), std::string(length, 'x'));
    EXPECT_TRUE(
        first.reveal().empty());  // NOLINT(bugprone-use-after-move): what is left is the point
    Secret<std::string> third("other");
    third = std::move(second);
    EXPECT_EQ(third.reveal(), std::string(length, 'x'));
    EXPECT_TRUE(second.reveal().empty());  // NOLINT(bugprone-use-after-move)
  }
}

TEST(Wipe, OverwritesTheWholeBufferOfAText) {
  std::string text(100, 'x');
  text.resize(20);  // the rest of the buffer still holds it
  wipe(text);
  EXPECT_TRUE(text.empty());
  for (std::size_t at = 0; at < 100; ++at) ASSERT_EQ(text.data()[at], '\0') << at;
}

TEST(Wipe, OverwritesAKey) {
  std::array<unsigned char, 32> key;
  key.fill(0x55);
  wipe(key);
  for (const unsigned char byte : key) ASSERT_EQ(byte, 0);
}

TEST(Secret, IsWipedWhereItStoodWhenItGoes) {
  using Key = std::array<unsigned char, 32>;
  alignas(Secret<Key>) std::array<unsigned char, sizeof(Secret<Key>)> place;
  Key key;
  key.fill(0x55);
  auto* secret = std::construct_at(reinterpret_cast<Secret<Key>*>(place.data()), key);
  std::destroy_at(secret);
  for (const unsigned char byte : place) ASSERT_NE(byte, 0x55);
}

TEST(Result, HoldsAValueOrARefusal) {
  const Answer yes = std::string("yes");
  const Answer no = Refusal::never;
  EXPECT_TRUE(yes.ok());
  EXPECT_EQ(yes.value(), "yes");
  EXPECT_FALSE(no);
  EXPECT_EQ(no.refusal(), Refusal::never);
}

TEST(Result, TakesAskingForTheOtherForOurMistake) {
  const Answer yes = std::string("yes");
  const Answer no = Refusal::no;
  EXPECT_THROW((void)yes.refusal(), OurMistake);
  EXPECT_THROW((void)no.value(), OurMistake);
  EXPECT_THROW((void)Answer(Refusal::no).value(), OurMistake);
}

TEST(Result, HandsOutItsValueForGood) {
  const auto answered = [] { return Answer(std::string(100, 'x')); };
  const std::string& kept = answered().value();  // lives as long as its name does
  EXPECT_EQ(kept, std::string(100, 'x'));
  Result<std::unique_ptr<int>, Refusal> owned = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = std::move(owned).value();
  EXPECT_EQ(*taken, 7);
}

TEST(Check, SaysWhatDoesNotHoldAndWhere) {
  try {
    CHECK(1 + 1 == 3);
    FAIL() << "CHECK let it pass";
  } catch (const OurMistake& mistake) {
    const std::string said = mistake.what();
    EXPECT_NE(said.find("1 + 1 == 3"), std::string::npos) << said;
    EXPECT_NE(said.find("secret_result_test.cpp"), std::string::npos) << said;
    EXPECT_EQ(said.find('/'), std::string::npos) << "names a folder of this machine: " << said;
  }
}

TEST(Check, AsksItsStatementOnce) {
  int asked = 0;
  const auto ask = [&asked] { return ++asked == 1; };
  CHECK(ask());
  EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace tilia
