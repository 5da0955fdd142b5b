// A key that signs (Ed25519). Whoever knows its public half can tell who signed and that no letter
// was changed; nobody else can sign so.
//
//   const SigningKey key(Key::random());
//   signed_by(key.public_half(), text, key.sign(text))       -> true
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "db/key.h"

namespace tilia::db {

using SigningHalf = std::array<std::uint8_t, 32>;  // public
using Signature = std::array<std::uint8_t, 64>;

class SigningKey {
 public:
  explicit SigningKey(Key seed);

  [[nodiscard]] const SigningHalf& public_half() const { return public_half_; }
  [[nodiscard]] Signature sign(std::string_view text) const;

 private:
  Key seed_;
  SigningHalf public_half_{};
};

[[nodiscard]] bool signed_by(const SigningHalf& public_half, std::string_view text,
                             const Signature& signature);

}  // namespace tilia::db
