#include "pos/laundry/ticket.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/check.h"
#include "pos/own_codes.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<PieceState, std::string_view>, 7> states{{
    {PieceState::received, "received"},
    {PieceState::washing, "washing"},
    {PieceState::ironing, "ironing"},
    {PieceState::ready, "ready"},
    {PieceState::collected, "collected"},
    {PieceState::lost, "lost"},
    {PieceState::given_away, "given_away"},
}};

constexpr std::array<std::pair<TicketState, std::string_view>, 8> ticket_states{{
    {TicketState::in_bag, "in_bag"},
    {TicketState::received, "received"},
    {TicketState::washing, "washing"},
    {TicketState::ironing, "ironing"},
    {TicketState::ready, "ready"},
    {TicketState::money_left, "money_left"},
    {TicketState::complete, "complete"},
    {TicketState::cancelled, "cancelled"},
}};

TicketState as_ticket_state(PieceState hindmost) {
  switch (hindmost) {
    case PieceState::received: return TicketState::received;
    case PieceState::washing: return TicketState::washing;
    case PieceState::ironing: return TicketState::ironing;
    case PieceState::ready: return TicketState::ready;
    case PieceState::collected:
    case PieceState::lost:
    case PieceState::given_away: break;
  }
  CHECK(false);
}

}  // namespace

std::string_view piece_state_text(PieceState state) {
  for (const auto& [known, text] : states) {
    if (known == state) return text;
  }
  CHECK(false);
}

std::optional<PieceState> parse_piece_state(std::string_view text) {
  for (const auto& [state, known] : states) {
    if (known == text) return state;
  }
  return std::nullopt;
}

bool is_here(PieceState state) { return state <= PieceState::ready; }

std::optional<PieceState> next_state(PieceState state) {
  switch (state) {
    case PieceState::received: return PieceState::washing;
    case PieceState::washing: return PieceState::ironing;
    case PieceState::ironing: return PieceState::ready;
    default: return std::nullopt;
  }
}

Money price_of(const TicketPiece& piece) {
  return piece.unit_price.times(piece.quantity, Rounding::half_up).value();
}

const TicketPiece* Ticket::piece(std::int64_t tag) const {
  const auto found = std::ranges::find(pieces, tag, &TicketPiece::tag);
  return found == pieces.end() ? nullptr : &*found;
}

int pieces_here(const Ticket& ticket) {
  if (ticket.cancelled) return 0;
  if (ticket.pieces.empty()) return 1;
  return static_cast<int>(std::ranges::count_if(
      ticket.pieces, [](const TicketPiece& piece) { return is_here(piece.state); }));
}

Money total_of(const Ticket& ticket, Currency currency) {
  Money total = to_pay_of(ticket, currency);
  for (const TicketPiece& piece : ticket.pieces) {
    if (piece.state == PieceState::collected) total += price_of(piece);
  }
  return total;
}

Money to_pay_of(const Ticket& ticket, Currency currency) {
  Money to_pay = Money::zero(currency);
  for (const TicketPiece& piece : ticket.pieces) {
    if (!ticket.cancelled && is_here(piece.state)) to_pay += price_of(piece);
  }
  return to_pay;
}

std::string_view ticket_state_text(TicketState state) {
  for (const auto& [known, text] : ticket_states) {
    if (known == state) return text;
  }
  CHECK(false);
}

TicketState state_of(const Ticket& ticket, const Money& paid_early) {
  if (pieces_here(ticket) == 0 && !paid_early.is_zero()) return TicketState::money_left;
  if (ticket.cancelled) return TicketState::cancelled;
  if (ticket.pieces.empty()) return TicketState::in_bag;
  const auto hindmost = std::ranges::min_element(ticket.pieces, {}, &TicketPiece::state);
  return is_here(hindmost->state) ? as_ticket_state(hindmost->state) : TicketState::complete;
}

void put_in_loads(std::vector<TicketPiece>& pieces, int most_of_a_load) {
  std::map<int, int> filled;
  for (const TicketPiece& piece : pieces) {
    if (piece.load > 0) ++filled[piece.load];
  }
  int load = 1;
  for (TicketPiece& piece : pieces) {
    if (piece.load > 0) continue;
    while (most_of_a_load > 0 && filled[load] >= most_of_a_load) ++load;
    piece.load = load;
    ++filled[load];
  }
}

std::string ticket_barcode(std::int64_t number) { return own_barcode(OwnRange::ticket, number); }

std::optional<std::int64_t> ticket_of_barcode(std::string_view scanned) {
  return number_of_own_barcode(OwnRange::ticket, scanned);
}

std::string piece_barcode(std::int64_t tag) { return own_barcode(OwnRange::piece, tag); }

std::optional<std::int64_t> piece_of_barcode(std::string_view scanned) {
  return number_of_own_barcode(OwnRange::piece, scanned);
}

std::optional<std::string> plain_rack(std::string_view text) {
  constexpr std::size_t longest = 12;
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  std::string rack;
  for (const char letter : text) {
    const char capital =
        letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    const bool known =
        (capital >= 'A' && capital <= 'Z') || (capital >= '0' && capital <= '9') || capital == '-';
    if (!known) return std::nullopt;
    rack += capital;
  }
  if (rack.empty() || rack.size() > longest) return std::nullopt;
  return rack;
}

}  // namespace tilia::pos
