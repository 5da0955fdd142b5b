// The room Customers on a real book in memory: who owes what, statements, vouchers.
#include "pos/ui/office_customers.h"

#include "db/tender_book_sqlite.h"
#include "tests/app/shop_book_of_tests.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::pos {
namespace {

using ui::typed;

class AccountPaperOfTests final : public AccountPaper {
 public:
  void write_pdf(const CustomerAccount& account, const AccountStatement&,
                 const std::filesystem::path& file) override {
    written.push_back(account.code + " " + file.string());
  }
  void write_csv(const AccountStatement&, const std::filesystem::path& file) override {
    written.push_back(file.string());
  }
  std::vector<std::string> written;
};

class OfficeCustomersOf : public ShopBook {
 protected:
  void add(const char* name, const char* limit) {
    (void)room_.press("new", {});
    (void)room_.press("save", typed({{"name", name}, {"picture", ""}, {"limit", limit}}));
  }
  [[nodiscard]] CustomerAccount first() { return tenders_.accounts().at(0); }
  [[nodiscard]] std::string figure(std::size_t at) {
    return std::get<Money>(room_.page().figures.at(at).value).text();
  }
  // What somebody bought on account, without a till.
  void owes(const char* amount) {
    db::WriteTransaction change(*file_);
    change.connection().run("UPDATE customer_account SET owed = ? WHERE code = ?",
                            Money::parse(amount, rsd).value(), first().code);
    change.commit();
  }

  db::TenderBookSqlite tenders_{*file_};
  AccountPaperOfTests paper_;
  OfficeCustomers room_{tenders_, paper_, rsd, zone_, clock_, chance_, {true, true}};
};

}  // namespace

TEST_F(OfficeCustomersOf, SaysWhatToDoFirstAndKeepsWhatIsTyped) {
  EXPECT_TRUE(ui::says(room_.page(), "office.customers.none_first"));
  add("", "100");
  EXPECT_EQ(ui::fault_of(room_.page(), "name"), "pos.account.name_missing");
  (void)room_.press("save", typed({{"name", "School"}, {"picture", ""}, {"limit", "a lot"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "limit"), "pos.account.not_an_amount");
  EXPECT_EQ(ui::field(room_.page(), "name")->value, "School");
  (void)room_.press("save", typed({{"name", "School"}, {"picture", "🏫"}, {"limit", "5000"}}));
  EXPECT_EQ(first().name, "School");
  EXPECT_EQ(first().code, "account") << "her name is not her code";
  EXPECT_EQ(first().credit_limit.text(), "5000.00");
  EXPECT_TRUE(ui::says(room_.page(), "office.customers.kept"));
}

TEST_F(OfficeCustomersOf, NotesThatAnIssuerHasPaidForItsVouchers) {
  (void)room_.press("vouchers", {});
  (void)room_.press("dues", {});
  EXPECT_TRUE(ui::says(room_.page(), "office.dues.none_first"));
  EXPECT_FALSE(tenders_.register_vouchers({VoucherKind::other_issuer,
                                           "Town",
                                           {"T-0001"},
                                           Money::parse("900.00", rsd).value(),
                                           *Day::parse("2026-01-02"),
                                           std::nullopt},
                                          clock_.now()));
  {
    db::WriteTransaction change(*file_);  // what it paid, without a till
    change.connection().script(
        "INSERT INTO voucher_move VALUES (1, 99, 'T-0001', 'used', 50000, '2026-01-02')");
    change.commit();
  }
  EXPECT_EQ(figure(0), "500.00");
  const auto paid = [&](const char* amount, const char* on) {
    (void)room_.press("issuer_paid", typed({{"issuer", "Town"}, {"amount", amount}, {"on", on}}));
  };
  paid("500.01", "2026-01-03");
  EXPECT_EQ(ui::fault_of(room_.page(), "amount"), "pos.voucher.more_than_due");
  paid("", "2099-01-03");
  EXPECT_EQ(ui::fault_of(room_.page(), "on"), "pos.voucher.day_in_future");
  paid("200", "2026-01-03");
  EXPECT_EQ(figure(0), "300.00");
  EXPECT_TRUE(ui::says(room_.page(), "office.dues.kept"));
  paid("", "2026-01-03");
  EXPECT_EQ(figure(0), "0.00");
  EXPECT_FALSE(room_.page().form) << "nothing is open";
}

TEST_F(OfficeCustomersOf, TakesAPartByBankAndWritesOffTheRest) {
  add("School", "5000");
  EXPECT_FALSE(room_.page().form) << "nothing is owed";
  owes("300.00");
  EXPECT_EQ(figure(0), "300.00");
  (void)room_.press("paid", typed({{"amount", "300.01"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "amount"), "pos.account.more_than_owed");
  (void)room_.press("paid", typed({{"amount", "100"}}));
  EXPECT_EQ(figure(0), "200.00");
  (void)room_.press("write_off", typed({{"amount", "200"}}));
  EXPECT_EQ(figure(0), "0.00");
  const auto kinds = [&] {
    std::string all;
    for (const AccountMove& move : tenders_.account_moves(first().code))
      all += std::string(account_move_text(move.kind)) + " ";
    return all;
  };
  EXPECT_EQ(kinds(), "bank written_off ");
}

TEST_F(OfficeCustomersOf, WhoMayNotWriteOffOrKeepVouchersCannot) {
  add("School", "5000");
  owes("300.00");
  OfficeCustomers room(tenders_, paper_, rsd, zone_, clock_, chance_, {});
  EXPECT_FALSE(ui::offers(room.page(), "vouchers"));
  (void)room.press("open", typed({{"row", first().code}}));
  EXPECT_TRUE(ui::offers(room.page(), "paid"));
  EXPECT_FALSE(ui::offers(room.page(), "write_off"));
  (void)room.press("write_off", typed({{"amount", "300"}}));
  EXPECT_EQ(first().owed.text(), "300.00");
  (void)room.press("issue", typed({{"count", "1"}, {"value", "10"}}));
  EXPECT_TRUE(tenders_.vouchers().empty());
}

TEST_F(OfficeCustomersOf, AStatementLeavesAsPdfAndAsCsv) {
  add("School", "5000");
  EXPECT_EQ(room_.press("pdf", {}).file_name, "account.pdf");
  (void)room_.press("pdf", typed({{"path", "/x/a.pdf"}}));
  (void)room_.press("csv", typed({{"path", "/x/a.csv"}}));
  EXPECT_EQ(paper_.written, (std::vector<std::string>{"account /x/a.pdf", "/x/a.csv"}));
  EXPECT_TRUE(ui::says(room_.page(), "office.saved"));
}

TEST_F(OfficeCustomersOf, VouchersAreMadeTakenUpAndCancelled) {
  (void)room_.press("vouchers", {});
  (void)room_.press("issue", typed({{"count", "0"}, {"value", "500"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "count"), "pos.voucher.bad_count");
  (void)room_.press("issue", typed({{"count", "3"}, {"value", "500"}, {"until", "2026-12-31"}}));
  EXPECT_EQ(tenders_.vouchers().size(), 3U);
  EXPECT_EQ(figure(0), "1500.00");
  (void)room_.press("issue", typed({{"value", "100"}, {"numbers", "TH-1 TH-22"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "issuer"), "pos.voucher.issuer_missing");
  (void)room_.press(
      "issue", typed({{"value", "100"}, {"issuer", "Town hall"}, {"numbers", "th-01\nth-02"}}));
  ASSERT_TRUE(tenders_.voucher("TH-02"));
  EXPECT_EQ(room_.page().table->rows.size(), 5U);
  (void)room_.press("voucher", typed({{"row", "TH-02"}}));
  EXPECT_TRUE(ui::offers(room_.page(), "cancel"));
  (void)room_.press("cancel", {});
  EXPECT_TRUE(tenders_.voucher("TH-02")->cancelled);
  EXPECT_FALSE(ui::offers(room_.page(), "cancel"));
  (void)room_.press("vouchers", {});
  EXPECT_EQ(room_.page().table->rows.size(), 4U);
}

}  // namespace tilia::pos
