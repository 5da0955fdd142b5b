// The room Salon on a real book in memory: who works there, what takes how long, when, packages,
// tips.
#include "pos/ui/office_salon.h"

#include <algorithm>
#include <set>

#include "db/customer_book_sqlite.h"
#include "db/package_book_sqlite.h"
#include "db/salon_book_sqlite.h"
#include "pos/keep_drawer.h"
#include "pos/ring_up_sale.h"
#include "pos/salon/keep_visits.h"
#include "pos/ui/trade_words.h"
#include "tests/app/shop_book_of_tests.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::pos {
namespace {

using ui::typed;
using Texts = std::vector<std::pair<std::string, std::string>>;

Money dinars(const char* text) { return Money::parse(text, rsd).value(); }

Article service(const char* code, const char* price) {
  return {.code = code,
          .name = code,
          .price = dinars(price),
          .vat_class = VatClass::standard,
          .unit = Unit::each,
          .barcodes = {},
          .picture = "✂️",
          .page = "Salon",
          .stocked = false};
}

class OfficeSalonOf : public ShopBook {
 protected:
  void SetUp() override {
    book_.put_articles({service("cut", "1000"), service("colour", "3000")}, clock_.now());
  }
  void press(const std::string& action, Texts texts = {}) {
    (void)room_.press(action, typed(std::move(texts)));
  }
  void add(const char* name, const char* kind) {
    press("new");
    press("save", {{"name", name}, {"kind", kind}, {"picture", "🐦"}});
  }
  [[nodiscard]] Salon salon() { return salons_.salon(); }
  [[nodiscard]] std::string cell(std::size_t row, std::size_t column) {
    const ui::Page page = room_.page();
    const auto& text = page.table->rows.at(row).cells.at(column).text;
    if (const auto* money = std::get_if<Money>(&text)) return money->text();
    return std::holds_alternative<std::string>(text) ? std::get<std::string>(text)
                                                     : ui::key_of(text);
  }

  db::SalonBookSqlite salons_{*file_};
  db::PackageBookSqlite packages_{*file_};
  db::CustomerBookSqlite customers_{*file_};
  OfficeSalon room_{
      OfficeSalon::Doors{salons_, packages_, customers_, book_, rsd, zone_, clock_, chance_}};
};

}  // namespace

TEST(TradeWords, HoursAreReadAsPeopleWriteThemAndSaidWithoutNoughts) {
  EXPECT_EQ(typed_spans("9-12, 14:30-19"), (DaySpans{{540, 720}, {870, 1140}}));
  EXPECT_EQ(typed_spans("9–12"), (DaySpans{{540, 720}}));
  EXPECT_EQ(typed_spans("9.30-14.15"), (DaySpans{{570, 855}})) << "no tenths of hours";
  EXPECT_EQ(typed_spans("  "), DaySpans());
  for (const char* wrong : {"9", "12-9", "9-12, 11-13", "9-25", "nine-ten", "9-12,,14-15"})
    EXPECT_FALSE(typed_spans(wrong)) << wrong;
  EXPECT_EQ(spans_words({{540, 720}, {870, 1140}}), "9–12, 14:30–19");
  EXPECT_EQ(typed_spans(spans_words({{5, 1440}})), (DaySpans{{5, 1440}}));
}

TEST_F(OfficeSalonOf, IsKeptWhereOneIsSetUpOrTheCounterShowsItsDay) {
  EXPECT_FALSE(OfficeSalon::is_kept(salons_, book_));
  book_.set_counter_rule("counter.appointments", "yes", clock_.now());
  EXPECT_TRUE(OfficeSalon::is_kept(salons_, book_));
  book_.set_counter_rule("counter.appointments", "no", clock_.now());
  add("Robin", "person");
  EXPECT_TRUE(OfficeSalon::is_kept(salons_, book_));
}

TEST_F(OfficeSalonOf, SaysWhatToDoFirstUntilItsDayIsAtTheCounter) {
  EXPECT_TRUE(ui::says(room_.page(), "office.salon.first"));
  EXPECT_TRUE(ui::offers(room_.page(), "new"));
  add("Robin", "person");
  EXPECT_TRUE(ui::says(room_.page(), "office.salon.no_services"));
  press("services");
  press("keep_service", {{"article", "cut"},
                         {"minutes", "30"},
                         {"before", "0"},
                         {"after", "10"},
                         {"offered", "yes"}});
  press("columns");
  EXPECT_TRUE(ui::says(room_.page(), "office.salon.no_hours"));
  press("open_week", {{"row", ""}});
  press("save_week", {{"day.0", "9-18"}});
  press("columns");
  EXPECT_TRUE(ui::says(room_.page(), "office.salon.not_at_counter"));
  book_.set_counter_rule("counter.appointments", "yes", clock_.now());
  EXPECT_TRUE(room_.page().remarks.empty());
}

TEST_F(OfficeSalonOf, APersonIsAddedRenamedAndClosed) {
  add("", "person");
  EXPECT_EQ(ui::fault_of(room_.page(), "name"), "pos.salon.name_missing");
  add("Robin", "person");
  add("Window", "chair");
  ASSERT_EQ(salon().columns.size(), 2U);
  EXPECT_EQ(salon().columns[0].code, "person") << "her name is not her code";
  EXPECT_EQ(salon().columns[1].kind, ColumnKind::chair);
  press("open", {{"row", "person"}});
  EXPECT_TRUE(ui::offers(room_.page(), "week"));
  EXPECT_EQ(ui::field(room_.page(), "kind"), nullptr) << "a person becomes no chair";
  press("save", {{"name", "Wren"}, {"picture", "🐦"}, {"booked", "no"}});
  EXPECT_EQ(salon().columns[0].name, "Wren");
  EXPECT_TRUE(salon().columns[0].closed);
  EXPECT_EQ(cell(0, 3), "office.no");
  press("open", {{"row", "chair"}});
  EXPECT_FALSE(ui::offers(room_.page(), "week")) << "a chair has no hours";
}

TEST_F(OfficeSalonOf, AsksOnceAboutANameThatTellsTooMuch) {
  const std::string name = "The " + ui::telling_word();
  add(name.c_str(), "person");
  EXPECT_TRUE(salon().columns.empty());
  EXPECT_EQ(ui::caution_of(room_.page(), "name"), "office.name.caution");
  press("save", {{"name", name}, {"kind", "person"}, {"picture", "🐦"}});
  EXPECT_EQ(salon().columns.size(), 1U);
}

TEST_F(OfficeSalonOf, AServiceHasMinutesBeforeAndAfter) {
  press("services");
  EXPECT_EQ(ui::field(room_.page(), "article")->value, "colour");
  const auto keep = [&](const char* minutes, const char* after) {
    press("keep_service", {{"article", "cut"},
                           {"minutes", minutes},
                           {"before", "5"},
                           {"after", after},
                           {"offered", "yes"}});
  };
  keep("half an hour", "10");
  EXPECT_EQ(ui::fault_of(room_.page(), "minutes"), "pos.salon.not_minutes");
  keep("30", "-1");
  EXPECT_EQ(ui::fault_of(room_.page(), "after"), "pos.salon.not_minutes");
  EXPECT_TRUE(salon().services.empty());
  keep("30", "10");
  EXPECT_EQ(salon().services, (std::vector<SalonService>{{"cut", 30, 5, 10, true}}));
  EXPECT_EQ(cell(0, 4), "45");
  EXPECT_EQ(ui::field(room_.page(), "article")->value, "colour") << "what has no minutes yet";
  EXPECT_EQ(ui::field(room_.page(), "article")->choices.size(), 1U)
      << "what has them is picked in the table, and not written over unseen";
  press("pick_service", {{"row", "cut"}});
  EXPECT_EQ(ui::field(room_.page(), "before")->value, "5");
}

TEST_F(OfficeSalonOf, AWeekIsKeptWholeOrNotAtAll) {
  add("Robin", "person");
  press("open_week", {{"row", ""}});
  press("save_week", {{"day.0", "9-12, 14-18"}, {"day.1", "late"}});
  EXPECT_EQ(ui::fault_of(room_.page(), "day.1"), "pos.salon.not_hours");
  EXPECT_EQ(ui::field(room_.page(), "day.0")->value, "9-12, 14-18");
  EXPECT_TRUE(salon().hours.empty());
  press("save_week", {{"day.0", "9-12, 14-18"}, {"day.5", "9-13"}});
  EXPECT_EQ(salon().spans("", *Day::parse("2026-03-02")), (DaySpans{{540, 720}, {840, 1080}}));
  EXPECT_TRUE(salon().spans("", *Day::parse("2026-03-03")).empty());
  EXPECT_EQ(cell(1, 1), "9–12, 14–18") << "who has none of her own works as the salon is open";
  press("open_week", {{"row", "person"}});
  EXPECT_TRUE(ui::says(room_.page(), "office.salon.as_the_salon"));
  press("save_week", {{"day.0", "9-12, 14-18"}, {"day.5", "9-13"}});
  EXPECT_EQ(salon().hours.size(), 1U) << "she goes on as the salon does";
  press("open_week", {{"row", "person"}});
  press("save_week", {{"day.0", "9-12"}});
  EXPECT_EQ(cell(1, 1), "9–12");
  EXPECT_EQ(cell(0, 1), "9–12, 14–18");
}

TEST_F(OfficeSalonOf, ADayThatDiffersIsKeptAndTakenBack) {
  press("days");
  EXPECT_FALSE(ui::offers(room_.page(), "usual")) << "nothing is picked";
  press("keep_day", {{"of", "*"}, {"day", "2026-02-31"}, {"hours", ""}});
  EXPECT_EQ(ui::fault_of(room_.page(), "day"), "office.fault.day");
  press("keep_day", {{"of", "*"}, {"day", "2026-03-09"}, {"hours", ""}});
  ASSERT_EQ(room_.page().table->rows.size(), 1U);
  EXPECT_EQ(cell(0, 3), "office.salon.closed");
  press("pick_day", {{"row", room_.page().table->rows[0].key}});
  EXPECT_TRUE(ui::offers(room_.page(), "usual"));
  press("usual", {{"of", "*"}, {"day", "2026-03-09"}, {"hours", ""}});
  EXPECT_FALSE(room_.page().table);
}

TEST_F(OfficeSalonOf, ADayOfSomebodyWhoIsClosedStaysHers) {
  add("Robin", "person");
  press("days");
  press("keep_day", {{"of", "person"}, {"day", "2026-03-09"}, {"hours", "9-12"}});
  press("open", {{"row", "person"}});
  press("save", {{"name", "Robin"}, {"picture", "🐦"}, {"booked", "no"}});
  press("days");
  press("pick_day", {{"row", room_.page().table->rows[0].key}});
  const ui::Page page = room_.page();
  const ui::Field* of = ui::field(page, "of");
  EXPECT_EQ(of->value, "person");
  EXPECT_NE(std::ranges::find(of->choices, "person", &ui::Choice::value), of->choices.end())
      << "else the first choice, the whole salon, would be changed";
}

TEST_F(OfficeSalonOf, ATimeThatIsNotFreeHasNoPlaceForAReasonAndCanBeFreedAgain) {
  add("Robin", "person");
  press("times");
  const ui::Page page = room_.page();
  for (const ui::Field& field : page.form->fields)
    EXPECT_TRUE(std::set<std::string>({"of", "from_day", "from", "", "until_day", "until"})
                    .contains(field.key))
        << field.key;
  const auto keep = [&](const char* from, const char* until) {
    press("keep_time", {{"of", "person"},
                        {"from_day", "2026-03-03"},
                        {"from", from},
                        {"until_day", "2026-03-03"},
                        {"until", until}});
  };
  keep("noon", "13");
  EXPECT_EQ(ui::fault_of(room_.page(), "from"), "office.salon.bad_clock");
  keep("13", "12");
  EXPECT_EQ(ui::fault_of(room_.page(), "until"), "pos.salon.bad_time");
  keep("12", "13:30");
  ASSERT_EQ(room_.page().table->rows.size(), 1U);
  EXPECT_EQ(cell(0, 0), "Robin");
  EXPECT_EQ(cell(0, 2) + " " + cell(0, 4), "12:00 13:30");
  keep("13", "14");
  EXPECT_EQ(ui::fault_of(room_.page(), "of"), "pos.salon.not_free_already");
  press("time", {{"row", room_.page().table->rows[0].key}});
  press("free");
  EXPECT_TRUE(ui::says(room_.page(), "office.salon.time_freed"));
  EXPECT_FALSE(room_.page().table);
}

TEST_F(OfficeSalonOf, APackageIsOfferedChangedAndNotOfferedAnyMore) {
  press("offers");
  const auto keep = [&](const char* times, const char* price, const char* offered) {
    press("keep_offer",
          {{"article", "cut"}, {"times", times}, {"price", price}, {"offered", offered}});
  };
  keep("1", "900", "yes");
  EXPECT_EQ(ui::fault_of(room_.page(), "times"), "pos.package.not_times");
  keep("10", "much", "yes");
  EXPECT_EQ(ui::fault_of(room_.page(), "price"), "office.fault.amount");
  keep("10", "9000", "yes");
  const auto offers = packages_.package_offers();
  ASSERT_EQ(offers.size(), 1U);
  EXPECT_EQ(offers[0], (PackageOffer{"cut-10", "cut", 10, dinars("9000"), true}));
  EXPECT_EQ(cell(0, 3), "10000.00") << "one by one";
  press("pick_offer", {{"row", "cut-10"}});
  keep("10", "9500", "no");
  ASSERT_EQ(packages_.package_offers().size(), 1U);
  EXPECT_FALSE(packages_.package_offers()[0].offered);
  keep("10", "8000", "yes");
  EXPECT_EQ(packages_.package_offers().size(), 2U) << "nothing is picked: it is another one";
}

class OfficeSalonSold : public OfficeSalonOf {
 protected:
  void ring(const SaleRequest& request) {
    const auto rung = RingUpSale(book_, pack_, clock_).ring_up("T1", request);
    ASSERT_TRUE(rung) << static_cast<int>(rung.refusal().why);
  }
  void open_drawer() {
    KeepDrawer drawer(book_, pack_, zone_, clock_, chance_);
    ASSERT_TRUE(drawer.open("T1", dinars("0")).ok());
  }
  CountryPack pack_ = *load_country_pack(TILIA_SOURCE "/pos/rules", "RS", *Day::from(2026, 3, 2));
};

TEST_F(OfficeSalonSold, SaysHowManyTimesOfAPackageAreLeft) {
  press("packages");
  EXPECT_TRUE(ui::says(room_.page(), "office.salon.no_packages_first"));
  open_drawer();
  KeepPackages packages({packages_, customers_, zone_, clock_});
  ASSERT_TRUE(packages.offer({"cut-10", "cut", 10, dinars("9000"), true},
                             book_.articles(*Day::from(2026, 3, 2))));
  const auto who = CustomerId::mint(chance_);
  const auto made = packages.make(
      {PackageId::mint(chance_), "cut-10", who, Customer{who, "Mira", "064 123 4567"}});
  ASSERT_TRUE(made);
  EXPECT_FALSE(room_.page().table) << "not paid yet";
  const std::string advance = advance_of_package(made.value().number);
  ring({.id = SaleId::mint(chance_),
        .lines = {},
        .tenders = {{TenderKind::cash, dinars("9000")}},
        .donation = std::nullopt,
        .extras = {{ExtraKind::advance, dinars("9000"), advance}}});
  ring({.id = SaleId::mint(chance_),
        .lines = {{"cut", Quantity::pieces(1), AgreedPrice{dinars("900")}}},
        .tenders = {{TenderKind::advance, dinars("900"), advance}},
        .donation = std::nullopt,
        .extras = {},
        .delivers = Delivery{package_delivery, made.value().number}});
  ASSERT_EQ(room_.page().table->rows.size(), 1U);
  EXPECT_EQ(cell(0, 3), "Mira");
  EXPECT_EQ(cell(0, 6), "8100.00");
  EXPECT_EQ(std::get<std::string>(room_.page().figures.at(1).value), "9");
  press("find", {{"search", "nobody"}});
  EXPECT_TRUE(ui::says(room_.page(), "office.salon.none_found"));
  press("find", {{"search", "4567"}});
  EXPECT_EQ(room_.page().table->rows.size(), 1U);
}

TEST_F(OfficeSalonSold, SharesTheTipsOfAWeekByPerson) {
  add("Robin", "person");
  add("Wren", "person");
  press(
      "keep_service",
      {{"article", "cut"}, {"minutes", "30"}, {"before", "0"}, {"after", "0"}, {"offered", "yes"}});
  press("keep_service", {{"article", "colour"},
                         {"minutes", "60"},
                         {"before", "0"},
                         {"after", "0"},
                         {"offered", "yes"}});
  press("open_week", {{"row", ""}});
  press("save_week", {{"day.0", "6-20"}});
  book_.set_counter_rule("counter.tips", "yes", clock_.now());
  open_drawer();
  KeepVisits visits(salons_, zone_, clock_);
  const auto visit = visits.book({VisitId::mint(chance_),
                                  {{"cut", "person", ""}, {"colour", "person-2", ""}},
                                  clock_.now().plus_seconds(60 * 60)});
  ASSERT_TRUE(visit);
  const SaleId sale = SaleId::mint(chance_);
  ring({.id = sale,
        .lines = {{"cut", Quantity::pieces(1)}, {"colour", Quantity::pieces(1)}},
        .tenders = {{TenderKind::cash, dinars("4400")}},
        .donation = std::nullopt,
        .extras = {{ExtraKind::tip, dinars("400")}}});
  ASSERT_TRUE(visits.paid_by(visit.value().id, sale));
  press("tips");
  ASSERT_EQ(room_.page().table->rows.size(), 2U);
  EXPECT_EQ(cell(0, 0) + " " + cell(0, 1), "Robin 100.00");
  EXPECT_EQ(cell(1, 0) + " " + cell(1, 1), "Wren 300.00");
  EXPECT_FALSE(ui::offers(room_.page(), "later")) << "this week is the last one";
  press("earlier");
  EXPECT_TRUE(ui::says(room_.page(), "office.salon.no_tips"));
  press("later");
  EXPECT_TRUE(room_.page().table);
}

}  // namespace tilia::pos
