// The sealed file that a backup is: a header that tells nothing but how many may open it, the
// content in encrypted pieces (libsodium's secretstream, XChaCha20-Poly1305), filled up to whole
// mebibytes, and a check sum of it all for whoever holds no key. The content's key is sealed to the
// book's backup key; the rings of those who hold that key travel along, so that their secrets open
// the file where the book is gone.
//
//   write_envelope(file, content, public_half, doors);
//   const auto key = backup_key_in(file, passphrase);
//   const Bytes content = open_envelope(file, *key);
//
// All throw BookFault: no_such_book, not_a_book for a file of another kind, backup_differs where a
// byte was changed, cut off or added, disk_full, read_only, cannot_open.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/id.h"
#include "core/secret.h"
#include "db/connection.h"
#include "db/doors.h"
#include "db/key.h"
#include "db/sealing.h"

namespace tilia::db {

// How one user's secret opens her ring of keys (db/users.h), as the book stores it.
struct RingDoor {
  IdBytes user{};
  Key::Salt salt{};
  Key::Work work;
  Bytes ring;
  SealedDoors doors;
};

// Writes `file` whole, reads it again against every tag, and syncs it.
void write_envelope(const std::filesystem::path& file, std::span<const std::uint8_t> content,
                    const PublicKey& whom, const std::vector<RingDoor>& doors);

// Whether the file is whole, as far as that can be told without a key. Its length in bytes.
std::uintmax_t check_envelope(const std::filesystem::path& file);

// The backup key, out of the ring that this secret opens; nothing when it opens none. Doors that
// cost more than `most` are not tried.
[[nodiscard]] std::optional<Key> backup_key_in(const std::filesystem::path& file,
                                               const Secret<std::string>& secret,
                                               std::optional<Key::Work> most = std::nullopt);

[[nodiscard]] Bytes open_envelope(const std::filesystem::path& file, const Key& backup_key);

}  // namespace tilia::db
