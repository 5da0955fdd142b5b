// Rung 2: the whole cash way without a numeral. Every digit on the screen is a blank box, and
// whoever stands here sees pictures, colours and places, and nothing else (tests/pos/ui/eye.h).
// Fifty customers later each has the right change to the cent.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "pos/ui/shown.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/eye.h"

namespace tilia::pos::tests {
namespace {

using Purse = std::map<SeenPiece, int>;  // pieces, and how many
using Kind = Seen::Kind;

constexpr int customers = 50;
constexpr int screen_width = 1366;
constexpr int screen_height = 768;

// What lies on the counter, in the drawer and in hands: the world beside the till, in pictures.
struct Hands {
  Purse drawer;                        // as it is, whatever the till believes
  std::vector<SeenPiece> handed_over;  // by the customer, in this order
  std::vector<SeenPiece> added_later;  // "wait, I have 40 cents"
  bool has_what_is_asked_for = false;  // the one coin that the till asks for
  Purse got_back;
  bool got_a_slip = false;
  std::vector<SeenPiece> said_to_be_gone;  // in order
};

struct Wish {
  std::string picture;
  bool thinks_better_of_it = false;  // undone at once
  bool with_less = false;            // with the round step instead of Undo
};

// Somebody who can count pieces by eye, knows the places of the screen, and reads nothing.
class Seller {
 public:
  explicit Seller(TillOnScreen& till) : till_(till) {}

  void put_on_the_tray(const std::vector<Wish>& wishes) {
    for (const Wish& wish : wishes) {
      find_and_tap(wish.picture);
      if (!wish.thinks_better_of_it) continue;
      wish.with_less ? press_less_beside(wish.picture) : press(undo());
    }
  }

  void take_the_money(const std::vector<SeenPiece>& handed_over) {
    press(green());  // pay
    std::vector<SeenPiece> all = handed_over;
    std::ranges::sort(all);
    // The buttons at the right show what people often give: where one shows just these, it is that.
    for (const Seen& seen : look())
      if (is_money_to_tap(seen) && at_the_right(seen) && seen.pieces == all) {
        ++offers_taken;
        return press(seen);
      }
    for (const SeenPiece& piece : handed_over) tap_on_the_board(piece);
  }

  // `before_giving`: what happens beside the till in the meantime.
  void give_change(Hands& hands, const std::function<void()>& before_giving) {
    press(green());  // paid
    before_giving();
    if (!hands.added_later.empty()) {
      press(beside_undo());
      for (const SeenPiece& piece : hands.added_later) {
        tap_on_the_board(piece);
        ++hands.drawer[piece];
      }
      press(green());
    }
    give_all_piles(hands);
    press(green());  // the next customer
  }

  int offers_taken = 0;
  int none_left_pressed = 0;
  int asked_for = 0;

 private:
  [[nodiscard]] std::vector<Seen> look() { return look_at(till_); }
  void press(const Seen& seen) {
    ASSERT_TRUE(till_.touch(seen.middle()))
        << "nothing can be pressed at " << seen.at.x << ", " << seen.at.y;
  }
  static bool at_the_right(const Seen& seen) { return seen.at.x > screen_width * 6 / 10; }
  static bool at_the_bottom(const Seen& seen) {
    return seen.at.GetBottom() > screen_height * 88 / 100;
  }
  static bool is_money_to_tap(const Seen& seen) {
    return seen.kind == Kind::money && seen.awake && !seen.struck;
  }

  template <class Wanted>
  Seen only(const char* what, const Wanted& wanted) {
    std::vector<Seen> found;
    for (const Seen& seen : look())
      if (wanted(seen)) found.push_back(seen);
    EXPECT_EQ(found.size(), 1U) << what;
    return found.empty() ? Seen() : found.front();
  }
  Seen green() {
    return only("the green button", [](const Seen& seen) {
      return seen.kind == Kind::green && at_the_right(seen) && at_the_bottom(seen);
    });
  }
  // The buttons of the bottom row, from the left.
  std::vector<Seen> bottom_row() {
    std::vector<Seen> row;
    for (const Seen& seen : look())
      if (seen.kind == Kind::button && at_the_bottom(seen)) row.push_back(seen);
    std::ranges::sort(row, {}, [](const Seen& seen) { return seen.at.x; });
    return row;
  }
  Seen undo() { return bottom_row().at(0); }
  Seen beside_undo() { return bottom_row().at(1); }

  void find_and_tap(const std::string& picture) {
    for (const Seen& seen : look())
      if (seen.kind == Kind::picture && seen.awake && seen.picture == picture) return press(seen);
    for (const Seen& tab : look()) {
      if (tab.kind != Kind::tab) continue;
      press(tab);
      for (const Seen& seen : look())
        if (seen.kind == Kind::picture && seen.awake && seen.picture == picture) return press(seen);
    }
    ADD_FAILURE() << "no page shows " << picture;
  }

  void press_less_beside(const std::string& picture) {
    const Seen row = only("its row on the tray", [&](const Seen& seen) {
      return seen.kind == Kind::tray_row && seen.picture == picture;
    });
    press(only("one less beside it", [&](const Seen& seen) {
      return seen.kind == Kind::less && seen.middle().y > row.at.y &&
             seen.middle().y < row.at.GetBottom();
    }));
  }

  void tap_on_the_board(const SeenPiece& piece) {
    for (const Seen& seen : look())
      if (is_money_to_tap(seen) && !at_the_right(seen) &&
          seen.pieces == std::vector<SeenPiece>{piece})
        return press(seen);
    ADD_FAILURE() << "no such piece can be tapped";
  }

  // A pile has a button right under it: the one for "none left".
  std::vector<std::pair<Seen, Seen>> piles() {
    std::vector<std::pair<Seen, Seen>> found;
    const auto all = look();
    for (const Seen& pile : all)
      for (const Seen& below : all)
        if (is_money_to_tap(pile) && below.kind == Kind::button && below.at.x == pile.at.x &&
            below.at.width == pile.at.width && below.at.y > pile.at.GetBottom() &&
            below.at.y - pile.at.GetBottom() < pile.at.height)
          found.emplace_back(pile, below);
    return found;
  }

  // The drawer is looked into before a pile is taken out of it.
  void give_all_piles(Hands& hands) {
    for (int step = 0; step < 60; ++step) {
      const auto all = piles();
      const auto next =
          std::ranges::find_if(all, [](const auto& pile) { return !pile.first.marked; });
      if (next == all.end()) {
        if (!is_asked_for_a_coin(hands)) return;
        continue;
      }
      const SeenPiece piece = next->first.pieces.front();
      const int count = static_cast<int>(next->first.pieces.size());
      if (hands.drawer[piece] < count) {
        hands.said_to_be_gone.push_back(piece);
        ++none_left_pressed;
        press(next->second);
        continue;
      }
      hands.drawer[piece] -= count;
      hands.got_back[piece] += count;
      press(next->first);
    }
    ADD_FAILURE() << "the change never came to an end";
  }

  // A piece without a button under it: the drawer cannot give all of it, and with that one it can.
  // If the customer has none the green button is the way on, and prints a slip.
  bool is_asked_for_a_coin(Hands& hands) {
    std::vector<Seen> asked;
    const auto all = piles();
    for (const Seen& seen : look())
      if (is_money_to_tap(seen) &&
          std::ranges::none_of(all, [&](const auto& pile) { return pile.first.at == seen.at; }))
        asked.push_back(seen);
    if (asked.empty()) return false;
    ++asked_for;
    if (hands.has_what_is_asked_for) {
      const SeenPiece piece = asked.front().pieces.front();
      ++hands.drawer[piece];
      hands.added_later.push_back(piece);
      press(asked.front());
      return true;
    }
    hands.got_a_slip = true;
    press(green());
    return false;
  }

  TillOnScreen& till_;
};

// ---- the world beside the till: what the test works out by itself, in plain cents

struct Good {
  const char* picture;
  const char* page;
  std::int64_t cents;
};
const std::vector<Good>& goods() {
  static const std::vector<Good> all{
      {"🍞", "Bread", 285},     {"🥖", "Bread", 149}, {"🥐", "Bread", 137},
      {"🥯", "Bread", 119},  {"🥨", "Bread", 98},  {"🫓", "Bread", 210},
      {"🥪", "Lunch", 463},  {"🥙", "Lunch", 590}, {"🌯", "Lunch", 615},
      {"🍕", "Lunch", 379},     {"🥧", "Cakes", 352}, {"🧁", "Cakes", 244},
      {"🍰", "Cakes", 401},     {"🍩", "Cakes", 163},    {"🍪", "Cakes", 71},
      {"☕", "Drinks", 226},    {"🍵", "Drinks", 192},   {"🧃", "Drinks", 167},
      {"🥛", "Drinks", 105}, {"💧", "Drinks", 88}};
  return all;
}

ShopOfCounter shop_of_pictures(const Currency& euro) {
  ShopOfCounter shop{.country = "AT", .name = "Linde", .practice = false, .articles = {}};
  for (const Good& good : goods())
    shop.articles.push_back({.code = "good-" + std::to_string(shop.articles.size()),
                             .name = "Good",
                             .price = Money::from_minor(good.cents, euro),
                             .vat_class = VatClass::reduced,
                             .unit = Unit::each,
                             .barcodes = {},
                             .picture = good.picture,
                             .page = good.page,
                             .stocked = false});
  return shop;
}

std::int64_t cents_of(const std::string& picture) {
  for (const Good& good : goods())
    if (picture == good.picture) return good.cents;
  return 0;
}

// Repeats itself from run to run.
class Dice {
 public:
  int below(int limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state_ >> 33U) % static_cast<std::uint64_t>(limit));
  }

 private:
  std::uint64_t state_ = 20'261'122;
};

class NoDigits : public ::testing::Test {
 protected:
  NoDigits()
      : shop_(shop_of_pictures(currency("EUR"))),
        till_(shop_, words(), wxSize(screen_width, screen_height)),
        seller_(till_) {
    for (const Piece& piece : shop_.pack.pieces) {
      const SeenPiece seen = seen_piece(piece_shown(piece));
      EXPECT_TRUE(worth_.emplace(seen, piece.value.minor()).second)
          << piece.value.text() << " looks like another piece";
      largest_first_.push_back(seen);
    }
    till_.frame().look().set_digits_as_boxes(true);
    till_.frame().look().watch_texts([this](const ui::DrawnText& drawn) {
      ++texts_;
      if (drawn.text.find_first_of("0123456789") != std::string::npos) numerals_.insert(drawn.text);
    });
    shop_.log_in();
    for (const SeenPiece& piece : largest_first_) {
      const int count = piece.note ? 4 : 25;
      shop_->count().set(place_of(piece), count);
      hands_.drawer[piece] = believed_[piece] = count;
    }
    shop_->open_with_count();
    till_.frame().show_place();
  }

  std::size_t place_of(const SeenPiece& piece) const {
    return static_cast<std::size_t>(std::ranges::find(largest_first_, piece) -
                                    largest_first_.begin());
  }
  std::int64_t cents(const Purse& purse) const {
    std::int64_t sum = 0;
    for (const auto& [piece, count] : purse) sum += worth_.at(piece) * count;
    return sum;
  }
  std::int64_t cents(const std::vector<SeenPiece>& pieces) const {
    std::int64_t sum = 0;
    for (const SeenPiece& piece : pieces) sum += worth_.at(piece);
    return sum;
  }
  // With euro coins the largest first are the fewest.
  std::vector<SeenPiece> largest_pieces(std::int64_t sum) const {
    std::vector<SeenPiece> pieces;
    for (const SeenPiece& piece : largest_first_)
      for (; worth_.at(piece) <= sum; sum -= worth_.at(piece)) pieces.push_back(piece);
    return pieces;
  }
  SeenPiece piece_of(std::int64_t value) const {
    for (const auto& [piece, worth] : worth_)
      if (worth == value) return piece;
    return {};
  }
  SeenPiece note_above(std::int64_t sum) const {
    SeenPiece smallest;
    for (const SeenPiece& piece : largest_first_)
      if (piece.note && worth_.at(piece) > sum) smallest = piece;
    return smallest;
  }

  std::vector<Wish> wishes(int customer) {
    std::vector<Wish> all;
    const int count = 1 + dice_.below(6);
    for (int i = 0; i < count; ++i)
      all.push_back({goods().at(static_cast<std::size_t>(dice_.below(20))).picture, false, false});
    if (customer % 5 == 3) {  // something is tapped that nobody wants
      std::string other = goods().at(static_cast<std::size_t>(dice_.below(20))).picture;
      while (std::ranges::find(all, other, &Wish::picture) != all.end())
        other = goods().at(static_cast<std::size_t>(dice_.below(20))).picture;
      all.insert(all.begin() + dice_.below(count), {other, true, customer % 10 == 3});
    }
    return all;
  }

  // What this customer hands over for so much, and perhaps adds when the change is being given.
  void fill_hands(int customer, std::int64_t sum) {
    hands_.handed_over = largest_pieces(sum);
    switch (customer % 5) {
      case 0: break;  // exact
      case 1: hands_.handed_over = {note_above(sum)}; break;
      case 2:  // a purse is emptied: all the coins that make it, and small ones
        hands_.handed_over.clear();
        for (std::int64_t left = sum; left > 0; left -= std::min<std::int64_t>(left, 200))
          for (const SeenPiece& piece : largest_pieces(std::min<std::int64_t>(left, 200)))
            hands_.handed_over.push_back(piece);
        break;
      case 3: hands_.handed_over = {note_above(sum), piece_of(1000)}; break;  // more than is due
      default:  // the next note, and "wait, I have that much": the change becomes round
        hands_.handed_over = {note_above(sum)};
        hands_.added_later = largest_pieces(sum % 100);
    }
  }

  // Somebody changed all pieces of one kind for smaller ones: the till does not know of it.
  void change_all_of(const SeenPiece& piece) {
    const std::int64_t worth = worth_.at(piece) * hands_.drawer[piece];
    hands_.drawer[piece] = 0;
    const std::int64_t smaller = worth_.at(piece) % 200 == 0 && worth_.at(piece) > 200 ? 200 : 1;
    hands_.drawer[piece_of(smaller)] += static_cast<int>(worth / smaller);
  }

  void before_giving(int customer, std::int64_t change) {
    if (customer % 6 != 1 || change == 0) return;
    change_all_of(
        largest_pieces(change).at(customer % 12 == 1 ? 0 : largest_pieces(change).size() - 1));
  }

  // What the till can know of the drawer, by what was tapped.
  void follow_belief() {
    for (const SeenPiece& piece : hands_.handed_over) ++believed_[piece];
    for (const SeenPiece& piece : hands_.added_later) ++believed_[piece];
    for (const SeenPiece& piece : hands_.said_to_be_gone) believed_[piece] = 0;
    for (const auto& [piece, count] : hands_.got_back)
      believed_[piece] = std::max(0, believed_[piece] - count);
  }

  void serve(int customer) {
    SCOPED_TRACE("customer " + std::to_string(customer));
    const std::vector<Wish> all = wishes(customer);
    std::int64_t due = 0;
    for (const Wish& wish : all)
      if (!wish.thinks_better_of_it) due += cents_of(wish.picture);
    Purse drawer = std::move(hands_.drawer);
    hands_ = {};
    hands_.drawer = std::move(drawer);
    hands_.has_what_is_asked_for = customer % 2 == 0;
    fill_hands(customer, due);
    sold_ += due;
    seller_.put_on_the_tray(all);
    till_.keep_picture("no-digits-sale-" + std::to_string(customer));
    seller_.take_the_money(hands_.handed_over);
    till_.keep_picture("no-digits-pay-" + std::to_string(customer));
    for (const SeenPiece& piece : hands_.handed_over) ++hands_.drawer[piece];
    const std::int64_t back = cents(hands_.handed_over) - due;
    seller_.give_change(hands_, [&] {
      till_.keep_picture("no-digits-change-" + std::to_string(customer));
      before_giving(customer, back);
    });
    const std::int64_t left = back + cents(hands_.added_later) - cents(hands_.got_back);
    EXPECT_GE(left, 0);
    EXPECT_EQ(left > 0, hands_.got_a_slip) << left << " cents are not given back";
    owed_ += left;
    slips_ += left > 0 ? 1 : 0;
    follow_belief();
    expected_sales_.push_back(due);
  }

  CounterOfTests shop_;
  TillOnScreen till_;
  Seller seller_;
  Dice dice_;
  std::map<SeenPiece, std::int64_t> worth_;
  std::vector<SeenPiece> largest_first_;
  Hands hands_;
  Purse believed_;
  std::vector<std::int64_t> expected_sales_;
  std::int64_t sold_ = 0;
  std::int64_t owed_ = 0;
  int slips_ = 0;
  int texts_ = 0;
  std::set<std::string> numerals_;
};

TEST_F(NoDigits, FiftyCashSalesAreRightToTheCentForWhoSeesOnlyPicturesColoursAndPlaces) {
  const std::int64_t float_cents = cents(hands_.drawer);
  for (int customer = 0; customer < customers && !HasFatalFailure(); ++customer) {
    serve(customer);
    if (customer % 10 == 0) {
      EXPECT_EQ(till_.not_painted(), "");
    }
  }
  ASSERT_EQ(shop_->place(), Place::sale);

  auto sales = shop_.book.latest_sales("T1", customers + 10);
  ASSERT_EQ(sales.size(), expected_sales_.size());
  std::ranges::reverse(sales);
  for (std::size_t i = 0; i < sales.size(); ++i) {
    EXPECT_EQ(sales[i].priced.total.minor(), expected_sales_[i]) << "sale " << i;
    EXPECT_FALSE(sales[i].refund_of);
  }
  EXPECT_EQ(cents(hands_.drawer), float_cents + sold_ + owed_) << "what lies in the drawer";
  const auto look = shop_.drawer.look("T1");
  ASSERT_TRUE(look);
  EXPECT_EQ(look.value().expected.minor(), cents(hands_.drawer)) << "what the book expects there";
  const auto believed = DrawerPieces::parse(
      shop_.drawer_pieces.text->substr(shop_.drawer_pieces.text->find('\n') + 1));
  ASSERT_TRUE(believed);
  for (const SeenPiece& piece : largest_first_)
    EXPECT_EQ(believed->known(Money::from_minor(worth_.at(piece), shop_.pack.currency)),
              believed_.at(piece))
        << "pieces of " << worth_.at(piece) << " cents";

  // The ways that this is about were really gone, and no numeral was to be seen on any of them.
  EXPECT_GE(seller_.offers_taken, 20);
  EXPECT_GE(seller_.none_left_pressed, 5);
  EXPECT_EQ(slips_, std::ranges::count_if(shop_.paper.printed, [](const std::string& paper) {
              return paper.find(" owes ") != std::string::npos;
            }));
  EXPECT_GT(texts_, 1000);
  EXPECT_TRUE(numerals_.empty()) << numerals_.size()
                                 << " texts with a numeral: " << *numerals_.begin();
}

}  // namespace
}  // namespace tilia::pos::tests
