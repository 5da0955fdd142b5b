// What this machine has to say about a book before work goes on in it: that an older one was put in
// its place, or that it came back from a backup (db/book_witness.h).
#pragma once

#include <optional>

#include "core/phrase.h"
#include "core/zone.h"
#include "db/book_file.h"
#include "db/book_witness.h"

namespace tilia::app {

// Nothing too where this machine cannot remember.
[[nodiscard]] std::optional<db::BookFinding> finding_about(db::BookFile& book);

// For who cares for the book; times as clocks in the shop show them.
[[nodiscard]] Phrase sentence_of(const db::BookFinding& finding, const Zone& zone);
// At the counter, in few words.
[[nodiscard]] Phrase word_at_the_counter(const db::BookFinding& finding);

}  // namespace tilia::app
