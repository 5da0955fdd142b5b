#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

// A book that fails when the sale is entered, once: the same press may be tried again.
class FailsOnce final : public TillBook {
 public:
  explicit FailsOnce(TillBook& book) : book_(book) {}
  Organisation organisation() override { return book_.organisation(); }
  std::vector<Article> articles(const Day& day) override { return book_.articles(day); }
  std::int64_t catalogue_mark() override { return book_.catalogue_mark(); }
  void put_articles(const std::vector<Article>& a, const Instant& at) override {
    book_.put_articles(a, at);
  }
  std::optional<DrawerSession> open_session(const std::string& till) override {
    return book_.open_session(till);
  }
  DrawerSession start_session(const SessionId& id, const std::string& till, const BusinessDay& day,
                              const Money& float_amount, const Instant& at) override {
    return book_.start_session(id, till, day, float_amount, at);
  }
  Entered enter_sale(const SaleDraft& sale) override {
    if (fails) {
      fails = false;
      throw std::runtime_error("disk full");
    }
    return book_.enter_sale(sale);
  }
  void enter_cash_move(const DrawerSession& s, const CashMove& m, const Instant& at) override {
    book_.enter_cash_move(s, m, at);
  }
  void enter_exchange(const DrawerSession& s, const PieceExchange& e, const Instant& at) override {
    book_.enter_exchange(s, e, at);
  }
  void bag_session(const DrawerSession& s, const std::string& bag, const Instant& at) override {
    book_.bag_session(s, bag, at);
  }
  std::vector<WaitingBag> bags(const std::string& till) override { return book_.bags(till); }
  SessionFigures figures(const SessionId& s) override { return book_.figures(s); }
  DaySheet close_session(const DrawerSession& s, const std::vector<CountedPiece>& c, const Money& e,
                         const Money& t, const CloseWords& words, const Instant& at) override {
    return book_.close_session(s, c, e, t, words, at);
  }
  std::optional<DaySheet> day_sheet(const std::string& till, std::int64_t n) override {
    return book_.day_sheet(till, n);
  }
  std::optional<Sale> sale_by_id(const SaleId& id) override { return book_.sale_by_id(id); }
  std::optional<Sale> sale_by_receipt(const std::string& r) override {
    return book_.sale_by_receipt(r);
  }
  RecentTrade recent_trade(const std::string& till, int n) override {
    return book_.recent_trade(till, n);
  }
  std::vector<Sale> latest_sales(const std::string& till, int n) override {
    return book_.latest_sales(till, n);
  }
  TakenBack taken_back(const std::string& r) override { return book_.taken_back(r); }
  void note_approval(const Approval& approval, const Instant& at) override {
    book_.note_approval(approval, at);
  }
  std::vector<std::pair<std::string, std::string>> counter_rules() override {
    return book_.counter_rules();
  }
  void set_counter_rule(const std::string& name, const std::string& text,
                        const Instant& at) override {
    book_.set_counter_rule(name, text, at);
  }
  void note_fiscal_number(const SaleId& id, const std::string& n, bool skipped,
                          const Instant& at) override {
    book_.note_fiscal_number(id, n, skipped, at);
  }
  bool fails = true;

 private:
  TillBook& book_;
};

TEST(Mistake, PicksTheReceiptJustMadeAndTakesItBack) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  const std::string receipt = shop->giving().sale().receipt;
  shop->undo();  // the same corner reads "I made a mistake" now
  ASSERT_EQ(shop->place(), Place::take_back);
  shop->take_it_back();
  ASSERT_EQ(shop->place(), Place::taken_back);
  ASSERT_TRUE(shop->refund().has_value());
  EXPECT_EQ(shop->refund()->sale.refund_of->receipt, receipt);
  EXPECT_EQ(shop.drawer.look("T1").value().expected, shop.dinars(5000));
}

TEST(Mistake, TheMoneyGoesBackInPiecesThatTheDrawerHas) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->made_a_mistake();
  shop->take_it_back();
  EXPECT_EQ(shop->giving().back(), shop.dinars(60));
  ASSERT_EQ(shop->giving().piles().size(), 2U);
  EXPECT_EQ(shop->giving().piles()[0].pieces, (CountedPiece{shop.dinars(50), 1}));
  shop->none_left(0);
  EXPECT_EQ(shop->giving().piles()[0].pieces, (CountedPiece{shop.dinars(20), 3}));
  shop->next_customer();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_TRUE(shop->cart().empty());
}

TEST(Mistake, PartOfAnEarlierReceiptComesBackWhileATrayWaits) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  for (int i = 0; i < 3; ++i) shop->tap_article("loaf");
  shop->tap_article("roll");
  shop->pay();
  shop->paying().give(shop.dinars(500));
  shop->paid();
  const std::string receipt = shop->giving().sale().receipt;
  shop->next_customer();
  shop.sell_a_loaf();
  shop->next_customer();
  shop->tap_article("cake");
  shop->something_comes_back();
  ASSERT_EQ(shop->receipts().size(), 2U);
  EXPECT_EQ(shop->receipts()[1]->receipt, receipt) << "the newest is first";
  shop->choose_receipt(1);
  ASSERT_EQ(shop->place(), Place::take_back);
  EXPECT_EQ(shop->to_give_back(), std::nullopt) << "nothing is chosen yet";
  shop->take_it_back();
  EXPECT_EQ(shop->place(), Place::take_back);
  shop->taking_back().one_more(0);
  shop->taking_back().one_more(0);
  shop->taking_back().one_less(0);
  shop->taking_back().one_less(1);
  EXPECT_EQ(shop->to_give_back(), shop.dinars(60));
  shop->taking_back().one_more(0);
  shop->take_it_back();
  ASSERT_EQ(shop->place(), Place::taken_back);
  EXPECT_EQ(shop->refund()->sale.priced.total, -shop.dinars(120));
  EXPECT_EQ(shop->refund()->sale.refund_of->reason, "unwanted");
  shop->print_now();
  EXPECT_EQ(shop.paper.printed.back(), shop->refund()->sale.receipt);
  shop->next_customer();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->cart().lines().size(), 1U) << "the tray that waited";
  // Only what is left can come back, and a refund is no receipt to pick from.
  shop->something_comes_back();
  ASSERT_EQ(shop->receipts().size(), 2U);
  shop->choose_receipt(1);
  EXPECT_EQ(shop->taking_back().lines()[0].left, Quantity::pieces(1));
  shop->taking_back().all();
  EXPECT_EQ(shop->to_give_back(), shop.dinars(105));
  shop->take_it_back();
  shop->next_customer();
  shop->something_comes_back();
  shop->choose_receipt(1);
  EXPECT_EQ(shop->place(), Place::receipts);
  EXPECT_EQ(shop->notice()->sentence.key(), "pos.refusal.nothing_left");
  shop->undo();
  EXPECT_EQ(shop->place(), Place::sale);
}

TEST(Mistake, SomethingWeighedComesBackWhole) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("nuts");
  for (const char* digit : {"2", "5", "0"}) shop->type(digit);
  shop->weigh_done();
  shop->pay();
  shop->paying().take_offer(0);
  shop->paid();
  shop->next_customer();
  shop->something_comes_back();
  shop->choose_receipt(0);
  shop->taking_back().one_more(0);
  EXPECT_EQ(shop->to_give_back(), shop.dinars(375));
  shop->taking_back().one_less(0);
  EXPECT_FALSE(shop->taking_back().anything());
}

// The picture of "Comes back" can be pressed for long: sixty entries are looked at, in pages.
TEST(Mistake, ManyReceiptsAreInPages) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  for (int i = 0; i < 15; ++i) {
    shop->tap_article("loaf");
    shop->pay();
    shop->paying().take_offer(0);
    shop->paid();
    shop->next_customer();
  }
  shop->something_comes_back();
  EXPECT_EQ(shop->receipts().size(), Counter::receipts_on_page);
  EXPECT_EQ(shop->receipt_pages(), 2U);
  shop->turn_receipts(1);
  shop->turn_receipts(1);
  EXPECT_EQ(shop->receipts().size(), 3U);
  shop->turn_receipts(-1);
  EXPECT_EQ(shop->receipt_page(), 0U);
}

TEST(Mistake, ADoubleTapTakesBackOnce) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->made_a_mistake();
  shop->take_it_back();
  shop->take_it_back();
  EXPECT_EQ(shop.book.latest_sales("T1", 10).size(), 2U);  // the sale and its one way back
}

TEST(Mistake, TheSaleMayBeKeptAfterAll) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->made_a_mistake();
  shop->keep_the_sale();
  EXPECT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shop.book.latest_sales("T1", 10).size(), 1U);
}

TEST(Mistake, TheSameTrayComesBackUnderANewId) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  const SaleId first = shop->cart().id();
  shop->made_a_mistake();
  shop->take_it_back();
  shop->same_again();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(60));
  EXPECT_NE(shop->cart().id(), first);
}

TEST(Mistake, OnlyWhatWasTakenBackIsOnTheNewTray) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  for (const char* article : {"loaf", "loaf", "roll"}) shop->tap_article(article);
  shop->pay();
  shop->paying().give(shop.dinars(200));
  shop->paid();
  shop->made_a_mistake();
  shop->taking_back().one_less(0);
  shop->taking_back().one_less(1);
  shop->take_it_back();
  EXPECT_EQ(shop->giving().back(), shop.dinars(60));
  shop->same_again();
  EXPECT_EQ(shop->total(), shop.dinars(60));
}

TEST(Mistake, AFullDiskKeepsTheTrayForAnotherTry) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  FailsOnce failing(shop.book);
  RingUpSale ring(failing, shop.pack, shop.clock);
  shop.counter = std::make_unique<Counter>(
      CounterDoors{failing, ring, shop.drawer, shop.pack, shop.zone, shop.clock, shop.chance,
                   shop.draft, shop.drawer_pieces, shop.kept_count, shop.tile_counts,
                   shop.approving, shop.crew, shop.paper, shop.book.organisation(), "Zrno", "T1"});
  shop.log_in();
  shop->tap_article("loaf");
  shop->pay();
  shop->paying().give(shop.dinars(100));
  EXPECT_THROW(shop->paid(), std::runtime_error);
  EXPECT_EQ(shop->place(), Place::pay);
  EXPECT_EQ(shop->cart().lines().size(), 1U);
  shop->paid();
  EXPECT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shop.book.latest_sales("T1", 10).size(), 1U);
}

}  // namespace
}  // namespace tilia::pos
