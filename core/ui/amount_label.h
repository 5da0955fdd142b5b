// An amount with its word before it: "To pay   6 30 €".
#pragma once

#include <string>

#include "core/ui/control.h"

namespace tilia::ui {

class AmountLabel final : public Control {
 public:
  AmountLabel(wxWindow* parent, const Look& look, int size_at_96_dpi, Across across)
      : Control(parent, look), size_(size_at_96_dpi), across_(across) {}

  void set(std::string word, AmountText amount, const wxColour& colour);

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }

 private:
  int size_;
  Across across_;
  std::string word_;
  AmountText amount_;
  wxColour colour_;
};

}  // namespace tilia::ui
