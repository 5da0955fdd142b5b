// What may be noted of a piece with one tap, each by a picture: its colour, what stains it, how it
// wants to be treated, how it came, and what went wrong with it here. Fixed choices: nobody writes
// about whom it belongs to.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace tilia::pos {

struct LaundryMark {
  enum class Kind {
    colour,
    stain,
    remark,  // how it came, and how it is wanted
    damage,  // noted by the laundry, of what happened there
  };
  std::string_view code;  // "wine": its words are pos.laundry.mark.<code>
  Kind kind = Kind::colour;
  std::string_view picture;

  friend bool operator==(const LaundryMark&, const LaundryMark&) = default;
};
[[nodiscard]] std::string_view laundry_mark_kind_text(LaundryMark::Kind kind);  // "colour", …

// In the order in which they are shown, kind by kind.
[[nodiscard]] const std::vector<LaundryMark>& laundry_marks();
[[nodiscard]] std::optional<LaundryMark> laundry_mark(std::string_view code);

}  // namespace tilia::pos
