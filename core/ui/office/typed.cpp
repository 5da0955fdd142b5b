#include "core/ui/office/typed.h"

#include <algorithm>
#include <array>

#include "core/decimal_text.h"

namespace tilia::ui {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Blanks of every kind that a keyboard or a copied figure brings along.
std::string without_blanks(std::string_view text) {
  std::string kept(text);
  constexpr std::array<std::string_view, 4> blanks{" ", "\t", "\u00a0", "\u202f"};
  for (const std::string_view blank : blanks) {
    for (std::size_t at; (at = kept.find(blank)) != std::string::npos;)
      kept.erase(at, blank.size());
  }
  return kept;
}

// "85.000,5" -> "85000.5"; nothing where the marks make no sense.
std::optional<std::string> plain_decimal(const std::string& text) {
  const std::size_t last = text.find_last_of(".,");
  if (last == std::string::npos) return text;
  const std::size_t behind = text.size() - last - 1;
  const bool decimal = behind >= 1 && behind <= 2;
  std::string whole = decimal ? text.substr(0, last) : text;
  for (std::size_t at; (at = whole.find_last_of(".,")) != std::string::npos;) {
    std::size_t digits = 0;
    while (at + 1 + digits < whole.size() && is_digit(whole[at + 1 + digits])) ++digits;
    const bool starts_with_digit = at > 0 && is_digit(whole[at - 1]);
    if (digits % 3 != 0 || digits == 0 || !starts_with_digit) return std::nullopt;
    whole.erase(at, 1);
  }
  return decimal ? whole + "." + text.substr(last + 1) : whole;
}

}  // namespace

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::optional<Money> typed_money(std::string_view text, Currency currency) {
  const std::optional<std::string> plain = plain_decimal(without_blanks(text));
  if (!plain) return std::nullopt;
  const Result<Money, MoneyRefusal> money = Money::parse(*plain, currency);
  if (!money) return std::nullopt;
  return money.value();
}

std::optional<Rate> typed_percent(std::string_view text) {
  std::string plain = without_blanks(text);
  if (plain.ends_with('%')) plain.pop_back();
  std::ranges::replace(plain, ',', '.');
  const auto rate = Rate::parse_percent(plain);
  return rate ? std::optional(rate.value()) : std::nullopt;
}

std::optional<int> typed_minutes(std::string_view text) {
  std::string plain = without_blanks(text);
  const std::size_t colon = plain.find(':');
  if (colon != std::string::npos) {
    const auto hours = parse_decimal(plain.substr(0, colon), 0);
    const std::string behind = plain.substr(colon + 1);
    const auto minutes = parse_decimal(behind, 0);
    if (!hours || !minutes || behind.size() != 2) return std::nullopt;
    if (hours.value() < 0 || hours.value() > 999) return std::nullopt;
    if (minutes.value() < 0 || minutes.value() > 59) return std::nullopt;
    return static_cast<int>(hours.value() * 60 + minutes.value());
  }
  std::replace(plain.begin(), plain.end(), ',', '.');
  const auto hundredths = parse_decimal(plain, 2);
  if (!hundredths || hundredths.value() < 0 || hundredths.value() > 99900) return std::nullopt;
  if (hundredths.value() * 60 % 100 != 0) return std::nullopt;
  return static_cast<int>(hundredths.value() * 60 / 100);
}

}  // namespace tilia::ui
