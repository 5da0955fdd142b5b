// Half of what every login at the counter needs: 32 bytes that lie with this machine's account and
// not in the book. Six digits alone are guessed in days; a stolen book without the machine gives
// nothing to guess at. The book keeps it sealed under the till key, so that a manager brings it to
// a new machine by coming in there once.
#pragma once

#include <optional>

#include "db/device_folder.h"
#include "db/key_ring.h"

namespace tilia::db {

// Nothing: this machine is new to the book.
[[nodiscard]] std::optional<Key> counter_half_here(const DeviceFolder& folder);
// True when somebody logs in at the counter of this book with a half that this machine lacks.
[[nodiscard]] bool counter_half_is_missing(Connection& connection, const DeviceFolder& folder);
// The book's half onto this machine; made where there was none. In the writer's transaction;
// `keys` hold the till key.
Key settle_counter_half(Connection& connection, const DeviceFolder& folder, const KeyRing& keys);

}  // namespace tilia::db
