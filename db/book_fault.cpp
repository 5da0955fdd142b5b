#include "db/book_fault.h"

#include <fmt/format.h>

#include "core/check.h"

namespace tilia::db {

std::string_view book_fault_code(BookFault::Why why) {
  switch (why) {
    case BookFault::Why::no_such_book: return "no_such_book";
    case BookFault::Why::already_exists: return "already_exists";
    case BookFault::Why::not_a_book: return "not_a_book";
    case BookFault::Why::newer_version: return "newer_version";
    case BookFault::Why::network_folder: return "network_folder";
    case BookFault::Why::read_only: return "read_only";
    case BookFault::Why::cannot_open: return "cannot_open";
    case BookFault::Why::disk_full: return "disk_full";
    case BookFault::Why::disk_failed: return "disk_failed";
    case BookFault::Why::damaged: return "damaged";
    case BookFault::Why::busy: return "busy";
    case BookFault::Why::till_busy: return "till_busy";
    case BookFault::Why::other_programs_open: return "other_programs_open";
    case BookFault::Why::drawer_open: return "drawer_open";
    case BookFault::Why::rule_broken: return "rule_broken";
    case BookFault::Why::backup_differs: return "backup_differs";
    case BookFault::Why::keys_replaced: return "keys_replaced";
    case BookFault::Why::no_key: return "no_key";
    case BookFault::Why::unlike_book: return "unlike_book";
  }
  CHECK(false);
}

BookFault::BookFault(Why why, const std::string& detail)
    : std::runtime_error(fmt::format("{}: {}", book_fault_code(why), detail)), why_(why) {}

Phrase BookFault::sentence() const {
  return Phrase(fmt::format("book.fault.{}", book_fault_code(why_)));
}

}  // namespace tilia::db
