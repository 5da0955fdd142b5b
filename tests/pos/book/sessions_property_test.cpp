// A thousand random sessions on the real book beside a ledger of their own
// (tests/pos/book/ledger_of_tests.h): sales, change, donations, tips, vouchers sold and used, sales
// on account and their payment, refunds at this till and the other, cash moves, handovers, two
// sessions a day, days on which nobody buys, drawers whose money waits in a bag and is counted days
// later, in any order. Every sum of every day sheet is that of the ledger,
// to the cent, and so is what is left on each voucher and owed on the account.
#include <gtest/gtest.h>

#include <array>
#include <set>

#include "core/clock.h"
#include "db/new_book.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/keep_drawer.h"
#include "pos/take_back.h"
#include "tests/core/seed.h"
#include "tests/pos/book/ledger_of_tests.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

constexpr int sessions_in_all = 1000;
constexpr int rounds_of_a_shop = 16;  // of one session or two

struct Country {
  std::string code;
  bool charges_vat = true;
  tests::Ledger::Terms terms;
};

// Smallest piece of cash, and VAT of 1,000, on 2 March 2026.
std::vector<Country> countries() {
  using enum VatClass;
  return {{"RS", true, {100, {{standard, 200}, {reduced, 100}}}},
          {"RO", true, {1, {{standard, 210}, {reduced, 110}, {reduced2, 110}}}},
          {"CZ", true, {100, {{standard, 210}, {reduced, 120}}}},
          {"BA-FBiH", true, {5, {{standard, 170}}}},
          {"AT", true, {1, {{standard, 200}, {reduced, 130}, {reduced2, 100}}}},
          {"MK", true, {100, {{standard, 180}, {reduced, 100}, {reduced2, 50}}}},
          {"RS", false, {100, {}}}};
}

class RandomShop {
 public:
  RandomShop(Country country, Seed& seed)
      : seed_(seed),
        country_(std::move(country)),
        pack_(tests::pack(country_.code)),
        zone_(*Zone::named(pack_.zone)),
        clock_(*Instant::parse("2026-03-02T07:00:00Z")),
        file_(db::book_in_memory({.station = "T1"}, organisation(), clock_.now(), chance_)),
        book_(*file_),
        tenders_(*file_),
        ring_(book_, pack_, clock_),
        ledger_(country_.terms) {
    book_.set_counter_rule("counter.tips", "yes", clock_.now());
    for (const char* number : {"GIVEN-1", "GIVEN-2"}) give(number);
    tenders_.set_account({"ana", "Ana", "🙂", minor(1'000'000), minor(0)}, clock_.now());
  }

  // What is left on each voucher and owed on the account, as the ledger has it.
  void expect_balances() {
    for (const auto& [number, left] : left_on_)
      EXPECT_EQ(tenders_.voucher(number).value().balance.minor(), left) << number;
    EXPECT_EQ(std::ssize(tenders_.vouchers()), std::ssize(left_on_));
    EXPECT_EQ(tenders_.accounts().at(0).owed.minor(), owed_);
  }

  // Away, for nothing.
  void give(const std::string& number) {
    const Day today = zone_.local_day(clock_.now());
    left_on_[number] = 50'000;
    given_.insert(number);
    EXPECT_FALSE(tenders_.register_vouchers(
        {VoucherKind::given, "", {number}, minor(50'000), today, std::nullopt}, clock_.now()));
  }

  // One till, or both at once. Answers how many sessions were closed.
  int run_round() {
    new_prices();
    const bool both = seed_.between(0, 3) == 0;
    open("T1");
    if (both) open("T2");
    // On one day in ten nobody comes.
    for (auto acts = seed_.between(0, 9); acts > 0 && !::testing::Test::HasFatalFailure(); --acts)
      act(both && seed_.between(0, 1) == 0 ? "T2" : "T1");
    close_or_bag("T1");
    if (both) close_or_bag("T2");
    while (!waiting_.empty() && seed_.between(0, 2) == 0) count_a_bag();
    return both ? 2 : 1;
  }

  void count_all_bags() {
    while (!waiting_.empty() && !::testing::Test::HasFatalFailure()) count_a_bag();
    EXPECT_TRUE(book_.bags("T1").empty());
    EXPECT_TRUE(book_.bags("T2").empty());
  }

 private:
  [[nodiscard]] Organisation organisation() const {
    Organisation made = tests::organisation(pack_);
    made.charges_vat = country_.charges_vat;
    made.shops.push_back({"Second till", "bakery", "T2"});
    return made;
  }
  [[nodiscard]] Money minor(std::int64_t units) const {
    return Money::from_minor(units, pack_.currency);
  }
  [[nodiscard]] std::int64_t step() const { return country_.terms.cash_step; }
  [[nodiscard]] KeepDrawer drawer() { return {book_, pack_, zone_, clock_, chance_}; }
  [[nodiscard]] std::size_t place(std::size_t of) {
    return static_cast<std::size_t>(seed_.between(0, static_cast<std::int64_t>(of) - 1));
  }

  // Each article gets a price and any class that the country has.
  void new_prices() {
    std::vector<VatClass> classes{VatClass::zero, VatClass::exempt};
    for (const auto& [vat_class, permille] : country_.terms.permille) classes.push_back(vat_class);
    std::vector<Article> articles = tests::articles(pack_.currency);
    for (Article& article : articles) {
      article.vat_class = classes[place(classes.size())];
      article.price = minor(seed_.between(0, 60'000));
    }
    book_.put_articles(articles, clock_.now());
    ring_.read_catalogue(zone_.local_day(clock_.now()));
  }

  void open(const std::string& till) {
    // The float is what the session before left there, or what somebody brings: a handover takes
    // no time, a night passes otherwise.
    const bool handed_over = seed_.between(0, 2) == 0;
    if (!handed_over) {
      clock_.set(clock_.now().plus_seconds(seed_.between(1, 14) * 3600));
      left_in_[till] = seed_.between(0, 500) * pack_.currency.minor_per_major();
    }
    ASSERT_TRUE(drawer().open(till, minor(left_in_[till])));
    ledger_.open(till, left_in_[till]);
  }

  void act(const std::string& till) {
    clock_.set(clock_.now().plus_seconds(seed_.between(1, 1800)));
    switch (seed_.between(0, 7)) {
      case 0: move(till, CashMove::Direction::in); break;
      case 1: move(till, CashMove::Direction::out); break;
      case 2:
      case 3: refund(till); break;
      default: sell(till); break;
    }
    if (seed_.between(0, 3) == 0) {
      const auto look = drawer().look(till);
      ASSERT_TRUE(look);
      expect_as_in_the_ledger(till, look.value().figures);
      EXPECT_EQ(look.value().expected.minor(), ledger_.drawer(till));
    }
  }

  struct Asked {
    SaleRequest request;
    std::vector<tests::Ledger::Line> lines;
    tests::Ledger::Payment payment;
  };

  Asked random_sale() {
    Asked asked{{SaleId::mint(chance_), {}, {}, std::nullopt}, {}, {}};
    const std::vector<Article>& articles = ring_.articles().articles();
    const bool only_given = seed_.between(0, 19) == 0;
    for (auto lines = only_given ? 0 : seed_.between(1, 4); lines > 0; --lines) {
      const Article& article = articles[place(articles.size())];
      const std::int64_t thousandths =
          article.unit == Unit::kg ? seed_.between(1, 3000) : seed_.between(1, 3) * 1000;
      asked.request.lines.push_back({article.code, Quantity::from_thousandths(thousandths)});
      asked.lines.push_back({country_.charges_vat ? article.vat_class : VatClass::exempt,
                             article.price.minor(), thousandths});
    }
    if (only_given || seed_.between(0, 5) == 0) {
      asked.payment.donation = seed_.between(1, 5) * pack_.currency.minor_per_major();
      asked.request.donation = minor(asked.payment.donation);
    }
    add_extras(asked);
    return asked;
  }

  void add_extras(Asked& asked) {
    tests::Ledger::Payment& payment = asked.payment;
    const auto add = [&](ExtraKind kind, std::int64_t amount, const std::string& reference) {
      asked.request.extras.push_back({kind, minor(amount), reference});
      return amount;
    };
    if (seed_.between(0, 5) == 0) payment.tip = add(ExtraKind::tip, seed_.between(1, 400), "");
    if (seed_.between(0, 5) == 0) {
      const std::int64_t each = seed_.between(1, 30'000);
      payment.voucher_sold += add(ExtraKind::voucher_sold, each, "");
      payment.voucher_sold += add(ExtraKind::voucher_sold, each, "");
    }
    if (owed_ > 0 && seed_.between(0, 3) == 0)
      payment.account_paid = add(ExtraKind::account_paid, seed_.between(1, owed_), "ana");
  }

  // A part of the goods, or all of them, by vouchers and on account; sometimes more than there is,
  // and then the till says no and nothing has changed.
  void pay_goods(Asked& asked) {
    std::int64_t goods = tests::Ledger::sum_of(asked.lines);
    if (goods > 0 && !left_on_.empty() && seed_.between(0, 2) == 0) {
      const auto voucher = std::next(left_on_.begin(), static_cast<long>(place(left_on_.size())));
      const std::int64_t most =
          cancelled_.contains(voucher->first) ? 0 : std::min(goods, voucher->second);
      if (most > 0) {
        used_ = voucher->first;
        asked.payment.voucher = seed_.between(1, most);
        asked.payment.voucher_was_given = given_.contains(used_);
        goods -= asked.payment.voucher;
        asked.request.tenders.push_back({TenderKind::voucher, minor(asked.payment.voucher), used_});
      }
    }
    if (goods > 0 && seed_.between(0, 3) == 0) {
      asked.payment.account = seed_.between(1, goods);
      asked.request.tenders.push_back({TenderKind::account, minor(asked.payment.account), "ana"});
    }
  }

  // A voucher of more than is left, an account above its limit.
  void ask_too_much(const std::string& till, const Asked& asked) {
    const std::int64_t goods = tests::Ledger::sum_of(asked.lines);
    const auto refused = [&](Tender tender, SaleRefusal::Why why) {
      SaleRequest request = asked.request;
      request.id = SaleId::mint(chance_);
      request.extras.clear();
      request.donation.reset();
      request.tenders = {std::move(tender)};
      EXPECT_EQ(ring_.ring_up(till, request).refusal().why, why);
    };
    if (goods == 0) return;
    for (const auto& [number, left] : left_on_) {
      if (left < goods && !cancelled_.contains(number))
        return refused(
            {TenderKind::voucher, minor(goods), number},
            left == 0 ? SaleRefusal::Why::voucher_used_up : SaleRefusal::Why::voucher_not_enough);
    }
    if (owed_ + goods > 1'000'000)
      refused({TenderKind::account, minor(goods), "ana"}, SaleRefusal::Why::account_full);
  }

  void choose_payment(Asked& asked) {
    tests::Ledger::Payment& payment = asked.payment;
    const std::int64_t all =
        tests::Ledger::sum_of(asked.lines) + payment.beside() - payment.voucher - payment.account;
    payment.card = std::array{std::int64_t{0}, all, seed_.between(0, all)}[place(3)];
    const std::int64_t rest = all - payment.card;
    if (rest > 0) {
      payment.handed = ledger_.in_cash(rest) + seed_.between(0, 40) * step();
      if (payment.handed == 0) payment.handed = step();
      // In one hand or in two.
      const std::int64_t second = seed_.between(0, 2) == 0 ? payment.handed / 2 : 0;
      asked.request.tenders.push_back({TenderKind::cash, minor(payment.handed - second)});
      if (second > 0) asked.request.tenders.push_back({TenderKind::cash, minor(second)});
    }
    if (payment.card > 0) asked.request.tenders.push_back({TenderKind::card, minor(payment.card)});
  }

  void sell(const std::string& till) {
    Asked asked = random_sale();
    ask_too_much(till, asked);
    pay_goods(asked);
    if (owed_ + asked.payment.account > 1'000'000) return;
    choose_payment(asked);
    const auto rung = ring_.ring_up(till, asked.request);
    ASSERT_TRUE(rung) << sale_refusal_code(rung.refusal().why) << rung.refusal().about;
    const Sale& sale = rung.value().sale;
    ASSERT_EQ(ring_.ring_up(till, asked.request).value().state, Entered::State::already_entered);
    EXPECT_EQ(sale.priced.change.minor(),
              ledger_.sell(till, sale.receipt, asked.lines, asked.payment));
    std::int64_t pieces = 0;
    for (const CountedPiece& piece : rung.value().pieces_back)
      pieces += piece.count * piece.value.minor();
    EXPECT_EQ(pieces, sale.priced.change.minor());
    for (const Extra& extra : sale.priced.extras) {
      if (extra.kind != ExtraKind::voucher_sold) continue;
      EXPECT_FALSE(left_on_.contains(extra.reference)) << "a number twice";
      left_on_[extra.reference] = extra.amount.minor();
    }
    if (asked.payment.voucher > 0) left_on_.at(used_) -= asked.payment.voucher;
    voucher_of_[sale.receipt] = used_;
    owed_ += asked.payment.account - asked.payment.account_paid;
    receipts_.push_back({sale.receipt, asked.request.lines, sale.priced.extras,
                         asked.payment.donation, std::vector<char>(sale.priced.extras.size())});
  }

  struct Receipt {
    std::string number;
    std::vector<SaleRequest::Line> lines;
    std::vector<Extra> extras;
    std::int64_t donation = 0;  // not given back yet
    std::vector<char> back;     // of each extra: 1 where it came back
  };

  // One of what came with the goods, and perhaps the gift. A voucher comes back only unused, and
  // nothing comes back twice.
  void take_back_beside(const std::string& till, Receipt& receipt, RefundRequest& request,
                        tests::Ledger::Payment& beside) {
    if (receipt.donation > 0 && seed_.between(0, 3) == 0) {
      request.donation = true;
      beside.donation = std::exchange(receipt.donation, 0);
    }
    if (receipt.extras.empty() || seed_.between(0, 1) == 0) return;
    const std::size_t at = place(receipt.extras.size());
    const Extra& extra = receipt.extras[at];
    request.extras = {static_cast<std::int64_t>(at) + 1};
    const bool sold = extra.kind == ExtraKind::voucher_sold;
    const bool used = sold && left_on_.at(extra.reference) != extra.amount.minor();
    if (receipt.back[at] != 0 || used) {
      RefundRequest no = request;
      no.id = SaleId::mint(chance_);
      no.donation = false;
      EXPECT_EQ(take_back(book_, pack_, clock_, till, no).refusal(),
                receipt.back[at] != 0 ? RefundRefusal::more_than_was_sold
                                      : RefundRefusal::voucher_was_used);
      request.extras.clear();
      return;
    }
    receipt.back[at] = 1;
    if (extra.kind == ExtraKind::tip) beside.tip = extra.amount.minor();
    if (extra.kind == ExtraKind::account_paid) beside.account_paid = extra.amount.minor();
    if (sold) beside.voucher_sold = extra.amount.minor();
    if (sold) cancelled_.insert(extra.reference);
    return;
  }

  void refund(const std::string& till) {
    if (receipts_.empty()) return;
    Receipt& receipt = receipts_[place(receipts_.size())];
    RefundRequest request{SaleId::mint(chance_), receipt.number, {}, "mistake"};
    if (seed_.between(0, 2) == 0) {
      tests::Ledger::Payment beside;
      take_back_beside(till, receipt, request, beside);
      if (beside.beside() > 0) return take_back_these(till, receipt, request, {}, beside);
      request.extras.clear();
    }
    if (ledger_.all_back(receipt.number)) {
      EXPECT_EQ(take_back(book_, pack_, clock_, till, request).refusal(),
                RefundRefusal::nothing_left);
      return;
    }
    std::vector<std::pair<std::size_t, std::int64_t>> lines;
    if (seed_.between(0, 1) == 0) {
      for (std::size_t at = 0; at < receipt.lines.size(); ++at)
        lines.emplace_back(at, ledger_.kept(receipt.number, at));
    } else {
      const std::size_t at = place(receipt.lines.size());
      const bool whole = receipt.lines[at].quantity.whole();
      const std::int64_t asked = whole ? 1000 : seed_.between(1, 1500);
      request.lines = {{static_cast<std::int64_t>(at) + 1, Quantity::from_thousandths(asked)}};
      if (asked > ledger_.kept(receipt.number, at)) {
        EXPECT_EQ(take_back(book_, pack_, clock_, till, request).refusal(),
                  RefundRefusal::more_than_was_sold);
        return;
      }
      lines.emplace_back(at, asked);
    }
    take_back_these(till, receipt, request, lines, {});
  }

  void take_back_these(const std::string& till, const Receipt& receipt,
                       const RefundRequest& request,
                       const std::vector<std::pair<std::size_t, std::int64_t>>& lines,
                       const tests::Ledger::Payment& beside) {
    const auto back = take_back(book_, pack_, clock_, till, request);
    ASSERT_TRUE(back) << refund_refusal_code(back.refusal());
    const auto owed = ledger_.take_back(till, receipt.number, lines, beside);
    EXPECT_EQ(-back.value().sale.priced.total.minor(), owed.total);
    EXPECT_EQ(cash_back(back.value().sale).minor(), owed.cash);
    if (owed.voucher > 0) left_on_.at(voucher_of_.at(receipt.number)) += owed.voucher;
    owed_ += beside.account_paid - owed.account;
  }

  void move(const std::string& till, CashMove::Direction direction) {
    const std::int64_t amount = seed_.between(1, 300) * pack_.currency.minor_per_major();
    const bool out = direction == CashMove::Direction::out;
    const bool tips = out && seed_.between(0, 2) == 0;
    const auto moved = drawer().move_cash(till, {direction, minor(amount),
                                                 tips  ? tips_reason
                                                 : out ? "bank"
                                                       : "change"});
    if (out && amount > ledger_.drawer(till)) {
      EXPECT_EQ(moved.refusal(), DrawerRefusal::more_than_in_drawer);
      return;
    }
    ASSERT_TRUE(moved);
    if (tips)
      ledger_.pay_out_tips(till, amount);
    else if (out)
      ledger_.take_out(till, amount);
    else
      ledger_.put_in(till, amount);
  }

  void put_in_what_is_short(const std::string& till) {
    // A drawer that gave back more than it held cannot be counted; somebody puts the rest in.
    if (const std::int64_t short_of = -ledger_.drawer(till); short_of > 0) {
      ASSERT_TRUE(drawer().move_cash(till, {CashMove::Direction::in, minor(short_of), "change"}));
      ledger_.put_in(till, short_of);
    }
  }

  // All of it goes into the bag: whoever takes over finds an empty drawer.
  void close_or_bag(const std::string& till) {
    put_in_what_is_short(till);
    if (seed_.between(0, 3) != 0) return close(till);
    const std::string number = "bag-" + std::to_string(++bags_);
    waiting_.push_back({till, number, ledger_.drawer(till), ledger_.book(till)});
    const auto bagged = drawer().bag(till, number);
    ASSERT_TRUE(bagged);
    left_in_[till] = 0;
    EXPECT_EQ(drawer().look(till).refusal(), DrawerRefusal::not_open);
    EXPECT_EQ(drawer().bag(till, "another").refusal(), DrawerRefusal::not_open);
  }

  void count_a_bag() {
    const std::size_t which = place(waiting_.size());
    const Waiting bag = waiting_[which];
    waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(which));
    const auto counted = fewest_pieces(minor(bag.expected), pack_.pieces);
    ASSERT_TRUE(counted);
    const auto closed = drawer().close_bag(bag.till, bag.number, *counted);
    ASSERT_TRUE(closed);
    const DaySheet& sheet = closed.value();
    EXPECT_EQ(sheet.expected.minor(), bag.expected);
    EXPECT_TRUE(sheet.difference.is_zero());
    EXPECT_EQ(sheet.number, ++sheets_[bag.till]);
    EXPECT_EQ(sheet.words.bag, bag.number);
    expect_as_in_the_ledger(bag.book, sheet.figures);
    EXPECT_EQ(book_.day_sheet(bag.till, sheet.number), sheet);
    EXPECT_EQ(drawer().close_bag(bag.till, bag.number, *counted).refusal(),
              DrawerRefusal::no_such_bag);
  }

  void close(const std::string& till) {
    const std::int64_t expected = ledger_.drawer(till);
    // One count in four does not agree.
    const std::int64_t difference =
        seed_.between(0, 3) == 0 ? std::max(seed_.between(-20, 20) * step(), -expected) : 0;
    const auto counted = fewest_pieces(minor(expected + difference), pack_.pieces);
    ASSERT_TRUE(counted) << expected + difference;
    const auto closed = drawer().close(till, *counted);
    ASSERT_TRUE(closed);
    const DaySheet& sheet = closed.value();
    EXPECT_EQ(sheet.expected.minor(), expected);
    EXPECT_EQ(sheet.counted.minor(), expected + difference);
    EXPECT_EQ(sheet.difference.minor(), difference);
    EXPECT_EQ(sheet.session.float_amount.minor(), ledger_.book(till).float_amount);
    expect_as_in_the_ledger(till, sheet.figures);
    expect_balances();
    EXPECT_EQ(sheet.number, ++sheets_[till]);
    EXPECT_EQ(book_.day_sheet(till, sheet.number), sheet);
    // What is not brought to the bank lies there when the next one takes over.
    left_in_[till] = seed_.between(0, (expected + difference) / step()) * step();
  }

  void expect_as_in_the_ledger(const std::string& till, const SessionFigures& figures) {
    expect_as_in_the_ledger(ledger_.book(till), figures);
  }

  static void expect_as_in_the_ledger(tests::Ledger::Book book, const SessionFigures& figures) {
    tests::Ledger::Book found{.float_amount = book.float_amount,
                              .sales_count = figures.sales_count,
                              .sales_total = figures.sales_total.minor(),
                              .refunds_count = figures.refunds_count,
                              .refunds_total = figures.refunds_total.minor(),
                              .donations = figures.donations.minor(),
                              .cash_rounding = figures.cash_rounding.minor(),
                              .cash_taken = figures.cash_taken.minor(),
                              .change_given = figures.change_given.minor(),
                              .cash_refunded = figures.cash_refunded.minor(),
                              .card_taken = figures.card_taken.minor(),
                              .cash_in = figures.cash_in.minor(),
                              .cash_out = figures.cash_out.minor(),
                              .tips = figures.tips.minor(),
                              .tips_out = figures.tips_out.minor(),
                              .vouchers_taken = figures.vouchers_taken.minor(),
                              .vouchers_given = figures.vouchers_given.minor(),
                              .vouchers_sold = figures.vouchers_sold.minor(),
                              .account_taken = figures.account_taken.minor(),
                              .account_paid = figures.account_paid.minor(),
                              .vat = {}};
    for (const VatSum& sum : figures.vat) {
      EXPECT_EQ(sum.net.minor(), sum.gross.minor() - sum.vat.minor());
      found.vat[{sum.vat_class, sum.rate.millionths() / 1000}] = {sum.gross.minor(),
                                                                  sum.vat.minor()};
    }
    // A row of which all went back may stand there as nought, or not at all.
    const auto nought = [](const auto& row) { return row.second == tests::Ledger::VatRow{}; };
    std::erase_if(book.vat, nought);
    std::erase_if(found.vat, nought);
    EXPECT_TRUE(found == book) << text_of(found) << "\nin the ledger\n" << text_of(book);
  }

  static std::string text_of(const tests::Ledger::Book& book) {
    std::string text = "sales " + std::to_string(book.sales_total);
    const auto add = [&text](const std::string& name, std::int64_t amount) {
      text += ", " + name + " " + std::to_string(amount);
    };
    add("refunds", book.refunds_total);
    add("given", book.donations);
    add("rounding", book.cash_rounding);
    add("cash", book.cash_taken);
    add("change", book.change_given);
    add("cash back", book.cash_refunded);
    add("card", book.card_taken);
    add("in", book.cash_in);
    add("out", book.cash_out);
    add("tips", book.tips);
    add("tips out", book.tips_out);
    add("vouchers", book.vouchers_taken);
    add("vouchers given", book.vouchers_given);
    add("vouchers sold", book.vouchers_sold);
    add("account", book.account_taken);
    add("account paid", book.account_paid);
    for (const auto& [row, sums] : book.vat) {
      add(std::string(vat_class_text(row.first)) + " gross", sums.gross);
      add("vat", sums.vat);
    }
    return text;
  }

  Seed& seed_;
  Country country_;
  SeededChance chance_{1};
  CountryPack pack_;
  Zone zone_;
  SetClock clock_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  db::TenderBookSqlite tenders_;
  RingUpSale ring_;
  tests::Ledger ledger_;
  std::map<std::string, std::int64_t> left_in_;
  struct Waiting {
    std::string till;
    std::string number;
    std::int64_t expected = 0;
    tests::Ledger::Book book;
  };
  std::vector<Waiting> waiting_;
  int bags_ = 0;
  std::map<std::string, std::int64_t> sheets_;
  std::vector<Receipt> receipts_;
  std::map<std::string, std::int64_t> left_on_;  // of each voucher that was sold
  std::set<std::string> cancelled_;
  std::set<std::string> given_;
  std::map<std::string, std::string> voucher_of_;
  std::string used_;
  std::int64_t owed_ = 0;
};

TEST(Sessions, KeepEverySumThatALedgerBesideThemKeeps) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  const std::vector<Country> all = countries();
  int sessions = 0;
  for (std::size_t shop = 0; sessions < sessions_in_all; ++shop) {
    RandomShop random(all[shop % all.size()], seed);
    SCOPED_TRACE(all[shop % all.size()].code);
    for (int round = 0; round < rounds_of_a_shop; ++round) {
      sessions += random.run_round();
      if (HasFatalFailure()) return;
    }
    random.count_all_bags();
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace tilia::pos
