// A bank's own form, told by a template.
#include "payroll/bank_template.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "payroll/rule_book.h"
#include "tests/payroll/run_of_tests.h"

namespace tilia::payroll {
namespace {

namespace fs = std::filesystem;

const fs::path examples = TILIA_SOURCE "/installer/bank-templates";

BankPay two() {
  return bank_pay_of(run_of({{"amber", "Žana; \"Đurić\"", "RS35260005601001611379"},
                             {"birch", "Ана Анић", "AT611904300234573201"}}),
                     70);
}

BankBatch about() {
  return {.payer = "Липа",
          .payer_iban = "RS35260005601001611379",
          .purpose = "Zarada za mart",
          .pay_on = *Day::parse("2026-04-02")};
}

// A template that holds, with `change` in place of the line that begins as it does.
class Written {
 public:
  explicit Written(const std::string& change = {}, const std::string& more = {}) {
    const std::string key = change.substr(0, change.find(' '));
    std::string text;
    for (const std::string line :
         {"separator = \";\"", "letters = \"UTF-8\"", "line_ends = \"unix\"",
          "decimal_mark = \",\"", "day_format = \"DD.MM.YYYY\"", "longest_name = 70"})
      text += (!key.empty() && line.starts_with(key + " ") ? change : line) + "\n";
    if (change.starts_with("new ")) text += change.substr(4) + "\n";
    text += more.empty() ? "[[column]]\nfield = \"amount\"\n" : more;
    std::string pattern = (fs::temp_directory_path() / "template-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    std::ofstream(file()) << text;
  }
  ~Written() { fs::remove_all(folder_); }
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;
  [[nodiscard]] fs::path file() const { return folder_ / "bank.toml"; }

 private:
  fs::path folder_;
};

std::string fault(const std::string& change, const std::string& more = {}) {
  const Written written(change, more);
  try {
    (void)read_bank_template(written.file());
  } catch (const RuleFault& why) {
    return why.what();
  }
  return "holds";
}

TEST(BankTemplate, OfBanksNearbyIsWrittenInTheirLettersWithAccountsAsAtHome) {
  const std::string csv =
      bank_csv(read_bank_template(examples / "semicolon-windows-1250.toml"), two(), about());
  const std::vector<BankPay::Transfer> transfers = two().transfers;
  EXPECT_EQ(csv,
            "Racun platioca;Naziv primaoca;Racun primaoca;Iznos;Valuta;Sifra placanja;Svrha;"
            "Poziv na broj;Datum\r\n"
            "260005601001611379;Ana Anic;1904300234573201;73522,10;RSD;240;Zarada za mart;" +
                transfers[0].id +
                ";02.04.2026\r\n"
                "260005601001611379;\"\x8E"
                "ana; \"\"\xD0uri\xE6\"\"\";260005601001611379;73522,10;RSD;240;Zarada za mart;" +
                transfers[1].id + ";02.04.2026\r\n");
}

TEST(BankTemplate, OfBanksAbroadIsWrittenPlainly) {
  const std::string csv =
      bank_csv(read_bank_template(examples / "comma-utf-8.toml"), two(), about());
  EXPECT_EQ(csv,
            "name,iban,amount,currency,reference,text,date\n"
            "Ana Anic,AT611904300234573201,73522.10,RSD," +
                two().transfers[0].id +
                ",Zarada za mart,2026-04-02\n"
                "\"Zana, 'Djuric'\",RS35260005601001611379,73522.10,RSD," +
                two().transfers[1].id + ",Zarada za mart,2026-04-02\n");
}

TEST(BankTemplate, WithoutPlainLatinKeepsNamesAsTheyStandOnPapers) {
  const Written written({}, "[[column]]\nfield = \"name\"\n[[column]]\nfield = \"payer\"\n");
  EXPECT_EQ(bank_csv(read_bank_template(written.file()), two(), about()),
            "Ана Анић;Липа\n\"Žana; \"\"Đurić\"\"\";Липа\n");
}

TEST(BankTemplate, IsRefusedWithThePlaceWhereItDoesNotHold) {
  EXPECT_EQ(fault({}), "holds");
  EXPECT_EQ(fault("new seperator = \";\""),
            "bank.toml, seperator: this key is not known here; mend its spelling or take it out");
  EXPECT_NE(fault("separator = \":\"").find("bank.toml, separator: write one of"),
            std::string::npos);
  EXPECT_NE(fault("letters = \"latin\"").find("letters"), std::string::npos);
  EXPECT_NE(fault("decimal_mark = \";\"").find("decimal_mark"), std::string::npos);
  EXPECT_NE(fault("separator = \",\"").find("decimal_mark: it parts the fields too"),
            std::string::npos);
  for (const char* format : {"DD.MM.YY", "DD.MM", "DDxMMxYYYY"})
    EXPECT_NE(fault(std::string("day_format = \"") + format + "\"").find("day_format"),
              std::string::npos)
        << format;
  EXPECT_NE(fault("longest_name = 0").find("longest_name"), std::string::npos);
  EXPECT_NE(fault({}, "[[column]]\nfield = \"address\"\n").find("column 1, field"),
            std::string::npos);
  EXPECT_NE(fault({}, "[[column]]\nfield = \"fixed\"\n").find("column 1, text"), std::string::npos);
  EXPECT_NE(fault("new header = true").find("column 1, heading"), std::string::npos);
  EXPECT_NE(fault({}, "column = 3\n").find("column"), std::string::npos);
  EXPECT_NE(fault("separator = ").find("bank.toml, line 1"), std::string::npos);
}

}  // namespace
}  // namespace tilia::payroll
