// A whole copy of a book through SQLite's backup API, on the writer's own connection so that it
// follows the source: first under another name, synced, renamed, and the folder synced.
#pragma once

#include <filesystem>
#include <functional>

namespace tilia::db {

class Connection;

// Into a connection that holds nothing yet; what `from` reads in its transaction, where it is in
// one.
void copy_pages(Connection& from, Connection& to);
// Replaces `target` once `look` has seen the copy and not thrown. The copy is one file, without a
// log beside it.
void copy_book(Connection& from, const std::filesystem::path& target,
               const std::function<void(Connection&)>& look);
// Renames for good: `from` and the folder of `to` are synced.
void rename_for_good(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace tilia::db
