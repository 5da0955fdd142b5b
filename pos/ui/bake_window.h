// The bake sheet of today or tomorrow: what is needed of each article, what is baked, and by colour
// and words what is still to bake; one step or ten notes what came out of the oven.
#pragma once

#include <array>

#include "core/ui/text_label.h"
#include "pos/ui/bake_line.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class BakeWindow final : public PlaceWindow {
 public:
  BakeWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  static constexpr std::size_t most_rows = 8;
  static constexpr std::array<int, 4> steps{-10, -1, 1, 10};
  struct Row {
    BakeLine* line = nullptr;
    std::array<ui::ActionButton*, steps.size()> keys{};
  };
  void lay_out(const Rooms& rooms) override;
  void refresh_rows();
  [[nodiscard]] std::string rule() const;

  ui::ActionButton* today_;
  ui::ActionButton* tomorrow_;
  ui::ActionButton* selling_;  // what is noted stays noted
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
  std::array<Row, most_rows> rows_{};
  ui::TextLabel* none_;
  ui::TextLabel* rule_;
};

}  // namespace tilia::pos
