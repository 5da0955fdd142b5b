#include "db/users.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

#include "db/book_fault.h"
#include "db/book_file.h"
#include "db/key_change.h"
#include "db/sealed_journal.h"

namespace tilia::db {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 5> roles{{{Role::counter, "counter"},
                                                                  {Role::manager, "manager"},
                                                                  {Role::payroll, "payroll"},
                                                                  {Role::finance, "finance"},
                                                                  {Role::auditor, "auditor"}}};
constexpr std::size_t pin_digits = 6;
constexpr std::size_t longest_name_bytes = 40;
constexpr int free_misses = 5;
constexpr int misses_before_locked = 10;
constexpr std::int64_t first_wait_seconds = 30;
constexpr std::int64_t longest_wait_seconds = 3600;
constexpr std::int64_t milliseconds_a_second = 1000;
constexpr std::size_t mebibyte = std::size_t{1024} * 1024;

// What each role holds. Who pays a wage needs to know who worked; who splits it, what it is.
std::vector<KeyName> keys_of(Role role) {
  using enum KeyName;
  switch (role) {
    case Role::counter: return {till};
    case Role::manager: return {till, roster, backup};
    case Role::payroll: return {roster, payroll};
    case Role::finance: return {roster, payroll, vault};
    case Role::auditor: return {audit};
  }
  CHECK(false);
}

bool holds(const std::vector<KeyName>& keys, KeyName name) {
  return std::ranges::find(keys, name) != keys.end();
}

// The first who holds something worth reading keeps the auditor's key too, in trust, until there is
// an auditor: what is read is logged from the first day.
bool needs_audit_in_trust(const std::vector<KeyName>& keys) {
  return holds(keys, KeyName::payroll);
}

Hash hash_of_name(const std::string& name) {
  Hash hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(name.data()), name.size());
  return hash;
}

struct StoredLogin {
  User user;
  Key::Salt salt{};
  Key::Work work;
  Bytes ring;
};

bool is_made(Connection& connection, KeyName name) {
  return connection.number("SELECT count(*) FROM key WHERE name = ?", key_name_text(name)) > 0;
}

void make(Connection& connection, KeyName name, KeyRing& ring) {
  HeldKey made{1, Key::random()};
  connection.run("INSERT INTO key (name, generation, public_half) VALUES (?, ?, ?)",
                 key_name_text(name), made.generation, public_half(made.key));
  ring.put(name, std::move(made));
}

// Nothing when the giver lacks one.
std::optional<KeyRing> ring_for(Connection& connection, Role role, const Giver* giver) {
  const std::vector<KeyName> keys = keys_of(role);
  KeyRing ring;
  ring.own = Key::random();
  for (const KeyName name : keys) {
    const HeldKey* given = giver == nullptr ? nullptr : giver->keys.find(name);
    if (given != nullptr) {
      demand_newest(connection, giver->keys, name);
      ring.put(name, {given->generation, given->key.copy()});
    } else if (is_made(connection, name)) {
      return std::nullopt;
    } else {
      make(connection, name, ring);
    }
  }
  if (needs_audit_in_trust(keys) && !is_made(connection, KeyName::audit))
    make(connection, KeyName::audit, ring);
  return ring;
}

Bytes sealed_ring(const Key& door, const UserId& user, const KeyRing& ring) {
  return sealed(door, ring_place(user.bytes()), ring.packed().reveal());
}

// Her ring as it is now, under what her secret gave when she came in.
void keep_ring(Connection& connection, const UserId& user, const KeyRing& ring) {
  connection.run("UPDATE user SET ring = ? WHERE id = ?", sealed_ring(*ring.door, user, ring),
                 user);
}

// Who kept the auditor's key in trust has it no longer.
void end_trust(Connection& connection, Giver& giver) {
  giver.keys.drop(KeyName::audit);
  keep_ring(connection, giver.user.id, giver.keys);
}

// Everybody else who holds the key.
std::vector<KeyHolder> holders_of(Connection& connection, KeyName name, const UserId& but_not) {
  std::vector<KeyHolder> holders;
  Query row =
      connection.query("SELECT id, role, public_half FROM user WHERE disabled = 0 ORDER BY added");
  while (row.next()) {
    const auto role = parse_role(row.text(1));
    CHECK(role.has_value());
    if (row.id<UserId>(0) == but_not || !holds(keys_of(*role), name)) continue;
    KeyHolder holder{.user = row.id_bytes(0)};
    const Bytes half = row.bytes(2);
    CHECK(half.size() == holder.public_half.size());
    std::ranges::copy(half, holder.public_half.begin());
    holders.push_back(holder);
  }
  return holders;
}

// Keys whose holder left while nobody was there who could replace them.
std::vector<KeyName> due_keys(Connection& connection, const KeyRing& ring) {
  std::vector<KeyName> due;
  for (const KeyName name : all_keys) {
    if (ring.holds(name) &&
        connection.number("SELECT count(*) FROM key_due WHERE name = ?", key_name_text(name)) > 0)
      due.push_back(name);
  }
  return due;
}

void replace_keys(Connection& connection, const UserId& user, KeyRing& ring,
                  const std::vector<KeyName>& names) {
  for (const KeyName name : names)
    replace_key(connection, ring, name, holders_of(connection, name, user));
  keep_ring(connection, user, ring);
}

User user_from(const Query& row) {
  const auto role = parse_role(row.text(3));
  CHECK(role.has_value());
  return {row.id<UserId>(0), row.text(1), row.text(2), *role, row.yes(4)};
}

std::optional<User> find_user(Connection& connection, const std::string& name) {
  Query row =
      connection.query("SELECT id, name, picture, role, disabled FROM user WHERE name = ?", name);
  if (!row.next()) return std::nullopt;
  return user_from(row);
}

// What a new secret gives, and what has to be stored to give it again. It takes its time: made
// before the write lock.
struct NewDoor {
  NewDoor(const Secret<std::string>& secret, Key::Work how_much) : work(how_much) {
    system_bytes(salt);
    key = Key::from_secret(secret.reveal(), salt, work);
  }
  [[nodiscard]] std::int64_t passes() const { return static_cast<std::int64_t>(work.passes); }
  [[nodiscard]] std::int64_t memory_bytes() const {
    return static_cast<std::int64_t>(work.memory_bytes);
  }

  Key::Salt salt{};
  Key::Work work;
  std::optional<Key> key;
};

StoredLogin login_from(const Query& row) {
  StoredLogin login{.user = user_from(row),
                    .work = {static_cast<unsigned long long>(row.whole(6)),
                             static_cast<std::size_t>(row.whole(7))},
                    .ring = row.bytes(8)};
  const Bytes salt = row.bytes(5);
  if (salt.size() != login.salt.size())
    throw BookFault(BookFault::Why::damaged, "a login's salt is of the wrong length");
  std::ranges::copy(salt, login.salt.begin());
  return login;
}

// Whoever writes into the file could put a public half of their own in the place of a key's, and
// have later values sealed to themselves. Each holder notices when she comes in.
void compare_public_halves(Connection& connection, const KeyRing& ring) {
  for (const KeyName name : all_keys) {
    const HeldKey* held = ring.find(name);
    if (held != nullptr && public_half_of(connection, name) != public_half(held->key))
      throw BookFault(
          BookFault::Why::damaged,
          fmt::format("the public half of the key {} was changed", key_name_text(name)));
  }
}

// Of a role that opens what is sealed: nobody else would be left who can.
bool is_last_holder(Connection& connection, Role role) {
  for (const KeyName name : keys_of(role)) {
    std::int64_t holders = 0;
    for (const auto& [other, text] : roles) {
      if (holds(keys_of(other), name))
        holders +=
            connection.number("SELECT count(*) FROM user WHERE role = ? AND disabled = 0", text);
    }
    if (holders == 1 && name != KeyName::till) return true;
  }
  return false;
}

}  // namespace

std::string_view role_text(Role role) {
  for (const auto& [known, text] : roles) {
    if (known == role) return text;
  }
  CHECK(false);
}

std::optional<Role> parse_role(std::string_view text) {
  for (const auto& [role, known] : roles) {
    if (known == text) return role;
  }
  return std::nullopt;
}

std::string_view user_refusal_code(UserRefusal why) {
  switch (why) {
    case UserRefusal::bad_name: return "bad_name";
    case UserRefusal::name_taken: return "name_taken";
    case UserRefusal::pin_not_six_digits: return "pin_not_six_digits";
    case UserRefusal::secret_too_short: return "secret_too_short";
    case UserRefusal::only_a_holder_adds: return "only_a_holder_adds";
    case UserRefusal::unknown_user: return "unknown_user";
    case UserRefusal::last_manager: return "last_manager";
    case UserRefusal::last_holder: return "last_holder";
    case UserRefusal::yourself: return "yourself";
  }
  CHECK(false);
}

std::optional<UserRefusal> refusal_of(const NewUser& user, const Secret<std::string>& secret,
                                      const SecretPolicy& policy) {
  const bool printable = std::none_of(user.name.begin(), user.name.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < ' ';
  });
  if (user.name.empty() || user.name.size() > longest_name_bytes || !printable)
    return UserRefusal::bad_name;
  const std::string& plain = secret.reveal();
  const bool digits = plain.find_first_not_of("0123456789") == std::string::npos;
  if (user.role == Role::counter)
    return plain.size() == pin_digits && digits ? std::nullopt
                                                : std::optional(UserRefusal::pin_not_six_digits);
  if (plain.size() < policy.shortest_passphrase) return UserRefusal::secret_too_short;
  return std::nullopt;
}

Phrase sentence_of(UserRefusal why) {
  return Phrase(fmt::format("users.refusal.{}", user_refusal_code(why)));
}

SecretPolicy SecretPolicy::shipped() {
  return {.pin = {3, 64 * mebibyte}, .passphrase = {3, 256 * mebibyte}};
}

SecretPolicy SecretPolicy::practice() {
  const Key::Work little{1, mebibyte};
  return {.pin = little,
          .passphrase = little,
          .shortest_passphrase = pin_digits,
          .limits_tries = false};
}

Phrase sentence_of(const LoginWait& wait) {
  if (wait.locked) return Phrase("users.log_in.locked");
  return Phrase::counted("users.log_in.wait", wait.seconds);
}

Result<User, UserRefusal> Users::add(const NewUser& user, const Secret<std::string>& secret,
                                     Chance& chance, Giver* giver) {
  if (const auto why = refusal_of(user, secret, policy_)) return *why;
  const User added{UserId::mint(chance), user.name, user.picture, user.role, false};
  const NewDoor door(secret, policy_.work_for(user.role));
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (connection.number("SELECT count(*) FROM user WHERE name = ?", user.name) > 0)
    return UserRefusal::name_taken;
  const auto ring = ring_for(connection, user.role, giver);
  if (!ring) return UserRefusal::only_a_holder_adds;
  connection.run(
      "INSERT INTO user (id, name, picture, role, added, salt, passes, memory_bytes, ring,"
      " public_half) VALUES (?, ?, ?, ?, (SELECT count(*) FROM user), ?, ?, ?, ?, ?)",
      added.id, added.name, added.picture, role_text(added.role), door.salt, door.passes(),
      door.memory_bytes(), sealed_ring(*door.key, added.id, *ring), public_half(*ring->own));
  const bool was_in_trust = user.role == Role::auditor && giver != nullptr &&
                            giver->user.role != Role::auditor && giver->keys.holds(KeyName::audit);
  if (was_in_trust) end_trust(connection, *giver);
  change.commit();
  return added;
}

bool Users::can_give(const KeyRing& keys, Role role) {
  const std::vector<KeyName> needed = keys_of(role);
  return std::ranges::all_of(
      needed, [&](KeyName name) { return keys.holds(name) || !is_made(book_.reader(), name); });
}

std::vector<User> Users::list() {
  std::vector<User> all;
  Query rows =
      book_.reader().query("SELECT id, name, picture, role, disabled FROM user ORDER BY added");
  while (rows.next()) all.push_back(user_from(rows));
  return all;
}

Result<Done, UserRefusal> Users::disable(const std::string& name, Giver& giver) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const auto found = find_user(connection, name);
  if (!found) return UserRefusal::unknown_user;
  const std::int64_t managers =
      connection.number("SELECT count(*) FROM user WHERE role = 'manager' AND disabled = 0");
  if (found->role == Role::manager && !found->disabled && managers == 1)
    return UserRefusal::last_manager;
  if (!found->disabled && is_last_holder(connection, found->role)) return UserRefusal::last_holder;
  if (found->id == giver.user.id) return UserRefusal::yourself;
  const bool had_left = found->disabled;
  // An empty ring under a key that nobody has.
  connection.run("UPDATE user SET disabled = 1, ring = ? WHERE id = ?",
                 sealed_ring(Key::random(), found->id, KeyRing()), found->id);
  connection.run("DELETE FROM key_gift WHERE user = ?", found->id);
  if (!had_left) let_keys_go(connection, found->role, giver);
  change.commit();
  return Done{};
}

void Users::let_keys_go(Connection& connection, Role role, Giver& giver) {
  std::vector<KeyName> here;
  for (const KeyName name : keys_of(role)) {
    if (giver.keys.holds(name))
      here.push_back(name);
    else
      connection.run("INSERT OR IGNORE INTO key_due (name) VALUES (?)", key_name_text(name));
  }
  if (!here.empty()) replace_keys(connection, giver.user.id, giver.keys, here);
}

// Gifts that wait for her, and keys that are due since somebody left.
void Users::bring_up_to_date(const User& user, KeyRing& ring) {
  Connection& reader = book_.reader();
  const bool gifts = reader.number("SELECT count(*) FROM key_gift WHERE user = ?", user.id) > 0;
  if (!gifts && due_keys(reader, ring).empty()) return;
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (take_gifts(connection, user.id.bytes(), ring)) keep_ring(connection, user.id, ring);
  connection.run("DELETE FROM key_gift WHERE user = ?", user.id);
  const std::vector<KeyName> due = due_keys(connection, ring);
  if (!due.empty()) replace_keys(connection, user.id, ring, due);
  change.commit();
}

std::optional<Session> Users::log_in(const std::string& name, const Secret<std::string>& secret) {
  std::optional<StoredLogin> login;
  {
    Query row = book_.reader().query(
        "SELECT id, name, picture, role, disabled, salt, passes, memory_bytes, ring FROM user"
        " WHERE name = ?",
        name);
    if (row.next()) login = login_from(row);
  }
  const bool with_pin = login && login->user.role == Role::counter;
  if (!with_pin && wait_of(name)) {
    let_nobody_in(Role::manager, secret);
    return std::nullopt;
  }
  if (!login) {
    let_nobody_in(Role::manager, secret);
    note_miss(name, std::nullopt);
    return std::nullopt;
  }
  const Key::Work least = policy_.work_for(login->user.role);
  if (login->work.passes < least.passes || login->work.memory_bytes < least.memory_bytes)
    throw BookFault(BookFault::Why::damaged, "a login costs less than it may");
  Key door = Key::from_secret(secret.reveal(), login->salt, login->work);
  const auto ring = opened_if(door, ring_place(login->user.id.bytes()), login->ring);
  if (!ring || login->user.disabled) {
    if (!with_pin) note_miss(name, login->user.id);
    return std::nullopt;
  }
  if (!with_pin) forget_misses(name);
  Session session{std::move(login->user), KeyRing::unpacked(*ring)};
  session.keys.door = std::move(door);
  session.keys.owner = session.user.id.bytes();
  bring_up_to_date(session.user, session.keys);
  compare_public_halves(book_.reader(), session.keys);
  return session;
}

std::optional<LoginWait> Users::wait_of(const std::string& name) {
  if (!policy_.limits_tries) return std::nullopt;
  Query row = book_.reader().query("SELECT misses, last_at FROM login_miss WHERE name = ?",
                                   hash_of_name(name));
  if (!row.next()) return std::nullopt;
  const std::int64_t misses = row.whole(0);
  if (misses >= misses_before_locked) return LoginWait{0, true};
  if (misses < free_misses) return std::nullopt;
  const std::int64_t waits =
      std::min(first_wait_seconds << (misses - free_misses), longest_wait_seconds);
  const std::int64_t passed =
      (clock_.now().unix_milliseconds() - row.whole(1)) / milliseconds_a_second;
  // A clock that was set back makes nobody wait until it has caught up; the misses stay counted.
  if (passed < 0 || passed >= waits) return std::nullopt;
  return LoginWait{waits - passed, false};
}

void Users::note_miss(const std::string& name, const std::optional<UserId>& user) {
  if (!policy_.limits_tries) return;
  const std::int64_t now = clock_.now().unix_milliseconds();
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  connection.run(
      "INSERT INTO login_miss (name, misses, last_at) VALUES (?, 1, ?)"
      " ON CONFLICT (name) DO UPDATE SET misses = misses + 1, last_at = excluded.last_at",
      hash_of_name(name), now);
  if (const auto auditor = public_half_of(connection, KeyName::audit))
    append_sealed(change, *auditor,
                  fmt::format(R"({{"at":{},"kind":"login.missed","user":"{}"}})", now,
                              user ? user->text() : ""));
  change.commit();
}

void Users::forget_misses(const std::string& name) {
  const auto hash = hash_of_name(name);
  if (book_.reader().number("SELECT count(*) FROM login_miss WHERE name = ?", hash) == 0) return;
  WriteTransaction change(book_);
  change.connection().run("DELETE FROM login_miss WHERE name = ?", hash);
  change.commit();
}

Result<Done, UserRefusal> Users::rebind(const std::string& name, const Secret<std::string>& secret,
                                        const Giver& giver) {
  const auto found = find_user(book_.reader(), name);
  if (!found || found->disabled) return UserRefusal::unknown_user;
  if (const auto why = refusal_of({found->name, found->picture, found->role}, secret, policy_))
    return *why;
  const NewDoor door(secret, policy_.work_for(found->role));
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const auto ring = ring_for(connection, found->role, &giver);
  if (!ring) return UserRefusal::only_a_holder_adds;
  connection.run(
      "UPDATE user SET salt = ?, passes = ?, memory_bytes = ?, ring = ?, public_half = ?"
      " WHERE id = ?",
      door.salt, door.passes(), door.memory_bytes(), sealed_ring(*door.key, found->id, *ring),
      public_half(*ring->own), found->id);
  connection.run("DELETE FROM key_gift WHERE user = ?", found->id);
  connection.run("DELETE FROM login_miss WHERE name = ?", hash_of_name(name));
  change.commit();
  return Done{};
}

void Users::let_nobody_in(Role role, const Secret<std::string>& secret) {
  Key::Salt salt{};
  (void)Key::from_secret(secret.reveal(), salt, policy_.work_for(role));
}

std::vector<Role> roles_that_hold(KeyName name) {
  std::vector<Role> found;
  for (const auto& [role, text] : roles) {
    if (holds(keys_of(role), name)) found.push_back(role);
  }
  return found;
}

}  // namespace tilia::db
