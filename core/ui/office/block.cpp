#include "core/ui/office/block.h"

#include <wx/tokenzr.h>

namespace tilia::ui {

std::vector<std::string> lines_of(const wxWindow& window, const wxFont& font,
                                  const std::string& text, int width) {
  const auto wide = [&](const wxString& words) {
    int x = 0;
    int y = 0;
    window.GetTextExtent(words, &x, &y, nullptr, nullptr, &font);
    return x;
  };
  std::vector<std::string> lines;
  const wxString all = wxString::FromUTF8(text);
  for (const wxString& paragraph : wxStringTokenize(all, "\n", wxTOKEN_RET_EMPTY_ALL)) {
    wxString line;
    for (const wxString& word : wxStringTokenize(paragraph, " ")) {
      const wxString longer = line.empty() ? word : line + " " + word;
      if (!line.empty() && wide(longer) > width) {
        lines.push_back(line.utf8_string());
        line = word;
      } else {
        line = longer;
      }
    }
    lines.push_back(line.utf8_string());
  }
  return lines;
}

OfficeButton::OfficeButton(wxWindow* parent, const Look& look, Kind kind, std::string label)
    : Block(parent, look), kind_(kind), label_(std::move(label)) {
  SetCursor(wxCursor(wxCURSOR_HAND));
}

int OfficeButton::width() const {
  int x = 0;
  int y = 0;
  const wxFont& font = look().font(look().px(type::office), kind_ == Kind::go);
  GetTextExtent(wxString::FromUTF8(label_), &x, &y, nullptr, nullptr, &font);
  return x + 2 * look().px(kind_ == Kind::go ? 36 : 20);
}

void OfficeButton::draw(Painter& painter, const wxRect& area) {
  const Palette& colours = look().colours();
  const bool go = kind_ == Kind::go;
  wxColour ground = go ? colours.go : colours.sand;
  wxColour text = go ? colours.on_go : colours.ink;
  if (hovered() || held()) ground = go ? colours.go_dark : colours.line;
  if (!IsEnabled()) {
    ground = colours.sand;
    text = colours.soft;
  }
  const wxColour edge = look().high_contrast() ? colours.line : wxColour();
  painter.round_rect(area, corner(), ground, edge, look().px(2));
  painter.text(
      label_, wxRect(area).Deflate(look().px(8), 0),
      {.size = look().px(type::office), .bold = go, .colour = text, .across = Across::centre});
}

WordsBlock::WordsBlock(wxWindow* parent, const Look& look, std::string text, Style style)
    : Block(parent, look), text_(std::move(text)), style_(style) {}

int WordsBlock::line_height() const { return look().px(style_.size) * 150 / 100; }

int WordsBlock::height_for(int width) const {
  const wxFont& font = look().font(look().px(style_.size), style_.bold);
  return line_height() * static_cast<int>(lines_of(*this, font, text_, width).size());
}

void WordsBlock::draw(Painter& painter, const wxRect& area) {
  const Palette& colours = look().colours();
  wxColour colour = style_.soft ? colours.soft : colours.ink;
  if (style_.mend) colour = colours.mend;
  if (style_.brand) colour = colours.go;
  const wxFont& font = look().font(look().px(style_.size), style_.bold);
  wxRect line(area.x, area.y, area.width, line_height());
  for (const std::string& text : lines_of(*this, font, text_, area.width)) {
    painter.text(text, line,
                 {.size = look().px(style_.size),
                  .bold = style_.bold,
                  .colour = colour,
                  .across = style_.centred ? Across::centre : Across::left});
    line.y += line.height;
  }
}

FigureCard::FigureCard(wxWindow* parent, const Look& look, std::string label, std::string value)
    : Block(parent, look), label_(std::move(label)), value_(std::move(value)) {}

void FigureCard::draw(Painter& painter, const wxRect& area) {
  const Palette& colours = look().colours();
  painter.round_rect(area, corner(), colours.card, colours.line, look().px(2));
  const int inner = look().px(office::inner);
  const wxRect room(area.x + inner, area.y, area.width - 2 * inner, 0);
  painter.text(label_, {room.x, area.y + look().px(14), room.width, look().px(22)},
               {.size = look().px(type::office_soft),
                .bold = false,
                .colour = colours.soft,
                .across = Across::left});
  painter.text(value_, {room.x, area.y + look().px(38), room.width, look().px(36)},
               {.size = look().px(office::figure),
                .bold = true,
                .colour = colours.ink,
                .across = Across::left});
}

RemarkBox::RemarkBox(wxWindow* parent, const Look& look, const std::vector<Remark>& remarks,
                     const Words& words)
    : Block(parent, look) {
  for (const Remark& remark : remarks) {
    sentences_.push_back({said(remark.sentence, words), remark.kind});
    mends_ = mends_ || remark.kind == Remark::Kind::mend;
  }
}

std::vector<RemarkBox::Line> RemarkBox::lines(int width) const {
  std::vector<Line> all;
  for (const Line& sentence : sentences_) {
    const wxFont& font = look().font(look().px(type::office), sentence.kind == Remark::Kind::mend);
    for (std::string& text :
         lines_of(*this, font, sentence.text, width - 2 * look().px(office::inner + 4)))
      all.push_back({std::move(text), sentence.kind});
  }
  return all;
}

int RemarkBox::height_for(int width) const {
  return look().px(office::line) * static_cast<int>(lines(width).size()) + look().px(26);
}

void RemarkBox::draw(Painter& painter, const wxRect& area) {
  const Palette& colours = look().colours();
  // The edge of the sand's warm side: between the ground and the sentence, as on the reference
  // picture.
  const wxColour edge = look().high_contrast() ? colours.mend : wxColour(0xF0, 0xDD, 0xB6);
  painter.round_rect(area, corner(), mends_ ? colours.mend_ground : colours.tint,
                     mends_ ? edge : wxColour(), look().px(2));
  wxRect line(area.x + look().px(office::inner + 4), area.y + look().px(13),
              area.width - 2 * look().px(office::inner + 4), look().px(office::line));
  for (const Line& text : lines(area.width)) {
    wxColour colour = colours.ink;
    if (text.kind == Remark::Kind::mend) colour = colours.mend;
    if (text.kind == Remark::Kind::done) colour = colours.go_dark;
    painter.text(text.text, line,
                 {.size = look().px(type::office),
                  .bold = text.kind == Remark::Kind::mend,
                  .colour = colour,
                  .across = Across::left});
    line.y += line.height;
  }
}

}  // namespace tilia::ui
