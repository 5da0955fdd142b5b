// A sample of payslips for an outside reader, and a person's copy on paper, on the command line.
#include <gtest/gtest.h>

#include <fstream>

#include "program.h"
#include "tests/reporting/written_pdf.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* her_name = "Invented Name";
constexpr const char* her_number = "0101990710006";
constexpr const char* her_account = "RS35260005601001611379";

reporting::PdfBytes bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// As the file holds it, and as it would stand in a PDF's strings.
bool holds(const reporting::PdfBytes& bytes, const std::string& value) {
  const std::string text(bytes.begin(), bytes.end());
  std::string wide;
  for (const char letter : value) wide += std::string{'\0', letter};
  return text.find(value) != std::string::npos || text.find(wide) != std::string::npos;
}

// Two people with the same work and wage, an approved March and a draft of April.
class OutsideSample : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* alias : {"amber", "heron", "birch"}) {
      bakery_.done({"worker", "add", "--alias", alias});
      bakery_.done(
          {"contract", "add", "--worker", alias, "--from", "2026-03-01", "--gross", "100000.00"});
    }
    bakery_.write("amber.json", std::string(R"({"legal_name":")") + her_name +
                                    R"(","id_number":")" + her_number + R"(","iban":")" +
                                    her_account + "\"}");
    bakery_.done({"person", "identity", "amber", "--set", bakery_.file("amber.json").string()});
    bakery_.set_now("2026-04-30T09:00:00+02:00");
    bakery_.done({"pay", "run", "--month", "2026-03"});
    bakery_.done({"pay", "approve", "--month", "2026-03"});
    bakery_.done({"pay", "run", "--month", "2026-04"});
  }
  static std::vector<std::string> sample(const std::vector<std::string>& more = {},
                                         const char* worker = "amber") {
    std::vector<std::string> words{"person",   "read",     "--month",  "2026-03",  "--recipient",
                                   "Jane Roe", "--clause", "art. 7.2", "--worker", worker};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  [[nodiscard]] Json noted() const {
    Json samples = Json::array();
    const Json all = bakery_.done({"journal", "reads"});
    for (const Json& read : all["reads"]) {
      if (read.contains("recipient")) samples.push_back(read);
    }
    return samples;
  }

  PracticeBakery bakery_;
};

TEST_F(OutsideSample, IsShownByFinanceAndTheAuditorTogetherAndByNeitherAlone) {
  const auto alone = [&](const char* who, const char* secret) {
    std::vector<std::string> words{"--as", who};
    for (const std::string& word : sample()) words.push_back(word);
    return bakery_.tilia(words, {{}, {{"TILIA_SECRET", secret}}}).status;
  };
  EXPECT_EQ(alone("Dolphin", "444444"), 5);
  EXPECT_EQ(alone("Turtle", "555555"), 5);
  EXPECT_EQ(alone("Bee", "333333"), 5);
  EXPECT_EQ(alone("Owl", "222222"), 5);
  const auto together = [&](const char* first, const char* secret, const char* second,
                            const char* other) {
    std::vector<std::string> words{"--as", first, "--with", second};
    for (const std::string& word : sample()) words.push_back(word);
    return bakery_.tilia(words, {{}, {{"TILIA_SECRET", secret}, {"TILIA_SECRET_2", other}}}).status;
  };
  EXPECT_EQ(together("Dolphin", "444444", "Dolphin", "444444"), 5);
  EXPECT_EQ(together("Dolphin", "444444", "Bee", "333333"), 5);
  EXPECT_EQ(together("Bee", "333333", "Turtle", "555555"), 5);
  EXPECT_EQ(together("Dolphin", "444444", "Turtle", "000000"), 5);
  EXPECT_TRUE(noted().empty());
  EXPECT_EQ(together("Dolphin", "444444", "Turtle", "555555"), 0);
  EXPECT_EQ(noted().size(), 1U);
}

TEST_F(OutsideSample, SaysNothingOfWhoSheIsAndIsNotedForTheAuditorAndForHerself) {
  const std::int64_t entries = bakery_.entries();
  const Ran ran = bakery_.tilia(sample({"--worker", "heron"}));
  ASSERT_EQ(ran.status, 0) << ran.out;
  for (const char* value : {her_name, her_number, her_account, "amber", "heron"})
    EXPECT_EQ(ran.out.find(value), std::string::npos) << value;
  const Json shown = ran.json();
  EXPECT_EQ(shown["items"].size(), 2U);
  EXPECT_EQ(shown["items"][0]["item"], 1);
  EXPECT_EQ(shown["items"][0]["gross"], "100000.00");
  EXPECT_EQ(shown["shown_by"], (Json::array({"Dolphin", "Turtle"})));
  const Json samples = noted();
  ASSERT_EQ(samples.size(), 2U) << "birch was not picked";
  EXPECT_EQ(samples[1]["by"], "Dolphin");
  EXPECT_EQ(samples[1]["with"], "Turtle");
  EXPECT_EQ(samples[1]["of"], "amber");
  EXPECT_EQ(samples[1]["month"], "2026-03");
  EXPECT_EQ(samples[1]["recipient"], "Jane Roe");
  EXPECT_EQ(samples[1]["clause"], "art. 7.2");
  EXPECT_EQ(samples[1]["record"], "sample");
  EXPECT_EQ(bakery_.entries(), entries) << "the business journal gets nothing";
  const auto told = [&](const char* alias) {
    int readings = 0;
    const Json copy = bakery_.done({"person", "export", alias});
    for (const Json& read : copy["read_by"])
      readings += read.value("recipient", "") == "Jane Roe" && read["with"] == "Turtle" ? 1 : 0;
    return readings;
  };
  EXPECT_EQ(told("amber"), 1);
  EXPECT_EQ(told("birch"), 0);
}

TEST_F(OutsideSample, WritesCopiesThatAreTheSameWhoeverSheIs) {
  const fs::path one = bakery_.file("one");
  const fs::path other = bakery_.file("other");
  const Json written = bakery_.done(sample({"--copies", one.string()}));
  EXPECT_EQ(written["files"], Json::array({(one / "item-1.pdf").string()}));
  bakery_.done(sample({"--copies", other.string()}, "heron"));
  const auto bytes = bytes_of(one / "item-1.pdf");
  EXPECT_EQ(bytes, bytes_of(other / "item-1.pdf")) << "no byte tells amber from heron";
  const std::string text = reporting::WrittenPdf(bytes).text();
  EXPECT_NE(text.find("••••••••"), std::string::npos) << text;
  for (const char* value : {her_name, her_number, her_account, "amber", "Jane Roe"}) {
    EXPECT_EQ(text.find(value), std::string::npos) << value;
    EXPECT_FALSE(holds(bytes, value)) << value;
  }
  EXPECT_EQ(fs::status(one / "item-1.pdf").permissions() & fs::perms::group_read, fs::perms::none);
  EXPECT_EQ(noted()[0]["record"], "sample_copy");
  const Ran again = bakery_.tilia(sample({"--copies", one.string()}, "heron"));
  EXPECT_EQ(again.error_code(), "copies_there");
  EXPECT_EQ(noted().size(), 2U) << "a refusal opens nothing";
}

TEST_F(OutsideSample, IsRefusedBeforeAnythingIsOpened) {
  const auto code = [&](const std::vector<std::string>& words) {
    return bakery_.tilia(words).error_code();
  };
  const auto asked = [&](const char* month, const char* worker, const std::string& recipient,
                         const char* clause) {
    return code({"person", "read", "--month", month, "--worker", worker, "--recipient", recipient,
                 "--clause", clause, "--copies", bakery_.file("never").string()});
  };
  EXPECT_EQ(asked("2026-03", "amber", " ", "7.2"), "recipient_missing");
  EXPECT_EQ(asked("2026-03", "amber", std::string(81, 'a'), "7.2"), "recipient_unfit");
  EXPECT_EQ(asked("2026-03", "amber", "Jane Roe", ""), "clause_missing");
  EXPECT_EQ(asked("2026-03", "daisy", "Jane Roe", "7.2"), "unknown_worker");
  EXPECT_EQ(asked("2026-04", "amber", "Jane Roe", "7.2"), "not_approved");
  EXPECT_EQ(code(sample({"--worker", "amber"})), "picked_twice");
  EXPECT_TRUE(noted().empty());
  EXPECT_FALSE(fs::exists(bakery_.file("never")));
}

TEST_F(OutsideSample, StandsOnHerOwnPaperWhichLiesBesideTheFile) {
  bakery_.done(sample());
  const fs::path paper = bakery_.file("amber.pdf");
  const Json written = bakery_.done(
      {"person", "export", "amber", bakery_.file("amber.json").string(), "--pdf", paper.string()});
  EXPECT_EQ(written["pdf"], paper.string());
  EXPECT_EQ(bakery_.done({"person", "check", bakery_.file("amber.json").string()})["holds"], true);
  EXPECT_EQ(fs::status(paper).permissions() & fs::perms::group_read, fs::perms::none);
  const auto bytes = bytes_of(paper);
  const std::string text = reporting::WrittenPdf(bytes).text();
  for (const char* said : {her_name, her_number, "Jane Roe", "Dolphin, Turtle"})
    EXPECT_NE(text.find(said), std::string::npos) << said;
  EXPECT_EQ(text.find("Tilia"), std::string::npos);
  EXPECT_FALSE(holds(bytes, "Tilia"));
}

}  // namespace
}  // namespace tilia::app
