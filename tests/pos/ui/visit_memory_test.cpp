// Rung 1: what a salon remembers of who agreed to it, at the counter.
#include <gtest/gtest.h>

#include "tests/pos/ui/salon_of_counter.h"

namespace tilia::pos {
namespace {

using Word = VisitMemory::Word;
using Notes = std::vector<std::string>;

class MemoryOfVisits : public ::testing::Test {
 protected:
  MemoryOfVisits() { shop.salon.set_notes({"🎨 6.0", "🎨 7.1", "✂ short"}, shop.clock.now()); }
  Customer known(const std::string& name, bool remembered) {
    const Customer customer{CustomerId::mint(shop.chance), name, "", remembered};
    shop.customers.put_customer(customer, shop.zone.local_day(shop.clock.now()));
    return customer;
  }
  VisitId visit_of(const std::string& name, const std::string& time = "08:00",
                   VisitState state = VisitState::in_progress) {
    KeepVisits visits(shop.salon, shop.zone, shop.clock);
    const VisitId id = VisitId::mint(shop.chance);
    CHECK(visits.book({id, {{"beard", "ana", ""}}, shop.today_at(time), "⭐", name}).ok());
    if (state != VisitState::booked) CHECK(visits.set_state(id, state).ok());
    return id;
  }
  void opens(const VisitId& id) {
    shop->at_salon([&](SalonDay& salon) {
      salon.open();
      salon.open_visit(id);
    });
    ASSERT_EQ(shop->place(), Place::visit);
  }
  void notes(const std::string& choice) {
    shop->at_salon([&](SalonDay& salon) { salon.note(choice); });
  }
  void agrees() {
    shop->at_salon([](SalonDay& salon) { salon.she_agrees(); });
  }
  void opens_history() {
    shop->at_salon([](SalonDay& salon) { salon.open_history(); });
  }
  [[nodiscard]] Word word() { return shop->salon().her_word(); }
  [[nodiscard]] Notes kept(const Customer& customer, std::size_t which = 0) {
    const auto history = shop.history.history(customer.id);
    return which < history.size() ? history[which].notes : Notes{"nothing is kept"};
  }
  tests::SalonOfCounter shop;
};

TEST_F(MemoryOfVisits, OfNobodyWithoutANameAnythingIsAsked) {
  opens(visit_of(""));
  EXPECT_EQ(word(), Word::nobody);
  agrees();
  opens_history();
  EXPECT_EQ(shop->place(), Place::visit);
  EXPECT_TRUE(shop.customers.customers().empty());
}

TEST_F(MemoryOfVisits, WhereTwoHaveTheNameNothingIsShownOfEither) {
  known("Mira", true);
  known("Mira", false);
  opens(visit_of("Mira"));
  EXPECT_EQ(word(), Word::nobody);
  agrees();
  EXPECT_EQ(shop->place(), Place::visit);
}

TEST_F(MemoryOfVisits, OneTapIsHerWordAndIsTakenBackInTheCorner) {
  const VisitId id = visit_of("Mira");
  opens(id);
  EXPECT_EQ(word(), Word::not_given);
  opens_history();
  EXPECT_EQ(shop->place(), Place::visit) << "nothing shows before";
  agrees();
  ASSERT_EQ(shop->place(), Place::visit_history);
  ASSERT_EQ(shop.customers.customers().size(), 1U);
  EXPECT_TRUE(shop.customers.customers()[0].remembered);
  EXPECT_EQ(shop.history.customer_of(id), shop.customers.customers()[0].id);
  notes("🎨 6.0");
  shop->undo();
  shop->undo();
  EXPECT_EQ(shop->place(), Place::visit);
  EXPECT_EQ(word(), Word::not_given);
  EXPECT_TRUE(shop.customers.customers().empty()) << "she was noted for that alone";
  EXPECT_FALSE(shop.history.customer_of(id).has_value());
}

TEST_F(MemoryOfVisits, SomebodyWhoIsKnownStaysKnownWhenHerWordIsTakenBack) {
  const Customer mira = known("Mira", false);
  opens(visit_of("Mira"));
  agrees();
  EXPECT_TRUE(shop.customers.customer(mira.id)->remembered);
  shop->undo();
  EXPECT_EQ(shop.customers.customer(mira.id), mira);
}

TEST_F(MemoryOfVisits, WhatWasDoneTheLastTimesStandsThereTheNewestFirst) {
  const Customer mira = known("Mira", true);
  const VisitId first = visit_of("Mira", "08:00");
  const VisitId second = visit_of("Mira", "09:00", VisitState::booked);
  shop.history.remember(first, mira.id, {"🎨 7.1"});
  shop.history.remember(second, mira.id, {"✂ short"});
  opens(visit_of("Mira", "10:00", VisitState::booked));
  opens_history();
  ASSERT_EQ(shop->place(), Place::visit_history);
  const auto& before = shop->salon().memory().before();
  ASSERT_EQ(before.size(), 2U) << "without this one";
  EXPECT_EQ(before[0].notes, Notes{"✂ short"});
  EXPECT_EQ(before[1].notes, Notes{"🎨 7.1"});
}

TEST_F(MemoryOfVisits, ATapNotesAChoiceAndAnotherTakesItAway) {
  const Customer mira = known("Mira", true);
  opens(visit_of("Mira"));
  opens_history();
  notes("✂ short");
  notes("🎨 6.0");
  EXPECT_EQ(kept(mira), (Notes{"🎨 6.0", "✂ short"})) << "in the order of the choices";
  notes("✂ short");
  EXPECT_EQ(kept(mira), Notes{"🎨 6.0"});
  shop->undo();
  EXPECT_EQ(kept(mira), (Notes{"🎨 6.0", "✂ short"}));
  shop->at_salon([](SalonDay& salon) { salon.history_done(); });
  EXPECT_EQ(shop->place(), Place::visit);
  EXPECT_EQ(kept(mira), (Notes{"🎨 6.0", "✂ short"})) << "done is no way back";
}

TEST_F(MemoryOfVisits, BeforeItHasBegunNothingIsNotedOfIt) {
  const Customer mira = known("Mira", true);
  opens(visit_of("Mira", "08:00", VisitState::booked));
  opens_history();
  EXPECT_FALSE(shop->salon().may_note());
  notes("✂ short");
  EXPECT_EQ(kept(mira), Notes{"nothing is kept"}) << "looking notes nothing";
}

TEST_F(MemoryOfVisits, WhatIsNoChoiceIsNotNoted) {
  const Customer mira = known("Mira", true);
  opens(visit_of("Mira"));
  opens_history();
  notes("she is often late");
  EXPECT_EQ(kept(mira), Notes{});
}

TEST_F(MemoryOfVisits, OpenedOnceMoreWhatWasNotedIsThereAndStays) {
  const Customer mira = known("Mira", true);
  const VisitId id = visit_of("Mira");
  opens(id);
  opens_history();
  notes("🎨 6.0");
  shop->at_salon([](SalonDay& salon) { salon.history_done(); });
  opens(id);
  opens_history();
  EXPECT_TRUE(shop->salon().memory().is_noted("🎨 6.0"));
  shop->undo();
  EXPECT_EQ(shop->place(), Place::visit);
  EXPECT_EQ(kept(mira), Notes{"🎨 6.0"}) << "what was noted before is not undone";
}

TEST_F(MemoryOfVisits, WithHerWordTakenBackElsewhereNothingIsShown) {
  const Customer mira = known("Mira", true);
  opens(visit_of("Mira"));
  Customer no_more = mira;
  no_more.remembered = false;
  shop.customers.put_customer(no_more, shop.zone.local_day(shop.clock.now()));
  opens_history();
  EXPECT_EQ(shop->place(), Place::visit);
  ASSERT_TRUE(shop->notice().has_value());
  EXPECT_EQ(shop->notice()->sentence.key(), "pos.history.not_agreed");
}

}  // namespace
}  // namespace tilia::pos
