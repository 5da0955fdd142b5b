#include "pos/laundry/laundry_mark.h"

#include <algorithm>

#include "core/check.h"

namespace tilia::pos {

std::string_view laundry_mark_kind_text(LaundryMark::Kind kind) {
  switch (kind) {
    case LaundryMark::Kind::colour: return "colour";
    case LaundryMark::Kind::stain: return "stain";
    case LaundryMark::Kind::remark: return "remark";
    case LaundryMark::Kind::damage: return "damage";
  }
  CHECK(false);
}

const std::vector<LaundryMark>& laundry_marks() {
  using Kind = LaundryMark::Kind;
  static const std::vector<LaundryMark> marks{
      {"white", Kind::colour, "⚪"},         {"dark", Kind::colour, "⚫"},
      {"red", Kind::colour, "🔴"},           {"yellow", Kind::colour, "🟡"},
      {"green", Kind::colour, "🟢"},      {"blue", Kind::colour, "🔵"},
      {"patterned", Kind::colour, "🌈"},     {"wine", Kind::stain, "🍷"},
      {"coffee", Kind::stain, "☕"},         {"fat", Kind::stain, "🧈"},
      {"blood", Kind::stain, "🩸"},       {"grass", Kind::stain, "🌿"},
      {"ink", Kind::stain, "🖋"},         {"other_stain", Kind::stain, "💧"},
      {"delicate", Kind::remark, "🪶"},   {"fold", Kind::remark, "📦"},
      {"came_torn", Kind::remark, "🪡"},  {"came_without_button", Kind::remark, "🔘"},
      {"torn", Kind::damage, "✂"},          {"burnt", Kind::damage, "🔥"},
      {"shrunk", Kind::damage, "🤏"},     {"faded", Kind::damage, "🌫"},
      {"button_off", Kind::damage, "🧷"}, {"stain_stays", Kind::damage, "💦"}};
  return marks;
}

std::optional<LaundryMark> laundry_mark(std::string_view code) {
  const auto found = std::ranges::find(laundry_marks(), code, &LaundryMark::code);
  return found == laundry_marks().end() ? std::nullopt : std::optional(*found);
}

}  // namespace tilia::pos
