// Loaded before the C library by one test: every folder says that it lies on a network file system
// (NFS).
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace {
constexpr long nfs = 0x6969;
}

extern "C" int statfs(const char* path, struct statfs* answer) noexcept {
  const auto result = static_cast<int>(::syscall(SYS_statfs, path, answer));
  if (result == 0) answer->f_type = nfs;
  return result;
}
