// The ways in of a user beside her secret, this machine's half of the counter's, and what she
// approves from elsewhere.
#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "db/book_file.h"
#include "db/key_change.h"
#include "db/sealed_journal.h"
#include "db/user_rows.h"

namespace tilia::db {

DoorLock Users::lock_for(Role role, const Giver* giver) {
  return {policy_.work_for(role), role == Role::counter ? half_from(giver) : std::nullopt};
}

// Whoever gives a counter login brings the book's half of it to this machine, or makes it.
std::optional<Key> Users::half_from(const Giver* giver) {
  if (!policy_.secrets_are_secret) return std::nullopt;
  CHECK(device_.has_value());
  if (giver == nullptr || !giver->keys.holds(KeyName::till)) return counter_half_here(*device_);
  demand_newest(book_.reader(), giver->keys, KeyName::till);
  WriteTransaction change(book_);
  Key half = settle_counter_half(change.connection(), *device_, giver->keys);
  change.commit();
  return half;
}

// A manager who comes in on a new machine brings the counter's logins along.
void Users::bring_half_here(const KeyRing& ring) {
  if (!policy_.secrets_are_secret || !device_ || !ring.holds(KeyName::roster) ||
      !ring.holds(KeyName::till) || !counter_half_is_missing(book_.reader(), *device_))
    return;
  WriteTransaction change(book_);
  (void)settle_counter_half(change.connection(), *device_, ring);
  change.commit();
}

bool Users::machine_is_new() {
  return policy_.secrets_are_secret && device_ && counter_half_is_missing(book_.reader(), *device_);
}

// Every time she comes in, by whichever door: that there is a note says nothing about the door.
void Users::note_entrance(const Session& session) {
  if (!policy_.secrets_are_secret) return;
  const auto auditor = public_half_of(book_.reader(), KeyName::audit);
  if (!auditor) return;
  WriteTransaction change(book_);
  append_sealed(
      change, *auditor,
      fmt::format(R"({{"at":{},"kind":"{}","user":"{}"}})", clock_.now().unix_milliseconds(),
                  note_of_login(session.by), session.user.id.text()));
  change.commit();
}

Result<Done, UserRefusal> Users::set_second_door(const Giver& whose, Door door,
                                                 const Secret<std::string>& secret) {
  CHECK(door != Door::secret && whose.keys.ring_key);
  const User& user = whose.user;
  if (user.role == Role::counter) return UserRefusal::only_a_holder_adds;
  if (const auto why = refusal_of({user.name, user.picture, user.role}, secret, policy_))
    return *why;
  const auto login = login_of(book_.reader(), user.id);
  if (!login || login->user.disabled) return UserRefusal::unknown_user;
  const Key from_secret = DoorLock(login->salt, login->work, std::nullopt).key_of(secret);
  const auto opens = open_door(user.id.bytes(), login->doors, from_secret);
  if (opens && opens->door != door) return UserRefusal::same_secret;
  WriteTransaction change(book_);
  demand_own_ring(change.connection(), user.id, whose.keys);
  change.connection().run(fmt::format("UPDATE user SET {} = ? WHERE id = ?", door_column(door)),
                          sealed_door(door, user.id.bytes(), from_secret, *whose.keys.ring_key),
                          user.id);
  change.commit();
  return Done{};
}

void Users::shut_second_door(const Giver& whose, Door door) {
  CHECK(door != Door::secret);
  WriteTransaction change(book_);
  change.connection().run(fmt::format("UPDATE user SET {} = ? WHERE id = ?", door_column(door)),
                          door_of_nobody(door, whose.user.id.bytes()), whose.user.id);
  change.commit();
}

Asked Users::ask(const std::string& act, const std::string& subject, const UserId& by,
                 const Day& until) {
  Query row = book_.reader().query("SELECT id FROM book");
  CHECK(row.next());
  return {act, subject, hex_text(row.id_bytes(0)), by, until};
}

Result<User, ApprovalRefusal> Users::approver(Asked asked, const std::string& line,
                                              const Day& today) {
  const auto approval = parse_approval(line);
  if (!approval) return ApprovalRefusal::unreadable;
  if (approval->by == asked.by) return ApprovalRefusal::yourself;
  if (approval->until < today) return ApprovalRefusal::too_late;
  Query row = book_.reader().query(
      "SELECT id, name, picture, role, disabled, approving_half FROM user WHERE id = ?",
      approval->by);
  if (!row.next() || row.yes(4)) return ApprovalRefusal::unknown;
  const Bytes bytes = row.bytes(5);
  SigningHalf half{};
  CHECK(bytes.size() == half.size());
  std::ranges::copy(bytes, half.begin());
  asked.until = approval->until;
  if (!signed_by(half, signed_text(asked), approval->signature))
    return ApprovalRefusal::something_else;
  return user_from(row);
}

std::int64_t Users::holders(KeyName name) { return count_holders(book_.reader(), name); }

bool Users::approves(const UserId& user) {
  return book_.reader().number(
             "SELECT count(*) FROM approver a JOIN user u ON u.id = a.user"
             " WHERE a.user = ? AND u.disabled = 0",
             user) > 0;
}

Result<Done, UserRefusal> Users::set_approves(const std::string& name, bool approves) {
  WriteTransaction change(book_);
  const auto user = find_user(change.connection(), name);
  if (!user) return UserRefusal::unknown_user;
  if (user->role != Role::counter) return UserRefusal::not_at_the_counter;
  if (approves)
    change.connection().run("INSERT OR IGNORE INTO approver (user) VALUES (?)", user->id);
  else
    change.connection().run("DELETE FROM approver WHERE user = ?", user->id);
  change.commit();
  return Done{};
}

}  // namespace tilia::db
