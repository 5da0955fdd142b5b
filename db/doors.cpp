#include "db/doors.h"

#include "core/chance.h"
#include "core/check.h"

namespace tilia::db {
namespace {

SealedPlace place_of(Door door, const IdBytes& user) {
  return {"user", user, door_column(door), "door"};
}

}  // namespace

std::string_view note_of_login(Door door) {
  switch (door) {
    case Door::secret: return "login.done";
    case Door::paper: return "login.paper";
    case Door::duress: return "login.duress";
  }
  CHECK(false);
}

std::string_view door_column(Door door) {
  switch (door) {
    case Door::secret: return "door_secret";
    case Door::paper: return "door_paper";
    case Door::duress: return "door_duress";
  }
  CHECK(false);
}

DoorLock::DoorLock(Key::Work how_much, std::optional<Key> of_machine)
    : work(how_much), device(std::move(of_machine)) {
  system_bytes(salt);
}

Key DoorLock::key_of(const Secret<std::string>& secret) const {
  Key key = Key::from_secret(secret.reveal(), salt, work);
  return device ? key.derived("counter", device->reveal()) : std::move(key);
}

Bytes sealed_door(Door door, const IdBytes& user, const Key& from_secret, const Key& ring_key) {
  const Key::Bytes bytes = ring_key.reveal();
  return sealed(from_secret, place_of(door, user),
                {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Bytes door_of_nobody(Door door, const IdBytes& user) {
  return sealed_door(door, user, Key::random(), Key::random());
}

std::optional<OpenedDoor> open_door(const IdBytes& user, const SealedDoors& doors,
                                    const Key& from_secret) {
  std::optional<OpenedDoor> found;
  // All of them, whichever opens: which one it was is not to be told by the time that it takes.
  for (std::size_t at = 0; at < all_doors.size(); ++at) {
    const auto text = opened_if(from_secret, place_of(all_doors.at(at), user), doors.at(at));
    if (!text) continue;
    CHECK(text->reveal().size() == Key::size);
    found.emplace(
        OpenedDoor{all_doors.at(at),
                   Key::of(Key::Bytes(reinterpret_cast<const std::uint8_t*>(text->reveal().data()),
                                      Key::size))});
  }
  return found;
}

}  // namespace tilia::db
