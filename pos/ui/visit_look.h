// How a visit is shown wherever it stands: status by a colour, a mark and a word, each with the
// same meaning.
#pragma once

#include <string>

#include "core/ui/painter.h"
#include "pos/salon/visit.h"

namespace tilia::pos {

struct VisitLook {
  wxColour ground;
  wxColour edge;
  wxColour ink;
  std::string mark;  // an emoji
};
[[nodiscard]] VisitLook visit_look(VisitState state, const ui::Palette& palette);
// till.visit_state.<…>
[[nodiscard]] std::string visit_state_key(VisitState state);
// By what staff knows whose it is: her picture, else that of the first service.
[[nodiscard]] std::string visit_picture(const Visit& visit, const std::string& of_service);

}  // namespace tilia::pos
