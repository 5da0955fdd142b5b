#include "core/ui/action_button.h"

#include <algorithm>

namespace tilia::ui {

ActionButton::ActionButton(wxWindow* parent, const Look& look, Kind kind, std::string label)
    : Control(parent, look), kind_(kind), label_(std::move(label)) {
  SetName(wxString::FromUTF8(label_));
}

void ActionButton::set_label(std::string label) {
  if (label == label_) return;
  label_ = std::move(label);
  SetName(wxString::FromUTF8(label_));
  Refresh();
}

void ActionButton::set_picture(std::string picture) {
  if (picture == picture_) return;
  picture_ = std::move(picture);
  Refresh();
}

void ActionButton::set_selected(bool selected) {
  if (selected == selected_) return;
  selected_ = selected;
  Refresh();
}

int ActionButton::corner() const {
  const int half = std::min(GetClientSize().GetWidth(), GetClientSize().GetHeight()) / 2;
  return kind_ == Kind::pill ? half : std::min(look().px(kind_ == Kind::go ? 18 : 14), half);
}

int ActionButton::text_size() const {
  switch (kind_) {
    case Kind::go: return look().px(30);
    case Kind::key: return look().px(28);
    case Kind::pill: return look().px(type::counter_least);
    case Kind::sand: return look().px(type::counter);
    case Kind::quiet:
    case Kind::tab: return look().px(type::button);
  }
  return look().px(type::counter);
}

ActionButton::Colours ActionButton::colours() const {
  const Palette& palette = look().colours();
  if (!IsEnabled()) {
    return {kind_ == Kind::go ? palette.sand : palette.paper, palette.line,
            palette.soft.ChangeLightness(150)};
  }
  if (kind_ == Kind::go || (kind_ == Kind::tab && selected_)) {
    return {held() || hovered() ? palette.go_dark : palette.go, wxNullColour, palette.on_go};
  }
  const bool sandy = kind_ == Kind::sand || kind_ == Kind::pill;
  if (selected_) return {palette.tint, palette.go, palette.ink};
  if (held()) return {palette.line, palette.line, palette.ink};
  if (hovered()) return {palette.sand, palette.line, palette.ink};
  const bool edged = !sandy || look().high_contrast();
  return {sandy ? palette.sand : palette.card, edged ? palette.line : wxNullColour, palette.ink};
}

// The picture above its words.
void ActionButton::draw_upright(Painter& painter, const wxRect& area, TextStyle style) const {
  const bool roomy = area.height >= look().px(120);
  const int air = look().px(roomy ? 16 : 5);
  const int words = look().px(roomy ? 40 : 30);
  const wxSize for_words(area.width - 2 * look().px(5), words);
  if (!roomy || !painter.label_fits(label_, for_words, style))
    style.size = look().px(type::counter_least);
  const int below = roomy ? air : look().px(2);
  const int side = std::min(area.height - words - air - (roomy ? air + look().px(4) : air),
                            area.width - look().px(8));
  painter.picture(picture_, {area.x + (area.width - side) / 2, area.y + air, side, side});
  const wxRect room(area.x, area.GetBottom() - words - below, area.width, words);
  painter.label(label_, room, style);
}

void ActionButton::draw(Painter& painter, const wxRect& area) {
  const Colours now = colours();
  painter.round_rect(area, corner(), now.ground, now.edge, look().px(2));
  const bool bold = kind_ == Kind::go || kind_ == Kind::key || (kind_ == Kind::tab && selected_);
  const TextStyle style{
      .size = text_size(), .bold = bold, .colour = now.text, .across = Across::centre};
  if (!picture_.empty() && upright_) return draw_upright(painter, area, style);
  if (!picture_.empty() && label_.empty()) {
    painter.picture(picture_, wxRect(area).Deflate(area.height * 20 / 100));
    return;
  }
  int inset = look().px(kind_ == Kind::key ? 4 : 14);
  int side = picture_.empty() ? 0 : std::min(area.height * 62 / 100, look().px(56));
  int gap = picture_.empty() ? 0 : look().px(12);
  const auto left_for_words = [&] { return area.width - 2 * inset - side - gap; };
  if (!painter.label_fits(label_, {left_for_words(), area.height}, style)) {
    // Words before air, and before a large picture.
    inset = std::min(inset, look().px(6));
    gap = gap * 4 / 10;
    side = side * 2 / 3;
  }
  wxRect room(area.x + inset, area.y, area.width - 2 * inset, area.height);
  if (!picture_.empty()) {
    const int words = std::min(painter.text_width(label_, style.size, bold) + 2, left_for_words());
    const int left = room.x + std::max(0, (room.width - side - gap - words) / 2);
    painter.picture(picture_, {left, area.y + (area.height - side) / 2, side, side});
    room = wxRect(left + side + gap, area.y, words, area.height);
  }
  painter.label(label_, room, style);
}

}  // namespace tilia::ui
