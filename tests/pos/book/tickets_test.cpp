// A laundry's tickets on the real book: taken once, collected once, made again from the journal;
// and whatever people do with them by chance, each piece is in one state and the money adds up.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "core/clock.h"
#include "db/book_fault.h"
#include "db/customer_book_sqlite.h"
#include "db/laundry_book_sqlite.h"
#include "db/new_book.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "db/till_rows.h"
#include "pos/keep_drawer.h"
#include "pos/laundry/keep_tickets.h"
#include "pos/ticket_advance.h"
#include "tests/core/seed.h"
#include "tests/db/all_rows.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using Why = TicketRefusal::Why;
using tests::day;
using tests::quantity;

// In Austria, on Monday 2 March 2026: cake 3.00, white-loaf 1.20, flour-kg 1.99. A laundry may call
// its articles what it likes.
class LaundryAtWork : public ::testing::Test {
 protected:
  LaundryAtWork()
      : pack_(tests::pack("AT")),
        zone_(*Zone::named(pack_.zone)),
        clock_(*Instant::parse("2026-03-02T07:00:00Z")),
        file_(db::book_in_memory({.station = "T1"}, tests::organisation(pack_), clock_.now(),
                                 chance_)),
        book_(*file_),
        tenders_(*file_),
        customers_(*file_),
        tickets_(*file_),
        keep_({tickets_, book_, customers_, tenders_, pack_, zone_, clock_}),
        ring_(book_, pack_, clock_),
        drawer_(book_, pack_, zone_, clock_, chance_) {
    book_.put_articles(tests::articles(pack_.currency), clock_.now());
    EXPECT_TRUE(drawer_.open("T1", eur("100.00")));
  }

  [[nodiscard]] Money eur(const char* text) const {
    return Money::parse(text, pack_.currency).value();
  }
  TicketRequest request(int pieces, const char* due = "2026-03-04") {
    const CustomerId ana = CustomerId::mint(chance_);
    TicketRequest request{.id = TicketId::mint(chance_),
                          .till = "T1",
                          .by = {ana, ""},
                          .due = day(due),
                          .noted = Customer{ana, "Ana", "064111222"}};
    for (; pieces > 0; --pieces) request.pieces.push_back({"cake", quantity("1")});
    return request;
  }
  Ticket taken(int pieces) { return keep_.take(request(pieces)).value(); }
  Ticket ready(std::int64_t number) {
    return keep_.move(number, {.which = {}, .to = PieceState::ready, .rack = "A1"}).value();
  }
  CollectingAsked collecting(std::int64_t number, const char* cash) {
    return {
        .id = SaleId::mint(chance_), .ticket = number, .tenders = {{TenderKind::cash, eur(cash)}}};
  }
  Result<RungUp, TicketRefusal> collect(const CollectingAsked& asked) {
    return keep_.collect(ring_, "T1", asked);
  }
  [[nodiscard]] std::int64_t entries() {
    return file_->reader().number("SELECT count(*) FROM journal");
  }
  Result<RungUp, SaleRefusal> pay_early(std::int64_t number, const Money& amount) {
    return ring_.ring_up("T1",
                         {.id = SaleId::mint(chance_),
                          .lines = {},
                          .tenders = {{TenderKind::cash, amount}},
                          .donation = std::nullopt,
                          .extras = {{ExtraKind::advance, amount, advance_of_ticket(number)}}});
  }
  void expect_made_again() {
    const std::vector<db::Projection> all{db::laundry_projection(), db::till_projection()};
    std::vector<std::string> tables;
    for (const db::Projection& each : all)
      tables.insert(tables.end(), each.tables.begin(), each.tables.end());
    const auto before = db::all_rows(file_->reader(), tables);
    db::rebuild_projections(*file_, all);
    EXPECT_EQ(db::all_rows(file_->reader(), tables), before);
  }

  SeededChance chance_{29};
  CountryPack pack_;
  Zone zone_;
  SetClock clock_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  db::TenderBookSqlite tenders_;
  db::CustomerBookSqlite customers_;
  db::LaundryBookSqlite tickets_;
  KeepTickets keep_;
  RingUpSale ring_;
  KeepDrawer drawer_;
};

TEST_F(LaundryAtWork, ATicketIsTakenOnceAndOtherContentIsRefused) {
  const TicketRequest asked = request(2);
  const Ticket first = keep_.take(asked).value();
  const std::int64_t before = entries();
  EXPECT_EQ(keep_.take(asked).value(), first);
  EXPECT_EQ(entries(), before);
  TicketRequest other = asked;
  other.pieces.pop_back();
  EXPECT_EQ(keep_.take(other).refusal().why, Why::same_id_other_content);
  other = asked;
  other.due = day("2026-03-05");
  EXPECT_EQ(keep_.take(other).refusal().why, Why::same_id_other_content);
}

TEST_F(LaundryAtWork, WhoeverBringsSomethingIsNotedWithItOrNotAtAll) {
  TicketRequest asked = request(1);
  asked.pieces = {{"sofa", quantity("1")}};
  EXPECT_FALSE(keep_.take(asked));
  EXPECT_TRUE(customers_.customers().empty());
  asked.pieces = {{"cake", quantity("1")}};
  ASSERT_TRUE(keep_.take(asked));
  ASSERT_EQ(customers_.customers().size(), 1U);
  asked.id = TicketId::mint(chance_);
  asked.noted = std::nullopt;
  EXPECT_TRUE(keep_.take(asked)) << "she is known now";
  asked.id = TicketId::mint(chance_);
  asked.by = {CustomerId::mint(chance_), ""};
  EXPECT_EQ(keep_.take(asked).refusal().why, Why::unknown_customer);
  asked.by = {};
  EXPECT_EQ(keep_.take(asked).refusal().why, Why::nobody);
  asked.by = {std::nullopt, "hotel"};
  EXPECT_EQ(keep_.take(asked).refusal().why, Why::unknown_account);
}

TEST_F(LaundryAtWork, APieceIsCollectedOnceHoweverOftenItIsAsked) {
  const std::int64_t number = taken(2).number;
  ready(number);
  const CollectingAsked asked = collecting(number, "10.00");
  const auto first = collect(asked);
  ASSERT_TRUE(first);
  const auto again = collect(asked);
  ASSERT_TRUE(again);
  EXPECT_EQ(again.value().state, Entered::State::already_entered);
  EXPECT_EQ(again.value().sale, first.value().sale);
  EXPECT_EQ(again.value().pieces_back, first.value().pieces_back);
  CollectingAsked other = asked;
  other.tenders = {{TenderKind::card, eur("6.00")}};
  EXPECT_EQ(collect(other).refusal().why, Why::same_id_other_content);
  EXPECT_EQ(collect(collecting(number, "6.00")).refusal().why, Why::not_here);
}

TEST_F(LaundryAtWork, TheSaleItselfLooksWhetherItsPiecesAreThere) {
  const Ticket ticket = taken(2);
  const Ticket other = taken(1);
  const auto sale = [&](std::vector<std::int64_t> tags, const char* count, const char* price) {
    return ring_.ring_up("T1",
                         {.id = SaleId::mint(chance_),
                          .lines = {{"cake", quantity(count), AgreedPrice{eur(price)}}},
                          .tenders = {{TenderKind::cash, eur("20.00")}},
                          .donation = std::nullopt,
                          .delivers = Delivery{ticket_delivery, ticket.number, std::move(tags)}});
  };
  EXPECT_EQ(sale({1, 2}, "2", "3.00").refusal().why, SaleRefusal::Why::not_to_deliver)
      << "they are not ready";
  ready(ticket.number);
  ready(other.number);
  EXPECT_EQ(sale({}, "2", "3.00").refusal().why, SaleRefusal::Why::not_to_deliver);
  EXPECT_EQ(sale({1, 1}, "2", "3.00").refusal().why, SaleRefusal::Why::not_to_deliver);
  EXPECT_EQ(sale({1, 3}, "2", "3.00").refusal().why, SaleRefusal::Why::not_to_deliver)
      << "the third is on another ticket";
  EXPECT_EQ(sale({1, 2}, "1", "3.00").refusal().why, SaleRefusal::Why::not_to_deliver)
      << "one of them is not on the receipt";
  EXPECT_EQ(sale({1}, "2", "3.00").refusal().why, SaleRefusal::Why::bad_own_price)
      << "no more at that price than is handed over";
  EXPECT_EQ(sale({1, 2}, "2", "2.00").refusal().why, SaleRefusal::Why::bad_own_price)
      << "nobody agreed to that price";
  const auto sold = sale({1, 2}, "2", "3.00");
  ASSERT_TRUE(sold);
  EXPECT_EQ(book_.sale_by_id(sold.value().sale.id), sold.value().sale);
  EXPECT_EQ(keep_.ticket(ticket.number).value().piece(2)->state, PieceState::collected);
  EXPECT_EQ(sale({2}, "1", "3.00").refusal().why, SaleRefusal::Why::not_to_deliver);
}

TEST_F(LaundryAtWork, WhatWasGivenBackUnwashedIsNotSoldEither) {
  const Ticket ticket = taken(1);
  ready(ticket.number);
  ASSERT_TRUE(keep_.cancel(ticket.number));
  EXPECT_EQ(collect(collecting(ticket.number, "3.00")).refusal().why, Why::not_open);
  const auto sold = ring_.ring_up("T1", {.id = SaleId::mint(chance_),
                                         .lines = {{"cake", quantity("1")}},
                                         .tenders = {{TenderKind::cash, eur("3.00")}},
                                         .donation = std::nullopt,
                                         .delivers = Delivery{ticket_delivery, 1, {1}}});
  EXPECT_EQ(sold.refusal().why, SaleRefusal::Why::not_to_deliver);
}

TEST_F(LaundryAtWork, NothingIsAddedToATicketThatIsOver) {
  const Ticket ticket = taken(1);
  ready(ticket.number);
  ASSERT_TRUE(collect(collecting(ticket.number, "3.00")));
  EXPECT_EQ(
      keep_.detail(1, {{"cake", quantity("1"), {}, 1}, {"cake", quantity("1")}}).refusal().why,
      Why::not_open);
  EXPECT_TRUE(keep_.detail(1, {{"cake", quantity("1"), {}, 1}})) << "sent again, as it stands";
}

TEST_F(LaundryAtWork, WhatWasSpoiltMayBeSoldForLess) {
  const Ticket ticket = taken(1);
  ready(ticket.number);
  const auto sold =
      ring_.ring_up("T1", {.id = SaleId::mint(chance_),
                           .lines = {{"cake", quantity("1"), UnitPrice{eur("1.00")}}},
                           .tenders = {{TenderKind::cash, eur("1.00")}},
                           .donation = std::nullopt,
                           .delivers = Delivery{ticket_delivery, ticket.number, {1}}});
  ASSERT_TRUE(sold);
  EXPECT_EQ(keep_.known(keep_.ticket(ticket.number).value()).state(), TicketState::complete);
}

TEST_F(LaundryAtWork, TheSchemaItselfLetsNoPieceBeCollectedTwiceOrVanish) {
  const Ticket ticket = taken(2);
  ready(ticket.number);
  CollectingAsked one = collecting(ticket.number, "3.00");
  one.tags = {1};
  ASSERT_TRUE(collect(one));
  const auto run = [&](const char* sql) { file_->writer().run(sql); };
  EXPECT_THROW(run("UPDATE ticket_piece SET state = 'received' WHERE tag = 1"), db::BookFault);
  EXPECT_THROW(run("DELETE FROM ticket_piece WHERE tag = 2"), db::BookFault);
  EXPECT_THROW(run("UPDATE ticket_piece SET rack = '' WHERE tag = 2"), db::BookFault)
      << "what is ready has a place";
  EXPECT_THROW(run("DELETE FROM ticket"), db::BookFault);
  EXPECT_THROW(run("UPDATE delivery_piece SET piece = 7"), db::BookFault);
  EXPECT_THROW(run("DELETE FROM delivery_piece"), db::BookFault);
}

TEST_F(LaundryAtWork, TwoWhoChangeATicketAtOnceAreNotBothRight) {
  const Ticket seen = taken(1);
  Ticket mine = seen;
  mine.due = day("2026-03-09");
  ASSERT_TRUE(keep_.promise(seen.number, day("2026-03-10"), std::nullopt));
  const std::int64_t before = entries();
  EXPECT_FALSE(tickets_.put(seen, mine, clock_.now()));
  EXPECT_EQ(entries(), before);
  ready(seen.number);
  ASSERT_TRUE(collect(collecting(seen.number, "3.00")));
  EXPECT_FALSE(tickets_.move(
      {.ticket = seen.number, .tags = {1}, .to = PieceState::washing, .day = day("2026-03-04")},
      clock_.now()))
      << "it was collected meanwhile";
}

TEST_F(LaundryAtWork, ACustomerIsForgottenWhenAllWasFetchedAndNeverStandsInTheJournal) {
  const Ticket ticket = taken(1);
  const Day much_later = day("2026-12-01");
  EXPECT_EQ(customers_.forget_those_gone(much_later), 0) << "her washing is here";
  ASSERT_TRUE(pay_early(ticket.number, eur("4.00")));
  ready(ticket.number);
  clock_.set(*Instant::parse("2026-03-20T07:00:00Z"));
  ASSERT_TRUE(drawer_.close("T1", {}));
  ASSERT_TRUE(drawer_.open("T1", eur("100.00")));
  ASSERT_TRUE(collect({.id = SaleId::mint(chance_), .ticket = ticket.number}));
  EXPECT_EQ(customers_.forget_those_gone(much_later), 0) << "she gets a euro back";
  ASSERT_TRUE(drawer_.give_back(tenders_, "T1", advance_of_ticket(1), eur("1.00")));
  EXPECT_EQ(customers_.forget_those_gone(day("2026-03-19")), 0) << "she was here on the 20th";
  EXPECT_EQ(customers_.forget_those_gone(day("2026-03-20")), 1);
  EXPECT_EQ(keep_.known(keep_.ticket(1).value()).whose, "");
  EXPECT_EQ(file_->reader().number("SELECT count(*) FROM journal WHERE"
                                   " instr(payload, 'Ana') + instr(payload, '064111222')"),
            0);
}

TEST_F(LaundryAtWork, EverythingIsMadeAgainFromTheJournal) {
  const Ticket ticket = taken(3);
  ASSERT_TRUE(pay_early(ticket.number, eur("2.00")));
  ASSERT_TRUE(keep_.detail(ticket.number, {{"cake", quantity("1"), {"wine"}, 1},
                                           {"cake", quantity("1"), {}, 3},
                                           {"white-loaf", quantity("1")}}));
  ASSERT_TRUE(keep_.damaged(ticket.number, 3, {"shrunk"}));
  ready(ticket.number);
  ASSERT_TRUE(keep_.move(ticket.number, {.which = {.tags = {4}}, .to = PieceState::lost}));
  CollectingAsked one = collecting(ticket.number, "3.00");
  one.tags = {3};
  ASSERT_TRUE(collect(one));
  ASSERT_TRUE(keep_.reminded(ticket.number));
  ASSERT_TRUE(keep_.cancel(taken(1).number));
  const Ticket before = keep_.ticket(ticket.number).value();
  expect_made_again();
  EXPECT_EQ(keep_.ticket(ticket.number).value(), before);
}

// Any sequence of what people do in a laundry.
class ChanceInALaundry : public LaundryAtWork {
 protected:
  [[nodiscard]] std::int64_t some_ticket() {
    return 1 + static_cast<std::int64_t>(chance_.below(12));
  }
  [[nodiscard]] Money some(std::uint64_t most_cents) {
    return Money::from_minor(1 + static_cast<std::int64_t>(chance_.below(most_cents)),
                             pack_.currency);
  }
  [[nodiscard]] std::vector<std::int64_t> some_pieces(std::int64_t number) {
    std::vector<std::int64_t> tags;
    const auto ticket = keep_.ticket(number);
    if (!ticket || chance_.below(2) == 0) return tags;
    for (const TicketPiece& piece : ticket.value().pieces) {
      if (chance_.below(2) == 0) tags.push_back(piece.tag);
    }
    return tags;
  }
  void take() {
    if (!keep_.ticket(12)) static_cast<void>(taken(1 + static_cast<int>(chance_.below(5))));
  }
  void move() {
    const std::int64_t number = some_ticket();
    constexpr std::array to{PieceState::received, PieceState::washing, PieceState::ironing,
                            PieceState::ready,    PieceState::ready,   PieceState::lost};
    static_cast<void>(keep_.move(number, {.which = {.tags = some_pieces(number)},
                                          .to = to[chance_.below(to.size())],
                                          .rack = "A1"}));
  }
  void detail() {
    const std::int64_t number = some_ticket();
    const auto ticket = keep_.ticket(number);
    if (!ticket) return;
    std::vector<PieceAsked> asked{{"flour-kg", quantity("1.234")}};
    for (const TicketPiece& piece : ticket.value().pieces) {
      if (piece.state != PieceState::received || chance_.below(4) != 0)
        asked.push_back({piece.article, piece.quantity, {}, piece.tag});
    }
    if (asked.size() < 8) static_cast<void>(keep_.detail(number, asked));
  }
  void pay() {
    const std::int64_t number = some_ticket();
    const Money amount = some(700);
    const auto ticket = keep_.ticket(number);
    const bool here = ticket && pieces_here(ticket.value()) > 0;
    const auto paid = pay_early(number, amount);
    EXPECT_EQ(paid.ok(), here);
    if (!paid) return;
    early_.try_emplace(number, eur("0.00")).first->second += amount;
    taken_ += amount;
  }
  void collect_some() {
    const std::int64_t number = some_ticket();
    const CollectingAsked asked{.id = SaleId::mint(chance_),
                                .ticket = number,
                                .tags = some_pieces(number),
                                .tenders = {{TenderKind::cash, eur("500.00")}}};
    const auto rung = collect(asked);
    if (!rung) return;
    const auto again = collect(asked);
    ASSERT_TRUE(again);
    EXPECT_EQ(again.value().sale, rung.value().sale);
    for (const std::int64_t tag : rung.value().sale.priced.delivers->pieces)
      EXPECT_TRUE(collected_.insert(tag).second) << tag << " was collected twice";
    for (const Tender& tender : rung.value().sale.priced.tenders) {
      if (tender.kind != TenderKind::advance) continue;
      early_.at(number) -= tender.amount;
      delivered_ += tender.amount;
    }
  }
  void give_back() {
    const std::int64_t number = some_ticket();
    const Money amount = some(300);
    const auto found = early_.find(number);
    const bool there = found != early_.end() && amount <= found->second;
    EXPECT_EQ(drawer_.give_back(tenders_, "T1", advance_of_ticket(number), amount).ok(), there);
    if (!there) return;
    found->second -= amount;
    given_back_ += amount;
  }
  void compare() {
    Money owed = eur("0.00");
    for (const Advance& advance : tenders_.advances()) owed += advance.balance;
    EXPECT_EQ(owed, taken_ - delivered_ - given_back_);
    EXPECT_EQ(drawer_.look("T1").value().figures.advances_used, delivered_);
    std::set<std::int64_t> tags;
    for (std::int64_t number = 1; number <= 12; ++number) {
      const auto ticket = keep_.ticket(number);
      if (!ticket) continue;
      for (const TicketPiece& piece : ticket.value().pieces) {
        EXPECT_TRUE(tags.insert(piece.tag).second) << piece.tag << " is on two tickets";
        EXPECT_EQ(piece.state == PieceState::collected, collected_.contains(piece.tag));
        EXPECT_EQ(piece.state == PieceState::ready, !piece.rack.empty());
      }
      const int here = pieces_here(ticket.value());
      EXPECT_EQ(file_->reader().number("SELECT here FROM ticket WHERE number = ?", number), here);
      const auto early = early_.find(number);
      const bool nothing_left = early == early_.end() || early->second.is_zero();
      const TicketState state = keep_.known(ticket.value()).state();
      EXPECT_EQ(state == TicketState::complete, here == 0 && nothing_left) << number;
    }
    for (const std::int64_t tag : collected_) EXPECT_TRUE(tags.contains(tag)) << tag << " vanished";
  }

 private:
  std::map<std::int64_t, Money> early_;
  std::set<std::int64_t> collected_;
  Money taken_ = eur("0.00");
  Money delivered_ = eur("0.00");
  Money given_back_ = eur("0.00");
};

TEST_F(ChanceInALaundry, EachPieceIsInOneStateAndWhatIsOwedAddsUp) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  chance_ = SeededChance(static_cast<std::uint64_t>(seed.between(0, 1'000'000'000)));
  const int rounds = std::getenv("TILIA_FULL") != nullptr ? 10'000 : 1'500;
  for (int round = 0; round < rounds; ++round) {
    switch (chance_.below(8)) {
      case 0: take(); break;
      case 1:
      case 2:
      case 3: move(); break;
      case 4: detail(); break;
      case 5: pay(); break;
      case 6: collect_some(); break;
      default: give_back();
    }
    if (round % 25 == 0) compare();
    if (HasFailure()) return;
  }
  compare();
  expect_made_again();
}

}  // namespace
}  // namespace tilia::pos
