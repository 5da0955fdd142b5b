// A laundry with 5,000 open tickets of 5,000 customers in its book: found by the scan of a slip or
// of a tag, by name, by the end of a telephone number, by rack. What was promised is 50
// milliseconds each.
//
//   laundry_bench
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <functional>

#include "core/chance.h"
#include "core/clock.h"
#include "core/zone.h"
#include "db/customer_book_sqlite.h"
#include "db/laundry_book_sqlite.h"
#include "db/new_book.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/laundry/keep_tickets.h"
#include "tests/bench/stopwatch.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::bench {
namespace {

constexpr int tickets = 5'000;
constexpr int pieces_each = 5;
constexpr int rounds = 60;
constexpr double promised_milliseconds = 50;

// Two letters of the alphabet and a number: nobody's name is part of another's.
std::string name_of(int customer) {
  return fmt::format("{}{}-{:04}", static_cast<char>('A' + customer % 26),
                     static_cast<char>('a' + customer / 26 % 26), customer);
}
std::string phone_of(int customer) { return fmt::format("0641{:06}", 7 * customer); }
std::string rack_of(int customer) { return fmt::format("R{}", customer / 4); }

class Shop {
 public:
  Shop()
      : pack_(pos::tests::pack("RS")),
        zone_(*Zone::named(pack_.zone)),
        clock_(*Instant::parse("2026-03-02T07:00:00Z")),
        file_(db::book_in_memory({.station = "T1"}, pos::tests::organisation(pack_), clock_.now(),
                                 chance_)),
        book_(*file_),
        tenders_(*file_),
        customers_(*file_),
        tickets_(*file_),
        keep_({tickets_, book_, customers_, tenders_, pack_, zone_, clock_}) {
    book_.put_articles(pos::tests::articles(pack_.currency), clock_.now());
    for (int customer = 0; customer < tickets; ++customer) fill(customer);
  }

  double milliseconds(const std::string& typed, std::size_t found) {
    const Stopwatch watch;
    const auto answer = keep_.find(typed);
    const double took = watch.microseconds() / 1'000;
    CHECK(answer.size() == found);
    return took;
  }

 private:
  void fill(int number) {
    const pos::CustomerId customer = pos::CustomerId::mint(chance_);
    pos::TicketRequest request{.id = pos::TicketId::mint(chance_),
                               .till = "T1",
                               .by = {customer, ""},
                               .due = keep_.today().plus_days(number % 14),
                               .noted = pos::Customer{customer, name_of(number), phone_of(number)}};
    for (int piece = 0; piece < pieces_each; ++piece)
      request.pieces.push_back({"cake", Quantity::pieces(1), {"white", "wine"}});
    const auto ticket = keep_.take(request);
    CHECK(ticket);
    CHECK(keep_.move(ticket.value().number,
                     {.which = {}, .to = pos::PieceState::ready, .rack = rack_of(number)}));
  }

  SeededChance chance_{5};
  pos::CountryPack pack_;
  Zone zone_;
  SetClock clock_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  db::TenderBookSqlite tenders_;
  db::CustomerBookSqlite customers_;
  db::LaundryBookSqlite tickets_;
  pos::KeepTickets keep_;
};

bool find_by(Shop& shop, const char* what, std::size_t found,
             const std::function<std::string(int)>& typed) {
  std::vector<double> took;
  for (int round = 0; round < rounds; ++round)
    took.push_back(shop.milliseconds(typed(83 * round % tickets), found));
  return verdict(fmt::format("find one of 5,000 tickets by {} / promised, milliseconds", what),
                 median(took), promised_milliseconds, 1);
}

int run() {
  Shop shop;
  bool all = find_by(shop, "slip", 1, [](int number) { return pos::ticket_barcode(number + 1); });
  all &= find_by(shop, "a piece's tag", 1,
                 [](int number) { return pos::piece_barcode(pieces_each * number + 3); });
  all &= find_by(shop, "name", 1, name_of);
  all &= find_by(shop, "telephone", 1, [](int number) { return phone_of(number).substr(1); });
  all &= find_by(shop, "rack", 4, rack_of);
  return all ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace tilia::bench

int main() { return tilia::bench::run(); }
