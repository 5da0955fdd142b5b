#include "db/journal_tree.h"

#include <algorithm>
#include <limits>

#include "db/book_fault.h"
#include "db/connection.h"
#include "db/migrations.h"

namespace tilia::db {
namespace {

constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t first_schema_with_heads = 70;

// How far a tree is to grow: up to an entry, and to a size.
struct Bound {
  std::int64_t epoch = last;
  std::int64_t seq = last;
  std::int64_t size = last;
};

Hash hash_column(const Query& row, int column) {
  const Bytes stored = row.bytes(column);
  Hash hash{};
  if (stored.size() != hash.size())
    throw BookFault(BookFault::Why::damaged, "a hash of the journal has another length");
  std::ranges::copy(stored, hash.begin());
  return hash;
}

// The last signed head within the bound, or an empty tree.
StationTree nearest_head(Connection& connection, const std::string& station, const Bound& bound) {
  // A book of an older schema, on its way up, has no heads.
  if (schema_of(connection) < first_schema_with_heads) return {.station = station};
  Query row = connection.query(
      "SELECT epoch, seq, size, root, frontier FROM journal_head"
      " WHERE station = ? AND (epoch, seq) <= (?, ?) AND size <= ? ORDER BY size DESC",
      station, bound.epoch, bound.seq, bound.size);
  while (row.next()) {
    if (auto tree = tree_with_root(row.whole(2), row.bytes(4), hash_column(row, 3)))
      return {station, row.whole(0), row.whole(1), *std::move(tree)};
  }
  return {.station = station};
}

StationTree grown(Connection& connection, const std::string& station, const Bound& bound) {
  StationTree tree = nearest_head(connection, station, bound);
  Query row = connection.query(
      "SELECT epoch, seq, hash FROM journal"
      " WHERE station = ? AND (epoch, seq) > (?, ?) AND (epoch, seq) <= (?, ?)"
      " ORDER BY epoch, seq",
      station, tree.epoch, tree.seq, bound.epoch, bound.seq);
  while (tree.tree.size() < bound.size && row.next()) {
    tree.epoch = row.whole(0);
    tree.seq = row.whole(1);
    tree.tree.add(hash_column(row, 2));
  }
  return tree;
}

}  // namespace

std::optional<MerkleTree> tree_with_root(std::int64_t size, std::span<const std::uint8_t> frontier,
                                         const Hash& root) {
  auto tree = MerkleTree::resumed(size, frontier);
  if (!tree || tree->root() != root) return std::nullopt;
  return tree;
}

StationTree tree_of_last_head(Connection& connection, const std::string& station) {
  return nearest_head(connection, station, {});
}

StationTree tree_now(Connection& connection, const std::string& station) {
  return grown(connection, station, {});
}

StationTree tree_until(Connection& connection, const std::string& station, std::int64_t epoch,
                       std::int64_t seq) {
  return grown(connection, station, {.epoch = epoch, .seq = seq});
}

std::optional<StationTree> tree_of_size(Connection& connection, const std::string& station,
                                        std::int64_t size) {
  StationTree tree = grown(connection, station, {.size = size});
  if (tree.tree.size() < size) return std::nullopt;
  return tree;
}

std::vector<StationTree> trees_now(Connection& connection) {
  std::vector<StationTree> trees;
  for (const ChainHead& head : chain_heads(connection))
    trees.push_back(tree_now(connection, head.station));
  return trees;
}

BookRoot book_root(const std::vector<StationTree>& trees) {
  MerkleTree over;
  std::int64_t entries = 0;
  for (const StationTree& each : trees) {
    const Hash root = each.tree.root();
    std::vector<std::uint8_t> leaf(root.begin(), root.end());
    for (int shift = 56; shift >= 0; shift -= 8)
      leaf.push_back(static_cast<std::uint8_t>(each.tree.size() >> shift));
    leaf.insert(leaf.end(), each.station.begin(), each.station.end());
    over.add(leaf);
    entries += each.tree.size();
  }
  return {entries, over.root()};
}

}  // namespace tilia::db
