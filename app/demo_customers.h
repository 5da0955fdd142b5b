// The practice shops' known customers: those who buy on account and pay by bank on a Friday, and
// those who come with a voucher that the shop gave. They take nothing from the chance by which
// everybody else lives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/demo_shop.h"
#include "core/clock.h"
#include "core/zone.h"
#include "pos/sale.h"
#include "pos/tender_book.h"

namespace tilia::app {

class DemoCustomers {
 public:
  DemoCustomers(pos::TenderBook& book, const Zone& zone, const Clock& clock)
      : book_(book), zone_(zone), clock_(clock) {}

  // Opens the accounts of the shops and gives their first vouchers.
  void begin(const std::vector<DemoShop>& shops, std::uint64_t seed);
  // For goods of so much: what is paid by voucher or on account. Mostly nothing.
  [[nodiscard]] std::optional<pos::Tender> next_tender(const DemoShop& shop, const Money& goods);
  // Who owes much pays all of it.
  void pay_by_bank(const DemoShop& shop);

 private:
  pos::TenderBook& book_;
  const Zone& zone_;
  const Clock& clock_;
  std::vector<std::string> vouchers_;
  std::size_t served_ = 0;
};

}  // namespace tilia::app
