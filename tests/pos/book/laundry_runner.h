// What a laundry does in a case (tests/cases/laundry_*.till), through the real use cases on the
// real book.
//
//   laundry rule load_pieces 4
//   laundry takes Ana 064111 for 2026-03-05 17:00: bag of 7
//   laundry takes hotel for 2026-03-05: 2 shirt white wine, 4.2 washing-kg
//     ticket 1
//     state in_bag
//   laundry details 1: 3 shirt, 1 dress           laundry details 1: @1 shirt, @2 dress
//   laundry moves 1 on                            laundry moves 1 to ready at A12
//   laundry moves pieces 3 4 of 1 to lost         laundry moves load 2 of 1 on
//   laundry collects 1; cash 500.00               laundry collects 3 4 of 1; card 120.00
//     total 420.00
//     change 80.00
//   laundry damaged 3 of 1: shrunk torn           laundry promises 1 for 2026-03-08 12:00
//   laundry reminds 1                             laundry cancels 1
//   laundry finds 111                             laundry due 2026-03-05
//     found 1, 2                                    due 1 Ana
//   laundry shows 1
//     state washing
//     here 3
//     to_pay 540.00
//     pieces @1 shirt washing ; @2 dress ready at A12
//   laundry unclaimed
//     unclaimed 1 after 12 days: fee
//
// `laundry again` asks for the last ticket or collection once more.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/chance.h"
#include "core/clock.h"
#include "db/customer_book_sqlite.h"
#include "db/laundry_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "pos/laundry/keep_tickets.h"
#include "tests/pos/book/case_words.h"

namespace tilia::pos::tests {

class LaundryRunner {
 public:
  LaundryRunner(db::BookFile& file, TillBook& till, const CountryPack& pack, const Zone& zone,
                const Clock& clock, Chance& chance);

  CaseAnswer act(const std::string& line);

 private:
  CaseAnswer take(const std::string& rest);
  CaseAnswer move(const std::string& rest);
  CaseAnswer collect(const std::string& rest);
  CaseAnswer collect(const CollectingAsked& asked);
  CaseAnswer promise(const std::string& rest);
  CaseAnswer damaged(const std::string& rest);
  CaseAnswer due(const std::string& rest);
  CaseAnswer unclaimed();
  CaseAnswer answer_of(const Result<Ticket, TicketRefusal>& ticket);
  [[nodiscard]] OrderedBy whose(const std::string& name);

  TillBook& till_;
  const CountryPack& pack_;
  const Clock& clock_;
  Chance& chance_;
  db::CustomerBookSqlite customers_;
  db::TenderBookSqlite tenders_;
  db::LaundryBookSqlite tickets_;
  KeepTickets keep_;
  RingUpSale ring_;
  std::map<std::string, Customer> names_;
  std::optional<TicketRequest> last_ticket_;
  std::optional<CollectingAsked> last_collecting_;
};

}  // namespace tilia::pos::tests
