// What may become of a laundry's ticket: pieces noted, moved, collected, given away. Pure: a ticket
// and what was asked go in, what is to write comes out, or why not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pos/laundry/laundry_rules.h"
#include "pos/laundry/ticket.h"
#include "pos/laundry/ticket_refusal.h"

namespace tilia::pos {

inline constexpr int most_bag_pieces = 500;
inline constexpr std::size_t most_ticket_pieces = 300;

struct PieceAsked {
  std::string article;
  Quantity quantity;
  std::vector<std::string> marks = {};
  std::optional<std::int64_t> tag = std::nullopt;  // of a piece that is noted already

  friend bool operator==(const PieceAsked&, const PieceAsked&) = default;
};

// The ticket with those pieces and no others: new ones at today's prices, those that have a tag as
// they were, but for what is asked anew. What went wrong with a piece stays noted. Asked again the
// same, it is the same ticket.
[[nodiscard]] Result<Ticket, TicketRefusal> with_pieces(const Ticket& ticket,
                                                        const std::vector<PieceAsked>& asked,
                                                        const PriceList& prices, const Day& today,
                                                        int most_of_a_load);

// Which pieces: some by their tags, those of a load that are here, or all that are here.
struct PieceChoice {
  std::vector<std::int64_t> tags = {};
  int load = 0;
};
// Pieces of one ticket that change their state together.
struct PieceMove {
  std::int64_t ticket = 0;
  std::vector<std::int64_t> tags;
  PieceState to = PieceState::received;
  std::string rack = {};
  Day day;

  friend bool operator==(const PieceMove&, const PieceMove&) = default;
};
struct MoveAsked {
  PieceChoice which;
  std::optional<PieceState> to = std::nullopt;  // nothing: the hindmost of them go one step on
  std::string rack = {};                        // needed where they become ready
  std::optional<Day> since = std::nullopt;      // where a mistake is undone: as it was before
};
// Without tags: all are there already, and there is nothing to write.
[[nodiscard]] Result<PieceMove, TicketRefusal> move_of(const Ticket& ticket, const MoveAsked& asked,
                                                       const LaundryRules& rules, const Day& today);

// What was noted of that piece, and no other mark of that kind: what went wrong with it.
[[nodiscard]] Result<Ticket, TicketRefusal> with_damage(const Ticket& ticket, std::int64_t tag,
                                                        const std::vector<std::string>& damage);

// Those pieces in that load of it; 0: in a new one, behind those that there are.
[[nodiscard]] Result<Ticket, TicketRefusal> with_load(const Ticket& ticket,
                                                      const std::vector<std::int64_t>& tags,
                                                      int load);

// For how many days it could have been fetched.
[[nodiscard]] int days_unclaimed(const Ticket& ticket, const TicketPiece& piece, const Day& today);
// Of its longest waiting piece; 0 where nothing of it waits beyond its day.
[[nodiscard]] int days_unclaimed(const Ticket& ticket, const Day& today);
// What the shop's rules say of that age; nothing happens by itself.
enum class UnclaimedStep { none, remind, fee, give_away };
[[nodiscard]] std::string_view unclaimed_step_text(UnclaimedStep step);
[[nodiscard]] UnclaimedStep unclaimed_step(int days, const LaundryRules& rules);

}  // namespace tilia::pos
