// What stands beside this till: its receipt printer, and whether a fiscal device does. A file of
// this machine, not of the book, in the user's configuration folder:
//
//   # ~/.config/tilia/till.toml
//   fiscal_device = true
//   speech_device = "headphones"   # of the sound system; without it the usual one
//   scale_device = "/dev/ttyUSB0"  # without it weights are typed
//   [printer]
//   way = "device"               # none, file, device, cups
//   target = "/dev/usb/lp0"
//   code_page = "CP852"
//   code_page_number = 18        # the printer's own number for it
//   columns = 42
//   drawer = true
//
// Without the file nothing stands beside it. An unknown key or a value of another kind is a
// DevicesFault that names it.
#pragma once

#include <filesystem>
#include <stdexcept>

#include "pos/devices/receipt_printer.h"

namespace tilia::app {

struct TillDevices {
  pos::PrinterSetting printer;
  bool fiscal_device = false;
  std::string speech_device;
  std::string scale_device;
};

class DevicesFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;  // what(): the key that does not hold
};

// $XDG_CONFIG_HOME/tilia/till.toml, or ~/.config/tilia/till.toml.
[[nodiscard]] std::filesystem::path till_devices_file();
[[nodiscard]] TillDevices read_till_devices(const std::filesystem::path& file);

}  // namespace tilia::app
