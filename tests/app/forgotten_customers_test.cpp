#include "app/forgotten_customers.h"

#include <gtest/gtest.h>

#include "db/customer_book_sqlite.h"
#include "db/new_book.h"
#include "db/salon_book_sqlite.h"
#include "pos/salon/keep_visits.h"
#include "tests/db/small_bakery.h"

namespace tilia::app {
namespace {

using payroll::RetentionGroup;
using payroll::RetentionTable;

TEST(ForgottenCustomers, GoWhenThePeriodOfTheOrganisationIsOver) {
  SeededChance chance(5);
  const auto file = db::book_in_memory({.station = "T1"}, db::small_bakery(),
                                       *Instant::parse("2026-03-02T07:00:00Z"), chance);
  db::CustomerBookSqlite customers(*file);
  const auto here_on = [&](const char* name, const char* day) {
    customers.put_customer({pos::CustomerId::mint(chance), name, ""}, *Day::parse(day));
  };
  here_on("Ana", "2026-03-10");
  here_on("Mira", "2026-03-11");
  RetentionTable periods = RetentionTable::of(TILIA_SOURCE "/payroll/retention", "AT");
  const Day today = *Day::parse("2026-06-11");
  EXPECT_EQ(forget_customers(*file, periods, today), 0) << "nobody entered a period";
  periods.enter(*payroll::parse_retention(RetentionGroup::customers, "3 end_of_use as we say"));
  EXPECT_EQ(forget_customers(*file, periods, today), 1);
  ASSERT_EQ(customers.customers().size(), 1U);
  EXPECT_EQ(customers.customers().at(0).name, "Mira") << "kept until today, which is included";
  periods.enter(*payroll::parse_retention(RetentionGroup::customers, "always end_of_use so"));
  EXPECT_EQ(forget_customers(*file, periods, *Day::parse("2030-01-01")), 0);
}

TEST(ForgottenCustomers, TakeTheNamesOfTheirVisitsAlong) {
  SeededChance chance(5);
  SetClock clock(*Instant::parse("2026-03-02T07:00:00Z"));
  const auto file = db::book_in_memory({.station = "T1"}, db::small_bakery(), clock.now(), chance);
  const Zone zone = *Zone::named("Europe/Vienna");
  db::SalonBookSqlite salon(*file);
  pos::KeepVisits visits(salon, zone, clock);
  const auto came = [&](const char* name) {
    const auto id = pos::VisitId::mint(chance);
    EXPECT_TRUE(visits.walk_in({.id = id, .name = name}));
    return id;
  };
  const pos::VisitId first = came("Mira");
  clock.set(*Instant::parse("2026-03-03T07:00:00Z"));
  const pos::VisitId second = came("Ana");
  RetentionTable periods = RetentionTable::of(TILIA_SOURCE "/payroll/retention", "AT");
  periods.enter(*payroll::parse_retention(RetentionGroup::customers, "1 end_of_use as we say"));
  EXPECT_EQ(forget_customers(*file, periods, *Day::parse("2026-04-03")), 0);
  EXPECT_EQ(salon.visit(first)->name, "");
  EXPECT_EQ(salon.visit(second)->name, "Ana") << "kept until today, which is included";
}

}  // namespace
}  // namespace tilia::app
