// People who log in to this book: a name, a picture, a role, a secret (a 6-digit PIN at the
// counter, a passphrase elsewhere), and the keys that the role holds. A plain table: nothing of it
// enters the business journal.
//
//   Users users(book, SecretPolicy::shipped());
//   auto added = users.add({.name = "Fox", .picture = "🦊", .role = Role::counter}, pin, chance,
//   &owl); if (auto session = users.log_in("Fox", pin)) … session->keys …
//
// Of a secret nothing is kept: it gives, with its salt and much work, the key that opens a ring of
// keys (db/key_ring.h). So a user is given only keys that whoever adds her holds; a key that the
// book does not have yet is made for the first who needs it. A name that is not there takes as long
// to refuse as a wrong secret.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/chance.h"
#include "core/clock.h"
#include "core/id.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/secret.h"
#include "db/key_ring.h"

namespace tilia::payroll {
struct UserTag;
}

namespace tilia::db {

class BookFile;

using UserId = Id<payroll::UserTag>;  // who draws up a pay run and who approves it

// In the order of COMMANDS.md: the first that may do a thing does it on a practice book.
enum class Role { counter, manager, payroll, finance, auditor };
[[nodiscard]] std::string_view role_text(Role role);
// Who opens what is sealed under that key, in the order of the roles.
[[nodiscard]] std::vector<Role> roles_that_hold(KeyName name);
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);

struct NewUser {
  std::string name;     // 1 to 40 bytes, unique in the book
  std::string picture;  // an emoji
  Role role = Role::counter;
};

struct User {
  UserId id;
  std::string name;
  std::string picture;
  Role role = Role::counter;
  bool disabled = false;

  friend bool operator==(const User&, const User&) = default;
};

enum class UserRefusal {
  bad_name,
  name_taken,
  pin_not_six_digits,  // counter staff
  secret_too_short,    // everybody else
  only_a_holder_adds,  // who adds her does not hold the keys that her role needs
  unknown_user,
  last_manager,  // the book would have nobody left who adds users
  last_holder,   // nobody would be left who opens what is sealed
  yourself,      // whoever lets somebody go makes the new keys, and is not who leaves
};
[[nodiscard]] std::string_view user_refusal_code(UserRefusal why);
[[nodiscard]] Phrase sentence_of(UserRefusal why);

// What a guess costs, and how short a secret may be. A stored login that costs less than its role's
// least is refused as damage: nobody makes guessing cheaper by writing into the file.
struct SecretPolicy {
  Key::Work pin;
  Key::Work passphrase;
  std::size_t shortest_passphrase = 10;
  // Passphrases: so many wrong tries cost nothing, then each waits longer than the one before
  // (NIST SP 800-63B-4 wants waits of 30 s to an hour), and then nobody comes in under that name
  // until a holder of the same keys gives her a new secret. At the counter nobody ever waits.
  bool limits_tries = true;

  [[nodiscard]] static SecretPolicy shipped();
  // Secrets of a practice book are known to everybody; they need not cost time.
  [[nodiscard]] static SecretPolicy practice();
  [[nodiscard]] static SecretPolicy of_book(bool practice_book) {
    return practice_book ? practice() : shipped();
  }
  [[nodiscard]] Key::Work work_for(Role role) const {
    return role == Role::counter ? pin : passphrase;
  }
};

// Why nobody can be added so, by her name and secret alone: before there is a book, too.
[[nodiscard]] std::optional<UserRefusal> refusal_of(const NewUser& user,
                                                    const Secret<std::string>& secret,
                                                    const SecretPolicy& policy);

// Why even the right passphrase is not taken now. The same for a name that is not there.
struct LoginWait {
  std::int64_t seconds = 0;
  bool locked = false;  // until rebind()

  friend bool operator==(const LoginWait&, const LoginWait&) = default;
};

[[nodiscard]] Phrase sentence_of(const LoginWait& wait);

// Who is logged in. When it goes, her keys are wiped.
struct Session {
  User user;
  KeyRing keys;
};

// Who adds a user, and gives her keys of her own ones.
struct Giver {
  User user;
  KeyRing& keys;
};

class Users {
 public:
  Users(BookFile& book, SecretPolicy policy, const Clock& clock)
      : book_(book), policy_(policy), clock_(clock) {}

  // `giver`: whose keys she is given. Nobody for a book's first user.
  [[nodiscard]] Result<User, UserRefusal> add(const NewUser& user,
                                              const Secret<std::string>& secret, Chance& chance,
                                              Giver* giver);
  // Whether somebody with these keys can give a new user of that role hers.
  [[nodiscard]] bool can_give(const KeyRing& keys, Role role);
  // A new secret for somebody who forgot hers or was locked out, and a new ring with it: of the
  // giver's keys, who has to hold all that her role needs.
  [[nodiscard]] Result<Done, UserRefusal> rebind(const std::string& name,
                                                 const Secret<std::string>& secret,
                                                 const Giver& giver);
  // In the order in which they were added, disabled ones too.
  [[nodiscard]] std::vector<User> list();
  // She leaves: her ring goes, and the keys that she held are replaced at once as far as whoever
  // does it holds them, the others when the next of their holders comes in (db/key_change.h).
  [[nodiscard]] Result<Done, UserRefusal> disable(const std::string& name, Giver& giver);
  // Nothing for a wrong secret, an unknown name, a disabled user and one who has to wait alike.
  [[nodiscard]] std::optional<Session> log_in(const std::string& name,
                                              const Secret<std::string>& secret);
  [[nodiscard]] std::optional<LoginWait> wait_of(const std::string& name);
  // Takes as long as a login of that role that fails.
  void let_nobody_in(Role role, const Secret<std::string>& secret);

 private:
  void let_keys_go(Connection& connection, Role role, Giver& giver);
  void bring_up_to_date(const User& user, KeyRing& ring);
  void note_miss(const std::string& name, const std::optional<UserId>& user);
  void forget_misses(const std::string& name);

  BookFile& book_;
  SecretPolicy policy_;
  const Clock& clock_;
};

}  // namespace tilia::db
