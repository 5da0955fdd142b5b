// The sealed file that a backup is: a header that tells nothing but how many may open it, the
// content in encrypted pieces (libsodium's secretstream, XChaCha20-Poly1305), filled up to whole
// mebibytes, and a check sum of it all for whoever holds no key. The content's key is sealed to the
// book's backup key; the rings of those who hold that key travel along, so that their secrets open
// the file where the book is gone.
//
//   EnvelopeWriter writer(file, public_half, doors, length);
//   writer.write(bytes); …; writer.end();
//   const auto key = backup_key_in(file, passphrase);
//   EnvelopeReader reader(file, *key);
//   reader.read(bytes); …; reader.end();
//
// The content streams: nothing here is as long as it.
//
// All throw BookFault: no_such_book, not_a_book for a file of another kind, backup_differs where a
// byte was changed, cut off or added, disk_full, read_only, cannot_open.
#pragma once

#include <filesystem>
#include <memory>
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

class EnvelopeWriter {
 public:
  // `length` bytes of content will come.
  EnvelopeWriter(const std::filesystem::path& file, const PublicKey& whom,
                 const std::vector<RingDoor>& doors, std::uint64_t length);
  ~EnvelopeWriter();
  EnvelopeWriter(const EnvelopeWriter&) = delete;
  EnvelopeWriter& operator=(const EnvelopeWriter&) = delete;

  void write(std::span<const std::uint8_t> content);
  // When all have come: fills up, then reads the whole file again against every tag.
  void end();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

class EnvelopeReader {
 public:
  EnvelopeReader(const std::filesystem::path& file, const Key& backup_key);
  ~EnvelopeReader();
  EnvelopeReader(const EnvelopeReader&) = delete;
  EnvelopeReader& operator=(const EnvelopeReader&) = delete;

  // The next bytes of the content, as many as there is room for. They are what was written, but
  // that the file is whole is known after end() alone.
  void read(std::span<std::uint8_t> into);
  // When all were read.
  void end();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether the file is whole, as far as that can be told without a key. Its length in bytes.
std::uintmax_t check_envelope(const std::filesystem::path& file);

// The backup key, out of the ring that this secret opens; nothing when it opens none. Doors that
// cost more than `most` are not tried.
[[nodiscard]] std::optional<Key> backup_key_in(const std::filesystem::path& file,
                                               const Secret<std::string>& secret,
                                               std::optional<Key::Work> most = std::nullopt);

}  // namespace tilia::db
