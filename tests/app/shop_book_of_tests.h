// A small shop's book in memory, for the office's rooms.
#pragma once

#include <gtest/gtest.h>

#include "core/clock.h"
#include "core/zone.h"
#include "db/new_book.h"
#include "db/till_book_sqlite.h"
#include "pos/shop.h"

namespace tilia::pos {

inline const Currency rsd = *Currency::from_code("RSD");

inline Organisation corner_bakery() {
  return {.name = "Corner Bakery",
          .address = "Street 1",
          .tax_number = "101234567",
          .country = "RS",
          .zone = "Europe/Belgrade",
          .language = "en",
          .currency = rsd,
          .charges_vat = true,
          .practice = true,
          .shops = {{"Corner Bakery", "bakery", "T1"}}};
}

class ShopBook : public testing::Test {
 protected:
  SeededChance chance_{7};
  SetClock clock_{Instant::parse("2026-03-02T06:00Z").value()};
  Zone zone_ = *Zone::named("Europe/Belgrade");
  std::unique_ptr<db::BookFile> file_ =
      db::book_in_memory({.station = "office"}, corner_bakery(), clock_.now(), chance_);
  db::TillBookSqlite book_{*file_};
};

}  // namespace tilia::pos
