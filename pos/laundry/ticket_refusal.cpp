#include "pos/laundry/ticket_refusal.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "core/check.h"

namespace tilia::pos {
namespace {

using Why = TicketRefusal::Why;

constexpr std::array<std::pair<Why, std::string_view>, 26> codes{{
    {Why::empty_ticket, "ticket.empty_ticket"},
    {Why::bad_count, "ticket.bad_count"},
    {Why::too_many_pieces, "ticket.too_many_pieces"},
    {Why::one_a_tag, "ticket.one_a_tag"},
    {Why::unknown_mark, "ticket.unknown_mark"},
    {Why::day_is_past, "ticket.day_is_past"},
    {Why::day_too_far, "ticket.day_too_far"},
    {Why::unknown_till, "ticket.unknown_till"},
    {Why::nobody, "ticket.nobody"},
    {Why::unknown_customer, "ticket.unknown_customer"},
    {Why::unknown_account, "ticket.unknown_account"},
    {Why::unknown_ticket, "ticket.unknown_ticket"},
    {Why::not_open, "ticket.not_open"},
    {Why::same_id_other_content, "ticket.same_id_other_content"},
    {Why::already_detailed, "ticket.already_detailed"},
    {Why::unknown_piece, "ticket.unknown_piece"},
    {Why::not_here, "ticket.not_here"},
    {Why::moved_on, "ticket.moved_on"},
    {Why::still_in_bag, "ticket.still_in_bag"},
    {Why::nothing_to_move, "ticket.nothing_to_move"},
    {Why::paid_when_collected, "ticket.paid_when_collected"},
    {Why::rack_missing, "ticket.rack_missing"},
    {Why::bad_rack, "ticket.bad_rack"},
    {Why::not_ready, "ticket.not_ready"},
    {Why::too_early_to_give_away, "ticket.too_early_to_give_away"},
    {Why::changed_meanwhile, "ticket.changed_meanwhile"},
}};

}  // namespace

std::string_view ticket_refusal_code(const TicketRefusal& refusal) {
  if (refusal.line) return sale_refusal_code(refusal.line->why);
  if (refusal.customer) return customer_refusal_code(*refusal.customer);
  for (const auto& [known, code] : codes) {
    if (known == refusal.why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(const TicketRefusal& refusal) {
  if (refusal.line) return sentence_of(*refusal.line);
  if (refusal.customer) return sentence_of(*refusal.customer);
  return Phrase(fmt::format("pos.{}", ticket_refusal_code(refusal))).with("about", refusal.about);
}

}  // namespace tilia::pos
