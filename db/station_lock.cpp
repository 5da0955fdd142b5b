#include "db/station_lock.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "db/book_fault.h"

namespace tilia::db {
namespace {

std::string boot_id() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  std::getline(file, id);
  return id;
}

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::filesystem::path lock_path(std::filesystem::path book, const std::string& station) {
  book += fmt::format("-{}-lock", station);
  return book;
}

}  // namespace

StationLock::StationLock(const std::filesystem::path& book, const std::string& station)
    : file_(lock_path(book, station)) {
  if (!file_.try_lock(LockPlace::station, LockMode::alone)) {
    throw BookFault(BookFault::Why::till_busy, file_.text());
  }
  file_.write_text(fmt::format("pid {}\nhost {}\nboot {}\n", ::getpid(), host_name(), boot_id()));
}

}  // namespace tilia::db
