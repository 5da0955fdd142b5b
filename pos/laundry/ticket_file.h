// A laundry's tickets as JSON, read strictly (core/strict_file.h), and written. One ticket a line;
// counted ("bag"), looked into ("pieces"), or both:
//
//   {"id":"9f…","till":"T2","due":"2026-03-05","time":"17:00",
//    "customer":{"name":"Ana","phone":"064 123 45 67"},"bag":7,
//    "pieces":[{"article":"shirt","count":2,"marks":["white","wine"]},
//              {"article":"washing-kg","quantity":"4.2"}]}
//
// In place of "customer" with a name: {"customer":{"id":"…"}} or {"account":"hotel"}. Looking into
// it later: {"pieces":[…]}, where "tag" names one that is noted already. Collecting:
//
//   {"id":"a0…","ticket":17,"pieces":[3,4],"lines":[{"article":"bag","quantity":"1"}],
//    "tenders":[{"kind":"cash","amount":"500.00"}]}
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/chance.h"
#include "core/result.h"
#include "pos/laundry/keep_tickets.h"
#include "core/strict_file.h"

namespace tilia::pos {

// `chance`: mints the id of a ticket that has none. Somebody new gets the id of her ticket, so that
// a line that is sent again notes her once.
[[nodiscard]] Result<TicketRequest, FileRefusal> read_ticket_line(std::string_view json,
                                                                  Chance& chance);
[[nodiscard]] Result<std::vector<PieceAsked>, FileRefusal> read_ticket_pieces(
    std::string_view json);

[[nodiscard]] Result<CollectingAsked, FileRefusal> read_collecting_line(std::string_view json,
                                                                        Currency currency);

[[nodiscard]] std::string ticket_json(const KnownTicket& known);
[[nodiscard]] std::string unclaimed_json(const UnclaimedTicket& unclaimed);
[[nodiscard]] std::string laundry_marks_json();

}  // namespace tilia::pos
