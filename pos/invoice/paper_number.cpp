#include "pos/invoice/paper_number.h"

#include <fmt/format.h>

#include <charconv>

#include "core/letters.h"

namespace tilia::pos {

std::string PaperNumber::text() const {
  return fmt::format("{}-{}-{}", static_cast<char>(series), epoch, number);
}

std::optional<PaperNumber> PaperNumber::parse(Series series, std::string_view text) {
  PaperNumber parsed{series, 0, 0};
  const std::size_t dash = text.find('-', 2);
  if (text.size() < 5 || text[1] != '-' || dash == std::string_view::npos) return std::nullopt;
  std::from_chars(text.data() + 2, text.data() + dash, parsed.epoch);
  std::from_chars(text.data() + dash + 1, text.data() + text.size(), parsed.number);
  // Written one way only: no sign, no nought in front, nothing behind it.
  const bool whole = parsed.epoch > 0 && parsed.number > 0;
  if (!whole || lower_case(parsed.text()) != lower_case(text)) return std::nullopt;
  return parsed;
}

}  // namespace tilia::pos
