// Any sequence of what people do with companies' accounts: what is owed is always what is open on
// invoices and what stands on none, less what was paid and belongs to none; and each sale stands on
// one invoice with all its VAT, or on none.
#include <cstdlib>
#include <map>
#include <set>

#include "db/invoice_rows.h"
#include "db/till_rows.h"
#include "tests/core/seed.h"
#include "tests/db/all_rows.h"
#include "tests/pos/invoice/companies_of_tests.h"

namespace tilia::pos {
namespace {

class ChanceBuys : public tests::Companies {
 protected:
  [[nodiscard]] std::string some_account() { return chance_.below(3) == 0 ? "cafe" : "hotel"; }
  [[nodiscard]] Money cents(std::int64_t most) {
    return Money::from_minor(
        1 + static_cast<std::int64_t>(chance_.below(static_cast<std::uint64_t>(most))),
        pack_.currency);
  }
  template <class T>
  [[nodiscard]] const T& any(const std::vector<T>& of) {
    return of[chance_.below(of.size())];
  }
  [[nodiscard]] std::optional<PaperNumber> some_invoice(const std::string& account) {
    const auto all = invoices_.invoices(account);
    if (all.empty()) return std::nullopt;
    return any(all).number;
  }

  void buy() {
    static const std::vector<std::string> articles{"cake", "white-loaf", "book"};
    std::vector<SaleRequest::Line> lines;
    for (std::uint64_t left = 1 + chance_.below(3); left > 0; --left)
      lines.push_back(
          {any(articles), Quantity::pieces(1 + static_cast<std::int64_t>(chance_.below(4)))});
    const std::string account = some_account();
    Money total = eur("0.00");
    for (const SaleRequest::Line& line : lines) {
      const char* price = line.article == "cake"   ? "3.00"
                          : line.article == "book" ? "10.00"
                                                   : "1.20";
      total += eur(price).times(line.quantity, Rounding::half_up).value();
    }
    std::vector<Tender> tenders{{TenderKind::account, total, account}};
    // Now and then a part is paid at once, or two companies share it.
    if (chance_.below(5) == 0) {
      const Money part = cents(total.minor() - 1);
      const bool shared = chance_.below(4) == 0;
      tenders.front().amount = total - part;
      tenders.push_back(
          shared ? Tender{TenderKind::account, part, account == "cafe" ? "hotel" : "cafe"}
                 : Tender{TenderKind::cash, part});
    }
    const auto rung = ring(std::move(lines), std::move(tenders));
    ASSERT_TRUE(rung);
    sales_.push_back(rung.value().sale);
    add_to_owed(rung.value().sale);
    if (chance_.below(2) == 0) std::ignore = keep_.deliver(rung.value().sale.receipt);
  }
  void take_some_back() {
    if (sales_.empty()) return;
    const auto refund = take_back(
        book_, pack_, clock_, "T1",
        {SaleId::mint(chance_), any(sales_).receipt, {{1, Quantity::pieces(1)}}, "mistake"});
    if (refund) add_to_owed(refund.value().sale);
  }
  void pay_at_the_counter() {
    const std::string account = some_account();
    const Money amount = cents(2000);
    const auto paid = ring_.ring_up("T1", {.id = SaleId::mint(chance_),
                                           .lines = {},
                                           .tenders = {{TenderKind::cash, amount}},
                                           .donation = std::nullopt,
                                           .extras = {{ExtraKind::account_paid, amount, account}}});
    EXPECT_EQ(paid.ok(), amount <= owed_.at(account));
    if (!paid) return;
    owed_.at(account) -= amount;
    payments_.push_back(paid.value().sale);
  }
  void take_a_payment_back() {
    if (payments_.empty()) return;
    const Sale sale = payments_.back();
    payments_.pop_back();
    RefundRequest undo{SaleId::mint(chance_), sale.receipt, {}, "mistake"};
    undo.extras = {1};
    ASSERT_TRUE(take_back(book_, pack_, clock_, "T1", undo));
    owed_.at(sale.priced.extras.front().reference) += sale.priced.extras.front().amount;
  }
  void pay_by_bank() {
    const std::string account = some_account();
    const Money amount = cents(3000);
    const auto invoice = chance_.below(2) == 0 ? some_invoice(account) : std::nullopt;
    if (chance_.below(6) == 0) {
      if (accounts_.write_off(account, amount)) owed_.at(account) -= amount;
    } else if (keep_.pay(account, amount, invoice)) {
      owed_.at(account) -= amount;
    }
  }
  void reverse_some() {
    const std::string account = some_account();
    const auto all = invoices_.payments(account);
    if (all.empty()) return;
    const InvoicePayment payment = any(all);
    if (keep_.reverse(payment.number) && payment.kind == InvoicePayment::Kind::bank)
      owed_.at(account) += payment.amount;
  }
  void write_papers() {
    const std::string account = some_account();
    const auto invoice = some_invoice(account);
    switch (chance_.below(5)) {
      case 0:
        if (invoice) std::ignore = keep_.credit(*invoice, chance_.below(4) == 0);
        break;
      case 1: std::ignore = keep_.assign(account, invoice); break;
      case 2: std::ignore = keep_.make({account, keep_.today().plus_days(-1), {}}); break;
      default: std::ignore = keep_.make(until_now(account));
    }
  }
  void add_to_owed(const Sale& sale) {
    for (const Tender& tender : sale.priced.tenders) {
      if (tender.kind == TenderKind::account) owed_.at(tender.reference) += tender.amount;
    }
  }

  void compare() {
    for (const char* account : {"hotel", "cafe"}) {
      const InvoiceStanding now = standing(account);
      EXPECT_EQ(now.owed, owed_.at(account)) << account;
      EXPECT_TRUE(now.closes()) << account << ": " << now.owed.text() << " = " << now.open.text()
                                << " + " << now.not_invoiced.text() << " - "
                                << now.unassigned.text();
      const auto all = invoices_.invoices(account);
      EXPECT_EQ(age_of(all, keep_.today(), pack_.currency).sum(), now.open);
      for (const Invoice& invoice : all) EXPECT_FALSE(invoice.open().negative());
    }
  }
  void compare_papers() {
    std::set<std::string> stands;
    for (const Invoice& invoice : invoices_.invoices("")) {
      const auto supplied = invoices_.supplied(invoice.sales);
      EXPECT_EQ(sums_of(supplied, pack_.currency), invoice.sums) << invoice.number.text();
      Money vat = eur("0.00");
      for (const VatSum& sum : invoice.sums.vat) vat += sum.vat;
      for (const Supplied& each : supplied) {
        for (const VatSum& sum : each.sale.priced.vat) vat -= sum.vat;
        if (invoice.cancelled) continue;
        EXPECT_TRUE(stands.insert(each.sale.receipt).second) << each.sale.receipt;
      }
      EXPECT_EQ(vat, eur("0.00")) << invoice.number.text();
    }
  }

 private:
  std::map<std::string, Money> owed_{{"hotel", eur("0.00")}, {"cafe", eur("0.00")}};
  std::vector<Sale> sales_;
  std::vector<Sale> payments_;
};

TEST_F(ChanceBuys, WhatIsOwedIsOpenOrNotInvoicedLessWhatBelongsToNoInvoice) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  chance_ = SeededChance(static_cast<std::uint64_t>(seed.between(0, 1'000'000'000)));
  const int rounds = std::getenv("TILIA_FULL") != nullptr ? 10'000 : 2'000;
  Day today = keep_.today();
  for (int round = 1; round <= rounds; ++round) {
    switch (chance_.below(9)) {
      case 0:
      case 1:
      case 2: buy(); break;
      case 3: take_some_back(); break;
      case 4: pay_by_bank(); break;
      case 5: reverse_some(); break;
      case 6: chance_.below(2) == 0 ? pay_at_the_counter() : take_a_payment_back(); break;
      default: write_papers();
    }
    if (round % 20 == 0) compare();
    if (HasFailure()) return;
    if (round % 100 == 0) on((today = today.plus_days(7)).text().c_str());
  }
  compare_papers();
  const std::vector<db::Projection> all{db::invoice_projection(), db::till_projection()};
  std::vector<std::string> tables;
  for (const db::Projection& each : all)
    tables.insert(tables.end(), each.tables.begin(), each.tables.end());
  const auto before = db::all_rows(file_->reader(), tables);
  db::rebuild_projections(*file_, all);
  EXPECT_EQ(db::all_rows(file_->reader(), tables), before);
}

}  // namespace
}  // namespace tilia::pos
