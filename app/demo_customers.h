// The practice shops' known customers: those who buy on account and pay by bank on a Friday, and
// those who come with a voucher that the shop gave. They take nothing from the chance by which
// everybody else lives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/demo_shop.h"
#include "core/clock.h"
#include "core/zone.h"
#include "pos/invoice/keep_invoices.h"
#include "pos/sale.h"
#include "pos/tender_book.h"

namespace tilia::app {

class DemoCustomers {
 public:
  DemoCustomers(pos::TenderBook& book, pos::InvoiceBook& invoice_book, pos::TillBook& till_book,
                const Zone& zone, const Clock& clock)
      : book_(book),
        invoice_book_(invoice_book),
        zone_(zone),
        clock_(clock),
        invoices_({invoice_book, book, till_book, zone, clock}) {}

  // Opens the accounts of the shops and gives their first vouchers.
  void begin(const std::vector<DemoShop>& shops, std::uint64_t seed);
  // For goods of so much: what is paid by voucher or on account. Mostly nothing.
  [[nodiscard]] std::optional<pos::Tender> next_tender(const DemoShop& shop, const Money& goods);
  // What a company bought on account leaves with its delivery note.
  void delivered(const pos::Sale& sale);
  // Who owes much pays all of it; a company pays what is due.
  void pay_by_bank(const DemoShop& shop);
  // Each company's invoice of the month that ends today.
  void end_month(const std::vector<DemoShop>& shops);

 private:
  pos::TenderBook& book_;
  pos::InvoiceBook& invoice_book_;
  const Zone& zone_;
  const Clock& clock_;
  pos::KeepInvoices invoices_;
  std::vector<std::string> vouchers_;
  std::size_t served_ = 0;
};

}  // namespace tilia::app
