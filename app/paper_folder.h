// A folder for papers that are only shown, never kept: only this user may read it, and it goes with
// this object. Where the program was killed, the next one takes it away. It stands in the user's
// run-time folder if there is one (memory, emptied at log-out), else among the temporary files.
#pragma once

#include <filesystem>
#include <string>

namespace tilia::app {

class PaperFolder {
 public:
  // Throws std::runtime_error when no folder can be made.
  PaperFolder();
  ~PaperFolder();
  PaperFolder(const PaperFolder&) = delete;
  PaperFolder& operator=(const PaperFolder&) = delete;
  // Every paper in it goes; the folder stays.
  void clear() const;
  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
  int held_ = -1;  // the folder, locked while this program lives
};

}  // namespace tilia::app
