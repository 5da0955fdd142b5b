#include "app/printer_setting.h"

#include <toml++/toml.h>

#include <cstdlib>
#include <string>

namespace tilia::app {
namespace {

template <class T>
T valued(const toml::node& node, const std::string& key) {
  const auto value = node.value_exact<T>();
  if (!value) throw DevicesFault(key);
  return *value;
}

pos::PrinterSetting::Way way_of(const std::string& text) {
  using Way = pos::PrinterSetting::Way;
  if (text == "none") return Way::none;
  if (text == "file") return Way::file;
  if (text == "device") return Way::device;
  if (text == "cups") return Way::cups;
  throw DevicesFault("printer.way");
}

int small_number(const toml::node& node, const std::string& key) {
  const auto number = valued<std::int64_t>(node, key);
  if (number < 0 || number > 255) throw DevicesFault(key);
  return static_cast<int>(number);
}

pos::PrinterSetting printer_of(const toml::table& table) {
  pos::PrinterSetting setting;
  for (const auto& [key, node] : table) {
    const std::string name = "printer." + std::string(key.str());
    if (key == "way") {
      setting.way = way_of(valued<std::string>(node, name));
    } else if (key == "target") {
      setting.target = valued<std::string>(node, name);
    } else if (key == "code_page") {
      setting.code_page = valued<std::string>(node, name);
    } else if (key == "code_page_number") {
      setting.code_page_number = small_number(node, name);
    } else if (key == "columns") {
      setting.columns = small_number(node, name);
    } else if (key == "drawer") {
      setting.has_drawer = valued<bool>(node, name);
    } else {
      throw DevicesFault(name);
    }
  }
  return setting;
}

}  // namespace

std::filesystem::path till_devices_file() {
  const char* folder = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  std::filesystem::path base =
      folder != nullptr && *folder != '\0'
          ? std::filesystem::path(folder)
          : std::filesystem::path(home != nullptr ? home : ".") / ".config";
  return base / "tilia" / "till.toml";
}

TillDevices read_till_devices(const std::filesystem::path& file) {
  TillDevices devices;
  if (!std::filesystem::exists(file)) return devices;
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error&) {
    throw DevicesFault(file.filename().string());
  }
  for (const auto& [key, node] : table) {
    if (key == "fiscal_device") {
      devices.fiscal_device = valued<bool>(node, "fiscal_device");
    } else if (key == "scale_device") {
      devices.scale_device = valued<std::string>(node, "scale_device");
    } else if (key == "speech_device") {
      devices.speech_device = valued<std::string>(node, "speech_device");
    } else if (key == "printer" && node.is_table()) {
      devices.printer = printer_of(*node.as_table());
    } else {
      throw DevicesFault(std::string(key.str()));
    }
  }
  return devices;
}

}  // namespace tilia::app
