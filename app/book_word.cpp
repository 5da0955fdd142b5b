#include "app/book_word.h"

#include <fmt/format.h>

#include "app/resources.h"
#include "db/book_fault.h"

namespace tilia::app {

std::optional<db::BookFinding> finding_about(db::BookFile& book) {
  try {
    return db::BookWitness(db::DeviceFolder::of_book(device_folder(), book)).look(book.reader());
  } catch (const db::BookFault&) {
    return std::nullopt;
  }
}

Phrase sentence_of(const db::BookFinding& finding, const Zone& zone) {
  if (finding.kind == db::BookFinding::Kind::restored) {
    if (!finding.newest) return Phrase("book.found.restored_empty");
    return Phrase("book.found.restored")
        .with("day", zone.local_day(*finding.newest))
        .with("time", zone.local_time_text(*finding.newest));
  }
  return Phrase(fmt::format("book.found.{}", db::finding_code(finding.kind)))
      .with("station", finding.station)
      .with("remembered", finding.remembered)
      .with("entries", finding.entries);
}

Phrase word_at_the_counter(const db::BookFinding& finding) {
  return Phrase(fmt::format("till.notice.book_{}", db::finding_code(finding.kind)));
}

}  // namespace tilia::app
