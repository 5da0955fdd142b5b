// Whose something is, in the JSON of orders and tickets: {"customer":{"name":"Ana","phone":"064"}}
// for somebody new, {"customer":{"id":"…"}}, or {"account":"cafe"}.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "pos/ordered_by.h"
#include "core/strict_file.h"

namespace tilia::pos {

struct Whose {
  OrderedBy by;
  std::optional<Customer> noted;
};

// Somebody who is written by name gets that id.
[[nodiscard]] Whose whose_of(const At& object, const IdBytes& id_of_new);
void add_whose(nlohmann::ordered_json& json, const OrderedBy& by);

}  // namespace tilia::pos
