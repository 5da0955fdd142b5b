// What is paid before it is fetched, and what of it goes back: of an order, a ticket or a package,
// while it is counted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/money.h"
#include "pos/sale.h"
#include "pos/ui/place.h"

namespace tilia::pos {

struct EarlyPayment {
  Place from = Place::order;  // where it was begun
  std::string of;             // which advance
  std::optional<Money> due;   // nothing: it is not known yet
  std::optional<Extra> paid;  // as what is paid for, like a voucher
  std::vector<CountedPiece> back;
  std::string back_of;
  std::optional<Money> back_sum;
  bool waits_for_approval = false;
};

}  // namespace tilia::pos
