#include "core/ui/card.h"

namespace tilia::ui {

Card::Card(wxWindow* parent, const Look& look) : Control(parent, look) {
  SetWindowStyle(GetWindowStyle() | wxTAB_TRAVERSAL);
}

void Card::draw(Painter& painter, const wxRect& area) {
  painter.round_rect(area, corner(), look().colours().card, look().colours().line, look().px(2));
}

}  // namespace tilia::ui
