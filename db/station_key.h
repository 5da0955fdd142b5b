// The key with which a station signs the heads of its journal (Ed25519). It is made when the
// station first signs on this machine and kept in the machine's own folder for the book, never in
// the book: who copies the book cannot sign in its name. On another machine a new key begins, and
// verify_heads() shows where.
//
//   const StationKey key = StationKey::kept_in(folder, "T1");
//   signed_by(key.public_half(), text, key.sign(text))       -> true
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "db/device_folder.h"
#include "db/key.h"

namespace tilia::db {

using SigningHalf = std::array<std::uint8_t, 32>;  // public
using Signature = std::array<std::uint8_t, 64>;

class StationKey {
 public:
  // From the system's chance. Kept nowhere: for a life that is made and then left.
  [[nodiscard]] static StationKey random();
  // Read, or made and written. Throws BookFault.
  [[nodiscard]] static StationKey kept_in(const DeviceFolder& folder, const std::string& station);

  [[nodiscard]] const SigningHalf& public_half() const { return public_half_; }
  [[nodiscard]] Signature sign(std::string_view text) const;

 private:
  explicit StationKey(Key seed);

  Key seed_;
  SigningHalf public_half_{};
};

[[nodiscard]] bool signed_by(const SigningHalf& public_half, std::string_view text,
                             const Signature& signature);

}  // namespace tilia::db
