#include "db/envelope.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/key_ring.h"

namespace tilia::db {
namespace {

namespace fs = std::filesystem;

// No name of ours: who finds the file learns nothing from it.
constexpr std::array<std::uint8_t, 8> mark{0x8B, 'S', 'E', 'A', 'L', 'E', 'D', 2};
constexpr std::size_t piece_bytes = std::size_t{64} * 1024;
constexpr std::size_t step_bytes = std::size_t{1024} * 1024;
constexpr std::size_t length_bytes = 8;
constexpr std::size_t ring_bytes = KeyRing::sealed_bytes;
constexpr std::size_t most_doors = 1000;
constexpr std::size_t sealed_key_bytes = Key::size + sealed_to_overhead;
constexpr std::size_t sealed_piece_bytes =
    piece_bytes + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t sum_bytes = crypto_hash_sha256_BYTES;

[[noreturn]] void differs(const char* what) {
  throw BookFault(BookFault::Why::backup_differs, what);
}

void put_whole(Bytes& bytes, std::uint64_t number) {
  for (std::size_t at = 0; at < length_bytes; ++at)
    bytes.push_back(static_cast<std::uint8_t>(number >> (8 * at)));
}

std::uint64_t whole_at(std::span<const std::uint8_t> bytes) {
  std::uint64_t number = 0;
  for (std::size_t at = length_bytes; at > 0; --at) number = number << 8U | bytes[at - 1];
  return number;
}

template <class Part>
void put(Bytes& bytes, const Part& part) {
  bytes.insert(bytes.end(), part.begin(), part.end());
}

// Everything before the pieces, and the check sum as it grows.
class Reading {
 public:
  explicit Reading(const fs::path& file) : in_(file, std::ios::binary) {
    if (!fs::exists(file)) throw BookFault(BookFault::Why::no_such_book, "no such backup");
    if (!in_) throw BookFault(BookFault::Why::cannot_open, "the backup cannot be read");
    left_ = fs::file_size(file);
    crypto_hash_sha256_init(&sum_);
    if (left_ < mark.size() || !std::ranges::equal(take(mark.size()), mark))
      throw BookFault(BookFault::Why::not_a_book, "no backup of ours");
    const std::uint64_t doors = whole_at(take(length_bytes));
    if (doors > most_doors) differs("the header of a backup does not hold");
    for (std::uint64_t door = 0; door < doors; ++door) doors_.push_back(take_door());
    sealed_key_ = take(sealed_key_bytes);
    stream_header_ = take(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
    if (left_ < sum_bytes) differs("a backup is cut off");
  }

  [[nodiscard]] const std::vector<RingDoor>& doors() const { return doors_; }
  [[nodiscard]] const Bytes& sealed_key() const { return sealed_key_; }
  [[nodiscard]] const Bytes& stream_header() const { return stream_header_; }
  // The next piece, still sealed; empty after the last.
  [[nodiscard]] Bytes piece() {
    return take(std::min<std::uintmax_t>(left_ - sum_bytes, sealed_piece_bytes));
  }
  // After the last piece.
  void compare_sum() {
    Bytes sum(sum_bytes);
    crypto_hash_sha256_final(&sum_, sum.data());
    if (take(sum_bytes) != sum) differs("the check sum of a backup does not fit");
  }

 private:
  Bytes take(std::uintmax_t count) {
    if (count > left_) differs("a backup is cut off");
    Bytes bytes(count);
    in_.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(count));
    if (!in_) throw BookFault(BookFault::Why::disk_failed, "the backup cannot be read to its end");
    left_ -= count;
    if (left_ > 0 || count != sum_bytes) crypto_hash_sha256_update(&sum_, bytes.data(), count);
    return bytes;
  }
  RingDoor take_door() {
    RingDoor door;
    std::ranges::copy(take(door.user.size()), door.user.begin());
    std::ranges::copy(take(door.salt.size()), door.salt.begin());
    door.work.passes = whole_at(take(length_bytes));
    door.work.memory_bytes = whole_at(take(length_bytes));
    door.ring = take(ring_bytes);
    for (Bytes& each : door.doors) each = take(sealed_door_bytes);
    return door;
  }

  std::ifstream in_;
  std::uintmax_t left_ = 0;
  crypto_hash_sha256_state sum_{};
  std::vector<RingDoor> doors_;
  Bytes sealed_key_;
  Bytes stream_header_;
};

class Writing {
 public:
  explicit Writing(const fs::path& file) : out_(file, std::ios::binary | std::ios::trunc) {
    if (!out_) throw BookFault(BookFault::Why::cannot_open, "the backup cannot be written there");
    crypto_hash_sha256_init(&sum_);
  }
  void write(std::span<const std::uint8_t> bytes) {
    crypto_hash_sha256_update(&sum_, bytes.data(), bytes.size());
    raw(bytes);
  }
  void end() {
    Bytes sum(sum_bytes);
    crypto_hash_sha256_final(&sum_, sum.data());
    raw(sum);
    out_.close();
    if (!out_) throw BookFault(BookFault::Why::disk_full, "the backup has no room there");
  }

 private:
  void raw(std::span<const std::uint8_t> bytes) {
    out_.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    if (!out_) throw BookFault(BookFault::Why::disk_full, "the backup has no room there");
  }

  std::ofstream out_;
  crypto_hash_sha256_state sum_{};
};

// Hands the content out piece by piece: its length, itself, and nothing up to a whole mebibyte.
class Pieces {
 public:
  explicit Pieces(std::span<const std::uint8_t> content) : content_(content) {
    put_whole(length_, content.size());
    left_ = (content.size() + length_bytes + step_bytes - 1) / step_bytes * step_bytes;
  }
  [[nodiscard]] bool last() const { return left_ == piece_bytes; }
  Bytes next() {
    Bytes piece(piece_bytes);
    for (std::uint8_t& byte : piece) {
      if (at_ < length_bytes) {
        byte = length_[at_];
      } else if (at_ - length_bytes < content_.size()) {
        byte = content_[at_ - length_bytes];
      }
      ++at_;
    }
    left_ -= piece_bytes;
    return piece;
  }

 private:
  std::span<const std::uint8_t> content_;
  Bytes length_;
  std::size_t at_ = 0;
  std::size_t left_ = 0;
};

Bytes header_of(const std::vector<RingDoor>& doors, const Bytes& sealed_key) {
  Bytes header;
  put(header, mark);
  put_whole(header, doors.size());
  for (const RingDoor& door : doors) {
    CHECK(door.ring.size() == ring_bytes);
    put(header, door.user);
    put(header, door.salt);
    put_whole(header, door.work.passes);
    put_whole(header, door.work.memory_bytes);
    put(header, door.ring);
    for (const Bytes& each : door.doors) {
      CHECK(each.size() == sealed_door_bytes);
      put(header, each);
    }
  }
  put(header, sealed_key);
  return header;
}

Bytes opened_with(Reading& reading, const Key& content_key, const Bytes& header) {
  crypto_secretstream_xchacha20poly1305_state state;
  if (crypto_secretstream_xchacha20poly1305_init_pull(&state, reading.stream_header().data(),
                                                      content_key.reveal().data()) != 0)
    differs("a backup does not open");
  Bytes content;
  bool ended = false;
  for (Bytes piece = reading.piece(); !piece.empty(); piece = reading.piece()) {
    if (ended || piece.size() != sealed_piece_bytes) differs("a backup does not end where it says");
    Bytes plain(piece_bytes);
    unsigned char tag = 0;
    // The header is part of the first piece's tag.
    const bool first = content.empty();
    if (crypto_secretstream_xchacha20poly1305_pull(
            &state, plain.data(), nullptr, &tag, piece.data(), piece.size(),
            first ? header.data() : nullptr, first ? header.size() : 0) != 0)
      differs("a piece of a backup was changed");
    content.insert(content.end(), plain.begin(), plain.end());
    ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  }
  sodium_memzero(&state, sizeof state);
  if (!ended) differs("a backup is cut off");
  reading.compare_sum();
  const std::uint64_t length = whole_at(std::span(content).first(length_bytes));
  if (length > content.size() - length_bytes) differs("a backup is shorter than it says");
  content.erase(content.begin(), content.begin() + length_bytes);
  content.resize(length);
  return content;
}

void seal_into(const fs::path& file, std::span<const std::uint8_t> content, const Bytes& header,
               const Key& content_key) {
  Writing writing(file);
  writing.write(header);
  crypto_secretstream_xchacha20poly1305_state state;
  Bytes stream_header(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
  crypto_secretstream_xchacha20poly1305_init_push(&state, stream_header.data(),
                                                  content_key.reveal().data());
  writing.write(stream_header);
  Pieces pieces(content);
  Bytes sealed_piece(sealed_piece_bytes);
  bool first = true;
  for (bool last = false; !last; first = false) {
    last = pieces.last();
    Bytes plain = pieces.next();
    crypto_secretstream_xchacha20poly1305_push(
        &state, sealed_piece.data(), nullptr, plain.data(), plain.size(),
        first ? header.data() : nullptr, first ? header.size() : 0,
        last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    sodium_memzero(plain.data(), plain.size());
    writing.write(sealed_piece);
  }
  sodium_memzero(&state, sizeof state);
  writing.end();
}

}  // namespace

void write_envelope(const fs::path& file, std::span<const std::uint8_t> content,
                    const PublicKey& whom, const std::vector<RingDoor>& doors) {
  const Key content_key = Key::random();
  const std::string_view key_text(reinterpret_cast<const char*>(content_key.reveal().data()),
                                  Key::size);
  const Bytes header = header_of(doors, sealed_to(whom, key_text));
  seal_into(file, content, header, content_key);
  Reading again(file);
  if (!std::ranges::equal(opened_with(again, content_key, header), content))
    differs("a fresh backup does not hold what was written");
}

std::uintmax_t check_envelope(const fs::path& file) {
  Reading reading(file);
  std::size_t pieces = 0;
  for (Bytes piece = reading.piece(); !piece.empty(); piece = reading.piece()) {
    if (piece.size() != sealed_piece_bytes) differs("a backup is cut off");
    ++pieces;
  }
  reading.compare_sum();
  if (pieces == 0) differs("a backup holds nothing");
  return fs::file_size(file);
}

std::optional<Key> backup_key_in(const fs::path& file, const Secret<std::string>& secret,
                                 std::optional<Key::Work> most) {
  const Reading reading(file);
  // More than any calibration gives: a changed header makes nobody's machine stop.
  constexpr Key::Work most_ever{64, std::size_t{4} * 1024 * 1024 * 1024};
  const Key::Work limit = most.value_or(most_ever);
  for (const RingDoor& door : reading.doors()) {
    if (door.work.passes > limit.passes || door.work.memory_bytes > limit.memory_bytes ||
        door.work.passes < 1 || door.work.memory_bytes < crypto_pwhash_MEMLIMIT_MIN)
      continue;
    const Key from_secret = DoorLock(door.salt, door.work, std::nullopt).key_of(secret);
    const auto inside = open_door(door.user, door.doors, from_secret);
    if (!inside) continue;
    const KeyRing keys =
        KeyRing::unpacked(opened(inside->ring_key, ring_place(door.user), door.ring));
    if (keys.holds(KeyName::backup)) return keys.held(KeyName::backup).key.copy();
  }
  return std::nullopt;
}

Bytes open_envelope(const fs::path& file, const Key& backup_key) {
  Reading reading(file);
  const auto text = opened_by(backup_key, reading.sealed_key());
  if (!text) differs("a backup is sealed to another key");
  const Key content_key =
      Key::of(Key::Bytes(reinterpret_cast<const std::uint8_t*>(text->reveal().data()), Key::size));
  return opened_with(reading, content_key, header_of(reading.doors(), reading.sealed_key()));
}

}  // namespace tilia::db
