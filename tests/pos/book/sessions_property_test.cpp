// A thousand random sessions against a ledger of its own: what lies in the drawer is what was put
// in less what was taken out, coin by coin, whatever was sold, given back, moved and closed.
#include <gtest/gtest.h>

#include <array>
#include <map>

#include "core/clock.h"
#include "db/new_book.h"
#include "db/till_book_sqlite.h"
#include "pos/keep_drawer.h"
#include "pos/take_back.h"
#include "tests/core/seed.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

constexpr int shops = 40;
constexpr int sessions_of_a_shop = 25;

// Half up to a multiple of the step, worked out apart from Money.
std::int64_t rounded(std::int64_t minor, std::int64_t step) {
  return (2 * minor + step) / (2 * step) * step;
}

struct Remembered {
  std::string receipt;
  std::size_t lines = 0;
  std::int64_t cash_left = 0;  // what a full refund must still give back
  std::int64_t card_left = 0;
  bool donated = false;
};

class RandomShop {
 public:
  RandomShop(const std::string& country, Seed& seed)
      : seed_(seed),
        pack_(tests::pack(country)),
        zone_(*Zone::named(pack_.zone)),
        clock_(*Instant::parse("2026-03-02T07:00:00Z")),
        file_(db::book_in_memory({.station = "T1"}, tests::organisation(pack_), clock_.now(),
                                 chance_)),
        book_(*file_),
        ring_(book_, pack_, clock_) {
    std::vector<Article> articles = tests::articles(pack_.currency);
    for (Article& article : articles) {
      article.vat_class = VatClass::standard;
      article.price = minor(seed_.between(0, 60'000));
    }
    articles[0].vat_class = VatClass::exempt;
    book_.put_articles(articles, clock_.now());
  }

  void run_session() {
    clock_.set(
        clock_.now().plus_seconds(4 * 3600));  // two or three sessions a day, some past midnight
    drawer_cash_ = seed_.between(0, 500) * pack_.currency.minor_per_major();
    ASSERT_TRUE(drawer().open("T1", minor(drawer_cash_)));
    sales_ = 0;
    for (auto acts = seed_.between(0, 9); acts > 0; --acts) {
      switch (seed_.between(0, 5)) {
        case 0: move(CashMove::Direction::in); break;
        case 1: move(CashMove::Direction::out); break;
        case 2: refund(); break;
        default: sell(); break;
      }
      if (::testing::Test::HasFatalFailure()) return;
    }
    close();
  }

 private:
  [[nodiscard]] Money minor(std::int64_t units) const {
    return Money::from_minor(units, pack_.currency);
  }
  [[nodiscard]] KeepDrawer drawer() { return {book_, pack_, zone_, clock_, chance_}; }

  SaleRequest random_request() {
    SaleRequest request{SaleId::mint(chance_), {}, {}, std::nullopt};
    const std::vector<Article>& articles = ring_.articles().articles();
    for (auto lines = seed_.between(1, 4); lines > 0; --lines) {
      const Article& article = articles[static_cast<std::size_t>(seed_.between(0, 4))];
      request.lines.push_back(
          {article.code, article.unit == Unit::kg
                             ? Quantity::from_thousandths(seed_.between(1, 3000))
                             : Quantity::pieces(seed_.between(1, 3))});
    }
    if (seed_.between(0, 5) == 0)
      request.donation = minor(seed_.between(1, 5) * pack_.currency.minor_per_major());
    return request;
  }

  void sell() {
    ring_.read_catalogue();
    SaleRequest request = random_request();
    const PriceList prices{&ring_.articles(), &pack_, true, pack_.currency};
    const BusinessDay day = book_.open_session("T1")->business_day;
    // What it comes to is asked with more cash than any such sale costs.
    request.tenders = {{TenderKind::cash, minor(9'000'000)}};
    const std::int64_t total = price_sale(request, prices, day).value().total.minor();
    const std::int64_t donation = request.donation ? request.donation->minor() : 0;
    const std::int64_t card = std::array{
        std::int64_t{0}, total + donation,
        seed_.between(0, total + donation)}[static_cast<std::size_t>(seed_.between(0, 2))];
    const std::int64_t step = pack_.cash_rounding.step.minor();
    const std::int64_t in_cash = rounded(total + donation - card, step);
    const std::int64_t handed =
        card == total + donation ? 0 : in_cash + seed_.between(1, 40) * step;
    request.tenders.clear();
    if (handed > 0) request.tenders.push_back({TenderKind::cash, minor(handed)});
    if (card > 0) request.tenders.push_back({TenderKind::card, minor(card)});
    const auto rung = ring_.ring_up("T1", request);
    ASSERT_TRUE(rung) << sale_refusal_code(rung.refusal().why) << rung.refusal().about;
    ASSERT_EQ(ring_.ring_up("T1", request).value().state, Entered::State::already_entered);
    expect_whole(rung.value().sale.priced);
    const std::int64_t kept = handed > 0 ? in_cash : 0;
    EXPECT_EQ(rung.value().sale.priced.change.minor(), handed - kept);
    EXPECT_EQ(sum_of(rung.value().pieces_back, pack_.currency), rung.value().sale.priced.change);
    drawer_cash_ += kept;
    ++sales_;
    sold_.push_back({rung.value().sale.receipt, request.lines.size(), kept, card, donation > 0});
    vat_of_[rung.value().sale.receipt] = vat_sum(rung.value().sale.priced);
  }

  void refund() {
    if (sold_.empty()) return;
    Remembered& sale = sold_[static_cast<std::size_t>(
        seed_.between(0, static_cast<std::int64_t>(sold_.size()) - 1))];
    RefundRequest request{SaleId::mint(chance_), sale.receipt, {}, "mistake"};
    const bool all = seed_.between(0, 1) == 0;
    if (!all) {
      const auto line = seed_.between(1, static_cast<std::int64_t>(sale.lines));
      const Sale first = *book_.sale_by_receipt(sale.receipt);
      const bool weighed = first.priced.lines[static_cast<std::size_t>(line - 1)].unit == Unit::kg;
      request.lines = {{line, weighed ? Quantity::from_thousandths(seed_.between(1, 1500))
                                      : Quantity::pieces(1)}};
    }
    const auto back = take_back(book_, pack_, clock_, "T1", request);
    if (!back) {
      EXPECT_TRUE(back.refusal() == RefundRefusal::nothing_left ||
                  back.refusal() == RefundRefusal::more_than_was_sold);
      return;
    }
    const PricedSale& priced = back.value().sale.priced;
    expect_whole(priced);
    vat_of_[sale.receipt] += vat_sum(priced);
    for (const Tender& tender : priced.tenders) {
      EXPECT_TRUE(tender.amount.negative());
      (tender.kind == TenderKind::cash ? sale.cash_left : sale.card_left) += tender.amount.minor();
      if (tender.kind == TenderKind::cash) drawer_cash_ += tender.amount.minor();
    }
    EXPECT_GE(sale.cash_left, 0);
    EXPECT_GE(sale.card_left, 0);
    if (all) {
      if (!sale.donated) {
        EXPECT_EQ(sale.cash_left, 0) << sale.receipt;
        EXPECT_EQ(sale.card_left, 0) << sale.receipt;
      }
      EXPECT_EQ(vat_of_[sale.receipt], 0) << sale.receipt;
    }
  }

  void move(CashMove::Direction direction) {
    const std::int64_t amount = seed_.between(1, 300) * pack_.currency.minor_per_major();
    const bool out = direction == CashMove::Direction::out;
    const auto moved =
        drawer().move_cash("T1", {direction, minor(amount), out ? "bank" : "change"});
    if (out && amount > drawer_cash_) {
      EXPECT_EQ(moved.refusal(), DrawerRefusal::more_than_in_drawer);
      return;
    }
    EXPECT_TRUE(moved);
    drawer_cash_ += out ? -amount : amount;
  }

  void close() {
    // A drawer that gave back more than it held cannot be counted; somebody put the rest in.
    if (drawer_cash_ < 0) {
      ASSERT_TRUE(
          drawer().move_cash("T1", {CashMove::Direction::in, minor(-drawer_cash_), "change"}));
      drawer_cash_ = 0;
    }
    EXPECT_EQ(drawer().look("T1").value().expected.minor(), drawer_cash_);
    const auto counted = fewest_pieces(minor(drawer_cash_), pack_.pieces);
    ASSERT_TRUE(counted) << drawer_cash_;
    const DaySheet sheet = drawer().close("T1", *counted).value();
    EXPECT_EQ(sheet.expected.minor(), drawer_cash_);
    EXPECT_TRUE(sheet.difference.is_zero());
    EXPECT_EQ(sheet.figures.sales_count, sales_);
    EXPECT_EQ(book_.day_sheet("T1", sheet.session.number), sheet);
  }

  static std::int64_t vat_sum(const PricedSale& priced) {
    std::int64_t sum = 0;
    for (const VatSum& vat : priced.vat) {
      EXPECT_EQ(vat.net + vat.vat, vat.gross);
      sum += vat.vat.minor();
    }
    return sum;
  }

  // Σ tenders − change = total + donation + rounding, and total = Σ lines = Σ VAT gross.
  static void expect_whole(const PricedSale& priced) {
    const Money none = Money::zero(priced.total.currency());
    Money paid = none;
    Money lines = none;
    Money gross = none;
    for (const Tender& tender : priced.tenders) paid += tender.amount;
    for (const SaleLine& line : priced.lines) lines += line.amount;
    for (const VatSum& vat : priced.vat) gross += vat.gross;
    EXPECT_EQ(paid - priced.change, priced.total + priced.donation + priced.cash_rounding);
    EXPECT_EQ(lines, priced.total);
    EXPECT_EQ(gross, priced.total);
  }

  Seed& seed_;
  SeededChance chance_{1};
  CountryPack pack_;
  Zone zone_;
  SetClock clock_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  RingUpSale ring_;
  std::int64_t drawer_cash_ = 0;
  std::int64_t sales_ = 0;
  std::vector<Remembered> sold_;
  std::map<std::string, std::int64_t> vat_of_;  // of a receipt and its refunds together
};

TEST(Sessions, ExpectInTheDrawerWhatALedgerOfItsOwnSays) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  const std::array<std::string, 4> countries{"RS", "CZ", "BA-FBiH", "AT"};
  for (int shop = 0; shop < shops; ++shop) {
    RandomShop random(countries[static_cast<std::size_t>(shop) % countries.size()], seed);
    for (int session = 0; session < sessions_of_a_shop; ++session) {
      random.run_session();
      if (HasFatalFailure()) return;
    }
  }
}

}  // namespace
}  // namespace tilia::pos
