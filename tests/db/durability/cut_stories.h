// The power is cut somewhere in a story that is told again and again: what was answered before the
// cut has to be there after it.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "tests/core/seed.h"
#include "tests/db/durability/power_cut_disk.h"

namespace tilia::db {

// `shop` has disk(), work(story) and look(answered); `was_cut` says of what work answers whether
// the cut came in the middle. A new story after some cuts; each is told once to its end first.
template <class Shop, class WasCut>
void cut_stories(Shop& shop, int cuts, Seed& seed, const WasCut& was_cut) {
  const PowerCutDisk::Contents made = shop.disk().contents();
  constexpr int cuts_a_story = 25;
  int in_the_middle = 0;
  std::int64_t operations = 0;  // of the story that is told now
  for (int cut = 0; cut < cuts; ++cut) {
    const auto story = static_cast<std::uint64_t>(cut / cuts_a_story);
    if (cut % cuts_a_story == 0) {
      shop.disk().begin_with(made);
      const std::int64_t before = shop.disk().operations();
      const auto whole = shop.work(story);
      ASSERT_FALSE(was_cut(whole));
      operations = shop.disk().operations() - before;
      ASSERT_NO_FATAL_FAILURE(shop.look(whole));
    }
    SCOPED_TRACE("cut " + std::to_string(cut));
    shop.disk().begin_with(made);
    shop.disk().cut_at(seed.between(1, operations));
    const auto answered = shop.work(story);
    ASSERT_NO_FATAL_FAILURE(shop.look(answered));
    in_the_middle += was_cut(answered) ? 1 : 0;
  }
  EXPECT_GT(in_the_middle, 0) << "no cut came while there was something to lose";
}

}  // namespace tilia::db
