// Whose an order or a ticket is, in the payload of a journal entry: an account's code, or the id of
// a customer, which says nothing.
#pragma once

#include "db/payload_json.h"
#include "pos/ordered_by.h"

namespace tilia::db {

inline void add_whose(Json& object, const pos::OrderedBy& by) {
  object["account"] = by.account;
  object["customer"] = by.customer ? Json(by.customer->text()) : Json();
}

inline pos::OrderedBy whose_in(const Json& object) {
  pos::OrderedBy by{std::nullopt, text(object, "account")};
  if (!object.at("customer").is_null()) by.customer = id<pos::CustomerId>(object, "customer");
  return by;
}

}  // namespace tilia::db
