// What a laundry's tickets need of storage. db/laundry_book_sqlite fulfils it; each write is one
// transaction and one entry of the journal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/instant.h"
#include "pos/laundry/ticket_steps.h"

namespace tilia::pos {

class TicketBook {
 public:
  virtual ~TicketBook() = default;

  // Gives it its number, and its pieces their tags. One that is there already by its id is answered
  // as it stands, and nothing is written. `noted`: somebody new whose ticket it is, in the same
  // transaction.
  virtual Ticket take(const Ticket& ticket, const std::optional<Customer>& noted,
                      const Instant& at) = 0;
  // New pieces get their tags. Nothing where it is not as it was any more: nothing was written.
  [[nodiscard]] virtual std::optional<Ticket> put(const Ticket& before, const Ticket& after,
                                                  const Instant& at) = 0;
  // False where one of the pieces was collected meanwhile, or is none: nothing was written.
  [[nodiscard]] virtual bool move(const PieceMove& move, const Instant& at) = 0;

  [[nodiscard]] virtual std::optional<Ticket> ticket(std::int64_t number) = 0;
  [[nodiscard]] virtual std::optional<Ticket> ticket_by_id(const TicketId& id) = 0;
  [[nodiscard]] virtual std::optional<Ticket> ticket_of_piece(std::int64_t tag) = 0;
  // Of which something is here, by day, minute and number.
  [[nodiscard]] virtual std::vector<Ticket> open_tickets() = 0;
  [[nodiscard]] virtual std::vector<Ticket> open_tickets(const Day& from, const Day& to) = 0;
  [[nodiscard]] virtual std::vector<Ticket> open_tickets_of(const OrderedBy& by) = 0;
  // With a piece that hangs there.
  [[nodiscard]] virtual std::vector<Ticket> tickets_on_rack(const std::string& rack) = 0;
  // With a piece that is ready, and whose day was before that day.
  [[nodiscard]] virtual std::vector<Ticket> ready_and_due_before(const Day& day) = 0;
};

}  // namespace tilia::pos
