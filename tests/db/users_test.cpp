#include "db/users.h"

#include <gtest/gtest.h>

#include "db/book_file.h"

namespace tilia::db {
namespace {

Secret<std::string> secret(const char* text) { return Secret<std::string>(text); }

class UsersTest : public testing::Test {
 protected:
  std::unique_ptr<BookFile> book_ =
      BookFile::in_memory({.station = "office"}, [](WriteTransaction&) {});
  Users users_{*book_, SecretCost::for_tests()};
  SeededChance chance_{1};
};

TEST_F(UsersTest, KnowsEachByNameAndSecretOnly) {
  const auto fox = users_.add({"Fox", "🦊", Role::counter}, secret("481516"), chance_);
  ASSERT_TRUE(fox.ok());
  ASSERT_TRUE(users_.add({"Owl", "🦉", Role::manager}, secret("a long one"), chance_).ok());

  EXPECT_EQ(users_.verify("Fox", secret("481516")), fox.value());
  EXPECT_EQ(users_.verify("Fox", secret("481517")), std::nullopt);
  EXPECT_EQ(users_.verify("Owl", secret("481516")), std::nullopt);
  EXPECT_EQ(users_.verify("Nobody", secret("481516")), std::nullopt);
  EXPECT_EQ(users_.verify("Nobody", secret("nobody")), std::nullopt);
}

TEST_F(UsersTest, RefusesWhatNobodyCouldLogInWith) {
  struct Row {
    NewUser user;
    const char* secret;
    UserRefusal why;
  };
  ASSERT_TRUE(users_.add({"Fox", "🦊", Role::counter}, secret("481516"), chance_).ok());
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
    const auto answer = users_.add(row.user, secret(row.secret), chance_);
    ASSERT_FALSE(answer.ok()) << row.user.name;
    EXPECT_EQ(user_refusal_code(answer.refusal()), user_refusal_code(row.why));
  }
  EXPECT_EQ(users_.list().size(), 1U);
}

TEST_F(UsersTest, DisablesALeaverButNeverTheLastManager) {
  ASSERT_TRUE(users_.add({"Owl", "🦉", Role::manager}, secret("a long one"), chance_).ok());
  ASSERT_TRUE(users_.add({"Fox", "🦊", Role::counter}, secret("481516"), chance_).ok());
  EXPECT_EQ(users_.disable("Owl").refusal(), UserRefusal::last_manager);
  EXPECT_EQ(users_.disable("Bee").refusal(), UserRefusal::unknown_user);
  ASSERT_TRUE(users_.disable("Fox").ok());
  EXPECT_EQ(users_.verify("Fox", secret("481516")), std::nullopt);
  EXPECT_TRUE(users_.list()[1].disabled);
}

TEST_F(UsersTest, LeavesNothingInTheJournal) {
  ASSERT_TRUE(users_.add({"Owl", "🦉", Role::manager}, secret("a long one"), chance_).ok());
  EXPECT_EQ(book_->reader().number("SELECT count(*) FROM journal"), 0);
}

}  // namespace
}  // namespace tilia::db
