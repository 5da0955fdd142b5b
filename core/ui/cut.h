// Lays out a screen by cutting strips off a rectangle: what is left is the room of the next thing.
//
//   wxRect room = GetClientRect();
//   top_bar->SetSize(cut_top(room, look.mm(17)));
//   undo->SetSize(cut_left(bottom, look.mm(45)));
#pragma once

#include <wx/gdicmn.h>

#include <vector>

namespace tilia::ui {

[[nodiscard]] wxRect cut_top(wxRect& room, int height, int gap = 0);
[[nodiscard]] wxRect cut_bottom(wxRect& room, int height, int gap = 0);
[[nodiscard]] wxRect cut_left(wxRect& room, int width, int gap = 0);
[[nodiscard]] wxRect cut_right(wxRect& room, int width, int gap = 0);
// `columns` × `rows` equal cells with gaps, row by row.
[[nodiscard]] std::vector<wxRect> cells(const wxRect& room, int columns, int rows, int gap);

}  // namespace tilia::ui
