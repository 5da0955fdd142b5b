#include "db/users.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

#include "db/book_fault.h"
#include "db/book_file.h"
#include "db/kept_apart.h"
#include "db/key_change.h"
#include "db/recovery_words.h"
#include "db/sealed_journal.h"
#include "db/user_rows.h"

namespace tilia::db {
namespace {

// The first who holds something worth reading keeps the auditor's key too, in trust, until there is
// an auditor: what is read is logged from the first day.
bool needs_audit_in_trust(const std::vector<KeyName>& keys) {
  return std::ranges::find(keys, KeyName::payroll) != keys.end();
}

Hash hash_of_name(const std::string& name) {
  Hash hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(name.data()), name.size());
  return hash;
}

constexpr std::int64_t milliseconds_a_second = 1000;

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
  ring.ring_key = Key::random();
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

Bytes sealed_ring(const UserId& user, const KeyRing& ring) {
  return sealed(*ring.ring_key, ring_place(user.bytes()), ring.packed().reveal());
}

// Her ring as it is now, under the key that her doors lead to.
void keep_ring(Connection& connection, const UserId& user, const KeyRing& ring) {
  demand_own_ring(connection, user, ring);
  connection.run("UPDATE user SET ring = ? WHERE id = ?", sealed_ring(user, ring), user);
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
    if (row.id<UserId>(0) == but_not || !role_holds(*role, name)) continue;
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

// A secret's own door into a ring, and no other yet.
SealedDoors only_door(const UserId& user, const Key& from_secret, const KeyRing& ring) {
  SealedDoors doors;
  for (std::size_t at = 0; at < all_doors.size(); ++at) {
    const Door door = all_doors.at(at);
    doors.at(at) = door == Door::secret
                       ? sealed_door(door, user.bytes(), from_secret, *ring.ring_key)
                       : door_of_nobody(door, user.bytes());
  }
  return doors;
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

// The same of her own two: with another's in their place, keys would be left for another, and
// another would approve in her name.
void compare_own_halves(Connection& connection, const Session& session) {
  Query row = connection.query("SELECT public_half, approving_half FROM user WHERE id = ?",
                               session.user.id);
  CHECK(row.next());
  if (!std::ranges::equal(row.bytes(0), public_half(*session.keys.own)) ||
      !std::ranges::equal(row.bytes(1), approving_half(session.keys)))
    throw BookFault(BookFault::Why::damaged, "the public half of a user's own key was changed");
}

// Of a role that opens what is sealed: nobody else would be left who can.
bool is_last_holder(Connection& connection, Role role) {
  for (const KeyName name : keys_of(role)) {
    if (name != KeyName::till && count_holders(connection, name) == 1) return true;
  }
  return false;
}

}  // namespace

Result<User, UserRefusal> Users::add(const NewUser& user, const Secret<std::string>& secret,
                                     Chance& chance, Giver* giver) {
  if (const auto why = refusal_of(user, secret, policy_)) return *why;
  const User added{UserId::mint(chance), user.name, user.picture, user.role, false};
  const DoorLock lock = lock_for(user.role, giver);
  const Key from_secret = lock.key_of(secret);
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (connection.number("SELECT count(*) FROM user WHERE name = ?", user.name) > 0)
    return UserRefusal::name_taken;
  const auto ring = ring_for(connection, user.role, giver);
  if (!ring) return UserRefusal::only_a_holder_adds;
  const SealedDoors doors = only_door(added.id, from_secret, *ring);
  connection.run(
      "INSERT INTO user (id, name, picture, role, added, salt, passes, memory_bytes, ring,"
      " public_half, approving_half, door_secret, door_paper, door_duress)"
      " VALUES (?, ?, ?, ?, (SELECT count(*) FROM user), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      added.id, added.name, added.picture, role_text(added.role), lock.salt, lock.passes(),
      lock.memory_bytes(), sealed_ring(added.id, *ring), public_half(*ring->own),
      approving_half(*ring), doors[0], doors[1], doors[2]);
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
  // An empty ring behind doors that nobody opens.
  KeyRing nothing;
  nothing.ring_key = Key::random();
  const SealedDoors shut = only_door(found->id, Key::random(), nothing);
  connection.run(
      "UPDATE user SET disabled = 1, ring = ?, door_secret = ?, door_paper = ?, door_duress = ?"
      " WHERE id = ?",
      sealed_ring(found->id, nothing), shut[0], shut[1], shut[2], found->id);
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

// Gifts that wait for her, what a backup kept apart for her, and keys that are due since somebody
// left.
void Users::bring_up_to_date(const User& user, KeyRing& ring) {
  Connection& reader = book_.reader();
  const bool gifts = reader.number("SELECT count(*) FROM key_gift WHERE user = ?", user.id) > 0;
  if (!gifts && due_keys(reader, ring).empty() && !waits_for(reader, ring)) return;
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (take_gifts(connection, user.id.bytes(), ring)) keep_ring(connection, user.id, ring);
  connection.run("DELETE FROM key_gift WHERE user = ?", user.id);
  put_back(connection, ring);
  const std::vector<KeyName> due = due_keys(connection, ring);
  if (!due.empty()) replace_keys(connection, user.id, ring, due);
  change.commit();
}

std::optional<Session> Users::log_in(const std::string& name, const Secret<std::string>& typed) {
  const auto words = as_recovery_words(typed);
  const Secret<std::string>& secret = words ? *words : typed;
  auto login = login_of(book_.reader(), name);
  const bool at_counter = login && login->user.role == Role::counter;
  if (!at_counter && wait_of(name)) {
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
  const DoorLock lock(login->salt, login->work, at_counter ? half_from(nullptr) : std::nullopt);
  const IdBytes id = login->user.id.bytes();
  auto opened = open_door(id, login->doors, lock.key_of(secret));
  if (!opened || login->user.disabled) {
    if (!at_counter) note_miss(name, login->user.id);
    return std::nullopt;
  }
  if (!at_counter) forget_misses(name);
  const auto ring = tilia::db::opened(opened->ring_key, ring_place(id), login->ring);
  Session session{std::move(login->user), KeyRing::unpacked(ring), opened->door};
  session.keys.ring_key = std::move(opened->ring_key);
  session.keys.owner = id;
  if (!at_counter) note_entrance(session);
  bring_up_to_date(session.user, session.keys);
  compare_public_halves(book_.reader(), session.keys);
  compare_own_halves(book_.reader(), session);
  bring_half_here(session.keys);
  return session;
}

std::optional<LoginWait> Users::wait_of(const std::string& name) {
  if (!policy_.secrets_are_secret) return std::nullopt;
  Query row = book_.reader().query("SELECT misses, last_at FROM login_miss WHERE name = ?",
                                   hash_of_name(name));
  if (!row.next()) return std::nullopt;
  return wait_after(row.whole(0),
                    (clock_.now().unix_milliseconds() - row.whole(1)) / milliseconds_a_second);
}

void Users::note_miss(const std::string& name, const std::optional<UserId>& user) {
  if (!policy_.secrets_are_secret) return;
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
  const DoorLock lock = lock_for(found->role, &giver);
  const Key from_secret = lock.key_of(secret);
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  auto ring = ring_for(connection, found->role, &giver);
  if (!ring) return UserRefusal::only_a_holder_adds;
  // What she keeps in trust stays with her when it is her own secret that is new.
  const HeldKey* in_trust = giver.keys.find(KeyName::audit);
  if (found->id == giver.user.id && in_trust != nullptr)
    ring->put(KeyName::audit, {in_trust->generation, in_trust->key.copy()});
  const SealedDoors doors = only_door(found->id, from_secret, *ring);
  connection.run(
      "UPDATE user SET salt = ?, passes = ?, memory_bytes = ?, ring = ?, public_half = ?,"
      " approving_half = ?, door_secret = ?, door_paper = ?, door_duress = ? WHERE id = ?",
      lock.salt, lock.passes(), lock.memory_bytes(), sealed_ring(found->id, *ring),
      public_half(*ring->own), approving_half(*ring), doors[0], doors[1], doors[2], found->id);
  connection.run("DELETE FROM key_gift WHERE user = ?", found->id);
  connection.run("DELETE FROM login_miss WHERE name = ?", hash_of_name(name));
  change.commit();
  // Her own new secret: what she holds from now on lies behind the new door.
  if (found->id == giver.user.id) {
    giver.keys.ring_key = ring->ring_key->copy();
    giver.keys.own = ring->own->copy();
  }
  return Done{};
}

void Users::let_nobody_in(Role role, const Secret<std::string>& secret) {
  Key::Salt salt{};
  (void)Key::from_secret(secret.reveal(), salt, policy_.work_for(role));
}

}  // namespace tilia::db
