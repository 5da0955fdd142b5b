#include "pos/devices/scale.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/timerfd.h>
#include <termios.h>
#include <unistd.h>

#include <array>

#include "core/descriptor.h"
#include "core/quantity.h"

namespace tilia::pos {
namespace {

using State = ScaleAnswer::State;

constexpr std::size_t longest_line = 64;
constexpr std::int64_t grams_in_kilogram = 1000;

bool set_line(int device) {
  termios line{};
  if (::tcgetattr(device, &line) != 0) return false;
  ::cfmakeraw(&line);
  ::cfsetspeed(&line, B9600);
  line.c_cflag |= CLOCAL | CREAD;
  return ::tcsetattr(device, TCSANOW, &line) == 0;
}

// Until the end of a line; nothing when the second is over.
std::string line_of(int device, int timer) {
  std::string line;
  while (line.size() < longest_line) {
    std::array<pollfd, 2> waits{{{device, POLLIN, 0}, {timer, POLLIN, 0}}};
    if (::poll(waits.data(), waits.size(), -1) < 0 || waits[1].revents != 0) return {};
    char letter = 0;
    if (::read(device, &letter, 1) != 1) return {};
    if (letter == '\n') return line;
    if (letter != '\r') line += letter;
  }
  return {};
}

}  // namespace

ScaleAnswer scale_answer(std::string_view line) {
  constexpr std::string_view kilograms = " kg";
  constexpr std::string_view grams = " g";
  if (line.starts_with("S I")) return {State::moving, 0};
  if (line.starts_with("S +") || line.starts_with("S -")) return {State::overloaded, 0};
  if (!line.starts_with("S S ")) return {};
  line.remove_prefix(4);
  const bool in_kilograms = line.ends_with(kilograms);
  if (!in_kilograms && !line.ends_with(grams)) return {};
  line.remove_suffix(in_kilograms ? kilograms.size() : grams.size());
  const auto first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  const auto weight = Quantity::parse(line.substr(first));
  if (!weight) return {};
  const std::int64_t thousandths = weight.value().thousandths();
  if (in_kilograms) return {State::steady, thousandths};
  const std::int64_t half = thousandths < 0 ? -grams_in_kilogram / 2 : grams_in_kilogram / 2;
  return {State::steady, (thousandths + half) / grams_in_kilogram};
}

ScaleAnswer ask_scale(const std::string& device) {
  const Descriptor line(::open(device.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
  const Descriptor timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
  const itimerspec second{{0, 0}, {1, 0}};
  if (line.number() < 0 || timer.number() < 0 || !set_line(line.number())) return {};
  if (::timerfd_settime(timer.number(), 0, &second, nullptr) != 0) return {};
  ::tcflush(line.number(), TCIFLUSH);  // what it said before it was asked
  constexpr std::string_view ask = "S\r\n";
  if (::write(line.number(), ask.data(), ask.size()) != static_cast<ssize_t>(ask.size())) return {};
  return scale_answer(line_of(line.number(), timer.number()));
}

}  // namespace tilia::pos
