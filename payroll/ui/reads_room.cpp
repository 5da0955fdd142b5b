#include "payroll/ui/reads_room.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tilia::payroll {
namespace {

constexpr std::size_t most_rows = 500;
constexpr std::size_t most_logins = 3;  // the command line tells all

Phrase record_phrase(const RecordRead& read) {
  return Phrase(fmt::format("office.reads.record.{}", read_record_text(read.record)));
}

}  // namespace

ui::Text ReadsRoom::who(const RecordRead& read) const {
  if (!read.outside) return name_of_(read.by);
  return Phrase("office.reads.with")
      .with("who", name_of_(read.by))
      .with("with", name_of_(read.outside->with));
}

ui::Text ReadsRoom::whose(const RecordRead& read) const {
  const auto found = std::ranges::find(workers_, read.of, &Worker::id);
  return found == workers_.end() ? ui::Text(Phrase("office.reads.erased")) : ui::Text(found->alias);
}

ui::Page ReadsRoom::page() {
  if (day_sheets_) return day_sheets_page();
  if (makers_) return makers_page();
  const std::vector<RecordRead> all = reads_.reads();
  workers_ = book_.workers();
  // Counted from the first, which stays the first: what is noted meanwhile comes before in the
  // list.
  if (open_ && *open_ < all.size()) return reading_page(all[all.size() - 1 - *open_]);
  return list_page(all);
}

// What an auditor has to see before everything else.
void ReadsRoom::add_unusual_logins(ui::Page& page) const {
  const std::vector<UnusualLogin> all = reads_.unusual_logins();
  for (std::size_t at = 0; at < std::min(all.size(), most_logins); ++at) {
    const UnusualLogin& login = all[at];
    page.remarks.push_back(
        {Phrase(login.second_passphrase ? "office.reads.second_passphrase"
                                        : "office.reads.recovery_sheet")
             .with("name", name_of_(login.by))
             .with("day", zone_.local_day(login.at))
             .with("time", zone_.local_time_text(login.at)),
         login.second_passphrase ? ui::Remark::Kind::mend : ui::Remark::Kind::told});
  }
}

ui::Page ReadsRoom::list_page(const std::vector<RecordRead>& all) const {
  ui::Page page;
  page.title = Phrase("office.reads.name");
  page.quiet = {{"day_sheets", Phrase("office.reads.day_sheets")}};
  if (!reads_.maker_reads().empty())
    page.quiet.push_back({"makers", Phrase("office.reads.makers")});
  add_unusual_logins(page);
  if (all.empty()) {
    page.empty = ui::Empty{Phrase("office.reads.none"), Phrase("office.reads.none_first")};
    return page;
  }
  page.subtitle = {Phrase::counted("office.reads.count", static_cast<std::int64_t>(all.size()))};
  if (all.size() > most_rows)
    page.remarks.emplace_back(
        Phrase("office.reads.latest_only").with("count", static_cast<std::int64_t>(most_rows)));
  ui::Table table;
  table.columns = {{Phrase("office.reads.day"), ui::Column::Align::start, 3},
                   {Phrase("office.reads.time"), ui::Column::Align::start, 2},
                   {Phrase("office.reads.who"), ui::Column::Align::start, 4},
                   {Phrase("office.reads.whose"), ui::Column::Align::start, 3},
                   {Phrase("office.reads.what"), ui::Column::Align::start, 6}};
  table.row_action = "open";
  for (std::size_t at = 0; at < std::min(all.size(), most_rows); ++at) {
    const RecordRead& read = all[at];
    table.rows.push_back({fmt::format("{}", all.size() - 1 - at),
                          {},
                          {{zone_.local_day(read.at)},
                           {zone_.local_time_text(read.at)},
                           {who(read)},
                           {whose(read)},
                           {record_phrase(read)}}});
  }
  page.table = std::move(table);
  return page;
}

// One reading with all that was noted: recipient and clause may be long.
ui::Page ReadsRoom::reading_page(const RecordRead& read) const {
  ui::Page page;
  page.title = Phrase("office.reads.one");
  page.quiet = {{"back", Phrase("office.back")}};
  ui::Table table;
  table.columns = {{std::nullopt, ui::Column::Align::start, 2},
                   {std::nullopt, ui::Column::Align::start, 7}};
  const auto row = [&table](const char* label, ui::Text text) {
    table.rows.push_back({{}, {}, {{Phrase(label)}, {std::move(text)}}});
  };
  row("office.reads.day", zone_.local_day(read.at));
  row("office.reads.time", zone_.local_time_text(read.at));
  row("office.reads.who", who(read));
  row("office.reads.whose", whose(read));
  row("office.reads.what", record_phrase(read));
  if (read.outside) {
    row("office.reads.month", read.outside->month);
    row("office.reads.for_whom", read.outside->recipient);
    row("office.reads.clause", read.outside->clause);
  }
  page.table = std::move(table);
  return page;
}

ui::Page ReadsRoom::day_sheets_page() const {
  ui::Page page;
  page.title = Phrase("office.reads.day_sheets");
  page.subtitle = {Phrase("office.reads.day_sheets_mean")};
  page.quiet = {{"back", Phrase("office.back")}};
  const std::vector<DaySheetRead> all = reads_.day_sheet_reads();
  if (all.empty()) {
    page.empty =
        ui::Empty{Phrase("office.reads.no_day_sheets"), Phrase("office.reads.day_sheets_mean")};
    return page;
  }
  ui::Table table;
  table.columns = {{Phrase("office.reads.day"), ui::Column::Align::start, 3},
                   {Phrase("office.reads.time"), ui::Column::Align::start, 2},
                   {Phrase("office.reads.who"), ui::Column::Align::start, 4},
                   {Phrase("office.reads.what"), ui::Column::Align::start, 5}};
  for (std::size_t at = 0; at < std::min(all.size(), most_rows); ++at) {
    const DaySheetRead& read = all[at];
    table.rows.push_back(
        {{},
         {},
         {{zone_.local_day(read.at)},
          {zone_.local_time_text(read.at)},
          {name_of_(read.by)},
          {Phrase("office.reads.day_sheet").with("till", read.till).with("number", read.number)}}});
  }
  page.table = std::move(table);
  return page;
}

// Makers by number: who one is, finance alone opens.
ui::Page ReadsRoom::makers_page() const {
  ui::Page page;
  page.title = Phrase("office.reads.makers");
  page.subtitle = {Phrase("office.reads.makers_mean")};
  page.quiet = {{"back", Phrase("office.back")}};
  ui::Table table;
  table.columns = {{Phrase("office.reads.day"), ui::Column::Align::start, 3},
                   {Phrase("office.reads.time"), ui::Column::Align::start, 2},
                   {Phrase("office.reads.who"), ui::Column::Align::start, 4},
                   {Phrase("office.reads.what"), ui::Column::Align::start, 5}};
  const std::vector<MakerRead> all = reads_.maker_reads();
  for (std::size_t at = 0; at < std::min(all.size(), most_rows); ++at) {
    const MakerRead& read = all[at];
    table.rows.push_back({{},
                          {},
                          {{zone_.local_day(read.at)},
                           {zone_.local_time_text(read.at)},
                           {name_of_(read.by)},
                           {Phrase("office.reads.maker").with("number", read.maker)}}});
  }
  page.table = std::move(table);
  return page;
}

ui::Next ReadsRoom::press(const std::string& action, const ui::Values& values) {
  open_.reset();
  day_sheets_ = action == "day_sheets";
  makers_ = action == "makers";
  if (action == "open") {
    const std::string row = values.text("row");
    std::size_t number = 0;
    const auto read = std::from_chars(row.data(), row.data() + row.size(), number);
    if (read.ec == std::errc()) open_ = number;
  }
  return ui::Next::page();
}

}  // namespace tilia::payroll
