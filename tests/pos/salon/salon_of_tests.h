// A salon that is small enough to read: Ana and Bee, two chairs, a cut of 30 minutes with 10 to
// sweep after it, a colour of 90 with 15 to mix before it. Open Monday to Saturday, 9 to 18.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/chance.h"
#include "core/clock.h"
#include "db/book_file.h"
#include "db/salon_book_sqlite.h"
#include "pos/salon/keep_salon.h"
#include "pos/salon/keep_visits.h"

namespace tilia::pos::tests {

inline Article article_of_salon(const std::string& code, Unit unit = Unit::each) {
  const Currency rsd = *Currency::from_code("RSD");
  return {.code = code,
          .name = code,
          .price = Money::from_minor(1'000'00, rsd),
          .vat_class = VatClass::standard,
          .unit = unit,
          .barcodes = {},
          .picture = "",
          .page = "Salon",
          .stocked = false};
}

inline void set_up_salon(KeepSalon& keep, const std::string& hours = "9:00-18:00",
                         const std::vector<int>& weekdays = {0, 1, 2, 3, 4, 5}) {
  const auto column = [&](const char* code, ColumnKind kind, const char* name) {
    CHECK(keep.set_column({.code = code, .kind = kind, .name = name}));
  };
  column("ana", ColumnKind::person, "Ana");
  column("bee", ColumnKind::person, "Bee");
  column("window", ColumnKind::chair, "Window chair");
  column("mirror", ColumnKind::chair, "Mirror chair");
  const std::vector<Article> articles{article_of_salon("cut"), article_of_salon("colour"),
                                      article_of_salon("beard")};
  CHECK(keep.set_service({"cut", 30, 0, 10}, articles));
  CHECK(keep.set_service({"colour", 90, 15, 10}, articles));
  CHECK(keep.set_service({"beard", 15, 0, 0}, articles));
  CHECK(keep.set_hours("", weekdays, hours));
}

// Monday 2 March 2026, 8:00 in Belgrade, which is UTC + 1.
class SalonOfTests {
 public:
  explicit SalonOfTests(const std::string& hours = "9:00-18:00")
      : file(db::BookFile::in_memory({.station = "T1"}, [](db::WriteTransaction&) {})) {
    set_up_salon(keep, hours);
  }

  [[nodiscard]] Instant at(const std::string& day, const std::string& time) const {
    const int minute = std::stoi(time.substr(0, 2)) * 60 + std::stoi(time.substr(3));
    return zone.at(*Day::parse(day), minute);
  }
  [[nodiscard]] Instant today_at(const std::string& time) const { return at("2026-03-02", time); }
  void clock_to(const std::string& time) { clock.set(today_at(time)); }
  VisitId id() { return VisitId::mint(chance); }
  // One service of that person, today.
  KeepVisits::Answer book_one(const std::string& service, const std::string& person,
                              const std::string& time, const std::string& chair = {}) {
    return visits.book({id(), {{service, person, chair}}, today_at(time)});
  }

  Zone zone = *Zone::named("Europe/Belgrade");
  SetClock clock{*Instant::parse("2026-03-02T07:00:00Z")};
  SeededChance chance{7};
  std::unique_ptr<db::BookFile> file;
  db::SalonBookSqlite book{*file};
  KeepSalon keep{book, zone, clock};
  KeepVisits visits{book, zone, clock};
};

}  // namespace tilia::pos::tests
