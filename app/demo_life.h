// A practice organisation's life, day by day: its counters, its office, its months. Everything that
// is random comes from one seeded chance, everything that takes time from one clock that is moved:
// the same plan gives the same papers, byte for byte.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "app/demo_shop.h"
#include "app/resources.h"
#include "core/chance.h"
#include "core/clock.h"
#include "core/zone.h"
#include "db/book_file.h"
#include "pos/country_pack.h"
#include "pos/shop.h"

namespace tilia::app {

struct DemoPlan {
  std::filesystem::path book;  // must not exist
  pos::Organisation organisation;
  std::vector<DemoShop> shops;
  Day from;
  Day until;  // last day, included
  std::uint64_t seed = 1;
};

// The first day of so many months that end on `until`: 3 months until 31 March begin on 1 January.
[[nodiscard]] Day first_day_of(int months, const Day& until);

// Makes the book and lives every day. `each_day` is called after each.
[[nodiscard]] std::unique_ptr<db::BookFile> live(const DemoPlan& plan, const pos::CountryPack& pack,
                                                 const Resources& resources,
                                                 const std::function<void()>& each_day);

}  // namespace tilia::app
