// The change that a drawer can really pay, and the way out where it cannot: every drawer of six
// kinds of a small currency, each worked out once by trying all that can be taken from it.
#include "pos/drawer_pieces.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::text_of;

constexpr std::array<int, 6> values{1, 2, 5, 10, 20, 50};
constexpr int unpayable = std::numeric_limits<int>::max();

Money cents(std::int64_t minor) { return Money::from_minor(minor, tests::currency("EUR")); }

std::vector<Piece> six_kinds() {
  std::vector<Piece> pieces;
  for (const int value : values) pieces.push_back({Piece::Kind::coin, cents(value), "", "", 1, 1});
  return pieces;
}

using Drawer = std::array<int, 6>;

// By amount: the fewest pieces of this drawer that make it.
std::vector<int> tried(const Drawer& drawer) {
  std::vector<int> fewest(1, 0);
  for (std::size_t kind = 0; kind < drawer.size(); ++kind) {
    std::vector<int> with(fewest.size() + static_cast<std::size_t>(drawer[kind] * values[kind]),
                          unpayable);
    for (int taken = 0; taken <= drawer[kind]; ++taken) {
      for (std::size_t amount = 0; amount < fewest.size(); ++amount) {
        if (fewest[amount] == unpayable) continue;
        int& best = with[amount + static_cast<std::size_t>(taken * values[kind])];
        best = std::min(best, fewest[amount] + taken);
      }
    }
    fewest = with;
  }
  return fewest;
}

bool payable(const std::vector<int>& fewest, int amount) {
  return amount < static_cast<int>(fewest.size()) &&
         fewest[static_cast<std::size_t>(amount)] != unpayable;
}

std::vector<CountedPiece> counted(const Drawer& drawer) {
  std::vector<CountedPiece> counted;
  for (std::size_t kind = 0; kind < drawer.size(); ++kind)
    counted.push_back({cents(values[kind]), drawer[kind]});
  return counted;
}

std::int64_t pieces_in(const std::vector<CountedPiece>& pieces) {
  std::int64_t count = 0;
  for (const CountedPiece& piece : pieces) count += piece.count;
  return count;
}

// Of 0 to 2 of each kind: all 729.
template <class Look>
void each_drawer(const Look& look) {
  for (int number = 0; number < 729; ++number) {
    Drawer drawer{};
    int rest = number;
    for (int& count : drawer) {
      count = rest % 3;
      rest /= 3;
    }
    look(drawer);
  }
}

void expect_way_out(const Drawer& drawer, const std::vector<int>& fewest, int amount) {
  const WaysOut ways = ways_out(cents(amount), six_kinds(), counted(drawer));
  int most = std::min(amount, static_cast<int>(fewest.size()) - 1);
  while (!payable(fewest, most)) --most;
  EXPECT_EQ(ways.owed, cents(amount - most));
  EXPECT_EQ(sum_of(ways.at_most, tests::currency("EUR")), cents(most));
  EXPECT_EQ(pieces_in(ways.at_most), fewest[static_cast<std::size_t>(most)]);
  std::optional<Money> asked;
  for (std::size_t kind = 0; kind < drawer.size() && !asked; ++kind) {
    Drawer with = drawer;
    ++with[kind];
    if (payable(tried(with), amount + values[kind])) asked = cents(values[kind]);
  }
  EXPECT_EQ(ways.ask_for, asked);
}

}  // namespace

TEST(DrawerPieces, PayTheFewestOrSayHonestlyThatTheyCannot) {
  const std::vector<Piece> pieces = six_kinds();
  int cannot = 0;
  each_drawer([&](const Drawer& drawer) {
    const std::vector<int> fewest = tried(drawer);
    const DrawerPieces held = DrawerPieces::counted(counted(drawer), pieces);
    for (int amount = 1; amount <= 60; ++amount) {
      const auto back = fewest_pieces(cents(amount), pieces, held.held(pieces));
      ASSERT_EQ(back.has_value(), payable(fewest, amount)) << held.text() << " pays " << amount;
      if (back) {
        EXPECT_EQ(pieces_in(*back), fewest[static_cast<std::size_t>(amount)]);
        EXPECT_EQ(sum_of(*back, tests::currency("EUR")), cents(amount));
      } else if (++cannot % 7 == 0) {
        expect_way_out(drawer, fewest, amount);
      }
    }
  });
  EXPECT_GT(cannot, 1000);
}

TEST(DrawerPieces, OfWhichNothingIsKnownAreTakenToBeThere) {
  const DrawerPieces drawer;
  EXPECT_EQ(drawer.known(cents(5)), std::nullopt);
  EXPECT_EQ(text_of(fewest_pieces(cents(88), six_kinds(), drawer.held(six_kinds()))),
            "1 x 0.50, 1 x 0.20, 1 x 0.10, 1 x 0.05, 1 x 0.02, 1 x 0.01");
}

TEST(DrawerPieces, ComeAndGoAndAreNeverLessThanNone) {
  DrawerPieces drawer = DrawerPieces::counted({{cents(10), 2}}, six_kinds());
  EXPECT_EQ(drawer.known(cents(5)), 0);
  drawer.put({{cents(5), 3}, {cents(100), 1}});  // no kind of this currency: not followed
  drawer.take({{cents(10), 5}, {cents(5), 1}});
  EXPECT_EQ(drawer.known(cents(10)), 0);
  EXPECT_EQ(drawer.known(cents(5)), 2);
  EXPECT_EQ(drawer.known(cents(100)), std::nullopt);
  drawer.none_of(cents(5));
  drawer.put({{cents(5), 1}});
  EXPECT_EQ(drawer.known(cents(5)), 1);
}

TEST(DrawerPieces, ComeBackFromTheirText) {
  DrawerPieces drawer = DrawerPieces::counted({{cents(10), 2}, {cents(1), 30}}, six_kinds());
  EXPECT_EQ(drawer.text(), "1=30 2=0 5=0 10=2 20=0 50=0");
  EXPECT_EQ(DrawerPieces::parse(drawer.text()), drawer);
  EXPECT_EQ(DrawerPieces::parse(""), DrawerPieces());
  for (const char* broken : {"5", "5=", "=5", "5=x", "5=-1", "5=1  2=1", "5=99999999999999999999"})
    EXPECT_EQ(DrawerPieces::parse(broken), std::nullopt) << broken;
}

}  // namespace tilia::pos
