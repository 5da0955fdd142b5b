#include "pos/keep_customers.h"

#include <algorithm>

namespace tilia::pos {

Result<Customer, CustomerRefusal> KeepCustomers::note(const std::string& name,
                                                      const std::string& phone) {
  auto plain = plain_customer({CustomerId::mint(chance_), name, phone});
  if (!plain) return plain.refusal();
  Customer customer = plain.value();
  for (Customer& known : book_.customers()) {
    const bool same = !known.phone.empty() && known.phone == customer.phone;
    if (same && known.name == customer.name) customer = std::move(known);
  }
  book_.put_customer(customer, today());
  return customer;
}

Result<Customer, CustomerRefusal> KeepCustomers::change(const Customer& customer) {
  auto plain = plain_customer(customer);
  if (!plain) return plain.refusal();
  if (!book_.customer(customer.id)) return CustomerRefusal::unknown_customer;
  book_.put_customer(plain.value(), today());
  return plain;
}

Result<Done, CustomerRefusal> KeepCustomers::forget(const CustomerId& id) {
  if (!book_.customer(id)) return CustomerRefusal::unknown_customer;
  book_.forget(id);
  return Done{};
}

std::vector<Customer> KeepCustomers::find(const std::string& typed) {
  std::vector<Customer> found = book_.customers();
  std::erase_if(found, [&](const Customer& customer) { return !is_meant(customer, typed); });
  return found;
}

}  // namespace tilia::pos
