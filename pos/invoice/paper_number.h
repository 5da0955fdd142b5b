// The numbers of a company's papers: each kind a series of its own, without a gap, over all who
// write into the book. A restored book begins a new epoch and never gives a number again.
//
//   PaperNumber{Series::invoice, 1, 9}.text()   -> "I-1-9"
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tilia::pos {

enum class Series : char { delivery_note = 'D', invoice = 'I', credit_note = 'C', payment = 'P' };

struct PaperNumber {
  Series series = Series::invoice;
  std::int64_t epoch = 0;   // 0: not given yet
  std::int64_t number = 0;  // from 1

  [[nodiscard]] std::string text() const;
  // As it is written, in any case: "I-1-9", "i-1-9". Nothing for another series.
  [[nodiscard]] static std::optional<PaperNumber> parse(Series series, std::string_view text);
  friend auto operator<=>(const PaperNumber&, const PaperNumber&) = default;
};

}  // namespace tilia::pos
