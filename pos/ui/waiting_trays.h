// All trays of a till as the one text that is kept from tap to tap: the one in front, and those
// that wait behind it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pos/ui/cart.h"

namespace tilia::pos {

struct KeptTrays {
  Cart front;
  std::vector<Cart> waiting;  // the one that waits longest first
  bool clean_end = false;     // the program ended by itself: nothing was lost
};

[[nodiscard]] std::string text_of_trays(const Cart& front, const std::vector<Cart>& waiting,
                                        bool clean_end);
// Nothing for any other text.
[[nodiscard]] std::optional<KeptTrays> trays_in(std::string_view text, const Shelf& shelf,
                                                Currency currency);

}  // namespace tilia::pos
