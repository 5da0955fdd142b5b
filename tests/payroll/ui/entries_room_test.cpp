// What stands beside the contract, and what is brought to every month, in the office: entered,
// refused, taken out, and only looked at once the month is approved.
#include "payroll/ui/entries_room.h"

#include "tests/core/ui/office/page_of_tests.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using ui::typed;

// A book that may be moved to where another law holds.
class MovableBook : public PracticeBook {
 protected:
  void moves(const char* statement) {
    db::WriteTransaction change(*file_);
    change.connection().run(statement);
    change.commit();
  }
};

class EntriesRoomOf : public MovableBook {
 protected:
  void SetUp() override {
    amber_ = take_on("amber", "120000.00");
    room_.show_month(month("2026-03"));
  }
  void press(const std::string& action, const ui::Values& values = {}) {
    static_cast<void>(room_.press(action, values));
  }
  void add(const char* kind, const char* amount, const char* must_remain = "") {
    press("open", typed({{"row", "amber"}}));
    press("add_item", typed({{"kind", kind}, {"amount", amount}, {"must_remain", must_remain}}));
  }
  std::vector<PayItem> items() { return book_.pay_details(amber_->id).items; }
  void approve_march() {
    work_hours("amber", month("2026-03"), 176);
    ASSERT_TRUE(draw_up("2026-03").ok());
    ASSERT_TRUE(approve("2026-03").ok());
  }

  std::optional<Worker> amber_;
  EntriesRoom room_{book_, zone_, clock_, chance_};
};

TEST_F(EntriesRoomOf, AddsWhatTheMonthHasBesideTheContract) {
  press("open", typed({{"row", "amber"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.items.none"));
  add("deduction", "4.000,50", "60 000");
  EXPECT_TRUE(ui::says(room_.page(), "office.items.added"));
  EXPECT_EQ(ui::field(room_.page(), "amount")->value, "") << "for the next one";
  ASSERT_EQ(items().size(), 1U);
  EXPECT_EQ(items().front().kind, PayItem::Kind::deduction);
  EXPECT_EQ(items().front().month, month("2026-03"));
  EXPECT_EQ(items().front().amount, dinars("4000.50"));
  EXPECT_EQ(items().front().must_remain, dinars("60000"));
  ASSERT_TRUE(room_.page().table);
  EXPECT_EQ(std::get<Money>(room_.page().table->rows.front().cells.at(1).text), dinars("4000.50"));
}

TEST_F(EntriesRoomOf, ListsEverybodyWithWhatIsPaidOnTopAndTakenOff) {
  take_on("birch", "90000");
  add("bonus", "5000");
  add("overtime", "1000");
  add("advance", "20000");
  press("people");
  const ui::Page page = room_.page();
  ASSERT_TRUE(page.table);
  ASSERT_EQ(page.table->rows.size(), 2U);
  const auto& cells = page.table->rows.front().cells;
  EXPECT_EQ(std::get<Phrase>(cells.at(1).text), Phrase::counted("office.items.count", 3));
  EXPECT_EQ(std::get<Money>(cells.at(2).text), dinars("6000"));
  EXPECT_EQ(std::get<Money>(cells.at(3).text), dinars("20000"));
  EXPECT_EQ(std::get<std::string>(page.table->rows.back().cells.at(2).text), "–");
}

TEST_F(EntriesRoomOf, ShowsOneMonthOnly) {
  add("bonus", "5000");
  room_.show_month(month("2026-04"));
  press("open", typed({{"row", "amber"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.items.none"));
}

TEST_F(EntriesRoomOf, KeepsWhatWasTypedWhereItIsRefused) {
  add("bonus", "5000", "60000");  // nothing has to remain of a bonus
  EXPECT_TRUE(ui::says(room_.page(), "payroll.pay_entry.only_deductions_leave"));
  EXPECT_EQ(ui::field(room_.page(), "amount")->value, "5000");
  EXPECT_EQ(ui::field(room_.page(), "must_remain")->value, "60000");
  EXPECT_EQ(ui::field(room_.page(), "kind")->value, "bonus");
  add("advance", "much");
  EXPECT_EQ(ui::fault_of(room_.page(), "amount"), "office.fault.amount");
  EXPECT_EQ(ui::field(room_.page(), "kind")->value, "advance");
  add("bonus", "0");
  EXPECT_TRUE(ui::says(room_.page(), "payroll.pay_entry.amount_not_positive"));
  EXPECT_TRUE(items().empty());
}

TEST_F(EntriesRoomOf, TakesOneOutAfterItWasLookedAt) {
  add("bonus", "5000");
  add("advance", "20000");
  press("item", typed({{"row", items().front().id.text()}}));
  EXPECT_EQ(items().size(), 2U) << "looking takes nothing out";
  ASSERT_TRUE(ui::offers(room_.page(), "take_item"));
  press("take_item");
  EXPECT_TRUE(ui::says(room_.page(), "office.items.taken"));
  ASSERT_EQ(items().size(), 1U);
  EXPECT_EQ(items().front().kind, PayItem::Kind::advance);
}

TEST_F(EntriesRoomOf, AsksForAnotherDraftWhereThereIsOne) {
  work_hours("amber", month("2026-03"), 176);
  ASSERT_TRUE(draw_up("2026-03").ok());
  add("bonus", "5000");
  EXPECT_TRUE(ui::says(room_.page(), "office.items.added_again"));
}

TEST_F(EntriesRoomOf, AnApprovedMonthIsOnlyLookedAt) {
  add("bonus", "5000");
  approve_march();
  room_.show_month(month("2026-03"));
  EXPECT_TRUE(ui::says(room_.page(), "office.items.frozen"));
  press("open", typed({{"row", "amber"}}));
  const ui::Page page = room_.page();
  EXPECT_TRUE(ui::says(page, "office.items.frozen"));
  EXPECT_FALSE(page.form) << "nothing that would be refused is offered";
  ASSERT_TRUE(page.table);
  EXPECT_FALSE(page.table->row_action);
  press("item", typed({{"row", items().front().id.text()}}));
  EXPECT_FALSE(ui::offers(room_.page(), "take_item"));
}

TEST_F(EntriesRoomOf, SaysTheRefusalWhereTheMonthWasApprovedMeanwhile) {
  press("open", typed({{"row", "amber"}}));
  approve_march();
  add("bonus", "5000");
  EXPECT_TRUE(ui::says(room_.page(), "payroll.pay_entry.month_approved"));
  EXPECT_TRUE(items().empty());
}

TEST_F(EntriesRoomOf, AsksForNothingThatTheLawDoesNotAskFor) {
  EXPECT_EQ(ui::offers(room_.page(), "employer"),
            !settings_of("RS", PaySetting::Whose::employer).empty());
  press("open", typed({{"row", "amber"}}));
  EXPECT_EQ(ui::offers(room_.page(), "brings"),
            !settings_of("RS", PaySetting::Whose::worker).empty());
}

// The same where the law asks people for more: children, a second job.
class EntriesRoomInPrague : public MovableBook {
 protected:
  void SetUp() override {
    moves("UPDATE organisation SET country = 'CZ', currency = 'CZK', zone = 'Europe/Prague'");
    amber_ = add_worker(book_, "amber", "🦊", chance_, clock_).value();
    room_.emplace(book_, zone_, clock_, chance_);
    room_->show_month(month("2026-03"));
    press("open", typed({{"row", "amber"}}));
    press("brings");
  }
  void press(const std::string& action, const ui::Values& values = {}) {
    static_cast<void>(room_->press(action, values));
  }
  SaidFrom brought() { return book_.pay_details(amber_->id).brought; }

  std::optional<Worker> amber_;
  std::optional<EntriesRoom> room_;
};

TEST_F(EntriesRoomInPrague, AsksForTheWorkersThingsAndNotForTheMonths) {
  const ui::Page page = room_->page();
  EXPECT_TRUE(ui::says(page, "office.brings.none"));
  EXPECT_NE(ui::field(page, "children"), nullptr);
  EXPECT_NE(ui::field(page, "main_job"), nullptr);
  EXPECT_EQ(ui::field(page, "paid_before"), nullptr) << "the month's";
  EXPECT_EQ(ui::field(page, "from")->value, "2026-03-01");
}

TEST_F(EntriesRoomInPrague, KeepsWhatSheBringsFromADayOn) {
  press("save_brings",
        typed({{"from", "2026-03-01"}, {"children", "2"}, {"main_job", ""}, {"credit", "lower"}}));
  EXPECT_TRUE(ui::says(room_->page(), "office.brings.saved"));
  EXPECT_EQ(brought(), (SaidFrom{{day("2026-03-01"), {{"children", "2"}, {"credit", "lower"}}}}));
  EXPECT_EQ(ui::field(room_->page(), "children")->value, "2") << "it need not be said again";
  ASSERT_TRUE(room_->page().table);
  EXPECT_EQ(room_->page().table->rows.size(), 2U);
}

TEST_F(EntriesRoomInPrague, KeepsWhatWasTypedWhereItIsRefused) {
  press("save_brings", typed({{"from", "2026-03-01"}, {"children", "many"}, {"credit", "lower"}}));
  EXPECT_EQ(ui::fault_of(room_->page(), "children"), "office.brings.bad.count");
  EXPECT_EQ(ui::field(room_->page(), "children")->value, "many");
  EXPECT_EQ(ui::field(room_->page(), "credit")->value, "lower");
  press("save_brings", typed({{"from", "soon"}, {"children", "2"}}));
  EXPECT_EQ(ui::fault_of(room_->page(), "from"), "office.fault.day");
  EXPECT_TRUE(brought().empty());
}

TEST_F(EntriesRoomInPrague, WhatTheEmployerBringsIsAskedWhereTheLawDoes) {
  moves("UPDATE organisation SET country = 'BG', currency = 'EUR'");
  EntriesRoom room(book_, zone_, clock_, chance_);
  ASSERT_TRUE(ui::offers(room.page(), "employer"));
  static_cast<void>(room.press("employer", {}));
  EXPECT_EQ(ui::field(room.page(), "born_before_1960"), nullptr) << "a worker's";
  static_cast<void>(
      room.press("save_brings", typed({{"from", "2026-03-01"}, {"accident_rate", "1,1 %"}})));
  EXPECT_EQ(book_.employer_brings(), (SaidFrom{{day("2026-03-01"), {{"accident_rate", "1.1"}}}}));
  ASSERT_TRUE(room.page().table);
  EXPECT_EQ(std::get<Rate>(room.page().table->rows.front().cells.at(2).text).percent_text(), "1.1");
}

TEST_F(EntriesRoomOf, OffersADayAfterTheApprovedMonths) {
  approve_march();
  moves("UPDATE organisation SET country = 'BG', currency = 'EUR'");
  EntriesRoom room(book_, zone_, clock_, chance_);
  room.show_month(month("2026-03"));
  static_cast<void>(room.press("employer", {}));
  EXPECT_TRUE(ui::says(room.page(), "office.brings.frozen_up_to"));
  EXPECT_EQ(ui::field(room.page(), "from")->value, "2026-04-01");
  static_cast<void>(
      room.press("save_brings", typed({{"from", "2026-03-31"}, {"accident_rate", "0,9"}})));
  EXPECT_EQ(ui::fault_of(room.page(), "from"), "payroll.pay_entry.month_approved");
  EXPECT_EQ(ui::field(room.page(), "accident_rate")->value, "0,9");
  EXPECT_TRUE(book_.employer_brings().empty());
}

TEST(BringsPage, HasWordsInEveryLanguageForWhateverALawAsks) {
  for (const Language language : all_languages()) {
    const Words words(language, TILIA_SHARE "/locale");
    for (const std::string& country : pay_countries()) {
      for (const PaySetting::Whose whose :
           {PaySetting::Whose::worker, PaySetting::Whose::employer}) {
        const std::vector<PaySetting> settings = settings_of(country, whose);
        for (const PaySetting& each : settings)
          EXPECT_TRUE(words.knows(way_of_typing(each).key())) << each.key;
        for (const ui::Field& each : brings_form(settings, {}, {}).fields) {
          EXPECT_TRUE(words.knows(ui::key_of(each.label))) << each.key;
          EXPECT_TRUE(!each.hint || words.knows(each.hint->key())) << each.key;
          for (const ui::Choice& choice : each.choices)
            EXPECT_TRUE(words.knows(ui::key_of(choice.label))) << each.key << choice.value;
        }
      }
    }
  }
}

}  // namespace
}  // namespace tilia::payroll
