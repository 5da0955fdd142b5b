#include "core/chance.h"

#include <sodium.h>

#include <limits>

#include "core/check.h"

namespace tilia {

std::uint64_t Chance::below(std::uint64_t bound) {
  CHECK(bound > 0);
  const std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t usable = all - all % bound;  // what lies above would favour small answers
  std::uint64_t drawn = 0;
  do {
    std::array<std::uint8_t, sizeof drawn> bytes{};
    fill(bytes);
    drawn = 0;
    for (const std::uint8_t byte : bytes) drawn = drawn << 8 | byte;
  } while (drawn >= usable);
  return drawn % bound;
}

void system_bytes(std::span<std::uint8_t> bytes) {
  CHECK(sodium_init() >= 0);
  randombytes_buf(bytes.data(), bytes.size());
}

void SystemChance::fill(std::span<std::uint8_t> bytes) { system_bytes(bytes); }

SeededChance::SeededChance(std::uint64_t seed) {
  CHECK(sodium_init() >= 0);
  for (std::size_t at = 0; at < sizeof seed; ++at)
    key_[at] = static_cast<std::uint8_t>(seed >> (8 * at));
}

void SeededChance::fill(std::span<std::uint8_t> bytes) {
  // Each call takes a nonce of its own, so that calls do not have to align to the cipher's blocks.
  std::array<std::uint8_t, crypto_stream_chacha20_NONCEBYTES> nonce{};
  for (std::size_t at = 0; at < sizeof next_block_; ++at)
    nonce[at] = static_cast<std::uint8_t>(next_block_ >> (8 * at));
  ++next_block_;
  CHECK(crypto_stream_chacha20(bytes.data(), bytes.size(), nonce.data(), key_.data()) == 0);
}

}  // namespace tilia
