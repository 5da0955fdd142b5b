// Whether somebody may be whose an order or a ticket is.
#pragma once

#include <optional>

#include "pos/bakery/order.h"

namespace tilia::pos {

class CustomerBook;
class TenderBook;

struct OrderedByFault {
  enum class Why {
    nobody,  // neither a customer nor an account, or both
    bad_customer,
    unknown_customer,
    unknown_account,
  };
  Why why = Why::nobody;
  std::optional<CustomerRefusal> customer = std::nullopt;  // of somebody new
};
// `noted`: somebody new, who is noted with it.
[[nodiscard]] std::optional<OrderedByFault> fault_of(const OrderedBy& by,
                                                     const std::optional<Customer>& noted,
                                                     CustomerBook& customers, TenderBook& tenders);

}  // namespace tilia::pos
