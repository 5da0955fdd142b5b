#include "pos/ui/waiting_trays.h"

namespace tilia::pos {
namespace {

constexpr std::string_view next_tray = "\n--\n";
constexpr std::string_view ended = "ended\n";

}  // namespace

std::string text_of_trays(const Cart& front, const std::vector<Cart>& waiting, bool clean_end) {
  std::string text(clean_end ? ended : "");
  text += front.draft_text();
  for (const Cart& cart : waiting) {
    text += next_tray;
    text += cart.draft_text();
  }
  return text;
}

std::optional<KeptTrays> trays_in(std::string_view text, const Shelf& shelf, Currency currency) {
  const bool clean_end = text.starts_with(ended);
  if (clean_end) text.remove_prefix(ended.size());
  std::vector<Cart> carts;
  while (true) {
    const std::size_t end = text.find(next_tray);
    const auto cart = Cart::from_draft(text.substr(0, end), shelf, currency);
    if (cart) {
      carts.push_back(*cart);
    } else if (carts.empty()) {
      return std::nullopt;
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + next_tray.size());
  }
  KeptTrays trays{carts.front(), {}, clean_end};
  for (std::size_t i = 1; i < carts.size(); ++i) {
    if (!carts[i].empty()) trays.waiting.push_back(carts[i]);
  }
  return trays;
}

}  // namespace tilia::pos
