#include "app/arguments.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "app/command.h"
#include "core/decimal_text.h"
#include "core/descriptor.h"
#include "pos/keep_drawer.h"

namespace tilia::app {
namespace {

[[noreturn]] void wrong(const char* code, const char* key, const std::string& found) {
  throw Stopped(ExitStatus::wrong_usage, code, Phrase(key).with("found", found));
}

[[noreturn]] void no_file(const char* code, const char* key, const std::string& path) {
  throw Stopped(ExitStatus::unreadable, code, Phrase(key).with("file", path));
}

bool written(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(descriptor) == 0;
}

}  // namespace

Day day_argument(const std::string& text) {
  const auto day = Day::parse(text);
  if (!day) wrong("bad_day", "app.wrong.day", text);
  return *day;
}

Month month_argument(const std::string& text) {
  const auto month = Month::parse(text);
  if (!month) wrong("bad_month", "app.wrong.month", text);
  return *month;
}

Instant instant_argument(const std::string& text) {
  const auto instant = Instant::parse(text);
  if (!instant) wrong("bad_instant", "app.wrong.instant", text);
  return *instant;
}

Quantity quantity_argument(const std::string& text) {
  const auto quantity = Quantity::parse(text);
  if (!quantity) wrong("bad_quantity", "app.wrong.quantity", text);
  return quantity.value();
}

Money money_argument(const std::string& text, Currency currency) {
  const auto money = Money::parse(text, currency);
  if (!money) wrong("bad_amount", "app.wrong.amount", text);
  return money.value();
}

Money counter_amount(const std::string& text, Currency currency) {
  const auto amount = pos::typed_amount(text, currency);
  if (amount) return amount.value();
  throw Stopped(ExitStatus::refused, std::string(pos::drawer_refusal_code(amount.refusal())),
                pos::sentence_of(amount.refusal()));
}

int minutes_argument(const std::string& hours) {
  constexpr std::int64_t most_hours = 24;
  const std::size_t colon = hours.find(':');
  if (colon != std::string::npos) {
    const auto whole = parse_decimal(hours.substr(0, colon), 0);
    const auto minutes = parse_decimal(hours.substr(colon + 1), 0);
    if (whole && minutes && whole.value() >= 0 && whole.value() <= most_hours &&
        minutes.value() >= 0 && minutes.value() < 60)
      return static_cast<int>(whole.value() * 60 + minutes.value());
    wrong("bad_hours", "app.wrong.hours", hours);
  }
  const auto hundredths = parse_decimal(hours, 2);
  if (!hundredths || hundredths.value() < 0 || hundredths.value() > most_hours * 100 ||
      hundredths.value() * 60 % 100 != 0)
    wrong("bad_hours", "app.wrong.hours", hours);
  return static_cast<int>(hundredths.value() * 60 / 100);
}

std::string whole_file(const std::string& path) {
  if (path == "-")
    return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (std::filesystem::is_directory(path) || !file || !(text << file.rdbuf())) {
    // An empty file leaves the stream of characters failed, and is none the less a file.
    if (file.is_open() && std::filesystem::is_regular_file(path) &&
        std::filesystem::file_size(path) == 0)
      return {};
    no_file("file_unreadable", "app.file.unreadable", path);
  }
  return text.str();
}

void make_folder(const std::filesystem::path& folder) {
  if (folder.empty()) return;
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  if (fault) no_file("file_unwritable", "app.file.unwritable", folder.string());
}

void write_whole(const std::filesystem::path& file, std::string_view bytes) {
  const std::filesystem::path beside = file.string() + ".part";
  const Descriptor out(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  std::error_code fault;
  if (out.number() < 0 || !written(out.number(), bytes)) {
    std::filesystem::remove(beside, fault);
    no_file("file_unwritable", "app.file.unwritable", file.string());
  }
  std::filesystem::rename(beside, file, fault);
  if (!fault) return;
  std::filesystem::remove(beside, fault);
  no_file("file_unwritable", "app.file.unwritable", file.string());
}

void write_whole(const std::filesystem::path& file, const std::vector<std::uint8_t>& bytes) {
  write_whole(file, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

}  // namespace tilia::app
