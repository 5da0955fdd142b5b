#include "app/progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace tilia::app {

Progress::Progress(std::string what, std::int64_t steps)
    : what_(std::move(what)),
      steps_(std::max<std::int64_t>(steps, 1)),
      shown_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::step() {
  ++done_;
  if (!shown_) return;
  constexpr std::int64_t width = 30;
  const auto full = static_cast<std::size_t>(std::min(done_, steps_) * width / steps_);
  std::string bar;
  for (std::size_t at = 0; at < static_cast<std::size_t>(width); ++at) bar += at < full ? "█" : "░";
  std::cerr << '\r' << what_ << ' ' << bar << std::flush;
}

}  // namespace tilia::app
