#include "pos/ui/log_in.h"

#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

std::optional<LogIn::Person> typed(LogIn& log_in, const std::string& digits) {
  std::optional<LogIn::Person> person;
  for (const char digit : digits) person = log_in.digit(digit);
  return person;
}

TEST(LogIn, TheSixthDigitAsks) {
  tests::FoxOwlAndBee crew;
  LogIn log_in(crew);
  log_in.choose("🦊");
  EXPECT_FALSE(typed(log_in, "11111").has_value());
  EXPECT_EQ(log_in.typed_digits(), 5U);
  const auto person = log_in.digit('1');
  ASSERT_TRUE(person.has_value());
  EXPECT_EQ(person->picture, "🦊");
  EXPECT_FALSE(person->selling_only);
}

TEST(LogIn, ASlipOfTheFingerIsTakenBack) {
  tests::FoxOwlAndBee crew;
  LogIn log_in(crew);
  log_in.choose("🦊");
  (void)typed(log_in, "119");
  log_in.back();
  EXPECT_TRUE(typed(log_in, "1111").has_value());
}

TEST(LogIn, AMissSaysSoAndNobodyWaits) {
  tests::FoxOwlAndBee crew;
  LogIn log_in(crew);
  log_in.choose("🦊");
  EXPECT_FALSE(typed(log_in, "999999").has_value());
  EXPECT_EQ(log_in.sentence().key(), "till.log_in.try_again");
  EXPECT_EQ(log_in.typed_digits(), 0U);
  EXPECT_TRUE(typed(log_in, "111111").has_value());
}

TEST(LogIn, APictureOfNobodyAnswersLikeAWrongNumber) {
  tests::FoxOwlAndBee crew;
  LogIn log_in(crew);
  log_in.choose("🐝");
  EXPECT_FALSE(typed(log_in, "111111").has_value());
  EXPECT_EQ(log_in.sentence().key(), "till.log_in.try_again");
}

TEST(LogIn, AfterFiveMissesAColleagueLetsHerInAsHerselfForSellingOnly) {
  tests::FoxOwlAndBee crew;
  LogIn log_in(crew);
  log_in.choose("🦊");
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(typed(log_in, "999999").has_value());
  EXPECT_EQ(log_in.sentence().key(), "till.log_in.ask_colleague");
  log_in.choose("🦉");
  const auto person = typed(log_in, "111111");
  ASSERT_TRUE(person.has_value());
  EXPECT_EQ(person->picture, "🦊");
  EXPECT_TRUE(person->selling_only);
}

TEST(LogIn, SheHerselfMayStillRememberHerNumber) {
  tests::FoxOwlAndBee crew;
  LogIn log_in(crew);
  log_in.choose("🦊");
  for (int i = 0; i < 5; ++i) (void)typed(log_in, "999999");
  log_in.choose("🦊");
  const auto person = typed(log_in, "111111");
  ASSERT_TRUE(person.has_value());
  EXPECT_FALSE(person->selling_only);
}

TEST(LogIn, TakesACardAndFourPicturesInOrderInsteadOfANumber) {
  tests::FoxOwlAndBee crew;
  LogIn log_in(crew);
  log_in.card("4006381");
  EXPECT_FALSE(log_in.has_card()) << "whose it is comes first";
  log_in.choose("🦊");
  log_in.card("4006381");
  EXPECT_EQ(log_in.sentence().key(), "till.log_in.touch_four");
  for (const std::size_t picture : {2U, 7U, 0U}) EXPECT_FALSE(log_in.touch(picture).has_value());
  const auto person = log_in.touch(11);
  ASSERT_TRUE(person.has_value());
  EXPECT_EQ(person->picture, "🦊");
  EXPECT_FALSE(log_in.has_card()) << "nothing of it stays";
}

TEST(LogIn, APictureTouchedTwiceIsLetGoAgain) {
  tests::FoxOwlAndBee crew;
  LogIn log_in(crew);
  log_in.choose("🦊");
  log_in.card("4006381");
  for (const std::size_t picture : {2U, 5U, 5U, 7U, 0U})
    EXPECT_FALSE(log_in.touch(picture).has_value());
  EXPECT_EQ(log_in.touched().size(), 3U);
  EXPECT_TRUE(log_in.touch(11).has_value());
}

TEST(LogIn, AWrongCardOrderAnswersLikeAWrongNumber) {
  tests::FoxOwlAndBee crew;
  LogIn log_in(crew);
  log_in.choose("🦊");
  log_in.card("4006381");
  for (const std::size_t picture : {7U, 2U, 0U, 11U})
    EXPECT_FALSE(log_in.touch(picture).has_value());
  EXPECT_EQ(log_in.sentence().key(), "till.log_in.try_again");
  EXPECT_EQ(log_in.chosen(), "🦊");
  EXPECT_TRUE(typed(log_in, "111111").has_value()) << "and the number is good, too";
}

TEST(LogIn, BackTakesPicturesThenTheCardThenWhoseItIs) {
  tests::FoxOwlAndBee crew;
  LogIn log_in(crew);
  log_in.choose("🦊");
  log_in.card("4006381");
  (void)log_in.touch(3);
  log_in.back();
  EXPECT_TRUE(log_in.touched().empty());
  log_in.back();
  EXPECT_FALSE(log_in.has_card());
  log_in.back();
  EXPECT_TRUE(log_in.chosen().empty());
}

TEST(LogIn, SaysThatAMachineIsNewBeforeAnybodyTries) {
  tests::FoxOwlAndBee crew;
  crew.new_machine = true;
  LogIn log_in(crew);
  EXPECT_EQ(log_in.sentence().key(), "till.log_in.new_machine");
}

TEST(LogIn, BackSoonKeepsTheTrayForWhoeverComesBack) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->back_soon();
  EXPECT_EQ(shop->place(), Place::resting);
  EXPECT_FALSE(shop->person().has_value());
  shop->open_again();
  EXPECT_EQ(shop->place(), Place::log_in);
  shop.log_in("🦉");
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->cart().lines().size(), 1U);
}

}  // namespace
}  // namespace tilia::pos
