// What a tip comes to for each of those who did something at the visit it was given for: in
// proportion to what their services cost, to the minor unit.
#pragma once

#include <string>
#include <vector>

#include "core/money.h"

namespace tilia::pos {

// A sale that paid one or several visits.
struct TippedSale {
  struct Service {
    std::string person;  // code of a column
    Money price;         // as it was paid; nothing where it was left out of the sale
  };
  std::vector<Service> services;
  Money tip;  // less what was taken back
};

struct TipShare {
  std::string person;
  Money amount;

  friend bool operator==(const TipShare&, const TipShare&) = default;
};
// By code. Where nothing was paid for any service, each of them counts the same.
[[nodiscard]] std::vector<TipShare> tip_shares(const std::vector<TippedSale>& sales);

}  // namespace tilia::pos
