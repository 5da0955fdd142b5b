// Orders on the real book: placed once, changed, cancelled, the same again; standing orders; what
// is to bake; customers who are forgotten when nothing waits for them.
#include <gtest/gtest.h>

#include "core/clock.h"
#include "db/book_fault.h"
#include "db/customer_book_sqlite.h"
#include "db/journal.h"
#include "db/new_book.h"
#include "db/order_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "db/till_rows.h"
#include "pos/bakery/keep_orders.h"
#include "pos/keep_accounts.h"
#include "pos/keep_customers.h"
#include "pos/keep_drawer.h"
#include "tests/db/all_rows.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using Why = OrderRefusal::Why;
using tests::day;
using tests::quantity;

// In Austria, on Monday 2 March 2026: white-loaf 1.20, cake 3.00.
class BakeryWithOrders : public ::testing::Test {
 protected:
  BakeryWithOrders()
      : pack_(tests::pack("AT")),
        zone_(*Zone::named(pack_.zone)),
        clock_(*Instant::parse("2026-03-02T07:00:00Z")),
        file_(db::book_in_memory({.station = "T1"}, tests::organisation(pack_), clock_.now(),
                                 chance_)),
        book_(*file_),
        tenders_(*file_),
        customers_(*file_),
        orders_(*file_),
        keep_({orders_, book_, customers_, tenders_, pack_, zone_, clock_, chance_}),
        keep_customers_(customers_, zone_, clock_, chance_),
        drawer_(book_, pack_, zone_, clock_, chance_),
        ring_(book_, pack_, clock_) {
    book_.put_articles(tests::articles(pack_.currency), clock_.now());
  }

  [[nodiscard]] Money eur(const char* text) const {
    return Money::parse(text, pack_.currency).value();
  }
  OrderedBy ana() { return {keep_customers_.note("Ana", "064 111 222").value().id, ""}; }
  OrderedBy cafe() {
    KeepAccounts accounts(tenders_, pack_.currency, zone_, clock_);
    EXPECT_TRUE(accounts.add({.code = "cafe",
                              .name = "Café Corner",
                              .picture = "☕",
                              .credit_limit = eur("100.00"),
                              .owed = eur("0.00")}));
    return {std::nullopt, "cafe"};
  }
  [[nodiscard]] OrderRequest request(const OrderedBy& by, const char* on,
                                     std::vector<OrderRequest::Line> lines) {
    return {.id = OrderId::mint(chance_),
            .till = "T1",
            .by = by,
            .day = day(on),
            .minute = 450,
            .lines = std::move(lines)};
  }
  [[nodiscard]] Order placed(const OrderedBy& by, const char* on, const char* article,
                             const char* how_many) {
    return keep_.place(request(by, on, {{article, quantity(how_many)}})).value();
  }
  [[nodiscard]] std::int64_t entries() {
    return file_->reader().number("SELECT count(*) FROM journal");
  }
  [[nodiscard]] StandingOrder breads(const OrderedBy& by) {
    return {.code = "cafe-bread",
            .till = "T1",
            .by = by,
            .weekdays = {4, 0, 0},
            .lines = {{"white-loaf", quantity("12"), "sliced"}},
            .minute = 360,
            .from = day("2026-03-01")};
  }
  // A day's session with one sale of so many loaves.
  void sell_on(const char* on, const char* how_many) {
    clock_.set(*Instant::parse(std::string(on) + "T07:00:00Z"));
    EXPECT_TRUE(drawer_.open("T1", eur("100.00")));
    EXPECT_TRUE(ring_.ring_up(
        "T1",
        {SaleId::mint(chance_),
         {{"white-loaf", quantity(how_many)}},
         {{TenderKind::card, eur("1.20").times(quantity(how_many), Rounding::half_up).value()}},
         std::nullopt}));
    EXPECT_TRUE(drawer_.close("T1", {}, {}));
  }

  SeededChance chance_{17};
  CountryPack pack_;
  Zone zone_;
  SetClock clock_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  db::TenderBookSqlite tenders_;
  db::CustomerBookSqlite customers_;
  db::OrderBookSqlite orders_;
  KeepOrders keep_;
  KeepCustomers keep_customers_;
  KeepDrawer drawer_;
  RingUpSale ring_;
};

TEST_F(BakeryWithOrders, AnOrderKeepsThePricesOfItsDay) {
  const OrderRequest asked = request(
      ana(), "2026-03-07", {{"cake", quantity("2"), "sliced"}, {"white-loaf", quantity("3")}});
  const auto order = keep_.place(asked);
  ASSERT_TRUE(order);
  EXPECT_EQ(order.value().number, 1);
  EXPECT_EQ(total_of(order.value().lines, pack_.currency), eur("9.60"));
  EXPECT_EQ(orders_.order(1), order.value());
  auto dearer = tests::articles(pack_.currency);
  for (Article& article : dearer) article.price = article.price + eur("1.00");
  book_.put_articles(dearer, clock_.now());
  EXPECT_EQ(total_of(orders_.order(1)->lines, pack_.currency), eur("9.60"));
}

TEST_F(BakeryWithOrders, TheSameOrderSentTwiceIsPlacedOnce) {
  OrderRequest asked = request(ana(), "2026-03-07", {{"cake", quantity("2")}});
  const Order first = keep_.place(asked).value();
  const std::int64_t before = entries();
  EXPECT_EQ(keep_.place(asked).value(), first);
  EXPECT_EQ(entries(), before);
  asked.lines.at(0).quantity = quantity("3");
  EXPECT_EQ(keep_.place(asked).refusal().why, Why::same_id_other_content);
  EXPECT_EQ(entries(), before);
}

TEST_F(BakeryWithOrders, WhatCannotBeMeantIsRefusedAndNothingIsWritten) {
  const OrderedBy by = ana();
  const std::int64_t before = entries();
  const auto why = [&](const OrderRequest& asked) {
    const auto answer = keep_.place(asked);
    EXPECT_FALSE(answer);
    return std::string(answer ? "placed" : order_refusal_code(answer.refusal()));
  };
  const std::vector<OrderRequest::Line> cake{{"cake", quantity("1")}};
  EXPECT_EQ(why(request(by, "2026-03-07", {})), "order.empty_order");
  EXPECT_EQ(why(request(by, "2026-03-01", cake)), "order.day_is_past");
  EXPECT_EQ(why(request(by, "2027-03-04", cake)), "order.day_too_far");
  EXPECT_EQ(why(request({}, "2026-03-07", cake)), "order.nobody");
  EXPECT_EQ(why(request({by.customer, "cafe"}, "2026-03-07", cake)), "order.nobody");
  EXPECT_EQ(why(request({std::nullopt, "cafe"}, "2026-03-07", cake)), "order.unknown_account");
  EXPECT_EQ(why(request({CustomerId::mint(chance_), ""}, "2026-03-07", cake)),
            "order.unknown_customer");
  EXPECT_EQ(why(request(by, "2026-03-07", {{"pie", quantity("1")}})), "sale.unknown_article");
  EXPECT_EQ(why(request(by, "2026-03-07", {{"cake", quantity("0.5")}})), "sale.quantity_not_whole");
  OrderRequest elsewhere = request(by, "2026-03-07", cake);
  elsewhere.till = "T9";
  EXPECT_EQ(why(elsewhere), "order.unknown_till");
  EXPECT_EQ(entries(), before);
}

TEST_F(BakeryWithOrders, AnOrderIsChangedOrCancelledUntilItEnded) {
  const OrderedBy by = ana();
  const Order order = placed(by, "2026-03-07", "cake", "1");
  const auto changed =
      keep_.change(order.number, request(by, "2026-03-08", {{"cake", quantity("4")}}));
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed.value().number, order.number);
  EXPECT_EQ(changed.value().day, day("2026-03-08"));
  EXPECT_EQ(orders_.order(order.number), changed.value());
  EXPECT_EQ(keep_.cancel(order.number).value().state, OrderState::cancelled);
  EXPECT_EQ(keep_.cancel(order.number).refusal().why, Why::not_open);
  EXPECT_EQ(keep_.change(order.number, request(by, "2026-03-08", {{"cake", quantity("1")}}))
                .refusal()
                .why,
            Why::not_open);
  EXPECT_EQ(keep_.cancel(77).refusal().why, Why::unknown_order);
  EXPECT_THROW(file_->writer().run("UPDATE customer_order SET state = 'open'"), db::BookFault);
}

TEST_F(BakeryWithOrders, TheSameAsLastWeekIsThatWeekdaysOrderElseTheLatest) {
  const OrderedBy by = ana();
  EXPECT_EQ(keep_.same_again(by, "T1", day("2026-03-09")).refusal().why, Why::nothing_before);
  static_cast<void>(placed(by, "2026-03-02", "cake", "2"));
  static_cast<void>(placed(by, "2026-03-05", "white-loaf", "9"));
  EXPECT_TRUE(keep_.cancel(placed(by, "2026-03-06", "cake", "50").number));
  const auto monday = keep_.same_again(by, "T1", day("2026-03-09"));
  ASSERT_TRUE(monday);
  EXPECT_EQ(monday.value().lines.at(0).article, "cake");
  EXPECT_EQ(monday.value().lines.at(0).quantity, quantity("2"));
  EXPECT_EQ(keep_.same_again(by, "T1", day("2026-03-10")).value().lines.at(0).article,
            "white-loaf");
  EXPECT_EQ(keep_.place(monday.value()).value().number, 4);
}

TEST_F(BakeryWithOrders, AnOrderIsFoundByNameNumberPhoneOrItsSlip) {
  const Order order = placed(ana(), "2026-03-07", "cake", "1");
  static_cast<void>(placed(cafe(), "2026-03-07", "white-loaf", "9"));
  const auto numbers = [&](const std::string& typed) {
    std::string text;
    for (const DueOrder& due : keep_.find(typed)) text += std::to_string(due.order.number) + " ";
    return text;
  };
  EXPECT_EQ(numbers("ANA"), "1 ");
  EXPECT_EQ(numbers("222"), "1 ") << "the end of her number";
  EXPECT_EQ(numbers("corner"), "2 ");
  EXPECT_EQ(numbers("2"), "2 ");
  EXPECT_EQ(numbers(order_barcode(order.number)), "1 ");
  EXPECT_EQ(numbers("nobody"), "");
  clock_.set(*Instant::parse("2026-09-01T07:00:00Z"));
  EXPECT_EQ(numbers("ana"), "1 ") << "however long ago: nobody fetched it";
  customers_.forget(*order.by.customer);
  EXPECT_EQ(numbers("1"), "1 ") << "the order stands when her name is gone";
  EXPECT_EQ(numbers(""), "1 2 ");
  ASSERT_TRUE(keep_.cancel(order.number));
  EXPECT_EQ(numbers("1"), "") << "what ended is looked for no more";
}

TEST_F(BakeryWithOrders, AStandingOrderIsDueOnItsDaysUntilItStops) {
  ASSERT_TRUE(keep_.stand(breads(cafe())));
  const auto days = [&] {
    std::string text;
    for (const DueOrder& due : keep_.due(day("2026-03-02"), day("2026-03-15")))
      text += due.order.day.text().substr(8) + (due.order.number == 0 ? " " : "! ");
    return text;
  };
  EXPECT_EQ(days(), "02 06 09 13 ");
  EXPECT_EQ(keep_.due(day("2026-03-02"), day("2026-03-02")).at(0).whose, "Café Corner");
  ASSERT_TRUE(keep_.stop("cafe-bread", day("2026-03-13")));
  ASSERT_TRUE(keep_.stop("cafe-bread", day("2026-05-01"))) << "what ended stays ended";
  EXPECT_EQ(days(), "02 06 09 ");
}

TEST_F(BakeryWithOrders, ADayOfAStandingOrderBecomesOneOrderAndIsChangedAlone) {
  const OrderedBy by = cafe();
  ASSERT_TRUE(keep_.stand(breads(by)));
  const Order friday = keep_.touch("cafe-bread", day("2026-03-06")).value();
  EXPECT_EQ(keep_.touch("cafe-bread", day("2026-03-06")).value(), friday) << "twice is once";
  ASSERT_TRUE(keep_.change(friday.number, request(by, "2026-03-06", {{"cake", quantity("1")}})));
  EXPECT_EQ(keep_.change(friday.number, request(by, "2026-03-05", {{"cake", quantity("1")}}))
                .refusal()
                .why,
            Why::day_of_standing)
      << "else Friday's bread would be baked twice";
  const auto due = keep_.due(day("2026-03-06"), day("2026-03-09"));
  ASSERT_EQ(due.size(), 2U);
  EXPECT_EQ(due.at(0).order.lines.at(0).article, "cake");
  EXPECT_EQ(due.at(1).order.lines.at(0).article, "white-loaf") << "Monday stays as it was";
  EXPECT_EQ(keep_.touch("cafe-bread", day("2026-03-07")).refusal().why, Why::unknown_standing)
      << "no Saturday";
  ASSERT_TRUE(keep_.cancel(friday.number));
  EXPECT_EQ(keep_.due(day("2026-03-06"), day("2026-03-06")).size(), 1U)
      << "left out that day, and seen to be";
}

TEST_F(BakeryWithOrders, WhatAStandingOrderWantsAndTheShopNoLongerSellsIsSaid) {
  ASSERT_TRUE(keep_.stand(breads(cafe())));
  file_->writer().run("DELETE FROM article WHERE code = 'white-loaf'");
  const auto due = keep_.due(day("2026-03-06"), day("2026-03-06"));
  ASSERT_EQ(due.size(), 1U);
  EXPECT_TRUE(due.at(0).order.lines.empty());
  EXPECT_EQ(due.at(0).gone, std::vector<std::string>{"white-loaf"});
  EXPECT_EQ(keep_.touch("cafe-bread", day("2026-03-06")).refusal().why, Why::unknown_article);
}

TEST_F(BakeryWithOrders, ABakeSheetKnowsOrdersTheUsualAndWhatIsBaked) {
  orders_.put_recipe({.article = "white-loaf", .makes = quantity("1"), .parts = {}, .also = {}},
                     clock_.now());
  sell_on("2026-03-02", "30");
  sell_on("2026-03-03", "99");
  sell_on("2026-03-09", "21");
  clock_.set(*Instant::parse("2026-03-10T07:00:00Z"));
  ASSERT_TRUE(keep_.stand(breads(cafe())));
  static_cast<void>(placed(ana(), "2026-03-16", "white-loaf", "5"));
  ASSERT_TRUE(keep_.baked("T1", day("2026-03-16"), {"white-loaf", quantity("20")}));
  ASSERT_TRUE(keep_.baked("T1", day("2026-03-16"), {"white-loaf", quantity("-2")}));
  const BakeSheet sheet = keep_.bake_sheet("T1", day("2026-03-16"));
  EXPECT_EQ(sheet.looked_at, (std::vector{day("2026-03-09"), day("2026-03-02")}));
  ASSERT_EQ(sheet.rows.size(), 1U);
  EXPECT_EQ(sheet.rows.at(0).ordered, quantity("17")) << "twelve stand, five are ordered";
  EXPECT_EQ(sheet.rows.at(0).usual, quantity("26")) << "the mean of 30 and 21, up";
  EXPECT_EQ(sheet.rows.at(0).baked, quantity("18"));
  EXPECT_EQ(sheet.rows.at(0).missing(), quantity("25"));
}

TEST_F(BakeryWithOrders, NoMoreIsTakenBackOfWhatIsBakedThanWasNoted) {
  const auto why = [&](const char* how_many) {
    const auto answer = keep_.baked("T1", day("2026-03-02"), {"white-loaf", quantity(how_many)});
    return answer ? std::string("noted") : std::string(order_refusal_code(answer.refusal()));
  };
  EXPECT_EQ(why("-1"), "order.bad_quantity");
  EXPECT_EQ(why("0"), "order.bad_quantity");
  EXPECT_EQ(why("1.5"), "order.bad_quantity");
  EXPECT_EQ(why("3"), "noted");
  EXPECT_EQ(why("-3"), "noted");
  EXPECT_EQ(why("-1"), "order.bad_quantity");
}

TEST_F(BakeryWithOrders, EverythingIsMadeAgainFromTheJournal) {
  const OrderedBy by = ana();
  ASSERT_TRUE(keep_.cancel(placed(by, "2026-03-07", "cake", "1").number));
  static_cast<void>(placed(by, "2026-03-08", "cake", "2"));
  ASSERT_TRUE(keep_.stand(breads(cafe())));
  ASSERT_TRUE(keep_.baked("T1", day("2026-03-02"), {"white-loaf", quantity("3")}));
  orders_.put_ingredient({"flour", "Flour", Unit::kg, eur("0.80"), {Allergen::gluten}},
                         clock_.now());
  orders_.put_recipe({.article = "white-loaf",
                      .makes = quantity("10"),
                      .parts = {{"flour", quantity("4.500")}},
                      .also = {Allergen::sesame}},
                     clock_.now());
  const db::Projection projection = db::order_projection();
  const auto before = db::all_rows(file_->reader(), projection.tables);
  EXPECT_GT(before.size(), 8U);
  db::rebuild_projections(*file_, {projection});
  EXPECT_EQ(db::all_rows(file_->reader(), projection.tables), before);
  EXPECT_EQ(orders_.recipes().at(0).parts.at(0).quantity, quantity("4.500"));
  EXPECT_EQ(orders_.ingredients().at(0).contains, std::vector{Allergen::gluten});
}

TEST_F(BakeryWithOrders, ACustomerIsForgottenWhenNothingWaitsAndNeverStandsInTheJournal) {
  const OrderedBy by = ana();
  const Order order = placed(by, "2026-03-07", "cake", "1");
  const Day much_later = day("2026-09-01");
  EXPECT_EQ(customers_.forget_those_gone(much_later), 0) << "her cake waits";
  ASSERT_TRUE(keep_.cancel(order.number));
  EXPECT_EQ(customers_.forget_those_gone(day("2026-03-06")), 0) << "it was for the 7th";
  EXPECT_EQ(customers_.forget_those_gone(much_later), 1);
  EXPECT_FALSE(customers_.customer(*by.customer));
  EXPECT_EQ(orders_.order(order.number)->by, by) << "the order keeps a number that says nothing";
  const auto named = file_->reader().number(
      "SELECT count(*) FROM journal WHERE instr(payload, 'Ana') + instr(payload, '064111222')");
  EXPECT_EQ(named, 0);
}

TEST_F(BakeryWithOrders, ACustomerWhoAgreedOrStandsIsNotForgotten) {
  Customer ana_agreed = keep_customers_.note("Ana", "064111222").value();
  ana_agreed.remembered = true;
  ASSERT_TRUE(keep_customers_.change(ana_agreed));
  const OrderedBy stands{keep_customers_.note("Mira", "").value().id, ""};
  ASSERT_TRUE(keep_.stand(breads(stands)));
  EXPECT_EQ(customers_.forget_those_gone(day("2027-01-01")), 0);
  ASSERT_TRUE(keep_.stop("cafe-bread", day("2026-04-01")));
  EXPECT_EQ(customers_.forget_those_gone(day("2027-01-01")), 1);
  ASSERT_TRUE(keep_customers_.forget(ana_agreed.id));
  EXPECT_TRUE(keep_customers_.find("").empty());
}

TEST_F(BakeryWithOrders, SomebodyNewIsNotedWithHerOrderOrNotAtAll) {
  const CustomerId id = CustomerId::mint(chance_);
  OrderRequest asked = request({id, ""}, "2026-03-07", {{"pie", quantity("1")}});
  asked.noted = {id, "  Mira ", "064-555"};
  EXPECT_FALSE(keep_.place(asked)) << "no pie is sold here";
  EXPECT_TRUE(customers_.customers().empty());
  asked.lines = {{"cake", quantity("1")}};
  asked.noted->phone = "call me";
  EXPECT_EQ(order_refusal_code(keep_.place(asked).refusal()), "customer.bad_phone");
  asked.noted->phone = "064-555";
  const Order order = keep_.place(asked).value();
  EXPECT_EQ(keep_.place(asked).value(), order) << "sent again";
  ASSERT_EQ(customers_.customers().size(), 1U);
  EXPECT_EQ(customers_.customers().at(0).phone, "064555");
}

TEST_F(BakeryWithOrders, ACustomerWithANumberIsKnownAgainAndOneWithoutIsNot) {
  const Customer first = keep_customers_.note("Ana", "064 111-222").value();
  EXPECT_EQ(keep_customers_.note("Ana", "064111222").value(), first);
  EXPECT_NE(keep_customers_.note("Ana", "").value().id, keep_customers_.note("Ana", "").value().id)
      << "two people may be called the same";
  EXPECT_EQ(keep_customers_.find("1222").size(), 1U);
}

}  // namespace
}  // namespace tilia::pos
