// One calm sentence that needs a look, with at most one button: never a box that stops the work.
#pragma once

#include <functional>
#include <string>

#include "core/ui/action_button.h"

namespace tilia::ui {

class Banner final : public Control {
 public:
  enum class Tone { help, told, mend };
  Banner(wxWindow* parent, const Look& look);

  // An empty sentence hides it; an empty button label hides the button. A picture stands instead of
  // the sign.
  void show(Tone tone, std::string sentence, std::string button, std::string picture = {});
  std::function<void(long at_milliseconds)> on_button;
  [[nodiscard]] const std::string& sentence() const { return sentence_; }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }

 private:
  void lay_out();

  Tone tone_ = Tone::help;
  std::string sentence_;
  std::string picture_;
  ActionButton* button_;
};

}  // namespace tilia::ui
