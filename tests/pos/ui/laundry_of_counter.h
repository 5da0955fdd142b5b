// A counter of tests whose shop washes: loaves and rolls stand for shirts and trousers, nuts for
// what is weighed; eight o'clock on a Monday.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pos/laundry/keep_tickets.h"
#include "pos/ticket_advance.h"
#include "pos/ui/tickets_screen.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos::tests {

class LaundryOfCounter : public CounterOfTests {
 public:
  explicit LaundryOfCounter(bool washes = true) {
    book.set_counter_rule("counter.tickets", washes ? "yes" : "no", clock.now());
    begin_selling();
  }

  [[nodiscard]] KeepTickets keep() {
    return KeepTickets({tickets, book, customers, tenders, pack, zone, clock});
  }
  [[nodiscard]] Day today() const { return zone.local_day(clock.now()); }
  // Due so many days ahead; without pieces a bag of seven.
  Ticket taken(int days_ahead, const std::vector<std::string>& articles,
               const std::string& name = "Ana", const std::string& phone = {}) {
    const Customer customer{CustomerId::mint(chance), name, phone};
    std::vector<PieceAsked> pieces;
    for (const std::string& article : articles)
      pieces.push_back({.article = article, .quantity = Quantity::pieces(1)});
    const auto ticket = keep().take({.id = TicketId::mint(chance),
                                     .till = "T1",
                                     .by = {customer.id, {}},
                                     .due = today().plus_days(days_ahead),
                                     .bag_pieces = articles.empty() ? 7 : 0,
                                     .pieces = std::move(pieces),
                                     .noted = customer});
    CHECK(ticket);
    return ticket.value();
  }
  // All of it, or some by their tags.
  void moves(const Ticket& ticket, PieceState to, const std::string& rack = {},
             const std::vector<std::int64_t>& tags = {}) {
    CHECK(keep().move(ticket.number, {.which = {.tags = tags}, .to = to, .rack = rack}));
  }
  void pays_early(const Ticket& ticket, std::int64_t dinars_paid) {
    CHECK(ring.ring_up("T1", {.id = SaleId::mint(chance),
                              .lines = {},
                              .tenders = {{TenderKind::cash, dinars(dinars_paid)}},
                              .donation = std::nullopt,
                              .extras = {{ExtraKind::advance, dinars(dinars_paid),
                                          advance_of_ticket(ticket.number)}}}));
  }
  [[nodiscard]] Money owed(const Ticket& ticket) {
    const auto advance = tenders.advance(advance_of_ticket(ticket.number));
    return advance ? advance->balance : dinars(0);
  }
  [[nodiscard]] Ticket now(const Ticket& ticket) { return tickets.ticket(ticket.number).value(); }
  void opens(const Ticket& ticket) { counter->scanned(ticket_barcode(ticket.number)); }
};

}  // namespace tilia::pos::tests
