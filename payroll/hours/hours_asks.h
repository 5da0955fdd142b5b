// What a worker asks for at the till, and what becomes of it: a punch that she forgot or made by
// mistake, a shift that she would give away, days off. Whoever asks mints the id, so that a double
// tap asks once.
#pragma once

#include <string>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "payroll/hours/punch_clock.h"

namespace tilia::payroll {

enum class AskRefusal {
  in_future,
  too_long_ago,  // more than a month
  order,         // after her punches and what she asked for before, this cannot come
  asked_already,
  no_such_punch,  // that is to count no more
  not_her_shift,  // as it was published
  shift_is_over,
  days_backwards,
  too_many_days,
  days_are_over,
  no_office_yet,  // nobody holds the key to open it
  unknown_ask,
  decided_already,
  frozen,  // the month's pay or the week's hours are approved
};
[[nodiscard]] std::string_view ask_refusal_code(AskRefusal why);
[[nodiscard]] Phrase sentence_of(AskRefusal why);

inline constexpr int longest_asked_leave_days = 60;

[[nodiscard]] Result<HoursAsk, AskRefusal> ask_for_punch(HoursBook& book, const HoursAskId& id,
                                                         const Worker& worker,
                                                         const PunchAsk& punch, const Clock& clock);
[[nodiscard]] Result<HoursAsk, AskRefusal> ask_for_swap(HoursBook& book, const HoursAskId& id,
                                                        const WorkerId& worker,
                                                        const PlannedShiftId& shift,
                                                        const Zone& zone, const Clock& clock);
[[nodiscard]] Result<Done, AskRefusal> ask_for_leave(HoursBook& book, const HoursAskId& id,
                                                     const WorkerId& worker, const LeaveAsk& leave,
                                                     const Zone& zone, const Clock& clock);
// By herself, as long as nobody decided it. `by`: her login.
[[nodiscard]] Result<Done, AskRefusal> withdraw_ask(HoursBook& book, const HoursAskId& id,
                                                    const WorkerId& worker, const LoginId& by,
                                                    const Clock& clock);
// By whoever may. An agreed punch is entered, or set aside, in the same transaction; the original
// stays. An agreed swap changes no roster by itself.
[[nodiscard]] Result<HoursAsk, AskRefusal> decide_ask(HoursBook& book, const HoursAskId& id,
                                                      bool agreed, const LoginId& by,
                                                      const Zone& zone, const Clock& clock);

}  // namespace tilia::payroll
