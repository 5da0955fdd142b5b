// Where the book may not live: file locks and WAL's shared memory do not hold over a network
// (sqlite.org/wal.html).
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

#include "db/book_file.h"

namespace tilia::db {
namespace {

constexpr std::uint64_t fuse_number = 0x65735546;

// linux/magic.h and the file systems' own sources
constexpr std::array<std::pair<std::uint64_t, std::string_view>, 10> network_numbers{{
    {0x6969, "nfs"},
    {0x517B, "smb"},
    {0xFE534D42, "smb2"},
    {0xFF534D42, "cifs"},
    {0x01021997, "9p"},
    {0x5346414F, "afs"},
    {0x73757245, "coda"},
    {0x564C, "ncp"},
    {0x00C36400, "ceph"},
    {0x0BD00BD0, "lustre"},
}};

// The type of the mount that holds `path`: the longest mount point that it begins with.
std::string mount_type_of(const std::filesystem::path& path) {
  std::ifstream mounts("/proc/self/mounts");
  const std::string wanted = path.string() + "/";
  std::string type;
  std::size_t longest = 0;
  for (std::string line; std::getline(mounts, line);) {
    std::istringstream fields(line);
    std::string device;
    std::string point;
    std::string found;
    fields >> device >> point >> found;
    const std::string prefix = point == "/" ? point : point + "/";
    if (wanted.starts_with(prefix) && prefix.size() >= longest) {
      longest = prefix.size();
      type = found;
    }
  }
  return type;
}

}  // namespace

std::string network_name(std::uint64_t kernel_number, const std::string& mount_type) {
  // fuseblk is a disk (NTFS, exFAT sticks); "fuse.sshfs" and its like are somewhere else.
  if (kernel_number == fuse_number) return mount_type == "fuseblk" ? "" : mount_type;
  const auto* found = std::find_if(network_numbers.begin(), network_numbers.end(),
                                   [&](const auto& entry) { return entry.first == kernel_number; });
  return found == network_numbers.end() ? "" : std::string(found->second);
}

std::string network_file_system_of(const std::filesystem::path& folder) {
  struct statfs facts {};
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::canonical(folder, error);
  if (error || ::statfs(whole.c_str(), &facts) != 0) return "";
  const auto number = static_cast<std::uint64_t>(facts.f_type) & 0xFFFFFFFFU;
  return network_name(number, number == fuse_number ? mount_type_of(whole) : "");
}

}  // namespace tilia::db
