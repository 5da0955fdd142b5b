#include "app/office_printer.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "app/arguments.h"
#include "core/check.h"

namespace tilia::app {
namespace {

using Way = pos::PrinterSetting::Way;

constexpr std::array<std::pair<Way, const char*>, 4> ways{
    {{Way::none, "none"}, {Way::file, "file"}, {Way::device, "device"}, {Way::cups, "cups"}}};

std::string quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return quoted + "\"";
}

}  // namespace

std::string printer_way_text(Way way) {
  for (const auto& [each, text] : ways) {
    if (each == way) return text;
  }
  CHECK(false);
}

std::string till_devices_text(const TillDevices& devices) {
  const pos::PrinterSetting& printer = devices.printer;
  std::string text =
      fmt::format("fiscal_device = {}\n\n[printer]\nway = {}\ntarget = {}\n", devices.fiscal_device,
                  quoted(printer_way_text(printer.way)), quoted(printer.target));
  if (!printer.code_page.empty())
    text += fmt::format("code_page = {}\n", quoted(printer.code_page));
  return text + fmt::format("code_page_number = {}\ncolumns = {}\ndrawer = {}\n",
                            printer.code_page_number, printer.columns, printer.has_drawer);
}

void set_till_printer(const std::filesystem::path& file, const std::string& name,
                      const std::string& value) {
  TillDevices devices = read_till_devices(file);
  if (name == "printer.target") devices.printer.target = value;
  for (const auto& [way, text] : ways) {
    if (name == "printer.way" && value == text) devices.printer.way = way;
  }
  std::filesystem::create_directories(file.parent_path());
  write_whole(file, till_devices_text(devices));
}

}  // namespace tilia::app
