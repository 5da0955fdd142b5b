// The plain sheet that stands before everything when the office is locked, or when another window
// has the keyboard: the shop's name, and where it is locked how to come back. Nothing of anybody.
#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>

#include "core/ui/office/block.h"

namespace tilia::ui {

class ClosedView final : public wxPanel {
 public:
  struct Sheet {
    std::string name;
    std::string sentence = {};  // may be empty
    std::string button = {};    // empty: it goes by itself
  };
  ClosedView(wxWindow* parent, const Look& look);

  std::function<void()> on_press;
  void set(const Sheet& sheet);
  [[nodiscard]] OfficeButton* button() const { return button_; }

 private:
  void lay_out();

  const Look& look_;
  WordsBlock* name_ = nullptr;
  WordsBlock* sentence_ = nullptr;
  OfficeButton* button_ = nullptr;
};

}  // namespace tilia::ui
