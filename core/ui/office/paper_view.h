// A paper on the page: its caption, who reads it, and below, on white, the paper itself line by
// line as the printer sets it.
#pragma once

#include "core/ui/office/block.h"

namespace tilia::ui {

class PaperView final : public Block {
 public:
  PaperView(wxWindow* parent, const Look& look, const Paper& paper, const Words& words);
  [[nodiscard]] int height_for(int width) const override;
  [[nodiscard]] const Strip& strip() const { return strip_; }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }

 private:
  struct Line {
    StripLine::Kind kind;
    std::vector<std::string> left;  // wrapped
    std::string right;
    int height;
  };
  [[nodiscard]] std::vector<Line> lines(int width) const;
  [[nodiscard]] int head_height(int width) const;
  void draw_line(Painter& painter, const Line& line, const wxRect& room) const;

  std::string caption_;
  std::string note_;
  Strip strip_;
};

}  // namespace tilia::ui
