// Secret<T>: a value that may not be printed, copied or compared by accident. Its one exit is
// reveal(); tests/house_rules_test.cpp lists the files that may call it. It is wiped when it goes;
// a T that nobody can wipe (a list of texts) does not compile.
//
//   Secret<std::string> pin(read_pin());
//   verify(pin.reveal());
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <type_traits>
#include <utility>

namespace tilia {

// Overwrites in a way that the optimiser keeps: a text's whole buffer, or plain bytes (a key).
void wipe(std::string& text) noexcept;
void wipe_bytes(void* bytes, std::size_t count) noexcept;
template <class T>
requires std::is_trivially_copyable_v<T>
void wipe(T& bytes) noexcept { wipe_bytes(&bytes, sizeof bytes); }

template <class T>
class Secret {
 public:
  explicit Secret(T value) : value_(std::move(value)) { wipe(value); }
  ~Secret() { wipe(value_); }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  Secret(Secret&& other) noexcept : value_(std::move(other.value_)) { wipe(other.value_); }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) {
      wipe(value_);
      value_ = std::move(other.value_);
      wipe(other.value_);
    }
    return *this;
  }

  [[nodiscard]] const T& reveal() const { return value_; }

  // GoogleTest would print the raw bytes of a type that it does not know.
  friend void PrintTo(const Secret&, std::ostream* out) { *out << "[secret]"; }
  friend std::ostream& operator<<(std::ostream&, const Secret&) = delete;

 private:
  T value_;
};

}  // namespace tilia
