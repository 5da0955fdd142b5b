// What a till says softly of breaks and rest: pure, and only told. It never blocks anything.
#pragma once

#include <optional>
#include <vector>

#include "core/zone.h"
#include "payroll/hours/hours_book.h"

namespace tilia::payroll {

inline constexpr int offered_again_after_minutes = 15;

// Of the open shift: whole minutes of work since its beginning, or since the last break that was
// long enough. A shorter one is no work, and no break either. Zero while she is on a break or not
// here, and for a shift whose end was forgotten.
[[nodiscard]] int worked_since_break_minutes(const std::vector<Punch>& punches_in_order,
                                             const Instant& now, int break_minutes);
[[nodiscard]] bool break_due(const std::vector<Punch>& punches_in_order, const Instant& now,
                             const HoursReminder& reminder);
// Due, and not put off a short while ago. A clock that was set back puts nothing off for hours.
[[nodiscard]] bool offers_break(const std::vector<Punch>& punches_in_order, const Instant& now,
                                const HoursReminder& reminder,
                                const std::optional<Instant>& put_off_at);
// The minutes of rest before the open shift, where they were fewer than she should have had since
// the day before. Who went for an hour and came back that day is told nothing.
[[nodiscard]] std::optional<int> short_rest_minutes(const std::vector<Punch>& punches_in_order,
                                                    const HoursReminder& reminder,
                                                    const Zone& zone);

}  // namespace tilia::payroll
