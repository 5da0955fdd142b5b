#include "db/sealing.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

#include "core/chance.h"
#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::db {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(sealed_overhead == nonce_bytes + tag_bytes);
static_assert(sealed_to_overhead == crypto_box_SEALBYTES);

// What is sealed this way; a later way has another number.
constexpr std::string_view schema = "1";

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// Each part after its length: "ab","c" and "a","bc" are two places.
std::string place_text(const SealedPlace& place) {
  const std::string_view row(reinterpret_cast<const char*>(place.row.data()), place.row.size());
  std::string text;
  for (const std::string_view part : {schema, place.table, row, place.column, place.key_id})
    text += fmt::format("{}:{}", part.size(), part);
  return text;
}

// The two keys of a pair, the private one wiped when it goes. The pair has a seed of its own: what
// a key seals and what is sealed to its public half have nothing in common.
struct Pair {
  explicit Pair(const Key& key) {
    const Key seed = key.derived("pair", {});
    CHECK(crypto_box_seed_keypair(open.data(), closed.data(), seed.reveal().data()) == 0);
  }
  ~Pair() { sodium_memzero(closed.data(), closed.size()); }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;

  PublicKey open{};
  std::array<unsigned char, crypto_box_SECRETKEYBYTES> closed{};
};

}  // namespace

Bytes sealed(const Key& key, const SealedPlace& place, std::string_view plain) {
  Bytes all(nonce_bytes + plain.size() + tag_bytes);
  system_bytes(std::span(all).first(nonce_bytes));
  const std::string about = place_text(place);
  CHECK(crypto_aead_xchacha20poly1305_ietf_encrypt(
            all.data() + nonce_bytes, nullptr, bytes_of(plain), plain.size(), bytes_of(about),
            about.size(), nullptr, all.data(), key.reveal().data()) == 0);
  return all;
}

std::optional<Secret<std::string>> opened_if(const Key& key, const SealedPlace& place,
                                             std::span<const std::uint8_t> sealed_bytes) {
  if (sealed_bytes.size() < sealed_overhead) return std::nullopt;
  std::string plain(sealed_bytes.size() - sealed_overhead, '\0');
  const std::string about = place_text(place);
  const int answer = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr,
      sealed_bytes.data() + nonce_bytes, sealed_bytes.size() - nonce_bytes, bytes_of(about),
      about.size(), sealed_bytes.data(), key.reveal().data());
  if (answer != 0) return std::nullopt;
  return Secret<std::string>(std::move(plain));
}

Secret<std::string> opened(const Key& key, const SealedPlace& place,
                           std::span<const std::uint8_t> sealed_bytes) {
  auto plain = opened_if(key, place, sealed_bytes);
  if (!plain)
    throw BookFault(
        BookFault::Why::damaged,
        fmt::format("a sealed value of {}.{} was changed, moved or is under another key",
                    place.table, place.column));
  return *std::move(plain);
}

std::size_t padded_size(std::size_t size, std::size_t step) { return (size / step + 1) * step; }

Secret<std::string> padded(std::string plain, std::size_t step) {
  const std::size_t size = plain.size();
  std::string all;
  all.reserve(padded_size(size, step));
  all = plain;
  wipe(plain);
  all.resize(padded_size(size, step), '\0');
  std::size_t filled = 0;
  CHECK(sodium_pad(&filled, reinterpret_cast<unsigned char*>(all.data()), size, step, all.size()) ==
        0);
  CHECK(filled == all.size());
  return Secret<std::string>(std::move(all));
}

Secret<std::string> unpadded(Secret<std::string> text) {
  const std::string& all = text.reveal();
  std::size_t size = 0;
  // The block may be as large as the whole.
  if (all.empty() || sodium_unpad(&size, bytes_of(all), all.size(), all.size()) != 0)
    throw BookFault(BookFault::Why::damaged, "a sealed value has no end");
  return Secret<std::string>(all.substr(0, size));
}

PublicKey public_half(const Key& key) { return Pair(key).open; }

Bytes sealed_to(const PublicKey& whom, std::string_view plain) {
  CHECK(sodium_init() >= 0);
  Bytes all(plain.size() + sealed_to_overhead);
  CHECK(crypto_box_seal(all.data(), bytes_of(plain), plain.size(), whom.data()) == 0);
  return all;
}

std::optional<Secret<std::string>> opened_by(const Key& key,
                                             std::span<const std::uint8_t> sealed_bytes) {
  if (sealed_bytes.size() < sealed_to_overhead) return std::nullopt;
  const Pair pair(key);
  std::string plain(sealed_bytes.size() - sealed_to_overhead, '\0');
  if (crypto_box_seal_open(reinterpret_cast<unsigned char*>(plain.data()), sealed_bytes.data(),
                           sealed_bytes.size(), pair.open.data(), pair.closed.data()) != 0)
    return std::nullopt;
  return Secret<std::string>(std::move(plain));
}

}  // namespace tilia::db
