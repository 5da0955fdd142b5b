// What the trade of a practice shop does beside selling, while it is open: it is asked every
// quarter of an hour. Its chance is its own, so that a trade changes nothing of the counter's days.
#pragma once

#include <cstdint>
#include <vector>

#include "app/demo_shop.h"
#include "core/chance.h"
#include "core/clock.h"
#include "core/zone.h"
#include "pos/country_pack.h"
#include "pos/keep_drawer.h"
#include "pos/ring_up_sale.h"

namespace tilia::app {

class DemoTrade {
 public:
  virtual ~DemoTrade() = default;
  virtual void begin() = 0;
  // The drawer is open.
  virtual void quarter(pos::RingUpSale& ring, pos::KeepDrawer& drawer) = 0;
};

// As the shop's rhythm says: whether it is open on that weekday.
[[nodiscard]] inline bool is_open_on(const DemoShop& shop, const Day& day) {
  return shop.customers.at(static_cast<std::size_t>(day.weekday_from_monday())) > 0;
}

// True so many times of a hundred.
[[nodiscard]] inline bool in_hundred(Chance& chance, std::uint64_t parts) {
  return chance.below(100) < parts;
}

template <class List>
[[nodiscard]] auto& one_of(const List& list, Chance& chance) {
  return list.at(static_cast<std::size_t>(chance.below(list.size())));
}

// One of them, as often as its weight says.
[[nodiscard]] std::size_t weighted(const std::vector<int>& weights, Chance& chance);
// Most customers hand over the next note above what is due; a large one for a small sum is rare.
[[nodiscard]] Money handed_over(const Money& due, Chance& chance);

}  // namespace tilia::app
