#include "reporting/pdf_bars.h"

#include <algorithm>

namespace tilia::reporting {
namespace {

constexpr double label_room = 16;
constexpr double value_room = 14;
constexpr double widest_bar = 30;
constexpr int fine = 10'000;  // a bar's length in parts of its room

double part_of(const Money& amount, const Money& most) {
  return static_cast<double>(scaled(amount, most, fine)) / fine;
}

// So many bars apart that neighbouring words do not touch.
std::size_t every(double widest, double slot) {
  std::size_t step = 1;
  while (static_cast<double>(step) * slot < widest + 4) ++step;
  return step;
}

template <class TextOf>
double widest_of(PdfDrawing& drawing, const std::vector<Bar>& bars, const TextStyle& style,
                 TextOf text_of) {
  double widest = 0;
  for (const Bar& bar : bars) widest = std::max(widest, drawing.width(text_of(bar), style));
  return widest;
}

}  // namespace

double draw_standing_bars(PdfDrawing& drawing, const ChartRoom& room, const std::vector<Bar>& bars,
                          const Words& words) {
  const Money most = longest(bars);
  const double slot = room.width / static_cast<double>(bars.size());
  const double bar_width = std::min(slot * 0.68, widest_bar);
  const double floor = room.top + room.height - label_room;
  const double tall = floor - room.top - value_room;
  const TextStyle soft{.size = 8.5, .ink = inks::soft, .align = Align::centre};
  const TextStyle value{.size = 8.5, .weight = Weight::bold, .align = Align::centre};
  const auto label = [&](const Bar& bar) { return label_of(bar, words); };
  const auto amount = [&](const Bar& bar) { return whole_amount(bar.amount, words); };
  const std::size_t step = every(widest_of(drawing, bars, soft, label), slot);
  const bool all_values = widest_of(drawing, bars, value, amount) + 3 < slot;
  const std::size_t tallest = largest(bars);
  for (std::size_t at = 0; at < bars.size(); ++at) {
    const Bar& bar = bars[at];
    const double x = room.left + slot * (static_cast<double>(at) + 0.5);
    const double high = tall * part_of(bar.amount, most);
    if (high > 0)
      drawing.filled(x - bar_width / 2, floor - high, bar_width, high,
                     short_of_mark(bar) ? inks::go_pale : inks::go, std::min(2.0, high / 2));
    const double mark = bar.mark ? tall * part_of(*bar.mark, most) : 0;
    if (bar.mark) drawing.rule(x - slot / 2, x + slot / 2, floor - mark, inks::ink, 0.9);
    const bool told = all_values ? !bar.amount.is_zero() : at == tallest;
    if (told) {
      const double half = drawing.width(amount(bar), value) / 2;
      const double middle = std::clamp(x, room.left + half, room.left + room.width - half);
      drawing.text(middle, floor - std::max(high, mark) - 4, amount(bar), value);
    }
    if (at % step == 0) drawing.text(x, floor + 12, label(bar), soft);
  }
  drawing.rule(room.left, room.left + room.width, floor, inks::soft);
  return room.top + room.height;
}

double draw_lying_bars(PdfDrawing& drawing, const ChartRoom& room, const std::vector<Bar>& bars,
                       const Words& words) {
  constexpr double row = 22;
  constexpr double thick = 13;
  const Money most = longest(bars);
  const TextStyle name{.size = 10};
  const TextStyle value{.size = 10, .weight = Weight::bold, .align = Align::right};
  const auto label = [&](const Bar& bar) { return label_of(bar, words); };
  const auto amount = [&](const Bar& bar) { return whole_amount(bar.amount, words); };
  const double names = std::min(widest_of(drawing, bars, name, label), room.width * 0.3) + 10;
  const double values = widest_of(drawing, bars, value, amount) + 10;
  const double length = room.width - names - values;
  double y = room.top;
  for (const Bar& bar : bars) {
    const double baseline = y + row / 2 + 3.5;
    drawing.text(room.left, baseline, label(bar), drawing.fitted(label(bar), name, names - 10));
    drawing.filled(room.left + names, y + (row - thick) / 2,
                   std::max(length * part_of(bar.amount, most), 1.5), thick, inks::go, 0.7);
    drawing.text(room.left + room.width, baseline, amount(bar), value);
    y += row;
  }
  return y;
}

}  // namespace tilia::reporting
