// A strip of paper: what a receipt printer prints and what a PDF of it shows, line by line, in
// words that are final. Rooms compose strips; devices and PDF writers only set them.
#pragma once

#include <string>
#include <vector>

namespace tilia {

struct StripLine {
  enum class Kind {
    title,  // large, centred
    centred,
    text,     // left; wrapped
    pair,     // left and right on one line; the left part wraps, the right never does
    total,    // like pair, large
    rule,     // a hairline
    space,    // half a line of nothing
    notice,   // centred, bold, framed by rules: "not a fiscal receipt", "practice"
    barcode,  // thirteen digits as bars, centred; any other number as large text
  };
  Kind kind = Kind::text;
  std::string left;
  std::string right;

  friend bool operator==(const StripLine&, const StripLine&) = default;
};

struct Strip {
  std::string name;  // of the file or print job: neutral, e.g. "T1-1-1042"
  std::vector<StripLine> lines;

  friend bool operator==(const Strip&, const Strip&) = default;
};

}  // namespace tilia
