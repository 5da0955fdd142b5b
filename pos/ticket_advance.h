// Under which code something is paid early for a laundry's ticket (pos/advance.h): "ticket-17".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tilia::pos {

[[nodiscard]] std::string advance_of_ticket(std::int64_t number);
// The ticket of such a code; nothing where it is another's.
[[nodiscard]] std::optional<std::int64_t> ticket_of_advance(std::string_view code);

}  // namespace tilia::pos
