// The parts of an office page that are drawn: each tells how high it wants to be in a width, and is
// then placed.
#pragma once

#include <string>
#include <vector>

#include "core/ui/control.h"
#include "core/ui/office/page.h"

namespace tilia::ui {

// The office's measures, px at 96 dpi: the 8 px grid of LOOK.md.
namespace office {
inline constexpr int grid = 8;
inline constexpr int margin = 32;
inline constexpr int gap = 16;
inline constexpr int action_height = 50;
inline constexpr int input_height = 40;
inline constexpr int row_height = 46;
inline constexpr int figure = 24;
inline constexpr int inner = 20;
inline constexpr int line = 25;  // of running text
}  // namespace office

// The text broken at blanks and line ends into lines of at most `width` pixels.
[[nodiscard]] std::vector<std::string> lines_of(const wxWindow& window, const wxFont& font,
                                                const std::string& text, int width);

class Block : public Control {
 public:
  using Control::Control;
  [[nodiscard]] virtual int height_for(int width) const = 0;
};

// The one green action of a page, or a quiet one in sand.
class OfficeButton final : public Block {
 public:
  enum class Kind { go, quiet };
  OfficeButton(wxWindow* parent, const Look& look, Kind kind, std::string label);
  [[nodiscard]] int height_for(int) const override { return look().px(office::action_height); }
  [[nodiscard]] int width() const;
  [[nodiscard]] const std::string& label() const { return label_; }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] int corner() const override { return look().px(12); }

 private:
  Kind kind_;
  std::string label_;
};

// Words that wrap in their width.
class WordsBlock final : public Block {
 public:
  struct Style {
    int size = type::office;
    bool bold = false;
    bool soft = false;
    bool mend = false;
    bool centred = false;
    bool brand = false;  // the house's name, in its green
  };
  WordsBlock(wxWindow* parent, const Look& look, std::string text, Style style);
  [[nodiscard]] int height_for(int width) const override;
  [[nodiscard]] const std::string& text() const { return text_; }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }

 private:
  [[nodiscard]] int line_height() const;
  std::string text_;
  Style style_;
};

class FigureCard final : public Block {
 public:
  FigureCard(wxWindow* parent, const Look& look, std::string label, std::string value);
  [[nodiscard]] int height_for(int) const override { return look().px(88); }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }
  [[nodiscard]] int corner() const override { return look().px(14); }

 private:
  std::string label_;
  std::string value_;
};

// What needs a look, or what was just done: never a red flood.
class RemarkBox final : public Block {
 public:
  RemarkBox(wxWindow* parent, const Look& look, const std::vector<Remark>& remarks,
            const Words& words);
  [[nodiscard]] int height_for(int width) const override;

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }
  [[nodiscard]] int corner() const override { return look().px(14); }

 private:
  struct Line {
    std::string text;
    Remark::Kind kind;
  };
  [[nodiscard]] std::vector<Line> lines(int width) const;
  std::vector<Line> sentences_;
  bool mends_ = false;
};

// A large picture: of a door.
class PictureBlock final : public Block {
 public:
  PictureBlock(wxWindow* parent, const Look& look, std::string picture)
      : Block(parent, look), picture_(std::move(picture)) {}
  [[nodiscard]] int height_for(int) const override { return look().px(72); }

 protected:
  void draw(Painter& painter, const wxRect& area) override { painter.picture(picture_, area); }
  [[nodiscard]] bool pressable() const override { return false; }

 private:
  std::string picture_;
};

}  // namespace tilia::ui
