#include "db/head_keeper.h"

#include <algorithm>

#include "db/book_fault.h"
#include "db/book_witness.h"
#include "db/till_payloads.h"

namespace tilia::db {
namespace {

constexpr std::int64_t between_heads_milliseconds = std::int64_t{60} * 60 * 1000;
constexpr std::int64_t between_memories_milliseconds = std::int64_t{60} * 1000;

// A clock that was set back does not put anything off.
bool so_long_ago(const std::optional<std::int64_t>& then, const Instant& now,
                 std::int64_t milliseconds) {
  const std::int64_t here = now.unix_milliseconds();
  return !then || *then > here || *then <= here - milliseconds;
}

}  // namespace

HeadKeeper::HeadKeeper(BookFile& book, const Clock& clock, std::optional<DeviceFolder> folder)
    : book_(book), clock_(clock), folder_(std::move(folder)) {}

void HeadKeeper::work(bool to_the_end) {
  const auto newest = chain_head(book_.writer(), book_.station());
  if (!newest) return;
  const bool seen = tree_ && tree_->epoch == newest->epoch && tree_->seq == newest->seq;
  if (!seen) read_what_is_new();
  const std::int64_t size = tree_->tree.size();
  if (size == signed_size_ && size == left_size_) return;
  const Instant now = clock_.now();
  if (due(now, to_the_end)) {
    sign(now);
    leave_with_machine(now);
  } else if (to_the_end || so_long_ago(left_at_milliseconds_, now, between_memories_milliseconds)) {
    leave_with_machine(now);
  }
}

void HeadKeeper::read_what_is_new() {
  Connection& connection = book_.writer();
  if (!tree_) {
    tree_ = tree_of_last_head(connection, book_.station());
    signed_size_ = tree_->tree.size();
    if (const auto last = last_head(connection, book_.station()))
      signed_at_milliseconds_ = last->at_milliseconds;
  }
  Query row = connection.query(
      "SELECT epoch, seq, hash, kind = ? FROM journal"
      " WHERE station = ? AND (epoch, seq) > (?, ?) ORDER BY epoch, seq",
      session_closed, book_.station(), tree_->epoch, tree_->seq);
  while (row.next()) {
    tree_->epoch = row.whole(0);
    tree_->seq = row.whole(1);
    tree_->tree.add(row.bytes(2));
    if (row.yes(3)) closings_.push_back(*tree_);
  }
}

bool HeadKeeper::due(const Instant& now, bool to_the_end) const {
  if (!to_the_end && failed_at_milliseconds_ &&
      !so_long_ago(failed_at_milliseconds_, now, between_memories_milliseconds))
    return false;
  if (!closings_.empty()) return true;
  if (tree_->tree.size() == signed_size_) return false;
  return to_the_end || so_long_ago(signed_at_milliseconds_, now, between_heads_milliseconds);
}

const SigningKey& HeadKeeper::key() {
  if (!key_)
    key_ = folder_ ? station_key_in(*folder_, book_.station(), clock_.now())
                   : SigningKey(Key::random());
  return *key_;
}

void HeadKeeper::sign(const Instant& now) {
  failed_at_milliseconds_ = now.unix_milliseconds();  // until it is done: a disk that is full is
                                                      // not asked at every breath
  const SigningKey& with = key();
  std::vector<StationTree> under = closings_;
  if (under.empty() || under.back().tree.size() < tree_->tree.size()) under.push_back(*tree_);
  WriteTransaction change(book_);
  // Another program of this station may have signed the same meanwhile.
  const auto last = last_head(change.connection(), book_.station());
  for (const StationTree& tree : under) {
    if (!last || tree.tree.size() > last->size) append_head(change, with, tree, now);
  }
  change.commit();
  failed_at_milliseconds_.reset();
  closings_.clear();
  signed_size_ = tree_->tree.size();
  signed_at_milliseconds_ = now.unix_milliseconds();
}

void HeadKeeper::leave_with_machine(const Instant& now) {
  left_size_ = tree_->tree.size();
  left_at_milliseconds_ = now.unix_milliseconds();
  if (!folder_) return;
  BookWitness witness(*folder_);
  // What was remembered is written over only when it has been compared.
  if (!looked_) (void)witness.look(book_.reader());
  looked_ = true;
  witness.remember(*tree_);
}

}  // namespace tilia::db
