// The Merkle tree of RFC 6962 (§2.1) over a list that only grows: SHA-256, a leaf's bytes behind
// 0x00, a node's two halves behind 0x01. It keeps the roots of its whole subtrees and nothing else,
// at most one for each bit of its size, so that a list of years goes on from a few hundred bytes.
//
//   MerkleTree tree;
//   tree.add(entry);
//   tree.root();
//   MerkleTree::resumed(tree.size(), tree.frontier())   -> the same tree, to be added to
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "db/journal.h"

namespace tilia::db {

class MerkleTree {
 public:
  MerkleTree() = default;
  // Nothing where the frontier is not as long as the size asks for.
  [[nodiscard]] static std::optional<MerkleTree> resumed(std::int64_t size,
                                                         std::span<const std::uint8_t> frontier);

  void add(std::span<const std::uint8_t> entry);

  [[nodiscard]] std::int64_t size() const { return size_; }
  [[nodiscard]] Hash root() const;
  // The roots of the whole subtrees, the largest first.
  [[nodiscard]] std::vector<std::uint8_t> frontier() const;

 private:
  std::int64_t size_ = 0;
  std::vector<Hash> peaks_;
};

}  // namespace tilia::db
