// Gives what one transaction writes to the write-ahead log to the system in one piece. SQLite hands
// each page over by itself and its header before it: two calls a page, and on a small machine these
// calls cost a sale as much as the disk does.
//
//   GatheredLog log("");                       // on the system's files
//   sqlite3_open_v2(file, &book, flags, log.name().c_str());
//
// The log's bytes, their order and SQLite's syncs are the same as without it. Nothing waits in
// memory that SQLite believes committed: what was gathered goes out with the commit's own page,
// before every sync and before anything else is asked of the file. An error comes out of the call
// that gave the bytes out.
#pragma once

#include <memory>
#include <string>

namespace tilia::db {

class GatheredLog {
 public:
  // `under`: the VFS that files come from, empty for the system's. It has to outlive this one.
  explicit GatheredLog(const std::string& under);
  ~GatheredLog();
  GatheredLog(const GatheredLog&) = delete;
  GatheredLog& operator=(const GatheredLog&) = delete;

  // The VFS to open with, known to SQLite as long as this object lives.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  struct Vfs;
  std::unique_ptr<Vfs> vfs_;
  std::string name_;
};

}  // namespace tilia::db
