// One who waits or sits in the chair, beside the picture of the day: picture, name or service,
// since when, and the mark of her status.
#pragma once

#include <string>

#include "core/ui/control.h"
#include "pos/salon/visit.h"

namespace tilia::pos {

struct VisitFace {
  std::string picture;
  std::string name;
  std::string time;
  VisitState state = VisitState::waiting;
  friend bool operator==(const VisitFace&, const VisitFace&) = default;
};

class VisitRow final : public ui::Control {
 public:
  VisitRow(wxWindow* parent, const ui::Look& look) : Control(parent, look) {}
  void set_face(VisitFace face);
  [[nodiscard]] const VisitFace& face() const { return face_; }

 protected:
  void draw(ui::Painter& painter, const wxRect& area) override;

 private:
  VisitFace face_;
};

}  // namespace tilia::pos
