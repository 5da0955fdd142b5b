// A practice laundry's own way: bags that come in the morning, are looked into, washed, ironed and
// hung up, and fetched some days later; a hotel's linen; something paid early, and what nobody
// comes for.
#pragma once

#include "app/demo_customers.h"
#include "app/demo_trade_life.h"
#include "db/customer_book_sqlite.h"
#include "db/laundry_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/laundry/keep_tickets.h"

namespace tilia::app {

class DemoLaundry final : public DemoTrade {
 public:
  DemoLaundry(db::BookFile& file, const DemoShop& shop, const pos::CountryPack& pack,
              const Zone& zone, const Clock& clock, DemoCustomers& customers, std::uint64_t seed);
  void begin() override;
  void quarter(pos::RingUpSale& ring, pos::KeepDrawer& drawer) override;

 private:
  [[nodiscard]] Day ready_on(int days_ahead) const;
  [[nodiscard]] pos::PieceAsked some_piece();
  [[nodiscard]] std::vector<pos::PieceAsked> some_pieces(std::uint64_t most);
  void somebody_comes(pos::RingUpSale& ring);
  void account_brings();
  void pay_early(const pos::Ticket& ticket, pos::RingUpSale& ring);
  void one_step_on();
  void somebody_fetches(pos::RingUpSale& ring);
  void fetch(const pos::Ticket& ticket, pos::RingUpSale& ring);
  void remind();

  const DemoShop& shop_;
  const pos::CountryPack& pack_;
  const Zone& zone_;
  const Clock& clock_;
  DemoCustomers& on_account_;
  SeededChance chance_;
  db::TillBookSqlite book_;
  db::TenderBookSqlite tenders_;
  db::CustomerBookSqlite customers_;
  db::LaundryBookSqlite ticket_book_;
  pos::KeepTickets keep_;
  std::vector<pos::Ticket> open_;  // as the book has them, so that no quarter reads them all
};

}  // namespace tilia::app
