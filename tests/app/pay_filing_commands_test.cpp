// What is filed of a month's pay on the command line, and when: sums on the screen, people in the
// file alone.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "program.h"
#include "tests/reporting/written_pdf.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

class PayFiling : public ::testing::Test {
 protected:
  PayFiling() {
    for (const char* alias : {"amber", "birch"}) {
      shop_.done({"worker", "add", "--alias", alias});
      shop_.done(
          {"contract", "add", "--worker", alias, "--from", "2026-03-01", "--gross", "100000.00"});
    }
    shop_.done(
        {"person", "identity", "amber", "--set", "-"},
        {.input = Json{{"legal_name", "Milica Đurić"}, {"id_number", "0101990715017"}}.dump(),
         .environment = {}});
    shop_.set_now("2026-04-01T09:00:00+02:00");
    shop_.done({"pay", "run", "--month", "2026-03"});
  }
  void approve() { shop_.done({"pay", "approve", "--month", "2026-03"}); }
  [[nodiscard]] std::string path(const std::string& name) const {
    return shop_.file(name).string();
  }

  PracticeBakery shop_;
};

TEST_F(PayFiling, IsOfAnApprovedRunAndNamesPeopleInTheFileAlone) {
  EXPECT_EQ(
      shop_.tilia({"pay", "filing", "--month", "2026-03", "--out", path("f.csv")}).error_code(),
      "not_approved");
  EXPECT_FALSE(fs::exists(path("f.csv")));
  approve();
  const Ran ran = shop_.tilia({"pay", "filing", "--month", "2026-03", "--out", path("f.csv")});
  ASSERT_EQ(ran.status, 0) << ran.out << ran.err;
  EXPECT_EQ(ran.out.find("0101990715017"), std::string::npos);
  EXPECT_EQ(ran.out.find("Milica"), std::string::npos);
  EXPECT_EQ(ran.out.find("amber"), std::string::npos);
  const Json form = ran.json()["forms"][0];
  EXPECT_EQ(form["code"], "ppp-pd");
  EXPECT_EQ(form["unverified"], true);
  EXPECT_EQ(form["marks"][1]["value"], "2026-03");
  EXPECT_EQ(form["figures"][1]["name"], "Bruto prihod");
  EXPECT_EQ(form["figures"][1]["value"], "200000.00");
  EXPECT_EQ(ran.json()["due"][0]["day"], "2026-04-02") << "the weekday after the approval";
  std::ifstream in(path("f.csv"));
  const std::string csv{std::istreambuf_iterator<char>(in), {}};
  EXPECT_NE(csv.find("\nMilica Đurić,0101990715017,"), std::string::npos) << csv;
  EXPECT_EQ(fs::status(path("f.csv")).permissions() & fs::perms::all,
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(shop_.tilia({"pay", "filing", "--month", "2026-03", "--form", "x"}).status, 2);
  EXPECT_EQ(shop_.tilia({"pay", "filing", "--month", "2013-12"}).error_code(), "no_filing_known");
}

TEST_F(PayFiling, WhatIsDueIsToldBeforeTheRunIsApproved) {
  Json due = shop_.done({"pay", "due", "--month", "2026-03"})["due"];
  ASSERT_EQ(due.size(), 3U);
  EXPECT_EQ(due[0]["what"], "filing");
  EXPECT_FALSE(due[0].contains("day"));
  due = shop_.done({"pay", "due", "--month", "2026-03", "--on", "2026-04-15"})["due"];
  EXPECT_EQ(due[1]["day"], "2026-04-15");
}

std::string paper_text(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return reporting::WrittenPdf(reporting::PdfBytes(bytes.begin(), bytes.end())).text();
}

TEST_F(PayFiling, AMonthThatIsPaidAgainIsFiledAsItIsNow) {
  approve();
  const std::vector<std::string> bonus{"pay",   "item",     "add",     "--worker",
                                       "amber", "--month",  "2026-03", "--kind",
                                       "bonus", "--amount", "10000.00"};
  EXPECT_EQ(shop_.tilia(bonus).error_code(), "month_approved");
  EXPECT_EQ(shop_.tilia({"pay", "correct", "--month", "2026-04"}).error_code(), "not_approved");
  EXPECT_EQ(shop_.done({"pay", "correct", "--month", "2026-03"})["open"], true);
  EXPECT_EQ(shop_.tilia({"pay", "correct", "--month", "2026-03"}).error_code(), "already_open");
  shop_.done(bonus);
  shop_.set_now("2026-05-04T09:00:00+02:00");
  const Json run = shop_.done({"pay", "run", "--month", "2026-04"});
  EXPECT_EQ(run["corrects"], Json({"2026-03"}));
  const Json difference = run["slips"][0]["differences"][0];
  EXPECT_EQ(difference["month"], "2026-03");
  EXPECT_EQ(difference["payout"], "7010.00");
  EXPECT_EQ(difference["before"]["gross"], "100000.00");
  EXPECT_EQ(difference["now"]["gross"], "110000.00");
  shop_.done({"pay", "approve", "--month", "2026-04"});
  const auto filed = [&](const char* month) {
    return shop_.done({"pay", "filing", "--month", month})["forms"][0]["figures"][1]["value"];
  };
  EXPECT_EQ(filed("2026-03"), "210000.00");
  EXPECT_EQ(filed("2026-04"), "200000.00") << "its own month, not the difference";
  const Json owed = shop_.done({"pay", "contributions", "--month", "2026-04"});
  EXPECT_EQ(owed["contributions"][0]["base"], "210000.00") << "what is paid now";
  const Json law = shop_.done({"pay", "law", "show", "--run", "2026-03"});
  EXPECT_EQ(law["run"], "2026-03");
  EXPECT_GT(law["values"].size(), 10U);
  EXPECT_EQ(shop_.tilia({"pay", "law", "show", "--run", "2026-07"}).error_code(), "no_draft");
  shop_.done({"pay", "slips", "--month", "2026-04", "--pdf", path("slips")});
  const std::string text = paper_text(path("slips/2026-04-amber.pdf"));
  EXPECT_NE(text.find("7 010,00"), std::string::npos) << text;
}

TEST_F(PayFiling, AYearHoldsApprovedMonthsAndNothingElse) {
  const std::vector<std::string> words{
      "pay",   "year",           "--worker",         "amber",  "--year", "2026",
      "--out", path("year.pdf"), "--paper-language", "sr-Cyrl"};
  EXPECT_EQ(shop_.tilia(words).error_code(), "nothing_paid");
  EXPECT_FALSE(fs::exists(path("year.pdf")));
  approve();
  EXPECT_EQ(shop_.done(words)["months"], Json({"2026-03"}));
  const std::string text = paper_text(path("year.pdf"));
  EXPECT_NE(text.find("522,10"), std::string::npos) << text;
  EXPECT_NE(text.find("0101990715017"), std::string::npos) << text;
  EXPECT_NE(text.find("14 000,00"), std::string::npos) << "pension\n" << text;
}

TEST_F(PayFiling, ACertificateHoldsTermsAndChosenWordsAndKeepsNothing) {
  shop_.done(
      {"contract", "add", "--worker", "amber", "--from", "2026-04-01", "--gross", "110000.00"});
  const std::int64_t before = shop_.entries();
  shop_.done({"pay", "certificate", "--worker", "amber", "--job", "baker", "--skill", "till",
              "--skill", "hygiene", "--out", path("work.pdf"), "--paper-language", "en"});
  EXPECT_EQ(shop_.entries(), before);
  const std::string text = paper_text(path("work.pdf"));
  EXPECT_NE(text.find("since 1 March 2026"), std::string::npos) << "one term, not two\n" << text;
  EXPECT_NE(text.find("40 hours a week"), std::string::npos) << text;
  EXPECT_NE(text.find("Running a till"), std::string::npos) << text;
  EXPECT_EQ(text.find("110"), std::string::npos) << "no wage\n" << text;
  EXPECT_EQ(shop_
                .tilia({"pay", "certificate", "--worker", "amber", "--skill", "is nice", "--out",
                        path("x.pdf")})
                .error_code(),
            "not_in_list");
  EXPECT_FALSE(fs::exists(path("x.pdf")));
}

}  // namespace
}  // namespace tilia::app
