// The room Settings on a real book in memory.
#include "pos/ui/office_settings.h"

#include <gtest/gtest.h>

#include "pos/counter_rules.h"
#include "tests/app/shop_book_of_tests.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::pos {
namespace {

using ui::typed;
using ui::with_secret;

class SettingsOfTests final : public OfficeSettings {
 public:
  std::vector<OfficeUser> users() override { return all; }
  std::vector<std::string> roles_to_give() override { return {"counter", "manager"}; }
  Result<Done, Phrase> add_user(const OfficeUser& user, const Secret<std::string>&) override {
    if (user.name.empty()) return Phrase("users.refusal.bad_name");
    all.push_back(user);
    return Done{};
  }
  Result<Done, Phrase> new_secret(const std::string& name,
                                  const Secret<std::string>& secret) override {
    if (secret.reveal().size() < 10) return Phrase("users.refusal.secret_too_short");
    new_secrets.push_back(name);
    given = secret.reveal();
    return Done{};
  }
  std::vector<std::string> new_secrets;
  std::string given;
  std::filesystem::path new_recovery_sheet() override { return "/there/recovery.pdf"; }
  Result<Done, Phrase> set_second_passphrase(const Secret<std::string>& secret) override {
    if (secret.reveal() == "every day the same") return Phrase("users.refusal.same_secret");
    second = secret.reveal();
    return Done{};
  }
  void drop_second_passphrase() override { second.clear(); }
  std::string few_holders() override { return "Fewer than three"; }
  std::string second;
  Result<Done, Phrase> disable_user(const std::string& name) override {
    for (OfficeUser& user : all) user.disabled = user.disabled || user.name == name;
    return Done{};
  }
  Result<Done, Phrase> set_approves(const std::string& name, bool approves) override {
    for (OfficeUser& user : all) {
      if (user.name == name) user.approves = approves;
    }
    return Done{};
  }
  void set_counter_rule(const std::string& name, const std::string& text) override {
    counter_rules[name] = text;
  }
  std::map<std::string, std::string> counter_rules;
  std::string setting(const std::string& name) override {
    const auto found = settings.find(name);
    return found == settings.end() ? std::string() : found->second;
  }
  void set(const std::string& name, const std::string& value) override { settings[name] = value; }
  void set_organisation(const Organisation& organisation) override { head = organisation; }
  void speak(Language language) override { spoken = language; }
  ui::Remark compare_head(const std::string& typed) override {
    compared = typed;
    return {Phrase("book.head.holds"), ui::Remark::Kind::done};
  }
  ui::Remark try_backup(const std::filesystem::path& file) override {
    tried = file.string();
    return {Phrase::counted("office.check.backup_opens", 7), ui::Remark::Kind::done};
  }
  std::string tried;
  Outside outside() override {
    return {{{std::string("Receipt"), std::string("Customers"), {"T1-1-1", {}}}}, {"A name"}};
  }
  void write_outside(const std::filesystem::path& file) override { written = file.string(); }
  void write_privacy_paper(const std::string& paper, const std::filesystem::path& file) override {
    written = paper + " " + file.string();
  }
  std::vector<KeptRecords> kept_records() override {
    return {{"payslips", "7 years", "a law", true}, {"users", kept, "", false}};
  }
  Result<Done, Phrase> keep_records(const std::string& group, const std::string& months,
                                    const std::string& after, const std::string&) override {
    if (months.empty()) return Phrase("privacy.fault.period");
    kept = group + " " + months + " " + after;
    return Done{};
  }
  std::unique_ptr<ui::LongWork> backup_into(const std::filesystem::path&) override {
    return nullptr;
  }
  std::vector<OfficeUser> all{{"Owl", "🦉", "manager", false}};
  std::map<std::string, std::string> settings;
  std::optional<Organisation> head;
  std::string written;
  std::string kept;
  std::optional<Language> spoken;
  std::string compared;
};

class OfficeSettingsOf : public ShopBook {
 protected:
  SettingsOfTests settings_;
  OfficeSettingsRoom room_{book_, settings_, Language::english, {true, true, true, true}};
  void press(const std::string& action, const ui::Values& values = {}) {
    static_cast<void>(room_.press(action, values));
  }
};

TEST_F(OfficeSettingsOf, SetsTheRulesOfTheCounterAllOrNone) {
  press("counter");
  ui::Values values = typed({{"counter.refund_limit", "20,00"},
                             {"counter.difference_limit", "some"},
                             {"counter.bags", "yes"},
                             {"counter.labels", "weight 21.....{NNDDD}"}});
  press("save_counter", values);
  EXPECT_EQ(room_.page().remarks.front().kind, ui::Remark::Kind::mend);
  EXPECT_TRUE(settings_.counter_rules.empty());
  EXPECT_EQ(room_.page().form->fields.front().value, "20,00");  // what was typed stays
  values.texts["counter.difference_limit"] = "";
  press("save_counter", values);
  const std::map<std::string, std::string> set{{"counter.refund_limit", "20.00"},
                                               {"counter.bags", "yes"},
                                               {"counter.labels", "weight 21.....{NNDDD}"}};
  EXPECT_EQ(settings_.counter_rules, set);
}

TEST_F(OfficeSettingsOf, WhatTheOnlyTillDoesOtherwiseIsSeen) {
  press("counter");
  EXPECT_TRUE(room_.page().form) << "with one till there is nothing to choose";
  press("back");
  book_.set_counter_rule(rule_of_till("counter.bags", "T1"), "yes", clock_.now());
  press("counter");
  ASSERT_TRUE(room_.page().table);
  press("open_counter", typed({{"row", "T1"}}));
  EXPECT_EQ(ui::field(room_.page(), "counter.bags")->value, "yes");
}

// Three kinds of shop in one organisation: each till follows its own, else what holds for all.
class CounterRulesOfTwoTills : public OfficeSettingsOf {
 protected:
  CounterRulesOfTwoTills() {
    Organisation organisation = book_.organisation();
    organisation.shops.push_back({"Clear Laundry", "laundry", "T2"});
    db::set_organisation(*file_, organisation, clock_.now());
  }
  CounterRules rules(const std::string& till) {
    for (const auto& [name, text] : settings_.counter_rules)
      book_.set_counter_rule(name, text, clock_.now());
    return counter_rules(book_, book_.organisation().currency, till);
  }
};

TEST_F(CounterRulesOfTwoTills, OneTillDoesOtherwiseThanAll) {
  press("counter");
  ASSERT_TRUE(room_.page().table);
  EXPECT_EQ(room_.page().table->rows.size(), 3U);
  press("open_counter", typed({{"row", ""}}));
  press("save_counter", typed({{"counter.refund_limit", "20"}, {"counter.bags", "yes"}}));
  press("open_counter", typed({{"row", "T2"}}));
  press("save_counter", typed({{"counter.tickets", "yes"}, {"counter.bags", "no"}}));
  EXPECT_FALSE(rules("T1").tickets);
  EXPECT_TRUE(rules("T1").bags);
  EXPECT_TRUE(rules("T2").tickets);
  EXPECT_FALSE(rules("T2").bags);
  EXPECT_EQ(rules("T2").refund_limit, rules("T1").refund_limit);
  EXPECT_TRUE(rules("T2").refund_limit);
  EXPECT_TRUE(at_any_till(book_, &CounterRules::tickets));
  EXPECT_FALSE(at_any_till(book_, &CounterRules::orders));
}

TEST_F(CounterRulesOfTwoTills, WhatIsLeftEmptyIsAgainAsForAll) {
  press("counter");
  press("open_counter", typed({{"row", "T2"}}));
  press("save_counter", typed({{"counter.tickets", "yes"}, {"counter.difference_limit", "5"}}));
  ASSERT_TRUE(rules("T2").tickets);
  press("open_counter", typed({{"row", "T2"}}));
  press("save_counter", typed({{"counter.tickets", "as_all"}, {"counter.difference_limit", ""}}));
  EXPECT_FALSE(rules("T2").tickets);
  EXPECT_FALSE(rules("T2").difference_limit);
  EXPECT_TRUE(rules_of_till(book_, "T2").empty());
}

TEST_F(CounterRulesOfTwoTills, WhatIsWrongForOneTillIsSaidAndNothingIsKept) {
  press("counter");
  press("open_counter", typed({{"row", "T2"}}));
  press("save_counter", typed({{"counter.tickets", "yes"}, {"counter.difference_limit", "some"}}));
  EXPECT_EQ(room_.page().remarks.front().kind, ui::Remark::Kind::mend);
  EXPECT_TRUE(settings_.counter_rules.empty());
  press("back");
  EXPECT_TRUE(room_.page().table);
}

TEST_F(OfficeSettingsOf, MakesALoginOfTheCounterOneThatApproves) {
  settings_.all.push_back({"Fox", "🦊", "counter", false});
  press("open", typed({{"row", "Fox"}}));
  press("approves");
  EXPECT_TRUE(settings_.all.back().approves);
  press("approves");
  EXPECT_FALSE(settings_.all.back().approves);
  press("open", typed({{"row", "Owl"}}));
  for (const ui::Action& action : room_.page().quiet) EXPECT_NE(action.key, "approves");
}

TEST_F(OfficeSettingsOf, AddsAndDisablesUsers) {
  press("new_user");
  press("add_user", with_secret(typed({{"name", ""}, {"picture", "🦊"}, {"role", "counter"}}),
                                "secret", "123456"));
  EXPECT_EQ(room_.page().remarks.front().kind, ui::Remark::Kind::mend);
  press("add_user", with_secret(typed({{"name", "Fox"}, {"picture", "🦊"}, {"role", "counter"}}),
                                "secret", "123456"));
  ASSERT_EQ(settings_.all.size(), 2U);
  press("open", typed({{"row", "Fox"}}));
  press("disable");
  EXPECT_TRUE(settings_.all.back().disabled);
}

TEST_F(OfficeSettingsOf, AsksOnceAboutNamesThatTellTooMuch) {
  const std::string name = "Friend of " + ui::telling_word();
  const auto user = [&] {
    return with_secret(typed({{"name", name}, {"picture", "🦊"}, {"role", "counter"}}), "secret",
                       "123456");
  };
  press("new_user");
  press("add_user", user());
  EXPECT_EQ(settings_.all.size(), 1U);
  EXPECT_EQ(ui::caution_of(room_.page(), "name"), "office.name.caution");
  EXPECT_EQ(ui::field(room_.page(), "name")->value, name) << "what was typed is kept";
  press("add_user", user());
  EXPECT_EQ(settings_.all.size(), 2U);
  press("organisation");
  EXPECT_EQ(ui::caution_of(room_.page(), "name"), "") << "a form that is opened anew";
  const ui::Values head = typed(
      {{"name", "New Name"}, {"shop.T1", ui::telling_word() + " bread"}, {"paper_language", "en"}});
  press("save_organisation", head);
  EXPECT_FALSE(settings_.head.has_value());
  EXPECT_EQ(ui::caution_of(room_.page(), "shop.T1"), "office.name.caution");
  press("save_organisation", head);
  EXPECT_TRUE(settings_.head.has_value());
}

TEST_F(OfficeSettingsOf, ShowsAndSavesWhatOthersRead) {
  press("privacy");
  press("open_privacy", typed({{"row", "outside"}}));
  const ui::Page page = room_.page();
  ASSERT_EQ(page.papers.size(), 1U);
  EXPECT_TRUE(ui::says(page, "office.outside.caution"));
  EXPECT_TRUE(ui::offers(page, "organisation"));
  EXPECT_EQ(room_.press("save_outside", {}).step, ui::Next::Step::save_file);
  press("outside_into", typed({{"path", "/there.pdf"}}));
  EXPECT_EQ(settings_.written, "/there.pdf");
  EXPECT_TRUE(ui::says(room_.page(), "office.saved"));
  press("back");
  EXPECT_TRUE(room_.page().papers.empty());
}

TEST_F(OfficeSettingsOf, SavesThePapersAboutData) {
  press("privacy");
  EXPECT_EQ(room_.page().table->rows.size(), 5U);
  const ui::Next next = room_.press("open_privacy", typed({{"row", "record"}}));
  EXPECT_EQ(next.step, ui::Next::Step::save_file);
  press(next.action, typed({{"path", "/record.pdf"}}));
  EXPECT_EQ(settings_.written, "record /record.pdf");
}

TEST_F(OfficeSettingsOf, TakesAPeriodOnlyWhereNoLawGivesOne) {
  press("privacy");
  press("open_privacy", typed({{"row", "periods"}}));
  press("open_period", typed({{"row", "payslips"}}));
  EXPECT_TRUE(ui::says(room_.page(), "privacy.fault.by_law"));
  press("open_period", typed({{"row", "users"}}));
  press("save_period", typed({{"months", " "}, {"after", "end_of_use"}, {"why", "so"}}));
  EXPECT_TRUE(ui::says(room_.page(), "privacy.fault.period"));
  EXPECT_EQ(ui::field(room_.page(), "why")->value, "so") << "what was typed is kept";
  press("save_period", typed({{"months", "12"}, {"after", "end_of_use"}, {"why", "so"}}));
  EXPECT_EQ(settings_.kept, "users 12 end_of_use");
  press("open_period", typed({{"row", "users"}}));
  press("save_period", typed({{"months", ""}, {"after", "always"}, {"why", "so"}}));
  EXPECT_EQ(settings_.kept, "users always end_of_contract");
  EXPECT_TRUE(room_.page().table.has_value());
}

TEST_F(OfficeSettingsOf, WantsANameForEveryShop) {
  press("organisation");
  press("save_organisation", typed({{"name", "New Name"}, {"shop.T1", "  "}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.new.fault.shop"));
  EXPECT_FALSE(settings_.head.has_value());
}

TEST_F(OfficeSettingsOf, WantsToKnowWhereAPrinterIs) {
  press("save_settings",
        typed({{"language", "en"}, {"printer.way", "cups"}, {"printer.target", " "}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.settings.printer_where"));
  EXPECT_TRUE(settings_.settings.empty());
  press("save_settings",
        typed({{"language", "sr-Cyrl"}, {"printer.way", "cups"}, {"printer.target", "receipts"}}));
  EXPECT_EQ(settings_.settings["printer.target"], "receipts");
  EXPECT_EQ(settings_.spoken, Language::serbian_cyrillic);
}

TEST_F(OfficeSettingsOf, GivesANewSecretAndSaysWhyNot) {
  press("open", typed({{"row", "Owl"}}));
  ASSERT_NE(ui::field(room_.page(), "secret"), nullptr);
  ui::Values values;
  values.secrets.emplace("secret", Secret<std::string>(std::string("short")));
  press("new_secret", std::move(values));
  EXPECT_TRUE(ui::says(room_.page(), "users.refusal.secret_too_short"));
  ui::Values longer;
  longer.secrets.emplace("secret", Secret<std::string>(std::string("long enough to keep")));
  press("new_secret", std::move(longer));
  EXPECT_TRUE(ui::says(room_.page(), "office.settings.secret_given"));
  EXPECT_EQ(settings_.new_secrets, (std::vector<std::string>{"Owl"}));
}

TEST_F(OfficeSettingsOf, GivesCounterStaffACardWithFourPicturesInsteadOfANumber) {
  settings_.all.push_back({"Fox", "🦊", "counter", false});
  press("open", typed({{"row", "Fox"}}));
  const auto give = [&](ui::Values values, const char* card) {
    press("new_secret", with_secret(with_secret(std::move(values), "secret", ""), "card", card));
  };
  give(typed({{"touched.0", "2"}, {"touched.1", "7"}, {"touched.2", ""}, {"touched.3", "11"}}),
       "4006381333931");
  EXPECT_TRUE(ui::says(room_.page(), "office.settings.four_pictures"));
  EXPECT_TRUE(settings_.new_secrets.empty());
  give(typed({{"touched.0", "2"}, {"touched.1", "7"}, {"touched.2", "0"}, {"touched.3", "11"}}),
       "4006381333931");
  EXPECT_EQ(settings_.new_secrets, (std::vector<std::string>{"Fox"}));
  EXPECT_EQ(settings_.given, "card 4006381333931 chal");
}

TEST_F(OfficeSettingsOf, TriesWhetherABackupOpens) {
  press("check");
  const ui::Next next = room_.press("try_backup", {});
  EXPECT_EQ(next.step, ui::Next::Step::open_file);
  press(next.action, typed({{"path", "/stick/monday.sealed"}}));
  EXPECT_EQ(settings_.tried, "/stick/monday.sealed");
  EXPECT_TRUE(ui::says(room_.page(), "office.check.backup_opens"));
}

TEST_F(OfficeSettingsOf, SaysWhatTooFewPeopleCanOpen) {
  EXPECT_EQ(std::get<std::string>(room_.page().remarks.front().sentence), "Fewer than three");
}

TEST_F(OfficeSettingsOf, ShowsANewRecoverySheet) {
  press("own_doors");
  const ui::Next next = room_.press("recovery_sheet", {});
  EXPECT_EQ(next.step, ui::Next::Step::show_paper);
  EXPECT_EQ(next.path, "/there/recovery.pdf");
  EXPECT_TRUE(ui::says(room_.page(), "office.doors.sheet_made"));
}

TEST_F(OfficeSettingsOf, SetsASecondPassphraseThatWasTypedTwiceAlike) {
  press("own_doors");
  const auto set = [&](const char* secret, const char* again) {
    press("set_second", with_secret(with_secret({}, "second", secret), "second_again", again));
  };
  set("quite another one", "quite another");
  EXPECT_TRUE(ui::says(room_.page(), "office.new.fault.secret_differs"));
  set("every day the same", "every day the same");
  EXPECT_TRUE(ui::says(room_.page(), "users.refusal.same_secret"));
  set("quite another one", "quite another one");
  EXPECT_EQ(settings_.second, "quite another one");
  press("drop_second");
  EXPECT_EQ(settings_.second, "");
}

TEST_F(OfficeSettingsOf, KeepsAfterHowManyMinutesTheTillClosesItself) {
  const auto shown = [this] {
    const ui::Page page = room_.page();
    for (const ui::Field& field : page.form->fields) {
      if (field.key == "lock.till_minutes") return field;
    }
    return ui::Field{};
  };
  EXPECT_EQ(shown().value, "never");
  press("save_settings",
        typed({{"language", "en"}, {"printer.way", "none"}, {"lock.till_minutes", "5"}}));
  EXPECT_EQ(settings_.settings["lock.till_minutes"], "5");
  EXPECT_EQ(shown().value, "5");
  settings_.settings["lock.till_minutes"] = "45";  // by the command
  EXPECT_EQ(shown().value, "45");
  EXPECT_EQ(shown().choices.back().value, "45") << "saving the page changes nothing by itself";
}

TEST_F(OfficeSettingsOf, ComparesAHeadThatWasTypedFromPaperAndKeepsWhatWasTyped) {
  press("check");
  press("compare", typed({{"head", "T1 12 0000-0000-0000-0000"}}));
  EXPECT_EQ(settings_.compared, "T1 12 0000-0000-0000-0000");
  EXPECT_TRUE(ui::says(room_.page(), "book.head.holds"));
  EXPECT_EQ(ui::field(room_.page(), "head")->value, "T1 12 0000-0000-0000-0000");
  press("back");
  press("check");
  EXPECT_EQ(ui::field(room_.page(), "head")->value, "");
}

TEST_F(OfficeSettingsOf, ComparesForWhoCaresForTheBookOnly) {
  EXPECT_TRUE(ui::offers(room_.page(), "check"));
  OfficeSettingsRoom other(book_, settings_, Language::english, {true, true, false});
  EXPECT_FALSE(ui::offers(other.page(), "check"));
}

TEST_F(OfficeSettingsOf, ChangesTheHeadOfPapersAndNothingElse) {
  press("organisation");
  press("save_organisation", typed({{"name", "New Name"},
                                    {"shop.T1", "Bakery at the Bridge"},
                                    {"tax_number", "1"},
                                    {"address", "A"},
                                    {"paper_language", "sr-Cyrl"}}));
  ASSERT_TRUE(settings_.head.has_value());
  Organisation expected = corner_bakery();
  expected.name = "New Name";
  expected.shops.front().name = "Bakery at the Bridge";
  expected.tax_number = "1";
  expected.address = "A";
  expected.language = "sr-Cyrl";
  EXPECT_EQ(*settings_.head, expected);
}

}  // namespace
}  // namespace tilia::pos
