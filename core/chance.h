// Where ids come from. A practice run is given SeededChance, so that it repeats byte for byte; a
// real shop SystemChance. Keys, nonces and salts never come from a Chance that can be seeded (see
// system_bytes).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace tilia {

class Chance {
 public:
  virtual ~Chance() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;
  // Uniform in 0 … bound − 1, without the bias of a plain remainder. bound > 0.
  [[nodiscard]] std::uint64_t below(std::uint64_t bound);
};

class SystemChance final : public Chance {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
};

// The same seed gives the same bytes for ever (ChaCha20 stream).
class SeededChance final : public Chance {
 public:
  explicit SeededChance(std::uint64_t seed);
  void fill(std::span<std::uint8_t> bytes) override;

 private:
  std::array<std::uint8_t, 32> key_{};
  std::uint64_t next_block_ = 0;
};

// From the operating system, always: for keys, nonces, salts and signatures.
void system_bytes(std::span<std::uint8_t> bytes);

}  // namespace tilia
