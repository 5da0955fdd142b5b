// People who log in to this book: a name, a picture, a role, a secret (six digits or a card at
// the counter, a passphrase elsewhere), and the keys that the role holds. A plain table: nothing of
// it enters the business journal.
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
#include "db/approval.h"
#include "db/counter_half.h"
#include "db/doors.h"
#include "db/key_ring.h"
#include "db/login_rules.h"

namespace tilia::db {

class BookFile;

struct User {
  UserId id;
  std::string name;
  std::string picture;
  Role role = Role::counter;
  bool disabled = false;

  friend bool operator==(const User&, const User&) = default;
};

// Who is logged in. When it goes, her keys are wiped.
struct Session {
  User user;
  KeyRing keys;
  Door by = Door::secret;
};

// Who adds a user, and gives her keys of her own ones.
struct Giver {
  User user;
  KeyRing& keys;
};

class Users {
 public:
  // `device`: what this machine keeps for the book. A real book needs it wherever somebody is
  // added to the counter or logs in there.
  Users(BookFile& book, SecretPolicy policy, const Clock& clock,
        std::optional<DeviceFolder> device = std::nullopt)
      : book_(book), policy_(policy), clock_(clock), device_(std::move(device)) {}

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
  // `typed`: her secret, or what stands on her recovery sheet, however it was typed.
  [[nodiscard]] std::optional<Session> log_in(const std::string& name,
                                              const Secret<std::string>& typed);
  [[nodiscard]] std::optional<LoginWait> wait_of(const std::string& name);
  // A way in beside her secret, for who is logged in and not of the counter: the words of her
  // recovery sheet, or a second passphrase that opens the same and leaves a note for the auditor
  // (every login leaves one, of the same length). What was set before no longer opens.
  [[nodiscard]] Result<Done, UserRefusal> set_second_door(const Giver& whose, Door door,
                                                          const Secret<std::string>& secret);
  void shut_second_door(const Giver& whose, Door door);
  // What has to be signed for an act that `by` will do.
  [[nodiscard]] Asked ask(const std::string& act, const std::string& subject, const UserId& by,
                          const Day& until);
  // Who signed that line (db/approval.h) for exactly what is asked, whose `until` is the line's.
  [[nodiscard]] Result<User, ApprovalRefusal> approver(Asked asked, const std::string& line,
                                                       const Day& today);
  // Whether she approves acts at the counter, where somebody else is logged in: a login of the
  // counter with which a manager does so, as long as it is not disabled.
  [[nodiscard]] bool approves(const UserId& user);
  [[nodiscard]] Result<Done, UserRefusal> set_approves(const std::string& name, bool approves);
  // How many open what is sealed under that key.
  [[nodiscard]] std::int64_t holders(KeyName name);
  // Nobody can log in at the counter here before a manager has come in once in the office.
  [[nodiscard]] bool machine_is_new();
  // Takes as long as a login of that role that fails.
  void let_nobody_in(Role role, const Secret<std::string>& secret);

 private:
  void let_keys_go(Connection& connection, Role role, Giver& giver);
  void bring_up_to_date(const User& user, KeyRing& ring);
  [[nodiscard]] DoorLock lock_for(Role role, const Giver* giver);
  [[nodiscard]] std::optional<Key> half_from(const Giver* giver);
  void bring_half_here(const KeyRing& ring);
  void note_entrance(const Session& session);
  void note_miss(const std::string& name, const std::optional<UserId>& user);
  void forget_misses(const std::string& name);

  BookFile& book_;
  SecretPolicy policy_;
  const Clock& clock_;
  std::optional<DeviceFolder> device_;
};

}  // namespace tilia::db
