// One picture, one sentence, at most four choices (six reasons) and one action: for every place
// that asks a single thing.
#pragma once

#include <array>

#include "core/ui/amount_label.h"
#include "core/ui/money_piece.h"
#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class CalmWindow final : public PlaceWindow {
 public:
  CalmWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;

 private:
  struct Choice {
    std::string picture;
    std::string label;
    std::function<void()> what;
    bool enabled = true;
  };
  struct Face {
    std::string picture;
    std::string sentence;
    std::string softly;
    std::optional<Money> amount;
    std::vector<Choice> choices;
    std::optional<Money> piece = std::nullopt;  // instead of the picture
    std::vector<CountedPiece> pieces = {};      // or these
  };
  void lay_out(const Rooms& rooms) override;
  void show(const Face& face);
  void fit_pieces(const wxSize& room);
  [[nodiscard]] Face face_of(Place place);
  [[nodiscard]] Face own_face();
  [[nodiscard]] Face taken_back_face();
  [[nodiscard]] Face difference_face();
  [[nodiscard]] Face bagged_face();
  [[nodiscard]] Face bags_face();
  [[nodiscard]] Face bag_counted_face();
  [[nodiscard]] Face difference_note_face();
  [[nodiscard]] Face own_more_face();
  [[nodiscard]] Face move_direction_face();
  [[nodiscard]] Face move_reason_face();
  [[nodiscard]] Face manager_looks_face();
  [[nodiscard]] Face skip_face();
  [[nodiscard]] Face line_face();
  [[nodiscard]] Face percent_face();
  [[nodiscard]] Face note_face();
  [[nodiscard]] Face sure_face();
  [[nodiscard]] Face tile_size_face();
  [[nodiscard]] Face gift_face();
  [[nodiscard]] Face package_of_visit_face();
  [[nodiscard]] Face order_placed_face();
  [[nodiscard]] Face order_left_out_face();
  [[nodiscard]] Face order_back_face();
  [[nodiscard]] Face waste_what_face();
  [[nodiscard]] Face waste_why_face();
  // pos/ui/calm_my_time.cpp
  [[nodiscard]] Face my_tap_face();
  [[nodiscard]] Face my_shift_face();
  [[nodiscard]] Face my_ask_face();
  // pos/ui/calm_tickets.cpp
  [[nodiscard]] Face ticket_look_face();
  [[nodiscard]] Face ticket_taken_face();
  [[nodiscard]] Face ticket_more_face();
  [[nodiscard]] Face ticket_waits_face();

  ui::Tile* picture_;
  ui::MoneyPiece* piece_;
  ui::TextLabel* sentence_;
  ui::AmountLabel* amount_;
  ui::TextLabel* softly_;
  std::array<ui::ActionButton*, 8> choices_{};
  ui::ActionButton* my_time_;  // beside the way back, behind one's own picture
  std::size_t shown_choices_ = 0;
  bool shows_amount_ = false;
  std::vector<ui::PieceLook> pieces_;
};

}  // namespace tilia::pos
