// The rooms Catalogue and Stock on a real book in memory.
#include "pos/ui/office_catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "db/catalogue_book_sqlite.h"
#include "pos/ui/office_stock.h"
#include "tests/app/shop_book_of_tests.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::pos {
namespace {

using Texts = std::map<std::string, std::string>;

ui::Values typed(Texts texts) {
  ui::Values values;
  values.texts = std::move(texts);
  return values;
}

bool table_says(const ui::Page& page, const std::string& key) {
  if (!page.table) return false;
  for (const ui::Row& row : page.table->rows) {
    for (const ui::Cell& cell : row.cells) {
      if (ui::key_of(cell.text) == key) return true;
    }
  }
  return false;
}

Money dinars(const char* text) { return Money::parse(text, rsd).value(); }

class FilesOfTests final : public CatalogueFiles {
 public:
  Result<std::string, Phrase> take_picture(const std::filesystem::path& file) override {
    if (file.extension() != ".png") return Phrase("office.article.no_picture");
    return file.filename().string();
  }
  void write(const std::string& text, const std::filesystem::path&) override { written = text; }
  std::string written;
};

class CatalogueRoom : public ShopBook {
 protected:
  static std::string file_of(const std::string& text) {
    const std::string path = testing::TempDir() + "office-articles.csv";
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  void press(const std::string& action, Texts texts = {}) {
    static_cast<void>(room_.press(action, typed(std::move(texts))));
  }
  void look_at(const std::string& lines) {
    press("look_at", {{"path", file_of("article,name,price,vat,unit,barcodes\n" + lines)}});
  }
  [[nodiscard]] std::vector<Article> articles() { return book_.articles(today_); }
  void put_a_loaf() {
    book_.put_articles({{"loaf",
                         "Loaf",
                         dinars("90"),
                         VatClass::reduced,
                         Unit::each,
                         {"111"},
                         "🍞",
                         "Bread",
                         true}},
                       clock_.now());
  }
  // The open form's own values, with some of them typed over.
  [[nodiscard]] Texts form_with(const Texts& texts) {
    Texts all;
    const ui::Page page = room_.page();
    for (const ui::Field& field : page.form->fields) {
      if (!field.key.empty()) all[field.key] = field.value;
    }
    for (const auto& [key, text] : texts) all[key] = text;
    return all;
  }
  [[nodiscard]] bool at_fault(const std::string& key) {
    const ui::Page page = room_.page();
    const auto* field = ui::field(page, key);
    return field != nullptr && field->fault.has_value();
  }

  const Day today_ = *Day::from(2026, 3, 2);
  CountryPack pack_ = load_country_pack(TILIA_SOURCE "/pos/rules", "RS", today_).value();
  db::CatalogueBookSqlite more_{*file_};
  FilesOfTests files_;
  OfficeCatalogue room_{book_, more_, files_, pack_, zone_, clock_};
  OfficeStock stock_{book_, more_, zone_, clock_};
};

TEST_F(CatalogueRoom, ShowsAFileFirstAndTakesItInWholeOrNotAtAll) {
  EXPECT_TRUE(ui::says(room_.page(), "office.catalogue.first"));
  EXPECT_EQ(room_.press("import", {}).step, ui::Next::Step::open_file);
  look_at("loaf,Loaf,90.00,reduced,each,\nbun,Bun,x,reduced,each,\nb n,,1,reduced,each,\n");
  ui::Page page = room_.page();
  EXPECT_FALSE(page.main.has_value());
  ASSERT_EQ(page.table->rows.size(), 3U) << "every problem, not the first";
  press("take_in");
  EXPECT_TRUE(articles().empty());
  file_of("article,name,price,vat,unit,barcodes\nloaf,Loaf,90.00,reduced,each,111\n");
  press("look_again");
  EXPECT_TRUE(articles().empty()) << "a look writes nothing";
  EXPECT_EQ(room_.page().table->rows.size(), 1U);
  press("take_in");
  EXPECT_TRUE(ui::says(room_.page(), "office.catalogue.taken_in"));
  EXPECT_EQ(articles().size(), 1U);
}

TEST_F(CatalogueRoom, ShowsOldAndNewPriceAndSaysWhenNothingChanges) {
  put_a_loaf();
  look_at("loaf,Loaf,95.00,reduced,each,111\n");
  const ui::Page page = room_.page();
  EXPECT_EQ(std::get<Money>(page.table->rows.at(0).cells.at(4).text), dinars("90"));
  EXPECT_EQ(std::get<Money>(page.table->rows.at(0).cells.at(5).text), dinars("95"));
  EXPECT_TRUE(page.table->rows.at(0).cells.at(5).needs_look);
  press("back");
  look_at("loaf,Loaf,90.00,reduced,each,111\n");
  EXPECT_TRUE(ui::says(room_.page(), "office.import.nothing"));
  EXPECT_FALSE(room_.page().main.has_value());
}

TEST_F(CatalogueRoom, SaysThatAFileCannotBeRead) {
  press("look_at", {{"path", "/nowhere/at/all.csv"}});
  EXPECT_TRUE(ui::says(room_.page(), "office.catalogue.unreadable"));
}

TEST_F(CatalogueRoom, WritesWhatIsOnTheShelfAsAFile) {
  put_a_loaf();
  EXPECT_EQ(room_.press("export", {}).step, ui::Next::Step::save_file);
  press("export_to", {{"path", "/desk/articles.csv"}});
  EXPECT_EQ(files_.written,
            "article,name,price,vat,unit,barcodes,picture,page,stock\n"
            "loaf,Loaf,90.00,reduced,each,111,🍞,Bread,yes\n");
}

TEST_F(CatalogueRoom, AddsAnArticleAndMakesItsCodeFromTheName) {
  press("new");
  press("save", form_with({{"name", "Đevrek sa susamom"},
                           {"price", "85,50"},
                           {"vat", "reduced"},
                           {"page", "Pecivo"},
                           {"barcodes", "777 888"},
                           {"stock", "yes"},
                           {"low", "6"},
                           {"picture", "🥯"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.article.saved"));
  Article expected{"djevrek-sa-susamom",
                   "Đevrek sa susamom",
                   dinars("85.50"),
                   VatClass::reduced,
                   Unit::each,
                   {"777", "888"},
                   "🥯",
                   "Pecivo",
                   true};
  expected.low_below = Quantity::pieces(6);
  EXPECT_EQ(articles(), std::vector{expected});
}

TEST_F(CatalogueRoom, SaysBesideEachFieldWhatToMendAndWritesNothing) {
  put_a_loaf();
  press("new");
  press("save", form_with({{"name", " "}, {"price", "much"}, {"article", "A B"}, {"low", "few"}}));
  for (const char* key : {"name", "price", "article", "low"}) EXPECT_TRUE(at_fault(key)) << key;
  EXPECT_EQ(ui::field(room_.page(), "price")->value, "much") << "what was typed stays";
  press("save", form_with({{"name", "Loaf"}, {"price", "1"}, {"article", "loaf"}, {"low", ""}}));
  EXPECT_TRUE(at_fault("article"));
  press("save", form_with({{"article", "loaf-2"}, {"barcodes", "111"}}));
  EXPECT_TRUE(at_fault("barcodes"));
  EXPECT_EQ(articles().size(), 1U);
}

TEST_F(CatalogueRoom, OffersOnlyVatClassesThatHaveARateInTheCountry) {
  press("new");
  const ui::Page page = room_.page();
  for (const ui::Choice& choice : ui::field(page, "vat")->choices) {
    EXPECT_NE(choice.value, "reduced2");
    EXPECT_NE(choice.value, "reduced3");
  }
  EXPECT_GE(ui::field(page, "vat")->choices.size(), 2U);
}

TEST_F(CatalogueRoom, PlansAPriceForTomorrowAndCallsItOff) {
  put_a_loaf();
  press("open", {{"row", "loaf"}});
  EXPECT_EQ(ui::field(room_.page(), "from")->value, "2026-03-03");
  press("save", form_with({{"new_price", "95"}, {"from", "2026-03-01"}}));
  EXPECT_TRUE(at_fault("from"));
  press("save", form_with({{"new_price", "95"}, {"from", "2026-03-03"}}));
  const auto cells = room_.page().table->rows.at(0).cells;
  EXPECT_EQ(std::get<Day>(cells.at(5).text), *Day::from(2026, 3, 3));
  EXPECT_EQ(std::get<Money>(cells.at(6).text), dinars("95"));
  EXPECT_EQ(articles().front().price, dinars("90"));
  EXPECT_EQ(book_.articles(*Day::from(2026, 3, 3)).front().price, dinars("95"));
  press("open", {{"row", "loaf"}});
  EXPECT_TRUE(table_says(room_.page(), "office.article.planned"));
  press("price", form_with({{"row", "2026-03-03"}, {"name", "Loaf, big"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.article.called_off"));
  EXPECT_EQ(ui::field(room_.page(), "name")->value, "Loaf, big") << "what was typed stays";
  EXPECT_TRUE(more_.prices_after(today_).empty());
  press("price", form_with({{"row", ""}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.article.price_stays"));
}

TEST_F(CatalogueRoom, TakesAnArticleOffTheShelfAndPutsItBack) {
  put_a_loaf();
  press("open", {{"row", "loaf"}});
  press("off_shelf", form_with({}));
  EXPECT_FALSE(articles().front().on_shelf);
  EXPECT_TRUE(ui::says(room_.page(), "office.article.is_off"));
  press("save", form_with({{"name", "Loaf of old"}}));
  EXPECT_FALSE(articles().front().on_shelf) << "a name puts nothing back";
  press("open", {{"row", "loaf"}});
  press("on_shelf", form_with({}));
  EXPECT_TRUE(articles().front().on_shelf);
}

TEST_F(CatalogueRoom, TakesAPictureFromAFileAndKeepsWhatWasTyped) {
  put_a_loaf();
  press("open", {{"row", "loaf"}});
  EXPECT_EQ(room_.press("picture", typed(form_with({{"name", "Big loaf"}}))).step,
            ui::Next::Step::open_file);
  press("picture_from", {{"path", "/desk/notes.txt"}});
  EXPECT_TRUE(ui::says(room_.page(), "office.article.no_picture"));
  press("picture_from", {{"path", "/desk/loaf.png"}});
  EXPECT_EQ(ui::field(room_.page(), "picture")->value, "loaf.png");
  press("save", form_with({}));
  EXPECT_EQ(articles().front().picture, "loaf.png");
  EXPECT_EQ(articles().front().name, "Big loaf");
}

TEST_F(CatalogueRoom, AsksBeforeItKeepsANameThatTellsTooMuch) {
  std::string word = "mitciv";
  std::reverse(word.begin(), word.end());
  press("new");
  press("save", form_with({{"name", "Soap of a " + word}, {"price", "1"}}));
  EXPECT_TRUE(articles().empty());
  EXPECT_TRUE(ui::field(room_.page(), "name")->caution.has_value());
  press("save", form_with({}));
  EXPECT_EQ(articles().size(), 1U);
}

TEST_F(CatalogueRoom, FindsAmongManyByNameCodeBarcodeAndPage) {
  std::vector<Article> many;
  for (int number = 0; number < 300; ++number) {
    many.push_back({"code-" + std::to_string(number),
                    "Čaj " + std::to_string(number),
                    dinars("90"),
                    VatClass::reduced,
                    Unit::each,
                    {"86" + std::to_string(1000 + number)},
                    "🍵",
                    number % 2 == 0 ? "Čaj" : "Piće",
                    false});
  }
  book_.put_articles(many, clock_.now());
  EXPECT_EQ(room_.page().table->rows.size(), OfficeCatalogue::most_rows);
  EXPECT_TRUE(ui::says(room_.page(), "office.catalogue.more"));
  const auto found = [&](const char* text, const char* page) {
    press("find", {{"search", text}, {"page", page}});
    const ui::Page shown = room_.page();
    return shown.table ? shown.table->rows.size() : 0U;
  };
  EXPECT_EQ(found("čaj 29", "*"), 11U);
  EXPECT_EQ(found("CODE-299", "*"), 1U);
  EXPECT_EQ(found("861007", "*"), 1U);
  EXPECT_EQ(found("", "Piće"), 150U);
  EXPECT_EQ(found("čaj 298", "Piće"), 0U);
  EXPECT_TRUE(ui::says(room_.page(), "office.catalogue.none_found"));
}

TEST_F(CatalogueRoom, StockSaysWhatToDoFirstThenTakesWhatComesIsWastedAndCounted) {
  EXPECT_TRUE(ui::says(stock_.page(), "office.stock.first"));
  put_a_loaf();
  EXPECT_TRUE(table_says(stock_.page(), "office.stock.not_counted"));
  const auto enter = [&](const char* what, const char* quantity, const char* reason) {
    static_cast<void>(stock_.press(
        "enter",
        typed({{"article", "loaf"}, {"what", what}, {"quantity", quantity}, {"reason", reason}})));
  };
  enter("received", "x", "too_dark");
  EXPECT_TRUE(ui::field(stock_.page(), "quantity")->fault.has_value());
  enter("received", "20", "too_dark");
  EXPECT_TRUE(ui::says(stock_.page(), "office.stock.done.received"));
  enter("wasted", "3", "dropped");
  enter("wasted", "1,5", "dropped");
  EXPECT_TRUE(ui::field(stock_.page(), "quantity")->fault.has_value());
  EXPECT_EQ(more_.stock().at(0).there(), Quantity::pieces(17));
  static_cast<void>(stock_.press("moves", {}));
  ASSERT_EQ(stock_.page().table->rows.size(), 2U);
  EXPECT_EQ(std::get<Phrase>(stock_.page().table->rows.at(0).cells.at(3).text).key(),
            "office.stock.reason.dropped");
  static_cast<void>(stock_.press("back", {}));
  enter("counted", "0", "");
  EXPECT_EQ(more_.stock().at(0).there(), Quantity());
}

TEST_F(CatalogueRoom, StockWarnsOfWhatRunsLow) {
  Article loaf{"loaf", "Loaf", dinars("90"), VatClass::reduced, Unit::each, {}, "🍞", "Bread", true};
  loaf.low_below = Quantity::pieces(6);
  book_.put_articles({loaf}, clock_.now());
  more_.enter_stock_move({StockMove::Kind::counted, "loaf", Quantity::pieces(6), "", today_},
                         clock_.now());
  EXPECT_FALSE(ui::says(stock_.page(), "office.stock.run_low"));
  more_.enter_stock_move({StockMove::Kind::wasted, "loaf", Quantity::pieces(1), "unsold", today_},
                         clock_.now());
  EXPECT_TRUE(ui::says(stock_.page(), "office.stock.run_low"));
  EXPECT_TRUE(table_says(stock_.page(), "office.stock.low_below"));
}

}  // namespace
}  // namespace tilia::pos
