// Words that are only read, wrapped in their width.
#pragma once

#include <string>

#include "core/ui/control.h"

namespace tilia::ui {

class TextLabel final : public Control {
 public:
  enum class Tone { ink, soft };
  TextLabel(wxWindow* parent, const Look& look, int size_at_96_dpi, bool bold, Tone tone,
            Across across = Across::left)
      : Control(parent, look), size_(size_at_96_dpi), bold_(bold), tone_(tone), across_(across) {}

  void set_text(std::string text);
  // One line or two, in the middle of the height: beside something else. By itself from the top.
  void keep_in_the_middle() { in_the_middle_ = true; }
  [[nodiscard]] const std::string& text() const { return text_; }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }

 private:
  int size_;
  bool bold_;
  Tone tone_;
  Across across_;
  bool in_the_middle_ = false;
  std::string text_;
};

}  // namespace tilia::ui
