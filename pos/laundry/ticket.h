// A laundry's ticket: what somebody brought, until when, and where each piece of it is. A piece has
// a tag of its own, with a number that no other piece of the book ever gets, and is in exactly one
// state; it is collected once, by the sale that it is paid with. What was paid early for a ticket
// is money owed (pos/advance.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/money.h"
#include "core/quantity.h"
#include "pos/ordered_by.h"

namespace tilia::pos {

struct TicketTag;
using TicketId = Id<TicketTag>;

// Lost and given away: nobody will fetch it, and nobody pays for it.
enum class PieceState { received, washing, ironing, ready, collected, lost, given_away };
[[nodiscard]] std::string_view piece_state_text(PieceState state);  // "given_away"
[[nodiscard]] std::optional<PieceState> parse_piece_state(std::string_view text);
// It is with the laundry: received, washing, ironing, ready.
[[nodiscard]] bool is_here(PieceState state);
// What comes after it here; nothing behind ready: then somebody collects it.
[[nodiscard]] std::optional<PieceState> next_state(PieceState state);

struct TicketPiece {
  std::int64_t tag = 0;                 // of the book; 0: not given yet
  std::string article;                  // the kind of piece
  Quantity quantity;                    // 1, or what it weighs
  Money unit_price;                     // agreed: of one piece or kilogram, VAT included
  std::vector<std::string> marks = {};  // codes of pos/laundry/laundry_mark.h
  int load = 0;                         // of its ticket, from 1
  PieceState state = PieceState::received;
  Day since;              // it is in that state
  std::string rack = {};  // where it hangs, once it is ready

  friend bool operator==(const TicketPiece&, const TicketPiece&) = default;
};
// Half-up, as a sale rounds it.
[[nodiscard]] Money price_of(const TicketPiece& piece);

struct Ticket {
  TicketId id;              // minted by who asks: asked twice, taken once
  std::int64_t number = 0;  // of the book: what the slip says
  std::string till;         // of the shop where it is collected
  OrderedBy by;
  Day taken;
  Day due;
  std::optional<int> minute = std::nullopt;    // of that day, from when
  int bag_pieces = 0;                          // counted when it was taken in; 0: not counted
  std::vector<TicketPiece> pieces = {};        // none: it is in its bag yet
  std::optional<Day> reminded = std::nullopt;  // whose it is, last
  bool cancelled = false;                      // given back as it came

  [[nodiscard]] const TicketPiece* piece(std::int64_t tag) const;
  friend bool operator==(const Ticket&, const Ticket&) = default;
};
// Pieces that are here; a bag that nobody has looked into is one.
[[nodiscard]] int pieces_here(const Ticket& ticket);
// Of the pieces that are here or were collected.
[[nodiscard]] Money total_of(const Ticket& ticket, Currency currency);
// Of those that are here alone.
[[nodiscard]] Money to_pay_of(const Ticket& ticket, Currency currency);

// What a glance at the whole ticket says: where its hindmost piece is. It is complete when no piece
// is here any more and nothing that was paid early is left.
enum class TicketState {
  in_bag,
  received,
  washing,
  ironing,
  ready,
  money_left,
  complete,
  cancelled
};
[[nodiscard]] std::string_view ticket_state_text(TicketState state);
[[nodiscard]] TicketState state_of(const Ticket& ticket, const Money& paid_early);

// Fills the loads from the first on, each up to that many pieces (0: one load takes all). Pieces
// that have a load keep it.
void put_in_loads(std::vector<TicketPiece>& pieces, int most_of_a_load);

// What the bars of a slip and of a piece's tag say.
[[nodiscard]] std::string ticket_barcode(std::int64_t number);
[[nodiscard]] std::optional<std::int64_t> ticket_of_barcode(std::string_view scanned);
[[nodiscard]] std::string piece_barcode(std::int64_t tag);
[[nodiscard]] std::optional<std::int64_t> piece_of_barcode(std::string_view scanned);

// Where something hangs, as it is kept: capital letters, no blanks around it; 1 to 12 of A to Z,
// digits and dashes. Nothing for any other text.
[[nodiscard]] std::optional<std::string> plain_rack(std::string_view text);

}  // namespace tilia::pos
