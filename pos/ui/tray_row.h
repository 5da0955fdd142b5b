// One line of the tray: as many pictures as there are pieces, more than five in closed groups of
// five; the name; what it costs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "core/ui/amount_text.h"
#include "core/ui/control.h"
#include "pos/article.h"

namespace tilia::pos {

struct TrayFace {
  std::string picture;
  std::int64_t pictures = 0;
  std::string name;
  std::string many;  // "× 25" or "0.450 kg", where pictures alone do not say it
  ui::AmountText amount;
  friend bool operator==(const TrayFace&, const TrayFace&) = default;
};

// Pieces are drawn, in fives where they are more; weights are written, and so is a heap that nobody
// could count. `amount`: of the line.
[[nodiscard]] TrayFace tray_face(const std::string& picture, const std::string& name, Unit unit,
                                 Quantity quantity, ui::AmountText amount, const Words& words);

// Where the pictures of so many pieces go. One to five stand side by side. More lie in fives as on
// a die, each five on a plate of its own, and the rest in the same pattern without one: seven is a
// full plate and two.
struct TrayPictures {
  std::vector<wxRect> plates;
  std::vector<wxRect> pictures;
};
[[nodiscard]] TrayPictures tray_pictures(std::int64_t count, const wxRect& room, int most_side,
                                         int gap);

class TrayRow final : public ui::Control {
 public:
  // Four plates are seen at a glance, and still large enough in the narrowest row.
  static constexpr std::int64_t most_pictures = 20;

  TrayRow(wxWindow* parent, const ui::Look& look) : Control(parent, look) {}
  void set_face(TrayFace face);
  [[nodiscard]] const TrayFace& face() const { return face_; }

 protected:
  void draw(ui::Painter& painter, const wxRect& area) override;
  // Only where something comes of it.
  [[nodiscard]] bool pressable() const override { return static_cast<bool>(on_press); }

 private:
  [[nodiscard]] int price_width(ui::Painter& painter) const;

  TrayFace face_;
};

}  // namespace tilia::pos
