// What makers leave with the shop, on the real book: sold by ordinary sales, owed and not earned,
// paid out once; and 10,000 operations by chance.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "core/clock.h"
#include "db/connection.h"
#include "db/consignment_book_sqlite.h"
#include "db/new_book.h"
#include "db/till_book_sqlite.h"
#include "db/till_rows.h"
#include "pos/article_index.h"
#include "pos/cash_standing.h"
#include "pos/consignment/keep_consignment.h"
#include "pos/keep_drawer.h"
#include "pos/take_back.h"
#include "tests/core/seed.h"
#include "tests/db/all_rows.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::day;
using tests::quantity;
using Kind = ConsignmentMove::Kind;

const IdBytes finance{1, 2, 3};

// In Austria, on Monday 2 March 2026. Cakes (3.00) are M-1's with a share of 30 % for the shop and
// lost ones paid, books (10.00) are M-2's at 8.00 each; white loaves are the shop's own.
class Consigned : public ::testing::Test {
 protected:
  Consigned()
      : pack_(tests::pack("AT")),
        zone_(*Zone::named(pack_.zone)),
        clock_(*Instant::parse("2026-03-02T07:00:00Z")),
        file_(db::book_in_memory({.station = "T1"}, tests::organisation(pack_), clock_.now(),
                                 chance_)),
        book_(*file_),
        rows_(*file_),
        keep_(rows_, book_, zone_, clock_),
        ring_(book_, pack_, clock_),
        drawer_(book_, pack_, zone_, clock_, chance_) {
    book_.put_articles(tests::articles(pack_.currency), clock_.now());
    EXPECT_TRUE(drawer_.open("T1", eur("100.00")));
    EXPECT_EQ(keep_.add_maker().number, 1);
    EXPECT_EQ(keep_.add_maker().number, 2);
    EXPECT_TRUE(keep_.agree({.article = "cake",
                             .maker = 1,
                             .our_share = Rate::parse_percent("30").value(),
                             .lost_is_paid = true}));
    EXPECT_TRUE(keep_.agree({.article = "book", .maker = 2, .makers_amount = eur("8.00")}));
    EXPECT_TRUE(keep_.enter(Kind::brought, "cake", quantity("10")));
  }

  [[nodiscard]] Money eur(const char* text) const {
    return Money::parse(text, pack_.currency).value();
  }
  Sale sell(const std::string& article, const std::string& pieces,
            const std::string& tender = "cash", std::optional<Money> price = std::nullopt) {
    const auto sold =
        ring_.ring_up("T1", {.id = SaleId::mint(chance_),
                             .lines = {{article, quantity(pieces), own(price)}},
                             .tenders = {{tender == "cash" ? TenderKind::cash : TenderKind::card,
                                          total_of(article, pieces, price)}},
                             .donation = std::nullopt});
    EXPECT_TRUE(sold) << article;
    return sold.value().sale;
  }
  [[nodiscard]] static std::optional<OwnPrice> own(const std::optional<Money>& price) {
    if (!price) return std::nullopt;
    return UnitPrice{*price};
  }
  Money total_of(const std::string& article, const std::string& pieces,
                 const std::optional<Money>& price) {
    if (price) return price->times(quantity(pieces), Rounding::half_up).value();
    for (const Article& each : book_.articles(day("2026-03-02"))) {
      if (each.code == article)
        return each.price.times(quantity(pieces), Rounding::half_up).value();
    }
    return eur("0.00");
  }
  void bring_back(const Sale& sale, const std::string& pieces) {
    EXPECT_TRUE(take_back(
        book_, pack_, clock_, "T1",
        {SaleId::mint(chance_), sale.receipt, {{1, quantity(pieces)}}, "mistake", {}, false}));
  }
  [[nodiscard]] SessionFigures figures() { return drawer_.look("T1").value().figures; }
  [[nodiscard]] ConsignedArticle consigned(const std::string& code) {
    for (ConsignedArticle& each : keep_.list()) {
      if (each.terms.article == code) return each;
    }
    ADD_FAILURE() << code;
    return keep_.list().front();
  }
  void go_to(const char* instant) { clock_.set(*Instant::parse(instant)); }

  SeededChance chance_{31};
  CountryPack pack_;
  Zone zone_;
  SetClock clock_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  db::ConsignmentBookSqlite rows_;
  KeepConsignment keep_;
  RingUpSale ring_;
  KeepDrawer drawer_;
};

TEST_F(Consigned, AnOrdinarySaleOwesTheMakerHerShare) {
  sell("cake", "2");
  sell("book", "1");
  sell("white-loaf", "3");
  EXPECT_EQ(keep_.owed(1), eur("4.20"));
  EXPECT_EQ(keep_.owed(2), eur("8.00"));
  EXPECT_EQ(consigned("cake").pieces.left(), quantity("8"));
  EXPECT_EQ(figures().makers_share, eur("12.20"));
}

TEST_F(Consigned, TheMakersShareIsOwedAndNotEarned) {
  sell("cake", "2");
  const SessionFigures sums = figures();
  EXPECT_EQ(sums.sales_total, eur("6.00"));
  EXPECT_EQ(earned(sums), eur("1.80"));
  const auto look = drawer_.look("T1").value();
  const CashStanding standing = cash_standing(look.session, look.figures, std::nullopt);
  EXPECT_EQ(standing.makers, eur("4.20"));
  EXPECT_EQ(standing.not_own, standing.vat + eur("4.20"));
  EXPECT_EQ(standing.own + standing.not_own, look.expected);
}

TEST_F(Consigned, WhatWasPaidByCardIsNotInTheDrawer) {
  sell("cake", "2", "card");
  const auto look = drawer_.look("T1").value();
  EXPECT_EQ(figures().makers_share, eur("4.20"));
  EXPECT_EQ(cash_standing(look.session, look.figures, std::nullopt).makers, eur("0.00"));
}

TEST_F(Consigned, VatStaysOnTheWholePrice) {
  const Sale sale = sell("cake", "2");
  ASSERT_EQ(sale.priced.vat.size(), 1U);
  EXPECT_EQ(sale.priced.vat.front().gross, eur("6.00"));
}

TEST_F(Consigned, WhatCameBackIsOwedNoMoreAlsoInParts) {
  const Sale sale = sell("cake", "3", "cash", eur("3.35"));
  ASSERT_EQ(sale.priced.lines.front().amount, eur("10.05"));
  EXPECT_EQ(keep_.owed(1), eur("7.03"));  // 10.05 less 3.02
  bring_back(sale, "1");
  bring_back(sale, "1");
  EXPECT_EQ(keep_.owed(1), eur("2.34"));  // 3.35 less 1.01
  bring_back(sale, "1");
  EXPECT_EQ(keep_.owed(1), eur("0.00"));
  EXPECT_EQ(figures().makers_share, eur("0.00"));
  EXPECT_EQ(consigned("cake").pieces.left(), quantity("10"));
}

TEST_F(Consigned, ARefundIsReckonedOnTheTermsOfItsSale) {
  const Sale sale = sell("cake", "2");
  EXPECT_TRUE(
      keep_.agree({.article = "cake", .maker = 1, .our_share = Rate::parse_percent("50").value()}));
  sell("cake", "2");
  EXPECT_EQ(keep_.owed(1), eur("7.20"));  // 4.20 and 3.00
  bring_back(sale, "1");
  EXPECT_EQ(keep_.owed(1), eur("5.10"));  // 2.10 and 3.00
  bring_back(sale, "1");
  EXPECT_EQ(keep_.owed(1), eur("3.00"));
}

TEST_F(Consigned, TermsHoldFromTheirDayOn) {
  EXPECT_EQ(keep_
                .agree({.article = "cake",
                        .maker = 1,
                        .from = day("2026-03-01"),
                        .our_share = Rate::parse_percent("50").value()})
                .refusal(),
            ConsignmentRefusal::day_is_past);
  EXPECT_TRUE(keep_.agree({.article = "cake",
                           .maker = 1,
                           .from = day("2026-03-03"),
                           .our_share = Rate::parse_percent("50").value()}));
  sell("cake", "2");
  EXPECT_EQ(keep_.owed(1), eur("4.20"));
}

TEST_F(Consigned, AnArticleIsOneMakersAndStaysIt) {
  EXPECT_EQ(keep_.agree({.article = "cake", .maker = 2, .makers_amount = eur("1.00")}).refusal(),
            ConsignmentRefusal::another_makers);
  EXPECT_EQ(keep_.agree({.article = "cake", .maker = 9, .makers_amount = eur("1.00")}).refusal(),
            ConsignmentRefusal::unknown_maker);
  EXPECT_EQ(
      keep_.agree({.article = "flour-kg", .maker = 1, .makers_amount = eur("1.00")}).refusal(),
      ConsignmentRefusal::not_by_piece);
  EXPECT_EQ(keep_.agree({.article = "book", .maker = 2, .makers_amount = eur("10.01")}).refusal(),
            ConsignmentRefusal::bad_share);
  EXPECT_EQ(keep_.enter(Kind::brought, "white-loaf", quantity("1")).refusal(),
            ConsignmentRefusal::not_consigned);
}

TEST_F(Consigned, EveryTillFindsAPieceByItsTag) {
  const ArticleIndex index(book_.articles(day("2026-03-02")));
  const Article* found = index.by_barcode(tag_barcode(consigned("book").number));
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->code, "book");
}

TEST_F(Consigned, WhatWasOwedIsPaidOnceAndAReversalOwesItAgain) {
  sell("cake", "2");
  const Month march = *Month::parse("2026-03");
  EXPECT_EQ(keep_.pay({1, 2}, march, finance).refusal(), ConsignmentRefusal::not_over);
  go_to("2026-04-02T08:00:00Z");
  const auto paid = keep_.pay({1, 2}, march, finance);
  ASSERT_TRUE(paid);
  ASSERT_EQ(paid.value().size(), 1U) << "nothing is owed to M-2";
  EXPECT_EQ(paid.value().front().amount, eur("4.20"));
  EXPECT_EQ(keep_.owed(1), eur("0.00"));
  EXPECT_EQ(keep_.pay({1, 2}, march, finance).refusal(), ConsignmentRefusal::nothing_owed);
  const auto back = keep_.reverse(1, finance);
  ASSERT_TRUE(back);
  EXPECT_EQ(back.value().reversed_on, day("2026-04-02"));
  EXPECT_EQ(keep_.owed(1), eur("4.20"));
  EXPECT_EQ(keep_.reverse(1, finance).refusal(), ConsignmentRefusal::reversed_before);
  EXPECT_EQ(keep_.reverse(2, finance).refusal(), ConsignmentRefusal::unknown_payment);
  const auto again = keep_.pay({1}, march, finance);
  ASSERT_TRUE(again);
  EXPECT_EQ(again.value().front().number, 2);
  EXPECT_EQ(again.value().front().run, 2);
  EXPECT_EQ(rows_.payments_of_run(1).front().reversed_on, day("2026-04-02"));
}

TEST_F(Consigned, WhatStandsInTheBookIsNeverChanged) {
  sell("cake", "2");
  for (const char* sql :
       {"DELETE FROM consigned_sale", "UPDATE consigned_sale SET owed = 0",
        "UPDATE consignment_terms SET our_share = 1000000", "DELETE FROM consignment_move",
        "UPDATE consigned_article SET maker = 2", "DELETE FROM maker"}) {
    EXPECT_ANY_THROW({
      db::WriteTransaction change(*file_);
      change.connection().script(sql);
      change.commit();
    }) << sql;
  }
}

TEST_F(Consigned, AllOfItComesAgainFromTheJournal) {
  const Sale sale = sell("cake", "3");
  bring_back(sale, "1");
  EXPECT_TRUE(keep_.enter(Kind::counted, "cake", quantity("7")));
  EXPECT_TRUE(
      keep_.agree({.article = "cake", .maker = 1, .our_share = Rate::parse_percent("50").value()}));
  sell("cake", "1");
  go_to("2026-04-02T08:00:00Z");
  EXPECT_TRUE(keep_.pay({1}, *Month::parse("2026-03"), finance));
  EXPECT_TRUE(keep_.reverse(1, finance));
  const db::Projection projection = db::till_projection();
  const auto before = db::all_rows(file_->writer(), projection.tables);
  db::rebuild_projections(*file_, {projection});
  EXPECT_EQ(db::all_rows(file_->writer(), projection.tables), before);
}

// One maker's ledger kept beside the book, operation by operation.
class ChanceConsigns : public Consigned {
 protected:
  struct Ledger {
    std::int64_t brought = 0;
    std::int64_t returned = 0;
    std::int64_t lost = 0;
    std::int64_t sold = 0;
    [[nodiscard]] std::int64_t left() const { return brought - returned - lost - sold; }
  };
  [[nodiscard]] std::int64_t some() { return 1 + static_cast<std::int64_t>(chance_.below(5)); }
  void move(Kind kind) {
    const std::int64_t pieces = some();
    Ledger& ledger = ledgers_[code_];
    const auto entered = keep_.enter(kind, code_, Quantity::pieces(pieces));
    if (kind == Kind::brought) {
      ASSERT_TRUE(entered);
      ledger.brought += pieces;
    } else if (kind == Kind::counted) {
      const std::int64_t lost = ledger.left() - pieces;
      ASSERT_EQ(entered.ok(), -lost <= ledger.lost);
      if (entered) ledger.lost += lost;
    } else {
      ASSERT_EQ(entered.ok(), pieces <= ledger.left());
      if (entered) (kind == Kind::lost ? ledger.lost : ledger.returned) += pieces;
    }
    if (entered) owed_.at(maker()) += entered.value().owed;
  }
  void sell_some() {
    const std::int64_t pieces = some();
    const Sale sale = sell(code_, std::to_string(pieces));
    ledgers_[code_].sold += pieces;
    owed_.at(maker()) += share(pieces);
    sales_.emplace_back(sale, pieces);
  }
  // Shares here come out even, so that parts of a line add up without knowing how it rounds.
  [[nodiscard]] Money share(std::int64_t pieces) {
    return (code_ == "cake" ? eur("2.10") : eur("8.00"))
        .times(Quantity::pieces(pieces), Rounding::exact)
        .value();
  }
  void take_back_some() {
    if (sales_.empty()) return;
    auto [sale, left] = sales_.back();
    sales_.pop_back();
    code_ = sale.priced.lines.front().article;
    const std::int64_t pieces =
        1 + static_cast<std::int64_t>(chance_.below(static_cast<std::uint64_t>(left)));
    bring_back(sale, std::to_string(pieces));
    ledgers_[code_].sold -= pieces;
    owed_.at(maker()) -= share(pieces);
    if (pieces < left) sales_.emplace_back(sale, left - pieces);
  }
  // Paid in April for March, in which all else happens.
  void pay_or_reverse() {
    go_to("2026-04-02T08:00:00Z");
    pay_or_reverse_now();
    go_to("2026-03-02T09:00:00Z");
  }
  void pay_or_reverse_now() {
    if (chance_.below(3) == 0 && !paid_.empty()) {
      const auto [number, whose, amount] = paid_.back();
      paid_.pop_back();
      ASSERT_TRUE(keep_.reverse(number, finance));
      owed_.at(whose) += amount;
      return;
    }
    const auto paid = keep_.pay({1, 2}, *Month::parse("2026-03"), finance);
    const bool any = owed_.at(1) > eur("0.00") || owed_.at(2) > eur("0.00");
    ASSERT_EQ(paid.ok(), any);
    if (!paid) return;
    for (const MakerPayment& payment : paid.value()) {
      EXPECT_EQ(payment.amount, owed_.at(payment.maker));
      owed_.at(payment.maker) -= payment.amount;
      paid_.emplace_back(payment.number, payment.maker, payment.amount);
    }
  }
  void compare() {
    go_to("2026-04-02T08:00:00Z");
    compare_now();
    go_to("2026-03-02T09:00:00Z");
  }
  void compare_now() {
    for (auto& [code, ledger] : ledgers_) {
      const ConsignedPieces pieces = consigned(code).pieces;
      EXPECT_EQ(pieces.brought, Quantity::pieces(ledger.brought)) << code;
      EXPECT_EQ(pieces.brought, pieces.sold + pieces.returned + pieces.lost + pieces.left());
      EXPECT_EQ(pieces.left(), Quantity::pieces(ledger.left())) << code;
    }
    for (auto& [maker, owed] : owed_) EXPECT_EQ(keep_.owed(maker), owed) << maker;
  }
  [[nodiscard]] std::int64_t maker() const { return code_ == "cake" ? 1 : 2; }

  std::string code_ = "cake";
  std::map<std::string, Ledger> ledgers_{{"cake", {.brought = 10}}, {"book", {}}};
  std::map<std::int64_t, Money> owed_{{1, eur("0.00")}, {2, eur("0.00")}};
  std::vector<std::pair<Sale, std::int64_t>> sales_;
  std::vector<std::tuple<std::int64_t, std::int64_t, Money>> paid_;
};

TEST_F(ChanceConsigns, BroughtIsWhatWasSoldReturnedLostAndIsLeftAndOwedIsEarnedLessPaid) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  chance_ = SeededChance(static_cast<std::uint64_t>(seed.between(0, 1'000'000'000)));
  const int rounds = std::getenv("TILIA_FULL") != nullptr ? 10'000 : 1'000;
  for (int round = 0; round < rounds; ++round) {
    code_ = chance_.below(2) == 0 ? "cake" : "book";
    switch (chance_.below(9)) {
      case 0:
      case 1: move(Kind::brought); break;
      case 2: move(Kind::returned); break;
      case 3: sell_some(); break;
      case 4: sell_some(); break;
      case 5: take_back_some(); break;
      case 6: move(Kind::counted); break;
      case 7: move(Kind::lost); break;
      default: pay_or_reverse();
    }
    if (round % 20 == 0) compare();
    if (HasFailure()) return;
  }
  compare();
}

}  // namespace
}  // namespace tilia::pos
