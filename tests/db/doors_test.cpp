// The ways in to a ring of keys: what opens it, and what does not.
#include "db/doors.h"

#include <gtest/gtest.h>

#include "db/book_fault.h"
#include "db/book_file.h"
#include "db/recovery_words.h"
#include "db/sealed_journal.h"
#include "db/users.h"
#include "tests/db/fresh_folder.h"

namespace tilia::db {
namespace {

Secret<std::string> secret(const std::string& text) { return Secret<std::string>(text); }

// As a real book, but for the work, which would take minutes.
SecretPolicy strict_and_quick() {
  SecretPolicy policy = SecretPolicy::practice();
  policy.secrets_are_secret = true;
  policy.shortest_passphrase = 10;
  return policy;
}

class DoorsTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(
        users_.add({"Owl", "🦉", Role::manager}, secret("owl in a tree"), chance_, nullptr).ok());
    owl_ = users_.log_in("Owl", secret("owl in a tree"));
    ASSERT_TRUE(owl_.has_value());
    Giver giver = giver_of(*owl_);
    ASSERT_TRUE(
        users_.add({"Dolphin", "🐬", Role::finance}, secret("dolphin at sea"), chance_, &giver)
            .ok());
    ASSERT_TRUE(users_.add({"Fox", "🦊", Role::counter}, secret("481516"), chance_, &giver).ok());
  }
  static Giver giver_of(Session& session) { return {session.user, session.keys}; }
  Users on_machine(const std::string& name) {
    return {*book_, strict_and_quick(), clock_, DeviceFolder(folder_.file(name))};
  }
  // What the auditor's key, in trust with finance, reads.
  std::vector<std::string> notes() {
    const auto dolphin = users_.log_in("Dolphin", secret("dolphin at sea"));
    std::vector<std::string> all;
    read_sealed(book_->reader(), dolphin->keys, [&](const std::string& text) {
      all.push_back(text.substr(text.find("\"kind\":") + 8));
      all.back().resize(all.back().find('"'));
    });
    return all;
  }

  FreshFolder folder_;
  std::unique_ptr<BookFile> book_ =
      BookFile::in_memory({.station = "office"}, [](WriteTransaction&) {});
  SetClock clock_{Instant::parse("2026-03-02T08:00Z").value()};
  Users users_ = on_machine("here");
  SeededChance chance_{1};
  std::optional<Session> owl_;
};

TEST_F(DoorsTest, AtTheCounterNeedWhatOnlyThisMachineHas) {
  EXPECT_TRUE(users_.log_in("Fox", secret("481516")));
  Users elsewhere = on_machine("elsewhere");
  EXPECT_TRUE(elsewhere.machine_is_new());
  EXPECT_FALSE(elsewhere.log_in("Fox", secret("481516")))
      << "the book and the number alone open nothing";
}

TEST_F(DoorsTest, AtTheCounterOpenOnANewMachineOnceAManagerHasComeInThere) {
  Users elsewhere = on_machine("elsewhere");
  ASSERT_TRUE(elsewhere.log_in("Owl", secret("owl in a tree")));
  EXPECT_FALSE(elsewhere.machine_is_new());
  EXPECT_TRUE(elsewhere.log_in("Fox", secret("481516")));
  EXPECT_TRUE(users_.log_in("Fox", secret("481516"))) << "and here as before";
}

TEST_F(DoorsTest, AtTheCounterStayOpenWhenTheTillKeyIsReplaced) {
  Giver giver = giver_of(*owl_);
  ASSERT_TRUE(users_.add({"Hen", "🐔", Role::counter}, secret("739105"), chance_, &giver).ok());
  ASSERT_TRUE(users_.disable("Hen", giver).ok());
  EXPECT_TRUE(users_.log_in("Fox", secret("481516")));
  EXPECT_FALSE(users_.log_in("Hen", secret("739105")));
  Users elsewhere = on_machine("elsewhere");
  ASSERT_TRUE(elsewhere.log_in("Owl", secret("owl in a tree")));
  EXPECT_TRUE(elsewhere.log_in("Fox", secret("481516")));
}

TEST_F(DoorsTest, TakeACardWithPicturesInsteadOfANumber) {
  Giver giver = giver_of(*owl_);
  const std::string card = "card 4006381333931 chal";
  ASSERT_TRUE(users_.rebind("Fox", secret(card), giver).ok());
  EXPECT_TRUE(users_.log_in("Fox", secret(card)));
  EXPECT_FALSE(users_.log_in("Fox", secret("card 4006381333931 hcal")));
  EXPECT_FALSE(users_.log_in("Fox", secret("481516"))) << "one or the other";
}

TEST_F(DoorsTest, TakeNoNumberThatIsTriedFirst) {
  Giver giver = giver_of(*owl_);
  EXPECT_EQ(users_.rebind("Fox", secret("123456"), giver).refusal(),
            UserRefusal::pin_easily_guessed);
  EXPECT_EQ(users_.rebind("Fox", secret("card 40063 chal"), giver).refusal(),
            UserRefusal::card_unreadable);
  EXPECT_TRUE(users_.log_in("Fox", secret("481516"))) << "nothing was changed";
}

TEST_F(DoorsTest, OpenByTheWordsOnPaperHoweverTheyAreTyped) {
  const Secret<std::string> words = new_recovery_words();
  ASSERT_TRUE(users_.set_second_door(giver_of(*owl_), Door::paper, words).ok());
  const auto back = users_.log_in("Owl", words);
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->by, Door::paper);
  EXPECT_TRUE(back->keys.holds(KeyName::backup));
  std::string shouted = words.reveal();
  for (char& letter : shouted)
    letter = letter == '-' ? ' ' : static_cast<char>(std::toupper(letter));
  EXPECT_TRUE(users_.log_in("Owl", secret("  " + shouted + "\n")));
  EXPECT_TRUE(users_.log_in("Owl", secret("owl in a tree"))) << "and her secret as before";
  EXPECT_FALSE(users_.log_in("Dolphin", words));
}

TEST_F(DoorsTest, ANewSheetShutsTheOneBeforeAndANewSecretBoth) {
  const Secret<std::string> first = new_recovery_words();
  const Secret<std::string> second = new_recovery_words();
  for (const auto* words : {&first, &second})
    ASSERT_TRUE(users_.set_second_door(giver_of(*owl_), Door::paper, *words).ok());
  EXPECT_FALSE(users_.log_in("Owl", first));
  EXPECT_TRUE(users_.log_in("Owl", second));
  Giver giver = giver_of(*owl_);
  ASSERT_TRUE(users_.rebind("Owl", secret("another tree"), giver).ok());
  EXPECT_FALSE(users_.log_in("Owl", second));
  EXPECT_TRUE(users_.log_in("Owl", secret("another tree")));
}

TEST_F(DoorsTest, WhoeverGaveHerselfANewSecretKeepsWhatSheIsGivenLater) {
  Giver giver = giver_of(*owl_);
  ASSERT_TRUE(users_.rebind("Owl", secret("another tree"), giver).ok());
  ASSERT_TRUE(users_.disable("Fox", giver).ok()) << "the till key is replaced in her open ring";
  const auto again = users_.log_in("Owl", secret("another tree"));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->keys.held(KeyName::till).generation, 2);
}

TEST_F(DoorsTest, KeepTheAuditorsKeyInTrustBehindANewSecretOfOnesOwn) {
  auto dolphin = users_.log_in("Dolphin", secret("dolphin at sea"));
  ASSERT_TRUE(dolphin->keys.holds(KeyName::audit));
  const Giver herself = giver_of(*dolphin);
  ASSERT_TRUE(users_.rebind("Dolphin", secret("dolphin ashore"), herself).ok());
  auto again = users_.log_in("Dolphin", secret("dolphin ashore"));
  ASSERT_TRUE(again.has_value());
  Giver giver = giver_of(*again);
  EXPECT_TRUE(
      users_.add({"Turtle", "🐢", Role::auditor}, secret("turtle on land"), chance_, &giver).ok());
}

TEST_F(DoorsTest, KeepNothingUnderARingThatWasReplacedSinceSheCameIn) {
  std::optional<Session> stale = users_.log_in("Owl", secret("owl in a tree"));
  Giver giver = giver_of(*owl_);
  ASSERT_TRUE(users_.rebind("Owl", secret("another tree"), giver).ok());
  Giver late = giver_of(*stale);
  EXPECT_THROW((void)users_.set_second_door(late, Door::paper, new_recovery_words()), BookFault);
  EXPECT_THROW((void)users_.disable("Fox", late), BookFault);
  EXPECT_TRUE(users_.log_in("Owl", secret("another tree"))) << "she is not locked out";
  EXPECT_TRUE(users_.log_in("Fox", secret("481516"))) << "and nothing was half done";
}

TEST_F(DoorsTest, OpenTheSameByASecondPassphraseAndOnlyTheAuditorReadsWhich) {
  auto dolphin = users_.log_in("Dolphin", secret("dolphin at sea"));
  const Giver whose = giver_of(*dolphin);
  EXPECT_EQ(users_.set_second_door(whose, Door::duress, secret("dolphin at sea")).refusal(),
            UserRefusal::same_secret);
  ASSERT_TRUE(users_.set_second_door(whose, Door::duress, secret("dolphin ashore")).ok());
  const auto before = book_->reader().number("SELECT count(*) FROM sealed_journal");
  const auto forced = users_.log_in("Dolphin", secret("dolphin ashore"));
  ASSERT_TRUE(forced.has_value());
  EXPECT_TRUE(forced->keys.holds(KeyName::vault)) << "an ordinary session";
  const auto between = book_->reader().number("SELECT count(*) FROM sealed_journal");
  ASSERT_TRUE(users_.log_in("Dolphin", secret("dolphin at sea")));
  const auto after = book_->reader().number("SELECT count(*) FROM sealed_journal");
  EXPECT_EQ(between - before, after - between) << "that there is a note tells nothing";
  EXPECT_EQ(book_->reader().number("SELECT count(DISTINCT length(entry)) FROM sealed_journal"), 1);
  const std::vector<std::string> all = notes();
  EXPECT_EQ(std::ranges::count(all, "login.duress"), 1);
  users_.shut_second_door(whose, Door::duress);
  EXPECT_FALSE(users_.log_in("Dolphin", secret("dolphin ashore")));
}

TEST_F(DoorsTest, AreTheSameInTheFileWhetherTheyWereEverSetOrNot) {
  ASSERT_TRUE(users_.set_second_door(giver_of(*owl_), Door::paper, new_recovery_words()).ok());
  EXPECT_EQ(book_->reader().number("SELECT count(*) FROM user WHERE length(door_secret) = 72 AND"
                                   " length(door_paper) = 72 AND length(door_duress) = 72"),
            3);
}

TEST_F(DoorsTest, TakeNoDoorFromOneUserToAnother) {
  WriteTransaction change(*book_);
  change.connection().run(
      "UPDATE user SET (salt, door_secret) = (SELECT salt, door_secret FROM user WHERE name ="
      " 'Owl') WHERE name = 'Dolphin'");
  change.commit();
  EXPECT_FALSE(users_.log_in("Dolphin", secret("owl in a tree")));
}

TEST(RecoveryWords, SayEverySixteenBitsInOneWayThatReadsAloud) {
  // The examples of the proquint proposal: 127.0.0.1 and 63.84.220.193.
  EXPECT_EQ(word_of(0x7F00) + "-" + word_of(0x0001), "lusab-babad");
  EXPECT_EQ(word_of(0x3F54) + "-" + word_of(0xDCC1), "gutih-tugad");
}

TEST(RecoveryWords, AreKnownFromOtherSecrets) {
  const std::string words = "lusab-babad-gutih-tugad-lusab-babad-gutih-tugad";
  EXPECT_EQ(as_recovery_words(secret(words))->reveal(), words);
  EXPECT_EQ(as_recovery_words(secret("LUSAB babad gutih tugad, lusab babad gutih tugad"))->reveal(),
            words);
  for (const char* other : {"lusab-babad-gutih-tugad", "eight words that are none of ours at all",
                            "", "lusab-babad-gutih-tugad-lusab-babad-gutih-tugax"})
    EXPECT_FALSE(as_recovery_words(secret(other)));
}

}  // namespace
}  // namespace tilia::db
