// The way of the bytes to the printer. A printer that is off or out of paper must never hold up the
// counter: every wait ends with one timer of two seconds, and what has not gone by then is a
// PrinterFault.
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <span>

#include "core/descriptor.h"
#include "pos/devices/receipt_printer.h"

extern "C" char** environ;  // NOLINT: POSIX asks for this declaration

namespace tilia::pos {
namespace {

constexpr time_t longest_wait_seconds = 2;

[[noreturn]] void fault(const std::string& what, int error = errno) {
  throw PrinterFault(fmt::format("{}: {}", what, std::strerror(error)));
}

// The end of the two seconds, as a descriptor that poll() can wait for: no clock is read.
class Deadline {
 public:
  Deadline() : timer_(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC)) {
    const itimerspec limit{{0, 0}, {longest_wait_seconds, 0}};
    if (timer_.number() < 0 || timerfd_settime(timer_.number(), 0, &limit, nullptr) != 0)
      fault("timer");
  }
  // Waits until the descriptor is ready. False when the two seconds are over.
  [[nodiscard]] bool wait_for(int descriptor, short events) const {
    std::array<pollfd, 2> waits{{{descriptor, events, 0}, {timer_.number(), POLLIN, 0}}};
    while (poll(waits.data(), waits.size(), -1) < 0) {
      if (errno != EINTR) fault("poll");
    }
    return waits[1].revents == 0;
  }

 private:
  Descriptor timer_;
};

// `write_some` writes what it can of the rest and answers as write(2) does.
template <class WriteSome>
void write_all(std::span<const std::uint8_t> bytes, int descriptor, const Deadline& deadline,
               const std::string& target, WriteSome write_some) {
  while (!bytes.empty()) {
    if (!deadline.wait_for(descriptor, POLLOUT)) fault(target, ETIMEDOUT);
    const ssize_t written = write_some(bytes);
    if (written < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (written < 0) fault(target);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

void send_to_path(const std::vector<std::uint8_t>& bytes, const PrinterSetting& setting) {
  const bool device = setting.way == PrinterSetting::Way::device;
  const int flags = device ? O_WRONLY : O_WRONLY | O_CREAT | O_APPEND;
  const Descriptor file(
      open(setting.target.c_str(), flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600));
  if (file.number() < 0) fault(setting.target);
  struct stat status {};
  if (fstat(file.number(), &status) != 0) fault(setting.target);
  if (device ? !S_ISCHR(status.st_mode) : !S_ISREG(status.st_mode)) fault(setting.target, ENOTSUP);
  const Deadline deadline;
  write_all(bytes, file.number(), deadline, setting.target,
            [&](auto rest) { return write(file.number(), rest.data(), rest.size()); });
}

// A child process that is gone, one way or the other, when this goes.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  ~Child() {
    if (id_ <= 0) return;
    kill(id_, SIGKILL);
    while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Whether it ended well in time.
  [[nodiscard]] bool ends_well(const Deadline& deadline) {
    const Descriptor ending(static_cast<int>(syscall(SYS_pidfd_open, id_, 0)));
    if (ending.number() < 0) fault("lp");
    if (!deadline.wait_for(ending.number(), POLLIN)) return false;
    int status = 0;
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  pid_t id_;
};

pid_t start_lp(const std::string& queue, int input) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::array<std::string, 6> words{"lp", "-d", queue, "-o", "raw", "-"};
  std::array<char*, 7> arguments{};
  for (std::size_t at = 0; at < words.size(); ++at) arguments[at] = words[at].data();
  pid_t id = 0;
  const int error = posix_spawnp(&id, "lp", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) fault("lp", error);
  return id;
}

void send_to_queue(const std::vector<std::uint8_t>& bytes, const PrinterSetting& setting) {
  if (setting.target.empty() || setting.target.starts_with('-')) fault(setting.target, EINVAL);
  // A socket instead of a pipe: when lp ends early, send() answers EPIPE and no signal ends the
  // till.
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) fault("lp");
  Descriptor ours(ends[0]);
  Descriptor theirs(ends[1]);
  const Deadline deadline;
  Child lp(start_lp(setting.target, theirs.number()));
  theirs.close();
  write_all(bytes, ours.number(), deadline, setting.target, [&](auto rest) {
    return send(ours.number(), rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  });
  ours.close();
  if (!lp.ends_well(deadline)) fault(setting.target, EIO);
}

}  // namespace

void send_to_printer(const std::vector<std::uint8_t>& bytes, const PrinterSetting& setting) {
  switch (setting.way) {
    case PrinterSetting::Way::none: return;
    case PrinterSetting::Way::file:
    case PrinterSetting::Way::device: return send_to_path(bytes, setting);
    case PrinterSetting::Way::cups: return send_to_queue(bytes, setting);
  }
}

}  // namespace tilia::pos
