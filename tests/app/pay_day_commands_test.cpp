// Pay day on the command line: the file for the bank of an approved run, element by element, and
// who is left out of it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "program.h"
#include "tests/reporting/written_pdf.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* ours = "RS35260005601001611379";
constexpr const char* ambers = "AT611904300234573201";
constexpr const char* birchs = "DE89370400440532013000";

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Amber and birch have accounts, cedar is paid in cash; 73522.10 each in March, approved on
// Wednesday 1 April.
class PayDay : public ::testing::Test {
 protected:
  PayDay() {
    for (const char* alias : {"amber", "birch", "cedar"}) {
      shop_.done({"worker", "add", "--alias", alias});
      shop_.done(
          {"contract", "add", "--worker", alias, "--from", "2026-03-01", "--gross", "100000.00"});
    }
    identity("amber", "Милица Ђурић", ambers);
    identity("birch", "Žofie Nováková", birchs);
    identity("cedar", "Ana Anić", "");
    shop_.done({"invoice", "own", "--iban", ours});
    shop_.set_now("2026-04-01T09:00:00+02:00");
    shop_.done({"pay", "run", "--month", "2026-03"});
  }
  void identity(const std::string& alias, const std::string& name, const std::string& iban) {
    shop_.done({"person", "identity", alias, "--set", "-"},
               {.input = Json{{"legal_name", name}, {"iban", iban}}.dump(), .environment = {}});
  }
  void approve() { shop_.done({"pay", "approve", "--month", "2026-03"}); }
  [[nodiscard]] std::string path(const std::string& name) const {
    return shop_.file(name).string();
  }
  Ran bank_file(const std::string& name, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"pay", "bank-file", path(name), "--month", "2026-03"};
    words.insert(words.end(), more.begin(), more.end());
    return shop_.tilia(words);
  }

  PracticeBakery shop_;
};

// The texts of all elements of that name.
std::vector<std::string> texts(const std::string& xml, const std::string& element) {
  std::vector<std::string> all;
  for (std::size_t at = 0; (at = xml.find('<' + element, at)) != std::string::npos; ++at) {
    if (std::string(" >").find(xml[at + 1 + element.size()]) == std::string::npos) continue;
    const std::size_t begin = xml.find('>', at) + 1;
    all.push_back(xml.substr(begin, xml.find('<', begin) - begin));
  }
  return all;
}

// Elements in the order of the schema, each as often as it stands.
void expect_in_order(const std::string& xml, const std::vector<std::string>& elements) {
  std::size_t at = 0;
  for (const std::string& element : elements) {
    const std::size_t found = xml.find('<' + element, at);
    ASSERT_NE(found, std::string::npos) << element << " is missing after " << xml.substr(at, 40);
    at = found + 1;
  }
}

void expect_texts_a_bank_takes(const std::string& xml) {
  for (const auto& [element, longest] : std::map<std::string, std::size_t>{{"MsgId", 35},
                                                                           {"PmtInfId", 35},
                                                                           {"EndToEndId", 35},
                                                                           {"Nm", 70},
                                                                           {"Ustrd", 140},
                                                                           {"IBAN", 34}}) {
    ASSERT_FALSE(texts(xml, element).empty()) << element;
    for (const std::string& text : texts(xml, element)) {
      EXPECT_FALSE(text.empty()) << element;
      EXPECT_LE(text.size(), longest) << element;
      EXPECT_EQ(text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789-?:().,'+ "),
                std::string::npos)
          << text;
    }
  }
}

TEST_F(PayDay, FileForTheBankHasEveryElementInTheOrderOfTheSchema) {
  approve();
  for (const char* form : {"pain.001.001.09", "pain.001.001.03"}) {
    ASSERT_EQ(bank_file("wages.xml", {"--format", form}).status, 0);
    const std::string xml = bytes_of(path("wages.xml"));
    const bool nine = std::string(form).ends_with("09");
    std::vector<std::string> order{
        fmt::format("Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:{}", form),
        "CstmrCdtTrfInitn",
        "GrpHdr",
        "MsgId",
        "CreDtTm",
        "NbOfTxs",
        "CtrlSum",
        "InitgPty",
        "Nm",
        "PmtInf",
        "PmtInfId",
        "PmtMtd",
        "BtchBookg",
        "NbOfTxs",
        "CtrlSum",
        "PmtTpInf",
        "CtgyPurp",
        "Cd",
        "ReqdExctnDt"};
    if (nine) order.push_back("Dt>2026-04-02<");
    for (const char* next :
         {"Dbtr>", "Nm", "DbtrAcct", "IBAN", "DbtrAgt", "FinInstnId", "Othr", "Id>NOTPROVIDED"})
      order.push_back(next);
    for (int transfer = 0; transfer < 2; ++transfer)
      for (const char* next :
           {"CdtTrfTxInf", "PmtId", "EndToEndId", "Amt", "InstdAmt Ccy=\"RSD\">73522.10<", "Cdtr>",
            "Nm", "CdtrAcct", "IBAN", "RmtInf", "Ustrd>Zarada Mart 2026.<"})
        order.push_back(next);
    expect_in_order(xml, order);
    expect_texts_a_bank_takes(xml);
    EXPECT_EQ(texts(xml, "CtrlSum"), (std::vector<std::string>{"147044.20", "147044.20"}));
    EXPECT_EQ(texts(xml, "NbOfTxs"), (std::vector<std::string>{"2", "2"}));
    EXPECT_EQ(texts(xml, "CdtTrfTxInf").size(), 2U);
    EXPECT_EQ(texts(xml, "IBAN"), (std::vector<std::string>{ours, ambers, birchs}));
    EXPECT_NE(xml.find("<Cd>SALA</Cd>"), std::string::npos);
    for (const char* none : {"SEPA", "SLEV", "PstlAdr", "amber", "birch", "cedar"})
      EXPECT_EQ(xml.find(none), std::string::npos) << none;
  }
}

TEST_F(PayDay, FileForTheBankNamesWhoIsLeftOutAndCanBeWrittenAgain) {
  approve();
  const Json said = bank_file("wages.xml").json();
  EXPECT_EQ(said["format"], "pain.001.001.09");
  EXPECT_EQ(said["sum"], "147044.20");
  EXPECT_EQ(said["transfers"], 2);
  EXPECT_EQ(said["pay_on"], "2026-04-02") << "the weekday after the approval";
  ASSERT_EQ(said["left_out"].size(), 1U);
  EXPECT_EQ(said["left_out"][0]["worker"], "cedar");
  EXPECT_EQ(said["left_out"][0]["why"], "cash");
  const std::string file = bytes_of(path("wages.xml"));
  EXPECT_NE(file.find("<Nm>Milica Djuric</Nm>"), std::string::npos);
  EXPECT_NE(file.find("<Nm>Zofie Novakova</Nm>"), std::string::npos);
  EXPECT_EQ(file.find("Anic"), std::string::npos);
  shop_.set_now("2026-05-04T09:00:00+02:00");
  identity("amber", "Other Name", birchs);
  bank_file("again.xml");
  EXPECT_EQ(bytes_of(path("again.xml")), file) << "a later name or account is of the next run";
  const std::vector<std::string> numbers = texts(file, "EndToEndId");
  EXPECT_EQ(std::set<std::string>(numbers.begin(), numbers.end()).size(), 2U);
}

TEST_F(PayDay, GoesOnForTheOthersWhereANameIsTooLongForTheBank) {
  std::string letters;
  for (int count = 0; count < 36; ++count) letters += "љ";
  identity("amber", letters, ambers);
  shop_.done({"pay", "run", "--month", "2026-03"});
  approve();
  const Json said = bank_file("wages.xml", {"--format", "pain.001.001.03"}).json();
  EXPECT_EQ(said["transfers"], 1);
  EXPECT_EQ(said["left_out"][0]["worker"], "amber");
  EXPECT_EQ(said["left_out"][0]["why"], "name_too_long");
  const std::string sentence = said["left_out"][0]["sentence"];
  EXPECT_NE(sentence.find("amber"), std::string::npos);
  EXPECT_NE(sentence.find("March 2026"), std::string::npos);
  EXPECT_EQ(bank_file("wages.xml").json()["transfers"], 2) << "the newer form takes it";
}

TEST_F(PayDay, FileForTheBankIsOfAnApprovedRunAndAGoodAccountOnly) {
  EXPECT_EQ(bank_file("wages.xml").error_code(), "not_approved");
  approve();
  EXPECT_EQ(bank_file("wages.xml", {"--format", "mt103"}).status, 2);
  EXPECT_EQ(bank_file("wages.xml", {"--account", "RS35260005601001611378"}).error_code(),
            "bad_iban");
  EXPECT_EQ(bank_file("wages.xml", {"--on", "2026-03-31"}).error_code(), "before_approval");
  EXPECT_FALSE(fs::exists(path("wages.xml")));
  EXPECT_EQ(bank_file("wages.xml", {"--on", "2026-04-10", "--account", birchs}).status, 0);
  const std::string xml = bytes_of(path("wages.xml"));
  EXPECT_NE(xml.find("<Dt>2026-04-10</Dt>"), std::string::npos);
  EXPECT_EQ(texts(xml, "IBAN").front(), birchs);
}

TEST_F(PayDay, FileForTheBankSaysWhatIsMissingBeforeAnythingIsWritten) {
  for (const char* alias : {"amber", "birch"}) identity(alias, "Ana Anić", "");
  shop_.done({"pay", "run", "--month", "2026-03"});
  approve();
  EXPECT_EQ(bank_file("wages.xml").error_code(), "nobody_by_bank");
  EXPECT_FALSE(fs::exists(path("wages.xml")));
  PracticeBakery bare;
  EXPECT_EQ(bare.tilia({"pay", "bank-file", path("wages.xml"), "--month", "2026-03"}).error_code(),
            "not_approved");
}

TEST_F(PayDay, FileForABankWithAFormOfItsOwnFollowsATemplate) {
  approve();
  const std::string form = TILIA_SOURCE "/installer/bank-templates/semicolon-windows-1250.toml";
  EXPECT_EQ(bank_file("wages.csv", {"--format", "csv"}).status, 2) << "no template";
  EXPECT_EQ(bank_file("wages.csv", {"--template", form}).status, 2) << "a template of what";
  const Json said = bank_file("wages.csv", {"--format", "csv", "--template", form}).json();
  EXPECT_EQ(said["transfers"], 2);
  EXPECT_EQ(said["sum"], "147044.20");
  EXPECT_EQ(said["left_out"][0]["worker"], "cedar");
  const std::string csv = bytes_of(path("wages.csv"));
  EXPECT_NE(csv.find("260005601001611379;Milica Djuric;1904300234573201;73522,10;RSD;240;Zarada"),
            std::string::npos)
      << csv;
  EXPECT_NE(csv.find(";\x8Eofie Nov\xE1kov\xE1;"), std::string::npos) << csv;
  EXPECT_NE(csv.find(";02.04.2026\r\n"), std::string::npos);
  shop_.write("bad.toml", "separator = \";\"\nsemicolon = true\n");
  const Ran bad = bank_file("bad.csv", {"--format", "csv", "--template", path("bad.toml")});
  EXPECT_EQ(bad.error_code(), "bad_template");
  EXPECT_NE(bad.out.find("bad.toml, letters"), std::string::npos) << bad.out;
  EXPECT_EQ(bank_file("bad.csv", {"--format", "csv", "--template", path("none.toml")}).status, 4);
  EXPECT_FALSE(fs::exists(path("bad.csv")));
}

TEST_F(PayDay, CashIsPackedWithoutNamesAndSignedForOnAPageOfOnesOwn) {
  identity("birch", "Žofie Nováková", "");
  shop_.done({"pay", "run", "--month", "2026-03"});
  EXPECT_EQ(shop_.tilia({"pay", "cash-list", "--month", "2026-03", "--pdf", path("cash.pdf")})
                .error_code(),
            "not_approved");
  approve();
  const Json said =
      shop_.done({"pay", "cash-list", "--month", "2026-03", "--pdf", path("cash.pdf")});
  ASSERT_EQ(said["envelopes"].size(), 2U);
  EXPECT_EQ(said["envelopes"][0]["net"], "73522.10");
  EXPECT_EQ(said["envelopes"][0]["cash"], "73523.00");
  EXPECT_EQ(said["envelopes"][0]["more_than_net"], "0.90");
  EXPECT_EQ(said["cash"], "147046.00");
  EXPECT_EQ(said["more_than_net"], "1.80");
  EXPECT_EQ(said["to_fetch"][0]["piece"], "5000.00");
  EXPECT_EQ(said["to_fetch"][0]["count"], 28);
  const std::string bytes = bytes_of(path("cash.pdf"));
  const std::string paper =
      reporting::WrittenPdf(reporting::PdfBytes(bytes.begin(), bytes.end())).text();
  std::vector<std::string> pages(1);
  for (const char letter : paper) {
    if (letter == '\f')
      pages.emplace_back();
    else
      pages.back() += letter;
  }
  ASSERT_EQ(pages.size(), 4U) << "the list, two slips, and the end of the file";
  for (const char* none : {"Anić", "Nováková", "birch", "cedar", "amber"})
    EXPECT_EQ(pages[0].find(none), std::string::npos) << none;
  EXPECT_NE(pages[0].find("523,00"), std::string::npos) << pages[0];
  EXPECT_NE(pages[0].find("046,00"), std::string::npos);
  for (const std::string& slip : {pages[1], pages[2]}) {
    EXPECT_NE(slip.find("Anić") == std::string::npos, slip.find("Nováková") == std::string::npos)
        << "one worker on each";
    EXPECT_NE(slip.find("523,00"), std::string::npos);
    EXPECT_NE(slip.find("0,90"), std::string::npos) << "what is more than the wage is said";
    EXPECT_EQ(slip.find("046,00"), std::string::npos);
  }
}

TEST_F(PayDay, CashIsNothingWhereEverybodyHasAnAccount) {
  identity("cedar", "Ana Anić", ours);
  shop_.done({"pay", "run", "--month", "2026-03"});
  approve();
  EXPECT_EQ(shop_.tilia({"pay", "cash-list", "--month", "2026-03", "--pdf", path("cash.pdf")})
                .error_code(),
            "nobody_in_cash");
  EXPECT_FALSE(fs::exists(path("cash.pdf")));
}

TEST_F(PayDay, ContributionsAreSumsOfEachFundAndTheTaxWithNobodyInThem) {
  const std::vector<std::string> words{"pay",     "contributions", "--month",
                                       "2026-03", "--csv",         path("owed.csv")};
  EXPECT_EQ(shop_.tilia(words).error_code(), "not_approved");
  approve();
  const Json said = shop_.done(words);
  Json pension;
  for (const Json& one : said["contributions"])
    if (one["code"] == "SRB_PIO_EE") pension = one;
  EXPECT_EQ(pension["base"], "300000.00");
  EXPECT_EQ(pension["employee"], "42000.00");
  EXPECT_EQ(pension["total"], "42000.00");
  EXPECT_EQ(said["tax"]["amount"], "19733.70");
  const std::string csv = bytes_of(path("owed.csv"));
  EXPECT_NE(csv.find("\nSRB_PIO_EE,pension,300000.00,42000.00,0.00,42000.00,RSD\n"),
            std::string::npos)
      << csv;
  for (const char* none : {"amber", "birch", "cedar", "Nov"})
    EXPECT_EQ((csv + said.dump()).find(none), std::string::npos) << none;
}

TEST_F(PayDay, SumsAreRefusedWhereSomebodyWhoWasPaidIsNoLongerInTheBook) {
  approve();
  shop_.done({"worker", "end", "--alias", "birch", "--on", "2026-03-31"});
  shop_.done({"person", "erase", "birch", "--nothing-to-keep"});
  EXPECT_EQ(shop_.tilia({"pay", "contributions", "--month", "2026-03"}).error_code(),
            "somebody_left");
  EXPECT_EQ(shop_.tilia({"pay", "ledger", path("w.journal"), "--month", "2026-03"}).error_code(),
            "somebody_left");
  EXPECT_FALSE(fs::exists(path("w.journal")));
}

TEST_F(PayDay, LedgerEntryBalancesUnderOursOrOnesOwnAccounts) {
  const auto ledger = [&](const std::string& name, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"pay", "ledger", path(name), "--month", "2026-03"};
    words.insert(words.end(), more.begin(), more.end());
    return shop_.tilia(words);
  };
  EXPECT_EQ(ledger("wages.journal").error_code(), "not_approved");
  approve();
  const Json said = ledger("wages.journal").json();
  EXPECT_EQ(said["postings"][0]["amount"], "300000.00");
  const std::string journal = path("wages.journal");
  for (const std::string program : {"ledger", "hledger"})
    EXPECT_EQ(std::system((program + " -f " + journal + " balance >/dev/null 2>&1").c_str()), 0)
        << program << bytes_of(journal);
  EXPECT_EQ(ledger("wages.csv", {"--format", "csv"}).status, 0);
  EXPECT_NE(
      bytes_of(path("wages.csv")).find("\n2026-03-31,Expenses:Wages,300000.00,,RSD,2026-03\n"),
      std::string::npos);
  shop_.write("mine.toml",
              "wages_expense = \"520\"\ncontributions_expense = \"521\"\n"
              "tax_payable = \"451\"\ncontributions_payable = \"452\"\n"
              "net_wages_payable = \"450\"\nadvances = \"2\"\n"
              "taken_off_payable = \"454\"\n");
  EXPECT_EQ(ledger("mine.journal", {"--accounts", path("mine.toml")}).status, 0);
  EXPECT_NE(bytes_of(path("mine.journal")).find("    452:SRB_PIO_EE "), std::string::npos);
  shop_.write("bad.toml", "wages_expense = \"520\"\n");
  EXPECT_EQ(ledger("bad.journal", {"--accounts", path("bad.toml")}).error_code(), "bad_accounts");
  EXPECT_EQ(ledger("bad.journal", {"--format", "xml"}).status, 2);
  EXPECT_FALSE(fs::exists(path("bad.journal")));
}

TEST_F(PayDay, IsForWhoeverHoldsThePayrollKey) {
  approve();
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"bank-file", path("out")},
                                             {"cash-list", "--pdf", path("out")},
                                             {"contributions", "--csv", path("out")},
                                             {"ledger", path("out")}}) {
    const auto status = [&](const char* who, const char* secret) {
      std::vector<std::string> all{"pay"};
      all.insert(all.end(), words.begin(), words.end());
      all.insert(all.end(), {"--month", "2026-03", "--as", who});
      return shop_.tilia(all, {.input = {}, .environment = {{"TILIA_SECRET", secret}}}).status;
    };
    EXPECT_EQ(status("Fox", "111111"), 5) << words.front();
    EXPECT_EQ(status("Owl", "222222"), 5) << words.front();
    EXPECT_FALSE(fs::exists(path("out"))) << words.front();
    EXPECT_EQ(status("Bee", "333333"), 0) << words.front();
    fs::remove(path("out"));
  }
}

}  // namespace
}  // namespace tilia::app
