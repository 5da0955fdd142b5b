#include "pos/salon/tip_shares.h"

#include <algorithm>
#include <map>

namespace tilia::pos {

std::vector<TipShare> tip_shares(const std::vector<TippedSale>& sales) {
  std::map<std::string, Money> by_person;
  for (const TippedSale& sale : sales) {
    if (sale.services.empty() || sale.tip.is_zero()) continue;
    std::vector<std::int64_t> weights;
    for (const TippedSale::Service& service : sale.services)
      weights.push_back(service.price.minor());
    if (std::ranges::all_of(weights, [](std::int64_t weight) { return weight == 0; }))
      std::ranges::fill(weights, 1);
    const std::vector<Money> parts = shared_out(sale.tip, weights);
    for (std::size_t at = 0; at < parts.size(); ++at) {
      const Money none = Money::zero(sale.tip.currency());
      by_person.try_emplace(sale.services[at].person, none).first->second += parts[at];
    }
  }
  std::vector<TipShare> shares;
  for (const auto& [person, amount] : by_person) shares.push_back({person, amount});
  return shares;
}

}  // namespace tilia::pos
