// A laundry's tickets in SQLite: each write is one transaction and one entry of the journal, from
// which the rows can be made again.
#pragma once

#include <optional>
#include <vector>

#include "db/book_file.h"
#include "db/rebuild.h"
#include "pos/laundry/ticket_book.h"

namespace tilia::db {

class LaundryBookSqlite final : public pos::TicketBook {
 public:
  explicit LaundryBookSqlite(BookFile& book) : book_(book) {}

  pos::Ticket take(const pos::Ticket& ticket, const std::optional<pos::Customer>& noted,
                   const Instant& at) override;
  std::optional<pos::Ticket> put(const pos::Ticket& before, const pos::Ticket& after,
                                 const Instant& at) override;
  bool move(const pos::PieceMove& move, const Instant& at) override;
  std::optional<pos::Ticket> ticket(std::int64_t number) override;
  std::optional<pos::Ticket> ticket_by_id(const pos::TicketId& id) override;
  std::optional<pos::Ticket> ticket_of_piece(std::int64_t tag) override;
  std::vector<pos::Ticket> open_tickets() override;
  std::vector<pos::Ticket> open_tickets(const Day& from, const Day& to) override;
  std::vector<pos::Ticket> open_tickets_of(const pos::OrderedBy& by) override;
  std::vector<pos::Ticket> tickets_on_rack(const std::string& rack) override;
  std::vector<pos::Ticket> ready_and_due_before(const Day& day) override;

 private:
  BookFile& book_;
};

[[nodiscard]] Projection laundry_projection();

}  // namespace tilia::db
