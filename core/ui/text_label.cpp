#include "core/ui/text_label.h"

namespace tilia::ui {

void TextLabel::set_text(std::string text) {
  if (text == text_) return;
  text_ = std::move(text);
  Refresh();
}

void TextLabel::draw(Painter& painter, const wxRect& area) {
  const Palette& palette = look().colours();
  const TextStyle style{.size = look().px(size_),
                        .bold = bold_,
                        .colour = tone_ == Tone::ink ? palette.ink : palette.soft,
                        .across = across_};
  if (in_the_middle_) {
    painter.label(text_, area, style);
  } else {
    painter.paragraph(text_, area, style);
  }
}

}  // namespace tilia::ui
