// Held for the life of a till's program: a second program for the same till is told so at once
// (till_busy).
#pragma once

#include <filesystem>
#include <string>

#include "db/lock_file.h"

namespace tilia::db {

class StationLock {
 public:
  // Throws BookFault till_busy when another program holds it.
  StationLock(const std::filesystem::path& book, const std::string& station);

 private:
  LockFile file_;
};

}  // namespace tilia::db
