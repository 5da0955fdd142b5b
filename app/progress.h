// A bar on standard error while something long runs, and nothing where that is no terminal. Ctrl+C
// stops the program at any time: what was not committed is not in the book.
#pragma once

#include <cstdint>
#include <string>

namespace tilia::app {

class Progress {
 public:
  Progress(std::string what, std::int64_t steps);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step();

 private:
  std::string what_;
  std::int64_t steps_;
  std::int64_t done_ = 0;
  bool shown_;
};

}  // namespace tilia::app
