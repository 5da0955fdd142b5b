#include "app/office_call.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "db/book_fault.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr int patience_milliseconds = 1'000;

fs::path asking_file(const fs::path& book, const std::string& till) {
  return book.string() + "." + till + ".come";
}

fs::path coming_file(const fs::path& book, const std::string& till) {
  return book.string() + "." + till + ".coming";
}

fs::path here_file(const fs::path& book) { return book.string() + "-office-lock"; }

void take_away(const fs::path& file) {
  std::error_code ignored;
  fs::remove(file, ignored);
}

bool stands(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(file, ignored);
}

// Whether it was touched a short while ago. One that a crash left behind is taken away.
bool stands_and_is_fresh(const fs::path& file, const Instant& now) {
  struct stat seen {};
  if (::stat(file.c_str(), &seen) != 0) return false;
  const std::int64_t age_seconds = now.unix_milliseconds() / 1'000 - seen.st_mtim.tv_sec;
  const bool fresh = age_seconds > -call_lasts_seconds && age_seconds < call_lasts_seconds;
  if (!fresh) take_away(file);
  return fresh;
}

bool touch(const fs::path& file, const Instant& now) {
  const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (handle < 0) return false;
  const std::int64_t milliseconds = now.unix_milliseconds();
  const timespec at{static_cast<time_t>(milliseconds / 1'000),
                    static_cast<long>(milliseconds % 1'000 * 1'000'000)};
  const std::array<timespec, 2> times{at, at};
  const bool touched = ::futimens(handle, times.data()) == 0;
  ::close(handle);
  return touched;
}

}  // namespace

TillCall::TillCall(fs::path book, std::string till, const Clock& clock)
    : book_(std::move(book)), till_(std::move(till)), clock_(clock) {
  end();  // what this till asked before a crash, nobody asks now
}

pos::OfficeCall::State TillCall::state() {
  if (stands(coming_file(book_, till_))) return State::coming;
  const bool asks = stands_and_is_fresh(asking_file(book_, till_), clock_.now());
  return asks ? State::asked : State::quiet;
}

bool TillCall::office_is_open() {
  try {
    db::LockFile here(here_file(book_));
    return !here.try_lock(db::LockPlace::station, db::LockMode::alone);
  } catch (const db::BookFault&) {
    return false;  // an office could not have held it either
  }
}

bool TillCall::ask() {
  take_away(coming_file(book_, till_));
  return touch(asking_file(book_, till_), clock_.now());
}

void TillCall::end() {
  take_away(asking_file(book_, till_));
  take_away(coming_file(book_, till_));
}

OfficeCalls::OfficeCalls(fs::path book, const Clock& clock)
    : book_(std::move(book)), clock_(clock), here_(here_file(book_)) {
  // Shared: two offices may be open. A till that looks holds it for a moment only.
  (void)here_.lock_within(db::LockPlace::station, db::LockMode::shared, patience_milliseconds);
}

bool OfficeCalls::asks(const std::string& till) const {
  return stands_and_is_fresh(asking_file(book_, till), clock_.now());
}

std::vector<pos::Shop> OfficeCalls::who_asks(const std::vector<pos::Shop>& shops) const {
  std::vector<pos::Shop> asking;
  for (const pos::Shop& shop : shops) {
    if (asks(shop.till)) asking.push_back(shop);
  }
  return asking;
}

Phrase call_sentence(const std::vector<pos::Shop>& asking) {
  std::string counters;
  for (const pos::Shop& shop : asking) {
    if (!counters.empty()) counters += ", ";
    counters += fmt::format("{}\u00a0({})", shop.name, shop.till);
  }
  return Phrase("office.call.asks").with("counters", counters);
}

void OfficeCalls::coming(const std::string& till) {
  std::error_code taken_back;  // the till was quicker: then nobody is asked any more
  fs::rename(asking_file(book_, till), coming_file(book_, till), taken_back);
}

}  // namespace tilia::app
