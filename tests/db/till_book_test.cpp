// The counter's book: what is entered is there, once, and frozen.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "db/book_fault.h"
#include "db/journal.h"
#include "db/journal_tree.h"
#include "db/short_head.h"
#include "db/till_book_sqlite.h"
#include "db/till_rows.h"
#include "tests/db/bakery_at_work.h"
#include "tests/db/fresh_folder.h"

namespace tilia::db {
namespace {

const Day march_2 = *Day::from(2026, 3, 2);

std::string outcome(BookFile& book, const std::string& sql) {
  try {
    WriteTransaction change(book);
    change.connection().script(sql);
    change.commit();
  } catch (const BookFault& fault) {
    return std::string(book_fault_code(fault.why()));
  }
  return "written";
}

}  // namespace

TEST(TillBook, HoldsTheOrganisationThatItWasMadeWith) {
  const auto file = bakery_in_memory();
  EXPECT_EQ(TillBookSqlite(*file).organisation(), small_bakery());
  pos::Organisation moved = small_bakery();
  moved.address = "Nova ulica 5\n11000 Beograd";
  moved.shops.push_back({.name = "Pranje", .kind = "laundry", .till = "T2"});
  set_organisation(*file, moved, six_o_clock);
  EXPECT_EQ(TillBookSqlite(*file).organisation(), moved);
}

TEST(TillBook, PutsArticlesByPageThenNameAndReplacesThoseOfTheSameCode) {
  const auto file = bakery_in_memory();
  TillBookSqlite book(*file);
  const auto article = [](const char* code, const char* page, const char* name) {
    return pos::Article{.code = code,
                        .name = name,
                        .price = dinars(100),
                        .vat_class = pos::VatClass::reduced,
                        .unit = pos::Unit::kg,
                        .barcodes = {"8600123456789", "123"},
                        .picture = "🍞",
                        .page = page,
                        .stocked = true};
  };
  const auto a = article("a", "Slatko", "Pita");
  const auto b = article("b", "Hleb", "Ražani");
  const auto c = article("c", "Hleb", "Beli");
  book.put_articles({a, b, c}, six_o_clock);
  EXPECT_EQ(book.articles(march_2), (std::vector{c, b, a}));
  auto dearer = a;
  dearer.price = dinars(120);
  book.put_articles({dearer}, six_o_clock);
  EXPECT_EQ(book.articles(march_2), (std::vector{c, b, dearer}));
}

TEST(TillBook, ReadsBackASaleAsItWasPosted) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  const pos::Sale first = bakery.sell();
  const pos::Sale second = bakery.sell();
  EXPECT_EQ(first.receipt, "T1-1-1");
  EXPECT_EQ(second.receipt, "T1-1-2");
  EXPECT_EQ(bakery.book.sale_by_id(first.id), first);
  EXPECT_EQ(bakery.book.sale_by_receipt("T1-1-2"), second);
  EXPECT_EQ(bakery.book.latest_sales("T1", 10), (std::vector{second, first}));
  EXPECT_EQ(bakery.book.latest_sales("T1", 1), (std::vector{second}));
  for (const char* none : {"", "T1", "T1-1-3", "T1-1-", "T1--1-1", "T1-1-01", "T2-1-1", "-1-1",
                           "T1-1-99999999999999999999"}) {
    EXPECT_FALSE(bakery.book.sale_by_receipt(none)) << none;
  }
}

TEST(TillBook, AReceiptNumberIsOfItsTillAndHasNoGap) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open("T1");
  bakery.open("counter-2");
  EXPECT_EQ(bakery.sell(1, "counter-2").receipt, "counter-2-1-1");
  EXPECT_EQ(bakery.sell(1, "T1").receipt, "T1-1-1");
  EXPECT_EQ(bakery.sell(1, "counter-2").receipt, "counter-2-1-2");
  EXPECT_TRUE(bakery.book.sale_by_receipt("counter-2-1-2"));
}

TEST(TillBook, TheSameIdEntersOnce) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  const auto request = cash_sale(3, bakery.chance());
  const pos::RungUp first = bakery.sell(request);
  EXPECT_EQ(first.state, pos::Entered::State::entered);
  const std::int64_t entries = file->reader().number("SELECT count(*) FROM journal");

  const pos::RungUp again = bakery.sell(request);
  EXPECT_EQ(again.state, pos::Entered::State::already_entered);
  EXPECT_EQ(again.sale, first.sale);

  pos::SaleDraft other{.id = request.id,
                       .till = "T1",
                       .session = bakery.book.open_session("T1").value(),
                       .at = six_o_clock,
                       .request_text = "something else",
                       .priced = first.sale.priced,
                       .refund_of = {}};
  const pos::Entered refused = bakery.book.enter_sale(other);
  EXPECT_EQ(refused.state, pos::Entered::State::different_content);
  EXPECT_EQ(refused.sale, first.sale);
  EXPECT_EQ(file->reader().number("SELECT count(*) FROM journal"), entries);
}

TEST(TillBook, ASaleWhoseSumsDoNotAgreeIsNotWritten) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  const pos::Sale good = bakery.sell();
  pos::SaleDraft bad{.id = pos::SaleId::mint(bakery.chance()),
                     .till = "T1",
                     .session = bakery.book.open_session("T1").value(),
                     .at = six_o_clock,
                     .request_text = "",
                     .priced = good.priced,
                     .refund_of = {}};
  bad.priced.change += dinars(1);
  EXPECT_THROW(bakery.book.enter_sale(bad), OurMistake);
  bad.priced = good.priced;
  bad.priced.vat.clear();
  EXPECT_THROW(bakery.book.enter_sale(bad), OurMistake);
  EXPECT_EQ(bakery.book.latest_sales("T1", 9).size(), 1U);
}

TEST(TillBook, RemembersWhatEarlierRefundsTookBack) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  const auto request =
      pos::SaleRequest{.id = pos::SaleId::mint(bakery.chance()),
                       .lines = {{"bread", Quantity::pieces(3)}, {"coffee", Quantity::pieces(2)}},
                       .tenders = {{pos::TenderKind::cash, dinars(2000)}},
                       .donation = {}};
  const std::string receipt = bakery.sell(request).sale.receipt;
  ASSERT_TRUE(bakery.take_back(receipt, {{1, Quantity::pieces(1)}}));
  const auto refund =
      bakery.take_back(receipt, {{1, Quantity::pieces(1)}, {2, Quantity::pieces(2)}});
  ASSERT_TRUE(refund);
  using Taken = std::vector<std::pair<std::int64_t, Quantity>>;
  EXPECT_EQ(bakery.book.taken_back(receipt).lines,
            (Taken{{1, Quantity::pieces(2)}, {2, Quantity::pieces(2)}}));
  EXPECT_EQ(bakery.book.sale_by_receipt("T1-1-3"), refund.value().sale);
  const auto refused = bakery.take_back(receipt, {{2, Quantity::pieces(1)}});
  EXPECT_FALSE(refused);
}

// Two tills may look at the same receipt at once; each would take back what the other has taken.
TEST(TillBook, NeverTakesBackMoreThanWasSoldWhoeverAsks) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  const pos::Sale sold = bakery.sell(2);
  const auto refund = bakery.take_back(sold.receipt, {});
  ASSERT_TRUE(refund);
  const pos::SaleDraft twice{.id = pos::SaleId::mint(bakery.chance()),
                             .till = "T1",
                             .session = bakery.book.open_session("T1").value(),
                             .at = six_o_clock,
                             .request_text = "again",
                             .priced = refund.value().sale.priced,
                             .refund_of = refund.value().sale.refund_of};
  EXPECT_THROW(bakery.book.enter_sale(twice), BookFault);
  EXPECT_EQ(bakery.book.latest_sales("T1", 9).size(), 2U);
}

TEST(TillBook, ASessionsFiguresAreThoseOfItsEntries) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  const pos::Sale one = bakery.sell(4);
  const pos::Sale two = bakery.sell(2);
  const pos::Sale back = bakery.take_back(two.receipt, {}).value().sale;
  ASSERT_TRUE(
      bakery.drawer().move_cash("T1", {pos::CashMove::Direction::out, dinars(300), "supplies"}));
  ASSERT_TRUE(
      bakery.drawer().move_cash("T1", {pos::CashMove::Direction::in, dinars(70), "change"}));
  const auto session = bakery.book.open_session("T1").value();
  const pos::SessionFigures figures = bakery.book.figures(session.id);
  EXPECT_EQ(figures.sales_count, 2);
  EXPECT_EQ(figures.sales_total, one.priced.total + two.priced.total);
  EXPECT_EQ(figures.refunds_count, 1);
  EXPECT_EQ(figures.refunds_total, two.priced.total);
  EXPECT_EQ(figures.cash_refunded, -back.priced.tenders.front().amount);
  EXPECT_EQ(figures.cash_taken, dinars(20'000));
  EXPECT_EQ(figures.change_given, one.priced.change + two.priced.change);
  EXPECT_EQ(figures.cash_out, dinars(300));
  EXPECT_EQ(figures.cash_in, dinars(70));
  Money gross = dinars(0);
  for (const pos::VatSum& sum : figures.vat) gross += sum.gross;
  EXPECT_EQ(gross, one.priced.total);
  EXPECT_EQ(pos::expected_cash(session, figures), dinars(5000 - 300 + 70) + one.priced.total);
}

TEST(TillBook, TheDaySheetIsNumberedAndCarriesTheHeadOfTheJournal) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  bakery.sell();
  const pos::DaySheet sheet = bakery.close();
  EXPECT_EQ(sheet.number, 1);
  EXPECT_EQ(sheet.counted, dinars(5030));
  EXPECT_EQ(sheet.difference, sheet.counted - sheet.expected);
  const MerkleTree tree = tree_now(file->reader(), "T1").tree;
  EXPECT_EQ(sheet.head, short_head_text("T1", tree.size(), tree.root()));
  EXPECT_EQ(bakery.book.day_sheet("T1", 1), sheet);
  EXPECT_FALSE(bakery.book.day_sheet("T1", 2));
  EXPECT_FALSE(bakery.book.open_session("T1"));
  bakery.open();
  EXPECT_EQ(bakery.book.open_session("T1").value().number, 2);
  EXPECT_FALSE(bakery.book.day_sheet("T1", 2));  // not closed yet
}

TEST(TillBook, AClosedSessionAndItsSalesAreFrozen) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  const pos::Sale sold = bakery.sell();
  bakery.book.note_fiscal_number(sold.id, "AB-17", false, six_o_clock);
  ASSERT_TRUE(
      bakery.drawer().move_cash("T1", {pos::CashMove::Direction::in, dinars(70), "change"}));
  const auto session = bakery.book.open_session("T1").value();
  bakery.close();
  for (const char* table :
       {"sale", "sale_line", "sale_vat", "sale_tender", "cash_move", "counted_piece", "fiscal_note",
        "session_figures", "session_vat", "drawer_session"}) {
    const std::string name(table);
    EXPECT_EQ(outcome(*file, "DELETE FROM " + name), "rule_broken") << name;
    std::string column;
    {
      Query first = file->writer().query("SELECT name FROM pragma_table_info(?)", name);
      ASSERT_TRUE(first.next());
      column = first.text(0);
    }
    EXPECT_EQ(outcome(*file, "UPDATE " + name + " SET " + column + " = " + column), "rule_broken")
        << name;
    // Adding to it, or replacing, is no way round.
    EXPECT_EQ(outcome(*file, "INSERT OR REPLACE INTO " + name + " SELECT * FROM " + name),
              "rule_broken")
        << name;
  }
  const pos::SaleDraft late{.id = pos::SaleId::mint(bakery.chance()),
                            .till = "T1",
                            .session = session,
                            .at = six_o_clock,
                            .request_text = "late",
                            .priced = sold.priced,
                            .refund_of = {}};
  EXPECT_THROW(bakery.book.enter_sale(late), BookFault);
  EXPECT_THROW(bakery.book.enter_cash_move(
                   session, {pos::CashMove::Direction::in, dinars(1), "change"}, six_o_clock),
               BookFault);
}

TEST(TillBook, ASessionInABagTakesNothingAndIsClosedOnce) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  const pos::Sale sold = bakery.sell();
  const auto session = bakery.book.open_session("T1").value();
  ASSERT_TRUE(bakery.drawer().bag("T1", "4711"));
  EXPECT_FALSE(bakery.book.open_session("T1"));
  const pos::SaleDraft late{.id = pos::SaleId::mint(bakery.chance()),
                            .till = "T1",
                            .session = session,
                            .at = six_o_clock,
                            .request_text = "late",
                            .priced = sold.priced,
                            .refund_of = {}};
  EXPECT_THROW(bakery.book.enter_sale(late), BookFault);
  pos::SaleDraft refund = late;
  refund.refund_of = pos::RefundOf{sold.receipt, "mistake", {}};
  refund.priced = {.lines = {},
                   .vat = {},
                   .tenders = {},
                   .total = dinars(0),
                   .donation = dinars(0),
                   .cash_rounding = dinars(0),
                   .change = dinars(0)};
  EXPECT_THROW(bakery.book.enter_sale(refund), BookFault);
  EXPECT_THROW(bakery.book.enter_cash_move(
                   session, {pos::CashMove::Direction::in, dinars(1), "change"}, six_o_clock),
               BookFault);
  EXPECT_THROW(
      bakery.book.enter_exchange(session, {sold.id, {}, {}, pos::cash_back(sold)}, six_o_clock),
      BookFault);
  EXPECT_THROW(bakery.book.bag_session(session, "4712", six_o_clock), BookFault);
  for (const char* change : {"bagged_at = NULL", "bag = 'another'", "bagged_at = bagged_at + 1",
                             "sheet = 1", "float_amount = 1"})
    EXPECT_EQ(outcome(*file, std::string("UPDATE drawer_session SET ") + change), "rule_broken")
        << change;
  bakery.open();
  EXPECT_EQ(bakery.drawer().bag("T1", "4711").refusal(), pos::DrawerRefusal::bag_number_taken);
  const auto closed = bakery.drawer().close_bag("T1", "4711", {{dinars(100), 50}});
  ASSERT_TRUE(closed);
  EXPECT_EQ(closed.value().bagged_at, six_o_clock.plus_seconds(37));
  EXPECT_EQ(bakery.book.day_sheet("T1", 1), closed.value());
  EXPECT_EQ(outcome(*file, "UPDATE drawer_session SET bag = 'another' WHERE closed_at > 0"),
            "rule_broken");
  EXPECT_TRUE(bakery.book.open_session("T1"));
}

// What it sold is added up once, when the money goes into the bag.
TEST(TillBook, ABagThatIsCountedAddsNoSaleAgain) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  bakery.sell();
  const char* sums =
      "SELECT (SELECT sum(quantity) FROM article_sold) + (SELECT sum(gross) FROM session_hour)"
      " + (SELECT sum(gross) FROM session_page)";
  ASSERT_TRUE(bakery.drawer().bag("T1", "4711"));
  const auto before = file->reader().number(sums);
  EXPECT_GT(before, 0);
  ASSERT_TRUE(bakery.drawer().close_bag("T1", "4711", {}));
  EXPECT_EQ(file->reader().number(sums), before);
}

TEST(TillBook, ATillHasOneOpenSession) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.open();
  EXPECT_THROW(bakery.book.start_session(pos::SessionId::mint(bakery.chance()), "T1",
                                         BusinessDay(Day::parse("2026-03-02").value()), dinars(1),
                                         six_o_clock),
               OurMistake);
}

TEST(TillBook, DaySummariesAgreeWithTheReceiptsToTheLastMinorUnit) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file, 11);
  for (int day = 0; day < 3; ++day) bakery.work_a_day(20);
  Connection& reader = file->reader();
  Query sums = reader.query(
      "SELECT business_day, vat_class, rate, sum(gross), sum(net), sum(vat) FROM day_summary"
      " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
  Query receipts = reader.query(
      "SELECT s.business_day, v.vat_class, v.rate, sum(v.gross), sum(v.net), sum(v.vat)"
      " FROM sale_vat v JOIN sale s ON s.entry = v.sale GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
  int rows = 0;
  while (receipts.next()) {
    ++rows;
    ASSERT_TRUE(sums.next());
    EXPECT_EQ(sums.text(0), receipts.text(0));
    EXPECT_EQ(sums.text(1), receipts.text(1));
    for (int column = 2; column < 6; ++column) {
      EXPECT_EQ(sums.whole(column), receipts.whole(column));
    }
  }
  EXPECT_FALSE(sums.next());
  EXPECT_GE(rows, 6);
  EXPECT_EQ(reader.number("SELECT sum(sales_total - refunds_total) FROM day_total"),
            reader.number("SELECT sum(gross) FROM day_summary"));
}

// A sale's text is put together by hand: it is what Json would write, keys in order, whatever a
// name holds.
TEST(TillBook, EveryPayloadIsCanonical) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.work_a_day(30);
  bakery.open();
  SaleRecord odd{.sale = bakery.sell(3), .number = 7, .request_digest = {}};
  odd.sale.priced.lines[0].name = "Burek \"sa mesom\" \\ ćufte\n🥐";
  odd.sale.refund_of = pos::RefundOf{"T1-1-1", "wrong_article", {1, 2, 3}};
  const std::string payload = payload_of(odd);
  EXPECT_EQ(nlohmann::json::parse(payload).dump(), payload);
  EXPECT_NE(payload.find("\\\"sa mesom\\\""), std::string::npos);
  int sales = 0;
  read_journal(file->reader(), [&](const JournalEntry& entry) {
    const std::string& text = entry.content.payload;
    EXPECT_EQ(nlohmann::json::parse(text).dump(), text);
    if (entry.content.kind != sale_entered) return;
    ++sales;
    EXPECT_EQ(payload_of(sale_in(entry)), text);
  });
  EXPECT_GT(sales, 30);
}

// The journal says nothing about who did it: a sale, a count and a close carry no actor.
TEST(TillBook, NoEntryOfTheCounterNamesAnActor) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.work_a_day(10);
  EXPECT_EQ(file->reader().number("SELECT count(*) FROM journal WHERE actor IS NOT NULL"), 0);
  std::set<std::string> kinds;
  read_journal(file->reader(),
               [&](const JournalEntry& entry) { kinds.insert(entry.content.kind); });
  for (const char* kind : {book_created, organisation_set, articles_put, session_opened,
                           sale_entered, session_closed, "station.begun"}) {
    EXPECT_TRUE(kinds.contains(kind)) << kind;
  }
}

}  // namespace tilia::db
