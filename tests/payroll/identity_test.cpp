#include "payroll/identity.h"

#include <gtest/gtest.h>

#include "payroll/identity_file.h"

namespace tilia::payroll {
namespace {

const Day today = *Day::from(2026, 4, 2);

Identity named(const std::string& iban, const std::string& id_number = {}) {
  return {"Invented Name", id_number, iban, {}};
}

std::string outcome(const Identity& typed, bool law_asks = false) {
  const auto checked = checked_identity(typed, law_asks, today);
  return checked ? "kept" : std::string(identity_refusal_code(checked.refusal()));
}

TEST(Identity, TakesTheAccountNumbersOfTheRegistryAndNoneWithOneDigitChanged) {
  // The registry's own examples.
  for (const std::string good :
       {"AL47212110090000000235698741", "AT611904300234573201", "BA391290079401028494",
        "BG80BNBG96611020345678", "CZ6508000000192000145399", "ES9121000418450200051332",
        "MK07250120000058984", "RO49AAAA1B31007593840000", "RS35260005601001611379",
        "XK051212012345678906"}) {
    EXPECT_EQ(outcome(named(good)), "kept") << good;
    for (std::size_t at = 0; at < good.size(); ++at) {
      std::string changed = good;
      const bool digit = changed[at] >= '0' && changed[at] <= '9';
      changed[at] = digit ? (changed[at] == '7' ? '8' : '7') : (changed[at] == 'Q' ? 'W' : 'Q');
      EXPECT_EQ(outcome(named(changed)), "bad_iban") << changed;
    }
    EXPECT_EQ(outcome(named(good.substr(0, good.size() - 1))), "bad_iban");
    EXPECT_EQ(outcome(named(good + "0")), "bad_iban");
  }
}

TEST(Identity, KeepsNumbersWithoutSpacesAndTheAccountInCapitals) {
  const auto kept = checked_identity(
      {"  Invented Name ", "0101 990 710006", "rs35 2600 0560 1001 6113 79", {}}, false, today);
  ASSERT_TRUE(kept.ok());
  EXPECT_EQ(kept.value(),
            (Identity{"Invented Name", "0101990710006", "RS35260005601001611379", {}}));
  EXPECT_EQ(iban_in_fours(kept.value().iban), "RS35 2600 0560 1001 6113 79");
}

TEST(Identity, RefusesWhatCannotBeAName) {
  EXPECT_EQ(outcome({" ", "", "", {}}), "name_missing");
  EXPECT_EQ(outcome({std::string(121, 'a'), "", "", {}}), "name_too_long");
  EXPECT_EQ(outcome(named("", "123")), "bad_id_number");
  EXPECT_EQ(outcome(named("", "12;34")), "bad_id_number");
  EXPECT_EQ(outcome(named("", "900101/1234")), "kept");
}

TEST(Identity, KeepsABirthDateOnlyWhereALawAsksForIt) {
  Identity born = named("");
  born.born = Day::from(1990, 1, 1);
  EXPECT_EQ(outcome(born, false), "birth_date_unasked");
  EXPECT_EQ(outcome(born, true), "kept");
  born.born = today.plus_days(1);
  EXPECT_EQ(outcome(born, true), "bad_birth_date");
  born.born = Day::from(1909, 1, 1);
  EXPECT_EQ(outcome(born, true), "bad_birth_date");
}

TEST(IdentityFile, ReadsWhatItWroteAndRefusesWhatItDoesNotKnow) {
  const Identity identity{"Invented Name", "0101990710006", "RS35260005601001611379",
                          Day::from(1990, 1, 1)};
  const auto back = read_identity_file(identity_file_text(identity));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.value(), identity);
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"", ""},
      {"[]", ""},
      {R"({"legal_name":"A","note":"x"})", "note"},
      {R"({"legal_name":"A","legal_name":"B"})", "legal_name"},
      {R"({"iban":"RS35"})", "legal_name"},
      {R"({"legal_name":7})", "legal_name"},
      {R"({"legal_name":"A","born":"1990-02-30"})", "born"}};
  for (const auto& [text, place] : wrong) {
    const auto refused = read_identity_file(text);
    ASSERT_FALSE(refused.ok()) << text;
    EXPECT_EQ(refused.refusal(), place) << text;
  }
}

}  // namespace
}  // namespace tilia::payroll
