#include "pos/ui/visit_look.h"

#include <fmt/format.h>

#include "core/check.h"

namespace tilia::pos {

VisitLook visit_look(VisitState state, const ui::Palette& palette) {
  switch (state) {
    case VisitState::waiting: return {palette.mend_ground, palette.mend, palette.ink, "⏳"};
    case VisitState::booked: return {palette.card, palette.got, palette.ink, "🕑"};
    case VisitState::arrived: return {palette.mend_ground, palette.mend, palette.ink, "🙋"};
    case VisitState::in_progress: return {palette.tint, palette.go, palette.ink, "✂️"};
    case VisitState::done: return {palette.sand, palette.soft, palette.ink, "🏁"};
    case VisitState::paid: return {palette.sand, palette.line, palette.soft, "✅"};
    case VisitState::no_show:
    case VisitState::cancelled: return {palette.paper, palette.line, palette.soft, "➖"};
  }
  CHECK(false);
}

std::string visit_state_key(VisitState state) {
  return fmt::format("till.visit_state.{}", visit_state_text(state));
}

std::string visit_picture(const Visit& visit, const std::string& of_service) {
  if (!visit.picture.empty()) return visit.picture;
  return of_service.empty() ? "💇" : of_service;
}

}  // namespace tilia::pos
