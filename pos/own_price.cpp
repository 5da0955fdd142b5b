#include "pos/own_price.h"

namespace tilia::pos {
namespace {

constexpr std::string_view label_word = "label ";
constexpr std::string_view unit_word = "at ";
constexpr std::string_view off_word = "off ";
constexpr std::string_view agreed_word = "agreed ";

std::optional<Money> times(const Money& each, Quantity quantity, const Money& none) {
  if (each.currency() != none.currency() || each < none) return std::nullopt;
  const auto amount = each.times(quantity, Rounding::half_up);
  return amount ? std::optional(amount.value()) : std::nullopt;
}

}  // namespace

std::optional<Money> amount_at(const OwnPrice& price, const Money& usual, Quantity quantity) {
  const Money none = Money::zero(usual.currency());
  if (const auto* label = std::get_if<LabelPrice>(&price)) {
    if (label->amount.currency() != usual.currency() || label->amount <= none) return std::nullopt;
    return label->amount;
  }
  if (const auto* unit = std::get_if<UnitPrice>(&price)) return times(unit->each, quantity, none);
  if (const auto* agreed = std::get_if<AgreedPrice>(&price))
    return times(agreed->each, quantity, none);
  const Rate off = std::get<PercentOff>(price).rate;
  if (off <= Rate() || off.millionths() > Rate::one_in_millionths) return std::nullopt;
  return usual - usual.times(off, Rounding::half_up).value();
}

std::string own_price_text(const OwnPrice& price) {
  if (const auto* label = std::get_if<LabelPrice>(&price))
    return std::string(label_word) + label->amount.text();
  if (const auto* unit = std::get_if<UnitPrice>(&price))
    return std::string(unit_word) + unit->each.text();
  if (const auto* agreed = std::get_if<AgreedPrice>(&price))
    return std::string(agreed_word) + agreed->each.text();
  return std::string(off_word) + std::get<PercentOff>(price).rate.percent_text();
}

std::optional<OwnPrice> parse_own_price(std::string_view text, Currency currency) {
  const auto amount = [&](std::string_view word) -> std::optional<Money> {
    if (!text.starts_with(word)) return std::nullopt;
    const auto money = Money::parse(text.substr(word.size()), currency);
    return money ? std::optional(money.value()) : std::nullopt;
  };
  if (const auto label = amount(label_word)) return LabelPrice{*label};
  if (const auto each = amount(unit_word)) return UnitPrice{*each};
  if (const auto agreed = amount(agreed_word)) return AgreedPrice{*agreed};
  if (!text.starts_with(off_word)) return std::nullopt;
  const auto rate = Rate::parse_percent(text.substr(off_word.size()));
  return rate ? std::optional<OwnPrice>(PercentOff{rate.value()}) : std::nullopt;
}

}  // namespace tilia::pos
