#include "pos/ordered_by.h"

#include <algorithm>

#include "pos/customer_book.h"
#include "pos/tender_book.h"

namespace tilia::pos {

std::optional<OrderedByFault> fault_of(const OrderedBy& by, const std::optional<Customer>& noted,
                                       CustomerBook& customers, TenderBook& tenders) {
  using Why = OrderedByFault::Why;
  if (by.customer.has_value() == !by.account.empty()) return OrderedByFault{Why::nobody};
  if (noted && by.customer == noted->id) {
    const auto plain = plain_customer(*noted);
    if (plain) return std::nullopt;
    return OrderedByFault{Why::bad_customer, plain.refusal()};
  }
  if (by.customer && !customers.customer(*by.customer))
    return OrderedByFault{Why::unknown_customer};
  if (by.account.empty()) return std::nullopt;
  const std::vector<CustomerAccount> accounts = tenders.accounts();
  const auto account = std::ranges::find(accounts, by.account, &CustomerAccount::code);
  if (account == accounts.end() || account->closed) return OrderedByFault{Why::unknown_account};
  return std::nullopt;
}

}  // namespace tilia::pos
