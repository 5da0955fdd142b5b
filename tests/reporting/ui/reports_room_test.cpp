// The room Reports on a hand-written book: periods, bills and services, what the gate holds back.
#include "reporting/ui/reports_room.h"

#include <gtest/gtest.h>

#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::reporting {
namespace {

using ui::typed;

const Currency rsd = *Currency::from_code("RSD");
Money dinars(const char* text) { return Money::parse(text, rsd).value(); }

// Remembers what was entered; answers the figures that the test gives it.
class FiguresOfTests final : public FiguresBook {
 public:
  BusinessFigures figures(const Day& from, const Day& to) override {
    BusinessFigures answer = given;
    answer.from = from;
    answer.to = to;
    return answer;
  }
  void enter_expense(const Expense& expense, const Instant&) override {
    entered.push_back(expense);
  }
  std::vector<Expense> expenses(const Day&, const Day&) override { return entered; }
  void enter_service(const ServiceSpending& service, const Instant&) override {
    services.push_back(service);
  }
  std::int64_t enter_release(const std::string&, const Day&, const Day&, const std::string&,
                             const Instant&) override {
    return 1;
  }

  BusinessFigures given{.from = *Day::from(2026, 3, 1),
                        .to = *Day::from(2026, 3, 31),
                        .currency = rsd,
                        .organisation = "Corner Bakery",
                        .practice = true,
                        .shops = 1,
                        .sales_gross = dinars("120000"),
                        .vat = dinars("20000"),
                        .donations = dinars("0"),
                        .running_costs = dinars("70000"),
                        .services = dinars("10000"),
                        .by_service = {},
                        .by_month = {},
                        .month_open = false,
                        .people_at_work = 4,
                        .journal_head = "ab12"};
  std::vector<Expense> entered;
  std::vector<ServiceSpending> services;
};

// Agrees as every book does; of an owner it answers her half of the figures' surplus.
class OwnersOfTests final : public OwnersBook {
 public:
  explicit OwnersOfTests(FiguresOfTests& book) : book_(book) {}
  std::vector<OwnerTerms> owner_terms() override { return agreed; }
  std::optional<OwnersRefusal> agree(const OwnerTerms& terms, const Instant&) override {
    if (const auto fault = fault_of(terms, agreed)) return fault;
    agreed.push_back(terms);
    return std::nullopt;
  }
  Result<BusinessFigures, OwnersRefusal> figures_of(const std::string& owner, const Day& from,
                                                    const Day& to) override {
    if (from != Month::of(from).first_day()) return OwnersRefusal::whole_months;
    BusinessFigures answer = book_.figures(from, to);
    answer.owner = OwnerPart{owner, "North Garden", dinars("15000"), dinars("0")};
    return answer;
  }
  std::vector<OwnerTerms> agreed;

 private:
  FiguresOfTests& book_;
};

class SaverOfTests final : public ReportSaver {
 public:
  std::unique_ptr<ui::LongWork> save(const Day& from, const Day& to, const std::string& owner,
                                     ReportFile kind, const std::filesystem::path& file) override {
    asked = from.text() + " " + to.text() + " " + std::to_string(static_cast<int>(kind)) + " " +
            file.string() + (owner.empty() ? "" : " of " + owner);
    return nullptr;
  }
  std::string asked;
};

class ReportsRoomOf : public testing::Test {
 protected:
  FiguresOfTests book_;
  OwnersOfTests owners_{book_};
  SaverOfTests saver_;
  Zone zone_ = *Zone::named("Europe/Belgrade");
  SetClock clock_{Instant::parse("2026-04-02T09:00Z").value()};
  ReportsRoom room_{book_, owners_, saver_, zone_, clock_, rsd, {true, true}};

  ui::Next press(const std::string& action, const ui::Values& values = {}) {
    return room_.press(action, values);
  }
};

TEST_F(ReportsRoomOf, ShowsTheLastWholeMonthFromSalesToWhatIsCarriedForward) {
  const ui::Page page = room_.page();
  ASSERT_EQ(page.figures.size(), 4U);
  EXPECT_EQ(std::get<Money>(page.figures.at(2).value), dinars("30000"));
  EXPECT_EQ(std::get<Money>(page.table->rows.back().cells.back().text), dinars("20000"));
  EXPECT_TRUE(ui::offers(page, "pdf"));
}

TEST_F(ReportsRoomOf, ShowsNoFigureThatTheGateHoldsBack) {
  book_.given.people_at_work = 2;
  const ui::Page page = room_.page();
  EXPECT_TRUE(page.figures.empty());
  EXPECT_FALSE(page.table.has_value());
  EXPECT_FALSE(ui::offers(page, "pdf"));
  EXPECT_EQ(page.remarks.front().kind, ui::Remark::Kind::mend);
}

TEST_F(ReportsRoomOf, SharesOfSeveralOwnersAreAgreedFromAMonthOnOrNothingIs) {
  press("owners");
  EXPECT_TRUE(ui::says(room_.page(), "office.owners.none"));
  press("new_shares");
  const auto shares = [](const char* second) {
    return typed({{"from", "2026-04"},
                  {"name.1", "North Garden"},
                  {"code.1", "north"},
                  {"share.1", "60"},
                  {"name.2", "South Garden"},
                  {"code.2", "south"},
                  {"share.2", second}});
  };
  press("agree_shares", shares("30"));
  EXPECT_EQ(room_.page().remarks.front().kind, ui::Remark::Kind::mend);
  press("agree_shares", shares("much"));
  EXPECT_FALSE(ui::fault_of(room_.page(), "share.2").empty());
  EXPECT_TRUE(owners_.agreed.empty());
  press("agree_shares", shares("40"));
  ASSERT_EQ(owners_.agreed.size(), 1U);
  EXPECT_EQ(owners_.agreed.front().shares.size(), 2U);
  EXPECT_EQ(room_.page().table->rows.size(), 2U);
}

TEST_F(ReportsRoomOf, OneOwnersReportIsOfHerPartAndOfWholeMonths) {
  owners_.agreed = {{*Month::parse("2026-01"),
                     {{"north", "North Garden", Rate::parse_percent("60").value()},
                      {"south", "South Garden", Rate::parse_percent("40").value()}}}};
  press("period");
  ASSERT_NE(ui::field(room_.page(), "owner"), nullptr);
  press("save_period", typed({{"from", "2026-03-01"}, {"to", "2026-03-31"}, {"owner", "north"}}));
  press("as.pdf", typed({{"path", "/r.pdf"}}));
  EXPECT_EQ(saver_.asked, "2026-03-01 2026-03-31 0 /r.pdf of north");
  EXPECT_EQ(std::get<Money>(room_.page().table->rows.back().cells.back().text), dinars("5000"));
  press("period");
  press("save_period", typed({{"from", "2026-03-02"}, {"to", "2026-03-31"}, {"owner", "north"}}));
  EXPECT_TRUE(room_.page().figures.empty());
  EXPECT_EQ(room_.page().remarks.front().kind, ui::Remark::Kind::mend);
}

TEST_F(ReportsRoomOf, WhatOneOwnerPaidAloneIsNotedAsHers) {
  owners_.agreed = {{*Month::parse("2026-01"),
                     {{"north", "North Garden", Rate::parse_percent("60").value()},
                      {"south", "South Garden", Rate::parse_percent("40").value()}}}};
  press("service");
  press("save_entry", typed({{"day", "2026-04-01"},
                             {"kind", "housing"},
                             {"units", "14"},
                             {"amount", "100"},
                             {"owner", "south"}}));
  ASSERT_EQ(book_.services.size(), 1U);
  EXPECT_EQ(book_.services.front().owner, "south");
}

TEST_F(ReportsRoomOf, SaysThatFiguresAreProvisional) {
  book_.given.month_open = true;
  EXPECT_TRUE(ui::says(room_.page(), "office.report.provisional"));
}

TEST_F(ReportsRoomOf, RefusesAPeriodThatTurnsBackOrLiesAhead) {
  press("period");
  press("save_period", typed({{"from", "2026-03-10"}, {"to", "2026-03-09"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "to"), "office.report.from_after_to");
  press("save_period", typed({{"from", "2026-03-10"}, {"to", "2026-04-03"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "to"), "office.report.in_future");
  press("save_period", typed({{"from", "2026-01-01"}, {"to", "2026-04-02"}}));
  press("pdf");
  press("as.pdf", typed({{"path", "/r.pdf"}}));
  EXPECT_EQ(saver_.asked, "2026-01-01 2026-04-02 0 /r.pdf");
}

TEST_F(ReportsRoomOf, EntersABillOnceItHolds) {
  press("expense");
  press("save_entry", typed({{"day", "2026-04-03"}, {"kind", "rent"}, {"amount", "nothing"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "day"), "office.fault.future");
  EXPECT_EQ(ui::fault_of(room_.page(), "amount"), "office.fault.amount");
  EXPECT_TRUE(book_.entered.empty());
  press("save_entry", typed({{"day", "2026-04-01"}, {"kind", "rent"}, {"amount", "35.000,50"}}));
  ASSERT_EQ(book_.entered.size(), 1U);
  EXPECT_EQ(book_.entered.front().amount, dinars("35000.50"));
  EXPECT_EQ(ui::field(room_.page(), "amount")->value, "") << "ready for the next bill";
}

TEST_F(ReportsRoomOf, CountsServicesInWholeUnits) {
  press("service");
  press("save_entry",
        typed({{"day", "2026-04-01"}, {"kind", "housing"}, {"units", "1.5"}, {"amount", "100"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "units"), "office.fault.count");
  press("save_entry",
        typed({{"day", "2026-04-01"}, {"kind", "housing"}, {"units", "14"}, {"amount", "100"}}));
  ASSERT_EQ(book_.services.size(), 1U);
  EXPECT_EQ(book_.services.front().units, 14);
}

TEST_F(ReportsRoomOf, ShowsBillsAndNoFigureOfTheReportToWhoHoldsNoKeyToWages) {
  ReportsRoom room(book_, owners_, saver_, zone_, clock_, rsd, {true, false});
  EXPECT_TRUE(ui::says(room.page(), "office.report.no_bills"));
  book_.entered.push_back({*Day::from(2026, 3, 2), ExpenseKind::rent, dinars("42000")});
  book_.entered.push_back({*Day::from(2026, 3, 5), ExpenseKind::goods, dinars("8000.50")});
  const ui::Page page = room.page();
  ASSERT_TRUE(page.table.has_value());
  EXPECT_EQ(page.table->rows.size(), 2U);
  ASSERT_EQ(page.figures.size(), 1U);
  EXPECT_EQ(std::get<Money>(page.figures.front().value), dinars("50000.50"));
  EXPECT_FALSE(ui::offers(page, "pdf"));
  EXPECT_TRUE(ui::offers(page, "expense"));
}

TEST_F(ReportsRoomOf, OffersNoEntryToSomebodyWhoOnlyReads) {
  ReportsRoom room(book_, owners_, saver_, zone_, clock_, rsd, {false, true});
  EXPECT_FALSE(ui::offers(room.page(), "expense"));
  static_cast<void>(room.press("expense", {}));
  EXPECT_TRUE(room.page().table.has_value());
}

}  // namespace
}  // namespace tilia::reporting
