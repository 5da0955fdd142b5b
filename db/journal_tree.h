// The business journal as trees: the entries of a station, in the order of its chain, are the
// leaves of one tree (db/merkle.h), a leaf's bytes the entry's hash. So one root stands for every
// entry up to a size, and whoever wrote it down can tell later whether the book still holds them.
//
// A tree is grown from the last signed head before it (db/journal_head.h), so that little is read;
// a head that does not hold is passed over here, and named by verify_heads().
//
//   const StationTree tree = tree_now(connection, "T1");
//   short_head_text("T1", tree.tree.size(), tree.tree.root())    "T1 1042 7KQ4-M2XD-9PHR-W3TC"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/journal.h"
#include "db/merkle.h"

namespace tilia::db {

struct StationTree {
  std::string station;
  std::int64_t epoch = 0;  // of the last entry under it; 0: there is none
  std::int64_t seq = 0;
  MerkleTree tree = {};
};

// As the last signed head left it: nothing of it is read from entries.
[[nodiscard]] StationTree tree_of_last_head(Connection& connection, const std::string& station);
[[nodiscard]] StationTree tree_now(Connection& connection, const std::string& station);
// Up to that entry, included.
[[nodiscard]] StationTree tree_until(Connection& connection, const std::string& station,
                                     std::int64_t epoch, std::int64_t seq);
// Nothing where the station has fewer entries.
[[nodiscard]] std::optional<StationTree> tree_of_size(Connection& connection,
                                                      const std::string& station,
                                                      std::int64_t size);
// By station. Read inside a transaction they are of one moment.
[[nodiscard]] std::vector<StationTree> trees_now(Connection& connection);

// One root for the whole book: the tree over its stations' trees, by name. A leaf is root, size and
// name. Its size is the number of entries of all of them, which is also the position of the newest
// entry: that is how the same state of the book is found again when it has grown.
struct BookRoot {
  std::int64_t size = 0;
  Hash root{};
};
[[nodiscard]] BookRoot book_root(const std::vector<StationTree>& trees);

// Whether a frontier that was read gives this root.
[[nodiscard]] std::optional<MerkleTree> tree_with_root(std::int64_t size,
                                                       std::span<const std::uint8_t> frontier,
                                                       const Hash& root);

}  // namespace tilia::db
