// An amount with its word before it: "To pay   6 30 €".
#pragma once

#include <wx/event.h>

#include <string>

#include "core/ui/control.h"

namespace tilia::ui {

// A number was touched; its words and figures are the event's string. Goes up to the frame, which
// may speak it.
wxDECLARE_EVENT(EVT_NUMBER_TOUCHED, wxCommandEvent);

class AmountLabel final : public Control {
 public:
  AmountLabel(wxWindow* parent, const Look& look, int size_at_96_dpi, Across across);

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
