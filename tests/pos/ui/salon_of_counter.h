// A counter of tests whose shop has a salon: Ana and Bee, two chairs, cut, colour and beard, open
// from eight to six; eight in the morning, at the day of the salon.
#pragma once

#include <string>
#include <vector>

#include "pos/salon/keep_salon.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos::tests {

[[nodiscard]] inline ShopOfCounter shop_with_services() {
  ShopOfCounter shop = bread_and_cakes();
  for (const char* code : {"cut", "colour", "beard"}) {
    Article service = shop.articles.front();
    service.code = code;
    service.name = code;
    service.barcodes.clear();
    service.picture = "💇";
    service.page = "Salon";
    shop.articles.push_back(service);
  }
  return shop;
}

class SalonOfCounter : public CounterOfTests {
 public:
  explicit SalonOfCounter(bool appointments = true) : CounterOfTests(shop_with_services()) {
    KeepSalon keep(salon, zone, clock);
    const auto articles = book.articles(zone.local_day(clock.now()));
    for (const char* code : {"cut", "colour", "beard"}) {
      const int minutes = std::string(code) == "colour" ? 90 : std::string(code) == "cut" ? 30 : 15;
      CHECK(keep.set_service({code, minutes, 0, std::string(code) == "cut" ? 10 : 0}, articles));
    }
    const auto column = [&](const char* code, ColumnKind kind, const char* name) {
      CHECK(keep.set_column({.code = code, .kind = kind, .name = name}));
    };
    column("ana", ColumnKind::person, "Ana");
    column("bee", ColumnKind::person, "Bee");
    column("window", ColumnKind::chair, "Window");
    column("mirror", ColumnKind::chair, "Mirror");
    CHECK(keep.set_hours("", {0, 1, 2, 3, 4, 5}, "08:00-18:00"));
    book.set_counter_rule("counter.appointments", appointments ? "yes" : "no", clock.now());
    begin_selling();
    counter->open_salon();
  }

  [[nodiscard]] Instant today_at(const std::string& time) const {
    const int minute = std::stoi(time.substr(0, 2)) * 60 + std::stoi(time.substr(3));
    return zone.at(zone.local_day(clock.now()), minute);
  }
};

}  // namespace tilia::pos::tests
