// The book that a command works on, composed by hand: the file, its rooms, the law of its country,
// the clock, and who acts. Every command of `tilia` writes as a station of its own, so that it
// works beside an open office; only a stream of sales writes as its till, and then no other program
// may be that till.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/permission.h"
#include "core/chance.h"
#include "core/clock.h"
#include "core/secret.h"
#include "core/strip.h"
#include "core/zone.h"
#include "db/book_file.h"
#include "db/catalogue_book_sqlite.h"
#include "db/customer_book_sqlite.h"
#include "db/figures_book_sqlite.h"
#include "db/hours_book_sqlite.h"
#include "db/order_book_sqlite.h"
#include "db/pay_book_sqlite.h"
#include "db/person_book_sqlite.h"
#include "db/shop_book_sqlite.h"
#include "db/station_lock.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "db/users.h"
#include "pos/country_pack.h"
#include "pos/receipt.h"

namespace tilia::pos {
class KeepOrders;
}

namespace tilia::app {

class OpenBook {
 public:
  // `as_till`: the till whose sales are rung up; empty for every other command.
  explicit OpenBook(Desk& desk, const std::string& as_till = {});

  [[nodiscard]] db::BookFile& file() { return *file_; }
  [[nodiscard]] pos::TillBook& till_book() { return till_book_; }
  [[nodiscard]] db::CatalogueBookSqlite& catalogue_book() { return catalogue_book_; }
  [[nodiscard]] pos::TenderBook& tender_book() { return tender_book_; }
  [[nodiscard]] pos::CustomerBook& customer_book() { return customer_book_; }
  [[nodiscard]] pos::OrderBook& order_book() { return order_book_; }
  [[nodiscard]] pos::KeepOrders orders();
  [[nodiscard]] payroll::PayBook& pay_book() { return pay_book_; }
  [[nodiscard]] db::HoursBookSqlite& hours_book() { return hours_book_; }
  [[nodiscard]] payroll::PersonBook& person_book() { return person_book_; }
  [[nodiscard]] reporting::FiguresBook& figures_book() { return figures_book_; }
  [[nodiscard]] reporting::OwnersBook& owners_book() { return figures_book_; }
  [[nodiscard]] pos::ShopFiguresBook& shop_book() { return shop_book_; }
  [[nodiscard]] db::Users& users() { return users_; }
  // Of who acts; empty before.
  [[nodiscard]] db::KeyRing& keys() { return keys_; }
  [[nodiscard]] payroll::RecordReads& reads() { return read_log_; }
  [[nodiscard]] db::ReadLog& read_log() { return read_log_; }

  [[nodiscard]] const pos::Organisation& organisation() const { return organisation_; }
  [[nodiscard]] Currency currency() const { return organisation_.currency; }
  [[nodiscard]] const Zone& zone() const { return zone_; }
  [[nodiscard]] const pos::CountryPack& pack() const { return pack_; }
  [[nodiscard]] const Clock& clock() const { return *clock_; }
  [[nodiscard]] Chance& chance() { return chance_; }

  // Papers speak the language of the organisation, not of who is at the keyboard.
  [[nodiscard]] Words paper_words() const;
  [[nodiscard]] pos::PaperHead paper_head() const;
  [[nodiscard]] Strip day_sheet_strip(const pos::DaySheet& sheet) const;

  // What was entered until now comes under a signed head, as far as this machine can sign.
  void sign_heads();

  // Refuses a till that the organisation does not have.
  const std::string& known_till(const std::string& till) const;

  // Who acts, and from then on with her keys: --as with her secret; on a practice book without --as
  // the manager, else the first role that may. Ends the command with exit status 5 when that user
  // may not.
  db::User acting(Act act);
  // The second person of an act that needs two: --with, else --as, else the next practice user that
  // may.
  db::User second_acting(Act act, const db::UserId& first);
  // The second person of an act that two do at once, with keys of her own: --with and her secret;
  // on a practice book without --as the next that may.
  db::Session beside(Act act, const db::User& first);

 private:
  db::Session verified(const std::string& name, const Secret<std::string>& secret, Act act);
  db::Session practice_user(Act act, const std::optional<db::UserId>& but_not);
  db::User acts(db::Session session);

  Desk& desk_;
  std::unique_ptr<db::BookFile> file_;
  db::KeyRing keys_;
  db::TillBookSqlite till_book_;
  db::CatalogueBookSqlite catalogue_book_;
  db::TenderBookSqlite tender_book_;
  db::CustomerBookSqlite customer_book_;
  db::OrderBookSqlite order_book_;
  pos::Organisation organisation_;
  std::unique_ptr<Clock> clock_;
  db::ReadLog read_log_;
  db::PayBookSqlite pay_book_;
  db::HoursBookSqlite hours_book_;
  db::PersonBookSqlite person_book_;
  db::FiguresBookSqlite figures_book_;
  db::Users users_;
  Zone zone_;
  db::ShopBookSqlite shop_book_;
  pos::CountryPack pack_;
  SystemChance chance_;
  std::optional<db::StationLock> station_lock_;
};

// Ends the command where nobody of that alias is at work.
[[nodiscard]] payroll::Worker known_worker(OpenBook& book, const std::string& alias);

// The second person of an act: here with --with, or elsewhere, with her line in that file. Ends the
// command with exit status 5 when she does not stand beside it.
void second_of(OpenBook& book, const db::User& first, const db::Asked& asked,
               const std::string& approval_file);

// The book that --book, $TILIA_BOOK or the user's data folder name.
[[nodiscard]] std::filesystem::path asked_book(const Desk& desk);

// Of the --secret-file, else of $TILIA_SECRET. Ends the command with exit status 5 when neither is
// there.
[[nodiscard]] Secret<std::string> first_secret(const Everywhere& everywhere);
// A file's first line.
[[nodiscard]] Secret<std::string> secret_in_file(const std::string& file);

}  // namespace tilia::app
