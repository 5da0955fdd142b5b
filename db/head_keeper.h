// Keeps a station's entries under signed heads (db/journal_head.h), beside its work and never in a
// sale's transaction: it reads only what came since it last looked. A closed day is under a head of
// its own when the program is next idle; what else was entered, at most once an hour and when the
// program ends. So heads grow with days and hours, not with sales.
//
// What it has seen it also leaves with the machine, about once a minute (db/book_witness.h).
//
//   HeadKeeper keeper(book, clock, DeviceFolder::of_book(base, book));
//   keeper.tend();     when nobody taps
//   keeper.finish();   at the end
//
// Both throw BookFault; then nothing is half done, and the next call goes on.
#pragma once

#include <optional>
#include <vector>

#include "core/clock.h"
#include "db/journal_head.h"

namespace tilia::db {

class HeadKeeper {
 public:
  // Without a folder it signs with a key that goes with it: for a life that is made and then left.
  HeadKeeper(BookFile& book, const Clock& clock, std::optional<DeviceFolder> folder);

  void tend() { work(false); }
  void finish() { work(true); }

 private:
  void work(bool to_the_end);
  void read_what_is_new();
  [[nodiscard]] bool due(const Instant& now, bool to_the_end) const;
  void sign(const Instant& now);
  void leave_with_machine(const Instant& now);
  const SigningKey& key();

  BookFile& book_;
  const Clock& clock_;
  std::optional<DeviceFolder> folder_;
  std::optional<SigningKey> key_;
  std::optional<StationTree> tree_;    // of what was read; nothing before the first look
  std::vector<StationTree> closings_;  // at each closed day that is not under a head yet
  std::int64_t signed_size_ = 0;
  std::optional<std::int64_t> signed_at_milliseconds_;
  std::optional<std::int64_t> failed_at_milliseconds_;
  bool looked_ = false;
  std::int64_t left_size_ = 0;
  std::optional<std::int64_t> left_at_milliseconds_;
};

}  // namespace tilia::db
