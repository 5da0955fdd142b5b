// Customers for whom something is kept: noted with an order, found again by name or by the end of
// their number, forgotten when they wish. Those who did not come again go by the rule that the
// organisation set (payroll/retention.h), which app applies.
//
//   KeepCustomers keep(book, zone, clock, chance);
//   auto customer = keep.note("Ana", "064 123 45 67");
#pragma once

#include <string>
#include <vector>

#include "core/chance.h"
#include "core/clock.h"
#include "core/zone.h"
#include "pos/customer_book.h"

namespace tilia::pos {

class KeepCustomers {
 public:
  KeepCustomers(CustomerBook& book, const Zone& zone, const Clock& clock, Chance& chance)
      : book_(book), zone_(zone), clock_(clock), chance_(chance) {}

  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  // Whoever has that name and number already, else a new one: of two without a number nobody knows
  // whether they are one.
  [[nodiscard]] Result<Customer, CustomerRefusal> note(const std::string& name,
                                                       const std::string& phone);
  [[nodiscard]] Result<Customer, CustomerRefusal> change(const Customer& customer);
  [[nodiscard]] Result<Done, CustomerRefusal> forget(const CustomerId& id);
  // Those who are meant by what was typed, by name.
  [[nodiscard]] std::vector<Customer> find(const std::string& typed);

 private:
  CustomerBook& book_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
};

}  // namespace tilia::pos
