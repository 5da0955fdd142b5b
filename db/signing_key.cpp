#include "db/signing_key.h"

#include <sodium.h>

namespace tilia::db {
namespace {

static_assert(std::tuple_size_v<SigningHalf> == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);
static_assert(Key::size == crypto_sign_SEEDBYTES);

// Both halves, as libsodium wants them for signing; wiped when it goes.
class BothHalves {
 public:
  BothHalves(const Key& seed, SigningHalf& public_half) {
    crypto_sign_seed_keypair(public_half.data(), bytes_.data(), seed.reveal().data());
  }
  ~BothHalves() { sodium_memzero(bytes_.data(), bytes_.size()); }
  BothHalves(const BothHalves&) = delete;
  BothHalves& operator=(const BothHalves&) = delete;
  [[nodiscard]] const std::uint8_t* bytes() const { return bytes_.data(); }

 private:
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> bytes_{};
};

const unsigned char* letters(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

SigningKey::SigningKey(Key seed) : seed_(std::move(seed)) {
  const BothHalves fills_the_public_one(seed_, public_half_);
}

Signature SigningKey::sign(std::string_view text) const {
  SigningHalf public_half{};
  const BothHalves both(seed_, public_half);
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, letters(text), text.size(), both.bytes());
  return signature;
}

bool signed_by(const SigningHalf& public_half, std::string_view text, const Signature& signature) {
  return crypto_sign_verify_detached(signature.data(), letters(text), text.size(),
                                     public_half.data()) == 0;
}

}  // namespace tilia::db
