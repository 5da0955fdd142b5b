// One article of the bake sheet: its picture, what is needed and baked of it, and whether that is
// enough.
#pragma once

#include <string>

#include "core/ui/control.h"

namespace tilia::pos {

struct BakeFace {
  std::string picture;
  std::string name;
  std::string needed;
  std::string needed_word;
  std::string baked;
  std::string baked_word;
  std::string status;  // "18 still to bake", "Enough"
  bool enough = false;
  friend bool operator==(const BakeFace&, const BakeFace&) = default;
};

class BakeLine final : public ui::Control {
 public:
  BakeLine(wxWindow* parent, const ui::Look& look) : Control(parent, look) {}
  void set_face(BakeFace face);
  [[nodiscard]] const BakeFace& face() const { return face_; }

 protected:
  void draw(ui::Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }

 private:
  void draw_number(ui::Painter& painter, wxRect room, const std::string& number,
                   const std::string& word) const;

  BakeFace face_;
};

}  // namespace tilia::pos
