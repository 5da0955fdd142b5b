// What was forgotten and when, or which days off: by steps, so that nothing is typed.
#pragma once

#include <array>

#include "core/ui/card.h"
#include "core/ui/text_label.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class MyTimeAskWindow final : public PlaceWindow {
 public:
  MyTimeAskWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;

 private:
  // A value with a small step and a large one to each side.
  struct Row {
    ui::TextLabel* word = nullptr;
    ui::Card* card = nullptr;
    ui::TextLabel* value = nullptr;
    std::array<ui::ActionButton*, 4> steps{};  // far less, less, more, far more
  };
  void lay_out(const Rooms& rooms) override;
  [[nodiscard]] Row row();
  void lay_out_row(const Row& row, wxRect room) const;
  void show_forgotten();
  void show_days();
  void show_row(const Row& row, const std::string& word, const std::string& value,
                const std::array<std::string, 4>& steps, const std::array<bool, 4>& may);
  [[nodiscard]] bool of_days() { return counter().place() == Place::my_time_days; }
  void step(std::size_t row, int by);

  ui::TextLabel* question_;
  std::array<ui::ActionButton*, 4> taps_{};
  std::array<ui::ActionButton*, 2> days_{};
  std::array<Row, 2> rows_{};
};

}  // namespace tilia::pos
