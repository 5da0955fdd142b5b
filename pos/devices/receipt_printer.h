// A strip as bytes for an ESC/POS printer, 80 mm (42 or 48 columns), in the code page that the
// setting names. A character that the page lacks is never printed as "?": that line goes as a
// raster picture. Bytes go to a file, to /dev/usb/lp*, or to a CUPS queue (raw).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/strip.h"

namespace tilia::pos {

struct PrinterSetting {
  enum class Way { none, file, device, cups };
  Way way = Way::none;
  std::string target;  // path or queue
  std::string
      code_page;  // "CP437", "CP852", "CP855", "CP858", "CP866", "CP1250", "CP1251", "CP1252"
  int code_page_number = 0;  // the printer's own number for it (ESC t n)
  int columns = 42;
  bool has_drawer = true;
};

[[nodiscard]] const std::vector<std::string>& known_code_pages();

// A line of text as a black-and-white picture, for a character that the code page lacks: rows of
// bytes, MSB left.
struct RasterLine {
  int width_dots = 0;  // a multiple of 8
  int height_dots = 0;
  std::vector<std::uint8_t> rows;
};
using DrawLine = std::function<RasterLine(const std::string& text, int width_dots, bool bold)>;

// `open_drawer` puts the pulse (ESC p) first. `draw` may be empty: then a line with letters outside
// the code page is written with the nearest plain letters of the page instead of a picture. Throws
// PrinterFault for a code page that is not in known_code_pages().
[[nodiscard]] std::vector<std::uint8_t> escpos_bytes(const Strip& strip,
                                                     const PrinterSetting& setting,
                                                     bool open_drawer, const DrawLine& draw);
[[nodiscard]] std::vector<std::uint8_t> drawer_pulse();

// The printer has no paper, is off, or is not there: the sale is saved all the same.
class PrinterFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
// Throws PrinterFault. Never blocks longer than two seconds. A file gets the bytes at its end; a
// device must be a character device, so that a mistyped path never becomes a file under /dev.
void send_to_printer(const std::vector<std::uint8_t>& bytes, const PrinterSetting& setting);

}  // namespace tilia::pos
