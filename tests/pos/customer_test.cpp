#include "pos/customer.h"

#include <gtest/gtest.h>

#include "core/chance.h"

namespace tilia::pos {
namespace {

Customer called(const std::string& name, const std::string& phone = {}) {
  SeededChance chance(1);
  return {CustomerId::mint(chance), name, phone};
}

TEST(Customer, IsKeptByNameAndPlainNumber) {
  const auto kept = plain_customer(called("  Ana od pekare ", "+381 (0)64/123-45-67"));
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept.value().name, "Ana od pekare");
  EXPECT_EQ(kept.value().phone, "+3810641234567");
  EXPECT_EQ(plain_customer(called("Ana", " - ")).value().phone, "");
}

TEST(Customer, NeedsANameAndAPossibleNumberOrNone) {
  EXPECT_EQ(plain_customer(called("  ")).refusal(), CustomerRefusal::name_missing);
  EXPECT_EQ(plain_customer(called(std::string(61, 'a'))).refusal(), CustomerRefusal::name_too_long);
  std::string sixty;
  for (int letter = 0; letter < 60; ++letter) sixty += "ж";
  EXPECT_TRUE(plain_customer(called(sixty))) << "letters are counted, not bytes";
  for (const char* number : {"12", "64x123", "+", "1+2345", "123456789012345678901"})
    EXPECT_EQ(plain_customer(called("Ana", number)).refusal(), CustomerRefusal::bad_phone)
        << number;
}

TEST(Customer, IsMeantByPartOfHerNameOrTheEndOfHerNumber) {
  const Customer zika = called("Žika Čvorak", "0641234567");
  for (const char* typed : {"", "žika", "ČVOR", "567", "34567"})
    EXPECT_TRUE(is_meant(zika, typed)) << typed;
  for (const char* typed : {"ana", "67", "064", "5678"})
    EXPECT_FALSE(is_meant(zika, typed)) << typed;
  EXPECT_FALSE(is_meant(called("Ana"), "123")) << "who gave no number ends with none";
}

}  // namespace
}  // namespace tilia::pos
