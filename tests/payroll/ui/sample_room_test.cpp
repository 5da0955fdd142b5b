// The room for outside readers on a real book in memory: picked one by one, who and why first, the
// auditor beside, and nothing opened otherwise.
#include "payroll/ui/sample_room.h"

#include "db/sample_book_sqlite.h"
#include "payroll/ui/reads_room.h"
#include "tests/core/ui/office/page_of_tests.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using ui::typed;
using ui::with_secret;

// The outside: one auditor whose secret is known, with her own keys.
class Outside final : public SampleDoors {
 public:
  Outside(db::BookFile& file, const db::KeyRing& keys, const Clock& clock)
      : keys_(keys),
        clock_(clock),
        users_(file, db::SecretPolicy::practice(), clock),
        slips_(file) {
    SeededChance chance(5);
    const Secret<std::string> first(std::string("444444"));
    db::Session dolphin = *users_.log_in("Dolphin", first);
    db::Giver giver{dolphin.user, dolphin.keys};
    CHECK(users_
              .add({"Turtle", "🐢", db::Role::auditor}, Secret<std::string>(std::string("555555")),
                   chance, &giver)
              .ok());
  }
  std::vector<ui::Choice> auditors() override { return auditors_; }
  Result<std::vector<PayRunSlip>, Phrase> open(const Sample& sample, const std::string& auditor,
                                               const Secret<std::string>& secret) override {
    auto session = users_.log_in(auditor, secret);
    if (!session) return Phrase("office.log_in.wrong");
    return slips_.open(sample, ReadRecord::sample, keys_, session->keys, clock_);
  }
  Result<Done, Phrase> write_copies(const Sample& sample, const std::string& auditor,
                                    const Secret<std::string>& secret,
                                    const std::filesystem::path& folder) override {
    if (!users_.log_in(auditor, secret)) return Phrase("office.log_in.wrong");
    for (std::size_t item = 1; item <= sample.items().size(); ++item)
      written_.push_back((folder / redacted_file_name(static_cast<int>(item))).string());
    return Done();
  }

  const db::KeyRing& keys_;
  const Clock& clock_;
  db::Users users_;
  db::SampleBookSqlite slips_;
  std::vector<ui::Choice> auditors_{{"Turtle", std::string("🐢 Turtle")}};
  std::vector<std::string> written_;
};

class SampleRoomOf : public PracticeBook {
 protected:
  void SetUp() override {
    for (const char* alias : {"amber", "birch", "cedar"}) take_on(alias, "90000");
    for (const char* each : {"2026-01", "2026-02"}) {
      ASSERT_TRUE(draw_up(each).ok());
      ASSERT_TRUE(approve(each).ok());
    }
    ASSERT_TRUE(draw_up("2026-03").ok());
    book_.put_identity(book_.workers().front().id,
                       {"Invented Name", "0101990710006", "RS35260005601001611379", {}});
    room_.emplace(book_, outside_.slips_, outside_, zone_, clock_);
  }
  void press(const std::string& action, const ui::Values& values = {}) {
    static_cast<void>(room_->press(action, values));
  }
  void pick(const char* alias) { press("pick", typed({{"row", alias}})); }
  static ui::Values signed_by(const char* secret, const char* recipient = "Jane Roe",
                              const char* clause = "art. 7.2") {
    return with_secret(typed({{"name", "Turtle"}, {"recipient", recipient}, {"clause", clause}}),
                       "secret", secret);
  }
  std::size_t samples_noted() {
    std::size_t noted = 0;
    for (const RecordRead& read : read_log_.reads()) {
      if (read.outside) ++noted;
    }
    return noted;
  }

  Outside outside_{*file_, keys_, clock_};
  std::optional<SampleRoom> room_;
};

TEST_F(SampleRoomOf, ListsTheLatestApprovedMonthAndOpensNothingForIt) {
  const std::size_t before = read_log_.reads().size();
  ui::Page page = room_->page();
  ASSERT_TRUE(page.table);
  EXPECT_EQ(page.table->rows.size(), 3U);
  EXPECT_FALSE(ui::offers(page, "show")) << "nothing is picked yet";
  EXPECT_FALSE(ui::offers(page, "copies"));
  pick("amber");
  EXPECT_TRUE(ui::offers(room_->page(), "show"));
  pick("amber");
  EXPECT_FALSE(ui::offers(room_->page(), "show")) << "a second press takes it out again";
  press("later");
  EXPECT_TRUE(ui::says(room_->page(), "office.sample.no_run")) << "March is a draft";
  EXPECT_EQ(read_log_.reads().size(), before);
}

TEST_F(SampleRoomOf, WantsReaderClauseAndTheAuditor) {
  pick("amber");
  press("show");
  press("sign", signed_by("555555", " "));
  EXPECT_EQ(ui::fault_of(room_->page(), "recipient"), "payroll.sample_refusal.recipient_missing");
  press("sign", signed_by("555555", "Jane Roe", ""));
  EXPECT_EQ(ui::fault_of(room_->page(), "clause"), "payroll.sample_refusal.clause_missing");
  EXPECT_EQ(ui::field(room_->page(), "recipient")->value, "Jane Roe") << "what was typed stays";
  press("sign", signed_by("444444"));
  EXPECT_TRUE(ui::says(room_->page(), "office.log_in.wrong"));
  EXPECT_EQ(samples_noted(), 0U);
  outside_.auditors_.clear();
  EXPECT_TRUE(ui::says(room_->page(), "office.sample.no_auditor"));
  EXPECT_FALSE(ui::offers(room_->page(), "sign"));
}

TEST_F(SampleRoomOf, ShowsItemAfterItemOfSeveralMonthsAndForgetsThem) {
  pick("birch");
  press("earlier");
  pick("amber");
  press("show");
  press("sign", signed_by("555555"));
  EXPECT_EQ(samples_noted(), 2U);
  ui::Page page = room_->page();
  EXPECT_EQ(ui::key_of(page.title), "office.sample.item_title");
  EXPECT_TRUE(ui::says(page, "office.sample.shown_to"));
  EXPECT_EQ(std::get<std::string>(page.remarks.at(0).sentence), "birch")
      << "nobody entered her name";
  EXPECT_FALSE(ui::offers(page, "item_before"));
  press("item_after");
  page = room_->page();
  EXPECT_FALSE(ui::offers(page, "item_after"));
  EXPECT_TRUE(ui::offers(page, "item_before"));
  press("item_after");
  press("copies_into", typed({{"path", "/nowhere"}}));
  EXPECT_EQ(ui::key_of(room_->page().title), "office.sample.item_title")
      << "what is open is not written from here";
  press("done");
  EXPECT_EQ(ui::key_of(room_->page().title), "office.sample.title");
  EXPECT_FALSE(ui::offers(room_->page(), "show")) << "the next sample is picked anew";
  EXPECT_EQ(samples_noted(), 2U);
}

TEST_F(SampleRoomOf, WritesRedactedCopiesIntoTheChosenFolderOnly) {
  pick("cedar");
  EXPECT_EQ(room_->press("copies", {}).step, ui::Next::Step::pick_folder);
  press("copies_into", typed({{"path", "/nowhere"}}));
  press("sign", signed_by("wrong"));
  EXPECT_TRUE(outside_.written_.empty());
  press("sign", signed_by("555555"));
  EXPECT_EQ(outside_.written_, (std::vector<std::string>{"/nowhere/item-1.pdf"}));
  EXPECT_TRUE(ui::says(room_->page(), "office.sample.copied"));
}

TEST_F(SampleRoomOf, StandsInTheAuditorsRoomWithReaderAndClause) {
  pick("amber");
  press("show");
  press("sign", signed_by("555555", "Џејн Ро", "чл. 7.2"));
  ReadsRoom reads(
      read_log_, book_, [](const UserId&) { return std::string("somebody"); }, zone_);
  const ui::Page list = reads.page();
  ASSERT_TRUE(list.table);
  EXPECT_EQ(ui::key_of(list.table->rows.front().cells.at(4).text), "office.reads.record.sample");
  static_cast<void>(reads.press("open", typed({{"row", list.table->rows.front().key}})));
  std::string all;
  const ui::Page one = reads.page();
  for (const ui::Row& row : one.table->rows) {
    const auto* text = std::get_if<std::string>(&row.cells.at(1).text);
    if (text != nullptr) all += *text + "\n";
  }
  EXPECT_NE(all.find("Џејн Ро\nчл. 7.2\n"), std::string::npos) << all;
  static_cast<void>(reads.press("back", {}));
  EXPECT_EQ(ui::key_of(reads.page().title), "office.reads.name");
}

}  // namespace
}  // namespace tilia::payroll
