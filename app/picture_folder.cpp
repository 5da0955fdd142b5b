#include "app/picture_folder.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "app/arguments.h"
#include "pos/article_code.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_bytes = 8 * 1024 * 1024;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// By what it begins with, whatever it is called.
std::string ending_of(const std::string& bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return ".png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return ".jpg";
  return {};
}

}  // namespace

fs::path picture_folder(const fs::path& book) { return book.parent_path() / "pictures"; }

Result<std::string, Phrase> take_picture(const fs::path& folder, const fs::path& file) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  if (error) return Phrase("office.catalogue.unreadable").with("file", file.string());
  if (size > largest_bytes) return Phrase("office.article.picture_too_large");
  const std::string bytes = bytes_of(file);
  const std::string ending = ending_of(bytes);
  if (ending.empty()) return Phrase("office.article.no_picture");
  make_folder(folder);
  const auto is_another = [&](const std::string& stem) {
    const fs::path there = folder / (stem + ending);
    return fs::exists(there) && bytes_of(there) != bytes;
  };
  const std::string name = pos::code_from_name(file.stem().string(), is_another) + ending;
  write_whole(folder / name, bytes);
  return name;
}

}  // namespace tilia::app
