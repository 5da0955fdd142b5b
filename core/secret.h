// Secret<T>: a value that may not be printed, copied or compared by accident. Its one exit is reveal();
// tests/house_rules_test.cpp lists the files that may call it. A secret text is wiped when it goes.
//
//   Secret<std::string> pin(read_pin());
//   verify(pin.reveal());
#pragma once

#include <ostream>
#include <string>
#include <utility>

namespace tilia {

// Overwrites the text's whole buffer in a way that the optimiser keeps.
void wipe(std::string& text) noexcept;
template <class T>
void wipe(T&) noexcept {}

template <class T>
class Secret {
 public:
  explicit Secret(T value) : value_(std::move(value)) {}
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
