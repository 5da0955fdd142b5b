#include "pos/scan.h"

#include <algorithm>

#include "pos/gtin.h"

namespace tilia::pos {
namespace {

constexpr std::size_t pattern_size = 12;
constexpr int most_weight_decimals = 3;
constexpr std::string_view weight_word = "weight ";
constexpr std::string_view price_word = "price ";

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_value(char letter) { return letter == 'N' || letter == 'D'; }

// One value in braces, its decimals behind its whole digits; the braces taken off.
std::optional<std::string> without_braces(std::string_view pattern) {
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}');
  if (open == std::string_view::npos || close == std::string_view::npos || close <= open + 1)
    return std::nullopt;
  const std::string_view value = pattern.substr(open + 1, close - open - 1);
  const std::size_t decimals = value.find_first_not_of('N');
  if (decimals != std::string_view::npos &&
      value.find_first_not_of('D', decimals) != std::string_view::npos)
    return std::nullopt;
  const std::string_view before = pattern.substr(0, open);
  const std::string_view behind = pattern.substr(close + 1);
  for (const std::string_view part : {before, behind}) {
    const bool known = std::ranges::all_of(
        part, [](char letter) { return is_digit(letter) || letter == '.' || letter == 'C'; });
    if (!known) return std::nullopt;
  }
  return std::string(before) + std::string(value) + std::string(behind);
}

std::int64_t ten_to(int power) {
  std::int64_t value = 1;
  while (power-- > 0) value *= 10;
  return value;
}

// value / 10^decimals in units of 1 / 10^wanted; the rules allow no finer ones.
std::int64_t scaled(const LabelRule::Read& read, int wanted) {
  return read.value * ten_to(wanted - read.decimals);
}

int decimals_of(Currency currency) {
  int decimals = 0;
  for (std::int64_t minor = currency.minor_per_major(); minor > 1; minor /= 10) ++decimals;
  return decimals;
}

Result<Scanned, ScanRefusal> by_weight(const Article& article, const LabelRule::Read& read) {
  if (article.unit != Unit::kg) return ScanRefusal::not_weighed;
  return Scanned{&article, Quantity::from_thousandths(scaled(read, most_weight_decimals)),
                 std::nullopt};
}

// The label's price stands; the weight behind it is worked out to the gram.
Result<Scanned, ScanRefusal> by_price(const Article& article, const LabelRule::Read& read,
                                      Currency currency) {
  const int decimals = decimals_of(currency);
  if (read.decimals > decimals) return ScanRefusal::unknown;
  const Money price = Money::from_minor(scaled(read, decimals), currency);
  if (article.unit == Unit::each) return Scanned{&article, Quantity::pieces(1), LabelPrice{price}};
  if (article.price.is_zero()) return ScanRefusal::unknown;
  const std::int64_t each = article.price.minor();
  const std::int64_t grams = (price.minor() * Quantity::one_in_thousandths + each / 2) / each;
  return Scanned{&article, Quantity::from_thousandths(std::max<std::int64_t>(grams, 1)),
                 LabelPrice{price}};
}

}  // namespace

std::optional<LabelRule> LabelRule::parse(std::string_view text) {
  const bool weighs = text.starts_with(weight_word);
  if (!weighs && !text.starts_with(price_word)) return std::nullopt;
  text.remove_prefix(weighs ? weight_word.size() : price_word.size());
  const auto pattern = without_braces(text);
  if (!pattern || pattern->size() != pattern_size) return std::nullopt;
  const auto values = std::ranges::count_if(*pattern, is_value);
  const auto checks = std::ranges::count(*pattern, 'C');
  if (checks > 1 || (checks == 1 && values != 4 && values != 5)) return std::nullopt;
  if (weighs && std::ranges::count(*pattern, 'D') > most_weight_decimals) return std::nullopt;
  return LabelRule(weighs ? Kind::weight : Kind::price, *pattern);
}

std::string LabelRule::text() const {
  std::string text(kind_ == Kind::weight ? weight_word : price_word);
  const std::size_t first = pattern_.find_first_of("ND");
  const std::size_t last = pattern_.find_last_of("ND");
  return text + pattern_.substr(0, first) + '{' + pattern_.substr(first, last - first + 1) + '}' +
         pattern_.substr(last + 1);
}

std::optional<LabelRule::Read> LabelRule::read(std::string_view ean13) const {
  if (ean13.size() != pattern_size + 1) return std::nullopt;
  Read read;
  std::string value;
  char inner = 0;
  for (std::size_t at = 0; at < pattern_size; ++at) {
    const char wanted = pattern_[at];
    if (is_digit(wanted) && wanted != ean13[at]) return std::nullopt;
    if (wanted == 'C') inner = ean13[at];
    if (is_value(wanted)) value += ean13[at];
    if (wanted == 'D') ++read.decimals;
    read.article += is_value(wanted) || wanted == 'C' ? '0' : ean13[at];
  }
  for (const char digit : value) read.value = read.value * 10 + (digit - '0');
  read.inner_check_holds = inner == 0 || inner_check_digit(value) == inner;
  return read;
}

const std::vector<LabelRule>& usual_label_rules() {
  static const std::vector<LabelRule> rules{LabelRule::parse("weight 21.....{NNDDD}").value(),
                                            LabelRule::parse("price 23.....{NNNDD}").value()};
  return rules;
}

Phrase sentence_of(ScanRefusal why) {
  switch (why) {
    case ScanRefusal::unknown: return Phrase("till.notice.unknown_barcode");
    case ScanRefusal::not_read_well: return Phrase("till.notice.scan_again");
    case ScanRefusal::not_weighed: return Phrase("till.notice.not_weighed");
    case ScanRefusal::nothing_on_it: return Phrase("till.notice.empty_label");
  }
  return Phrase("till.notice.unknown_barcode");
}

Result<Scanned, ScanRefusal> read_scan(std::string_view code, const ArticleIndex& articles,
                                       const std::vector<LabelRule>& rules, Currency currency) {
  const auto whole = [](const Article* article) {
    return Scanned{article, article->unit == Unit::kg ? Quantity() : Quantity::pieces(1),
                   std::nullopt};
  };
  if (const Article* article = articles.by_barcode(code)) return whole(article);
  const bool number = std::ranges::all_of(code, is_digit);
  if (const auto upc_a = upc_a_of_upc_e(code)) {
    if (const Article* article = articles.by_barcode(*upc_a)) return whole(article);
  }
  const bool family = number && (code.size() == 8 || code.size() == 12 || code.size() == 13);
  if (!family) return ScanRefusal::unknown;
  if (!is_gtin(code)) return ScanRefusal::not_read_well;
  const std::string ean13 = code.size() == 12 ? '0' + std::string(code) : std::string(code);
  for (const LabelRule& rule : rules) {
    const auto read = rule.read(ean13);
    if (!read) continue;
    if (!read->inner_check_holds) return ScanRefusal::not_read_well;
    const Article* article = articles.by_twelve_digits(read->article);
    if (article == nullptr) return ScanRefusal::unknown;
    if (read->value == 0) return ScanRefusal::nothing_on_it;
    return rule.kind() == LabelRule::Kind::weight ? by_weight(*article, *read)
                                                  : by_price(*article, *read, currency);
  }
  return ScanRefusal::unknown;
}

}  // namespace tilia::pos
