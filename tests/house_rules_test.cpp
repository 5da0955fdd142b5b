// The rules of HOUSE.md over every file of the project. Each message names the cure. Each rule is
// shown a line that breaks it, so that a rule that sees nothing is seen.
#include "tests/house_rules.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace tilia::house {
namespace {

using Rule = std::function<Faults(const Source&)>;

void expect_house_keeps(const Rule& rule) {
  Faults all;
  for (const Source& source : all_sources()) {
    const Faults faults = rule(source);
    all.insert(all.end(), faults.begin(), faults.end());
  }
  EXPECT_TRUE(all.empty()) << told(all);
}

struct Sample {
  const char* path;
  const char* text;
};

void expect_broken(const Rule& rule, const std::vector<Sample>& samples) {
  for (const Sample& sample : samples)
    EXPECT_EQ(rule(source_from_text(sample.path, sample.text)).size(), 1U)
        << "not seen in " << sample.path << ": " << sample.text;
}

void expect_kept(const Rule& rule, const std::vector<Sample>& samples) {
  for (const Sample& sample : samples) {
    const Faults faults = rule(source_from_text(sample.path, sample.text));
    EXPECT_TRUE(faults.empty()) << told(faults);
  }
}

TEST(House, IsRead) { EXPECT_GT(all_sources().size(), 50U) << "no sources in " << TILIA_SOURCE; }

TEST(House, RoomsIncludeOnlyWhatTheArrowsAllow) {
  expect_house_keeps(include_faults);
  expect_broken(include_faults, {{"pos/sale.cpp", "#include \"payroll/worker.h\"\n"},
                                 {"payroll/worker.cpp", "#include \"pos/sale.h\"\n"},
                                 {"reporting/papers.cpp", "#include \"payroll/worker.h\"\n"},
                                 {"pos/sale.cpp", "#include \"db/till_book_sqlite.h\"\n"},
                                 {"core/day.cpp", "#include \"pos/sale.h\"\n"},
                                 {"pos/sale.cpp", "#include \"core/ui/face.h\"\n"},
                                 {"db/book.cpp", "#include \"pos/ui/till_window.h\"\n"},
                                 {"pos/ui/till_window.cpp", "#include \"db/book.h\"\n"},
                                 {"pos/ui/till_window.cpp", "#include \"reporting/papers.h\"\n"},
                                 {"pos/sale.cpp", "#include \"app/till.h\"\n"},
                                 {"pos/sale.cpp", "#include \"sale.h\"\n"}});
  expect_kept(include_faults, {{"db/book.cpp", "#include \"payroll/worker.h\"\n"},
                               {"pos/ui/till_window.cpp", "#include \"core/ui/face.h\"\n"},
                               {"app/till.cpp", "#include \"db/book.h\"\n"}});
}

TEST(House, LibrariesStayInTheirRooms) {
  expect_house_keeps(library_faults);
  expect_broken(library_faults, {{"pos/sale.cpp", "#include <sqlite3.h>\n"},
                                 {"pos/sale.cpp", "#include <wx/wx.h>\n"},
                                 {"core/day.cpp", "#include <sodium.h>\n"},
                                 {"pos/sale.cpp", "#include <boost/locale.hpp>\n"},
                                 {"pos/sale.cpp", "#include <nlohmann/json.hpp>\n"},
                                 {"pos/ui/till_window.cpp", "#include <nlohmann/json.hpp>\n"},
                                 {"reporting/papers.cpp", "#include <hpdf.h>\n"},
                                 {"reporting/tables.cpp", "#include <xlsxwriter.h>\n"},
                                 {"payroll/bank_pay.cpp", "#include <pugixml.hpp>\n"},
                                 {"db/book.cpp", "#include <pqxx/pqxx>\n"},
                                 {"pos/devices/x.cpp", "#include <openssl/evp.h>\n"},
                                 {"reporting/x.cpp", "#include <toml++/toml.h>\n"},
                                 {"core/x.cpp", "#include <CLI/CLI.hpp>\n"},
                                 {"core/x.cpp", "#include <cairo.h>\n"}});
  expect_kept(library_faults, {{"db/book.cpp", "#include <sqlite3.h>\n"},
                               {"pos/article_file.cpp", "#include <nlohmann/json.hpp>\n"},
                               {"reporting/pdf_page.cpp", "#include <hpdf.h>\n"},
                               {"reporting/bank_file.cpp", "#include <pugixml.hpp>\n"},
                               {"pos/ui/x.cpp", "#include <wx/wx.h>\n#include <vector>\n"},
                               {"app/tilia.cpp", "#include <CLI/CLI.hpp>\n"}});
}

TEST(House, CountsInWholeNumbers) {
  expect_house_keeps(floating_faults);
  expect_broken(floating_faults, {{"pos/sale.cpp", "double price = 1;\n"},
                                  {"payroll/x.cpp", "const float rate{};\n"},
                                  {"pos/sale.cpp", "auto price = 1.5;\n"},
                                  {"pos/sale.cpp", "auto price = std::stod(text);\n"}});
  expect_kept(floating_faults, {{"pos/sale.cpp", "auto text = \"double 1.5\"; // float\n"},
                                {"pos/sale.cpp", "auto large = 1'000'000;\n"},
                                {"pos/ui/x.cpp", "double x = 1.5;\n"},
                                {"reporting/strip_pdf.cpp", "float x = 1.5F;\n"}});
}

TEST(House, ReadsTheClockInOnePlace) {
  expect_house_keeps(clock_faults);
  expect_broken(clock_faults, {{"pos/x.cpp", "auto n = std::chrono::system_clock::now();\n"},
                               {"pos/x.cpp", "auto n = std::time(nullptr);\n"},
                               {"pos/x.cpp", "auto n = time(nullptr);\n"},
                               {"pos/x.cpp", "gettimeofday(&n, nullptr);\n"},
                               {"core/x.cpp", "posix_time::second_clock::universal_time();\n"},
                               {"pos/ui/x.cpp", "wxDateTime::Now();\n"},
                               {"db/x.cpp", "run(\"SELECT datetime('now')\");\n"},
                               {"db/x.cpp", "run(\"at TEXT DEFAULT CURRENT_TIMESTAMP\");\n"}});
  expect_kept(clock_faults, {{"pos/x.cpp", "auto n = clock.now(); // std::time(nullptr)\n"},
                             {"pos/x.cpp", "const auto n = local_time(instant);\n"}});
}

TEST(House, OpensSecretsInListedPlacesOnly) {
  expect_house_keeps(reveal_faults);
  expect_broken(reveal_faults, {{"pos/sale.cpp", "print(pin.reveal());\n"}});
}

TEST(House, KeepsLinesFunctionsAndFilesShort) {
  expect_house_keeps(length_faults);
  const std::string line_of_101(101, 'x');
  std::string long_function = "namespace a {\nint f(int b) {\n";
  for (int line = 0; line < 69; ++line) long_function += "  ++b;\n";
  std::string kept_function = long_function.substr(0, long_function.size() - 7);
  std::string long_class = "class A {\n" + std::string(80, '\n') + "};\n";
  expect_broken(length_faults, {{"pos/x.cpp", line_of_101.c_str()},
                                {"pos/x.cpp", (long_function + "}\n}\n").c_str()},
                                {"pos/x.cpp", std::string(601, '\n').c_str()}});
  const std::string hundred_letters_of_two_bytes = "// " + [] {
    std::string text;
    for (int letter = 0; letter < 97; ++letter) text += "ž";
    return text;
  }();
  expect_kept(length_faults, {{"pos/x.cpp", (kept_function + "}\n}\n").c_str()},
                              {"pos/x.cpp", long_class.c_str()},
                              {"pos/x.cpp", hundred_letters_of_two_bytes.c_str()}});
}

TEST(House, OpensEachHeaderWithItsPurposeAndIncludesItFirst) {
  expect_house_keeps(header_faults);
  expect_broken(header_faults, {{"pos/x.h", "// A thing.\nclass X;\n"},
                                {"pos/x.h", "#pragma once\nclass X;\n"},
                                {"core/day.cpp", "#include <vector>\n#include \"core/day.h\"\n"}});
}

TEST(House, NamesThingsByWhatTheyAre) {
  for (const std::string& path : all_paths(TILIA_SOURCE)) {
    const Faults faults = path_name_faults(path);
    EXPECT_TRUE(faults.empty()) << told(faults);
  }
  expect_house_keeps(type_name_faults);
  for (const char* path : {"pos/util/x.cpp", "pos/sale_helper.cpp", "core/base.h", "pos/helpers.h",
                           "db/data/x.toml", "pos/price-info.h"})
    EXPECT_EQ(path_name_faults(path).size(), 1U) << path;
  for (const char* path : {"pos/manager_approval.h", "pos/database.h", "core/basement.h"})
    EXPECT_TRUE(path_name_faults(path).empty()) << path;
  expect_broken(type_name_faults, {{"pos/x.h", "class SaleManager {};\n"},
                                   {"pos/x.h", "struct PriceInfo;\n"},
                                   {"pos/x.h", "class StringUtils;\n"}});
  expect_kept(type_name_faults,
              {{"pos/x.h", "class ManagerApproval {};\n"}, {"pos/x.h", "class Database {};\n"}});
}

TEST(House, SaysNothingThatItShouldNot) {
  for (const std::string& path : all_paths(TILIA_SOURCE)) {
    const bool pictured = path.ends_with(".png") || path.ends_with(".ttf") || path.ends_with(".gz");
    if (pictured) continue;
    const Faults faults = word_faults(path, text_of(std::string(TILIA_SOURCE "/") + path));
    EXPECT_TRUE(faults.empty()) << told(faults);
  }
  const std::string note = std::string("// TO") + "DO: finish\n";
  EXPECT_EQ(word_faults("pos/x.cpp", note).size(), 1U);
  EXPECT_EQ(word_faults("pos/x.cpp", std::string("path = \"/wo") + "rk/x\"").size(), 1U);
  EXPECT_EQ(word_faults("README.md", std::string("all Bene") + "ficiaries").size(), 1U);
  EXPECT_TRUE(word_faults("pos/x.cpp", "the todo list of a baker\n").empty());
}

TEST(House, PartsCodeFromCommentsAndStrings) {
  const Source source = source_from_text("pos/x.cpp",
                                         "int a = 1'000; // double\n"
                                         "auto b = \"say \\\"double\\\"\"; /* float\n"
                                         "float */ auto c = U'\"'; int d;\n"
                                         "auto e = R\"x(raw \" double)x\"; int f;\n");
  ASSERT_EQ(source.code.size(), 4U);
  EXPECT_EQ(source.code[0].find("double"), std::string::npos);
  EXPECT_NE(source.code[0].find("1'000;"), std::string::npos);
  EXPECT_NE(source.code[2].find("int d;"), std::string::npos);
  EXPECT_EQ(source.code[2].find("float"), std::string::npos);
  EXPECT_NE(source.code[3].find("int f;"), std::string::npos);
  ASSERT_EQ(source.literals.size(), 2U);
  EXPECT_EQ(source.literals[0].text, "say \\\"double\\\"");
  EXPECT_EQ(source.literals[1].text, "raw \" double");
  EXPECT_EQ(source.literals[1].line, 4);
}

}  // namespace
}  // namespace tilia::house
