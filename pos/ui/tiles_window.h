// A question that is answered by one of twelve pictures, on as many pages as it takes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class TilesWindow : public PlaceWindow {
 public:
  static constexpr std::size_t most_tiles = 12;  // of the usual grid
  [[nodiscard]] ui::Control* next_to_press() override { return tiles_.front(); }

 protected:
  // Without `turn` there is one page.
  TilesWindow(wxWindow* parent, const Desk& desk, std::function<void(std::size_t)> choose,
              std::function<void(int)> turn = {}, int columns = usual_columns);
  struct Shown {
    std::string question;
    std::string if_none;
    std::vector<ui::TileFace> faces;
    std::size_t page = 0;
    std::size_t pages = 1;
  };
  void show(const Shown& shown);

 private:
  void lay_out(const Rooms& rooms) override;

  static constexpr int usual_columns = 4;
  static constexpr int rows = 3;

  int columns_;
  ui::TextLabel* question_;
  ui::TextLabel* empty_;
  std::vector<ui::Tile*> tiles_;
  ui::ActionButton* previous_ = nullptr;
  ui::ActionButton* next_ = nullptr;
};

}  // namespace tilia::pos
