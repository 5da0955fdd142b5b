#include "db/key.h"

#include <sodium.h>

#include <algorithm>
#include <new>

#include "core/chance.h"
#include "core/check.h"

namespace tilia::db {

static_assert(Key::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(std::tuple_size_v<Key::Salt> == crypto_pwhash_SALTBYTES);

void Key::Forget::operator()(std::uint8_t* bytes) const noexcept { sodium_free(bytes); }

Key::Key() {
  CHECK(sodium_init() >= 0);
  bytes_.reset(static_cast<std::uint8_t*>(sodium_malloc(size)));
  if (!bytes_) throw std::bad_alloc();
}

Key Key::random() {
  Key key;
  system_bytes({key.bytes_.get(), size});
  return key;
}

Key Key::of(Bytes bytes) {
  Key key;
  std::copy(bytes.begin(), bytes.end(), key.bytes_.get());
  return key;
}

bool Key::Work::is_possible_within(const Work& most) const {
  return passes >= crypto_pwhash_OPSLIMIT_MIN && memory_bytes >= crypto_pwhash_MEMLIMIT_MIN &&
         passes <= most.passes && memory_bytes <= most.memory_bytes;
}

Key Key::from_secret(std::string_view secret, const Salt& salt, Work work) {
  Key key;
  if (crypto_pwhash(key.bytes_.get(), size, secret.data(), secret.size(), salt.data(), work.passes,
                    work.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return key;
}

Key Key::derived(std::string_view purpose, std::span<const std::uint8_t> about) const {
  Key key;
  crypto_generichash_state state;
  CHECK(crypto_generichash_init(&state, bytes_.get(), size, size) == 0);
  // The length before the purpose: no two pairs of purpose and subject read the same.
  const auto length = static_cast<std::uint8_t>(purpose.size());
  CHECK(purpose.size() == length);
  crypto_generichash_update(&state, &length, 1);
  crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(purpose.data()),
                            purpose.size());
  crypto_generichash_update(&state, about.data(), about.size());
  crypto_generichash_final(&state, key.bytes_.get(), size);
  sodium_memzero(&state, sizeof state);
  return key;
}

}  // namespace tilia::db
