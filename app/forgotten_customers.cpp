#include "app/forgotten_customers.h"

#include "db/customer_book_sqlite.h"

namespace tilia::app {

int forget_customers(db::BookFile& book, const payroll::RetentionTable& periods, const Day& today) {
  const auto rule = periods.on(payroll::RetentionGroup::customers, today);
  if (!rule || !rule->months) return 0;
  // Whoever was last here on that day is kept until yesterday at the latest.
  Day last_here = today;
  while (*rule->kept_until(last_here) >= today) last_here = last_here.plus_days(-1);
  return db::CustomerBookSqlite(book).forget_those_gone(last_here);
}

}  // namespace tilia::app
