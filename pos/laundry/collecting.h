// What a customer takes with her of her ticket, as a sale: the pieces that she takes at the prices
// that were agreed, paid first with what she paid early.
//
//   auto collecting = collecting_of(ticket, {}, currency);         // all that is ready
//   SaleRequest sale = sale_of(collecting.value(), paid_early, id);
#pragma once

#include <cstdint>
#include <vector>

#include "pos/laundry/ticket.h"
#include "pos/laundry/ticket_refusal.h"
#include "pos/sale.h"

namespace tilia::pos {

struct Collecting {
  std::int64_t ticket = 0;
  std::vector<std::int64_t> tags;
  std::vector<SaleRequest::Line> lines;  // at agreed prices; pieces of one kind on one line
  Money total;
};

// `tags` empty: all that is ready.
[[nodiscard]] Result<Collecting, TicketRefusal> collecting_of(const Ticket& ticket,
                                                              const std::vector<std::int64_t>& tags,
                                                              Currency currency);
// Its only tender is what was paid early, as far as it goes.
[[nodiscard]] SaleRequest sale_of(const Collecting& collecting, const Money& paid_early,
                                  const SaleId& id);

struct CollectingAsked {
  SaleId id;  // minted by who asks: asked twice, collected once
  std::int64_t ticket = 0;
  std::vector<std::int64_t> tags = {};        // none: all that is ready
  std::vector<SaleRequest::Line> lines = {};  // sold with it
  std::vector<Tender> tenders = {};           // beside what was paid early, which goes first
};
// Whether that sale is what was asked, when it is asked again.
[[nodiscard]] bool is_sale_of(const Sale& sale, const CollectingAsked& asked);

}  // namespace tilia::pos
