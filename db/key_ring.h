// The keys that one person holds, open, as long as she is logged in. Who holds no key has no way to
// what is sealed under it: no screen, program or patience helps.
//
//   till      names and texts that the counter may read
//   roster    limits, availability, leave
//   payroll   who is behind an alias, and wages
//   vault     who pays for which wage
//   audit     who read whose record
//   backup    opens a backup
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/id.h"
#include "db/key.h"
#include "db/sealing.h"

namespace tilia::db {

enum class KeyName { till, roster, payroll, vault, audit, backup };
inline constexpr std::array<KeyName, 6> all_keys{KeyName::till,  KeyName::roster, KeyName::payroll,
                                                 KeyName::vault, KeyName::audit,  KeyName::backup};
[[nodiscard]] std::string_view key_name_text(KeyName name);

// A key is replaced when somebody who held it leaves: its generation rises.
struct HeldKey {
  int generation = 1;
  Key key;

  [[nodiscard]] std::string id(KeyName name) const;  // "payroll.1"
};

class KeyRing {
 public:
  // As a user's row and a backup keep it.
  static constexpr std::size_t sealed_bytes = 288;

  KeyRing() = default;
  KeyRing(KeyRing&&) = default;
  KeyRing& operator=(KeyRing&&) = default;

  [[nodiscard]] bool holds(KeyName name) const { return slot(name).has_value(); }
  // Throws BookFault no_key where she holds none.
  [[nodiscard]] const HeldKey& held(KeyName name) const;
  void put(KeyName name, HeldKey key) {
    slots_.at(static_cast<std::size_t>(name)) = std::move(key);
  }
  [[nodiscard]] const HeldKey* find(KeyName name) const {
    return slot(name) ? &*slot(name) : nullptr;
  }
  void drop(KeyName name) { slots_.at(static_cast<std::size_t>(name)).reset(); }
  // Every key is wiped. A quick lock does this.
  void clear() {
    for (auto& each : slots_) each.reset();
    ring_key.reset();
    own.reset();
    owner.reset();
  }

  // Seals this ring as it is kept, and lies behind her doors (db/doors.h). Not of what is kept
  // itself.
  std::optional<Key> ring_key;
  // Her own: what others leave for her is sealed to its public half.
  std::optional<Key> own;
  // Which user's it is, while she is logged in.
  std::optional<IdBytes> owner;

  // As bytes and back, always of one length, whoever holds what.
  [[nodiscard]] Secret<std::string> packed() const;
  // Throws BookFault damaged.
  [[nodiscard]] static KeyRing unpacked(const Secret<std::string>& bytes);

 private:
  [[nodiscard]] const std::optional<HeldKey>& slot(KeyName name) const {
    return slots_.at(static_cast<std::size_t>(name));
  }

  std::array<std::optional<HeldKey>, all_keys.size()> slots_;
};

// Where a user's ring stands, sealed under what her secret gives.
[[nodiscard]] SealedPlace ring_place(const IdBytes& user);

// What is sealed to the holders of a key, by whoever seals; nothing as long as nobody holds it.
[[nodiscard]] std::optional<PublicKey> public_half_of(Connection& connection, KeyName name);

}  // namespace tilia::db
