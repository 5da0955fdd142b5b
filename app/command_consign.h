// What the two halves of `tilia consign …` share: the counter's (pieces, by the maker's number) and
// finance's (who a maker is, and paying her).
#pragma once

#include "app/command.h"
#include "app/open_book.h"
#include "db/consignment_book_sqlite.h"
#include "pos/consignment/keep_consignment.h"

namespace CLI {
class App;
}

namespace tilia::app {

class ConsignmentDesk {
 public:
  explicit ConsignmentDesk(OpenBook& book)
      : rows_(book.file()), keep_(rows_, book.till_book(), book.zone(), book.clock()) {}
  [[nodiscard]] pos::KeepConsignment& keep() { return keep_; }
  [[nodiscard]] pos::ConsignmentBook& rows() { return rows_; }

 private:
  db::ConsignmentBookSqlite rows_;
  pos::KeepConsignment keep_;
};

[[noreturn]] void refuse_consignment(pos::ConsignmentRefusal why);
// "M-7" or "7", of one who is in the book. Ends the command where it is none.
[[nodiscard]] std::int64_t known_maker(ConsignmentDesk& desk, const std::string& text);

// who, pay, bank-file, unpay, forget.
void add_consign_pay_commands(CLI::App& consign, Desk& desk);

}  // namespace tilia::app
