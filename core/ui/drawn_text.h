// A text as it was really drawn, told to whoever watches a look: the tests that walk through all
// windows find by it what is cut, too small, or runs out of its room.
#pragma once

#include <wx/gdicmn.h>

#include <functional>
#include <string>

class wxWindow;

namespace tilia::ui {

struct DrawnText {
  enum class Kind { words, amount, on_piece };
  const wxWindow* on = nullptr;
  Kind kind = Kind::words;
  std::string text;  // all of it, whatever was cut
  wxRect room;       // that it was given
  wxRect ink;        // that its letters take, from an accent on a capital to the longest tail
  int size = 0;      // pixels
  bool cut = false;  // its end is not shown
};
using TextWatch = std::function<void(const DrawnText&)>;

}  // namespace tilia::ui
