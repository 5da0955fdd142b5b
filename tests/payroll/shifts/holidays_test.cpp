// The files of payroll/holidays, and one bad file for each thing that the loader refuses.
#include "payroll/holidays.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "payroll/rule_book.h"
#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::payroll {
namespace {

namespace fs = std::filesystem;

class HolidayFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = fs::temp_directory_path() / "holidays-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  // What the loader says to a file with that in it; empty where it takes it.
  [[nodiscard]] std::string said_to(const std::string& text) const {
    std::ofstream(folder_ / "RS.toml") << text;
    try {
      const HolidayBook book(folder_);
    } catch (const RuleFault& fault) {
      return fault.what();
    }
    return {};
  }

  fs::path folder_;
};

const char* const first = "source = \"s\"\n[[holiday]]\nday = 2026-01-01\nname = \"A\"\n";

TEST(Holidays, AreThereForEveryCountryAndEveryYearThatIsPromised) {
  const HolidayBook book(TILIA_SOURCE "/payroll/holidays");
  EXPECT_EQ(book.countries(), (std::vector<std::string>{"AL", "AT", "BA-FBiH", "BA-RS", "BG", "CZ",
                                                        "ES", "MK", "RO", "RS", "XK"}));
  for (const std::string& country : book.countries()) {
    const Holidays* holidays = book.find(country);
    ASSERT_NE(holidays, nullptr);
    for (int year = 2024; year <= 2028; ++year) {
      EXPECT_TRUE(holidays->knows(year)) << country << year;
      EXPECT_TRUE(holidays->is_holiday(*Day::from(year, 1, 1))) << country << year;
    }
    EXPECT_FALSE(holidays->knows(2029)) << country;
    EXPECT_FALSE(holidays->source().empty());
  }
  EXPECT_TRUE(book.find("RS")->on(tests::day("2024-02-15")));
  EXPECT_FALSE(book.find("RS")->on(tests::day("2024-02-14")));
  EXPECT_EQ(book.find("ZZ"), nullptr);
}

TEST_F(HolidayFolder, IsRefusedWithTheEntryAndTheCure) {
  EXPECT_EQ(said_to(first), "");
  EXPECT_NE(said_to("[[holiday]]\nday = 2026-01-01\nname = \"A\"\n").find("source"),
            std::string::npos);
  EXPECT_NE(said_to("source = \"s\"\n").find("holiday"), std::string::npos);
  EXPECT_NE(said_to(std::string(first) + "place = \"X\"\n").find("RS.toml, holiday 1, place"),
            std::string::npos);
  EXPECT_NE(said_to(std::string(first) + "[[holiday]]\nday = \"soon\"\nname = \"B\"\n")
                .find("holiday 2, day"),
            std::string::npos);
  EXPECT_NE(said_to(std::string(first) + "[[holiday]]\nday = 2026-01-02\n").find("name"),
            std::string::npos);
  EXPECT_NE(said_to(std::string("reviewed = 1\n") + first).find("reviewed"), std::string::npos);
  EXPECT_NE(said_to("source = \n").find("RS.toml"), std::string::npos);
}

TEST_F(HolidayFolder, TakesEachDayOnceAndInOrder) {
  for (const char* again : {"2026-01-01", "2025-12-31"})
    EXPECT_NE(said_to(std::string(first) + "[[holiday]]\nday = " + again + "\nname = \"B\"\n")
                  .find("holiday 2, day"),
              std::string::npos)
        << again;
}

}  // namespace
}  // namespace tilia::payroll
