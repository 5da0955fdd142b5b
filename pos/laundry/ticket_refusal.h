// Why a laundry's ticket is not taken, looked into, moved or collected.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/phrase.h"
#include "pos/customer.h"
#include "pos/ring_up_sale.h"

namespace tilia::pos {

struct TicketRefusal {
  enum class Why {
    empty_ticket,  // neither counted nor looked into
    bad_count,     // less than none, or more than a bag holds
    too_many_pieces,
    bad_line,      // see `line`
    one_a_tag,     // several of a piece, or part of one, under one tag
    unknown_mark,  // or a damage before anything was done
    bad_customer,  // see `customer`
    day_is_past,
    day_too_far,  // more than a year ahead: a slip
    unknown_till,
    nobody,  // neither a customer nor an account, or both
    unknown_customer,
    unknown_account,
    unknown_ticket,
    not_open,  // cancelled
    same_id_other_content,
    already_detailed,  // and no tag says which piece is which
    unknown_piece,
    not_here,             // collected, lost or given away
    moved_on,             // in the machine already: it can't be struck out
    still_in_bag,         // nobody has looked into it
    nothing_to_move,      // no piece of it is here, or all are ready
    paid_when_collected,  // pieces are collected by the sale that pays them
    rack_missing,
    bad_rack,
    not_ready,
    too_early_to_give_away,
    changed_meanwhile,
  };
  Why why = Why::empty_ticket;
  std::string about = {};  // may be empty
  std::optional<SaleRefusal> line = std::nullopt;
  std::optional<CustomerRefusal> customer = std::nullopt;
};
[[nodiscard]] std::string_view ticket_refusal_code(const TicketRefusal& refusal);
[[nodiscard]] Phrase sentence_of(const TicketRefusal& refusal);

}  // namespace tilia::pos
