// A person's own copy as paper: everything that the file says, in her language, and no program's
// name.
#include "app/person_paper.h"

#include <gtest/gtest.h>

#include "payroll/cost_record_file.h"
#include "tests/reporting/sample_papers.h"
#include "tests/reporting/written_pdf.h"

namespace tilia::app {
namespace {

using reporting::day_of;
using reporting::expect_golden;
using reporting::rsd_of;
using reporting::WrittenPdf;

Zone belgrade() { return *Zone::named("Europe/Belgrade"); }
Month month_of(const char* text) { return Month::parse(text).value(); }

class CopyOnPaper : public testing::Test {
 protected:
  CopyOnPaper() {
    for (const char* name : {"Dolphin", "Turtle"})
      file_.users.push_back({.id = payroll::UserId::mint(chance_),
                             .name = name,
                             .picture = "🐢",
                             .role = db::Role::auditor});
  }
  void fill() {
    file_.copy.identity = {"Александра Миленковић-Живојиновић од Горње Трепче", "0101990710006",
                           "RS35260005601001611379", day_of("1990-01-01")};
    file_.copy.contracts = {{worker_, day_of("2026-01-01"), day_of("2026-02-28"),
                             payroll::PayBasis::monthly, rsd_of("90000.00"), 40 * 60},
                            {worker_, day_of("2026-03-01"), std::nullopt, payroll::PayBasis::hourly,
                             rsd_of("650.00"), 20 * 60}};
    for (int day = 1; day <= 20; ++day)
      file_.copy.hours.push_back({day_of("2026-01-31").plus_days(day), 450});
    file_.copy.slips = {slip("2026-02", true), slip("2026-03", false)};
    file_.copy.punches = {
        {"amber", payroll::Punch::Kind::in, Instant::parse("2026-03-02T06:00Z").value()},
        {"amber", payroll::Punch::Kind::out, Instant::parse("2026-03-02T14:00Z").value()}};
  }
  payroll::PersonSlip slip(const char* month, bool approved) {
    payroll::PayRunSlip one{{file_.copy.contracts.front(), 9000, payroll_slip()},
                            file_.copy.worker,
                            file_.copy.identity};
    return {month_of(month), approved, std::move(one)};
  }
  static payroll::Payslip payroll_slip() {
    const Money zero = Money::zero(reporting::rsd());
    return {.country = "RS",
            .on = day_of("2026-02-28"),
            .gross = rsd_of("100000.00"),
            .special = zero,
            .lines = {},
            .free = {},
            .deductions = {},
            .tax_base_rounding = {Rounding::half_up, rsd_of("0.01")},
            .taxes = {},
            .tax_base = zero,
            .tax = zero,
            .net = rsd_of("73522.10"),
            .employer_cost = zero,
            .assumed = {},
            .unverified = {},
            .under_minimum_by = {},
            .better_at = {}};
  }
  void read(int times, std::optional<payroll::OutsideReading> outside = {}) {
    for (int at = 0; at < times; ++at)
      file_.reads.push_back(
          {.at = Instant::from_unix_milliseconds(1'775'000'000'000 + at * 60'000),
           .by = file_.users[0].id,
           .of = worker_,
           .record = outside ? payroll::ReadRecord::sample : payroll::ReadRecord::payslip,
           .outside = outside});
  }
  reporting::PdfBytes paper(Language language) {
    return reporting::document_pdf(
        person_document(file_, reporting::words_of(language), belgrade()), reporting::typeface());
  }

  SeededChance chance_{3};
  payroll::WorkerId worker_ = payroll::WorkerId::mint(chance_);
  PersonFile file_{.organisation = "Udruženje „Lipa“ – pekara na uglu",
                   .made_at = Instant::parse("2026-04-02T09:00Z").value(),
                   .made_by = {"Dolphin", "Turtle"},
                   .copy = {.worker = {worker_, "amber", "🍁", std::nullopt},
                            .identity = {},
                            .contracts = {},
                            .hours = {},
                            .punches = {},
                            .slips = {},
                            .funding = "{}"},
                   .reads = {},
                   .users = {}};
};

TEST_F(CopyOnPaper, SaysWhatIsHeldInEachLanguage) {
  fill();
  read(2);
  read(1,
       payroll::OutsideReading{file_.users[1].id, month_of("2026-02"), "Џејн Ро, ревизор", "7.2"});
  for (const Language language : all_languages())
    expect_golden(paper(language), "person-copy-" + std::string(language_tag(language)));
  const std::string text = WrittenPdf(paper(Language::serbian_cyrillic)).text();
  for (const char* said :
       {"Александра", "Горње Трепче", "0101990710006", "RS35 2600 0560 1001 6113 79", "150:00",
        "000,00 RSD", "522,10 RSD", "Џејн Ро, ревизор"})
    EXPECT_NE(text.find(said), std::string::npos) << said;
}

TEST_F(CopyOnPaper, SaysWhatEachMonthCostAndWhoBearsIt) {
  const Money cost = rsd_of("110500.00");
  file_.copy.funding = payroll::cost_record_text(
      {{{month_of("2026-03"), payroll::PayRunId::mint(chance_), cost, {{"own", cost}}}}});
  const std::string text = WrittenPdf(paper(Language::english)).text();
  EXPECT_NE(text.find("March 2026: 110 500.00 RSD, borne by the"), std::string::npos) << text;
}

TEST_F(CopyOnPaper, SaysOfShiftsAsksAndDaysOffThatTheyAreHeld) {
  const Day first = day_of("2026-03-02");
  for (int day = 0; day < 3; ++day)
    file_.copy.shifts.push_back({.id = payroll::PlannedShiftId::mint(chance_),
                                 .worker = worker_,
                                 .day = first.plus_days(day),
                                 .time = {480, 960},
                                 .breaks = {},
                                 .shop = "",
                                 .station = ""});
  file_.copy.leave_asks.push_back({.id = payroll::HoursAskId::mint(chance_),
                                   .worker = worker_,
                                   .at = file_.made_at,
                                   .leave = {day_of("2026-07-01"), day_of("2026-07-10")}});
  file_.copy.hours_record.absences = {
      {day_of("2026-07-01"), day_of("2026-07-10"), payroll::AbsenceKind::paid}};
  const std::string text = WrittenPdf(paper(Language::english)).text();
  for (const char* said :
       {"Shifts on the plan", "3 entries", "What you asked for", "1 request", "Days off"})
    EXPECT_NE(text.find(said), std::string::npos) << said << "\n" << text;
  const Json held = person_json(file_)["held"];
  EXPECT_EQ(held["shifts"].size(), 3U);
  EXPECT_EQ(held["asks"][0]["to"], "2026-07-10");
  EXPECT_EQ(held["own_hours"]["absences"][0]["from"], "2026-07-01");
}

TEST_F(CopyOnPaper, SaysWhatSheBringsAndWhatStandsBesideTheWage) {
  file_.copy.pay_details.brought[day_of("2026-01-01")] = {{"children", "2"}};
  file_.copy.pay_details.items = {{payroll::PayItemId::mint(chance_), month_of("2026-03"),
                                   payroll::PayItem::Kind::advance, rsd_of("5000.00")}};
  const std::string text = WrittenPdf(paper(Language::english)).text();
  for (const char* said : {"What you bring to your pay", "children = 2", "Beside the wage",
                           "March 2026: Paid already, 5"})
    EXPECT_NE(text.find(said), std::string::npos) << said << "\n" << text;
  const Json held = person_json(file_)["held"]["pay_details"];
  EXPECT_EQ(held["brings"][0]["set"]["children"], "2");
  EXPECT_EQ(held["items"][0]["kind"], "advance");
  EXPECT_EQ(held["items"][0]["amount"], "5000.00");
}

TEST_F(CopyOnPaper, OfAnEmptyRecordSaysThatNothingIsHeld) {
  expect_golden(paper(Language::english), "person-copy-empty");
  const std::string text = WrittenPdf(paper(Language::english)).text();
  EXPECT_NE(text.find("Nothing is held here."), std::string::npos);
}

TEST_F(CopyOnPaper, ListsFortyReadingsOverTwoPagesEachUnderItsHeading) {
  fill();
  read(40);
  file_.reads.push_back({.at = file_.made_at,
                         .by = file_.users[1].id,
                         .of = payroll::WorkerId::mint(chance_),
                         .record = payroll::ReadRecord::copy,
                         .outside = {}});
  const std::string text = WrittenPdf(paper(Language::english)).text();
  std::size_t readings = 0;
  for (std::size_t at = text.find("Dolphin "); at != std::string::npos;
       at = text.find("Dolphin ", at + 1))
    ++readings;
  EXPECT_EQ(readings, 40U);
  EXPECT_EQ(text.find("a copy of everything"), std::string::npos) << "that was somebody else's";
  expect_golden(paper(Language::serbian_latin), "person-copy-forty");
}

TEST_F(CopyOnPaper, NamesNoProgram) {
  fill();
  const auto bytes = paper(Language::english);
  const WrittenPdf written(bytes);
  for (const std::string& text :
       {written.text(), written.about(), std::string(bytes.begin(), bytes.end())})
    EXPECT_EQ(text.find("Tilia"), std::string::npos);
}

TEST_F(CopyOnPaper, LiesBesideTheFileUnderTheSameStem) {
  EXPECT_EQ(paper_beside("/to/amber.json"), "/to/amber.pdf");
  EXPECT_EQ(copy_beside("/to/amber.json"), "/to/amber.json");
  EXPECT_EQ(paper_beside("/to/amber.pdf"), "/to/amber.pdf");
  EXPECT_EQ(copy_beside("/to/amber.pdf"), "/to/amber.json");
}

}  // namespace
}  // namespace tilia::app
