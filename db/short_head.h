// A head as people write it down and type it in again: which station, how many of its entries, and
// 80 bits of the root in Crockford's base 32. On the day sheet it is that of the till, in a
// report's footer that of the whole book, whose station is written ALL. It tells nothing about what
// was entered.
//
//   short_head_text("T1", 1042, root)                "T1 1042 7KQ4-M2XD-9PHR-W3TC"
//   parse_short_head("t1 l042 7kq4 m2xd 9phr w3tc")  the same: case, O for 0, I and L for 1,
//                                                    hyphens and spaces do not matter
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "db/journal.h"

namespace tilia::db {

inline constexpr std::string_view whole_book = "ALL";

struct ShortHead {
  std::string station;
  std::int64_t size = 0;
  std::string code;  // 16 letters and digits of the base

  [[nodiscard]] std::string text() const;
  // Of that station, whatever stands for a letter that is easily taken for another.
  [[nodiscard]] bool is_of(std::string_view other_station) const;
  friend bool operator==(const ShortHead&, const ShortHead&) = default;
};

[[nodiscard]] std::string code_of(const Hash& root);
[[nodiscard]] std::string short_head_text(const std::string& station, std::int64_t size,
                                          const Hash& root);
// Nothing for what is no head.
[[nodiscard]] std::optional<ShortHead> parse_short_head(std::string_view typed);

// In how many places two codes differ. One that was read wrongly differs in one or two, one of
// another journal in nearly all.
[[nodiscard]] int places_that_differ(std::string_view code, std::string_view other);

}  // namespace tilia::db
