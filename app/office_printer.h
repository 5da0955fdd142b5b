// The receipt printer that stands beside the till of this machine, as the office sets it: the same
// file that the till reads, with everything else in it as it was.
#pragma once

#include <filesystem>
#include <string>

#include "app/printer_setting.h"

namespace tilia::app {

// "none", "device", "cups", "file".
[[nodiscard]] std::string printer_way_text(pos::PrinterSetting::Way way);
// The file's text: what read_till_devices() reads back as the same devices.
[[nodiscard]] std::string till_devices_text(const TillDevices& devices);
// Changes way ("printer.way") or target ("printer.target") and writes the file whole.
void set_till_printer(const std::filesystem::path& file, const std::string& name,
                      const std::string& value);

}  // namespace tilia::app
