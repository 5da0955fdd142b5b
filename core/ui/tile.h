// A picture to tap: picture, name, price, and how many are already on the tray.
#pragma once

#include <string>
#include <vector>

#include "core/ui/amount_text.h"
#include "core/ui/control.h"

namespace tilia::ui {

struct TileFace {
  std::string picture;
  std::string name;    // may be empty: a picture alone
  AmountText price;    // empty: none
  std::string badge;   // "2"; empty: none
  bool faded = false;  // it is not there: pale, and struck through; it can be pressed all the same
  std::string mark = {};  // "−30 %", in a corner; empty: none
  friend bool operator==(const TileFace&, const TileFace&) = default;
};

class Tile final : public Control {
 public:
  Tile(wxWindow* parent, const Look& look) : Control(parent, look) {}
  void set_face(TileFace face);
  [[nodiscard]] const TileFace& face() const { return face_; }
  // Whether a tile of that size shows the whole name and price and still a picture.
  [[nodiscard]] static bool holds(Painter& painter, const TileFace& face, const wxSize& size);

 protected:
  void draw(Painter& painter, const wxRect& area) override;

 private:
  struct Small {
    wxRect picture;
    wxRect price;
    wxRect name;
    std::vector<std::string> lines;
    bool whole = false;
  };
  [[nodiscard]] static Small small_of(Painter& painter, const TileFace& face, const wxRect& area);
  void draw_small(Painter& painter, const wxRect& area) const;
  void draw_badge(Painter& painter, const wxRect& badge) const;
  void draw_mark(Painter& painter, const wxRect& pill, const std::string& mark) const;
  void draw_face(Painter& painter, const wxRect& area);
  void draw_veil(Painter& painter, const wxRect& area) const;

  TileFace face_;
};

}  // namespace tilia::ui
