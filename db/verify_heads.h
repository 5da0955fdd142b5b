// Walks the entries of every station again, hashes each, and compares what comes out with every
// head that the book keeps and with heads that somebody brings from outside: from a day sheet, from
// the footer of a report. The chain alone (verify_journal) does not notice that entries are missing
// at its end; a head on paper does.
//
//   const HeadsCheck check = verify_heads(connection, {*parse_short_head(typed)});
//   check.answers.front().answer      holds, fewer, differs or misread
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "db/journal_head.h"
#include "db/short_head.h"

namespace tilia::db {

struct HeadAnswer {
  enum class Answer {
    holds,
    fewer,    // than the head was made of: an older book, or entries are missing
    differs,  // other entries than the head was made of
    misread   // all but one or two letters fit, which no other journal's would
  };
  ShortHead asked;
  Answer answer = Answer::differs;
  std::int64_t entries = 0;  // that the station, or the book, has now
};
[[nodiscard]] std::string_view answer_code(HeadAnswer::Answer answer);
[[nodiscard]] Phrase sentence_of(const HeadAnswer& answer);

struct HeadsCheck {
  std::vector<StationTree> trees;  // as they are now, by station
  std::int64_t signed_heads = 0;
  // The first of the book's own heads that does not hold.
  struct Break {
    enum class Why { gap, signature, entries };
    Why why = Why::entries;
    std::int64_t number = 0;
    std::string station;
    std::int64_t size = 0;
  };
  std::optional<Break> first_break;
  // Where a station began to sign with another key than before, its first included.
  struct KeyBegun {
    std::string station;
    std::int64_t size = 0;
    std::optional<Instant> at;  // nothing where the head tells no time
    SigningHalf public_half{};
  };
  std::vector<KeyBegun> keys;
  std::vector<HeadAnswer> answers;  // in the order asked
};
[[nodiscard]] HeadsCheck verify_heads(Connection& connection, const std::vector<ShortHead>& asked);

}  // namespace tilia::db
