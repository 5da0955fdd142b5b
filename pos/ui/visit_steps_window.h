// A new visit, one question at a time: what is to be done, by whom, when, and by which picture it
// is known. What is not free stays where it is and cannot be pressed.
#pragma once

#include <vector>

#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class VisitStepsWindow final : public PlaceWindow {
 public:
  VisitStepsWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  static constexpr std::size_t most_tiles = 12;
  static constexpr std::size_t most_times = 60;
  void lay_out(const Rooms& rooms) override;
  void show_services();
  void show_people();
  void show_times();
  void show_pictures();
  void show_tiles(std::size_t count);
  void turn(int by);
  void press_tile(std::size_t which);
  void press_time(std::size_t which);
  [[nodiscard]] std::size_t first_time() const;
  [[nodiscard]] std::size_t first_of_page(std::size_t on_page, std::size_t all);

  ui::TextLabel* question_;
  ui::TextLabel* none_;
  std::vector<ui::Tile*> tiles_;
  std::vector<ui::ActionButton*> buttons_;  // people, or times
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
  SalonDay::Step shown_ = SalonDay::Step::services;
  std::size_t page_ = 0;
  std::size_t pages_ = 1;
};

}  // namespace tilia::pos
