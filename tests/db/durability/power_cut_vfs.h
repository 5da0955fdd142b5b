// A PowerCutDisk as a file system that SQLite can go through. It syncs what Debian's SQLite syncs:
// the file, and after the making of a journal or log also the folder.
//
//   PowerCutVfs vfs("power-cut", disk);
//   BookFile::open("shop.tilia", {.station = "T1", .vfs = "power-cut", …});
#pragma once

#include <memory>
#include <string>

#include "tests/db/durability/power_cut_disk.h"

struct sqlite3_vfs;

namespace tilia::db {

class PowerCutVfs {
 public:
  PowerCutVfs(std::string name, PowerCutDisk& disk);
  ~PowerCutVfs();
  PowerCutVfs(const PowerCutVfs&) = delete;
  PowerCutVfs& operator=(const PowerCutVfs&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::unique_ptr<sqlite3_vfs> vfs_;
};

}  // namespace tilia::db
