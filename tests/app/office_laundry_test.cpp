// The room Laundry on a real book in memory: what is here, due days, what nobody fetched, rules.
#include "pos/ui/office_laundry.h"

#include "db/customer_book_sqlite.h"
#include "db/laundry_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "pos/keep_drawer.h"
#include "pos/laundry/laundry_mark.h"
#include "pos/ring_up_sale.h"
#include "pos/ticket_advance.h"
#include "tests/app/shop_book_of_tests.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::pos {
namespace {

using ui::typed;
using Texts = std::vector<std::pair<std::string, std::string>>;

class OfficeLaundryOf : public ShopBook {
 protected:
  void SetUp() override {
    book_.put_articles({{.code = "shirt",
                         .name = "Shirt",
                         .price = Money::parse("300.00", rsd).value(),
                         .vat_class = VatClass::standard,
                         .unit = Unit::each,
                         .barcodes = {},
                         .picture = "👔",
                         .page = "Washing",
                         .stocked = false}},
                       clock_.now());
  }
  void press(const std::string& action, Texts texts = {}) {
    (void)room_.press(action, typed(std::move(texts)));
  }
  // Somebody's shirts; without any, a bag that nobody has looked into.
  std::int64_t take(const char* name, const char* due, int shirts) {
    const CustomerId who = CustomerId::mint(chance_);
    TicketRequest request{.id = TicketId::mint(chance_),
                          .till = "T1",
                          .by = {who, ""},
                          .due = *Day::parse(due),
                          .bag_pieces = shirts == 0 ? 5 : 0,
                          .noted = Customer{who, name, ""}};
    for (int shirt = 0; shirt < shirts; ++shirt)
      request.pieces.push_back({"shirt", Quantity::pieces(1), {"white", "wine"}});
    const auto taken = keep_.take(request);
    EXPECT_TRUE(taken);
    return taken ? taken.value().number : 0;
  }
  void move(std::int64_t number, PieceState to, const char* rack = "") {
    EXPECT_TRUE(keep_.move(number, {.which = {}, .to = to, .rack = rack}));
  }
  void is_day(const char* day) { clock_.set(zone_.at(*Day::parse(day), 8 * 60)); }
  [[nodiscard]] ui::Cell cell_at(std::size_t row, std::size_t column) {
    const ui::Page page = room_.page();
    return page.table->rows.at(row).cells.at(column);
  }
  [[nodiscard]] std::string cell(std::size_t row, std::size_t column) {
    const ui::Cell shown = cell_at(row, column);
    if (const auto* money = std::get_if<Money>(&shown.text)) return money->text();
    if (const auto* day = std::get_if<Day>(&shown.text)) return day->text();
    return std::holds_alternative<std::string>(shown.text) ? std::get<std::string>(shown.text)
                                                           : ui::key_of(shown.text);
  }
  [[nodiscard]] std::string figure(std::size_t at) {
    const ui::Page page = room_.page();
    return std::get<std::string>(page.figures.at(at).value);
  }

  db::LaundryBookSqlite tickets_{*file_};
  db::CustomerBookSqlite customers_{*file_};
  db::TenderBookSqlite tenders_{*file_};
  CountryPack pack_ = *load_country_pack(TILIA_SOURCE "/pos/rules", "RS", *Day::from(2026, 3, 2));
  KeepTickets::Doors doors_{tickets_, book_, customers_, tenders_, pack_, zone_, clock_};
  KeepTickets keep_{doors_};
  OfficeLaundry room_{doors_, rsd};
};

}  // namespace

TEST_F(OfficeLaundryOf, IsKeptWhereSomethingIsHereOrTheCounterShowsTickets) {
  EXPECT_FALSE(OfficeLaundry::is_kept(tickets_, book_));
  book_.set_counter_rule("counter.tickets", "yes", clock_.now());
  EXPECT_TRUE(OfficeLaundry::is_kept(tickets_, book_));
  book_.set_counter_rule("counter.tickets", "no", clock_.now());
  (void)take("Mira", "2026-03-04", 1);
  EXPECT_TRUE(OfficeLaundry::is_kept(tickets_, book_));
}

TEST_F(OfficeLaundryOf, SaysWhatIsHereAndWhereItIs) {
  EXPECT_TRUE(ui::says(room_.page(), "office.laundry.first"));
  const std::int64_t washed = take("Mira", "2026-03-04", 2);
  const std::int64_t ready = take("Ana", "2026-03-05", 3);
  const std::int64_t bag = take("Luka", "2026-03-06", 0);
  move(washed, PieceState::washing);
  move(ready, PieceState::ready, "A12");
  EXPECT_EQ(figure(0) + figure(1) + figure(2) + figure(3), "1230");
  EXPECT_EQ(cell(0, 6), "office.laundry.state.washing");
  EXPECT_EQ(cell(0, 7), "600.00");
  EXPECT_EQ(cell(2, 6), "office.laundry.state.in_bag");
  EXPECT_EQ(cell(2, 7), "") << "nobody knows yet what the bag comes to";
  press("ticket", {{"row", std::to_string(ready)}});
  EXPECT_EQ(cell(0, 3), "⚪  🍷");
  EXPECT_EQ(cell(0, 6), "A12");
  press("back");
  press("ticket", {{"row", std::to_string(bag)}});
  EXPECT_TRUE(ui::says(room_.page(), "office.laundry.in_its_bag"));
  EXPECT_EQ(figure(1), "5") << "as many as were counted";
}

TEST_F(OfficeLaundryOf, WhatWasPaidEarlyIsNotAskedForOnceMore) {
  const std::int64_t ticket = take("Mira", "2026-03-04", 2);
  EXPECT_EQ(cell(0, 7), "600.00");
  KeepDrawer drawer(book_, pack_, zone_, clock_, chance_);
  ASSERT_TRUE(drawer.open("T1", Money::zero(rsd)));
  RingUpSale ring(book_, pack_, clock_);
  const Money early = Money::parse("250.00", rsd).value();
  ASSERT_TRUE(
      ring.ring_up("T1", {.id = SaleId::mint(chance_),
                          .lines = {},
                          .tenders = {{TenderKind::cash, early}},
                          .donation = std::nullopt,
                          .extras = {{ExtraKind::advance, early, advance_of_ticket(ticket)}}}));
  EXPECT_EQ(cell(0, 7), "350.00");
}

TEST_F(OfficeLaundryOf, AddsUpForEachDueDayWhatIsStillToDo) {
  const std::int64_t one = take("Mira", "2026-03-04", 2);
  (void)take("Ana", "2026-03-04", 1);
  (void)take("Luka", "2026-03-06", 1);
  move(one, PieceState::ready, "A1");
  press("days");
  EXPECT_EQ(cell(0, 0) + " " + cell(0, 2) + " " + cell(0, 3) + " " + cell(0, 4) + " " + cell(0, 5),
            "2026-03-04 2 3 2 1");
  EXPECT_FALSE(cell_at(0, 0).needs_look);
  is_day("2026-03-05");
  EXPECT_TRUE(cell_at(0, 0).needs_look) << "its day is past and something is to do";
  EXPECT_FALSE(cell_at(1, 0).needs_look);
}

TEST_F(OfficeLaundryOf, ListsWhatNobodyFetchedByAgeWithTheShopsSteps) {
  const std::int64_t older = take("Mira", "2026-03-03", 2);
  const std::int64_t newer = take("Ana", "2026-03-10", 1);
  move(older, PieceState::ready, "A1");
  move(newer, PieceState::ready, "A2");
  press("unclaimed");
  EXPECT_TRUE(ui::says(room_.page(), "office.laundry.all_fetched"));
  press("rules");
  press("save_rules", {{"laundry.load_pieces", ""},
                       {"laundry.remind_days", "2"},
                       {"laundry.fee_days", "9"},
                       {"laundry.give_away_days", ""}});
  is_day("2026-03-12");
  press("unclaimed");
  EXPECT_EQ(cell(0, 0) + " " + cell(0, 2), "9 office.laundry.step.fee");
  EXPECT_EQ(cell(1, 0) + " " + cell(1, 2), "2 office.laundry.step.remind");
  EXPECT_EQ(cell(0, 5), "2");
  press("ticket", {{"row", std::to_string(newer)}});
  press("back");
  EXPECT_EQ(cell(0, 0), "9") << "back to where she came from";
}

TEST_F(OfficeLaundryOf, KeepsTheShopsRulesAllOrNone) {
  press("rules");
  const auto save = [&](const char* load, const char* remind) {
    press("save_rules", {{"laundry.load_pieces", load},
                         {"laundry.remind_days", remind},
                         {"laundry.fee_days", ""},
                         {"laundry.give_away_days", ""}});
  };
  for (const char* wrong : {"some", "0", "-3", "1001", "2.5"}) {
    save("12", wrong);
    EXPECT_EQ(ui::fault_of(room_.page(), "laundry.remind_days"), "office.laundry.not_a_number")
        << wrong;
    EXPECT_EQ(keep_.rules(), LaundryRules());
  }
  save("12", "7");
  EXPECT_EQ(keep_.rules(), (LaundryRules{.load_pieces = 12, .remind_days = 7}));
  press("rules");
  EXPECT_EQ(ui::field(room_.page(), "laundry.remind_days")->value, "7");
  save("12", "");
  EXPECT_EQ(keep_.rules().remind_days, 0) << "nothing is never";
  const std::size_t rules = book_.counter_rules().size();
  EXPECT_EQ(rules, 2U) << "what was never said is not entered";
}

TEST_F(OfficeLaundryOf, ShowsEveryChoiceAndNoPlaceToWrite) {
  press("marks");
  const ui::Page page = room_.page();
  EXPECT_FALSE(page.form);
  ASSERT_EQ(page.table->rows.size(), laundry_marks().size());
  for (const ui::Row& row : page.table->rows) EXPECT_FALSE(row.picture.empty()) << row.key;
}

}  // namespace tilia::pos
