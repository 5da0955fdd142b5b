// A laundry at work: tickets are taken in, looked into, moved from step to step, found again, and
// listed when nobody comes for them. What is collected is sold by RingUpSale
// (pos/laundry/collecting.h); the pieces go with that sale.
//
//   KeepTickets keep({book, till_book, customers, tenders, pack, zone, clock});
//   auto ticket = keep.take(request);
//   auto moved = keep.move(ticket.value().number, {.to = PieceState::ready, .rack = "A12"});
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/customer_book.h"
#include "pos/laundry/collecting.h"
#include "pos/laundry/ticket_book.h"
#include "pos/tender_book.h"
#include "pos/till_book.h"

namespace tilia::pos {

// What was asked; the prices are the book's. Counted, looked into, or both.
struct TicketRequest {
  TicketId id;
  std::string till;
  OrderedBy by;
  Day due;
  std::optional<int> minute = std::nullopt;
  int bag_pieces = 0;
  std::vector<PieceAsked> pieces = {};
  // Somebody new, who is noted with it: `by` has her id.
  std::optional<Customer> noted = std::nullopt;
};

struct KnownTicket {
  Ticket ticket;
  std::string whose;    // the customer's or account's name; empty when she was forgotten
  std::string picture;  // of the account, or of anybody
  Money paid;           // early, and not delivered or given back

  [[nodiscard]] TicketState state() const { return state_of(ticket, paid); }
};

struct UnclaimedTicket {
  KnownTicket known;
  int days = 0;
  UnclaimedStep step = UnclaimedStep::none;
};

class KeepTickets {
 public:
  struct Doors {
    TicketBook& book;
    TillBook& till_book;
    CustomerBook& customers;
    TenderBook& tenders;
    const CountryPack& pack;
    const Zone& zone;
    const Clock& clock;
  };
  explicit KeepTickets(Doors doors) : doors_(doors) {}

  [[nodiscard]] Day today() const { return doors_.zone.local_day(doors_.clock.now()); }
  [[nodiscard]] LaundryRules rules() { return laundry_rules(doors_.till_book); }

  [[nodiscard]] Result<Ticket, TicketRefusal> take(const TicketRequest& request);
  [[nodiscard]] Result<Ticket, TicketRefusal> detail(std::int64_t number,
                                                     const std::vector<PieceAsked>& pieces);
  // Another day on which it will be ready.
  [[nodiscard]] Result<Ticket, TicketRefusal> promise(std::int64_t number, const Day& due,
                                                      std::optional<int> minute);
  [[nodiscard]] Result<Ticket, TicketRefusal> move(std::int64_t number, const MoveAsked& asked);
  [[nodiscard]] Result<Ticket, TicketRefusal> damaged(std::int64_t number, std::int64_t tag,
                                                      const std::vector<std::string>& damage);
  // That whose it is was told today that it waits.
  [[nodiscard]] Result<Ticket, TicketRefusal> reminded(std::int64_t number);
  // Tapped by mistake: she was told on that day last, or never.
  [[nodiscard]] Result<Ticket, TicketRefusal> was_reminded(std::int64_t number,
                                                           const std::optional<Day>& last);
  // Some of it into a machine of their own, or, by mistake tapped, back into that load.
  [[nodiscard]] Result<Ticket, TicketRefusal> put_in_load(std::int64_t number,
                                                          const std::vector<std::int64_t>& tags,
                                                          int load = 0);
  // Given back as it came, unpaid: no piece of it was collected.
  [[nodiscard]] Result<Ticket, TicketRefusal> cancel(std::int64_t number);

  // Sold at that till's drawer: the pieces are collected with the sale, all of it or nothing.
  [[nodiscard]] Result<RungUp, TicketRefusal> collect(RingUpSale& ring, const std::string& till,
                                                      const CollectingAsked& asked);

  [[nodiscard]] Result<Ticket, TicketRefusal> ticket(std::int64_t number);
  // The ticket that a scanned slip or piece's tag, or a typed number means.
  [[nodiscard]] std::optional<Ticket> meant(const std::string& typed);
  // Open ones: by slip, tag, number, rack, name, or the end of a telephone number.
  [[nodiscard]] std::vector<KnownTicket> find(const std::string& typed);
  // Open ones that are due on these days, by day, minute and number; all without days.
  [[nodiscard]] std::vector<KnownTicket> due(const Day& from, const Day& to);
  [[nodiscard]] std::vector<KnownTicket> open();
  // The longest waiting first.
  [[nodiscard]] std::vector<UnclaimedTicket> unclaimed();
  [[nodiscard]] KnownTicket known(Ticket ticket);

 private:
  [[nodiscard]] std::optional<TicketRefusal> fault_of(const TicketRequest& request);
  [[nodiscard]] std::optional<TicketRefusal> day_fault(const Day& due) const;
  [[nodiscard]] Result<Ticket, TicketRefusal> detailed(const Ticket& ticket,
                                                       const std::vector<PieceAsked>& pieces);
  // Written, unless somebody changed it meanwhile or there is nothing to write.
  [[nodiscard]] Result<Ticket, TicketRefusal> kept(const Ticket& before,
                                                   const Result<Ticket, TicketRefusal>& after);
  [[nodiscard]] std::vector<KnownTicket> known(std::vector<Ticket> tickets);
  void add_those_of(const std::string& typed, std::vector<Ticket>& found);

  Doors doors_;
};

}  // namespace tilia::pos
