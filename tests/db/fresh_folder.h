// A folder of its own for each test, gone with it.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <string>

namespace tilia::db {

class FreshFolder {
 public:
  FreshFolder() : FreshFolder(std::filesystem::temp_directory_path()) {}
  explicit FreshFolder(const std::filesystem::path& inside) {
    std::string pattern = (inside / "book-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~FreshFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace tilia::db
