#include "core/ui/step_button.h"

#include <algorithm>

namespace tilia::ui {

void StepButton::draw(Painter& painter, const wxRect& area) {
  const Palette& palette = look().colours();
  const int side = std::min(area.width, area.height);
  const wxRect round = wxRect(wxSize(side, side)).CentreIn(area);
  const wxColour ground = held() || hovered() ? palette.line : palette.sand;
  painter.disc(round, IsEnabled() ? ground : palette.paper,
               look().high_contrast() || !IsEnabled() ? palette.line : wxNullColour, 2);
  const wxColour ink = IsEnabled() ? palette.ink : palette.soft.ChangeLightness(150);
  const int arm = side * 17 / 100;
  const int x = round.x + side / 2;
  const int y = round.y + side / 2;
  painter.line(x - arm, y, x + arm, y, ink, look().px(4));
  if (step_ == Step::more) painter.line(x, y - arm, x, y + arm, ink, look().px(4));
}

}  // namespace tilia::ui
