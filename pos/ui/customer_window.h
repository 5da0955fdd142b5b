// The second window, turned to whoever buys: large, still, in a language of its own. Nothing on it
// is pressed.
#pragma once

#include <wx/frame.h>
#include <wx/panel.h>

#include <array>
#include <string>
#include <vector>

#include "core/ui/amount_label.h"
#include "core/ui/money_piece.h"
#include "core/ui/text_label.h"
#include "pos/country_pack.h"
#include "pos/ui/customer_view.h"
#include "pos/ui/tray_row.h"

namespace tilia::pos {

class CustomerWindow final : public wxFrame {
 public:
  // `room`: where it stands; a screen of its own is filled to the edge. `shop`: the name on it
  // while nobody buys.
  CustomerWindow(const wxRect& room, bool own_screen, const Words& words, const CountryPack& pack,
                 std::string shop, const std::filesystem::path& pictures);

  void show(const CustomerView& view);
  [[nodiscard]] const CustomerView& view() const { return view_; }

 private:
  static constexpr std::size_t most_rows = 6;
  static constexpr std::size_t most_piles = 12;

  void lay_out();
  void lay_out_pieces(wxRect room);
  void refresh_rows();
  void refresh_amounts();
  void refresh_words();
  [[nodiscard]] ui::AmountText amount(const Money& money) const;

  const Words& words_;
  const CountryPack& pack_;
  std::string shop_;
  ui::Look look_;
  CustomerView view_;
  wxPanel* ground_;
  ui::TextLabel* title_;
  ui::TextLabel* softly_;
  ui::TextLabel* practice_;
  std::array<TrayRow*, most_rows> rows_{};
  std::array<ui::AmountLabel*, 3> amounts_{};
  std::array<ui::MoneyPiece*, most_piles> pieces_{};
};

}  // namespace tilia::pos
