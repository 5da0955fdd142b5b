#include "core/exact.h"

#include <algorithm>
#include <string>

namespace tilia {

std::optional<Exact> parse_exact(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (text.size() > longest) return std::nullopt;
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = point == std::string_view::npos ? "" : text.substr(point + 1);
  const auto digits = [](std::string_view some) {
    return !some.empty() && some.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!digits(whole) || (point != std::string_view::npos && !digits(part))) return std::nullopt;
  Exact value;
  for (const char digit : std::string(whole) + std::string(part))
    value.top = value.top * 10 + (digit - '0');
  for (std::size_t decimal = 0; decimal < part.size(); ++decimal) value.bottom *= 10;
  if (minus) value.top = -value.top;
  return value;
}

Whole half_up(const Exact& value) { return (2 * value.top + value.bottom) / (2 * value.bottom); }

Whole rounded_down(const Exact& value) { return value.top / value.bottom; }

}  // namespace tilia
