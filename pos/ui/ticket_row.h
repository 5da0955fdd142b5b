// One ticket among others: whose it is, its number, what of it in pictures, where it is, and what
// is paid. One piece of a ticket: what it is, what was noted of it, where it is.
#pragma once

#include <string>
#include <vector>

#include "core/ui/control.h"
#include "pos/ui/order_row.h"

namespace tilia::pos {

// Where something is: picture, word and colour say it, each alone.
struct StateFace {
  enum class Tone { waits, in_work, ready, gone };
  std::string picture;
  std::string words;  // with the place where it hangs
  Tone tone = Tone::waits;
  friend bool operator==(const StateFace&, const StateFace&) = default;
};
[[nodiscard]] StateFace state_face(PieceState state, const std::string& rack, const Desk& desk);
[[nodiscard]] StateFace state_face(const KnownTicket& known, const Desk& desk);
// What it is time for.
[[nodiscard]] StateFace unclaimed_face(const UnclaimedTicket& unclaimed, const Desk& desk);
// Picture and words beside each other, as wide as the room.
void draw_state(ui::Painter& painter, const StateFace& state, const wxRect& room);

struct TicketFace {
  std::string picture;
  std::string name;
  std::string number;
  std::string when;  // empty: the tab says it
  std::string many;  // "5", or "2 of 5" where some were fetched
  std::vector<OrderFace::Part> parts;
  StateFace state;
  OrderFace::Paid paid = OrderFace::Paid::nothing;
  std::string paid_words;
  friend bool operator==(const TicketFace&, const TicketFace&) = default;
};
// `with_day`: of tickets of several days beside each other.
[[nodiscard]] TicketFace ticket_face(const KnownTicket& known, bool with_day, const Desk& desk);
// What it is time for instead of where it is, and for how long it waits.
[[nodiscard]] TicketFace ticket_face(const UnclaimedTicket& unclaimed, const Desk& desk);

class TicketRow final : public ui::Control {
 public:
  TicketRow(wxWindow* parent, const ui::Look& look) : Control(parent, look) {}
  void set_face(TicketFace face);
  [[nodiscard]] const TicketFace& face() const { return face_; }

 protected:
  void draw(ui::Painter& painter, const wxRect& area) override;

 private:
  void draw_left(ui::Painter& painter, wxRect left) const;
  void draw_right(ui::Painter& painter, wxRect right) const;

  TicketFace face_;
};

struct PieceFace {
  std::string picture;
  std::string name;
  std::string tag;
  std::vector<std::string> marks;  // pictures
  StateFace state;
  bool chosen = false;
  friend bool operator==(const PieceFace&, const PieceFace&) = default;
};
// `with_load`: of a ticket with several.
[[nodiscard]] PieceFace piece_face(const TicketPiece& piece, bool with_load, bool chosen,
                                   const Desk& desk);
// One that is only noted yet: it has no tag and is nowhere.
[[nodiscard]] PieceFace piece_face(const PieceAsked& asked, bool chosen, const Desk& desk);

class PieceRow final : public ui::Control {
 public:
  PieceRow(wxWindow* parent, const ui::Look& look) : Control(parent, look) {}
  void set_face(PieceFace face);
  [[nodiscard]] const PieceFace& face() const { return face_; }

 protected:
  void draw(ui::Painter& painter, const wxRect& area) override;

 private:
  PieceFace face_;
};

}  // namespace tilia::pos
