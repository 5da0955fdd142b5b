// Looks at a screen of the till as it stands and writes down what is wrong with it: a target too
// small for a thumb or too near to the next, a text that is cut or hidden, a fourth amount while
// money is taken. Over all screens it remembers where each control stood, awake and asleep.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/ui/drawn_text.h"
#include "tests/pos/ui/till_on_screen.h"

namespace tilia::pos::tests {

class Audit {
 public:
  Audit(int dpi, std::set<std::string> yes_and_no)
      : dpi_(dpi), yes_and_no_(std::move(yes_and_no)) {}

  // Before anything of a till is looked at: it is told what the till draws.
  void watch(TillOnScreen& till);
  void look_at(TillOnScreen& till, Place place, bool practice, const std::string& where);
  // Of all screens together: a control that stood elsewhere while it was asleep.
  void compare_places();
  [[nodiscard]] const std::set<std::string>& findings() const { return findings_; }
  [[nodiscard]] std::size_t controls_seen() const { return controls_seen_; }
  [[nodiscard]] std::size_t texts_seen() const { return texts_seen_; }

 private:
  using Drawn = std::vector<ui::DrawnText>;
  struct Stood {
    std::set<std::string> awake;
    std::set<std::string> asleep;
  };
  void found(const std::string& where, const std::string& what) {
    findings_.insert(where + ": " + what);
  }
  void look_at_targets(TillOnScreen& till, const std::string& where);
  void look_at_gaps(const std::vector<ui::Control*>& awake, const std::string& where);
  void look_at_texts(TillOnScreen& till, const std::string& where);
  void look_at_text(const ui::DrawnText& text, const std::vector<ui::Control*>& controls,
                    const std::string& where);
  void look_for_overlaps(const Drawn& texts, const std::string& where);
  void count_amounts(Place place, const std::string& where);
  void remember_places(TillOnScreen& till, Place place, bool practice, const std::string& where);
  [[nodiscard]] double least_mm(const ui::Control& control) const;
  [[nodiscard]] double pixels_per_mm() const { return dpi_ / 25.4; }

  int dpi_;
  std::set<std::string> yes_and_no_;
  std::map<const wxWindow*, Drawn> drawn_;
  std::map<std::string, Stood> stood_;
  std::map<std::string, std::map<std::string, std::string>> everywhere_;  // control, place, where
  std::set<std::string> findings_;
  std::size_t controls_seen_ = 0;
  std::size_t texts_seen_ = 0;
  int least_letters_ = 0;
};

}  // namespace tilia::pos::tests
