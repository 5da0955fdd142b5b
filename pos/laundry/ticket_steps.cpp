#include "pos/laundry/ticket_steps.h"

#include <algorithm>
#include <set>

#include "core/check.h"
#include "pos/laundry/laundry_mark.h"

namespace tilia::pos {
namespace {

using Why = TicketRefusal::Why;

TicketRefusal no(Why why, std::string about = {}) { return {why, std::move(about)}; }

bool is_damage(const std::string& code) {
  const auto mark = laundry_mark(code);
  return mark && mark->kind == LaundryMark::Kind::damage;
}

// The marks of one sort, in the order of the list, each once.
std::vector<std::string> marks_of(const std::vector<std::string>& codes, bool damage) {
  std::vector<std::string> marks;
  for (const LaundryMark& mark : laundry_marks()) {
    const bool wanted = (mark.kind == LaundryMark::Kind::damage) == damage;
    if (wanted && std::ranges::find(codes, mark.code) != codes.end()) marks.emplace_back(mark.code);
  }
  return marks;
}

std::vector<std::string> both(std::vector<std::string> marks,
                              const std::vector<std::string>& more) {
  marks.insert(marks.end(), more.begin(), more.end());
  return marks;
}

std::optional<TicketRefusal> mark_fault(const std::vector<std::string>& codes, bool damage) {
  for (const std::string& code : codes) {
    if (!laundry_mark(code) || is_damage(code) != damage) return no(Why::unknown_mark, code);
  }
  return std::nullopt;
}

bool asks_for(const TicketPiece& piece, const PieceAsked& asked) {
  return piece.article == asked.article && piece.quantity == asked.quantity &&
         marks_of(piece.marks, false) == marks_of(asked.marks, false) &&
         (!asked.tag || *asked.tag == piece.tag);
}

// Whether the tags that were asked for are the ticket's, each once, and no piece is left out that
// can't be.
std::optional<TicketRefusal> tag_fault(const Ticket& ticket, const std::vector<PieceAsked>& asked) {
  std::set<std::int64_t> tags;
  for (const PieceAsked& each : asked) {
    if (!each.tag) continue;
    const TicketPiece* piece = ticket.piece(*each.tag);
    if (piece == nullptr || !tags.insert(*each.tag).second)
      return no(Why::unknown_piece, std::to_string(*each.tag));
    if (!is_here(piece->state) && !asks_for(*piece, each))
      return no(Why::not_here, std::to_string(piece->tag));
  }
  if (!ticket.pieces.empty() && tags.empty())
    return no(Why::already_detailed, std::to_string(ticket.number));
  for (const TicketPiece& piece : ticket.pieces) {
    if (piece.state != PieceState::received && !tags.contains(piece.tag))
      return no(Why::moved_on, std::to_string(piece.tag));
  }
  return std::nullopt;
}

Result<TicketPiece, TicketRefusal> piece_of(const PieceAsked& asked, const TicketPiece* before,
                                            const PriceList& prices, const Day& today) {
  if (before != nullptr && before->article == asked.article && before->quantity == asked.quantity) {
    TicketPiece same = *before;
    same.marks = both(marks_of(asked.marks, false), marks_of(before->marks, true));
    return same;
  }
  const auto priced = price_lines({{asked.article, asked.quantity}}, prices, BusinessDay(today));
  if (!priced) return TicketRefusal{Why::bad_line, priced.refusal().about, priced.refusal()};
  const SaleLine& line = priced.value().front();
  if (line.unit == Unit::each && line.quantity != Quantity::pieces(1))
    return no(Why::one_a_tag, asked.article);
  TicketPiece piece{.article = asked.article,
                    .quantity = asked.quantity,
                    .unit_price = line.unit_price,
                    .marks = marks_of(asked.marks, false),
                    .since = today};
  if (before != nullptr) {
    piece.tag = before->tag;
    piece.load = before->load;
    piece.state = before->state;
    piece.since = before->since;
    piece.rack = before->rack;
    piece.marks = both(std::move(piece.marks), marks_of(before->marks, true));
  }
  return piece;
}

Result<std::vector<const TicketPiece*>, TicketRefusal> chosen(const Ticket& ticket,
                                                              const PieceChoice& which) {
  std::vector<const TicketPiece*> pieces;
  for (const std::int64_t tag : which.tags) {
    const TicketPiece* piece = ticket.piece(tag);
    if (piece == nullptr) return no(Why::unknown_piece, std::to_string(tag));
    if (piece->state == PieceState::collected) return no(Why::not_here, std::to_string(tag));
    if (std::ranges::find(pieces, piece) == pieces.end()) pieces.push_back(piece);
  }
  if (!which.tags.empty()) return pieces;
  for (const TicketPiece& piece : ticket.pieces) {
    if (is_here(piece.state) && (which.load == 0 || which.load == piece.load))
      pieces.push_back(&piece);
  }
  return pieces;
}

// Why one piece can't go there.
std::optional<TicketRefusal> move_fault(const Ticket& ticket, const TicketPiece& piece,
                                        PieceState to, const LaundryRules& rules,
                                        const Day& today) {
  if (to == PieceState::lost && !is_here(piece.state))
    return no(Why::not_here, std::to_string(piece.tag));
  if (to != PieceState::given_away || piece.state == PieceState::given_away) return std::nullopt;
  if (piece.state != PieceState::ready) return no(Why::not_ready, std::to_string(piece.tag));
  const bool late =
      rules.give_away_days > 0 && days_unclaimed(ticket, piece, today) >= rules.give_away_days;
  if (!late) return no(Why::too_early_to_give_away, std::to_string(piece.tag));
  return std::nullopt;
}

}  // namespace

Result<Ticket, TicketRefusal> with_pieces(const Ticket& ticket,
                                          const std::vector<PieceAsked>& asked,
                                          const PriceList& prices, const Day& today,
                                          int most_of_a_load) {
  if (asked.empty()) return no(Why::empty_ticket);
  if (asked.size() > most_ticket_pieces)
    return no(Why::too_many_pieces, std::to_string(most_ticket_pieces));
  for (const PieceAsked& each : asked) {
    if (auto fault = mark_fault(each.marks, false)) return std::move(*fault);
  }
  if (!ticket.cancelled && std::ranges::equal(ticket.pieces, asked, asks_for)) return ticket;
  if (pieces_here(ticket) == 0) return no(Why::not_open, std::to_string(ticket.number));
  if (auto fault = tag_fault(ticket, asked)) return std::move(*fault);
  Ticket detailed = ticket;
  detailed.pieces.clear();
  for (const PieceAsked& each : asked) {
    auto piece = piece_of(each, each.tag ? ticket.piece(*each.tag) : nullptr, prices, today);
    if (!piece) return piece.refusal();
    detailed.pieces.push_back(std::move(piece).value());
  }
  put_in_loads(detailed.pieces, most_of_a_load);
  return detailed;
}

Result<PieceMove, TicketRefusal> move_of(const Ticket& ticket, const MoveAsked& asked,
                                         const LaundryRules& rules, const Day& today) {
  if (ticket.cancelled) return no(Why::not_open, std::to_string(ticket.number));
  if (ticket.pieces.empty()) return no(Why::still_in_bag, std::to_string(ticket.number));
  if (asked.to == PieceState::collected)
    return no(Why::paid_when_collected, std::to_string(ticket.number));
  const auto pieces = chosen(ticket, asked.which);
  if (!pieces) return pieces.refusal();
  if (pieces.value().empty()) return no(Why::nothing_to_move, std::to_string(ticket.number));
  PieceMove move{.ticket = ticket.number, .tags = {}, .day = asked.since.value_or(today)};
  const TicketPiece* hindmost = *std::ranges::min_element(
      pieces.value(), {}, [](const TicketPiece* piece) { return piece->state; });
  const auto to = asked.to ? asked.to : next_state(hindmost->state);
  if (!to) return no(Why::nothing_to_move, std::to_string(ticket.number));
  move.to = *to;
  if (move.to == PieceState::ready) {
    if (asked.rack.empty()) return no(Why::rack_missing, std::to_string(ticket.number));
    const auto rack = plain_rack(asked.rack);
    if (!rack) return no(Why::bad_rack, asked.rack);
    move.rack = *rack;
  }
  for (const TicketPiece* piece : pieces.value()) {
    if (!asked.to && piece->state != hindmost->state) continue;
    if (auto fault = move_fault(ticket, *piece, move.to, rules, today)) return std::move(*fault);
    if (piece->state != move.to || piece->rack != move.rack) move.tags.push_back(piece->tag);
  }
  return move;
}

Result<Ticket, TicketRefusal> with_damage(const Ticket& ticket, std::int64_t tag,
                                          const std::vector<std::string>& damage) {
  if (ticket.cancelled) return no(Why::not_open, std::to_string(ticket.number));
  const TicketPiece* piece = ticket.piece(tag);
  if (piece == nullptr) return no(Why::unknown_piece, std::to_string(tag));
  if (auto fault = mark_fault(damage, true)) return std::move(*fault);
  if (piece->state == PieceState::collected) return no(Why::not_here, std::to_string(tag));
  Ticket noted = ticket;
  const auto at = std::ranges::find(noted.pieces, tag, &TicketPiece::tag);
  at->marks = both(marks_of(at->marks, false), marks_of(damage, true));
  return noted;
}

Result<Ticket, TicketRefusal> with_load(const Ticket& ticket, const std::vector<std::int64_t>& tags,
                                        int load) {
  if (ticket.cancelled) return no(Why::not_open, std::to_string(ticket.number));
  if (ticket.pieces.empty()) return no(Why::still_in_bag, std::to_string(ticket.number));
  const auto last = std::ranges::max_element(ticket.pieces, {}, &TicketPiece::load);
  const int into = load > 0 ? load : last->load + 1;
  Ticket split = ticket;
  for (const std::int64_t tag : tags) {
    const auto piece = std::ranges::find(split.pieces, tag, &TicketPiece::tag);
    if (piece == split.pieces.end()) return no(Why::unknown_piece, std::to_string(tag));
    if (!is_here(piece->state)) return no(Why::not_here, std::to_string(tag));
    piece->load = into;
  }
  return split;
}

int days_unclaimed(const Ticket& ticket, const TicketPiece& piece, const Day& today) {
  if (piece.state != PieceState::ready) return 0;
  return std::max(0, std::max(ticket.due, piece.since).days_until(today));
}

int days_unclaimed(const Ticket& ticket, const Day& today) {
  int days = 0;
  for (const TicketPiece& piece : ticket.pieces)
    days = std::max(days, days_unclaimed(ticket, piece, today));
  return days;
}

std::string_view unclaimed_step_text(UnclaimedStep step) {
  switch (step) {
    case UnclaimedStep::none: return "none";
    case UnclaimedStep::remind: return "remind";
    case UnclaimedStep::fee: return "fee";
    case UnclaimedStep::give_away: return "give_away";
  }
  CHECK(false);
}

UnclaimedStep unclaimed_step(int days, const LaundryRules& rules) {
  const auto reached = [days](int after) { return after > 0 && days >= after; };
  if (reached(rules.give_away_days)) return UnclaimedStep::give_away;
  if (reached(rules.fee_days)) return UnclaimedStep::fee;
  if (reached(rules.remind_days)) return UnclaimedStep::remind;
  return UnclaimedStep::none;
}

}  // namespace tilia::pos
