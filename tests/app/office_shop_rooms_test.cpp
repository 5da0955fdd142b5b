// The office's rooms about the shop on a real book in memory: Today, logging in, a first book.
#include <gtest/gtest.h>

#include "db/shop_book_sqlite.h"
#include "pos/keep_drawer.h"
#include "pos/ui/office_log_in.h"
#include "pos/ui/office_new_book.h"
#include "pos/ui/office_today.h"
#include "tests/app/shop_book_of_tests.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::pos {
namespace {

using ui::typed;
using ui::with_secret;

Money dinars(const char* text) { return Money::parse(text, rsd).value(); }

class PaperOfTests final : public DaySheetPaper {
 public:
  void write(const DaySheet&, const std::filesystem::path& file) override {
    written.push_back(file.string());
  }
  std::filesystem::path paper_to_show(const std::string& name) override { return "/shown/" + name; }
  std::vector<std::string> written;
};

class OfficeTodayOf : public ShopBook {
 protected:
  void close_a_day(const char* instant) {
    clock_.set(Instant::parse(instant).value());
    const auto pack = load_country_pack(TILIA_SOURCE "/pos/rules", "RS", *Day::from(2026, 3, 2));
    ASSERT_TRUE(pack.has_value());
    KeepDrawer drawer(book_, *pack, zone_, clock_, chance_);
    ASSERT_TRUE(drawer.open("T1", dinars("0")).ok());
    ASSERT_TRUE(drawer.close("T1", {}).ok());
  }
  PaperOfTests paper_;
  class OlderOfTests final : public OlderSheets {
   public:
    void note(const DaySheet& sheet) override { noted.push_back(sheet.number); }
    std::vector<std::int64_t> noted;
  };
  CountryPack pack_ = *load_country_pack(TILIA_SOURCE "/pos/rules", "RS", *Day::from(2026, 3, 2));
  db::ShopBookSqlite shop_book_{*file_, zone_};
  OlderOfTests older_;
  OfficeToday room_{book_, paper_, zone_, clock_, {pack_, shop_book_, older_}};
};

TEST_F(OfficeTodayOf, SaysWhatToDoFirstBeforeAnyDayWasClosed) {
  EXPECT_TRUE(ui::says(room_.page(), "office.today.no_days_first"));
}

class WordOfTests final : public BookWord {
 public:
  std::optional<Phrase> word() override {
    return read ? std::nullopt : std::optional(Phrase("book.found.restored_empty"));
  }
  BackupWord backup() override { return backup_; }
  BackupWord backup_{Phrase("office.backup.never"), true};
  void noted() override { read = true; }
  bool read = false;
};

TEST_F(OfficeTodayOf, SaysWhatTheMachineKnowsOfTheBookUntilItIsRead) {
  WordOfTests word;
  OfficeToday room(book_, paper_, zone_, clock_, {pack_, shop_book_, older_, &word});
  EXPECT_TRUE(ui::says(room.page(), "book.found.restored_empty"));
  static_cast<void>(room.press("refresh", {}));
  EXPECT_TRUE(ui::says(room.page(), "book.found.restored_empty"));
  static_cast<void>(room.press("noted", {}));
  EXPECT_FALSE(ui::says(room.page(), "book.found.restored_empty"));
  EXPECT_FALSE(room.page().main.has_value());
}

TEST_F(OfficeTodayOf, ListsClosedDaysTheNewestFirst) {
  for (const char* day : {"2026-03-02T16:00Z", "2026-03-03T16:00Z", "2026-03-04T16:00Z",
                          "2026-03-05T16:00Z", "2026-03-06T16:00Z"})
    close_a_day(day);
  const ui::Page page = room_.page();
  ASSERT_TRUE(page.table.has_value());
  ASSERT_EQ(page.table->rows.size(), 5U);
  EXPECT_EQ(page.table->rows.front().key, "T1/5");
  EXPECT_EQ(page.table->rows.back().key, "T1/1");
}

TEST_F(OfficeTodayOf, MeetsADrawerThatWasLeftOpenWithASentence) {
  const auto pack = load_country_pack(TILIA_SOURCE "/pos/rules", "RS", *Day::from(2026, 3, 2));
  ASSERT_TRUE(pack.has_value());
  KeepDrawer drawer(book_, *pack, zone_, clock_, chance_);
  ASSERT_TRUE(drawer.open("T1", dinars("5000")).ok());
  EXPECT_TRUE(ui::says(room_.page(), "office.today.open_since"));
  EXPECT_EQ(std::get<Money>(room_.page().figures.back().value), dinars("5000"));
  clock_.set(Instant::parse("2026-03-03T06:00Z").value());
  EXPECT_TRUE(ui::says(room_.page(), "office.today.left_open"));
}

TEST_F(OfficeTodayOf, SaysWhichBagsWaitUntilTheyAreCounted) {
  clock_.set(*Instant::parse("2026-03-02T06:00Z"));
  KeepDrawer drawer(book_, pack_, zone_, clock_, chance_);
  ASSERT_TRUE(drawer.open("T1", dinars("500")).ok());
  EXPECT_FALSE(ui::says(room_.page(), "office.today.bag_waits"));
  ASSERT_TRUE(drawer.bag("T1", "4711").ok());
  EXPECT_TRUE(ui::says(room_.page(), "office.today.bag_waits"));
  EXPECT_FALSE(ui::says(room_.page(), "office.today.open_since"));
  ASSERT_TRUE(drawer.open("T1", dinars("100")).ok());
  EXPECT_EQ(std::get<Money>(room_.page().figures.back().value), dinars("100"));
  ASSERT_TRUE(drawer.close_bag("T1", "4711", {{dinars("500"), 1}}).ok());
  EXPECT_FALSE(ui::says(room_.page(), "office.today.bag_waits"));
  ASSERT_EQ(room_.page().table->rows.size(), 2U);
  EXPECT_EQ(room_.page().table->rows.back().key, "T1/1");
}

TEST_F(OfficeTodayOf, AsksForALookAboveTheLimitAndSaysNoAmount) {
  clock_.set(*Instant::parse("2026-03-02T06:00Z"));
  KeepDrawer drawer(book_, pack_, zone_, clock_, chance_);
  ASSERT_TRUE(drawer.open("T1", dinars("500")).ok());
  ASSERT_TRUE(drawer.close("T1", {}).ok());  // 500 less than expected
  EXPECT_FALSE(ui::says(room_.page(), "office.today.please_look"));
  book_.set_counter_rule("counter.difference_limit", "500.00", clock_.now());
  EXPECT_FALSE(ui::says(room_.page(), "office.today.please_look"));
  book_.set_counter_rule("counter.difference_limit", "499.99", clock_.now());
  EXPECT_TRUE(ui::says(room_.page(), "office.today.please_look"));
  clock_.set(*Instant::parse("2026-03-06T06:00Z"));
  EXPECT_FALSE(ui::says(room_.page(), "office.today.please_look"));
}

TEST_F(OfficeTodayOf, HandsOutADaySheetAsPaper) {
  close_a_day("2026-03-02T16:00Z");
  static_cast<void>(room_.press("open", typed({{"row", "T1/1"}})));
  EXPECT_EQ(room_.press("show", {}).path, "/shown/2026-03-02-T1-1.pdf");
  EXPECT_EQ(room_.press("save", {}).step, ui::Next::Step::save_file);
  static_cast<void>(room_.press("save_as", typed({{"path", "/desk/sheet.pdf"}})));
  EXPECT_EQ(paper_.written.back(), "/desk/sheet.pdf");
}

TEST_F(OfficeTodayOf, NotesWhoOpensTheSheetOfAnEarlierDay) {
  close_a_day("2026-03-02T16:00Z");
  close_a_day("2026-03-03T16:00Z");
  static_cast<void>(room_.press("open", typed({{"row", "T1/2"}})));
  EXPECT_TRUE(older_.noted.empty()) << "today's is for whoever closes it";
  static_cast<void>(room_.press("open", typed({{"row", "T1/1"}})));
  EXPECT_EQ(older_.noted, std::vector<std::int64_t>{1});
}

TEST_F(OfficeTodayOf, ShowsNoDifferenceOutsideADaysOwnSheet) {
  close_a_day("2026-03-02T16:00Z");
  const ui::Page all = room_.page();
  for (const ui::Column& column : all.table->columns)
    EXPECT_NE(column.heading->key(), "office.today.difference");
  static_cast<void>(room_.press("open", typed({{"row", "T1/1"}})));
  EXPECT_EQ(room_.page().figures.back().label.key(), "office.today.difference");
}

TEST_F(OfficeTodayOf, LooksIntoAnOpenDrawerAndProposesWhatToBankWithoutClosingIt) {
  shop_book_.set_figure({SetFigure::set_aside, "T1", *Month::parse("2026-03"), dinars("700")},
                        clock_.now());
  KeepDrawer drawer(book_, pack_, zone_, clock_, chance_);
  ASSERT_TRUE(drawer.open("T1", dinars("2000")).ok());
  ASSERT_EQ(room_.page().table->rows.front().key, "T1/open");
  static_cast<void>(room_.press("open", typed({{"row", "T1/open"}})));
  ui::Page page = room_.page();
  EXPECT_EQ(std::get<Money>(page.figures[0].value), dinars("2000"));
  EXPECT_EQ(std::get<Money>(page.figures[1].value), dinars("700"));
  EXPECT_EQ(std::get<Money>(page.figures[2].value), dinars("1300"));
  static_cast<void>(room_.press("count", typed({{"piece.100000", "x"}})));
  EXPECT_EQ(ui::fault_of(room_.page(), "piece.100000"), "office.fault.count");
  static_cast<void>(
      room_.press("count", typed({{"piece.100000", "3"}, {"piece.10000", "20"}, {"card", "80"}})));
  page = room_.page();
  EXPECT_EQ(std::get<Money>(page.figures[1].value), dinars("3000"));
  EXPECT_EQ(std::get<Money>(page.figures[2].value), dinars("3000"));
  EXPECT_EQ(std::get<Money>(page.figures[3].value), dinars("2000"));
  EXPECT_TRUE(ui::says(page, "office.drawer.not_closed"));
  EXPECT_TRUE(ui::says(page, "office.drawer.card_compared"));
  EXPECT_TRUE(book_.open_session("T1").has_value());
  static_cast<void>(room_.press("again", {}));
  EXPECT_EQ(ui::field(room_.page(), "piece.100000")->value, "3") << "the count can be mended";
}

class CrewOfTests final : public OfficeCrew {
 public:
  std::vector<OfficeUser> users() override {
    return {{"Fox", "🦊", "counter", false},
            {"Owl", "🦉", "manager", false},
            {"Bee", "🐝", "payroll", true}};
  }
  Result<Done, Phrase> log_in(const std::string& name, const Secret<std::string>& secret) override {
    static_cast<void>(secret);
    if (name == "Owl" && right) return Done{};
    return Phrase("office.log_in.wrong");
  }
  bool right = false;
};

TEST(OfficeLogIn, OffersThoseForWhomTheOfficeHasRoomsAndLetsInTheRightOne) {
  CrewOfTests crew;
  OfficeLogIn room(crew, "Corner Bakery", std::nullopt);
  ASSERT_EQ(ui::field(room.page(), "name")->choices.size(), 1U);
  const auto try_in = [&] {
    return room.press("log_in", with_secret(typed({{"name", "Owl"}}), "secret", "222222")).step;
  };
  EXPECT_EQ(try_in(), ui::Next::Step::show_page);
  EXPECT_TRUE(ui::says(room.page(), "office.log_in.wrong"));
  static_cast<void>(try_in());
  static_cast<void>(try_in());
  EXPECT_TRUE(ui::says(room.page(), "office.log_in.ask"));
  EXPECT_EQ(room.who(), "");
  crew.right = true;
  EXPECT_EQ(try_in(), ui::Next::Step::entered);
  EXPECT_EQ(room.who(), "Owl");
}

class MakerOfTests final : public BookMaker {
 public:
  std::vector<Country> countries() override {
    return {{"MK", "MKD", "Europe/Skopje", "en"}, {"RS", "RSD", "Europe/Belgrade", "sr-Latn"}};
  }
  std::vector<std::string> zones() override { return {"Europe/Belgrade", "Europe/Skopje"}; }
  Result<std::filesystem::path, Phrase> make(const NewBook& book,
                                             const Secret<std::string>&) override {
    if (refuses) return Phrase("book.fault.read_only");
    made.push_back(book);
    return std::filesystem::path("/there/recovery.pdf");
  }
  std::unique_ptr<ui::LongWork> practice_shop() override { return nullptr; }
  bool refuses = false;
  std::vector<NewBook> made;
};

class OfficeNewBookOf : public testing::Test {
 protected:
  MakerOfTests maker_;
  OfficeNewBook room_{maker_, Language::serbian_latin};

  ui::Values good() const {
    return with_secret(with_secret(typed({{"name", " Corner Bakery "},
                                          {"address", "Street 1"},
                                          {"tax_number", "101 234 567"},
                                          {"country", "RS"},
                                          {"zone", "Europe/Belgrade"},
                                          {"language", "sr-Latn"},
                                          {"shop", "Bakery"},
                                          {"kind", "bakery"},
                                          {"vat", "no"},
                                          {"user", "Owl"},
                                          {"picture", "🦉"},
                                          {"backup", ""}}),
                                   "secret", "222222"),
                       "secret_again", "222222");
  }
  ui::Next make(const std::string& key = {}, const std::string& text = {}) {
    ui::Values values = good();
    if (!key.empty()) values.texts[key] = text;
    static_cast<void>(room_.press("real", {}));
    return room_.press("make", values);
  }
};

TEST_F(OfficeNewBookOf, OffersPracticeAndARealBookAsTwoDoors) {
  ASSERT_EQ(room_.page().doors.size(), 2U);
  EXPECT_EQ(room_.page().doors.front().key, "practice");
  EXPECT_EQ(room_.press("practice", {}).step, ui::Next::Step::work);
}

TEST_F(OfficeNewBookOf, MakesARealBookFromAFormThatHolds) {
  static_cast<void>(make());
  ASSERT_EQ(maker_.made.size(), 1U);
  const Organisation& made = maker_.made.front().organisation;
  EXPECT_EQ(made.name, "Corner Bakery");
  EXPECT_EQ(made.currency, rsd);
  EXPECT_FALSE(made.practice);
  EXPECT_FALSE(made.charges_vat);
  EXPECT_EQ(made.shops, (std::vector<Shop>{{"Bakery", "bakery", "T1"}}));
  EXPECT_EQ(maker_.made.front().first_user.role, "manager");
}

TEST_F(OfficeNewBookOf, GoesOnWhenTheRecoverySheetHasBeenSeen) {
  static_cast<void>(make());
  EXPECT_FALSE(ui::offers(room_.page(), "go_on"));
  const ui::Next sheet = room_.press("show_sheet", {});
  EXPECT_EQ(sheet.step, ui::Next::Step::show_paper);
  EXPECT_EQ(sheet.path, "/there/recovery.pdf");
  EXPECT_TRUE(ui::offers(room_.page(), "go_on"));
  EXPECT_EQ(room_.press("go_on", {}).step, ui::Next::Step::entered);
}

TEST_F(OfficeNewBookOf, MakesNothingWhileAnythingIsToMendAndKeepsWhatWasTyped) {
  for (const auto& [key, text, fault] :
       std::vector<std::tuple<std::string, std::string, std::string>>{
           {"name", "  ", "office.new.fault.name"},
           {"address", "", "office.new.fault.address"},
           {"tax_number", "12", "office.new.fault.tax_number"},
           {"tax_number", "10123456<", "office.new.fault.tax_number"},
           {"shop", "", "office.new.fault.shop"},
           {"user", "", "office.new.fault.user"},
           {"backup", "/no/such/folder", "office.new.fault.backup"}}) {
    EXPECT_EQ(make(key, text).step, ui::Next::Step::show_page);
    EXPECT_EQ(ui::fault_of(room_.page(), key), fault) << text;
    EXPECT_TRUE(ui::says(room_.page(), "office.new.to_mend"));
    if (key != "shop") {
      EXPECT_EQ(ui::field(room_.page(), "shop")->value, "Bakery");
    }
  }
  EXPECT_TRUE(maker_.made.empty());
}

TEST_F(OfficeNewBookOf, TakesTheZoneOfTheCountryUnlessAnotherIsChosen) {
  ui::Values values = good();
  values.texts["country"] = "MK";
  values.texts["zone"] = "";
  static_cast<void>(room_.press("real", {}));
  EXPECT_EQ(ui::field(room_.page(), "zone")->value, "");
  static_cast<void>(room_.press("make", values));
  ASSERT_EQ(maker_.made.size(), 1U);
  EXPECT_EQ(maker_.made.front().organisation.zone, "Europe/Skopje");
}

TEST_F(OfficeNewBookOf, WantsTheSecretTwice) {
  ui::Values values = good();
  values.secrets.erase("secret_again");
  values.secrets.emplace("secret_again", Secret<std::string>("222223"));
  static_cast<void>(room_.press("real", {}));
  static_cast<void>(room_.press("make", values));
  EXPECT_EQ(ui::fault_of(room_.page(), "secret_again"), "office.new.fault.secret_differs");
}

TEST_F(OfficeNewBookOf, SaysTheSentenceOfARefusal) {
  maker_.refuses = true;
  static_cast<void>(make());
  EXPECT_TRUE(ui::says(room_.page(), "book.fault.read_only"));
}

// Who types a name that tells too much is told so, and may keep it.
TEST_F(OfficeNewBookOf, AsksOnceAboutANameThatTellsTooMuch) {
  EXPECT_EQ(make("shop", "Bakery of the " + ui::telling_word() + "s").step,
            ui::Next::Step::show_page);
  EXPECT_TRUE(maker_.made.empty());
  EXPECT_EQ(ui::caution_of(room_.page(), "shop"), "office.name.caution");
  EXPECT_EQ(ui::caution_of(room_.page(), "name"), "");
  EXPECT_EQ(ui::key_of(room_.page().form->actions.front().label), "office.name.keep");
  ui::Values values = good();
  values.texts["shop"] = "Bakery";
  static_cast<void>(room_.press("make", values));
  EXPECT_EQ(maker_.made.size(), 1U);
}

TEST_F(OfficeNewBookOf, KeepsTheNameAnyway) {
  ui::Values values = good();
  values.texts["shop"] = ui::telling_word();
  static_cast<void>(room_.press("real", {}));
  static_cast<void>(room_.press("make", values));
  values.texts["name"] = ui::telling_word() + "s";
  static_cast<void>(room_.press("make", values));
  EXPECT_TRUE(maker_.made.empty()) << "another name";
  static_cast<void>(room_.press("make", values));
  ASSERT_EQ(maker_.made.size(), 1U);
  EXPECT_EQ(maker_.made.front().organisation.shops.front().name, ui::telling_word());
}

}  // namespace
}  // namespace tilia::pos
