#include "app/resources.h"

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

Resources find_resources() {
  const fs::path beside = fs::read_symlink("/proc/self/exe").parent_path();
  const fs::path share = (beside / ".." / "share" / "tilia").lexically_normal();
  if (!fs::is_directory(share / "locale"))
    throw std::runtime_error("the folder " + share.string() + " is missing; install again");
  return Resources(share);
}

Language language_of_user() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = environment(name);
    if (value.empty()) continue;
    if (!value.starts_with("sr")) return Language::english;
    const bool latin = value.ends_with("@latin") || value.find("Latn") != std::string::npos;
    return latin ? Language::serbian_latin : Language::serbian_cyrillic;
  }
  return Language::english;
}

fs::path user_data_folder() {
  const std::string data_home = environment("XDG_DATA_HOME");
  if (!data_home.empty()) return fs::path(data_home) / "tilia";
  return fs::path(environment("HOME")) / ".local" / "share" / "tilia";
}

fs::path device_folder() {
  const std::string folder = environment("TILIA_DEVICE_FOLDER");
  return folder.empty() ? user_data_folder() : fs::path(folder);
}

fs::path users_book() {
  const std::string book = environment("TILIA_BOOK");
  return book.empty() ? user_data_folder() / "book.tilia" : fs::path(book);
}

}  // namespace tilia::app
