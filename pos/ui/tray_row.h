// One line of the tray: as many pictures as there are pieces, up to five; the name; what it costs.
#pragma once

#include <string>

#include "core/phrase.h"
#include "core/ui/amount_text.h"
#include "core/ui/control.h"
#include "pos/article.h"

namespace tilia::pos {

struct TrayFace {
  std::string picture;
  std::int64_t pictures = 0;
  std::string name;
  std::string many;  // "12 ×" or "0.450 kg", where pictures alone do not say it
  ui::AmountText amount;
  friend bool operator==(const TrayFace&, const TrayFace&) = default;
};

// Up to five pieces are drawn, more are written; weights too. `amount`: of the line.
[[nodiscard]] TrayFace tray_face(const std::string& picture, const std::string& name, Unit unit,
                                 Quantity quantity, ui::AmountText amount, const Words& words);

class TrayRow final : public ui::Control {
 public:
  static constexpr std::int64_t most_pictures = 5;

  TrayRow(wxWindow* parent, const ui::Look& look) : Control(parent, look) {}
  void set_face(TrayFace face);
  [[nodiscard]] const TrayFace& face() const { return face_; }

 protected:
  void draw(ui::Painter& painter, const wxRect& area) override;
  // Only where something comes of it.
  [[nodiscard]] bool pressable() const override { return static_cast<bool>(on_press); }

 private:
  TrayFace face_;
};

}  // namespace tilia::pos
