// Runs a case that a bookkeeper can read and write (tests/cases/*.till) through the real use cases
// on a real book in memory. A line at the margin does something; the indented lines below it say
// what must come of it.
//
//   shop RS on 2026-03-02 07:00
//   article white-loaf | White loaf | 120.00 | reduced | each
//   open 5000.00
//   sell 2 white-loaf; cash 500.00
//     total 240.00
//     change 260.00
//   take back T1-1-1: 1 of line 1; mistake
//   close 5 x 1000.00, 1 x 100.00, 1 x 20.00
//     difference 0.00
//
// Further: `clock 2026-03-02 23:50`, `put in 20.00 for change`, `take out 20.00 for bank`, `look`,
// `again` (the last sale sent once more), `shop … without vat`, `; donation 1.00` behind the
// payment, `early CODE 1.00` as one, `take back N: all; REASON`. `refused CODE` says that a line
// must be refused; a refusal that nobody expects fails the case. What a salon does is written in
// tests/pos/book/salon_runner.h, what a bakery does in bakery_runner.h, a laundry in
// laundry_runner.h.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "db/new_book.h"
#include "db/salon_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/keep_drawer.h"
#include "pos/take_back.h"
#include "tests/pos/book/bakery_runner.h"
#include "tests/pos/book/case_words.h"
#include "tests/pos/book/laundry_runner.h"
#include "tests/pos/book/salon_runner.h"

namespace tilia::pos::tests {

class CaseRunner {
 public:
  CaseRunner();
  ~CaseRunner();

  // What does not hold, each with its line: "12: change is 260.00, not 250.00". Empty: the case
  // holds.
  std::vector<std::string> run(const std::string& text);

 private:
  using Answer = CaseAnswer;

  Answer act(const std::string& line);
  Answer open_shop(const std::string& rest);
  Answer add_article(const std::string& rest);
  Answer sell(const std::string& rest);
  Answer ring_up(const SaleRequest& request);
  Answer take_back_by(const std::string& rest);
  Answer move_cash(CashMove::Direction direction, const std::string& rest);
  Answer look();
  Answer close(const std::string& rest);
  [[nodiscard]] Money amount(const std::string& text) const;
  [[nodiscard]] KeepDrawer drawer();

  SeededChance chance_{1};
  SetClock clock_;
  std::optional<CountryPack> pack_;
  std::optional<Zone> zone_;
  std::unique_ptr<db::BookFile> file_;
  std::unique_ptr<db::TillBookSqlite> book_;
  std::unique_ptr<SalonRunner> salon_;
  std::unique_ptr<BakeryRunner> bakery_;
  std::unique_ptr<LaundryRunner> laundry_;
  std::optional<SaleRequest> last_sale_;
};

}  // namespace tilia::pos::tests
