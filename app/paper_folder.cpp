#include "app/paper_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* name_of_each = "tilia-papers-";

fs::path place() {
  const char* run_time = std::getenv("XDG_RUNTIME_DIR");
  std::error_code none;
  if (run_time != nullptr && fs::is_directory(run_time, none)) return run_time;
  return fs::temp_directory_path();
}

// The folder's handle, locked; -1: somebody else holds it, or it is not ours to open.
int held(const fs::path& folder) {
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (handle < 0) return -1;
  if (::flock(handle, LOCK_EX | LOCK_NB) == 0) return handle;
  ::close(handle);
  return -1;
}

// Of programs that were killed: nobody holds their folders any more.
void take_away_left_papers(const fs::path& from) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(from, ignored)) {
    if (!entry.path().filename().string().starts_with(name_of_each)) continue;
    const int handle = held(entry.path());
    if (handle < 0) continue;
    fs::remove_all(entry.path(), ignored);
    ::close(handle);
  }
}

}  // namespace

PaperFolder::PaperFolder() {
  const fs::path from = place();
  take_away_left_papers(from);
  std::string pattern = (from / name_of_each).string() + "XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr)  // readable by this user alone
    throw std::runtime_error("no folder for papers");
  folder_ = pattern;
  held_ = held(folder_);
}

PaperFolder::~PaperFolder() {
  std::error_code ignored;  // what cannot be removed now is taken away by the next one
  fs::remove_all(folder_, ignored);
  if (held_ >= 0) ::close(held_);
}

void PaperFolder::clear() const {
  std::error_code ignored;
  for (const fs::directory_entry& paper : fs::directory_iterator(folder_, ignored))
    fs::remove_all(paper.path(), ignored);
}

}  // namespace tilia::app
