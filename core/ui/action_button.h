// A wide button with a word, perhaps a picture: the one green action of a screen, quiet choices
// beside it, tabs, keys of a pad.
#pragma once

#include <string>

#include "core/ui/control.h"

namespace tilia::ui {

class ActionButton final : public Control {
 public:
  enum class Kind {
    go,     // the one main action
    quiet,  // white with an edge
    sand,   // on cards
    tab,    // white; green while selected
    pill,   // sand, fully round: in the top bar
    key,    // a digit
  };
  ActionButton(wxWindow* parent, const Look& look, Kind kind, std::string label);

  void set_label(std::string label);
  void set_picture(std::string picture);
  void set_selected(bool selected);
  // The picture stands above a small word, where the button is narrow.
  void set_upright(bool upright) { upright_ = upright; }
  [[nodiscard]] const std::string& label() const { return label_; }
  [[nodiscard]] bool has_picture() const { return !picture_.empty(); }
  [[nodiscard]] const std::string& picture() const { return picture_; }
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool selected() const { return selected_; }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  void draw_upright(Painter& painter, const wxRect& area, TextStyle style) const;
  [[nodiscard]] int corner() const override;

 private:
  struct Colours {
    wxColour ground, edge, text;
  };
  [[nodiscard]] Colours colours() const;
  [[nodiscard]] int text_size() const;

  Kind kind_;
  std::string label_;
  std::string picture_;
  bool selected_ = false;
  bool upright_ = false;
};

}  // namespace tilia::ui
