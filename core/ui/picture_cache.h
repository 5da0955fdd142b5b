// Pictures of articles and people, ready to draw: a colour emoji through Pango, or a file of the
// shop's own. Each is made once per size, when it is first shown.
#pragma once

#include <wx/bitmap.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>

namespace tilia::ui {

class PictureCache {
 public:
  // Where files are looked for; until it is set, a file name shows nothing.
  void set_folder(std::filesystem::path folder) { folder_ = std::move(folder); }
  // A square of `pixels`. A picture that cannot be read is an empty square.
  [[nodiscard]] const wxBitmap& square(const std::string& picture, int pixels);
  // A photo may fill its tile to the edge; an emoji keeps some air.
  [[nodiscard]] static bool is_file(const std::string& picture);

 private:
  std::filesystem::path folder_;
  std::map<std::pair<std::string, int>, wxBitmap> made_;
};

}  // namespace tilia::ui
