// "The counter asks you to come": a calm strip above whatever the office shows, with the one button
// that answers. It stands above the closed sheet too: it tells of nobody.
#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>

#include "core/ui/office/block.h"

namespace tilia::ui {

class CallStrip final : public wxPanel {
 public:
  CallStrip(wxWindow* parent, const Look& look);

  std::function<void()> on_press;
  // An empty sentence: nobody asks.
  void set(const std::string& sentence, const std::string& button);
  [[nodiscard]] const std::string& sentence() const { return words_; }
  [[nodiscard]] int height() const { return words_.empty() ? 0 : look_.px(70); }
  [[nodiscard]] OfficeButton* button() const { return button_; }

 private:
  void lay_out();

  const Look& look_;
  std::string words_;
  PictureBlock* bell_ = nullptr;
  WordsBlock* sentence_ = nullptr;
  OfficeButton* button_ = nullptr;
};

}  // namespace tilia::ui
