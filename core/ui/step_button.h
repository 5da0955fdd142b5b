// A round step: one more, one less.
#pragma once

#include "core/ui/control.h"

namespace tilia::ui {

class StepButton final : public Control {
 public:
  enum class Step { less, more };
  StepButton(wxWindow* parent, const Look& look, Step step) : Control(parent, look), step_(step) {}
  [[nodiscard]] Step step() const { return step_; }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] int corner() const override { return GetClientSize().GetHeight() / 2; }

 private:
  Step step_;
};

}  // namespace tilia::ui
