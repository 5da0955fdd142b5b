// Inputs that wx has not, or not in our words: a day as three choices (nobody has to guess which
// number is the month), and a picture out of several.
#pragma once

#include <wx/choice.h>
#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

#include "core/ui/office/block.h"

namespace tilia::ui {

class DayInput final : public wxPanel {
 public:
  DayInput(wxWindow* parent, const Look& look, const std::string& iso_day, const Words& words);
  // YYYY-MM-DD; the 31st of a shorter month is no day, and the room says so.
  [[nodiscard]] std::string value() const;

 private:
  wxChoice* day_;
  wxChoice* month_;
  wxChoice* year_;
  int first_year_;
};

class PictureInput final : public Block {
 public:
  PictureInput(wxWindow* parent, const Look& look, const std::vector<Choice>& pictures,
               const std::string& value);
  [[nodiscard]] const std::string& value() const { return pictures_[chosen_]; }
  [[nodiscard]] int height_for(int width) const override;
  // Where the picture with that number is drawn.
  [[nodiscard]] wxRect square(std::size_t number) const;
  void choose(std::size_t number);

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] int corner() const override { return look().px(12); }

 private:
  [[nodiscard]] int side() const { return look().px(46); }
  [[nodiscard]] std::size_t in_a_row(int width) const;
  void key_down(wxKeyEvent& event);

  std::vector<std::string> pictures_;
  std::size_t chosen_ = 0;
};

}  // namespace tilia::ui
