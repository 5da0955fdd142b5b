// The book that the office works on, composed by hand: the file, its rooms, the law of its country,
// and a folder for papers that are only shown, which goes when the office is closed.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/paper_folder.h"
#include "app/resources.h"
#include "core/chance.h"
#include "core/clock.h"
#include "core/zone.h"
#include "db/book_file.h"
#include "db/catalogue_book_sqlite.h"
#include "db/customer_book_sqlite.h"
#include "db/figures_book_sqlite.h"
#include "db/head_keeper.h"
#include "db/invoice_book_sqlite.h"
#include "db/laundry_book_sqlite.h"
#include "db/order_book_sqlite.h"
#include "db/package_book_sqlite.h"
#include "db/pay_book_sqlite.h"
#include "db/person_book_sqlite.h"
#include "db/roster_book_sqlite.h"
#include "db/salon_book_sqlite.h"
#include "db/shop_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "db/users.h"
#include "payroll/rule_book.h"
#include "payroll/shifts/working_time.h"
#include "pos/country_pack.h"
#include "pos/receipt.h"
#include "reporting/papers.h"

namespace tilia::app {

class OfficeBook {
 public:
  // Throws BookFault when the book cannot be opened.
  OfficeBook(const std::filesystem::path& file, const Resources& resources, const Clock& clock);

  ~OfficeBook();
  OfficeBook(const OfficeBook&) = delete;
  OfficeBook& operator=(const OfficeBook&) = delete;

  // When nobody presses anything. A fault is met, and said, by the next entry.
  void tend() noexcept;

  db::BookFile& file() { return *file_; }
  pos::TillBook& till_book() { return till_book_; }
  db::CatalogueBookSqlite& catalogue_book() { return catalogue_book_; }
  pos::TenderBook& tender_book() { return tender_book_; }
  pos::InvoiceBook& invoice_book() { return invoice_book_; }
  pos::CustomerBook& customer_book() { return customer_book_; }
  pos::SalonBook& salon_book() { return salon_book_; }
  pos::PackageBook& package_book() { return package_book_; }
  pos::OrderBook& order_book() { return order_book_; }
  pos::TicketBook& ticket_book() { return ticket_book_; }
  payroll::PayBook& pay_book() { return pay_book_; }
  payroll::RosterBook& roster_book() { return roster_book_; }
  payroll::PersonBook& person_book() { return person_book_; }
  reporting::FiguresBook& figures_book() { return figures_book_; }
  reporting::OwnersBook& owners_book() { return figures_book_; }
  pos::ShopFiguresBook& shop_book() { return shop_book_; }
  db::Users& users() { return users_; }
  // Of who is logged in: empty before, and again after she has left.
  db::KeyRing& keys() { return keys_; }
  payroll::RecordReads& reads() { return read_log_; }
  db::ReadLog& read_log() { return read_log_; }
  [[nodiscard]] pos::Organisation organisation() { return till_book_.organisation(); }
  [[nodiscard]] const Resources& resources() const { return resources_; }
  [[nodiscard]] const Zone& zone() const { return zone_; }
  [[nodiscard]] const pos::CountryPack& pack() const { return pack_; }
  [[nodiscard]] const payroll::RuleBook& rules() const { return rules_; }
  [[nodiscard]] const payroll::WorkingTimeBook& working_time() const { return working_time_; }
  [[nodiscard]] const Clock& clock() const { return clock_; }
  Chance& chance() { return chance_; }
  [[nodiscard]] const PaperFolder& papers() const { return papers_; }
  // Papers speak the language of the organisation.
  [[nodiscard]] Words paper_words();
  [[nodiscard]] const reporting::Typeface& typeface();

 private:
  const Resources& resources_;
  const Clock& clock_;
  std::unique_ptr<db::BookFile> file_;
  db::HeadKeeper heads_;
  db::KeyRing keys_;
  db::TillBookSqlite till_book_;
  db::CatalogueBookSqlite catalogue_book_;
  db::TenderBookSqlite tender_book_;
  db::InvoiceBookSqlite invoice_book_;
  db::CustomerBookSqlite customer_book_;
  db::SalonBookSqlite salon_book_;
  db::PackageBookSqlite package_book_;
  db::OrderBookSqlite order_book_;
  db::LaundryBookSqlite ticket_book_;
  db::ReadLog read_log_;
  db::PayBookSqlite pay_book_;
  db::RosterBookSqlite roster_book_;
  db::PersonBookSqlite person_book_;
  db::FiguresBookSqlite figures_book_;
  db::Users users_;
  Zone zone_;
  db::ShopBookSqlite shop_book_;
  pos::CountryPack pack_;
  payroll::RuleBook rules_;
  payroll::WorkingTimeBook working_time_;
  SystemChance chance_;
  PaperFolder papers_;
  std::unique_ptr<reporting::Typeface> typeface_;  // read when the first paper is made
};

}  // namespace tilia::app
