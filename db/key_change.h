// Replacing keys when somebody who held them leaves: new ones, everything that was sealed under the
// old ones sealed again, and a gift for each holder who is not there, which she finds when she next
// comes in. What cannot be written again (the sealed journal) is opened with the former key, which
// lies sealed under the new one.
//
// What the leaver copied before, file and keys, she can still open: nobody can take that back. What
// is written from now on she cannot.
#pragma once

#include <vector>

#include "core/id.h"
#include "db/connection.h"
#include "db/key_ring.h"

namespace tilia::db {

// In the writer's transaction. `keys`: of who does it, who holds the key; she has the new one when
// this returns, and her ring has to be kept again. `holders`: everybody else who holds it. Throws
// BookFault keys_replaced when somebody else was quicker.
struct KeyHolder {
  IdBytes user{};
  PublicKey public_half{};
};
void replace_key(Connection& connection, KeyRing& keys, KeyName name,
                 const std::vector<KeyHolder>& holders);

// What others left for her, into her ring. False: nothing was there. Throws BookFault damaged for a
// gift that is not from somebody who held the key before.
bool take_gifts(Connection& connection, const IdBytes& user, KeyRing& keys);

// The key and those before it, the newest first, as far as they are kept.
[[nodiscard]] std::vector<Key> key_and_former_ones(Connection& connection, const KeyRing& keys,
                                                   KeyName name);

// Throws BookFault keys_replaced when the held key was replaced since she came in.
void demand_newest(Connection& connection, const KeyRing& keys, KeyName name);

}  // namespace tilia::db
