// The tree as RFC 6962 defines it, whatever way it was grown.
#include "db/merkle.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <string>

#include "core/id.h"

namespace tilia::db {
namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes bytes_of(std::string_view hex) {
  if (hex.empty()) return {};
  Bytes bytes(hex.size() / 2);
  EXPECT_EQ(
      sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, nullptr, nullptr),
      0);
  return bytes;
}

Bytes joined(std::uint8_t prefix, const Bytes& left, const Bytes& right) {
  Bytes all{prefix};
  all.insert(all.end(), left.begin(), left.end());
  all.insert(all.end(), right.begin(), right.end());
  return all;
}

Bytes sha256(const Bytes& bytes) {
  Bytes hash(crypto_hash_sha256_BYTES);
  crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
  return hash;
}

// RFC 6962, 2.1, word for word: k is the largest power of two smaller than n.
Bytes root_by_definition(const std::vector<Bytes>& leaves) {
  if (leaves.empty()) return sha256({});
  if (leaves.size() == 1) return sha256(joined(0, leaves.front(), {}));
  std::size_t k = 1;
  while (k * 2 < leaves.size()) k *= 2;
  const auto middle = leaves.begin() + static_cast<std::ptrdiff_t>(k);
  return sha256(joined(1, root_by_definition({leaves.begin(), middle}),
                       root_by_definition({middle, leaves.end()})));
}

}  // namespace

// The leaves and roots with which Certificate Transparency's own implementations are tested.
TEST(MerkleTree, GivesTheRootsThatCertificateTransparencyGives) {
  const struct {
    const char* leaf;
    const char* root;
  } rows[] = {
      {"", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
      {"00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"},
      {"10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"},
      {"2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"},
      {"3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"},
      {"40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"},
      {"5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"},
      {"606162636465666768696a6b6c6d6e6f",
       "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"},
  };
  MerkleTree tree;
  EXPECT_EQ(hex_text(tree.root()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  for (const auto& row : rows) {
    tree.add(bytes_of(row.leaf));
    EXPECT_EQ(hex_text(tree.root()), row.root) << tree.size();
  }
}

TEST(MerkleTree, IsTheDefinitionForEverySizeAndGoesOnFromItsFrontier) {
  std::vector<Bytes> leaves;
  MerkleTree grown;
  for (int size = 0; size <= 200; ++size) {
    SCOPED_TRACE(size);
    EXPECT_EQ(grown.size(), size);
    EXPECT_EQ(hex_text(grown.root()), hex_text(root_by_definition(leaves)));
    auto resumed = MerkleTree::resumed(grown.size(), grown.frontier());
    ASSERT_TRUE(resumed.has_value());
    EXPECT_EQ(resumed->root(), grown.root());
    leaves.push_back(Bytes(static_cast<std::size_t>(size % 7), static_cast<std::uint8_t>(size)));
    grown = *std::move(resumed);  // each size is grown from what was kept of the one before
    grown.add(leaves.back());
  }
}

TEST(MerkleTree, IsNotResumedFromAFrontierOfAnotherSize) {
  MerkleTree tree;
  for (int leaf = 0; leaf < 5; ++leaf) tree.add(Bytes{1, 2, 3});
  EXPECT_TRUE(MerkleTree::resumed(5, tree.frontier()));
  EXPECT_FALSE(MerkleTree::resumed(4, tree.frontier()));
  EXPECT_FALSE(MerkleTree::resumed(7, tree.frontier()));
  EXPECT_FALSE(MerkleTree::resumed(-5, tree.frontier()));
  EXPECT_FALSE(MerkleTree::resumed(5, Bytes(63)));
}

}  // namespace tilia::db
