// Finding something by letters and digits that are typed on the till's own keys: what was found
// stands above them, in rows that open it. Only letters that lead somewhere have a key.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/ui/text_label.h"
#include "pos/ui/letter_keys.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class LetterFindWindow : public PlaceWindow {
 public:
  static constexpr std::size_t most_found = 6;

  void refresh() final;
  [[nodiscard]] ui::Control* next_to_press() final { return keys_ ? keys_->first() : nullptr; }

 protected:
  LetterFindWindow(wxWindow* parent, const Desk& desk);
  // Before the first refresh: as many as may be found, each pressed by whoever made it.
  void rows_are(std::vector<ui::Control*> rows) { rows_ = std::move(rows); }

  struct Shown {
    std::string typed;
    std::string find_by;  // said while nothing is typed
    std::string if_none;
    std::vector<std::string> keys;
    std::size_t found = 0;
  };
  [[nodiscard]] virtual Shown shown() const = 0;
  virtual void show_row(std::size_t which) = 0;

 private:
  void lay_out(const Rooms& rooms) final;
  void make_keys(const std::vector<std::string>& letters);

  ui::TextLabel* typed_;
  ui::TextLabel* none_;
  ui::ActionButton* erase_;
  std::vector<ui::Control*> rows_;
  std::size_t found_ = 0;
  std::vector<std::string> letters_;
  std::unique_ptr<LetterKeys> keys_;
};

}  // namespace tilia::pos
