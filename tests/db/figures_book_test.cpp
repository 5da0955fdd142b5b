#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "db/book_fault.h"
#include "db/figures_book_sqlite.h"
#include "db/journal.h"
#include "db/journal_tree.h"
#include "db/month_cost.h"
#include "db/short_head.h"
#include "reporting/revenue_to_services.h"
#include "tests/db/keys_of_tests.h"

namespace tilia::db {
namespace {

using reporting::BusinessFigures;
using reporting::ExpenseKind;
using reporting::ServiceKind;

const Instant now = Instant::parse("2026-04-01T10:00:00Z").value();

Currency rsd() { return Currency::from_code("RSD").value(); }
Money money(std::int64_t minor) { return Money::from_minor(minor, rsd()); }
Day day(const char* text) { return Day::parse(text).value(); }

// A practice book of one bakery. Days of sale, hours and approved pay are put in as the rows that
// till and pay make.
class FiguresBookTest : public ::testing::Test {
 protected:
  FiguresBookTest()
      : file_(BookFile::in_memory({.station = "office"},
                                  [](WriteTransaction& change) {
                                    change.connection().script(
                                        "INSERT INTO organisation VALUES (1, 'Lipa', '', '', 'RS',"
                                        " 'Europe/Belgrade', 'sr-Latn', 'RSD', 1, 1)");
                                  })),
        keys_(finance_keys(*file_)),
        figures_(*file_, keys_) {}

  void run(const std::string& sql) {
    WriteTransaction change(*file_);
    change.connection().script(sql);
    change.commit();
  }

  // A session of one day and its sums.
  void sell(const std::string& on, const std::string& till, std::int64_t gross, std::int64_t vat,
            std::int64_t donations, bool closed = true) {
    WriteTransaction change(*file_);
    const auto entry =
        append_to_journal(change, {.kind = "session.tested", .at = now, .payload = "{}"}).position;
    change.connection().script(fmt::format(
        "INSERT OR IGNORE INTO shop (name, kind, till) VALUES ('{1}', 'bakery', '{1}');"
        "INSERT INTO drawer_session VALUES ({0}, randomblob(16), '{1}', {0}, '{2}', 0, 'RSD', 0,"
        " NULL, NULL, NULL, NULL, '', '', NULL, NULL);"
        "INSERT INTO session_figures (session, donations) VALUES ({0}, {3});"
        "INSERT INTO session_vat VALUES ({0}, 'standard', 200000, {4}, {5}, {6})",
        entry, till, on, donations, gross, gross - vat, vat));
    if (closed)
      change.connection().run(
          "UPDATE drawer_session SET closed_at = 0, expected = 0, counted = 0, sheet = number,"
          " head = randomblob(32) WHERE entry = ?",
          entry);
    change.commit();
  }
  void work(int worker, const std::string& on) {
    run(
        fmt::format("INSERT OR IGNORE INTO worker VALUES (CAST('worker-{0:09}' AS BLOB), 'w{0}',"
                    " '', NULL);"
                    "INSERT INTO worker_day VALUES (CAST('worker-{0:09}' AS BLOB), '{1}', 480)",
                    worker, on));
  }
  void approve_pay(const std::string& month, std::int64_t cost) {
    WriteTransaction change(*file_);
    insert_month_cost(change.connection(), keys_, Month::parse(month).value(), money(cost));
    change.commit();
  }
  BusinessFigures march() { return figures_.figures(day("2026-03-01"), day("2026-03-31")); }

  std::unique_ptr<BookFile> file_;
  KeyRing keys_;
  FiguresBookSqlite figures_;
};

TEST_F(FiguresBookTest, PutsWagesIntoRunningCosts) {
  sell("2026-03-02", "T1", 120'000'00, 20'000'00, 500'00);
  figures_.enter_expense({day("2026-03-05"), ExpenseKind::goods, money(30'000'00)}, now);
  figures_.enter_expense({day("2026-03-31"), ExpenseKind::rent, money(10'000'00)}, now);
  figures_.enter_service({day("2026-03-20"), ServiceKind::housing, 4, money(8'000'00)}, now);
  approve_pay("2026-03", 45'000'00);
  const BusinessFigures sums = march();
  EXPECT_EQ(sums.organisation, "Lipa");
  EXPECT_TRUE(sums.practice);
  EXPECT_EQ(sums.shops, 1);
  EXPECT_EQ(sums.sales_gross, money(120'000'00));
  EXPECT_EQ(sums.vat, money(20'000'00));
  EXPECT_EQ(sums.donations, money(500'00));
  EXPECT_EQ(sums.running_costs, money(85'000'00));
  EXPECT_EQ(sums.services, money(8'000'00));
  EXPECT_EQ(draw_up_revenue_to_services(sums).carried_forward, money(7'500'00));
  EXPECT_FALSE(sums.month_open);
}

TEST_F(FiguresBookTest, WhatIsTheMakersIsOwedAndNotEarnedAndTheSumsClose) {
  sell("2026-03-02", "T1", 120'000'00, 20'000'00, 0, false);
  run("UPDATE session_figures SET makers_share = 1500000");
  run("INSERT INTO maker VALUES (1, '2026-03-01');"
      "INSERT INTO consigned_article VALUES (1, 'cap', 1);"
      "INSERT INTO consignment_move SELECT max(position), 'cap', 'lost', 1000, 1000, 100000,"
      " '2026-03-31' FROM journal");
  const BusinessFigures sums = march();
  EXPECT_EQ(sums.makers_share, money(15'000'00));
  EXPECT_EQ(sums.sales_gross + *sums.makers_share, money(120'000'00)) << "what customers paid";
  EXPECT_EQ(sums.by_month.at(0).sales_gross, sums.sales_gross);
  EXPECT_EQ(sums.vat, money(20'000'00)) << "on the whole price";
  EXPECT_EQ(sums.running_costs, money(1'000'00)) << "for what was lost";
  EXPECT_EQ(draw_up_revenue_to_services(sums).surplus, money(84'000'00));
  EXPECT_FALSE(figures_.figures(day("2026-04-01"), day("2026-04-30")).makers_share);
}

TEST_F(FiguresBookTest, TwoOwnersReportsAddUpToTheWholeAndNeitherShowsTheOthersServices) {
  using reporting::OwnersRefusal;
  const auto agree = [&](const char* from, const char* north, const char* south) {
    return figures_.agree({Month::parse(from).value(),
                           {{"north", "North", Rate::parse_percent(north).value()},
                            {"south", "South", Rate::parse_percent(south).value()}}},
                          now);
  };
  ASSERT_FALSE(agree("2026-02", "60", "40"));
  ASSERT_FALSE(agree("2026-03", "50", "50"));
  EXPECT_EQ(agree("2026-03", "70", "30"), OwnersRefusal::not_after);
  sell("2026-02-10", "T1", 120'000'00, 20'000'00, 500'00);
  sell("2026-03-02", "T1", 60'000'01, 10'000'00, 0);
  figures_.enter_expense({day("2026-02-05"), ExpenseKind::goods, money(30'000'00)}, now);
  const auto serve = [&](const char* on, ServiceKind kind, std::int64_t minor, const char* owner) {
    figures_.enter_service({day(on), kind, 2, money(minor), owner}, now);
  };
  serve("2026-02-20", ServiceKind::housing, 8'000'00, "north");
  serve("2026-03-20", ServiceKind::counselling, 3'000'00, "south");
  serve("2026-03-21", ServiceKind::training, 1'000'01, "");
  const Day from = day("2026-02-01");
  const Day to = day("2026-03-31");
  const BusinessFigures north = figures_.figures_of("north", from, to).value();
  const BusinessFigures south = figures_.figures_of("south", from, to).value();
  EXPECT_EQ(north.owner->surplus, money(42'000'00 + 25'000'01)) << "the odd cent to the first";
  ASSERT_EQ(north.by_service.size(), 1U);
  EXPECT_EQ(north.by_service.at(0).kind, ServiceKind::housing);
  ASSERT_EQ(south.by_service.size(), 1U);
  EXPECT_EQ(south.by_service.at(0).kind, ServiceKind::counselling);
  EXPECT_EQ(north.by_month.at(1).services, north.owner->common_services);
  const auto carried = [](const BusinessFigures& sums) {
    return draw_up_revenue_to_services(sums).carried_forward;
  };
  EXPECT_EQ(carried(north) + carried(south), carried(figures_.figures(from, to)));
  EXPECT_EQ(figures_.figures_of("east", from, to).refusal(), OwnersRefusal::unknown_owner);
  EXPECT_EQ(figures_.figures_of("north", day("2026-02-02"), to).refusal(),
            OwnersRefusal::whole_months);
  EXPECT_EQ(figures_.figures_of("north", day("2026-01-01"), to).refusal(),
            OwnersRefusal::before_terms);
  const auto before = figures_.owner_terms();
  rebuild_projections(*file_, {figures_projection()});
  EXPECT_EQ(figures_.owner_terms(), before);
  EXPECT_EQ(figures_.figures_of("north", from, to).value().services, north.services);
}

TEST_F(FiguresBookTest, CountsTheLastDayAndNothingBeyondThePeriod) {
  sell("2026-02-28", "T1", 1'00, 0, 1'00);
  sell("2026-03-01", "T1", 2'00, 0, 2'00);
  sell("2026-03-31", "T1", 4'00, 0, 4'00);
  sell("2026-04-01", "T1", 8'00, 0, 8'00);
  figures_.enter_expense({day("2026-02-28"), ExpenseKind::other, money(16'00)}, now);
  figures_.enter_expense({day("2026-03-31"), ExpenseKind::other, money(32'00)}, now);
  approve_pay("2026-02", 64'00);
  approve_pay("2026-03", 128'00);
  approve_pay("2026-04", 256'00);
  const BusinessFigures sums = march();
  EXPECT_EQ(sums.sales_gross, money(6'00));
  EXPECT_EQ(sums.donations, money(6'00));
  EXPECT_EQ(sums.running_costs, money(160'00));
}

TEST_F(FiguresBookTest, AMonthWithoutApprovedPayOrWithAnOpenDrawerIsProvisional) {
  EXPECT_FALSE(march().month_open);
  work(1, "2026-03-10");
  EXPECT_TRUE(march().month_open);
  approve_pay("2026-03", 50'000'00);
  EXPECT_FALSE(march().month_open);
  // Half a month of hours whose wages belong to the month's last day:
  EXPECT_TRUE(figures_.figures(day("2026-03-01"), day("2026-03-15")).month_open);
  EXPECT_EQ(figures_.figures(day("2026-03-01"), day("2026-03-15")).running_costs, money(0));
  sell("2026-03-31", "T1", 1'00, 0, 0, false);
  EXPECT_TRUE(march().month_open);
}

TEST_F(FiguresBookTest, AMonthOfSomebodyEmployedIsProvisionalUntilItIsPaid) {
  run("INSERT INTO worker VALUES (randomblob(16), 'amber', '', NULL);"
      "INSERT INTO contract SELECT worker, '2026-03-16', NULL, 2400"
      " FROM worker");
  EXPECT_FALSE(figures_.figures(day("2026-02-01"), day("2026-02-28")).month_open);
  EXPECT_TRUE(march().month_open);
  approve_pay("2026-03", 1);
  EXPECT_FALSE(march().month_open);
}

TEST_F(FiguresBookTest, CountsPeopleOnceHoweverOftenTheyWorked) {
  work(1, "2026-03-10");
  work(1, "2026-03-11");
  work(2, "2026-03-10");
  work(3, "2026-04-01");
  EXPECT_EQ(march().people_at_work, 2);
}

TEST_F(FiguresBookTest, EverySumEqualsItsPartsAndIndependentSql) {
  constexpr unsigned seed = 40;
  std::mt19937_64 random(seed);
  const auto below = [&random](int bound) {
    return static_cast<int>(random() % static_cast<unsigned>(bound));
  };
  for (int entry = 0; entry < 120; ++entry) {
    const Day on = day("2025-12-15").plus_days(below(140));
    const int gross = below(5'000'00);
    sell(on.text(), fmt::format("T{}", 1 + below(3)), gross, gross / 6, below(100));
    figures_.enter_expense({on, static_cast<ExpenseKind>(below(5)), money(1 + below(900'00))}, now);
    figures_.enter_service(
        {on, static_cast<ServiceKind>(below(5)), below(20), money(1 + below(700'00))}, now);
  }
  const BusinessFigures sums = figures_.figures(day("2026-01-01"), day("2026-03-31"));
  const auto sum = [this](const char* of) {
    return money(file_->writer().number(
        fmt::format("SELECT sum({} ", of).append("BETWEEN '2026-01-01' AND '2026-03-31'")));
  };
  EXPECT_EQ(sums.sales_gross, sum("net + vat) FROM day_summary WHERE business_day")) << seed;
  EXPECT_EQ(sums.vat, sum("gross - net) FROM day_summary WHERE business_day"));
  EXPECT_EQ(sums.running_costs, sum("amount) FROM expense WHERE day"));
  EXPECT_EQ(sums.services, sum("amount) FROM service_spending WHERE day"));
  EXPECT_EQ(sums.shops, 3);
  Money by_month = money(0);
  Money services_by_month = money(0);
  for (const auto& month : sums.by_month) {
    by_month += month.sales_gross;
    services_by_month += month.services;
  }
  Money by_service = money(0);
  for (const auto& service : sums.by_service) by_service += service.amount;
  EXPECT_EQ(sums.by_month.size(), 3U);
  EXPECT_EQ(by_month, sums.sales_gross);
  EXPECT_EQ(services_by_month, sums.services);
  EXPECT_EQ(by_service, sums.services);
}

TEST_F(FiguresBookTest, NumbersReleasesWithoutAGapAndChainsThem) {
  const auto release = [this](const char* digest) {
    return figures_.enter_release("revenue-to-services", day("2026-03-01"), day("2026-03-31"),
                                  digest, now);
  };
  EXPECT_EQ(release("aa"), 1);
  EXPECT_EQ(release("bb"), 2);
  EXPECT_EQ(release("cc"), 3);
  EXPECT_EQ(first_broken_release(file_->writer()), 0);
  run("DROP TRIGGER release_is_posted; UPDATE release SET digest = 'dd' WHERE number = 2");
  EXPECT_EQ(first_broken_release(file_->writer()), 2);
}

TEST_F(FiguresBookTest, ShowTheHeadOfTheWholeBook) {
  figures_.enter_expense({day("2026-03-05"), ExpenseKind::energy, money(1)}, now);
  const std::string head = march().journal_head;
  const BookRoot book = book_root(trees_now(file_->writer()));
  EXPECT_EQ(book.size, file_->writer().number("SELECT count(*) FROM journal"));
  EXPECT_EQ(head, short_head_text("ALL", book.size, book.root));
  EXPECT_EQ(march().journal_head, head);
  figures_.enter_expense({day("2026-03-05"), ExpenseKind::energy, money(1)}, now);
  EXPECT_NE(march().journal_head, head);
}

TEST_F(FiguresBookTest, MakesTheSameRowsAgainFromTheJournal) {
  for (int entry = 1; entry <= 3; ++entry) {
    figures_.enter_expense({day("2026-03-05"), ExpenseKind::energy, money(entry)}, now);
    figures_.enter_service({day("2026-03-06"), ServiceKind::training, entry, money(entry)}, now);
    figures_.enter_release("revenue-to-services", day("2026-03-01"), day("2026-03-31"), "aa", now);
  }
  const auto rows = [this] {
    std::string all;
    for (const char* table : {"expense", "service_spending", "release"}) {
      Query each = file_->writer().query(fmt::format(
          "SELECT group_concat(quote(entry) || quote(instant_or_day) || quote(what), ';') FROM"
          " (SELECT entry, {} AS instant_or_day, {} AS what FROM {} ORDER BY entry)",
          std::string_view(table) == "release" ? "instant" : "day",
          std::string_view(table) == "release" ? "hash" : "amount", table));
      while (each.next()) all += each.text(0);
    }
    return all;
  };
  const std::string before = rows();
  rebuild_projections(*file_, {figures_projection()});
  EXPECT_EQ(rows(), before);
  EXPECT_FALSE(before.empty());
  EXPECT_EQ(verify_journal(file_->writer()).first_break.has_value(), false);
}

TEST_F(FiguresBookTest, ChangesAndDeletesNothingThatIsPosted) {
  figures_.enter_expense({day("2026-03-05"), ExpenseKind::energy, money(1)}, now);
  figures_.enter_service({day("2026-03-06"), ServiceKind::training, 1, money(1)}, now);
  figures_.enter_release("revenue-to-services", day("2026-03-01"), day("2026-03-31"), "aa", now);
  for (const char* sql : {"UPDATE expense SET amount = 2", "DELETE FROM expense",
                          "UPDATE service_spending SET units = 2", "DELETE FROM service_spending",
                          "UPDATE release SET digest = 'bb'", "DELETE FROM release"})
    EXPECT_THROW(run(sql), BookFault) << sql;
}

TEST_F(FiguresBookTest, TakesOnlyPositiveAmountsInItsCurrency) {
  EXPECT_THROW(figures_.enter_expense({day("2026-03-05"), ExpenseKind::energy, money(0)}, now),
               OurMistake);
  EXPECT_THROW(figures_.enter_service({day("2026-03-05"), ServiceKind::housing, -1, money(1)}, now),
               OurMistake);
  EXPECT_THROW(figures_.enter_expense({day("2026-03-05"), ExpenseKind::energy,
                                       Money::from_minor(1, Currency::from_code("EUR").value())},
                                      now),
               MixedCurrency);
  EXPECT_EQ(march().running_costs, money(0));
}

}  // namespace
}  // namespace tilia::db
