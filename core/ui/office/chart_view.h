// Sums beside each other on a white card, in the look of the office: standing bars for what follows
// in time, lying bars for what has a name. A thin line across a bar is what it should come to; a
// bar that is short of it is pale. With the mouse on a bar its sum stands above it.
#pragma once

#include <vector>

#include "core/ui/office/block.h"

namespace tilia::ui {

class ChartView final : public Block {
 public:
  ChartView(wxWindow* parent, const Look& look, const Chart& chart, const Words& words);
  [[nodiscard]] int height_for(int width) const override;
  // Where a bar's slot is drawn in a control of this size.
  [[nodiscard]] wxRect slot(std::size_t bar) const;
  [[nodiscard]] bool lying() const { return lying_; }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }
  [[nodiscard]] int corner() const override { return look().px(14); }

 private:
  struct Drawn {
    std::string label;
    std::string amount;
    Bar bar;
  };
  [[nodiscard]] wxRect ground() const;  // of the bars, below the words
  void draw_standing(Painter& painter);
  void draw_standing_words(Painter& painter, std::size_t at, int top, int floor);
  void draw_lying(Painter& painter);
  [[nodiscard]] int widest(int size, bool bold, std::string Drawn::*text) const;

  std::string title_;
  std::string note_;
  std::vector<Drawn> bars_;
  std::optional<Money> longest_;
  bool lying_;
  std::size_t tallest_ = 0;
  int hovered_ = -1;
};

}  // namespace tilia::ui
