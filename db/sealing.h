// Sealing a value for one place of the book: XChaCha20-Poly1305 with a random nonce, the place
// being part of what is sealed, so that a sealed value which is moved to another row, another
// column or under another key does not open. And sealing to somebody's public key (X25519), which
// whoever seals cannot open again.
//
//   const Bytes kept = sealed(key, {"pay_slip", row, "slip", "payroll.1"}, padded(text, 1024));
//   const Secret<std::string> text = unpadded(opened(key, place, kept));
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/secret.h"
#include "db/connection.h"
#include "db/key.h"

namespace tilia::db {

struct SealedPlace {
  std::string_view table;
  std::span<const std::uint8_t> row;
  std::string_view column;
  std::string_view key_id;  // "payroll.1": name and generation
};

inline constexpr std::size_t sealed_overhead = 40;  // nonce and tag

[[nodiscard]] Bytes sealed(const Key& key, const SealedPlace& place, std::string_view plain);
// Throws BookFault damaged, naming the table and the column, when the value was changed or moved.
[[nodiscard]] Secret<std::string> opened(const Key& key, const SealedPlace& place,
                                         std::span<const std::uint8_t> sealed_bytes);
// The same where a wrong key is to be expected: what a secret opens.
[[nodiscard]] std::optional<Secret<std::string>> opened_if(
    const Key& key, const SealedPlace& place, std::span<const std::uint8_t> sealed_bytes);

// Fills up to a multiple of `step` (never to the same length), and takes that off again.
[[nodiscard]] Secret<std::string> padded(std::string plain, std::size_t step);
[[nodiscard]] Secret<std::string> unpadded(Secret<std::string> text);
// The multiple of `step` that padded() gives.
[[nodiscard]] std::size_t padded_size(std::size_t size, std::size_t step);

// A key that opens what is sealed to its public half: any Key is one.
using PublicKey = std::array<std::uint8_t, 32>;
[[nodiscard]] PublicKey public_half(const Key& key);
inline constexpr std::size_t sealed_to_overhead = 48;
[[nodiscard]] Bytes sealed_to(const PublicKey& whom, std::string_view plain);
[[nodiscard]] std::optional<Secret<std::string>> opened_by(
    const Key& key, std::span<const std::uint8_t> sealed_bytes);

}  // namespace tilia::db
