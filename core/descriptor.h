// A file descriptor that closes itself.
//
//   const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC));
//   if (file.number() < 0) …  // errno is open()'s
#pragma once

#include <unistd.h>

#include <utility>

namespace tilia {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

}  // namespace tilia
