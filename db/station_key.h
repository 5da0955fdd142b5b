// The key with which a station signs the heads of its journal. It is made when the station first
// signs on this machine and kept in the machine's own folder for the book, never in the book: who
// copies the book cannot sign in its name. On another machine, and after a year, a new key begins,
// and verify_heads() shows where.
//
//   const SigningKey key = station_key_in(folder, "T1", clock.now());
#pragma once

#include <optional>
#include <string>

#include "core/instant.h"
#include "db/device_folder.h"
#include "db/signing_key.h"

namespace tilia::db {

inline constexpr std::int64_t station_key_days = 365;

// What this machine signs with, whatever its age; nothing where it never did.
[[nodiscard]] std::optional<SigningKey> station_key_here(const DeviceFolder& folder,
                                                         const std::string& station);
// Read, or made and written. Throws BookFault.
[[nodiscard]] SigningKey station_key_in(const DeviceFolder& folder, const std::string& station,
                                        const Instant& now);

}  // namespace tilia::db
