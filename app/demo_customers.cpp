#include "app/demo_customers.h"

#include <algorithm>

#include "core/chance.h"
#include "core/check.h"
#include "pos/keep_accounts.h"
#include "pos/keep_vouchers.h"

namespace tilia::app {
namespace {

constexpr std::int64_t vouchers_given = 6;
constexpr std::int64_t voucher_minor = 500'00;
constexpr std::size_t account_every = 29;  // customers
constexpr std::size_t voucher_every = 97;

}  // namespace

void DemoCustomers::begin(const std::vector<DemoShop>& shops, std::uint64_t seed) {
  SeededChance chance(seed);
  for (const DemoShop& shop : shops) {
    const Currency currency = shop.float_amount.currency();
    pos::KeepAccounts accounts(book_, currency, zone_, clock_);
    for (const DemoCustomer& customer : shop.customers_on_account)
      CHECK(accounts
                .add({.code = customer.code,
                      .name = customer.name,
                      .picture = customer.picture,
                      .credit_limit = customer.limit,
                      .owed = Money::zero(currency)})
                .ok());
  }
  for (const DemoShop& shop : shops) {
    for (const DemoCustomer& customer : shop.customers_on_account) {
      if (customer.company) CHECK(invoices_.set_buyer(*customer.company).ok());
    }
  }
  if (shops.empty()) return;
  const Currency currency = shops.front().float_amount.currency();
  pos::KeepVouchers vouchers(book_, currency, zone_, clock_, chance);
  auto given =
      vouchers.give(vouchers_given, Money::from_minor(voucher_minor, currency), std::nullopt);
  CHECK(given.ok());
  vouchers_ = std::move(given).value();
}

std::optional<pos::Tender> DemoCustomers::next_tender(const DemoShop& shop, const Money& goods) {
  ++served_;
  if (goods.is_zero()) return std::nullopt;
  if (served_ % voucher_every == 0) {
    // The other half is never brought: those stay open.
    const std::string& number = vouchers_.at(served_ / voucher_every % (vouchers_.size() / 2));
    const Money left = book_.voucher(number)->balance;
    if (!left.is_zero())
      return pos::Tender{pos::TenderKind::voucher, std::min(left, goods), number};
  }
  const auto& known = shop.customers_on_account;
  // Those of a laundry come with tickets.
  if (known.empty() || !shop.trade.washed.empty() || served_ % account_every != 0)
    return std::nullopt;
  const std::string& code = known.at(served_ / account_every % known.size()).code;
  for (const pos::CustomerAccount& account : book_.accounts()) {
    if (account.code == code && goods <= account.room())
      return pos::Tender{pos::TenderKind::account, goods, code};
  }
  return std::nullopt;
}

void DemoCustomers::delivered(const pos::Sale& sale) {
  for (const pos::Tender& tender : sale.priced.tenders) {
    if (tender.kind == pos::TenderKind::account && invoice_book_.buyer(tender.reference))
      CHECK(invoices_.deliver(sale.receipt).ok());
  }
}

void DemoCustomers::end_month(const std::vector<DemoShop>& shops) {
  const Day today = invoices_.today();
  for (const DemoShop& shop : shops) {
    for (const DemoCustomer& customer : shop.customers_on_account) {
      // A month in which nothing was bought has no invoice.
      if (customer.company) static_cast<void>(invoices_.make({customer.code, today}));
    }
  }
}

void DemoCustomers::pay_by_bank(const DemoShop& shop) {
  pos::KeepAccounts accounts(book_, shop.float_amount.currency(), zone_, clock_);
  for (const DemoCustomer& customer : shop.customers_on_account) {
    if (customer.company) {
      for (const pos::Invoice& invoice : invoice_book_.invoices(customer.code)) {
        const bool due = invoice.due <= invoices_.today() && !invoice.open().is_zero();
        if (due) CHECK(invoices_.pay(customer.code, invoice.open(), invoice.number).ok());
      }
      continue;
    }
    const auto account = accounts.find(customer.code);
    CHECK(account.has_value());
    if (account->owed > account->room())
      CHECK(accounts.pay_by_bank(customer.code, account->owed).ok());
  }
}

}  // namespace tilia::app
