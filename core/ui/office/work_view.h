// Long work while it runs: what is being done, how far it is, and a button that stops it.
#pragma once

#include <wx/panel.h>

#include "core/ui/office/block.h"

namespace tilia::ui {

class WorkView final : public wxPanel {
 public:
  WorkView(wxWindow* parent, const Look& look, const std::string& title, const std::string& stop,
           std::function<void()> stopped);
  void set_done(int done, int all);
  [[nodiscard]] OfficeButton* stop() const { return stop_; }

 private:
  class Bar;
  void lay_out();

  const Look& look_;
  WordsBlock* title_;
  Bar* bar_;
  OfficeButton* stop_;
};

}  // namespace tilia::ui
