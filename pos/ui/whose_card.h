// The card beside an order or a ticket: whose it is, when, its number, what it costs, what was paid
// early and what is still to pay.
#pragma once

#include <optional>
#include <string>

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/text_label.h"
#include "core/ui/tile.h"

namespace tilia::pos {

class WhoseCard {
 public:
  // In a column: what is said of it, and how much.
  struct Amount {
    std::string words;
    ui::AmountText amount;
  };
  struct Shown {
    std::string picture;
    std::string whose;
    std::string when;
    std::string number;           // empty: it has none yet
    std::optional<Amount> costs;  // above what is to pay
    std::optional<Amount> early;
    Amount still;
    bool paid = false;
  };
  WhoseCard(wxWindow* parent, const ui::Look& look);
  void show(const Shown& shown);
  void place(const wxRect& area);

 private:
  const ui::Look& look_;
  ui::Card* card_;
  ui::Tile* picture_;
  ui::TextLabel* whose_;
  ui::TextLabel* when_;
  ui::TextLabel* number_;
  ui::AmountLabel* costs_;
  ui::AmountLabel* early_;
  ui::AmountLabel* still_;
};

}  // namespace tilia::pos
