#include "core/ui/office/paper_view.h"

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr int caption_size = 18;
constexpr int title_size = 20;
constexpr int line_high = 22;
constexpr int title_high = 28;
constexpr int air = 18;

bool is_large(StripLine::Kind kind) {
  return kind == StripLine::Kind::title || kind == StripLine::Kind::total;
}

}  // namespace

PaperView::PaperView(wxWindow* parent, const Look& look, const Paper& paper, const Words& words)
    : Block(parent, look),
      caption_(said(paper.caption, words)),
      note_(said(paper.note, words)),
      strip_(paper.strip) {
  SetName(wxString::FromUTF8(strip_.name));
}

std::vector<PaperView::Line> PaperView::lines(int width) const {
  const int room = width - 2 * look().px(air);
  std::vector<Line> lines;
  for (const StripLine& line : strip_.lines) {
    const bool large = is_large(line.kind);
    const bool bold = large || line.kind == StripLine::Kind::notice;
    const wxFont& font = look().font(look().px(large ? title_size : type::office_soft), bold);
    if (line.kind == StripLine::Kind::rule || line.kind == StripLine::Kind::space) {
      lines.push_back({line.kind, {}, {}, look().px(line_high / 2)});
      continue;
    }
    // The right part never breaks; the left one wraps beside it.
    int right = 0;
    if (!line.right.empty()) right = room * 2 / 5;
    Line made{line.kind, lines_of(*this, font, line.left, room - right), line.right, 0};
    made.height = static_cast<int>(made.left.size()) * look().px(large ? title_high : line_high);
    if (line.kind == StripLine::Kind::notice) made.height += look().px(line_high);
    lines.push_back(std::move(made));
  }
  return lines;
}

int PaperView::head_height(int width) const {
  const wxFont& font = look().font(look().px(type::office_soft), false);
  const auto notes = static_cast<int>(lines_of(*this, font, note_, width).size());
  return look().px(30) + notes * look().px(line_high) + look().px(8);
}

int PaperView::height_for(int width) const {
  int high = head_height(width) + 2 * look().px(air);
  for (const Line& line : lines(width)) high += line.height;
  return high;
}

void PaperView::draw_line(Painter& painter, const Line& line, const wxRect& room) const {
  const bool large = is_large(line.kind);
  const bool notice = line.kind == StripLine::Kind::notice;
  const bool centred = notice || line.kind == StripLine::Kind::title ||
                       line.kind == StripLine::Kind::centred ||
                       line.kind == StripLine::Kind::barcode;
  if (line.kind == StripLine::Kind::rule)
    painter.hairline(room.x, room.GetRight(), room.y + room.height / 2);
  const int high = look().px(large ? title_high : line_high);
  int y = room.y + (notice ? look().px(line_high / 2) : 0);
  if (notice) {
    painter.hairline(room.x, room.GetRight(), room.y + look().px(4));
    painter.hairline(room.x, room.GetRight(), room.GetBottom() - look().px(4));
  }
  TextStyle style{.size = look().px(large ? title_size : type::office_soft),
                  .bold = large || notice,
                  .colour = look().colours().ink,
                  .across = centred ? Across::centre : Across::left};
  for (const std::string& text : line.left) {
    painter.text(text, {room.x, y, room.width, high}, style);
    y += high;
  }
  if (line.right.empty()) return;
  style.across = Across::right;
  painter.text(line.right, {room.x, y - high, room.width, high}, style);
}

void PaperView::draw(Painter& painter, const wxRect& area) {
  const Palette& colours = look().colours();
  painter.text(caption_, {area.x, area.y, area.width, look().px(28)},
               {.size = look().px(caption_size), .bold = true, .colour = colours.ink});
  painter.paragraph(note_, {area.x, area.y + look().px(30), area.width, area.height},
                    {.size = look().px(type::office_soft), .colour = colours.soft});
  const int head = head_height(area.width);
  const wxRect paper(area.x, area.y + head, area.width, area.height - head);
  painter.round_rect(paper, look().px(4), colours.card, colours.line, look().px(1));
  int y = paper.y + look().px(air);
  for (const Line& line : lines(area.width)) {
    draw_line(painter, line,
              {paper.x + look().px(air), y, paper.width - 2 * look().px(air), line.height});
    y += line.height;
  }
}

}  // namespace tilia::ui
