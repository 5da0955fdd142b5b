// Vouchers, accounts and tips on the command line, as the contract writes them.
#include <gtest/gtest.h>

#include <fstream>

#include "app/practice_users.h"
#include "program.h"

namespace tilia::app {
namespace {

// `loaves` white loaves at 65.00, and whatever else stands in the line.
Setting sale(int id, int loaves, const std::string& tenders, const std::string& more = {}) {
  const std::string lines =
      loaves == 0 ? ""
                  : R"({"article":"white-loaf","quantity":")" + std::to_string(loaves) + R"("})";
  return {.input = R"({"id":")" + sale_id(id) + R"(","lines":[)" + lines + R"(],"tenders":[)" +
                   tenders + "]" + more + "}\n",
          .environment = {}};
}

std::string tender(const std::string& kind, const std::string& amount,
                   const std::string& reference) {
  return R"({"kind":")" + kind + R"(","amount":")" + amount + R"(","reference":")" + reference +
         R"("})";
}

std::string cash(const std::string& amount) {
  return R"({"kind":"cash","amount":")" + amount + R"("})";
}

class TenderCommands : public ::testing::Test {
 protected:
  TenderCommands() { bakery_.open_drawer(); }
  Json ring(const Setting& asked) { return bakery_.done({"sale", "ring", "--till", "T1"}, asked); }
  std::string refused(const Setting& asked) {
    const Ran ran = bakery_.tilia({"sale", "ring", "--till", "T1"}, asked);
    EXPECT_EQ(ran.status, 3) << ran.out;
    EXPECT_EQ(ran.lines().at(0)["state"], "refused");
    return ran.lines().at(0)["error"]["code"];
  }
  Json look() { return bakery_.done({"day", "look", "--till", "T1"}); }

  const PracticeBakery bakery_;
};

TEST_F(TenderCommands, AnIssuerPaysForItsVouchersThatPaidHere) {
  bakery_.done(
      {"voucher", "issue", "--issuer", "Town hall", "--number", "TH-0001", "--value", "500.00"});
  ring(sale(1, 2, tender("voucher", "130.00", "TH-0001")));
  Json dues = bakery_.done({"voucher", "dues"})["issuers"][0];
  EXPECT_EQ(dues["issuer"], "Town hall");
  EXPECT_EQ(dues["open"], "130.00");
  EXPECT_EQ(dues["vouchers"][0]["number"], "TH-0001");
  EXPECT_EQ(bakery_.tilia({"voucher", "issuer-paid", "--issuer", "Town hall", "--amount", "131.00"})
                .error_code(),
            "voucher.more_than_due");
  const Json paid =
      bakery_.done({"voucher", "issuer-paid", "--issuer", "Town hall", "--amount", "100.00"});
  EXPECT_EQ(paid["amount"], "100.00");
  EXPECT_EQ(paid["vouchers"][0]["number"], "TH-0001");
  EXPECT_EQ(bakery_.done({"voucher", "dues"})["issuers"][0]["open"], "30.00");
}

TEST_F(TenderCommands, WhatWasSoldBesideGoodsIsTakenBackByItsNumber) {
  const Json sold = ring(sale(1, 0, cash("500.00"), R"(,"vouchers":[{"value":"500.00"}])"));
  const std::string number = sold["vouchers"][0]["number"];
  const std::string receipt = sold["receipt"];
  EXPECT_EQ(
      bakery_.tilia({"sale", "refund", "--receipt", receipt, "--reason", "mistake"}).error_code(),
      "refund.nothing_left");
  const Json back =
      bakery_.done({"sale", "refund", "--receipt", receipt, "--reason", "mistake", "--extra", "1"});
  EXPECT_EQ(back["given_back"][0]["amount"], "500.00");
  EXPECT_EQ(bakery_.done({"voucher", "show", number})["cancelled"], true);
  EXPECT_EQ(look()["vouchers_sold"], "0.00");
}

TEST_F(TenderCommands, AVoucherIsSoldUsedAndTakenBack) {
  const Json sold = ring(sale(1, 0, cash("1000.00"), R"(,"vouchers":[{"value":"500.00"}])"));
  EXPECT_EQ(sold["total"], "0.00");
  EXPECT_EQ(sold["change"], "500.00");
  const std::string number = sold["vouchers"][0]["number"];
  EXPECT_EQ(number.size(), 13U);
  EXPECT_EQ(sold["vouchers"][0]["value"], "500.00");
  EXPECT_EQ(look()["vouchers_sold"], "500.00");
  EXPECT_EQ(look()["not_own"]["vouchers"], "500.00");

  const Json used = ring(sale(2, 2, tender("voucher", "130.00", number)));
  EXPECT_EQ(used["total"], "130.00");
  EXPECT_EQ(refused(sale(3, 10, tender("voucher", "650.00", number))), "sale.voucher_not_enough");
  EXPECT_EQ(refused(sale(4, 1, tender("voucher", "65.00", "2989999999999"))),
            "sale.voucher_unknown");
  EXPECT_EQ(look()["means"][1]["kind"], "voucher");
  EXPECT_EQ(look()["means"][1]["expected"], "130.00");

  const Json back = bakery_.done({"sale", "refund", "--receipt", used["receipt"], "--line", "1",
                                  "--quantity", "1", "--reason", "unwanted"});
  EXPECT_EQ(back["given_back"][0]["kind"], "voucher");
  EXPECT_EQ(back["given_back"][0]["amount"], "65.00");
  const Json shown = bakery_.done({"voucher", "show", number});
  EXPECT_EQ(shown["kind"], "sold");
  EXPECT_EQ(shown["left"], "435.00");
  ASSERT_EQ(shown["moves"].size(), 3U);
  EXPECT_EQ(shown["moves"][1]["receipt"], used["receipt"]);
  EXPECT_EQ(shown["moves"][2]["what"], "put_back");
}

TEST_F(TenderCommands, TheOfficeGivesTakesUpAndCancelsVouchers) {
  const Json given = bakery_.done(
      {"voucher", "issue", "--count", "3", "--value", "100.00", "--until", "2026-12-31"});
  ASSERT_EQ(given["numbers"].size(), 3U);
  EXPECT_EQ(given["kind"], "given");
  const Json other = bakery_.done({"voucher", "issue", "--issuer", "Town hall", "--number",
                                   "TH-0001", "--number", "th-0002", "--value", "200.00"});
  EXPECT_EQ(other["numbers"].dump(), R"(["TH-0001","TH-0002"])");
  EXPECT_EQ(bakery_
                .tilia({"voucher", "issue", "--issuer", "Town hall", "--number", "TH-0001",
                        "--value", "200.00"})
                .error_code(),
            "voucher.number_taken");
  EXPECT_EQ(
      bakery_.tilia({"voucher", "issue", "--issuer", "Town hall", "--value", "200.00"}).status, 2);
  EXPECT_EQ(bakery_.tilia({"voucher", "issue", "--value", "0.00"}).error_code(),
            "voucher.not_an_amount");
  ring(sale(1, 1, tender("voucher", "65.00", "th-0001")));
  const std::string lost = given["numbers"][0];
  EXPECT_EQ(bakery_.done({"voucher", "cancel", lost})["cancelled"], true);
  EXPECT_EQ(refused(sale(2, 1, tender("voucher", "65.00", lost))), "sale.voucher_expired");
  const Json list = bakery_.done({"voucher", "list"});
  EXPECT_EQ(list["vouchers"].size(), 5U);
  ASSERT_EQ(list["sums"].size(), 2U);
  for (const Json& sum : list["sums"]) {
    const bool ours = sum["kind"] == "given";
    EXPECT_EQ(sum["open"], ours ? "200.00" : "335.00");
    EXPECT_EQ(sum["used"], ours ? "0.00" : "65.00");
  }
  EXPECT_EQ(bakery_.done({"voucher", "list", "--open"})["vouchers"].size(), 4U);
}

TEST_F(TenderCommands, AnAccountIsBoughtOnPaidAndWrittenOff) {
  const Json added = bakery_.done(
      {"account", "add", "--name", "School kitchen", "--limit", "300.00", "--code", "school"});
  EXPECT_EQ(added["account"], "school");
  EXPECT_EQ(bakery_.tilia({"account", "add", "--name", "X", "--limit", "1", "--code", "school"})
                .error_code(),
            "account.code_taken");
  ring(sale(1, 4, tender("account", "260.00", "school")));
  EXPECT_EQ(refused(sale(2, 1, tender("account", "65.00", "school"))), "sale.account_full");
  bakery_.done({"account", "change", "school", "--limit", "400.00"});
  ring(sale(2, 1, tender("account", "65.00", "school")));
  const Json paid =
      ring(sale(3, 0, cash("100.00"), R"(,"account_paid":{"account":"school","amount":"100.00"})"));
  EXPECT_EQ(paid["account_paid"]["amount"], "100.00");
  EXPECT_EQ(look()["account_paid"], "100.00");
  EXPECT_EQ(bakery_.done({"account", "pay", "school", "--amount", "25.00"})["owed"], "200.00");
  EXPECT_EQ(bakery_.tilia({"account", "pay", "school", "--amount", "200.01"}).error_code(),
            "account.more_than_owed");
  const Json list = bakery_.done({"account", "list"});
  EXPECT_EQ(list["accounts"][0]["by_age"]["0-30"], "200.00");
  EXPECT_EQ(list["by_age"]["over_90"], "0.00");
  const Json statement =
      bakery_.done({"account", "statement", "school", "--from", "2026-03-01", "--pdf",
                    bakery_.file("school.pdf"), "--csv", bakery_.file("school.csv")});
  EXPECT_EQ(statement["moves"].size(), 4U);
  EXPECT_EQ(statement["after"], "200.00");
  std::ifstream csv(bakery_.file("school.csv"));
  std::string first;
  std::getline(csv, first);
  EXPECT_EQ(first, "day,what,receipt,amount,owed\r");
  std::ifstream pdf(bakery_.file("school.pdf"), std::ios::binary);
  std::getline(pdf, first);
  EXPECT_TRUE(first.starts_with("%PDF-"));
  EXPECT_EQ(bakery_.done({"account", "write-off", "school"})["owed"], "0.00");
}

TEST_F(TenderCommands, TipsAreTakenBySettingAndStandApart) {
  const std::string tip = R"(,"tip":"35.00")";
  EXPECT_EQ(refused(sale(1, 1, cash("100.00"), tip)), "sale.tips_not_taken");
  bakery_.done({"setting", "set", "counter.tips", "yes"});
  const Json sold = ring(sale(1, 1, cash("100.00"), tip));
  EXPECT_EQ(sold["tip"], "35.00");
  EXPECT_EQ(sold["change"], "0.00");
  EXPECT_EQ(look()["tips"], "35.00");
  EXPECT_EQ(look()["not_own"]["tips"], "35.00");
  bakery_.done({"day", "cash", "--till", "T1", "--out", "35.00", "--reason", "tips"});
  EXPECT_EQ(look()["not_own"]["tips"], "0.00");
  bakery_.write("count.json", R"({"pieces":[{"piece":"5000.00","count":1}]})");
  const Json sheet =
      bakery_.done({"day", "close", "--till", "T1", "--counted", bakery_.file("count.json")});
  EXPECT_EQ(sheet["tips"], "35.00");
  EXPECT_EQ(sheet["tips_paid_out"], "35.00");
  EXPECT_EQ(sheet["means"][0]["expected"], "5065.00");
}

// The counter sells on account; only finance writes off, and who sells sees no list of debts.
TEST_F(TenderCommands, AreForThoseWhomTheyConcern) {
  bakery_.done({"account", "add", "--name", "A", "--limit", "300.00", "--code", "a"});
  ring(sale(1, 1, tender("account", "65.00", "a")));
  const auto status = [&](const PracticeUser& user, const std::vector<std::string>& words) {
    std::vector<std::string> all{"--as", user.name};
    all.insert(all.end(), words.begin(), words.end());
    return bakery_.tilia(all, {.input = {}, .environment = {{"TILIA_SECRET", user.secret}}}).status;
  };
  for (const PracticeUser& user : practice_users()) {
    const bool manager = user.role == db::Role::manager;
    const bool finance = user.role == db::Role::finance;
    EXPECT_EQ(status(user, {"account", "list"}), manager || finance ? 0 : 5) << user.name;
    EXPECT_EQ(status(user, {"voucher", "list"}), manager ? 0 : 5) << user.name;
    EXPECT_EQ(status(user, {"voucher", "issue", "--value", "5.00"}), manager ? 0 : 5) << user.name;
    EXPECT_EQ(status(user, {"account", "write-off", "a", "--amount", "1.00"}), finance ? 0 : 5)
        << user.name;
  }
}

}  // namespace
}  // namespace tilia::app
