// Keys with letters and digits on the screen, in as few rows as their size allows.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/ui/action_button.h"
#include "core/ui/cut.h"

namespace tilia::pos {

// Each capital of that text once, in its order.
[[nodiscard]] std::vector<std::string> capitals_of(const std::string& letters);

class LetterKeys {
 public:
  // `press` makes a key press through the desk.
  LetterKeys(wxWindow* parent, const ui::Look& look, const std::vector<std::string>& keys,
             const std::function<void(ui::Control*, std::string)>& press);
  void show(bool shown);
  // The rows stand at the bottom of the room and are cut off it.
  void place(wxRect& room) const;
  [[nodiscard]] ui::ActionButton* first() const { return keys_.empty() ? nullptr : keys_.front(); }

 private:
  const ui::Look& look_;
  std::vector<ui::ActionButton*> keys_;
};

}  // namespace tilia::pos
