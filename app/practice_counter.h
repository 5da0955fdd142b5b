// A counter to practise at while no drawer is open: the shop's own articles in a book that lies in
// memory and is gone at the end. Who comes in is who she is; what is printed is marked, and no
// drawer springs open.
#pragma once

#include <functional>
#include <memory>

#include "app/till_paper.h"
#include "db/catalogue_book_sqlite.h"
#include "db/customer_book_sqlite.h"
#include "db/history_book_sqlite.h"
#include "db/laundry_book_sqlite.h"
#include "db/order_book_sqlite.h"
#include "db/package_book_sqlite.h"
#include "db/salon_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/ui/counter.h"

namespace tilia::app {

class PracticeCounter {
 public:
  // `real` is read now and nothing is written to it. `paper`: as this till prints.
  PracticeCounter(const pos::CounterDoors& real, Words paper_words, pos::PrinterSetting printer,
                  std::function<void()> on_end);

  [[nodiscard]] pos::Counter& counter() { return counter_; }

 private:
  class Draft final : public pos::DraftStore {
   public:
    [[nodiscard]] std::optional<std::string> load() override { return text_; }
    void save(const std::string& text) override { text_ = text; }
    void clear() override { text_.reset(); }

   private:
    std::optional<std::string> text_;
  };

  void like(const pos::Salon& salon, const Instant& now);

  pos::Organisation organisation_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  db::TenderBookSqlite tenders_;
  db::SalonBookSqlite salon_;
  db::OrderBookSqlite orders_;
  db::LaundryBookSqlite tickets_;
  db::PackageBookSqlite packages_;
  db::HistoryBookSqlite history_;
  db::CustomerBookSqlite customers_;
  db::CatalogueBookSqlite catalogue_;
  pos::RingUpSale ring_;
  pos::KeepDrawer drawer_;
  Draft cart_;
  Draft drawer_pieces_;
  Draft count_;
  Draft tile_counts_;
  Draft approving_;
  Draft sold_out_;
  TillPaper paper_;
  pos::Counter counter_;
};

}  // namespace tilia::app
