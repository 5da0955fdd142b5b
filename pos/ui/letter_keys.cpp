#include "pos/ui/letter_keys.h"

#include <algorithm>

#include "core/letters.h"

namespace tilia::pos {

std::vector<std::string> capitals_of(const std::string& letters) {
  std::vector<std::string> capitals;
  for (const std::string_view letter : letters_of(letters)) {
    std::string one(letter);
    const bool capital = lower_case(one) != one;
    if (capital && std::ranges::find(capitals, one) == capitals.end())
      capitals.push_back(std::move(one));
  }
  return capitals;
}

LetterKeys::LetterKeys(wxWindow* parent, const ui::Look& look, const std::vector<std::string>& keys,
                       const std::function<void(ui::Control*, std::string)>& press)
    : look_(look) {
  for (const std::string& key : keys) {
    auto* button =
        new ui::ActionButton(parent, look, ui::ActionButton::Kind::key, key == " " ? "␣" : key);
    press(button, key);
    keys_.push_back(button);
  }
}

void LetterKeys::show(bool shown) {
  for (ui::ActionButton* key : keys_) key->Show(shown);
}

void LetterKeys::place(wxRect& room) const {
  const int gap = look_.mm(ui::target::gap);
  const int key = look_.mm(ui::target::key);
  const int in_row = std::max(1, (room.width + gap) / (key + gap));
  const int rows = (static_cast<int>(keys_.size()) + in_row - 1) / in_row;
  const wxRect all = ui::cut_bottom(room, rows * key + std::max(0, rows - 1) * gap, look_.mm(4));
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const int at = static_cast<int>(i);
    keys_[i]->SetSize(
        {all.x + at % in_row * (key + gap), all.y + at / in_row * (key + gap), key, key});
  }
}

}  // namespace tilia::pos
