#include "pos/whose_file.h"

#include <nlohmann/json.hpp>

namespace tilia::pos {

Whose whose_of(const At& object, const IdBytes& id_of_new) {
  Whose whose;
  whose.by.account = object.text_or_nothing("account");
  if (!object.has("customer")) return whose;
  const At customer = object["customer"];
  customer.only({"id", "name", "phone"});
  if (customer.has("id")) {
    customer.only({"id"});
    whose.by.customer = customer["id"].id<CustomerId>();
  } else {
    whose.noted = {CustomerId::from_bytes(id_of_new), customer["name"].text(),
                   customer.text_or_nothing("phone")};
    whose.by.customer = whose.noted->id;
  }
  return whose;
}

void add_whose(nlohmann::ordered_json& json, const OrderedBy& by) {
  if (by.customer) json["customer"] = {{"id", by.customer->text()}};
  if (!by.account.empty()) json["account"] = by.account;
}

}  // namespace tilia::pos
