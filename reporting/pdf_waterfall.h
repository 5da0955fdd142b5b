// A waterfall of money, drawn in rows so that long words and large amounts have room: name, bar,
// amount. A level stands on zero, a change hangs between the level before and the level after it.
#pragma once

#include <string>
#include <vector>

#include "core/money.h"
#include "core/phrase.h"
#include "reporting/pdf.h"

namespace tilia::reporting {

struct WaterfallStep {
  enum class Kind { level, change };
  Kind kind = Kind::change;
  std::string name;  // key of the catalogue
  Money amount;      // the level itself, or the change with its sign
  Ink ink;
};

// Returns where it ends. The first step must be a level.
double draw_waterfall(PdfDrawing& drawing, double left, double top, double width,
                      const std::vector<WaterfallStep>& steps, const Words& words);

}  // namespace tilia::reporting
