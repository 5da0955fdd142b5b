// The room Makers on a real book in memory: terms, what came and went, tags, a maker's month, and,
// for whoever holds the key, who she is and paying her.
#include <algorithm>

#include "db/consignment_book_sqlite.h"
#include "pos/ui/office_consignment.h"
#include "tests/app/shop_book_of_tests.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::pos {
namespace {

using ui::typed;

class PaperOfTests final : public ConsignmentPaper {
 public:
  void write_tags(const ConsignedArticle& consigned, const Article& article, std::int64_t count,
                  const std::filesystem::path& file) override {
    written.push_back(tag_barcode(consigned.number) + " " + article.code + " " +
                      std::to_string(count) + " " + file.string());
  }
  void write_statement(const MakerStatement& statement,
                       const std::filesystem::path& file) override {
    written.push_back(maker_text(statement.maker) + " " + statement.from.text() + " " +
                      file.string());
  }
  std::vector<std::string> written;
};

// As finance's desk answers; what it does with the vault is proved where that stands.
class MoneyOfTests final : public MakersMoney {
 public:
  std::map<std::string, std::string> who(std::int64_t) override { return kept; }
  std::map<std::string, Phrase> keep_who(std::int64_t, const ui::Values& values) override {
    if (values.text("iban").empty()) return {{"iban", Phrase("office.fault.day")}};
    kept = values.texts;
    return {};
  }
  Result<Done, Phrase> forget(std::int64_t) override {
    kept.clear();
    return Done{};
  }
  std::string our_account() override { return "RS35260005601001611379"; }
  ui::Remark pay(const Month& month, const std::string& account,
                 const std::filesystem::path& file) override {
    paid = month.text() + " " + account + " " + file.string();
    return {Phrase("app.consign.bank_file_written"), ui::Remark::Kind::done};
  }
  ui::Remark file_again(const std::string&, const std::filesystem::path&) override {
    return {Phrase("app.consign.no_account"), ui::Remark::Kind::mend};
  }
  std::map<std::string, std::string> kept;
  std::string paid;
};

class OfficeMakersOf : public ShopBook {
 protected:
  OfficeMakersOf() {
    const Article cap{"knit-cap",
                      "Knitted cap",
                      Money::parse("1200.00", rsd).value(),
                      VatClass::standard,
                      Unit::each,
                      {},
                      "🧢",
                      {}};
    Article honey = cap;
    honey.code = "honey";
    honey.name = "Honey";
    honey.unit = Unit::kg;
    book_.put_articles({cap, honey}, clock_.now());
  }
  void press(const std::string& action,
             std::vector<std::pair<std::string, std::string>> values = {}) {
    (void)room_.press(action, typed(std::move(values)));
  }
  void agreed(const char* share = "30", const char* amount = "") {
    press("new_agreement");
    press("agree", {{"article", "knit-cap"},
                    {"maker", "M-1"},
                    {"share", share},
                    {"amount", amount},
                    {"from", "2026-03-02"},
                    {"lost_is_paid", "yes"}});
  }
  void enters(const char* what, const char* quantity) {
    press("back");
    press("enter", {{"article", "knit-cap"}, {"what", what}, {"quantity", quantity}});
  }
  [[nodiscard]] std::string cell(std::size_t row, std::size_t column) {
    const ui::Page page = room_.page();
    return std::get<std::string>(page.table->rows.at(row).cells.at(column).text);
  }

  db::ConsignmentBookSqlite makers_{*file_};
  PaperOfTests paper_;
  MoneyOfTests money_;
  OfficeConsignment room_{makers_, book_, paper_, zone_, clock_, &money_};
  OfficeConsignment managers_room_{makers_, book_, paper_, zone_, clock_};
};

}  // namespace

TEST_F(OfficeMakersOf, BeginsWithAMakerWhoIsANumber) {
  EXPECT_TRUE(ui::says(room_.page(), "office.makers.empty"));
  press("add_maker");
  EXPECT_EQ(std::get<std::string>(room_.page().title), "M-1");
  press("back");
  ASSERT_EQ(room_.page().table->rows.size(), 1U);
  EXPECT_EQ(cell(0, 0), "M-1");
  press("back");
  EXPECT_TRUE(ui::says(room_.page(), "office.makers.no_pieces"));
}

TEST_F(OfficeMakersOf, OnlyWhatIsSoldByThePieceIsAgreedOn) {
  press("add_maker");
  press("back");
  press("new_agreement");
  const ui::Page page = room_.page();
  const ui::Field* articles = ui::field(page, "article");
  ASSERT_NE(articles, nullptr);
  EXPECT_TRUE(std::ranges::none_of(articles->choices,
                                   [](const ui::Choice& each) { return each.value == "honey"; }));
}

TEST_F(OfficeMakersOf, AShareOrASumButNotBothIsAgreed) {
  press("add_maker");
  agreed("30", "800");
  EXPECT_FALSE(ui::fault_of(room_.page(), "share").empty());
  agreed("", "");
  EXPECT_FALSE(ui::fault_of(room_.page(), "share").empty());
  agreed("thirty", "");
  EXPECT_FALSE(ui::fault_of(room_.page(), "share").empty());
  agreed("", "many");
  EXPECT_FALSE(ui::fault_of(room_.page(), "amount").empty());
  EXPECT_TRUE(makers_.consigned(Day::parse("2026-03-02").value()).empty());
  agreed();
  EXPECT_EQ(makers_.consigned(Day::parse("2026-03-02").value()).size(), 1U);
  EXPECT_TRUE(ui::offers(room_.page(), "tags"));
}

TEST_F(OfficeMakersOf, WhatCameAndWentIsEnteredAndWhatIsThereStands) {
  press("add_maker");
  agreed();
  enters("brought", "12");
  enters("returned", "2");
  enters("counted", "9");
  EXPECT_EQ(cell(0, 5), "12");  // brought
  EXPECT_EQ(cell(0, 7), "1");   // lost: ten were to be there
  EXPECT_EQ(cell(0, 8), "9");
  enters("returned", "10");
  EXPECT_FALSE(ui::fault_of(room_.page(), "quantity").empty());
  enters("brought", "some");
  EXPECT_FALSE(ui::fault_of(room_.page(), "quantity").empty());
  EXPECT_EQ(cell(0, 8), "9");
}

TEST_F(OfficeMakersOf, TagsAndAMonthAreSavedAsPapers) {
  press("add_maker");
  agreed();
  press("tags", {{"count", "none"}});
  EXPECT_FALSE(ui::fault_of(room_.page(), "count").empty());
  EXPECT_EQ(room_.press("tags", typed({{"count", "12"}})).step, ui::Next::Step::save_file);
  press("tags", {{"path", "tags.pdf"}});
  press("back");
  press("makers");
  press("open_maker", {{"row", "M-1"}});
  EXPECT_EQ(room_.press("statement", typed({{"month", "2026-02"}})).file_name, "M-1-2026-02.pdf");
  press("statement", {{"path", "month.pdf"}});
  ASSERT_EQ(paper_.written.size(), 2U);
  EXPECT_NE(paper_.written.front().find("knit-cap 12 tags.pdf"), std::string::npos);
  EXPECT_EQ(paper_.written.back(), "M-1 2026-02-01 month.pdf");
}

TEST_F(OfficeMakersOf, WhoSheIsAndPayingHerIsForWhoeverHoldsTheKeyAlone) {
  press("add_maker");
  press("open_maker", {{"row", "M-1"}});
  EXPECT_TRUE(ui::offers(room_.page(), "who"));
  press("who");
  press("keep_who", {{"legal_name", "A. Sample"}, {"iban", ""}});
  EXPECT_FALSE(ui::fault_of(room_.page(), "iban").empty());
  press("keep_who", {{"legal_name", "A. Sample"}, {"iban", "RS35260005601001611379"}});
  EXPECT_TRUE(ui::says(room_.page(), "office.makers.who_kept"));
  EXPECT_EQ(money_.kept.at("legal_name"), "A. Sample");
  press("who");
  press("forget_who");
  EXPECT_FALSE(money_.kept.empty()) << "asked once more";
  press("forget_who");
  EXPECT_TRUE(money_.kept.empty());
  press("back");
  press("pay_makers");
  EXPECT_EQ(room_.press("pay_now", typed({{"month", "2026-01"}, {"account", "X"}})).step,
            ui::Next::Step::show_page)
      << "another month is looked at before it is paid";
  EXPECT_EQ(room_.press("pay_now", typed({{"month", "2026-01"}, {"account", "X"}})).step,
            ui::Next::Step::save_file);
  press("pay_now", {{"path", "february.xml"}});
  EXPECT_EQ(money_.paid, "2026-01 X february.xml");

  (void)managers_room_.press("makers", {});
  EXPECT_FALSE(ui::offers(managers_room_.page(), "pay_makers"));
  (void)managers_room_.press("open_maker", typed({{"row", "M-1"}}));
  EXPECT_FALSE(ui::offers(managers_room_.page(), "who"));
  (void)managers_room_.press("who", {});
  EXPECT_EQ(std::get<std::string>(managers_room_.page().title), "M-1");
}

}  // namespace tilia::pos
