// Companies in the room Customers, on a real book in memory: particulars, invoices, payments,
// credit notes, papers.
#include "db/invoice_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "pos/ui/office_customers.h"
#include "tests/app/shop_book_of_tests.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::pos {
namespace {

using ui::typed;

class NoStatement final : public AccountPaper {
 public:
  void write_pdf(const CustomerAccount&, const AccountStatement&,
                 const std::filesystem::path&) override {}
  void write_csv(const AccountStatement&, const std::filesystem::path&) override {}
};

class InvoicePaperOfTests final : public InvoicePaper {
 public:
  void write(const PaperNumber& number, const std::filesystem::path& file) override {
    written.push_back(number.text() + " " + file.string());
  }
  void write_statement(const std::string& account, const std::filesystem::path& file) override {
    written.push_back(account + " " + file.string());
  }
  std::vector<std::string> written;
};

class OfficeCompaniesOf : public ShopBook {
 protected:
  void press(const std::string& action,
             std::vector<std::pair<std::string, std::string>> values = {}) {
    (void)room_.press(action, typed(std::move(values)));
  }
  void customer() {
    press("new");
    press("save", {{"name", "Hotel"}, {"picture", ""}, {"limit", "50000"}});
  }
  void particulars(const char* tax_number = "107654321") {
    press("company");
    press("company.save", {{"name", "Hotel Danube d.o.o."},
                           {"address", "Quay 1\n11000 Belgrade"},
                           {"country", "RS"},
                           {"tax_number", tax_number},
                           {"days", "14"},
                           {"prices", "yes"}});
  }
  // On the account of the only customer.
  Sale buys(const char* amount) {
    return enter(bread(Money::parse(amount, rsd).value(), Quantity::pieces(1)), std::nullopt);
  }
  void brings_back(const Sale& sale) {
    enter(bread(-sale.priced.total, Quantity() - Quantity::pieces(1)),
          RefundOf{sale.receipt, "mistake", {1}});
  }
  Sale enter(const PricedSale& priced, std::optional<RefundOf> refund_of) {
    auto session = book_.open_session("T1");
    if (!session)
      session = book_.start_session(SessionId::mint(chance_), "T1",
                                    BusinessDay(zone_.local_day(clock_.now())), Money::zero(rsd),
                                    clock_.now());
    const SaleId id = SaleId::mint(chance_);
    return book_.enter_sale({id, "T1", *session, clock_.now(), id.text(), priced, refund_of}).sale;
  }
  [[nodiscard]] static PricedSale bread(const Money& amount, Quantity quantity) {
    const Money none = Money::zero(rsd);
    PricedSale priced{.lines = {{.article = "bread",
                                 .name = "Bread",
                                 .unit = Unit::each,
                                 .quantity = quantity,
                                 .unit_price = amount.negative() ? -amount : amount,
                                 .amount = amount,
                                 .vat_class = VatClass::standard,
                                 .vat_rate = Rate::from_millionths(200'000),
                                 .page = "bread"}},
                      .vat = {},
                      .tenders = {{TenderKind::account, amount, "account"}},
                      .total = amount,
                      .donation = none,
                      .cash_rounding = none,
                      .change = none};
    priced.vat = vat_of(priced.lines);
    return priced;
  }
  [[nodiscard]] std::string figure(std::size_t at) {
    return std::get<Money>(room_.page().figures.at(at).value).text();
  }
  [[nodiscard]] std::size_t rows() {
    const ui::Page page = room_.page();
    return page.table ? page.table->rows.size() : 0;
  }

  db::TenderBookSqlite tenders_{*file_};
  db::InvoiceBookSqlite invoices_{*file_};
  NoStatement statement_;
  InvoicePaperOfTests paper_;
  OfficeCustomers room_{
      tenders_,
      statement_,
      rsd,
      zone_,
      clock_,
      chance_,
      {true, true},
      std::make_unique<OfficeInvoices>(
          KeepInvoices::Doors{invoices_, tenders_, book_, zone_, clock_}, paper_)};
};

}  // namespace

TEST_F(OfficeCompaniesOf, ACompanyIsEnteredWhereItsCustomerStands) {
  press("companies");
  EXPECT_TRUE(ui::says(room_.page(), "office.company.none_first"));
  press("back");
  customer();
  EXPECT_TRUE(ui::offers(room_.page(), "company"));
  particulars("1<2");
  EXPECT_EQ(ui::fault_of(room_.page(), "tax_number"), "pos.invoice.bad_tax_number");
  EXPECT_EQ(ui::field(room_.page(), "name")->value, "Hotel Danube d.o.o.");
  press("back");
  EXPECT_TRUE(ui::offers(room_.page(), "change")) << "back at her customer";
  particulars();
  EXPECT_TRUE(ui::says(room_.page(), "office.customers.kept"));
  EXPECT_EQ(invoices_.buyer("account")->name, "Hotel Danube d.o.o.");
  EXPECT_EQ(std::get<std::string>(room_.page().title), "Hotel Danube d.o.o.");
}

TEST_F(OfficeCompaniesOf, AnInvoiceIsLookedAtBeforeItIsMade) {
  customer();
  particulars();
  press("company.draw_up");
  EXPECT_TRUE(ui::says(room_.page(), "office.company.nothing"));
  EXPECT_FALSE(ui::offers(room_.page(), "company.make"));
  buys("120.00");
  buys("60.00");
  EXPECT_EQ(figure(0), "180.00");
  EXPECT_EQ(figure(2), "30.00") << "the VAT in it";
  EXPECT_EQ(rows(), 2U);
  press("company.draw_up", {{"until", "2026-03-01"}});
  EXPECT_TRUE(ui::says(room_.page(), "office.company.nothing"));
  EXPECT_TRUE(invoices_.invoices("").empty());
  press("company.draw_up", {{"until", "2026-03-02"}});
  press("company.make", {{"until", "2026-03-02"}});
  EXPECT_TRUE(ui::says(room_.page(), "office.company.made"));
  ASSERT_EQ(invoices_.invoices("account").size(), 1U);
  EXPECT_EQ(figure(3), "180.00");
  EXPECT_EQ(room_.press("company.pdf", {}).file_name, "I-1-1.pdf");
  press("company.pdf", {{"path", "/x/i.pdf"}});
  EXPECT_EQ(paper_.written, std::vector<std::string>{"I-1-1 /x/i.pdf"});
}

TEST_F(OfficeCompaniesOf, AllInvoicesAreMadeAtOnceAndStandByAge) {
  customer();
  particulars();
  buys("120.00");
  press("back");
  press("back");
  press("companies");
  press("company.draw_up_all");
  EXPECT_EQ(rows(), 1U);
  press("company.make_all", {{"until", "2026-03-02"}});
  EXPECT_TRUE(ui::says(room_.page(), "office.company.made_all"));
  EXPECT_EQ(figure(0), "120.00");
  clock_.set(Instant::parse("2026-03-20T06:00Z").value());
  EXPECT_EQ(figure(1), "120.00") << "four days late";
  EXPECT_TRUE(room_.page().table->rows.at(0).cells.at(3).needs_look);
  press("company.open", {{"row", "account"}});
  EXPECT_TRUE(room_.page().table->rows.at(0).cells.at(3).needs_look);
}

TEST_F(OfficeCompaniesOf, APaymentGoesToItsInvoiceAndCanBeTakenBack) {
  customer();
  particulars();
  buys("120.00");
  press("company.make");
  buys("60.00");
  press("company.make");
  press("back");
  press("company.paid", {{"amount", "a lot"}, {"invoice", "oldest"}});
  EXPECT_EQ(ui::fault_of(room_.page(), "amount"), "pos.invoice.not_an_amount");
  press("company.paid", {{"amount", "60,01"}, {"invoice", "I-1-2"}});
  EXPECT_EQ(ui::fault_of(room_.page(), "amount"), "pos.invoice.more_than_open");
  press("company.paid", {{"amount", "50"}, {"invoice", "I-1-2"}});
  EXPECT_TRUE(ui::says(room_.page(), "office.customers.owes_now"));
  press("company.paid", {{"amount", "20"}, {"invoice", "oldest"}});
  EXPECT_EQ(invoices_.invoices("account").at(0).open().text(), "100.00");
  EXPECT_EQ(invoices_.invoices("account").at(1).open().text(), "10.00");
  press("company.paper", {{"row", "P-1-1"}});
  EXPECT_EQ(figure(0), "50.00");
  press("company.reverse");
  EXPECT_TRUE(ui::says(room_.page(), "office.company.reversed"));
  EXPECT_EQ(invoices_.invoices("account").at(1).open().text(), "60.00");
  press("company.paper", {{"row", "P-1-1"}});
  EXPECT_FALSE(ui::offers(room_.page(), "company.reverse"));
}

TEST_F(OfficeCompaniesOf, WhatACompanyPaidIsNotedWithItsInvoicesAlone) {
  customer();
  buys("120.00");
  EXPECT_TRUE(ui::offers(room_.page(), "paid"));
  particulars();
  press("back");
  EXPECT_FALSE(ui::offers(room_.page(), "paid"));
  EXPECT_TRUE(ui::offers(room_.page(), "write_off"));
  press("paid", {{"amount", "10"}});
  EXPECT_EQ(tenders_.accounts().at(0).owed.text(), "120.00");
}

TEST_F(OfficeCompaniesOf, WhatCameBackIsSaidAndCredited) {
  customer();
  particulars();
  const Sale sale = buys("120.00");
  press("company.make");
  EXPECT_FALSE(ui::offers(room_.page(), "company.credit"));
  brings_back(sale);
  press("back");
  EXPECT_TRUE(ui::says(room_.page(), "office.company.came_back"));
  press("company.paper", {{"row", "I-1-1"}});
  press("company.credit");
  EXPECT_TRUE(ui::says(room_.page(), "office.company.credited"));
  EXPECT_EQ(figure(0), "-120.00");
  EXPECT_EQ(room_.press("company.pdf", {}).file_name, "C-1-1.pdf");
  press("back");
  EXPECT_FALSE(ui::says(room_.page(), "office.company.came_back"));
  EXPECT_EQ(figure(3), "0.00");
  press("company.paper", {{"row", "I-1-1"}});
  press("company.credit_whole");
  EXPECT_TRUE(invoices_.invoices("account").at(0).cancelled);
}

TEST_F(OfficeCompaniesOf, OurAccountNumberStandsOnTheNextInvoice) {
  customer();
  particulars();
  press("back");
  press("back");
  press("companies");
  press("company.own");
  press("company.save_own", {{"iban", "RS35260005601001611378"}, {"vat_number", ""}});
  EXPECT_EQ(ui::fault_of(room_.page(), "iban"), "pos.invoice.bad_iban");
  press("company.save_own", {{"iban", "RS35 2600 0560 1001 6113 79"}, {"vat_number", ""}});
  EXPECT_EQ(invoices_.own_account().iban, "RS35260005601001611379");
}

TEST_F(OfficeCompaniesOf, AStatementLeavesAsPdf) {
  customer();
  particulars();
  EXPECT_EQ(room_.press("company.pdf", {}).file_name, "account.pdf");
  press("company.pdf", {{"path", "/x/s.pdf"}});
  EXPECT_EQ(paper_.written, std::vector<std::string>{"account /x/s.pdf"});
}

}  // namespace tilia::pos
