// What a salon does in a case (tests/cases/salon_*.till), through the real use cases on the real
// book.
//
//   salon person ana                       salon chair window
//   salon service cut takes 30, then 10    salon service colour takes 90, before 15, then 10
//   salon hours 09:00-18:00                salon hours of ana on tue 10:00-14:00
//   salon hours on 2026-03-08 closed       salon hours of ana on 2026-03-09 12:00-15:00
//   salon not free ana from 12:00 until 13:00
//   salon book Mira at 10:00: cut by ana on window, colour by bee
//     holds ana 10:00-10:40 ; bee …        what is taken of whose time by this visit
//     state booked
//   salon move Mira to 14:30               salon move Mira to 14:30, colour by ana
//   salon Mira arrived                     … begun, done, did not come, cancelled, booked again
//   salon came Zora for cut                salon take Zora: cut by ana
//   salon look
//     day 10:00 Mira cut ana ; …           waits Zora   in_chair Mira
//   salon free for cut by ana on 2026-03-03
//     times 09:00, 09:15, …
//   pay Mira; cash 2000.00                 its services are sold, at the catalogue's prices
//
// Times without a day are of the case's day. `again` books the last one once more.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/chance.h"
#include "core/clock.h"
#include "db/salon_book_sqlite.h"
#include "pos/salon/keep_salon.h"
#include "pos/salon/keep_visits.h"
#include "pos/till_book.h"
#include "tests/pos/book/case_words.h"

namespace tilia::pos::tests {

class SalonRunner {
 public:
  using Answer = CaseAnswer;
  SalonRunner(db::BookFile& file, TillBook& till, const Zone& zone, const Clock& clock,
              Chance& chance);

  Answer act(const std::string& line);
  // "Mira; cash 2000.00" → "1 cut, 1 colour; cash 2000.00". The visit is done with it.
  std::string to_payment(const std::string& rest);

 private:
  Answer set_up(const std::string& verb, const std::string& rest);
  Answer hours(const std::string& rest);
  Answer not_free(const std::string& rest);
  Answer book(const std::string& rest);
  Answer move(const std::string& rest);
  Answer came(const std::string& rest);
  Answer take(const std::string& rest);
  Answer look();
  Answer free(const std::string& rest);
  Answer becomes(const std::string& name, const std::string& what);
  Answer answer_of(const KeepVisits::Answer& answer);
  [[nodiscard]] std::string holds_text(const Visit& visit);
  [[nodiscard]] VisitId known(const std::string& name) const;
  [[nodiscard]] Instant moment(const std::string& text) const;
  [[nodiscard]] static std::vector<Wanted> services(const std::string& text);

  TillBook& till_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
  db::SalonBookSqlite book_;
  KeepSalon keep_;
  KeepVisits visits_;
  std::map<std::string, VisitId> names_;
  std::optional<VisitAsked> last_;
};

}  // namespace tilia::pos::tests
