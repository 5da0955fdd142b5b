#include "db/merkle.h"

#include <sodium.h>

#include <algorithm>
#include <bit>

namespace tilia::db {
namespace {

// Without the prefixes, an entry that looks like two hashes would be taken for a node.
constexpr std::uint8_t before_leaf = 0x00;
constexpr std::uint8_t before_node = 0x01;

Hash hashed(std::uint8_t prefix, std::span<const std::uint8_t> left,
            std::span<const std::uint8_t> right) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, &prefix, 1);
  crypto_hash_sha256_update(&state, left.data(), left.size());
  crypto_hash_sha256_update(&state, right.data(), right.size());
  Hash hash{};
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

}  // namespace

std::optional<MerkleTree> MerkleTree::resumed(std::int64_t size,
                                              std::span<const std::uint8_t> frontier) {
  constexpr std::size_t hash_bytes = std::tuple_size_v<Hash>;
  if (size < 0) return std::nullopt;
  const auto peaks = static_cast<std::size_t>(std::popcount(static_cast<std::uint64_t>(size)));
  if (frontier.size() != peaks * hash_bytes) return std::nullopt;
  MerkleTree tree;
  tree.size_ = size;
  tree.peaks_.resize(peaks);
  for (std::size_t peak = 0; peak < peaks; ++peak)
    std::ranges::copy(frontier.subspan(peak * hash_bytes, hash_bytes), tree.peaks_[peak].begin());
  return tree;
}

void MerkleTree::add(std::span<const std::uint8_t> entry) {
  Hash peak = hashed(before_leaf, entry, {});
  // Two subtrees of one size become one, as ones carry when one is added to a number.
  for (std::int64_t carry = size_; carry % 2 == 1; carry /= 2) {
    peak = hashed(before_node, peaks_.back(), peak);
    peaks_.pop_back();
  }
  peaks_.push_back(peak);
  ++size_;
}

Hash MerkleTree::root() const {
  if (peaks_.empty()) {
    Hash of_nothing{};
    crypto_hash_sha256(of_nothing.data(), nullptr, 0);
    return of_nothing;
  }
  Hash root = peaks_.back();
  for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak)
    root = hashed(before_node, *peak, root);
  return root;
}

std::vector<std::uint8_t> MerkleTree::frontier() const {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(peaks_.size() * std::tuple_size_v<Hash>);
  for (const Hash& peak : peaks_) bytes.insert(bytes.end(), peak.begin(), peak.end());
  return bytes;
}

}  // namespace tilia::db
