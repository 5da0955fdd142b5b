#include "core/ui/banner.h"

namespace tilia::ui {

Banner::Banner(wxWindow* parent, const Look& look)
    : Control(parent, look), button_(new ActionButton(this, look, ActionButton::Kind::quiet, "")) {
  button_->on_press = [this](long at) {
    if (on_button) on_button(at);
  };
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
  Hide();
}

void Banner::show(Tone tone, std::string sentence, std::string button, std::string picture) {
  picture_ = std::move(picture);
  tone_ = tone;
  sentence_ = std::move(sentence);
  button_->set_label(std::move(button));
  button_->set_ground(tone_ == Tone::mend ? look().colours().mend_ground : look().colours().tint);
  Show(!sentence_.empty());
  lay_out();
  Refresh();
}

void Banner::lay_out() {
  const wxSize size = GetClientSize();
  const bool shown = !button_->label().empty();
  const int wide = look().mm(38);
  const int high = std::min(look().mm(target::least), size.GetHeight() - look().px(4));
  button_->place(shown ? wxRect(size.GetWidth() - wide - look().px(4),
                                (size.GetHeight() - high) / 2, wide, high)
                       : wxRect());
}

void Banner::draw(Painter& painter, const wxRect& area) {
  const Palette& palette = look().colours();
  const bool mend = tone_ == Tone::mend;
  const wxColour colour = mend ? palette.mend : palette.go;
  painter.round_rect(area, look().px(14), mend ? palette.mend_ground : palette.tint, colour,
                     look().px(2));
  const int mark = look().px(34);
  wxRect disc(area.x + look().px(12), area.y + (area.height - mark) / 2, mark, mark);
  if (picture_.empty()) {
    painter.disc(disc, colour, wxNullColour, 0);
    const char* sign = mend ? "!" : tone_ == Tone::told ? "✓" : "?";
    painter.text(sign, disc,
                 {.size = look().px(type::button),
                  .bold = true,
                  .colour = palette.on_go,
                  .across = Across::centre});
  } else {
    painter.picture(picture_, disc);
  }
  wxRect room(disc.GetRight() + look().px(12), area.y, 0, area.height);
  room.width = area.GetRight() - room.x - look().px(10);
  if (!button_->label().empty()) room.width -= look().mm(38) + look().px(6);
  const int size = look().px(type::counter_least);
  const TextStyle style{.size = size, .bold = false, .colour = palette.ink, .across = Across::left};
  if (painter.text_width(sentence_, size, false) <= room.width) {
    painter.text(sentence_, room, style);
  } else {
    const int two_lines = size * 138 / 100 * 2;
    room.y += std::max(0, (room.height - two_lines) / 2);
    painter.paragraph(sentence_, room, style);
  }
}

}  // namespace tilia::ui
