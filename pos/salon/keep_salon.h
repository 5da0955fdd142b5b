// Setting a salon up: its columns, what each service takes, when it is open and who works when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/article.h"
#include "pos/salon/salon_book.h"

namespace tilia::pos {

enum class SalonRefusal {
  name_missing,
  bad_code,
  unknown_column,
  unknown_article,
  sold_by_weight,  // a service takes minutes, not kilograms
  not_minutes,     // of the service, or of what comes before or after
  not_hours,
  hours_of_a_chair,
  bad_time,  // until before from, over already, or longer than a year
  something_booked,
  not_free_already,
  unknown_time,
  one_code_each,  // a person is no chair: the code is of the other kind
  not_a_picture,  // it stands in the journal: emoji only
  not_notes,      // empty, too long, too many or twice
};
[[nodiscard]] std::string_view salon_refusal_code(SalonRefusal why);
[[nodiscard]] Phrase sentence_of(SalonRefusal why);

class KeepSalon {
 public:
  KeepSalon(SalonBook& book, const Zone& zone, const Clock& clock)
      : book_(book), zone_(zone), clock_(clock) {}

  [[nodiscard]] Salon salon() { return book_.salon(); }
  // What is not named stays; a new one needs a name. Without a code it gets one of its kind, never
  // of its name: that would stand in the journal for good.
  struct Column {
    std::string code = {};
    std::optional<ColumnKind> kind = std::nullopt;
    std::optional<std::string> name = std::nullopt;
    std::optional<std::string> picture = std::nullopt;
    std::optional<bool> closed = std::nullopt;
  };
  [[nodiscard]] Result<SalonColumn, SalonRefusal> set_column(const Column& asked);
  [[nodiscard]] Result<SalonService, SalonRefusal> set_service(
      const SalonService& service, const std::vector<Article>& articles);
  // Column empty: when the salon is open. `weekdays` from Monday 0; others stay.
  [[nodiscard]] Result<HoursOf, SalonRefusal> set_hours(const std::string& column,
                                                        const std::vector<int>& weekdays,
                                                        const std::string& spans);
  // "usual": as on that weekday again.
  [[nodiscard]] Result<DatedHours, SalonRefusal> set_day(const std::string& column, const Day& day,
                                                         const std::string& spans);
  // In place of those before. They are choices, never words about somebody.
  [[nodiscard]] Result<Done, SalonRefusal> set_notes(const std::vector<std::string>& notes);
  [[nodiscard]] Result<NotFree, SalonRefusal> set_not_free(const NotFree& time);
  [[nodiscard]] Result<Done, SalonRefusal> lift_not_free(const NotFreeId& id);
  [[nodiscard]] std::vector<NotFree> not_free_on(const Day& day);

 private:
  // Why nobody works at hours of it.
  [[nodiscard]] std::optional<SalonRefusal> fault_of(const std::string& column);

  SalonBook& book_;
  const Zone& zone_;
  const Clock& clock_;
};

}  // namespace tilia::pos
