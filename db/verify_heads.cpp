#include "db/verify_heads.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/check.h"

namespace tilia::db {
namespace {

using Answer = HeadAnswer::Answer;

constexpr int most_misread_letters = 2;

Answer compared(const ShortHead& asked, const Hash& root) {
  const int places = places_that_differ(asked.code, code_of(root));
  if (places == 0) return Answer::holds;
  return places <= most_misread_letters ? Answer::misread : Answer::differs;
}

bool of_whole_book(const ShortHead& asked) { return asked.is_of(whole_book); }

class Walk {
 public:
  Walk(const std::vector<JournalHead>& heads, const std::vector<ShortHead>& asked) : heads_(heads) {
    for (std::size_t at = 0; at < heads.size(); ++at)
      by_station_[heads[at].station].emplace(heads[at].size, at);
    for (const ShortHead& each : asked) answers_.push_back({each, Answer::fewer, 0});
    then_.resize(asked.size());
    reached_.resize(heads.size(), false);
  }

  void entry(const JournalEntry& entry) {
    if (trees_.empty() || trees_.back().station != entry.station) begin(entry.station);
    StationTree& now = trees_.back();
    for (std::size_t at = 0; at < answers_.size(); ++at) {
      if (entry.position > answers_[at].asked.size) keep_then(at, now);
    }
    now.epoch = entry.epoch;
    now.seq = entry.seq;
    now.tree.add(hash_of(entry));
    ++entries_;
    compare_heads(now);
    for (HeadAnswer& each : answers_) {
      if (!of_whole_book(each.asked) && each.asked.is_of(now.station) &&
          each.asked.size == now.tree.size())
        each.answer = compared(each.asked, now.tree.root());
    }
  }

  HeadsCheck end() {
    finish_station();
    for (std::size_t at = 0; at < answers_.size(); ++at) finish_answer(at);
    return {.trees = std::move(trees_),
            .signed_heads = static_cast<std::int64_t>(heads_.size()),
            .first_break = {},
            .keys = {},
            .answers = std::move(answers_)};
  }
  // Whether the book's entries gave this head when the walk came past it.
  [[nodiscard]] bool reached(std::size_t head) const { return reached_[head]; }

 private:
  void begin(const std::string& station) {
    finish_station();
    trees_.push_back({.station = station});
    crossed_.assign(answers_.size(), false);
    heads_here_ = &by_station_[station];
  }
  void finish_station() {
    if (trees_.empty()) return;
    for (std::size_t at = 0; at < answers_.size(); ++at) keep_then(at, trees_.back());
  }
  // As the station was when the book had as many entries as the head of all of it says.
  void keep_then(std::size_t at, const StationTree& tree) {
    if (!of_whole_book(answers_[at].asked) || crossed_[at]) return;
    crossed_[at] = true;
    if (tree.tree.size() > 0) then_[at].push_back(tree);
  }
  void compare_heads(const StationTree& now) {
    const auto [first, last] = heads_here_->equal_range(now.tree.size());
    for (auto each = first; each != last; ++each) {
      const JournalHead& head = heads_[each->second];
      reached_[each->second] = head.epoch == now.epoch && head.seq == now.seq &&
                               head.root == now.tree.root() && head.frontier == now.tree.frontier();
    }
  }
  void finish_answer(std::size_t at) {
    HeadAnswer& answer = answers_[at];
    if (of_whole_book(answer.asked)) {
      answer.entries = entries_;
      if (entries_ < answer.asked.size) return;
      const BookRoot book = book_root(then_[at]);
      answer.answer = compared(answer.asked, book.root);
      return;
    }
    for (const StationTree& tree : trees_) {
      if (answer.asked.is_of(tree.station)) answer.entries = tree.tree.size();
    }
  }

  const std::vector<JournalHead>& heads_;
  std::map<std::string, std::multimap<std::int64_t, std::size_t>, std::less<>> by_station_;
  const std::multimap<std::int64_t, std::size_t>* heads_here_ = nullptr;  // of the station
  std::vector<HeadAnswer> answers_;
  std::vector<std::vector<StationTree>> then_;
  std::vector<bool> crossed_;
  std::vector<bool> reached_;
  std::vector<StationTree> trees_;
  std::int64_t entries_ = 0;
};

std::optional<HeadsCheck::Break::Why> fault_of(Connection& connection, const JournalHead& head,
                                               std::int64_t number, bool reached) {
  using Why = HeadsCheck::Break::Why;
  if (head.number != number) return Why::gap;
  if (!signature_holds(connection, head)) return Why::signature;
  if (!reached) return Why::entries;
  return std::nullopt;
}

std::optional<Instant> time_of(const JournalHead& head) {
  constexpr std::int64_t year_9000 = 221'845'392'000'000;
  if (head.at_milliseconds < 0 || head.at_milliseconds > year_9000) return std::nullopt;
  return Instant::from_unix_milliseconds(head.at_milliseconds);
}

std::vector<HeadsCheck::KeyBegun> keys_in(const std::vector<JournalHead>& heads) {
  std::vector<HeadsCheck::KeyBegun> keys;
  std::map<std::string, SigningHalf, std::less<>> last;
  for (const JournalHead& head : heads) {
    const auto before = last.find(head.station);
    if (before != last.end() && before->second == head.public_half) continue;
    keys.push_back({head.station, head.size, time_of(head), head.public_half});
    last[head.station] = head.public_half;
  }
  return keys;
}

}  // namespace

std::string_view answer_code(Answer answer) {
  switch (answer) {
    case Answer::holds: return "holds";
    case Answer::fewer: return "fewer";
    case Answer::differs: return "differs";
    case Answer::misread: return "misread";
  }
  CHECK(false);
}

Phrase sentence_of(const HeadAnswer& answer) {
  return Phrase(fmt::format("book.head.{}", answer_code(answer.answer)))
      .with("head", answer.asked.text())
      .with("entries", answer.entries);
}

HeadsCheck verify_heads(Connection& connection, const std::vector<ShortHead>& asked) {
  const std::vector<JournalHead> heads = heads_in(connection);
  Walk walk(heads, asked);
  read_chains(connection, [&walk](const JournalEntry& entry) { walk.entry(entry); });
  HeadsCheck check = walk.end();
  check.keys = keys_in(heads);
  for (std::size_t at = 0; at < heads.size() && !check.first_break; ++at) {
    const JournalHead& head = heads[at];
    const auto why =
        fault_of(connection, head, static_cast<std::int64_t>(at) + 1, walk.reached(at));
    if (why) check.first_break = {*why, head.number, head.station, head.size};
  }
  return check;
}

}  // namespace tilia::db
