#include "core/ui/cut.h"

#include <algorithm>

namespace tilia::ui {

wxRect cut_top(wxRect& room, int height, int gap) {
  const wxRect strip(room.x, room.y, room.width, std::min(height, room.height));
  const int taken = std::min(height + gap, room.height);
  room.y += taken;
  room.height -= taken;
  return strip;
}

wxRect cut_bottom(wxRect& room, int height, int gap) {
  const int own = std::min(height, room.height);
  const wxRect strip(room.x, room.y + room.height - own, room.width, own);
  room.height -= std::min(height + gap, room.height);
  return strip;
}

wxRect cut_left(wxRect& room, int width, int gap) {
  const wxRect strip(room.x, room.y, std::min(width, room.width), room.height);
  const int taken = std::min(width + gap, room.width);
  room.x += taken;
  room.width -= taken;
  return strip;
}

wxRect cut_right(wxRect& room, int width, int gap) {
  const int own = std::min(width, room.width);
  const wxRect strip(room.x + room.width - own, room.y, own, room.height);
  room.width -= std::min(width + gap, room.width);
  return strip;
}

std::vector<wxRect> cells(const wxRect& room, int columns, int rows, int gap) {
  std::vector<wxRect> found;
  const int width = (room.width - gap * (columns - 1)) / columns;
  const int height = (room.height - gap * (rows - 1)) / rows;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      found.emplace_back(room.x + column * (width + gap), room.y + row * (height + gap), width,
                         height);
    }
  }
  return found;
}

}  // namespace tilia::ui
