// Whose an order or a ticket is, and whether somebody may be that.
#pragma once

#include <optional>
#include <string>

#include "pos/customer.h"

namespace tilia::pos {

class CustomerBook;
class TenderBook;

// Whose it is: somebody by a name, or a customer on account; one of the two.
struct OrderedBy {
  std::optional<CustomerId> customer = std::nullopt;
  std::string account = {};

  friend bool operator==(const OrderedBy&, const OrderedBy&) = default;
};

struct OrderedByFault {
  enum class Why {
    nobody,  // neither a customer nor an account, or both
    bad_customer,
    unknown_customer,
    unknown_account,
  };
  Why why = Why::nobody;
  CustomerRefusal customer = CustomerRefusal::name_missing;  // of bad_customer
};
// `noted`: somebody new, who is noted with it.
[[nodiscard]] std::optional<OrderedByFault> fault_of(const OrderedBy& by,
                                                     const std::optional<Customer>& noted,
                                                     CustomerBook& customers, TenderBook& tenders);

}  // namespace tilia::pos
