#include "pos/ticket_advance.h"

#include "pos/own_codes.h"

namespace tilia::pos {
namespace {

constexpr std::string_view ticket = "ticket-";

}  // namespace

std::string advance_of_ticket(std::int64_t number) { return numbered_code(ticket, number); }

std::optional<std::int64_t> ticket_of_advance(std::string_view code) {
  return number_of_code(ticket, code);
}

}  // namespace tilia::pos
