// Id<Tag>: 16 bytes, minted from a Chance, printed as 32 hex digits. A SaleId is no WorkerId: the
// tag is part of the type.
//
//   struct SaleTag; using SaleId = Id<SaleTag>;
//   const SaleId id = SaleId::mint(chance);
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/chance.h"

namespace tilia {

using IdBytes = std::array<std::uint8_t, 16>;

[[nodiscard]] std::string hex_text(std::span<const std::uint8_t> bytes);
// Exactly 32 lower- or upper-case hex digits.
[[nodiscard]] std::optional<IdBytes> parse_id_bytes(std::string_view hex);

template <class Tag>
class Id {
 public:
  [[nodiscard]] static Id mint(Chance& chance) {
    IdBytes bytes{};
    chance.fill(bytes);
    return Id(bytes);
  }
  [[nodiscard]] static std::optional<Id> parse(std::string_view hex) {
    const auto bytes = parse_id_bytes(hex);
    if (!bytes) return std::nullopt;
    return Id(*bytes);
  }
  [[nodiscard]] static Id from_bytes(const IdBytes& bytes) { return Id(bytes); }

  [[nodiscard]] const IdBytes& bytes() const { return bytes_; }
  [[nodiscard]] std::string text() const { return hex_text(bytes_); }

  friend bool operator==(const Id&, const Id&) = default;
  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  explicit Id(const IdBytes& bytes) : bytes_(bytes) {}
  IdBytes bytes_;
};

}  // namespace tilia
