// The room Records on a real book in memory: who may go, what the plan says, and the second person.
#include "payroll/ui/person_room.h"

#include "db/person_book_sqlite.h"
#include "tests/core/ui/office/page_of_tests.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using ui::typed;

// The outside: one auditor whose secret is known, and where the copy would go.
class Outside final : public PersonDoors {
 public:
  std::vector<ui::Choice> auditors() override { return auditors_; }
  std::vector<ui::Choice> witnesses() override { return auditors_; }
  Result<Done, Phrase> write_copy(const Worker& worker, const std::string& auditor,
                                  const Secret<std::string>& secret,
                                  const std::filesystem::path& file) override {
    if (const auto wrong = witness(auditor, secret); !wrong) return wrong.refusal();
    written_.push_back(worker.alias + " to " + file.string());
    return Done();
  }
  Result<Done, Phrase> witness(const std::string& name,
                               const Secret<std::string>& secret) override {
    if (name != "Turtle" || secret.reveal() != "555555") return Phrase("office.log_in.wrong");
    return Done();
  }
  void write_request(const Worker& worker, const std::filesystem::path& file) override {
    written_.push_back("request for " + worker.alias + " to " + file.string());
  }
  Result<Done, Phrase> approved(const Worker& worker, const std::string& line) override {
    if (line != "a line about " + worker.alias)
      return Phrase("users.refusal.approval_something_else");
    return Done();
  }
  RetentionTable retention() override { return retention_; }

  std::vector<ui::Choice> auditors_{{"Turtle", std::string("🐢 Turtle")}};
  std::vector<std::string> written_;
  RetentionTable retention_;
};

class PersonRoomOf : public PracticeBook {
 protected:
  void SetUp() override {
    take_on("amber", "90000");
    take_on("birch", "90000");
  }
  void ends(const std::string& alias) {
    ASSERT_TRUE(work(alias, "2026-03-02", 480).ok());
    ASSERT_TRUE(end_worker(book_, alias, day("2026-03-31"), clock_).ok());
    ASSERT_TRUE(draw_up("2026-03").ok());
    ASSERT_TRUE(approve("2026-03").ok());
  }
  void press(const std::string& action, ui::Values values = {}) {
    static_cast<void>(room_.press(action, values));
  }
  static ui::Values signed_by(const char* name, const char* secret, const char* keep = "no") {
    ui::Values values = typed({{"name", name}, {"nothing_to_keep", keep}});
    values.secrets.emplace("secret", Secret<std::string>(std::string(secret)));
    return values;
  }

  Outside outside_;
  db::PersonBookSqlite people_{*file_, book_, keys_, read_log_};
  PersonRoom room_{book_, people_, outside_, zone_, clock_};
};

TEST_F(PersonRoomOf, ListsEverybodyAlikeAndTakesNobodyOutWhoStillWorks) {
  ASSERT_TRUE(room_.page().table);
  EXPECT_EQ(room_.page().table->rows.size(), 2U);
  press("open", typed({{"row", "amber"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.person.not_yet.still_works"));
  EXPECT_FALSE(ui::offers(room_.page(), "erasure"));
  EXPECT_TRUE(ui::offers(room_.page(), "copy")) << "her copy is hers at any time";
  press("erasure");
  press("erase", signed_by("Turtle", "555555"));
  EXPECT_EQ(book_.workers().size(), 2U);
}

TEST_F(PersonRoomOf, SaysBeforehandWhatGoesAndAsksWhereNobodyEnteredAPeriod) {
  ends("amber");
  press("open", typed({{"row", "amber"}}));
  ASSERT_TRUE(room_.page().table);
  EXPECT_EQ(room_.page().table->rows.size(), all_person_parts.size());
  press("erasure");
  ASSERT_NE(ui::field(room_.page(), "nothing_to_keep"), nullptr);
  press("erase", signed_by("Turtle", "wrong"));
  EXPECT_TRUE(ui::says(room_.page(), "office.log_in.wrong"));
  EXPECT_EQ(book_.workers().size(), 2U);
  press("erase", signed_by("Turtle", "555555", "yes"));
  EXPECT_TRUE(ui::says(room_.page(), "office.person.erased"));
  ASSERT_EQ(book_.workers().size(), 1U);
  EXPECT_EQ(book_.workers().front().alias, "birch");
}

TEST_F(PersonRoomOf, TakesTheLineOfSomebodyElsewhereForTheSecondPerson) {
  ends("amber");
  press("open", typed({{"row", "amber"}}));
  press("erasure");
  EXPECT_EQ(room_.press("ask_elsewhere", {}).step, ui::Next::Step::save_file);
  press("request_into", typed({{"path", "/there/request.json"}}));
  EXPECT_EQ(outside_.written_,
            (std::vector<std::string>{"request for amber to /there/request.json"}));
  ui::Values values = signed_by("Turtle", "", "yes");
  values.texts["approval"] = "a line about birch";
  press("erase", std::move(values));
  EXPECT_TRUE(ui::says(room_.page(), "users.refusal.approval_something_else"));
  EXPECT_EQ(book_.workers().size(), 2U);
  ui::Values good = signed_by("Turtle", "", "yes");
  good.texts["approval"] = " a line about amber\n";
  press("erase", std::move(good));
  EXPECT_EQ(book_.workers().size(), 1U);
}

TEST_F(PersonRoomOf, WritesHerCopyOnlyWithTheAuditorsSecret) {
  press("open", typed({{"row", "birch"}}));
  press("copy_into", typed({{"path", "/nowhere/birch.json"}}));
  press("write_copy", signed_by("Turtle", "wrong"));
  EXPECT_TRUE(outside_.written_.empty());
  press("write_copy", signed_by("Turtle", "555555"));
  EXPECT_EQ(outside_.written_, (std::vector<std::string>{"birch to /nowhere/birch.json"}));
  outside_.auditors_.clear();
  press("copy_into", typed({{"path", "/nowhere/birch.json"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.person.no_auditor"));
}

}  // namespace
}  // namespace tilia::payroll
