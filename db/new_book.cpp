#include "db/new_book.h"

#include "db/journal.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

auto first_entries_of(const pos::Organisation& organisation, const Instant& at, Chance& chance) {
  return [&organisation, at, id = BookId::mint(chance)](WriteTransaction& change) {
    const JournalEntry birth =
        append_to_journal(change, {.kind = book_created, .at = at, .payload = payload_of(id)});
    put_book_id(change.connection(), birth, id);
    const JournalEntry entry = append_to_journal(
        change, {.kind = organisation_set, .at = at, .payload = payload_of(organisation)});
    put_organisation(change.connection(), entry, organisation);
  };
}

}  // namespace

std::unique_ptr<BookFile> create_book(const std::filesystem::path& file, const BookOptions& options,
                                      const pos::Organisation& organisation, const Instant& at,
                                      Chance& chance) {
  return BookFile::create(file, options, first_entries_of(organisation, at, chance));
}

std::unique_ptr<BookFile> book_in_memory(const BookOptions& options,
                                         const pos::Organisation& organisation, const Instant& at,
                                         Chance& chance) {
  return BookFile::in_memory(options, first_entries_of(organisation, at, chance));
}

}  // namespace tilia::db
