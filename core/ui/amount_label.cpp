#include "core/ui/amount_label.h"

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr int word_percent = 40;  // of the width, so that the amount stays large

}  // namespace

wxDEFINE_EVENT(EVT_NUMBER_TOUCHED, wxCommandEvent);

AmountLabel::AmountLabel(wxWindow* parent, const Look& look, int size_at_96_dpi, Across across)
    : Control(parent, look), size_(size_at_96_dpi), across_(across) {
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    wxCommandEvent touched(EVT_NUMBER_TOUCHED);
    std::string figures = amount_.whole;
    if (!amount_.cents.empty()) figures += ',' + amount_.cents;
    touched.SetString(wxString::FromUTF8(word_ + ' ' + figures + ' ' + amount_.currency));
    ProcessWindowEvent(touched);
    event.Skip();
  });
}

void AmountLabel::set(std::string word, AmountText amount, const wxColour& colour) {
  if (word == word_ && amount == amount_ && colour == colour_) return;
  word_ = std::move(word);
  amount_ = std::move(amount);
  colour_ = colour;
  Refresh();
}

void AmountLabel::draw(Painter& painter, const wxRect& area) {
  wxRect room = area;
  if (!word_.empty()) {
    const TextStyle style{.size = look().px(type::button),
                          .bold = false,
                          .colour = look().colours().soft,
                          .across = Across::left};
    const int wide = std::min(painter.text_width(word_, style.size, false) + look().px(4),
                              room.width * word_percent / 100);
    painter.label(word_, {room.x, room.y, wide, room.height}, style);
    room.x += wide + look().px(10);
    room.width -= wide + look().px(10);
  }
  painter.amount(amount_, room,
                 {.size = look().px(size_), .bold = true, .colour = colour_, .across = across_});
}

}  // namespace tilia::ui
