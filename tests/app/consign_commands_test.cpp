// Consigned pieces on the command line, from the agreement to the file for the bank; and that a
// maker's name is in no byte of what the shop keeps.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "program.h"
#include "tests/reporting/written_pdf.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* name = "Quillfeather Xanthorp";
constexpr const char* iban = "RS35260005601001611379";
constexpr const char* ours = "AT611904300234573201";

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Setting by(const char* secret) { return {.input = {}, .environment = {{"TILIA_SECRET", secret}}}; }

// White loaves (65.00) are M-1's: 20 % are the shop's. Ten came, two were sold on 2 March.
class ConsignCommands : public ::testing::Test {
 protected:
  ConsignCommands() {
    EXPECT_EQ(bakery_.done({"consign", "maker"})["maker"], "M-1");
    bakery_.done({"consign", "agree", "white-loaf", "--maker", "M-1", "--our-share", "20"});
    bakery_.done({"consign", "bring", "white-loaf", "10"});
    bakery_.open_drawer();
    bakery_.done({"sale", "ring", "--till", "T1"},
                 {.input = loaves(sale_id(1), "2", "200.00"), .environment = {}});
  }
  void enter_who() {
    bakery_.done({"consign", "who", "M-1", "-"},
                 {.input = Json{{"legal_name", name}, {"iban", iban}}.dump(), .environment = {}});
  }
  Ran pay(const std::string& file) {
    return bakery_.tilia(
        {"consign", "pay", bakery_.file(file).string(), "--month", "2026-03", "--account", ours});
  }

  PracticeBakery bakery_;
};

TEST_F(ConsignCommands, ListSaysWhatIsThereAndWhatIsOwed) {
  bakery_.done({"consign", "return", "white-loaf", "3"});
  bakery_.done({"consign", "lose", "white-loaf", "1"});
  EXPECT_EQ(bakery_.done({"consign", "count", "white-loaf", "4"})["lost"], "0");
  const Json list = bakery_.done({"consign", "list"});
  const Json& loaf = list["articles"][0];
  EXPECT_EQ(loaf["maker"], "M-1");
  EXPECT_EQ(loaf["sold"], "2");
  EXPECT_EQ(loaf["returned"], "3");
  EXPECT_EQ(loaf["lost"], "1");
  EXPECT_EQ(loaf["left"], "4");
  EXPECT_EQ(loaf["our_share"], "20");
  EXPECT_EQ(list["owed"], "104.00");
  EXPECT_EQ(bakery_.tilia({"consign", "return", "white-loaf", "5"}).error_code(),
            "consignment.not_that_many");
  EXPECT_EQ(bakery_.tilia({"consign", "bring", "roll", "5"}).error_code(),
            "consignment.not_consigned");
  bakery_.done({"journal", "rebuild"});
  EXPECT_EQ(bakery_.done({"consign", "list"}), list);
}

TEST_F(ConsignCommands, TheDayAndTheShopSayItIsOwedAndNotEarned) {
  const Json look = bakery_.done({"day", "look", "--till", "T1"});
  EXPECT_EQ(look["makers_share"], "104.00");
  EXPECT_EQ(look["not_own"]["makers"], "104.00");
  const Json shop = bakery_.done({"shop", "figures", "--from", "2026-03-01", "--to", "2026-03-31"});
  EXPECT_EQ(shop["sales"], "26.00");
  EXPECT_EQ(shop["makers_share"], "104.00");
}

TEST_F(ConsignCommands, AMonthIsPaidByTheFileForTheBankOnceAndTheFileCanBeWrittenAgain) {
  enter_who();
  EXPECT_EQ(pay("early.xml").error_code(), "consignment.not_over");
  bakery_.set_now("2026-04-02T09:00:00+02:00");
  const Ran ran = pay("march.xml");
  ASSERT_EQ(ran.status, 0) << ran.out;
  EXPECT_EQ(ran.json()["payments"][0]["amount"], "104.00");
  const std::string file = bytes_of(bakery_.file("march.xml"));
  for (const char* part : {name, iban, ours, "<InstdAmt Ccy=\"RSD\">104.00</InstdAmt>", "M-1-1"})
    EXPECT_NE(file.find(part), std::string::npos) << part;
  EXPECT_EQ(pay("twice.xml").error_code(), "consignment.nothing_owed");
  EXPECT_FALSE(fs::exists(bakery_.file("twice.xml")));
  bakery_.done({"consign", "bank-file", bakery_.file("again.xml").string(), "--account", ours});
  EXPECT_EQ(bytes_of(bakery_.file("again.xml")), file);
  EXPECT_EQ(bakery_.done({"consign", "list"})["owed"], "0.00");
  bakery_.done({"consign", "unpay", "1"});
  EXPECT_EQ(bakery_.done({"consign", "list"})["owed"], "104.00");
  EXPECT_EQ(bakery_.tilia({"consign", "unpay", "1"}).error_code(), "consignment.reversed_before");
}

TEST_F(ConsignCommands, NobodyIsPaidWhoseAccountIsUnknown) {
  bakery_.set_now("2026-04-02T09:00:00+02:00");
  EXPECT_EQ(pay("march.xml").error_code(), "consign.no_account");
  EXPECT_EQ(bakery_.done({"consign", "list"})["owed"], "104.00") << "nothing was entered";
  enter_who();
  const Ran wrong = bakery_.tilia({"consign", "pay", bakery_.file("m.xml").string(), "--month",
                                   "2026-03", "--account", "AT001904300234573201"});
  EXPECT_EQ(wrong.error_code(), "bad_iban");
  EXPECT_EQ(bakery_.done({"consign", "list"})["owed"], "104.00");
}

TEST_F(ConsignCommands, AStatementIsPaperAndRowsWithANumberOnThem) {
  enter_who();
  const fs::path pdf = bakery_.file("m1.pdf");
  const fs::path csv = bakery_.file("m1.csv");
  const Json stated = bakery_.done({"consign", "statement", "M-1", "--month", "2026-03", "--pdf",
                                    pdf.string(), "--csv", csv.string()});
  EXPECT_EQ(stated["earned"], "104.00");
  EXPECT_EQ(stated["articles"][0]["left"], "8");
  const std::string bytes = bytes_of(pdf);
  const std::string paper =
      reporting::WrittenPdf(reporting::PdfBytes(bytes.begin(), bytes.end())).text();
  EXPECT_NE(paper.find("M-1"), std::string::npos);
  EXPECT_NE(paper.find("104,00"), std::string::npos) << paper;
  EXPECT_EQ(paper.find("Quillfeather"), std::string::npos);
  EXPECT_NE(bytes_of(csv).find("white-loaf,"), std::string::npos);
  EXPECT_NE(bytes_of(csv).find("owed,,,,,,,,,104.00"), std::string::npos);
}

TEST_F(ConsignCommands, OnlyFinanceOpensWhoAMakerIsAndTheAuditorSeesThatItWasOpened) {
  enter_who();
  const auto status = [&](std::vector<std::string> words, const char* who, const char* secret) {
    words.insert(words.end(), {"--as", who});
    return bakery_.tilia(words, by(secret)).status;
  };
  const std::vector<std::string> open{"consign", "who", "M-1"};
  EXPECT_EQ(status(open, "Fox", "111111"), 5);
  EXPECT_EQ(status(open, "Owl", "222222"), 5);
  EXPECT_EQ(status(open, "Bee", "333333"), 5);
  EXPECT_EQ(status({"consign", "list"}, "Fox", "111111"), 5);
  EXPECT_EQ(status({"consign", "list"}, "Owl", "222222"), 0);
  EXPECT_TRUE(bakery_.done({"journal", "reads"})["makers"].empty());
  EXPECT_EQ(status(open, "Dolphin", "444444"), 0);
  const Json noted = bakery_.done({"journal", "reads"})["makers"];
  ASSERT_EQ(noted.size(), 1U);
  EXPECT_EQ(noted[0]["by"], "Dolphin");
  EXPECT_EQ(noted[0]["maker"], "M-1");
}

TEST_F(ConsignCommands, AMakersNameAndAccountStandInNoByteOfTheBookOrABackup) {
  bakery_.write("seen.json", Json{{"legal_name", name}, {"iban", iban}}.dump());
  const auto found_in = [&] {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(bakery_.book().parent_path())) {
      if (!entry.is_regular_file()) continue;
      const std::string bytes = bytes_of(entry.path());
      for (const char* text : {name, "Quillfeather", iban, "260005601001611379"}) {
        if (bytes.find(text) != std::string::npos) found.push_back(entry.path().filename());
      }
    }
    return found;
  };
  ASSERT_EQ(found_in().size(), 4U) << "or the search finds nothing";
  fs::remove(bakery_.file("seen.json"));
  enter_who();
  ASSERT_EQ(bakery_.done({"consign", "who", "M-1"})["iban"], iban) << "it is in the book";
  bakery_.done({"consign", "tags", "white-loaf", "--pdf", bakery_.file("tags.pdf").string()});
  bakery_.done({"consign", "statement", "M-1", "--month", "2026-03", "--pdf",
                bakery_.file("m1.pdf").string()});
  bakery_.done({"backup", "make", bakery_.file("copy.backup").string()});
  bakery_.done({"diagnostics", bakery_.file("facts.txt").string()});
  EXPECT_EQ(found_in(), std::vector<std::string>());
  EXPECT_EQ(bakery_.tilia({"consign", "forget", "M-1"}).error_code(), "consign.still_owed");
}

}  // namespace
}  // namespace tilia::app
