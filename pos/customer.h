// Somebody for whom the shop keeps something: an order, her washing, an appointment. A name or a
// nickname, and a telephone number if she likes. What stands in the journal is her opaque id alone;
// this is a row beside it, which can be changed and is taken out once nothing waits for her.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/id.h"
#include "core/phrase.h"
#include "core/result.h"

namespace tilia::pos {

struct CustomerTag;
using CustomerId = Id<CustomerTag>;

struct Customer {
  CustomerId id;
  std::string name;         // as she likes to be called
  std::string phone;        // digits, with a "+" before them or none; may be empty
  bool remembered = false;  // she agreed that what was done for her is kept

  friend bool operator==(const Customer&, const Customer&) = default;
};

enum class CustomerRefusal { name_missing, name_too_long, bad_phone, unknown_customer };
[[nodiscard]] std::string_view customer_refusal_code(CustomerRefusal why);
[[nodiscard]] Phrase sentence_of(CustomerRefusal why);

// As they are kept: the name without blanks around it, at most 60 letters; of the number as
// somebody writes it ("0 64/123-45-67") digits and a leading plus, 3 to 20 of them.
[[nodiscard]] Result<Customer, CustomerRefusal> plain_customer(Customer customer);

// Whether she is meant by what somebody typed: part of her name in any case, or three and more
// digits with which her number ends. Nothing typed means everybody.
[[nodiscard]] bool is_meant(const Customer& customer, std::string_view typed);

}  // namespace tilia::pos
