#include "db/approval.h"

#include <gtest/gtest.h>

#include "db/book_fault.h"
#include "db/book_file.h"
#include "db/new_book.h"
#include "db/users.h"
#include "tests/db/small_bakery.h"

namespace tilia::db {
namespace {

Secret<std::string> secret(const char* text) { return Secret<std::string>(std::string(text)); }

class ApprovalTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(
        users_.add({"Owl", "🦉", Role::manager}, secret("owl in a tree"), chance_, nullptr).ok());
    owl_ = users_.log_in("Owl", secret("owl in a tree"));
    Giver giver{owl_->user, owl_->keys};
    ASSERT_TRUE(
        users_.add({"Dolphin", "🐬", Role::finance}, secret("dolphin at sea"), chance_, &giver)
            .ok());
    dolphin_ = users_.log_in("Dolphin", secret("dolphin at sea"));
  }
  Asked asked() { return users_.ask("erase_person", "ab12", dolphin_->user.id, until_); }
  // As she does it where there is no book.
  std::string line_of(const Session& who, const Asked& what) {
    const std::string file =
        approving_key_file(who.user.id, approving_seed(*who.keys.own), secret("elsewhere"),
                           SecretPolicy::practice().passphrase);
    const auto opened = open_approving_key(file, secret("elsewhere"));
    CHECK(opened.has_value());
    return approval_line(what.until, opened->user, opened->key.sign(signed_text(what)));
  }
  std::string refused(const std::string& line, const Asked& what) {
    const auto answer = users_.approver(what, line, today_);
    return answer ? "none" : std::string(approval_refusal_code(answer.refusal()));
  }

  SeededChance chance_{1};
  SetClock clock_{Instant::parse("2026-03-02T05:00Z").value()};
  std::unique_ptr<BookFile> book_ =
      book_in_memory({.station = "office"}, small_bakery(), clock_.now(), chance_);
  Users users_{*book_, SecretPolicy::practice(), clock_};
  std::optional<Session> owl_;
  std::optional<Session> dolphin_;
  Day today_ = *Day::parse("2026-03-02");
  Day until_ = today_.plus_days(approval_days);
};

TEST_F(ApprovalTest, IsGoodForExactlyWhatWasAsked) {
  const std::string line = line_of(*owl_, asked());
  const auto owl = users_.approver(asked(), line, today_);
  ASSERT_TRUE(owl.ok());
  EXPECT_EQ(owl.value().name, "Owl");
  Asked other = asked();
  other.subject = "ab13";
  EXPECT_EQ(refused(line, other), "approval_something_else");
  other = asked();
  other.act = "take_approving_key";
  EXPECT_EQ(refused(line, other), "approval_something_else");
  other = asked();
  other.book = "00";
  EXPECT_EQ(refused(line, other), "approval_something_else");
  other = asked();
  other.by = UserId::mint(chance_);
  EXPECT_EQ(refused(line, other), "approval_something_else") << "asked by another";
}

TEST_F(ApprovalTest, IsGoodOnTheDaysThatWereSignedAndNoLonger) {
  const std::string line = line_of(*owl_, asked());
  EXPECT_TRUE(users_.approver(asked(), line, until_).ok());
  today_ = until_.plus_days(1);
  EXPECT_EQ(refused(line, asked()), "approval_too_late");
  std::string later = line;
  later.replace(later.find(until_.text()), until_.text().size(), today_.text());
  EXPECT_EQ(refused(later, asked()), "approval_something_else");
}

TEST_F(ApprovalTest, IsNobodysOwnNorALeaversNorAStrangers) {
  EXPECT_EQ(refused(line_of(*dolphin_, asked()), asked()), "approval_yourself");
  const std::string line = line_of(*owl_, asked());
  WriteTransaction change(*book_);
  change.connection().run("UPDATE user SET disabled = 1 WHERE name = 'Owl'");
  change.commit();
  EXPECT_EQ(refused(line, asked()), "approval_unknown");
  const Asked what = asked();
  const std::string stranger = approval_line(what.until, UserId::mint(chance_),
                                             SigningKey(Key::random()).sign(signed_text(what)));
  EXPECT_EQ(refused(stranger, asked()), "approval_unknown");
}

TEST_F(ApprovalTest, IsRefusedWhenAnyOfItsLettersIsAnother) {
  const std::string line = line_of(*owl_, asked());
  for (std::size_t at = 0; at < line.size(); ++at) {
    std::string changed = line;
    changed[at] = changed[at] == '0' ? '1' : '0';
    EXPECT_NE(refused(changed, asked()), "none") << at;
  }
  for (const char* none : {"", "approval1", "approval1 2026-03-16 xyz abc"})
    EXPECT_EQ(refused(none, asked()), "approval_unreadable");
  EXPECT_TRUE(users_.approver(asked(), "  " + line + "\n", today_).ok()) << "as a mail wraps it";
}

TEST_F(ApprovalTest, ComesFromAKeyThatItsSecretAloneOpens) {
  const std::string file =
      approving_key_file(owl_->user.id, approving_seed(*owl_->keys.own), secret("elsewhere"),
                         SecretPolicy::practice().passphrase);
  EXPECT_FALSE(open_approving_key(file, secret("owl in a tree")));
  EXPECT_FALSE(open_approving_key("{}", secret("elsewhere")));
  EXPECT_FALSE(open_approving_key("no file of ours", secret("elsewhere")));
  std::string dear = file;
  const std::string memory = "\"memory_bytes\": ";
  dear.insert(dear.find(memory) + memory.size(), "9999999");
  EXPECT_FALSE(open_approving_key(dear, secret("elsewhere"))) << "stops nobody's machine";
}

TEST_F(ApprovalTest, NoticesAnothersHalfInTheBookWhenSheComesIn) {
  WriteTransaction change(*book_);
  change.connection().run(
      "UPDATE user SET approving_half = (SELECT approving_half FROM user WHERE name = 'Dolphin')"
      " WHERE name = 'Owl'");
  change.commit();
  EXPECT_THROW((void)users_.log_in("Owl", secret("owl in a tree")), BookFault);
}

TEST_F(ApprovalTest, AsksInAFileThatReadsBackTheSame) {
  EXPECT_EQ(parse_asked(asked_text(asked())), asked());
  for (const char* none : {"", "{}", R"({"kind":"approval.key"})"})
    EXPECT_EQ(parse_asked(none), std::nullopt);
}

}  // namespace
}  // namespace tilia::db
