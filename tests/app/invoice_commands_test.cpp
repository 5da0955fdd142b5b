// Companies that buy on account, on the command line: from the sale to the paid invoice, and what
// stands on the papers.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "program.h"
#include "tests/reporting/written_pdf.h"

namespace tilia::app {
namespace {

class InvoiceCommands : public ::testing::Test {
 protected:
  InvoiceCommands() {
    bakery_.open_drawer();
    bakery_.done({"account", "add", "--name", "Hotel", "--limit", "50000.00", "--code", "hotel"});
  }
  void company() {
    bakery_.done({"invoice", "buyer", "hotel", "--name", "Hotel Danube d.o.o.", "--address",
                  "Quay 1", "--address", "11000 Belgrade", "--tax-number", "107654321"});
    bakery_.done({"invoice", "own", "--iban", "RS35 2600 0560 1001 6113 79"});
  }
  // So many white loaves at 65.00 on the hotel's account; answers the receipt.
  std::string buy(int loaves) {
    const std::string amount = std::to_string(loaves * 65) + ".00";
    return bakery_.done(
        {"sale", "ring", "--till", "T1"},
        {.input = R"({"id":")" + sale_id(++sales_) +
                  R"(","lines":[{"article":"white-loaf","quantity":")" + std::to_string(loaves) +
                  R"("}],"tenders":[{"kind":"account","amount":")" + amount +
                  R"(","reference":"hotel"}]})" + "\n",
         .environment = {}})["receipt"];
  }
  void take_back_one(const std::string& receipt) {
    bakery_.done({"sale", "refund", "--receipt", receipt, "--line", "1", "--quantity", "1",
                  "--reason", "unwanted"});
  }
  [[nodiscard]] std::string refused(const std::vector<std::string>& words) const {
    const Ran ran = bakery_.tilia(words);
    EXPECT_EQ(ran.status, 3) << ran.out;
    return ran.error_code();
  }
  [[nodiscard]] std::string text_of(const std::string& name) const {
    std::ifstream file(bakery_.file(name), std::ios::binary);
    const reporting::PdfBytes bytes{std::istreambuf_iterator<char>(file), {}};
    return reporting::WrittenPdf(bytes).text();
  }

  // As Serbian papers write an amount.
  [[nodiscard]] static std::string printed(std::string amount) {
    std::ranges::replace(amount, '.', ',');
    return amount;
  }

  PracticeBakery bakery_;

 private:
  int sales_ = 0;
};

TEST_F(InvoiceCommands, ACompanyIsEnteredOnceAndWhatIsNotNamedStays) {
  EXPECT_EQ(refused({"invoice", "buyer", "hotel", "--name", "Hotel"}), "invoice.address_missing");
  EXPECT_EQ(refused({"invoice", "make", "hotel"}), "invoice.no_buyer");
  company();
  const Json changed = bakery_.done({"invoice", "buyer", "hotel", "--days", "30", "--no-prices"});
  EXPECT_EQ(changed["name"], "Hotel Danube d.o.o.");
  EXPECT_EQ(changed["address"], "Quay 1\n11000 Belgrade");
  EXPECT_EQ(changed["country"], "RS");
  EXPECT_EQ(changed["days_to_pay"], 30);
  EXPECT_EQ(changed["prices_on_notes"], false);
  EXPECT_EQ(refused({"invoice", "own", "--iban", "RS35260005601001611378"}), "invoice.bad_iban");
}

TEST_F(InvoiceCommands, ASaleIsDeliveredInvoicedPaidAndReversed) {
  company();
  const std::string receipt = buy(3);
  const Json note = bakery_.done({"invoice", "deliver", receipt});
  EXPECT_EQ(note["note"], "D-1-1");
  EXPECT_EQ(note["lines"][0]["quantity"], "3");
  const Json would_be = bakery_.done({"invoice", "make", "hotel", "--preview"});
  EXPECT_TRUE(would_be["invoice"].is_null());
  EXPECT_EQ(would_be["gross"], "195.00");
  const Json made = bakery_.done({"invoice", "make"});
  EXPECT_EQ(made["invoice"], "I-1-1");
  EXPECT_EQ(made["due"], "2026-03-16");
  EXPECT_EQ(refused({"invoice", "make", "hotel"}), "invoice.nothing_to_invoice");
  const Json paid = bakery_.done({"invoice", "pay", "hotel", "--amount", "100.00"});
  EXPECT_EQ(paid["payment"], "P-1-1");
  EXPECT_EQ(paid["parts"][0]["invoice"], "I-1-1");
  EXPECT_EQ(paid["owed"], "95.00");
  EXPECT_EQ(bakery_.done({"invoice", "list", "hotel"})["invoices"][0]["open"], "95.00");
  EXPECT_EQ(bakery_.done({"invoice", "reverse", "P-1-1"})["owed"], "195.00");
  EXPECT_EQ(refused({"invoice", "reverse", "P-1-1"}), "invoice.already_reversed");
  take_back_one(receipt);
  const Json credit = bakery_.done({"invoice", "credit", "I-1-1"});
  EXPECT_EQ(credit["credit_note"], "C-1-1");
  EXPECT_EQ(credit["gross"], "-65.00");
  bakery_.set_now("2026-04-20T09:00:00+02:00");
  const Json ages = bakery_.done({"invoice", "ages"});
  EXPECT_EQ(ages["by_age"]["31-60"], "130.00");
  EXPECT_EQ(ages["companies"][0]["open"], "130.00");
  bakery_.done({"journal", "rebuild"});
  EXPECT_EQ(bakery_.done({"invoice", "ages"}), ages);
}

TEST_F(InvoiceCommands, PaymentsComeAsLinesAndOneThatIsRefusedStopsNoOther) {
  company();
  buy(3);
  bakery_.done({"invoice", "make", "hotel"});
  const auto line = [](int id, const std::string& rest) {
    return "{\"id\":\"" + sale_id(id) + "\"," + rest + "}\n";
  };
  const Setting lines_of_the_bank{
      .input = line(1, R"("account":"hotel","amount":"50.00","invoice":"I-1-1")") +
               line(2, R"("account":"hotel","amount":"5000.00")") +
               line(3, R"("account":"hotel","sum":"1.00")") + "not a line\n" +
               R"({"account":"hotel","amount":"20.00"})" + "\n" +
               line(4, R"("account":"hotel","amount":"20.00")"),
      .environment = {}};
  const auto send = [&] {
    const Ran ran = bakery_.tilia({"invoice", "pay", "--file", "-"}, lines_of_the_bank);
    EXPECT_EQ(ran.status, 3);
    EXPECT_EQ(ran.lines().size(), 6U);
    return ran.lines();
  };
  const std::vector<Json> lines = send();
  EXPECT_EQ(lines.at(0)["owed"], "145.00");
  EXPECT_EQ(lines.at(1)["error"]["code"], "invoice.more_than_owed");
  EXPECT_EQ(lines.at(2)["error"]["code"], "invoice.bad_line");
  EXPECT_EQ(lines.at(3)["error"]["code"], "invoice.bad_line");
  EXPECT_EQ(lines.at(4)["error"]["code"], "invoice.bad_line") << "a line without its id";
  EXPECT_EQ(lines.at(5)["owed"], "125.00");
  // the connection broke: all of it once more
  const std::vector<Json> again = send();
  EXPECT_EQ(again.at(0)["payment"], lines.at(0)["payment"]);
  EXPECT_EQ(again.at(5)["owed"], "125.00");
  EXPECT_EQ(bakery_.tilia({"invoice", "pay", "hotel", "--amount", "21.00", "--id", sale_id(4)})
                .error_code(),
            "invoice.same_id_other_content");
}

TEST_F(InvoiceCommands, AnInvoiceShowsWhatTheDirectiveLists) {
  company();
  const std::string receipt = buy(3);
  bakery_.done({"invoice", "deliver", receipt});
  bakery_.done({"invoice", "make", "hotel", "--pdf", bakery_.file("i.pdf").string()});
  const std::string text = text_of("i.pdf");
  const Json book = bakery_.done({"invoice", "show", "I-1-1"});
  for (const std::string said :
       {"I-1-1", "D-1-1", "Hotel Danube d.o.o.", "Quay 1", "11000 Belgrade", "107654321", "195,00",
        "RS35 2600 0560 1001 6113 79", "2. mart 2026.", "16. mart 2026."})
    EXPECT_NE(text.find(said), std::string::npos) << said << "\n" << text;
  for (const Json& sum : book["vat"]) {
    EXPECT_NE(text.find(printed(sum["net"])), std::string::npos) << text;
    EXPECT_NE(text.find(printed(sum["vat"])), std::string::npos) << text;
    EXPECT_NE(text.find(sum["rate"].get<std::string>() + " %"), std::string::npos) << text;
  }
  EXPECT_EQ(text.find("Tilia"), std::string::npos) << "no paper names the program";
}

TEST_F(InvoiceCommands, ADeliveryNoteSaysPricesOnlyWhereTheBuyerWantsThem) {
  company();
  const std::string receipt = buy(3);
  const std::string file = bakery_.file("d.pdf").string();
  bakery_.done({"invoice", "deliver", receipt, "--pdf", file});
  EXPECT_NE(text_of("d.pdf").find("195,00"), std::string::npos);
  bakery_.done({"invoice", "buyer", "hotel", "--no-prices"});
  bakery_.done({"invoice", "show", "D-1-1", "--pdf", file});
  const std::string text = text_of("d.pdf");
  EXPECT_EQ(text.find("195,00"), std::string::npos) << text;
  EXPECT_EQ(text.find("65,00"), std::string::npos) << text;
  EXPECT_NE(text.find("D-1-1"), std::string::npos) << text;
  bakery_.done({"invoice", "deliver", receipt, "--strip", file});
  EXPECT_EQ(text_of("d.pdf").find("65,00"), std::string::npos);
}

TEST_F(InvoiceCommands, AStatementSaysHowWhatIsOwedComesTogether) {
  company();
  buy(3);
  bakery_.done({"invoice", "make", "hotel"});
  buy(1);
  bakery_.done({"account", "pay", "hotel", "--amount", "30.00"});
  const Json said = bakery_.done({"invoice", "statement", "hotel", "--month", "2026-03", "--pdf",
                                  bakery_.file("s.pdf").string()});
  EXPECT_EQ(said["owed"], "230.00");
  EXPECT_EQ(said["open"], "195.00");
  EXPECT_EQ(said["not_invoiced"], "65.00");
  EXPECT_EQ(said["unassigned"], "30.00");
  const std::string text = text_of("s.pdf");
  for (const std::string each : {"195,00", "65,00", "−30,00", "230,00", "Hotel Danube d.o.o."})
    EXPECT_NE(text.find(each), std::string::npos) << each << "\n" << text;
  EXPECT_EQ(bakery_.done({"invoice", "assign", "hotel"})["unassigned"], "0.00");
}

}  // namespace
}  // namespace tilia::app
