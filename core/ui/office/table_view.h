// The table of an office page on its white card: a quiet heading, hairlines, numbers right-aligned
// at the decimal mark. Only the rows in sight are drawn, so a catalogue of thousands scrolls at
// once. Arrow keys move, Enter opens.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/ui/office/block.h"

namespace tilia::ui {

class TableView final : public Block {
 public:
  TableView(wxWindow* parent, const Look& look, const Table& table, const Words& words);

  std::function<void(const std::string& row)> on_open;

  [[nodiscard]] int height_for(int width) const override;  // of all rows
  [[nodiscard]] int least_height() const;                  // heading and a few rows
  // The same height less what would be half a row.
  [[nodiscard]] int whole_rows(int height) const;
  [[nodiscard]] int rows() const { return static_cast<int>(rows_.size()); }
  // Where a row is drawn now; an empty rectangle where it is out of sight.
  [[nodiscard]] wxRect row_rect(int row) const;

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return opens_; }
  [[nodiscard]] int corner() const override { return look().px(14); }

 private:
  struct DrawnCell {
    std::string text;
    std::string behind;  // the decimals, where the column is aligned at its mark
    bool needs_look = false;
  };
  struct DrawnRow {
    std::string key;
    std::string picture;
    std::vector<DrawnCell> cells;
  };
  struct DrawnColumn {
    std::string heading;
    bool decimal = false;
    int share = 1;
    int behind_width = 0;  // of the widest decimals
  };
  [[nodiscard]] wxRect cell_rect(int column, const wxRect& row) const;
  void draw_row(Painter& painter, const DrawnRow& row, const wxRect& area, bool chosen);
  [[nodiscard]] int visible_rows() const;
  [[nodiscard]] int row_at(int y) const;
  void scroll_to(int first);
  void choose(int row);
  void open(int row);
  void key_down(wxKeyEvent& event);
  void bind_mouse();

  std::vector<DrawnColumn> columns_;
  std::vector<DrawnRow> rows_;
  bool opens_ = false;
  int first_ = 0;     // the row at the top
  int chosen_ = 0;    // where the keyboard is
  int hovered_ = -1;  // where the mouse is
};

}  // namespace tilia::ui
