#include "app/retention_of_book.h"

#include "db/settings.h"

namespace tilia::app {

payroll::RetentionTable retention_of_book(db::BookFile& book, const Resources& resources,
                                          const std::string& country) {
  auto table = payroll::RetentionTable::of(resources.retention_rules(), country);
  for (const payroll::RetentionGroup group : payroll::all_retention_groups) {
    const auto text = db::read_setting(book, payroll::retention_setting(group));
    if (!text) continue;
    if (auto rule = payroll::parse_retention(group, *text)) table.enter(*std::move(rule));
  }
  return table;
}

}  // namespace tilia::app
