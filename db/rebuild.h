// Projections: rows that are made from the journal. Each part of the book declares its own; live
// writing and rebuilding go through the same `apply` functions, so that both give the same rows (a
// test compares them).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "db/journal.h"

namespace tilia::db {

class BookFile;
class Connection;

struct Projection {
  std::vector<std::string> kinds;   // of journal entries that it is made from
  std::vector<std::string> tables;  // in an order in which they can be emptied (children first)
  std::function<void(Connection&, const JournalEntry&)> apply;
};

// The triggers of these tables, taken down inside a transaction and put back before it ends.
class TriggersAside {
 public:
  TriggersAside(Connection& connection, const std::vector<std::string>& tables);
  TriggersAside(const TriggersAside&) = delete;
  TriggersAside& operator=(const TriggersAside&) = delete;
  void put_back();

 private:
  Connection& connection_;
  std::vector<std::string> made_by_;  // the SQL of each
};

// Empties the tables of all parts and makes them again from the journal, in one transaction.
// Triggers that freeze rows stand aside meanwhile.
void rebuild_projections(BookFile& book, const std::vector<Projection>& parts);

}  // namespace tilia::db
