// One order among others: whose it is, when, what of it in pictures, and what is paid.
#pragma once

#include <string>
#include <vector>

#include "core/ui/control.h"
#include "pos/ui/desk.h"

namespace tilia::pos {

struct OrderFace {
  struct Part {
    std::string picture;
    std::string many;  // "× 12"; empty: one
    friend bool operator==(const Part&, const Part&) = default;
  };
  enum class Paid { nothing, part, all };
  std::string picture;
  std::string name;
  std::string number;  // of the slip
  std::string when;
  std::vector<Part> parts;
  Paid paid = Paid::nothing;
  std::string paid_words;
  friend bool operator==(const OrderFace&, const OrderFace&) = default;
};
// `with_day`: of orders of several days beside each other.
[[nodiscard]] OrderFace order_face(const DueOrder& due, bool with_day, const Desk& desk);
// As many as have room; what is left out is said by three dots.
void draw_parts(ui::Painter& painter, wxRect room, const std::vector<OrderFace::Part>& parts);
// Status is shape, word and colour.
void draw_paid(ui::Painter& painter, const wxRect& room, OrderFace::Paid paid,
               const std::string& words, ui::Across across);
// "Monday 23".
[[nodiscard]] std::string weekday_text(const Day& day, const Words& words);

class OrderRow final : public ui::Control {
 public:
  OrderRow(wxWindow* parent, const ui::Look& look) : Control(parent, look) {}
  void set_face(OrderFace face);
  [[nodiscard]] const OrderFace& face() const { return face_; }

 protected:
  void draw(ui::Painter& painter, const wxRect& area) override;

 private:
  OrderFace face_;
};

}  // namespace tilia::pos
