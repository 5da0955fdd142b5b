// A key of 256 random bits. It lives in memory that is locked against swapping, fenced by guard
// pages and wiped when it goes (libsodium's guarded heap); it is never printed and never copied by
// accident.
//
//   const Key key = Key::random();
//   const Key hers = key.derived("pay", person.bytes());
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace tilia::db {

class Key {
 public:
  static constexpr std::size_t size = 32;
  using Bytes = std::span<const std::uint8_t, size>;

  // From the operating system, always.
  [[nodiscard]] static Key random();
  // Copies; what is copied from is the caller's to wipe.
  [[nodiscard]] static Key of(Bytes bytes);
  // What a secret, a salt and that much work give (Argon2id, one lane; RFC 9106). Throws
  // std::bad_alloc when the memory is not there.
  struct Work {
    unsigned long long passes = 3;
    std::size_t memory_bytes = std::size_t{64} * 1024 * 1024;
    // More than any calibration gives: a changed file makes nobody's machine stop.
    static constexpr Work most_ever() { return {64, std::size_t{4} * 1024 * 1024 * 1024}; }
    // Whether the function can do it at all, for no more than `most`.
    [[nodiscard]] bool is_possible_within(const Work& most) const;
    friend bool operator==(const Work&, const Work&) = default;
  };
  using Salt = std::array<std::uint8_t, 16>;
  [[nodiscard]] static Key from_secret(std::string_view secret, const Salt& salt, Work work);

  [[nodiscard]] Key copy() const { return of(reveal()); }
  // Another key that only this one and `about` give (BLAKE2b, keyed). `purpose` parts the uses.
  [[nodiscard]] Key derived(std::string_view purpose, std::span<const std::uint8_t> about) const;

  [[nodiscard]] Bytes reveal() const { return Bytes(bytes_.get(), size); }

 private:
  struct Forget {
    void operator()(std::uint8_t* bytes) const noexcept;
  };
  Key();

  std::unique_ptr<std::uint8_t, Forget> bytes_;
};

}  // namespace tilia::db
