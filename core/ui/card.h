// A white card with round corners on the paper: what belongs together stands on it as its children.
#pragma once

#include "core/ui/control.h"

namespace tilia::ui {

class Card final : public Control {
 public:
  Card(wxWindow* parent, const Look& look);

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }
};

}  // namespace tilia::ui
