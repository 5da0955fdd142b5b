#include "core/ui/office/chart_view.h"

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr int standing_px = 200;  // of the bars with their words
constexpr int lying_row_px = 34;
constexpr int lying_bar_px = 18;
constexpr int head_px = 62;
constexpr int label_px = 26;
constexpr int value_px = 24;
constexpr int widest_bar_px = 44;
constexpr int fine_print = type::office_soft;

}  // namespace

ChartView::ChartView(wxWindow* parent, const Look& look, const Chart& chart, const Words& words)
    : Block(parent, look),
      title_(words.say(chart.title)),
      note_(words.say(chart.note)),
      lying_(chart.kind == Chart::Kind::lying) {
  for (const Bar& bar : chart.bars)
    bars_.push_back({label_of(bar, words), whole_amount(bar.amount, words), bar});
  if (!chart.bars.empty()) {
    longest_ = longest(chart.bars);
    tallest_ = largest(chart.bars);
  }
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
    int over = -1;
    for (std::size_t at = 0; at < bars_.size() && !lying_; ++at) {
      if (slot(at).Contains(event.GetPosition())) over = static_cast<int>(at);
    }
    if (over != hovered_) Refresh();
    hovered_ = over;
    event.Skip();
  });
  Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent& event) {
    if (hovered_ >= 0) Refresh();
    hovered_ = -1;
    event.Skip();
  });
}

int ChartView::height_for(int) const {
  const int bars =
      lying_ ? static_cast<int>(bars_.size()) * look().px(lying_row_px) : look().px(standing_px);
  return look().px(head_px) + std::max(bars, look().px(lying_row_px)) + look().px(20);
}

wxRect ChartView::ground() const {
  const int inner = look().px(office::inner);
  const wxSize size = GetClientSize();
  return {inner, look().px(head_px), size.x - 2 * inner,
          size.y - look().px(head_px) - look().px(16)};
}

wxRect ChartView::slot(std::size_t bar) const {
  const wxRect room = ground();
  const auto at = static_cast<int>(bar);
  const auto count = static_cast<int>(bars_.size());
  if (lying_)
    return {room.x, room.y + at * look().px(lying_row_px), room.width, look().px(lying_row_px)};
  const int left = room.x + room.width * at / count;
  return {left, room.y, room.x + room.width * (at + 1) / count - left, room.height};
}

int ChartView::widest(int size, bool bold, std::string Drawn::*text) const {
  int widest = 0;
  const wxFont& font = look().font(look().px(size), bold);
  for (const Drawn& each : bars_) {
    int x = 0;
    int y = 0;
    GetTextExtent(wxString::FromUTF8(each.*text), &x, &y, nullptr, nullptr, &font);
    widest = std::max(widest, x);
  }
  return widest;
}

void ChartView::draw(Painter& painter, const wxRect& area) {
  const Palette& colours = look().colours();
  painter.round_rect(area, corner(), colours.card, colours.line, look().px(2));
  const int inner = look().px(office::inner);
  const int width = area.width - 2 * inner;
  painter.text(title_, {inner, look().px(12), width, look().px(24)},
               {.size = look().px(type::office), .bold = true, .colour = colours.ink});
  painter.text(note_, {inner, look().px(35), width, look().px(20)},
               {.size = look().px(fine_print), .colour = colours.soft});
  if (bars_.empty()) return;
  if (lying_)
    draw_lying(painter);
  else
    draw_standing(painter);
}

void ChartView::draw_standing(Painter& painter) {
  const Palette& colours = look().colours();
  const wxRect room = ground();
  const int floor = room.y + room.height - look().px(label_px);
  const int tall = floor - room.y - look().px(value_px);
  for (std::size_t at = 0; at < bars_.size(); ++at) {
    const wxRect place = slot(at);
    const Bar& bar = bars_[at].bar;
    const int high = scaled(bar.amount, *longest_, tall);
    const int wide = std::min(place.width * 68 / 100, look().px(widest_bar_px));
    const wxRect drawn(place.x + (place.width - wide) / 2, floor - high, wide, high);
    const bool pale = short_of_mark(bar);
    wxColour ground = pale ? wxColour(0x9C, 0xC7, 0xB5) : colours.go;
    if (look().high_contrast() && pale) ground = colours.card;
    const wxColour edge = look().high_contrast() ? colours.ink : wxColour();
    if (high > 0)
      painter.round_rect(drawn, std::min(look().px(3), high / 2), ground, edge, look().px(1));
    int top = high;
    if (bar.mark) {
      const int mark = scaled(*bar.mark, *longest_, tall);
      painter.line(place.x, floor - mark, place.x + place.width, floor - mark, colours.ink,
                   look().px(1));
      top = std::max(top, mark);
    }
    draw_standing_words(painter, at, floor - top, floor);
  }
  painter.line(room.x, floor, room.x + room.width, floor, colours.soft, look().px(1));
}

void ChartView::draw_standing_words(Painter& painter, std::size_t at, int top, int floor) {
  const Palette& colours = look().colours();
  const wxRect room = ground();
  const wxRect place = slot(at);
  const Drawn& each = bars_[at];
  const int gap = look().px(6);
  const bool all = widest(fine_print, true, &Drawn::amount) + gap < place.width;
  const int label = widest(fine_print, false, &Drawn::label) + gap;
  const auto step = static_cast<std::size_t>((label + place.width - 1) / std::max(1, place.width));
  const bool hovered = static_cast<int>(at) == hovered_;
  const bool told = all ? !each.bar.amount.is_zero() : hovered_ >= 0 ? hovered : at == tallest_;
  const TextStyle value{
      .size = look().px(fine_print), .bold = true, .colour = colours.ink, .across = Across::centre};
  if (told) {
    const int wide = painter.text_width(each.amount, look().px(fine_print), true) + gap;
    const int left = std::clamp(place.x + (place.width - wide) / 2, room.x,
                                std::max(room.x, room.x + room.width - wide));
    painter.text(each.amount, {left, top - look().px(21), wide, look().px(20)}, value);
  }
  if (at % std::max<std::size_t>(1, step) != 0 && !hovered) return;
  const int spare = std::max(0, label - place.width);
  painter.text(each.label,
               {place.x - spare / 2, floor + look().px(3), place.width + spare, look().px(20)},
               {.size = look().px(fine_print),
                .bold = hovered,
                .colour = hovered ? colours.ink : colours.soft,
                .across = Across::centre});
}

void ChartView::draw_lying(Painter& painter) {
  const Palette& colours = look().colours();
  const wxRect room = ground();
  const int gap = look().px(12);
  const int names =
      std::min(widest(type::office_soft, false, &Drawn::label) + gap, room.width * 38 / 100);
  const int values = widest(type::office_soft, true, &Drawn::amount) + gap;
  const int length = room.width - names - values;
  const int thick = look().px(lying_bar_px);
  for (std::size_t at = 0; at < bars_.size(); ++at) {
    const wxRect place = slot(at);
    const Drawn& each = bars_[at];
    painter.text(each.label, {place.x, place.y, names - gap, place.height},
                 {.size = look().px(type::office_soft), .colour = colours.ink});
    const int wide = std::max(look().px(2), scaled(each.bar.amount, *longest_, length));
    painter.round_rect({place.x + names, place.y + (place.height - thick) / 2, wide, thick},
                       std::min(look().px(3), wide / 2), colours.go, wxColour(), 0);
    painter.text(each.amount, {place.x + place.width - values, place.y, values, place.height},
                 {.size = look().px(type::office_soft),
                  .bold = true,
                  .colour = colours.ink,
                  .across = Across::right});
  }
}

}  // namespace tilia::ui
