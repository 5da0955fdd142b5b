#include "db/users.h"

#include <gtest/gtest.h>

#include "db/book_fault.h"
#include "db/book_file.h"
#include "tests/db/fresh_folder.h"

namespace tilia::db {
namespace {

Secret<std::string> secret(const char* text) { return Secret<std::string>(text); }

class UsersTest : public testing::Test {
 protected:
  // Adds with the keys of `giver`, whose secret is her name twice.
  Result<User, UserRefusal> add(const char* name, Role role, const char* giver = nullptr) {
    std::optional<Session> session;
    std::optional<Giver> gives;
    if (giver != nullptr) {
      session = log_in(giver);
      gives.emplace(Giver{session->user, session->keys});
    }
    return users_.add({name, "🦊", role}, secret_of(name), chance_, gives ? &*gives : nullptr);
  }
  Result<Done, UserRefusal> leaves(const char* name, const char* by) {
    std::optional<Session> session = log_in(by);
    Giver giver{session->user, session->keys};
    return users_.disable(name, giver);
  }
  // "roster.2 payroll.2 "
  std::string generations_of(const char* name) {
    const auto session = log_in(name);
    std::string held;
    for (const KeyName key : all_keys) {
      if (session && session->keys.holds(key)) held += session->keys.held(key).id(key) + " ";
    }
    return held;
  }
  void run(const std::string& sql) {
    WriteTransaction change(*book_);
    change.connection().script(sql);
    change.commit();
  }
  std::optional<Session> log_in(const char* name) { return users_.log_in(name, secret_of(name)); }
  static Secret<std::string> secret_of(const std::string& name) {
    return Secret<std::string>(name.starts_with("pin") ? name.substr(3) : name + " " + name);
  }
  std::string keys_of(const char* name) {
    const auto session = log_in(name);
    std::string held;
    for (const KeyName key : all_keys) {
      if (session && session->keys.holds(key)) held += std::string(key_name_text(key)) + " ";
    }
    return held;
  }

  std::unique_ptr<BookFile> book_ =
      BookFile::in_memory({.station = "office"}, [](WriteTransaction&) {});
  SetClock clock_{Instant::parse("2026-03-02T08:00Z").value()};
  Users users_{*book_, SecretPolicy::practice(), clock_};
  SeededChance chance_{1};
};

TEST_F(UsersTest, KnowsEachByNameAndSecretOnly) {
  const auto owl =
      users_.add({"Owl", "🦉", Role::manager}, secret("a long one"), chance_, nullptr);
  ASSERT_TRUE(owl.ok());
  auto session = users_.log_in("Owl", secret("a long one"));
  ASSERT_TRUE(session.has_value());
  EXPECT_EQ(session->user, owl.value());
  Giver giver{session->user, session->keys};
  ASSERT_TRUE(users_.add({"Fox", "🦊", Role::counter}, secret("481516"), chance_, &giver).ok());

  EXPECT_TRUE(users_.log_in("Fox", secret("481516")));
  EXPECT_FALSE(users_.log_in("Fox", secret("481517")));
  EXPECT_FALSE(users_.log_in("Owl", secret("481516")));
  EXPECT_FALSE(users_.log_in("Nobody", secret("481516")));
  EXPECT_FALSE(users_.log_in("Nobody", secret("nobody")));
}

TEST_F(UsersTest, RefusesWhatNobodyCouldLogInWith) {
  struct Row {
    NewUser user;
    const char* secret;
    UserRefusal why;
  };
  ASSERT_TRUE(users_.add({"Fox", "🦊", Role::counter}, secret("481516"), chance_, nullptr).ok());
  const std::vector<Row> rows{
      {{"", "🦊", Role::counter}, "481516", UserRefusal::bad_name},
      {{std::string(41, 'x'), "🦊", Role::counter}, "481516", UserRefusal::bad_name},
      {{"two\nlines", "🦊", Role::counter}, "481516", UserRefusal::bad_name},
      {{"Fox", "🦉", Role::manager}, "long enough", UserRefusal::name_taken},
      {{"Bee", "🐝", Role::counter}, "48151", UserRefusal::pin_not_six_digits},
      {{"Bee", "🐝", Role::counter}, "48151x", UserRefusal::pin_not_six_digits},
      {{"Bee", "🐝", Role::manager}, "short", UserRefusal::secret_too_short},
  };
  for (const Row& row : rows) {
    const auto answer = users_.add(row.user, secret(row.secret), chance_, nullptr);
    ASSERT_FALSE(answer.ok()) << row.user.name;
    EXPECT_EQ(user_refusal_code(answer.refusal()), user_refusal_code(row.why));
  }
  EXPECT_EQ(users_.list().size(), 1U);
  Users shipped(*book_, SecretPolicy::shipped(), clock_);
  EXPECT_EQ(
      shipped.add({"Bee", "🐝", Role::finance}, secret("nine char"), chance_, nullptr).refusal(),
      UserRefusal::secret_too_short);
}

TEST_F(UsersTest, GivesEachRoleItsKeysAndNoOther) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  ASSERT_TRUE(add("pin481516", Role::counter, "Owl").ok());
  ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
  ASSERT_TRUE(add("Bee", Role::payroll, "Dolphin").ok());
  EXPECT_EQ(keys_of("Owl"), "till roster backup ");
  EXPECT_EQ(keys_of("pin481516"), "till ");
  EXPECT_EQ(keys_of("Bee"), "roster payroll ");
  EXPECT_EQ(keys_of("Dolphin"), "roster payroll vault audit ") << "the auditor's in trust";
  ASSERT_TRUE(add("Turtle", Role::auditor, "Dolphin").ok());
  EXPECT_EQ(keys_of("Turtle"), "audit ");
  EXPECT_EQ(keys_of("Dolphin"), "roster payroll vault ") << "the trust has ended";
}

TEST_F(UsersTest, LetsOnlyAHolderGiveAKey) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
  EXPECT_EQ(add("Bee", Role::payroll, "Owl").refusal(), UserRefusal::only_a_holder_adds);
  EXPECT_EQ(add("Whale", Role::finance, "Owl").refusal(), UserRefusal::only_a_holder_adds);
  EXPECT_EQ(add("Mole", Role::finance).refusal(), UserRefusal::only_a_holder_adds);
  EXPECT_EQ(add("pin815162", Role::counter, "Dolphin").refusal(), UserRefusal::only_a_holder_adds);
  ASSERT_TRUE(add("Bee", Role::payroll, "Dolphin").ok());
  EXPECT_EQ(add("Whale", Role::finance, "Bee").refusal(), UserRefusal::only_a_holder_adds);
}

TEST_F(UsersTest, GivesTheSameKeysToTwoOfARole) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
  ASSERT_TRUE(add("Whale", Role::finance, "Dolphin").ok());
  const auto one = log_in("Dolphin");
  const auto other = log_in("Whale");
  for (const KeyName name : {KeyName::roster, KeyName::payroll, KeyName::vault})
    EXPECT_TRUE(
        std::ranges::equal(one->keys.held(name).key.reveal(), other->keys.held(name).key.reveal()));
  EXPECT_EQ(public_half_of(book_->reader(), KeyName::vault),
            public_half(one->keys.held(KeyName::vault).key));
}

TEST_F(UsersTest, DisablesALeaverButNeverTheLastWhoOpensAnything) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  ASSERT_TRUE(add("pin481516", Role::counter, "Owl").ok());
  ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
  EXPECT_EQ(leaves("Owl", "Dolphin").refusal(), UserRefusal::last_manager);
  EXPECT_EQ(leaves("Dolphin", "Owl").refusal(), UserRefusal::last_holder);
  EXPECT_EQ(leaves("Bee", "Owl").refusal(), UserRefusal::unknown_user);
  ASSERT_TRUE(add("Whale", Role::finance, "Dolphin").ok());
  ASSERT_TRUE(leaves("Dolphin", "Whale").ok());
  ASSERT_TRUE(leaves("pin481516", "Owl").ok());
  EXPECT_FALSE(log_in("Dolphin"));
  EXPECT_FALSE(log_in("pin481516"));
  EXPECT_TRUE(users_.list()[1].disabled);
  WriteTransaction change(*book_);
  change.connection().run("UPDATE user SET disabled = 0");
  change.commit();
  EXPECT_FALSE(log_in("Dolphin")) << "her keys are gone, whatever the row says";
}

TEST_F(UsersTest, ReplacesTheKeysOfALeaverAndLeavesTheNewOnesForThoseWhoStay) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
  for (const char* name : {"Whale", "Orca"}) ASSERT_TRUE(add(name, Role::finance, "Dolphin").ok());
  ASSERT_TRUE(add("Bee", Role::payroll, "Dolphin").ok());
  const auto whale = log_in("Whale");
  ASSERT_TRUE(leaves("Whale", "Dolphin").ok());
  ASSERT_TRUE(leaves("Orca", "Dolphin").ok());
  EXPECT_EQ(generations_of("Dolphin"), "roster.3 payroll.3 vault.3 audit.1 ") << "audit in trust";
  EXPECT_EQ(generations_of("Bee"), "roster.3 payroll.3 ") << "two left while she was away";
  EXPECT_EQ(generations_of("Owl"), "till.1 roster.3 backup.1 ");
  EXPECT_NE(public_half(whale->keys.held(KeyName::vault).key),
            public_half(log_in("Dolphin")->keys.held(KeyName::vault).key));
  EXPECT_EQ(book_->reader().number("SELECT count(*) FROM key_gift"), 0) << "all were taken";
}

TEST_F(UsersTest, ReplacesAKeyThatWhoeverLetHerGoDidNotHoldWhenAHolderComesIn) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
  ASSERT_TRUE(add("Bee", Role::payroll, "Dolphin").ok());
  ASSERT_TRUE(leaves("Bee", "Owl").ok()) << "somebody who has to go goes at once";
  EXPECT_EQ(book_->reader().number("SELECT generation FROM key WHERE name = 'payroll'"), 1);
  EXPECT_EQ(generations_of("Dolphin"), "roster.2 payroll.2 vault.1 audit.1 ");
  EXPECT_EQ(generations_of("Dolphin"), "roster.2 payroll.2 vault.1 audit.1 ") << "once";
}

TEST_F(UsersTest, LetsNobodyGoByHerself) {
  for (const char* name : {"Owl", "Lark"})
    ASSERT_TRUE(add(name, Role::manager, name == std::string("Owl") ? nullptr : "Owl").ok());
  EXPECT_EQ(leaves("Lark", "Lark").refusal(), UserRefusal::yourself);
  EXPECT_TRUE(log_in("Lark")) << "and nothing of hers was changed";
  EXPECT_EQ(generations_of("Owl"), "till.1 roster.1 backup.1 ");
}

TEST_F(UsersTest, GivesNoKeyThatWasReplacedSinceTheGiverCameIn) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
  for (const char* name : {"Whale", "Orca"}) ASSERT_TRUE(add(name, Role::finance, "Dolphin").ok());
  std::optional<Session> whale = log_in("Whale");
  Giver stale{whale->user, whale->keys};
  ASSERT_TRUE(leaves("Orca", "Dolphin").ok());
  const auto fault_of = [](const auto& act) {
    try {
      act();
    } catch (const BookFault& fault) {
      return std::string(book_fault_code(fault.why()));
    }
    return std::string("none");
  };
  EXPECT_EQ(fault_of([&] {
              (void)users_.add({"Bee", "🐝", Role::payroll}, secret_of("Bee"), chance_, &stale);
            }),
            "keys_replaced");
  EXPECT_EQ(fault_of([&] { (void)users_.rebind("Dolphin", secret_of("Dolphin"), stale); }),
            "keys_replaced");
  EXPECT_EQ(fault_of([&] { (void)users_.disable("Dolphin", stale); }), "keys_replaced");
  EXPECT_EQ(generations_of("Dolphin"), "roster.2 payroll.2 vault.2 audit.1 ") << "untouched";
  EXPECT_EQ(generations_of("Whale"), "roster.2 payroll.2 vault.2 ") << "she comes in again";
}

TEST_F(UsersTest, TakesNoGiftFromSomebodyWhoNeverHeldTheKey) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
  for (const char* name : {"Whale", "Orca"}) ASSERT_TRUE(add(name, Role::finance, "Dolphin").ok());
  ASSERT_TRUE(leaves("Orca", "Dolphin").ok());
  run("UPDATE key_gift SET gift = randomblob(120)");
  EXPECT_THROW((void)log_in("Whale"), BookFault);
}

TEST_F(UsersTest, OpensNoRingThatWasMovedToAnotherUser) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
  WriteTransaction change(*book_);
  change.connection().script(
      "UPDATE user SET (ring, salt, door_secret) = (SELECT ring, salt, door_secret FROM user WHERE "
      "name = 'Owl')"
      " WHERE name = 'Dolphin'");
  change.commit();
  EXPECT_FALSE(users_.log_in("Dolphin", secret_of("Owl")));
}

TEST_F(UsersTest, NoticesAPublicHalfThatSomebodyPutInItsPlace) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
  WriteTransaction change(*book_);
  change.connection().run("UPDATE key SET public_half = ? WHERE name = 'vault'",
                          public_half(Key::random()));
  change.commit();
  EXPECT_THROW((void)log_in("Dolphin"), BookFault);
  EXPECT_TRUE(log_in("Owl")) << "who does not hold it cannot tell";
}

TEST_F(UsersTest, TakesNoLoginThatCostsLessThanItMay) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  Users shipped(*book_, SecretPolicy::shipped(), clock_);
  EXPECT_THROW((void)shipped.log_in("Owl", secret_of("Owl")), BookFault);
}

// Cheap tries that are limited as in a real book.
class LimitedTries : public UsersTest {
 protected:
  static SecretPolicy limited() {
    SecretPolicy policy = SecretPolicy::practice();
    policy.secrets_are_secret = true;
    return policy;
  }
  void SetUp() override {
    ASSERT_TRUE(add("Owl", Role::manager).ok());
    ASSERT_TRUE(add("Dolphin", Role::finance, "Owl").ok());
    ASSERT_TRUE(add("pin481516", Role::counter, "Owl").ok());
  }
  void miss(const std::string& name, int times) {
    for (int time = 0; time < times; ++time)
      EXPECT_FALSE(limited_.log_in(name, secret("wrong wrong")));
  }
  void pass(std::int64_t seconds) {
    clock_.set(Instant::from_unix_milliseconds(clock_.now().unix_milliseconds() + seconds * 1000));
  }

  FreshFolder folder_;
  Users limited_{*book_, limited(), clock_, DeviceFolder(folder_.file("machine"))};
};

TEST_F(LimitedTries, WaitLongerEachTimeAndThenLock) {
  for (const char* name : {"Dolphin", "nobody of that name"}) {
    miss(name, 4);
    EXPECT_EQ(limited_.wait_of(name), std::nullopt);
    miss(name, 1);
    for (const std::int64_t seconds : {30, 60, 120, 240, 480}) {
      EXPECT_EQ(limited_.wait_of(name), (LoginWait{seconds, false})) << name;
      pass(seconds - 1);
      EXPECT_EQ(limited_.wait_of(name), (LoginWait{1, false}));
      miss(name, 3);  // while she waits no try counts
      pass(1);
      EXPECT_EQ(limited_.wait_of(name), std::nullopt);
      miss(name, 1);
    }
    EXPECT_EQ(limited_.wait_of(name), (LoginWait{0, true})) << name;
    pass(1'000'000);
    EXPECT_EQ(limited_.wait_of(name), (LoginWait{0, true})) << name;
  }
  EXPECT_FALSE(limited_.log_in("Dolphin", secret_of("Dolphin"))) << "the right one neither";
}

TEST_F(LimitedTries, AreForgottenAfterTheRightOne) {
  miss("Dolphin", 5);
  EXPECT_FALSE(limited_.log_in("Dolphin", secret_of("Dolphin"))) << "she waits";
  pass(30);
  EXPECT_TRUE(limited_.log_in("Dolphin", secret_of("Dolphin")));
  miss("Dolphin", 4);
  EXPECT_EQ(limited_.wait_of("Dolphin"), std::nullopt);
}

TEST_F(LimitedTries, KeepNobodyOutForAsLongAsAClockWasWrong) {
  pass(86'400);  // a day ahead
  miss("Dolphin", 5);
  pass(-86'400);
  EXPECT_EQ(limited_.wait_of("Dolphin"), std::nullopt);
  miss("Dolphin", 1);
  EXPECT_EQ(limited_.wait_of("Dolphin"), (LoginWait{60, false})) << "the misses stay counted";
}

TEST_F(LimitedTries, NeverMakeTheCounterWait) {
  for (int time = 0; time < 20; ++time)
    EXPECT_FALSE(limited_.log_in("pin481516", secret("999999")));
  EXPECT_TRUE(limited_.log_in("pin481516", secret("481516")));
}

TEST_F(LimitedTries, AreLiftedByAHolderOfTheSameKeys) {
  ASSERT_TRUE(add("Whale", Role::finance, "Dolphin").ok());
  miss("Dolphin", 5);
  for (const std::int64_t seconds : {30, 60, 120, 240, 480}) {
    pass(seconds);
    miss("Dolphin", 1);
  }
  auto owl = log_in("Owl");
  const Giver manager{owl->user, owl->keys};
  EXPECT_EQ(limited_.rebind("Dolphin", secret("a new long one"), manager).refusal(),
            UserRefusal::only_a_holder_adds);
  auto whale = log_in("Whale");
  const Giver holder{whale->user, whale->keys};
  EXPECT_EQ(limited_.rebind("Nobody", secret("a new long one"), holder).refusal(),
            UserRefusal::unknown_user);
  EXPECT_EQ(limited_.rebind("Dolphin", secret("short"), holder).refusal(),
            UserRefusal::secret_too_short);
  ASSERT_TRUE(limited_.rebind("Dolphin", secret("a new long one"), holder).ok());
  const auto dolphin = limited_.log_in("Dolphin", secret("a new long one"));
  ASSERT_TRUE(dolphin);
  EXPECT_TRUE(std::ranges::equal(dolphin->keys.held(KeyName::vault).key.reveal(),
                                 whale->keys.held(KeyName::vault).key.reveal()));
  EXPECT_FALSE(limited_.log_in("Dolphin", secret_of("Dolphin")));
}

TEST_F(UsersTest, LeavesNothingInTheJournal) {
  ASSERT_TRUE(add("Owl", Role::manager).ok());
  EXPECT_EQ(book_->reader().number("SELECT count(*) FROM journal"), 0);
}

}  // namespace
}  // namespace tilia::db
