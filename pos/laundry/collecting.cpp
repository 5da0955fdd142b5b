#include "pos/laundry/collecting.h"

#include <algorithm>

#include "pos/ticket_advance.h"

namespace tilia::pos {
namespace {

using Why = TicketRefusal::Why;

TicketRefusal no(Why why, std::string about) { return {why, std::move(about)}; }

// Whole pieces and kilograms of one kind and price come on one line: that rounds nothing.
void add_line(std::vector<SaleRequest::Line>& lines, const TicketPiece& piece) {
  const OwnPrice price = AgreedPrice{piece.unit_price};
  const auto same = std::ranges::find_if(lines, [&](const SaleRequest::Line& line) {
    return line.article == piece.article && line.own_price == price && line.quantity.whole();
  });
  if (piece.quantity.whole() && same != lines.end())
    same->quantity = same->quantity + piece.quantity;
  else
    lines.push_back({piece.article, piece.quantity, price});
}

}  // namespace

Result<Collecting, TicketRefusal> collecting_of(const Ticket& ticket,
                                                const std::vector<std::int64_t>& tags,
                                                Currency currency) {
  const std::string number = std::to_string(ticket.number);
  if (ticket.cancelled) return no(Why::not_open, number);
  if (ticket.pieces.empty()) return no(Why::still_in_bag, number);
  Collecting collecting{ticket.number, {}, {}, Money::zero(currency)};
  for (const std::int64_t tag : tags) {
    const TicketPiece* piece = ticket.piece(tag);
    if (piece == nullptr) return no(Why::unknown_piece, std::to_string(tag));
    if (!is_here(piece->state)) return no(Why::not_here, std::to_string(tag));
    if (piece->state != PieceState::ready) return no(Why::not_ready, std::to_string(tag));
  }
  for (const TicketPiece& piece : ticket.pieces) {
    const bool wanted = tags.empty() || std::ranges::find(tags, piece.tag) != tags.end();
    if (!wanted || piece.state != PieceState::ready) continue;
    collecting.tags.push_back(piece.tag);
    collecting.total += price_of(piece);
    add_line(collecting.lines, piece);
  }
  if (collecting.tags.empty()) {
    const bool gone = pieces_here(ticket) == 0;
    return no(gone ? Why::not_here : Why::not_ready, number);
  }
  std::ranges::sort(collecting.tags);
  return collecting;
}

SaleRequest sale_of(const Collecting& collecting, const Money& paid_early, const SaleId& id) {
  SaleRequest request{.id = id,
                      .lines = collecting.lines,
                      .tenders = {},
                      .donation = std::nullopt,
                      .delivers = Delivery{ticket_delivery, collecting.ticket, collecting.tags}};
  const Money early = std::min(paid_early, collecting.total);
  if (!early.is_zero())
    request.tenders.push_back({TenderKind::advance, early, advance_of_ticket(collecting.ticket)});
  return request;
}

bool is_sale_of(const Sale& sale, const CollectingAsked& asked) {
  const auto& delivers = sale.priced.delivers;
  if (!delivers || delivers->what != ticket_delivery || delivers->number != asked.ticket)
    return false;
  std::vector<std::int64_t> tags = asked.tags;
  std::ranges::sort(tags);
  if (!tags.empty() && tags != delivers->pieces) return false;
  const auto& tenders = sale.priced.tenders;
  const bool early = !tenders.empty() && tenders.front().kind == TenderKind::advance;
  return std::vector<Tender>(tenders.begin() + (early ? 1 : 0), tenders.end()) == asked.tenders;
}

}  // namespace tilia::pos
