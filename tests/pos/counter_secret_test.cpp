#include "pos/counter_secret.h"

#include <gtest/gtest.h>

#include <set>

namespace tilia::pos {
namespace {

std::optional<CounterSecretFault> fault_of(const std::string& text) {
  return fault_of_counter_secret(Secret<std::string>(text));
}

Secret<std::string> card_of(const std::string& card, const std::vector<std::size_t>& touched) {
  return card_and_pictures(Secret<std::string>(card), touched);
}

TEST(CounterSecret, IsSixDigits) {
  EXPECT_EQ(fault_of("481516"), std::nullopt);
  for (const char* text : {"", "48151", "4815162", "48151a", "４８１５１６"})
    EXPECT_EQ(fault_of(text), CounterSecretFault::not_six_digits) << text;
}

TEST(CounterSecret, IsNoneOfThoseThatAreTriedFirst) {
  for (const char* text :
       {"000000", "111111", "121212", "123123", "123456", "654321", "012345", "987654", "890123",
        "135791", "123321", "112233", "111222", "101010", "696969", "159753", "147258", "777888"})
    EXPECT_EQ(fault_of(text), CounterSecretFault::easily_guessed) << text;
  for (const char* text : {"481516", "204863", "739105", "112234", "918273"})
    EXPECT_EQ(fault_of(text), std::nullopt) << text;
}

// NIST SP 800-63B-4 wants a list; this is how much of all numbers the rules take away.
TEST(CounterSecret, LeavesNearlyAllNumbersToChooseFrom) {
  int refused = 0;
  int all = 0;
  for (int number = 0; number < 1'000'000; number += 7, ++all) {
    std::string digits = std::to_string(number);
    digits.insert(0, pin_digits - digits.size(), '0');
    refused += is_easily_guessed(digits) ? 1 : 0;
  }
  EXPECT_GT(refused, 100);
  EXPECT_LT(refused, all / 100);
}

TEST(CounterSecret, MayBeACardWithFourDifferentPicturesInOrder) {
  const auto secret = card_of("4006381333931", {2, 7, 0, 11});
  EXPECT_EQ(fault_of_counter_secret(secret), std::nullopt);
  EXPECT_NE(secret.reveal(), card_of("4006381333931", {7, 2, 0, 11}).reveal());
  EXPECT_NE(secret.reveal(), card_of("4006381333932", {2, 7, 0, 11}).reveal());
  EXPECT_EQ(fault_of_counter_secret(card_of("4006381333931", {2, 7, 2, 11})),
            CounterSecretFault::same_picture_twice);
  EXPECT_EQ(fault_of_counter_secret(card_of("40063", {2, 7, 0, 11})),
            CounterSecretFault::card_unreadable);
  EXPECT_EQ(fault_of_counter_secret(card_of(std::string(65, '4'), {2, 7, 0, 11})),
            CounterSecretFault::card_unreadable);
  EXPECT_EQ(fault_of_counter_secret(card_of("4006 81333", {2, 7, 0, 11})),
            CounterSecretFault::card_unreadable);
}

TEST(CounterSecret, ShowsTwelveDifferentPictures) {
  const std::vector<std::string>& all = pictures_beside_a_card();
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), secret_pictures);
}

}  // namespace
}  // namespace tilia::pos
