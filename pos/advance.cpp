#include "pos/advance.h"

#include <array>
#include <utility>

#include "core/check.h"
#include "pos/own_codes.h"

namespace tilia::pos {
namespace {

using Kind = AdvanceMove::Kind;

constexpr std::array<std::pair<Kind, std::string_view>, 4> kinds{{
    {Kind::taken, "taken"},
    {Kind::delivered, "delivered"},
    {Kind::put_back, "put_back"},
    {Kind::given_back, "given_back"},
}};
constexpr std::string_view order = "order-";
constexpr std::string_view suspended = "suspended-";

}  // namespace

std::string_view advance_move_text(Kind kind) {
  for (const auto& [known, text] : kinds) {
    if (known == kind) return text;
  }
  CHECK(false);
}

std::optional<Kind> parse_advance_move(std::string_view text) {
  for (const auto& [kind, known] : kinds) {
    if (known == text) return kind;
  }
  return std::nullopt;
}

std::string advance_of_order(std::int64_t number) { return numbered_code(order, number); }

std::optional<std::int64_t> order_of_advance(std::string_view code) {
  return number_of_code(order, code);
}

std::string suspended_advance(const std::string& article) {
  return std::string(suspended) + article;
}

std::optional<std::string> suspended_article(std::string_view code) {
  if (!code.starts_with(suspended)) return std::nullopt;
  return std::string(code.substr(suspended.size()));
}

std::int64_t suspended_pieces(const Money& balance, const Money& price) {
  if (price <= Money::zero(price.currency())) return 0;
  return balance.minor() / price.minor();
}

}  // namespace tilia::pos
