// The hashed lists of core/neutral, built into the program by core/CMakeLists.txt.
#pragma once

#include <cstdint>
#include <span>

namespace tilia {

struct HashedWord {
  std::size_t length_bytes;  // of the beginning
  std::uint64_t hash;        // FNV-1a
  bool whole;                // no longer word begins with it
};

[[nodiscard]] std::span<const HashedWord> unwanted_list();
[[nodiscard]] std::span<const HashedWord> finance_list();
[[nodiscard]] std::span<const HashedWord> schema_list();

}  // namespace tilia
