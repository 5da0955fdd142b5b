#include "pos/country_pack.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/zone.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

namespace fs = std::filesystem;
const fs::path rules = TILIA_SOURCE "/pos/rules";

TEST(CountryPack, IsThereForAllTenCountriesAndBothEntities) {
  EXPECT_EQ(countries_with_a_pack(rules),
            (std::vector<std::string>{"AL", "AT", "BA-FBiH", "BA-RS", "BG", "CZ", "ES", "MK", "RO",
                                      "RS", "XK"}));
  EXPECT_FALSE(load_country_pack(rules, "DE", tests::day("2026-03-02")));
  EXPECT_FALSE(load_country_pack(rules, "pieces", tests::day("2026-03-02")));
  EXPECT_FALSE(load_country_pack(rules, "../core", tests::day("2026-03-02")));
}

TEST(CountryPack, SaysCurrencyRoundingAndWhatFiscalLawWants) {
  struct Row {
    const char* country;
    const char* on;
    const char* currency;
    const char* step;
    FiscalDuty duty;
  };
  using enum FiscalDuty;
  const Row rows[] = {
      {"AL", "2026-03-02", "ALL", "1.00", built_in},
      {"AT", "2026-03-02", "EUR", "0.01", built_in},
      {"BA-FBiH", "2026-03-02", "BAM", "0.05", device_beside},
      {"BA-RS", "2026-03-02", "BAM", "0.05", device_beside},
      {"BG", "2025-12-31", "BGN", "0.01", device_beside},
      {"BG", "2026-01-01", "EUR", "0.01", device_beside},
      {"CZ", "2026-03-02", "CZK", "1.00", none},
      {"ES", "2026-12-31", "EUR", "0.01", none},
      {"ES", "2027-01-01", "EUR", "0.01", built_in},
      {"MK", "2026-03-02", "MKD", "1.00", device_beside},
      {"RO", "2026-03-02", "RON", "0.01", device_beside},
      {"RS", "2026-03-02", "RSD", "1.00", device_beside},
      {"XK", "2026-03-02", "EUR", "0.01", device_beside},
  };
  for (const Row& row : rows) {
    const CountryPack pack = tests::pack(row.country, row.on);
    EXPECT_EQ(pack.country, row.country);
    EXPECT_EQ(pack.currency.code(), row.currency) << row.country << ' ' << row.on;
    EXPECT_EQ(pack.cash_rounding.step, tests::money(row.step, row.currency)) << row.country;
    EXPECT_EQ(pack.cash_rounding.mode, Rounding::half_up);
    EXPECT_EQ(pack.fiscal_duty, row.duty) << row.country << ' ' << row.on;
    EXPECT_TRUE(Zone::named(pack.zone)) << row.country;
    EXPECT_TRUE(parse_language(pack.language)) << row.country;
  }
}

TEST(CountryPack, CarriesThePiecesLargestFirstAndTheNoteBeforeItsCoin) {
  const CountryPack serbia = tests::pack("RS");
  std::string order;
  for (const Piece& piece : serbia.pieces)
    order += (piece.kind == Piece::Kind::note ? " n" : " c") + piece.value.text();
  EXPECT_EQ(order,
            " n5000.00 n2000.00 n1000.00 n500.00 n200.00 n100.00 n50.00 n20.00 c20.00 n10.00"
            " c10.00 c5.00 c2.00 c1.00");
  for (const std::string& country : countries_with_a_pack(rules)) {
    for (const Piece& piece : tests::pack(country).pieces) {
      EXPECT_EQ(piece.value.currency(), tests::pack(country).currency);
      EXPECT_EQ(piece.colour.size(), 7u) << country << ' ' << piece.value.text();
      EXPECT_GT(piece.width_tenths_mm, 100) << country << ' ' << piece.value.text();
      EXPECT_GT(piece.height_tenths_mm, 100) << country << ' ' << piece.value.text();
    }
  }
}

TEST(CountryPack, DrawsTheEuroInItsOwnSizes) {
  for (const Piece& piece : tests::pack("AT").pieces) {
    if (piece.value == tests::money("50.00")) {
      EXPECT_EQ(piece.width_tenths_mm, 1400);
      EXPECT_EQ(piece.height_tenths_mm, 770);
      EXPECT_TRUE(piece.rim_colour.empty());
    }
    if (piece.value == tests::money("2.00")) {
      EXPECT_EQ(piece.width_tenths_mm, 258);
      EXPECT_EQ(piece.height_tenths_mm, 258);
      EXPECT_FALSE(piece.rim_colour.empty());
    }
  }
}

TEST(CountryPack, NamesWhatNobodyHasChecked) {
  EXPECT_EQ(tests::pack("RS").unverified, (std::vector<std::string>{"cash_rounding"}));
  EXPECT_EQ(tests::pack("AT").unverified, std::vector<std::string>{});
  EXPECT_EQ(tests::pack("MK").unverified,
            (std::vector<std::string>{"cash_rounding", "fiscal", "vat.reduced", "vat.reduced2",
                                      "vat.standard"}));
}

// A folder of its own with the real files, one of them changed.
class ChangedRules : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "rules-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    fs::copy(rules, folder_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void change(const std::string& file, const std::string& from, const std::string& to) {
    std::ifstream in(folder_ / file);
    std::stringstream read;
    read << in.rdbuf();
    std::string text = read.str();
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    std::ofstream(folder_ / file) << text;
  }
  std::string fault(const std::string& on = "2026-03-02") {
    try {
      (void)load_country_pack(folder_, "RS", tests::day(on));
      return "none";
    } catch (const CountryPackFault& fault) {
      return fault.what();
    }
  }

  fs::path folder_;
};

TEST_F(ChangedRules, AreReadWhenNothingIsWrong) { EXPECT_EQ(fault(), "none"); }

TEST_F(ChangedRules, AreRefusedBeforeTheFirstDayThatTheyKnow) {
  EXPECT_EQ(fault("2023-12-31"), "RS.toml:7: currency.from is later than 2023-12-31");
}

TEST_F(ChangedRules, RefuseAnUnknownKey) {
  change("RS.toml", "zone = ", "colour = \"red\"\nzone = ");
  EXPECT_EQ(fault(), "RS.toml:4: colour is not known here");
}

TEST_F(ChangedRules, RefuseAKeyTwice) {
  change("RS.toml", "zone = ", "zone = \"Europe/Vienna\"\nzone = ");
  EXPECT_NE(fault().find("RS.toml:5"), std::string::npos) << fault();
}

TEST_F(ChangedRules, RefuseAMissingSource) {
  change("RS.toml", "code = \"RSD\"\nsource = \"Legal tender\"", "code = \"RSD\"");
  EXPECT_EQ(fault(), "RS.toml:7: currency.source is missing");
}

TEST_F(ChangedRules, RefuseAnEmptySource) {
  change("RS.toml", "\"Legal tender\"", "\"\"");
  EXPECT_EQ(fault(), "RS.toml:10: currency.source must be a text that is not empty");
}

TEST_F(ChangedRules, RefuseADayTwiceAndADayOutOfOrder) {
  const std::string entry = "[[vat.standard]]\nfrom = ";
  change("RS.toml", entry, entry + "2025-01-01\npercent = \"19\"\nsource = \"x\"\n\n" + entry);
  EXPECT_NE(fault().find("vat.standard.from must be later than the entry before it"),
            std::string::npos)
      << fault();
  change("RS.toml", "2025-01-01", "2024-01-01");
  EXPECT_NE(fault().find("vat.standard.from must be later than the entry before it"),
            std::string::npos)
      << fault();
}

TEST_F(ChangedRules, RefuseWhatIsNoRateNoDayNoStepNoDutyNoZone) {
  const std::pair<const char*, const char*> changes[] = {
      {"percent = \"20\"", "percent = \"20 %\""},
      {"percent = \"20\"", "percent = 20"},
      {"percent = \"20\"", "percent = \"-20\""},
      {"from = 2024-01-01", "from = \"2024-01-01\""},
      {"step = \"1.00\"", "step = \"0.00\""},
      {"step = \"1.00\"", "step = \"1.001\""},
      {"duty = \"device_beside\"", "duty = \"perhaps\""},
      {"Europe/Belgrade", "Europe/Belgrad"},
      {"\"RSD\"", "\"YUD\""},
      {"mode = \"half_up\"", "mode = \"half\""},
      {"[[vat.standard]]", "[[vat.luxury]]"},
      {"unverified = true", "unverified = \"yes\""},
      {"language = \"sr-Latn\"", "language = \"xx\""},
      {"country = \"RS\"", "country = \"ME\""},
      {"[[fiscal]]", "[fiscal]"},
  };
  for (const auto& [from, to] : changes) {
    fs::copy(rules / "RS.toml", folder_ / "RS.toml", fs::copy_options::overwrite_existing);
    change("RS.toml", from, to);
    EXPECT_TRUE(fault().starts_with("RS.toml:")) << from << " -> " << to << ": " << fault();
  }
}

TEST_F(ChangedRules, RefusePiecesThatDoNotRise) {
  change("pieces.toml", "\"1.00\", \"2.00\", \"5.00\", \"10.00\", \"20.00\"]",
         "\"2.00\", \"2.00\"]");
  EXPECT_NE(fault().find("RSD.coins must rise"), std::string::npos) << fault();
}

}  // namespace
}  // namespace tilia::pos
