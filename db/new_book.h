// Making a book: its id and its organisation are the first entries of its journal.
#pragma once

#include <filesystem>
#include <memory>

#include "core/chance.h"
#include "core/instant.h"
#include "db/book_file.h"
#include "pos/shop.h"

namespace tilia::db {

// Throws BookFault (already_exists, network_folder, read_only, …); then there is no book.
std::unique_ptr<BookFile> create_book(const std::filesystem::path& file, const BookOptions& options,
                                      const pos::Organisation& organisation, const Instant& at,
                                      Chance& chance);
// For tests and trial runs.
std::unique_ptr<BookFile> book_in_memory(const BookOptions& options,
                                         const pos::Organisation& organisation, const Instant& at,
                                         Chance& chance);

}  // namespace tilia::db
