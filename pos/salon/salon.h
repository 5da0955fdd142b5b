// A salon as it is set up: the columns of its day (chairs, and people by alias), its services with
// the time that each takes, when it is open and when each of its people works.
//
// Times of a day are minutes as clocks in the shop show them: {540, 720} is 9:00 to 12:00. A break
// is the gap between two spans.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/instant.h"

namespace tilia::pos {

enum class ColumnKind { person, chair };
[[nodiscard]] std::string_view column_kind_text(ColumnKind kind);  // "person", "chair"
[[nodiscard]] std::optional<ColumnKind> parse_column_kind(std::string_view text);

// A name is an alias, and no entry of the journal: it can be changed and taken out.
struct SalonColumn {
  std::string code;  // [a-z0-9-], at most 40
  std::string name;
  std::string picture;  // an emoji
  ColumnKind kind = ColumnKind::person;
  bool closed = false;  // nothing more is booked in it

  friend bool operator==(const SalonColumn&, const SalonColumn&) = default;
};

// What an article of the catalogue takes of somebody's time. Before and after it she and the chair
// are not free either.
struct SalonService {
  std::string article;
  int minutes = 0;
  int before_minutes = 0;
  int after_minutes = 0;
  bool offered = true;

  friend bool operator==(const SalonService&, const SalonService&) = default;
};
inline constexpr int most_service_minutes = 12 * 60;
inline constexpr int most_buffer_minutes = 3 * 60;

// [from, until) in minutes of the local day; until 1440 is midnight.
struct DaySpan {
  int from = 0;
  int until = 0;
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};
using DaySpans = std::vector<DaySpan>;  // in order, none touching the next
// "9:00-12:00, 14:00-19:30"; "closed" is none. Nothing for anything else.
[[nodiscard]] std::optional<DaySpans> parse_day_spans(std::string_view text);
[[nodiscard]] std::string day_spans_text(const DaySpans& spans);

using WeekHours = std::array<DaySpans, 7>;  // from Monday

// `column` is a person's code; empty: the whole salon's.
struct HoursOf {
  std::string column;
  WeekHours week;
  friend bool operator==(const HoursOf&, const HoursOf&) = default;
};
// One day that is not like its weekday: a holiday, a late evening.
struct DatedHours {
  std::string column;
  Day day;
  std::optional<DaySpans> spans;  // nothing: as on that weekday again
  friend bool operator==(const DatedHours&, const DatedHours&) = default;
};

inline constexpr std::size_t most_salon_notes = 40;
inline constexpr std::size_t longest_salon_note_bytes = 40;

struct Salon {
  std::vector<SalonColumn> columns;  // people, then chairs, each in the order of their coming
  std::vector<SalonService> services;
  std::vector<HoursOf> hours;
  std::vector<DatedHours> dated;
  std::vector<std::string> notes;  // what may be noted of a visit with one tap: "🎨 6.0"

  [[nodiscard]] const SalonColumn* column(std::string_view code) const;
  [[nodiscard]] const SalonService* service(std::string_view article) const;
  // Who has no hours of her own works as the salon is open.
  [[nodiscard]] DaySpans spans(std::string_view column, const Day& day) const;
};

// A time in which a person or a chair is not free. Why is nobody's to know: there is no place for
// it.
struct NotFreeTag;
using NotFreeId = Id<NotFreeTag>;
struct NotFree {
  NotFreeId id;
  std::string column;
  Instant from;
  Instant until;

  friend bool operator==(const NotFree&, const NotFree&) = default;
};

}  // namespace tilia::pos
