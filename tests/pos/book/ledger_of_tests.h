// A shop's books as somebody would keep them on paper beside the till: plain whole numbers of the
// smallest unit of money, VAT and cash rounding worked out by the rules that pos/sale.h,
// pos/vat.h and pos/take_back.h state, none of them by the code under test.
//
//   Ledger ledger({.cash_step = 100, .permille = {{VatClass::standard, 200}}});
//   ledger.open("T1", 5000);
//   ledger.sell("T1", "T1-1-1", {{VatClass::standard, 12000, 2000}}, {.handed = 30000});
//   ledger.drawer("T1");  // 29000
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pos/vat.h"

namespace tilia::pos::tests {

class Ledger {
 public:
  // What a country says: its smallest piece of cash, and how many of 1,000 its VAT classes add.
  struct Terms {
    std::int64_t cash_step = 1;
    std::map<VatClass, std::int64_t> permille;
  };
  struct Line {
    VatClass vat_class = VatClass::standard;
    std::int64_t price = 0;        // of one piece or one kilogram, VAT inside
    std::int64_t thousandths = 0;  // of pieces or kilograms
  };
  struct Payment {
    std::int64_t donation = 0;
    std::int64_t card = 0;
    std::int64_t handed = 0;  // in cash; 0: no cash came
    std::int64_t voucher = 0;
    bool voucher_was_given = false;  // away, by the shop
    std::int64_t account = 0;
    std::int64_t tip = 0;
    std::int64_t voucher_sold = 0;
    std::int64_t account_paid = 0;
    [[nodiscard]] std::int64_t beside() const {
      return donation + tip + voucher_sold + account_paid;
    }
  };
  struct VatRow {
    std::int64_t gross = 0;
    std::int64_t vat = 0;
    friend bool operator==(const VatRow&, const VatRow&) = default;
  };
  // By class and rate, as a day sheet shows it.
  using Vat = std::map<std::pair<VatClass, std::int64_t>, VatRow>;
  // What one drawer did since it was opened.
  struct Book {
    std::int64_t float_amount = 0;
    std::int64_t sales_count = 0;
    std::int64_t sales_total = 0;
    std::int64_t refunds_count = 0;
    std::int64_t refunds_total = 0;
    std::int64_t donations = 0;
    std::int64_t cash_rounding = 0;
    std::int64_t cash_taken = 0;
    std::int64_t change_given = 0;
    std::int64_t cash_refunded = 0;
    std::int64_t card_taken = 0;
    std::int64_t cash_in = 0;
    std::int64_t cash_out = 0;
    std::int64_t tips = 0;
    std::int64_t tips_out = 0;
    std::int64_t vouchers_taken = 0;
    std::int64_t vouchers_given = 0;
    std::int64_t vouchers_sold = 0;
    std::int64_t account_taken = 0;
    std::int64_t account_paid = 0;
    Vat vat;
    friend bool operator==(const Book&, const Book&) = default;
  };

  explicit Ledger(Terms terms) : terms_(std::move(terms)) {}

  [[nodiscard]] static std::int64_t sum_of(const std::vector<Line>& lines);
  // The cash that is due when the rest went onto a card.
  [[nodiscard]] std::int64_t in_cash(std::int64_t exact) const;

  void open(const std::string& till, std::int64_t float_amount);
  // Answers the change.
  std::int64_t sell(const std::string& till, const std::string& receipt,
                    const std::vector<Line>& lines, const Payment& payment);
  // How much of a line is still with the customer.
  [[nodiscard]] std::int64_t kept(const std::string& receipt, std::size_t line) const;
  [[nodiscard]] bool all_back(const std::string& receipt) const;
  struct Back {
    std::int64_t total = 0;
    std::int64_t cash = 0;
    std::int64_t card = 0;
    std::int64_t voucher = 0;
    std::int64_t account = 0;
  };
  // `line` from 0; at most what is kept. `beside`: what came with the goods and comes back too; of
  // a payment nothing else is read.
  Back take_back(const std::string& till, const std::string& receipt,
                 const std::vector<std::pair<std::size_t, std::int64_t>>& lines,
                 const Payment& beside);
  void put_in(const std::string& till, std::int64_t amount) { books_.at(till).cash_in += amount; }
  void take_out(const std::string& till, std::int64_t amount) {
    books_.at(till).cash_out += amount;
  }
  void pay_out_tips(const std::string& till, std::int64_t amount) {
    take_out(till, amount);
    books_.at(till).tips_out += amount;
  }
  // What must lie in the drawer.
  [[nodiscard]] std::int64_t drawer(const std::string& till) const;
  [[nodiscard]] const Book& book(const std::string& till) const { return books_.at(till); }

 private:
  struct Sold {
    std::vector<Line> lines;
    std::vector<std::int64_t> kept;  // thousandths of each line
    std::int64_t cash = 0;           // what stayed in the drawer
    std::int64_t card = 0;
    std::int64_t voucher = 0;
    std::int64_t account = 0;
    bool voucher_was_given = false;
    std::int64_t beside = 0;       // of what came with the goods
    std::int64_t beside_kept = 0;  // of it
  };
  struct Paid {
    std::int64_t total = 0;
    std::int64_t cash = 0;
    std::int64_t card = 0;
    std::int64_t voucher = 0;
    std::int64_t account = 0;
    Vat vat;
  };
  [[nodiscard]] std::pair<VatClass, std::int64_t> row_of(const std::vector<Line>& lines,
                                                         VatClass vat_class) const;
  [[nodiscard]] Paid paid_for(const Sold& sold, const std::vector<std::int64_t>& kept) const;

  Terms terms_;
  std::map<std::string, Book> books_;
  std::map<std::string, Sold> sold_;
};

}  // namespace tilia::pos::tests
