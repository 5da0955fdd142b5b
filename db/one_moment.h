// Several reads as one moment of the book: a sale that comes in between is in all of them or in
// none.
#pragma once

#include "db/book_fault.h"
#include "db/connection.h"

namespace tilia::db {

class OneMoment {
 public:
  explicit OneMoment(Connection& connection) : connection_(connection) { connection_.run("BEGIN"); }
  ~OneMoment() {
    try {
      connection_.run("ROLLBACK");
    } catch (const BookFault&) {  // nothing was written: the next BEGIN would say what is wrong
    }
  }
  OneMoment(const OneMoment&) = delete;
  OneMoment& operator=(const OneMoment&) = delete;

 private:
  Connection& connection_;
};

}  // namespace tilia::db
