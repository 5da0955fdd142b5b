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

using StreamState = crypto_secretstream_xchacha20poly1305_state;

// Takes a file's pieces apart again, one at a time.
class Opening {
 public:
  Opening(Reading reading, const Key& content_key) : reading_(std::move(reading)) {
    begin(content_key);
  }
  ~Opening() { sodium_memzero(&state_, sizeof state_); }
  Opening(const Opening&) = delete;
  Opening& operator=(const Opening&) = delete;

  void read(std::span<std::uint8_t> into) {
    if (into.size() > left_) differs("a backup is shorter than it says");
    left_ -= into.size();
    take(into);
  }
  // The rest of the content, unseen.
  void skip() { left_ = 0; }
  void end() {
    if (left_ > 0) differs("a backup holds more than it should");
    while (!ended_) next();
    if (!reading_.piece().empty()) differs("a backup does not end where it says");
    reading_.compare_sum();
  }

 private:
  void begin(const Key& content_key) {
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state_, reading_.stream_header().data(),
                                                        content_key.reveal().data()) != 0)
      differs("a backup does not open");
    std::array<std::uint8_t, length_bytes> length{};
    take(length);
    left_ = whole_at(length);
  }
  void take(std::span<std::uint8_t> into) {
    while (!into.empty()) {
      if (at_ == piece_.size()) next();
      const std::size_t count = std::min(into.size(), piece_.size() - at_);
      std::copy_n(piece_.begin() + static_cast<std::ptrdiff_t>(at_), count, into.begin());
      at_ += count;
      into = into.subspan(count);
    }
  }
  void next() {
    if (ended_) differs("a backup does not end where it says");
    const Bytes sealed_piece = reading_.piece();
    if (sealed_piece.empty()) differs("a backup is cut off");
    if (sealed_piece.size() != sealed_piece_bytes) differs("a backup does not end where it says");
    // The header is part of the first piece's tag.
    const Bytes header =
        piece_.empty() ? header_of(reading_.doors(), reading_.sealed_key()) : Bytes();
    piece_.resize(piece_bytes);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&state_, piece_.data(), nullptr, &tag,
                                                   sealed_piece.data(), sealed_piece.size(),
                                                   header.data(), header.size()) != 0)
      differs("a piece of a backup was changed");
    ended_ = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    at_ = 0;
  }

  Reading reading_;
  StreamState state_{};
  Bytes piece_;
  std::size_t at_ = 0;
  std::uint64_t left_ = 0;  // of the content
  bool ended_ = false;
};

Key content_key_of(const Reading& reading, const Key& backup_key) {
  const auto text = opened_by(backup_key, reading.sealed_key());
  if (!text) differs("a backup is sealed to another key");
  return Key::of(
      Key::Bytes(reinterpret_cast<const std::uint8_t*>(text->reveal().data()), Key::size));
}

}  // namespace

struct EnvelopeWriter::State {
  State(const fs::path& where, std::uint64_t length)
      : file(where), writing(where), content_left(length) {
    pieces_left =
        (length + length_bytes + step_bytes - 1) / step_bytes * (step_bytes / piece_bytes);
  }
  ~State() { sodium_memzero(&stream, sizeof stream); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void take(std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
      const auto room = bytes.first(std::min(bytes.size(), piece_bytes - piece.size()));
      put(piece, room);
      bytes = bytes.subspan(room.size());
      if (piece.size() == piece_bytes) give();
    }
  }
  void give() {
    Bytes sealed_piece(sealed_piece_bytes);
    crypto_secretstream_xchacha20poly1305_push(
        &stream, sealed_piece.data(), nullptr, piece.data(), piece.size(), header.data(),
        header.size(), pieces_left == 1 ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    header.clear();
    piece.clear();
    --pieces_left;
    writing.write(sealed_piece);
  }

  fs::path file;
  Writing writing;
  Key content_key = Key::random();
  StreamState stream{};
  Bytes header;  // until it went into the first piece's tag
  Bytes piece;
  std::uint64_t content_left;
  std::uint64_t pieces_left = 0;
};

EnvelopeWriter::EnvelopeWriter(const fs::path& file, const PublicKey& whom,
                               const std::vector<RingDoor>& doors, std::uint64_t length)
    : state_(std::make_unique<State>(file, length)) {
  const std::string_view key_text(
      reinterpret_cast<const char*>(state_->content_key.reveal().data()), Key::size);
  state_->header = header_of(doors, sealed_to(whom, key_text));
  state_->writing.write(state_->header);
  Bytes stream_header(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
  crypto_secretstream_xchacha20poly1305_init_push(&state_->stream, stream_header.data(),
                                                  state_->content_key.reveal().data());
  state_->writing.write(stream_header);
  Bytes length_text;
  put_whole(length_text, length);
  state_->take(length_text);
}

EnvelopeWriter::~EnvelopeWriter() = default;

void EnvelopeWriter::write(std::span<const std::uint8_t> content) {
  CHECK(content.size() <= state_->content_left);
  state_->content_left -= content.size();
  state_->take(content);
}

void EnvelopeWriter::end() {
  CHECK(state_->content_left == 0);
  while (state_->pieces_left > 0) {
    state_->piece.resize(piece_bytes);
    state_->give();
  }
  state_->writing.end();
  Opening again(Reading(state_->file), state_->content_key);
  again.skip();
  again.end();
}

struct EnvelopeReader::State {
  State(Reading reading, const Key& content_key) : opening(std::move(reading), content_key) {}
  Opening opening;
};

EnvelopeReader::EnvelopeReader(const fs::path& file, const Key& backup_key) {
  Reading reading(file);
  const Key content_key = content_key_of(reading, backup_key);
  state_ = std::make_unique<State>(std::move(reading), content_key);
}

EnvelopeReader::~EnvelopeReader() = default;

void EnvelopeReader::read(std::span<std::uint8_t> into) { state_->opening.read(into); }

void EnvelopeReader::end() { state_->opening.end(); }

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
  const Key::Work limit = most.value_or(Key::Work::most_ever());
  for (const RingDoor& door : reading.doors()) {
    if (!door.work.is_possible_within(limit)) continue;
    const Key from_secret = DoorLock(door.salt, door.work, std::nullopt).key_of(secret);
    const auto inside = open_door(door.user, door.doors, from_secret);
    if (!inside) continue;
    const KeyRing keys =
        KeyRing::unpacked(opened(inside->ring_key, ring_place(door.user), door.ring));
    if (keys.holds(KeyName::backup)) return keys.held(KeyName::backup).key.copy();
  }
  return std::nullopt;
}

}  // namespace tilia::db
