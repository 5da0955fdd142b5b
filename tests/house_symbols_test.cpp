// What is linked into the till. A counter machine holds no code that can show a wage: not hidden,
// not there.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace tilia::house {
namespace {

std::string symbols_of(const std::string& program) {
  const std::string command = "nm -C --defined-only '" TILIA_BIN "/" + program + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  std::array<char, 65536> part{};
  while (const std::size_t read = std::fread(part.data(), 1, part.size(), pipe.get()))
    text.append(part.data(), read);
  return text;
}

// Whatever works out, keeps, draws or shows pay.
const std::vector<std::string>& pay_code() {
  static const std::vector<std::string> names{
      "tilia::payroll::work_out_payslip", "tilia::payroll::PayRun",
      "tilia::payroll::Payslip",          "tilia::payroll::PayBook",
      "tilia::payroll::StatutoryRules",   "tilia::db::PayBookSqlite",
      "tilia::reporting::payslip_pdf"};
  return names;
}

TEST(HouseSymbols, OfTheTillHoldNoPay) {
  const std::string till = symbols_of("tilia-till");
  ASSERT_NE(till.find("tilia::pos::RingUpSale::ring_up"), std::string::npos)
      << "nm did not read tilia-till";
  for (const std::string& name : pay_code()) {
    EXPECT_EQ(till.find(name), std::string::npos)
        << name << " is linked into tilia-till: part its library, or link a smaller one";
  }
}

// The same search must find pay where it belongs, or it would find it nowhere.
TEST(HouseSymbols, OfTheOfficeDo) {
  const std::string office = symbols_of("tilia-office");
  EXPECT_NE(office.find("tilia::payroll::work_out_payslip"), std::string::npos);
  EXPECT_NE(office.find("tilia::db::PayBookSqlite"), std::string::npos);
}

}  // namespace
}  // namespace tilia::house
