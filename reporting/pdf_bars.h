// Charts of bars on paper: standing, as days follow each other, or lying, as names need room. Bars
// that are short of their mark are pale, so that grey print tells them apart too.
#pragma once

#include <vector>

#include "core/bar_chart.h"
#include "reporting/pdf.h"

namespace tilia::reporting {

struct ChartRoom {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;  // of standing bars with their labels
};

// Both return where the chart ends. CHECK that there is a bar.
double draw_standing_bars(PdfDrawing& drawing, const ChartRoom& room, const std::vector<Bar>& bars,
                          const Words& words);
double draw_lying_bars(PdfDrawing& drawing, const ChartRoom& room, const std::vector<Bar>& bars,
                       const Words& words);

}  // namespace tilia::reporting
