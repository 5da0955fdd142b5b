// Books for benches, filled through the real use cases: a small one, and one of many days.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "db/book_file.h"

namespace tilia::bench {

struct Size {
  int articles = 6;
  int days = 0;         // each a drawer session that is opened and closed
  int sales_a_day = 0;  // of five lines each, paid in cash
};

// Makes the file unless it is there. A large one is filled in memory's file system first.
void make_book(const std::filesystem::path& file, const Size& size);
// The EAN-13 of the article of that number; each has its own.
[[nodiscard]] std::string barcode_of(int number);
[[nodiscard]] std::unique_ptr<db::BookFile> open_book(const std::filesystem::path& file);

}  // namespace tilia::bench
