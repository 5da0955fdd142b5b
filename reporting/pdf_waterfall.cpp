#include "reporting/pdf_waterfall.h"

#include <algorithm>

namespace tilia::reporting {
namespace {

constexpr double row_height = 46;
constexpr double bar_height = 28;
constexpr double name_width = 128;
constexpr double amount_width = 104;

struct Span {
  double from;
  double to;
};

// Where each step's bar begins and ends, in minor units, and the level that it leaves behind in
// `to`.
std::vector<Span> spans_of(const std::vector<WaterfallStep>& steps) {
  std::vector<Span> spans;
  double level = 0;
  for (const WaterfallStep& step : steps) {
    const double amount = static_cast<double>(step.amount.minor());
    const double from = step.kind == WaterfallStep::Kind::level ? 0 : level;
    level = from + amount;
    spans.push_back({from, level});
  }
  return spans;
}

}  // namespace

double draw_waterfall(PdfDrawing& drawing, double left, double top, double width,
                      const std::vector<WaterfallStep>& steps, const Words& words) {
  const std::vector<Span> spans = spans_of(steps);
  double least = 0;
  double most = 1;
  for (const Span& span : spans) {
    least = std::min({least, span.from, span.to});
    most = std::max({most, span.from, span.to});
  }
  const double bars_left = left + name_width + 14;
  const double bars_width = width - name_width - amount_width - 28;
  const auto place = [&](double amount) {
    return bars_left + bars_width * (amount - least) / (most - least);
  };

  const double bottom = top + row_height * static_cast<double>(steps.size());
  drawing.upright(place(0), top, bottom, inks::soft, 0.6);
  for (std::size_t at = 0; at < steps.size(); ++at) {
    const double y = top + row_height * static_cast<double>(at);
    const WaterfallStep& step = steps[at];
    const bool level = step.kind == WaterfallStep::Kind::level;
    const double bar_top = y + (row_height - bar_height) / 2;
    const double from = place(std::min(spans[at].from, spans[at].to));
    const double to = place(std::max(spans[at].from, spans[at].to));
    if (!step.amount.is_zero())
      drawing.filled(from, bar_top, std::max(to - from, 1.5), bar_height, step.ink, 3);
    if (at + 1 < steps.size())
      drawing.upright(place(spans[at].to), bar_top + bar_height, bar_top + row_height, inks::soft);

    const TextStyle name{.size = 10.5, .weight = level ? Weight::bold : Weight::regular};
    const auto lines = drawing.lines(words.say(step.name), name, name_width);
    const double step_down = line_height(name.size) * 0.92;
    double baseline = y + row_height / 2 + name.size * 0.36 -
                      step_down * (static_cast<double>(lines.size()) - 1) / 2;
    for (const std::string& line : lines) {
      drawing.text(left, baseline, line, name);
      baseline += step_down;
    }
    const std::string amount = words.amount(step.amount);
    TextStyle figure = drawing.fitted(amount, {.size = 11.5, .weight = name.weight}, amount_width);
    figure.align = Align::right;
    drawing.text(left + width, y + row_height / 2 + 4, amount, figure);
  }
  return bottom;
}

}  // namespace tilia::reporting
