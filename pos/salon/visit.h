// A visit to the salon: one or several services, each with who does it, on which chair and when.
// What it holds of somebody's time, and what may become of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.h"
#include "core/instant.h"
#include "pos/sale.h"

namespace tilia::pos {

struct VisitTag;
using VisitId = Id<VisitTag>;

// Waiting: came without an appointment, and nobody has begun yet.
enum class VisitState { waiting, booked, arrived, in_progress, done, paid, no_show, cancelled };
[[nodiscard]] std::string_view visit_state_text(VisitState state);  // "in_progress"
[[nodiscard]] std::optional<VisitState> parse_visit_state(std::string_view text);
// By what was pressed, and back again where it was pressed by mistake.
[[nodiscard]] bool may_become(VisitState from, VisitState to);
// It takes somebody's time: booked, arrived, in progress, done.
[[nodiscard]] bool takes_time(VisitState state);

struct VisitService {
  std::string article;
  std::string person;  // code of a column
  std::string chair;   // the same; may be empty
  Instant start;
  int minutes = 0;
  int before_minutes = 0;
  int after_minutes = 0;

  [[nodiscard]] Instant end() const { return start.plus_seconds(60 * minutes); }
  friend bool operator==(const VisitService&, const VisitService&) = default;
};

struct Visit {
  VisitId id;
  VisitState state = VisitState::booked;
  bool walk_in = false;
  Instant came;                        // when it was written down
  std::string picture;                 // by which staff knows whose it is; may be empty
  std::string name;                    // may be empty; no entry of the journal
  std::vector<VisitService> services;  // of one that waits: wanted, at no time yet
  std::optional<Instant> done_at = std::nullopt;
  std::optional<SaleId> sale = std::nullopt;  // that paid it
  // When it was to begin, where it began at another time.
  std::optional<Instant> planned = std::nullopt;
  // Of the entry of the journal that said it last; 0: not in the book yet.
  std::int64_t revision = 0;

  [[nodiscard]] Instant start() const;  // of its first service
  [[nodiscard]] Instant end() const;    // of its last
  friend bool operator==(const Visit&, const Visit&) = default;
};

// A stretch of a column's time that is taken, with what comes before and after, in whole minutes.
struct Hold {
  std::string column;
  Instant from;
  Instant until;
  IdBytes owner{};  // a visit, or a time that is not free
  friend bool operator==(const Hold&, const Hold&) = default;
};
// Of each column one or several that do not touch: what one customer's services need before and
// after takes nothing from each other. One that is done holds no more than what comes after it.
[[nodiscard]] std::vector<Hold> holds_of(const Visit& visit);

// Down to the whole minute.
[[nodiscard]] Instant minute_of(const Instant& instant);

}  // namespace tilia::pos
