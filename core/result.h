// Result<T, Refusal>: what a use case answers when a careful user can cause a "no" on a good day.
// A Refusal is an enum class of that use case, or a struct around one. What the world causes (a
// full disk, a damaged book) is an exception; what only we can cause is a CHECK.
//
//   Result<Money, MoneyRefusal> price = Money::parse("1.20", eur);
//   if (!price) return price.refusal();
//   charge(price.value());
#pragma once

#include <utility>
#include <variant>

#include "core/check.h"

namespace tilia {

// The value of a Result that carries nothing but "it is done".
struct Done {
  friend bool operator==(Done, Done) = default;
};

template <class T, class R>
class [[nodiscard]] Result {
 public:
  using Value = T;
  using Refusal = R;

  Result(T value)
      : holds_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: reads as the value
  Result(R refusal)
      : holds_(std::in_place_index<1>, std::move(refusal)) {}  // NOLINT: or the refusal

  [[nodiscard]] bool ok() const { return holds_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] const T& value() const& {
    CHECK(ok());
    return *std::get_if<0>(&holds_);
  }
  [[nodiscard]] T& value() & {
    CHECK(ok());
    return *std::get_if<0>(&holds_);
  }
  // By value: `for (… : f().value())` and `const auto& x = f().value()` would outlive a reference.
  [[nodiscard]] T value() && {
    CHECK(ok());
    return std::move(*std::get_if<0>(&holds_));
  }
  [[nodiscard]] const R& refusal() const {
    CHECK(!ok());
    return *std::get_if<1>(&holds_);
  }

 private:
  std::variant<T, R> holds_;
};

}  // namespace tilia
