// What keeping customers needs of storage. db/customer_book_sqlite fulfils it.
#pragma once

#include <optional>
#include <vector>

#include "core/day.h"
#include "pos/customer.h"

namespace tilia::pos {

class CustomerBook {
 public:
  virtual ~CustomerBook() = default;

  [[nodiscard]] virtual std::optional<Customer> customer(const CustomerId& id) = 0;
  // By name.
  [[nodiscard]] virtual std::vector<Customer> customers() = 0;
  // A new one, or another name, number, word. She was here on that day.
  virtual void put_customer(const Customer& customer, const Day& day) = 0;
  // Gone from the file, whatever waits for her: that keeps her id, which says nothing.
  virtual void forget(const CustomerId& id) = 0;
  // All who were last here on that day or before it, for whom nothing waits, and who did not agree
  // to be remembered. Answers how many.
  virtual int forget_those_gone(const Day& last_day) = 0;
};

}  // namespace tilia::pos
