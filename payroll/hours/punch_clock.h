// A worker's tap: where she is by her punches, what she may tap next, and entering it. What cannot
// be is refused with a reason; what only looks odd is told softly, and nothing is lost.
//
//   const WhereAmI here = where_am_i(book.latest_punches(worker.id, punches_of_a_day),
//   clock.now()); for (const Punch::Kind tap : offered_taps(here)) …
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "payroll/hours/hours_book.h"

namespace tilia::payroll {

// More than some days of tapping: enough to work a day out again.
inline constexpr int punches_of_a_day = 200;
// An open shift that began longer ago was forgotten: she may come in again.
inline constexpr int forgotten_after_minutes = 16 * 60;

struct WhereAmI {
  enum class Place { out, in, on_break };
  Place place = Place::out;
  std::optional<Instant> since;    // her latest punch
  std::optional<Instant> came_in;  // the open shift's beginning
  bool forgot = false;             // the open shift has no end, and will have none by itself
  bool clock_behind = false;       // her latest punch lies in the future
};
[[nodiscard]] WhereAmI where_am_i(const std::vector<Punch>& punches_in_order, const Instant& now);
// In the order of a day, at most two.
[[nodiscard]] std::vector<Punch::Kind> offered_taps(const WhereAmI& here);

// The local day on which the shift that the last punch belongs to began.
[[nodiscard]] Day shift_day(const std::vector<Punch>& punches_in_order, const Zone& zone);
// The days whose worked minutes differ, as they are afterwards; zero where nothing is left.
[[nodiscard]] std::vector<DayMinutes> days_changed(const std::vector<Punch>& before,
                                                   const std::vector<Punch>& after,
                                                   const Zone& zone);
// The punches with one more, in order of time.
[[nodiscard]] std::vector<Punch> with_punch(std::vector<Punch> punches, const Punch& more);
[[nodiscard]] std::vector<Punch> without_punch(std::vector<Punch> punches, const Punch& gone);

struct PunchAnswer {
  enum class Why {
    unknown_worker,
    worker_ended,
    order,
    in_future,
    day_in_approved_month,  // or in a week whose hours are approved
  };
  Why why = Why::unknown_worker;
  PunchRefusal order = PunchRefusal::not_in;  // when why is `order`
};
[[nodiscard]] std::string punch_answer_code(const PunchAnswer& answer);
[[nodiscard]] Phrase sentence_of(const PunchAnswer& answer, const std::string& alias);

// Enters the punch, and the day's worked minutes when it ends a shift. A shift of more than 24
// hours is a forgotten punch: it counts nothing, and the office enters the day.
[[nodiscard]] Result<Done, PunchAnswer> enter_punch(HoursBook& book, const Punch& punch,
                                                    const Zone& zone, const Clock& clock);

// A wrong tap, taken back by herself: within so long, later by an ask.
inline constexpr int undo_within_seconds = 2 * 60;
[[nodiscard]] std::optional<Punch> undoable_punch(const std::vector<Punch>& punches_in_order,
                                                  const Instant& now);
// Nothing where there is none to take back, or its day is approved by now.
[[nodiscard]] std::optional<Punch> undo_punch(HoursBook& book, const Worker& worker,
                                              const Zone& zone, const Clock& clock);

}  // namespace tilia::payroll
