#include "core/bar_chart.h"

#include <algorithm>

namespace tilia {
namespace {

constexpr std::size_t letters_of_a_month = 3;

std::string first_letters(const std::string& utf8, std::size_t letters) {
  std::size_t end = 0;
  while (end < utf8.size() && letters > 0) {
    ++end;
    while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) ++end;
    --letters;
  }
  return utf8.substr(0, end);
}

}  // namespace

std::string whole_amount(const Money& money, const Words& words) {
  const Money major = Money::from_minor(money.currency().minor_per_major(), money.currency());
  const auto whole = money.rounded_to(major, Rounding::half_up);
  const std::string text = words.amount(whole ? whole.value() : money);
  return text.substr(0, text.rfind(words.decimal_mark()));
}

std::string label_of(const Bar& bar, const Words& words) {
  struct Say {
    const Words& words;
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Phrase& phrase) const { return words.say(phrase); }
    std::string operator()(const Month& month) const {
      return first_letters(words.month(month), letters_of_a_month);
    }
  };
  return std::visit(Say{words}, bar.label);
}

bool short_of_mark(const Bar& bar) { return bar.mark && bar.amount < *bar.mark; }

Money longest(const std::vector<Bar>& bars) {
  CHECK(!bars.empty());
  Money most = Money::from_minor(1, bars.front().amount.currency());
  for (const Bar& bar : bars) {
    most = std::max(most, bar.amount);
    if (bar.mark) most = std::max(most, *bar.mark);
  }
  return most;
}

int scaled(const Money& amount, const Money& longest, int of) {
  if (amount.negative()) return 0;
  const auto part = Money::from_minor(of, amount.currency())
                        .times_ratio(amount.minor(), longest.minor(), Rounding::half_up);
  return part ? static_cast<int>(part.value().minor()) : of;
}

std::size_t largest(const std::vector<Bar>& bars) {
  const auto at = std::max_element(bars.begin(), bars.end(),
                                   [](const Bar& a, const Bar& b) { return a.amount < b.amount; });
  return static_cast<std::size_t>(at - bars.begin());
}

}  // namespace tilia
