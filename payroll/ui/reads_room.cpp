#include "payroll/ui/reads_room.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::payroll {
namespace {

constexpr std::size_t most_rows = 500;

}  // namespace

ui::Page ReadsRoom::page() {
  const std::vector<RecordRead> all = reads_.reads();
  const std::vector<Worker> workers = book_.workers();
  ui::Page page;
  page.title = Phrase("office.reads.name");
  if (all.empty()) {
    page.empty = ui::Empty{Phrase("office.reads.none"), Phrase("office.reads.none_first")};
    return page;
  }
  page.subtitle = {Phrase::counted("office.reads.count", static_cast<std::int64_t>(all.size()))};
  if (all.size() > most_rows)
    page.remarks.push_back(
        {Phrase("office.reads.latest_only").with("count", static_cast<std::int64_t>(most_rows))});
  ui::Table table;
  table.columns = {{Phrase("office.reads.day"), ui::Column::Align::start, 3},
                   {Phrase("office.reads.time"), ui::Column::Align::start, 2},
                   {Phrase("office.reads.who"), ui::Column::Align::start, 3},
                   {Phrase("office.reads.whose"), ui::Column::Align::start, 3},
                   {Phrase("office.reads.what"), ui::Column::Align::start, 4}};
  for (std::size_t at = 0; at < std::min(all.size(), most_rows); ++at) {
    const RecordRead& read = all[at];
    const auto whose = std::ranges::find(workers, read.of, &Worker::id);
    const bool known = whose != workers.end();
    table.rows.push_back(
        {fmt::format("{}", at),
         {},
         {{zone_.local_day(read.at)},
          {zone_.local_time_text(read.at)},
          {name_of_(read.by)},
          {known ? ui::Text(whose->alias) : ui::Text(Phrase("office.reads.erased"))},
          {Phrase(fmt::format("office.reads.record.{}", read_record_text(read.record)))}}});
  }
  page.table = std::move(table);
  return page;
}

}  // namespace tilia::payroll
