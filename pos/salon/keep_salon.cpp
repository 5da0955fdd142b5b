#include "pos/salon/keep_salon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/check.h"
#include "core/letters.h"
#include "pos/article_code.h"
#include "pos/salon/free_time.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<SalonRefusal, std::string_view>, 15> codes{{
    {SalonRefusal::name_missing, "salon.name_missing"},
    {SalonRefusal::bad_code, "salon.bad_code"},
    {SalonRefusal::unknown_column, "salon.unknown_column"},
    {SalonRefusal::unknown_article, "salon.unknown_article"},
    {SalonRefusal::sold_by_weight, "salon.sold_by_weight"},
    {SalonRefusal::not_minutes, "salon.not_minutes"},
    {SalonRefusal::not_hours, "salon.not_hours"},
    {SalonRefusal::hours_of_a_chair, "salon.hours_of_a_chair"},
    {SalonRefusal::bad_time, "salon.bad_time"},
    {SalonRefusal::something_booked, "salon.something_booked"},
    {SalonRefusal::not_free_already, "salon.not_free_already"},
    {SalonRefusal::unknown_time, "salon.unknown_time"},
    {SalonRefusal::one_code_each, "salon.one_code_each"},
    {SalonRefusal::not_a_picture, "salon.not_a_picture"},
    {SalonRefusal::not_notes, "salon.not_notes"},
}};

constexpr std::string_view as_usual = "usual";
constexpr std::int64_t longest_seconds = std::int64_t{366} * 24 * 60 * 60;

std::string usual_picture(ColumnKind kind) { return kind == ColumnKind::person ? "🙂" : "🪑"; }

bool blank(const std::string& text) { return text.find_first_not_of(' ') == std::string::npos; }

bool within(int minutes, int least, int most) { return minutes >= least && minutes <= most; }

Result<SalonColumn, SalonRefusal> changed_column(const Salon& before,
                                                 const KeepSalon::Column& asked) {
  const SalonColumn* known = asked.code.empty() ? nullptr : before.column(asked.code);
  if (known != nullptr && asked.kind && *asked.kind != known->kind)
    return SalonRefusal::one_code_each;
  SalonColumn column = known != nullptr ? *known : SalonColumn();
  if (known == nullptr) {
    column.kind = asked.kind.value_or(ColumnKind::person);
    column.picture = usual_picture(column.kind);
    const auto taken = [&](const std::string& code) { return before.column(code) != nullptr; };
    column.code =
        asked.code.empty() ? code_from_name(column_kind_text(column.kind), taken) : asked.code;
    if (!is_code(column.code)) return SalonRefusal::bad_code;
  }
  if (asked.name) column.name = *asked.name;
  if (asked.picture) column.picture = *asked.picture;
  if (asked.closed) column.closed = *asked.closed;
  if (blank(column.name)) return SalonRefusal::name_missing;
  if (!blank(column.picture) && !is_pictogram(column.picture)) return SalonRefusal::not_a_picture;
  if (blank(column.picture)) column.picture = usual_picture(column.kind);
  return column;
}

// Who has hours of her own from now on had the salon's until now.
WeekHours week_before(const Salon& salon, const std::string& column) {
  for (const std::string& like : {column, std::string()}) {
    const auto known = std::ranges::find(salon.hours, like, &HoursOf::column);
    if (known != salon.hours.end()) return known->week;
  }
  return {};
}

}  // namespace

std::string_view salon_refusal_code(SalonRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(SalonRefusal why) {
  const std::string_view code = salon_refusal_code(why);
  return Phrase(fmt::format("pos.salon.{}", code.substr(code.find('.') + 1)));
}

Result<SalonColumn, SalonRefusal> KeepSalon::set_column(const Column& asked) {
  std::optional<Result<SalonColumn, SalonRefusal>> answer;
  const auto decide = [&](const Salon& before) -> std::optional<SalonColumn> {
    answer = changed_column(before, asked);
    return *answer ? std::optional(answer->value()) : std::nullopt;
  };
  book_.set_column(decide, clock_.now());
  return *std::move(answer);
}

Result<SalonService, SalonRefusal> KeepSalon::set_service(const SalonService& service,
                                                          const std::vector<Article>& articles) {
  const auto article = std::ranges::find(articles, service.article, &Article::code);
  if (article == articles.end()) return SalonRefusal::unknown_article;
  if (article->unit != Unit::each) return SalonRefusal::sold_by_weight;
  if (!within(service.minutes, 1, most_service_minutes) ||
      !within(service.before_minutes, 0, most_buffer_minutes) ||
      !within(service.after_minutes, 0, most_buffer_minutes))
    return SalonRefusal::not_minutes;
  book_.set_service(service, clock_.now());
  return service;
}

std::optional<SalonRefusal> KeepSalon::fault_of(const std::string& column) {
  if (column.empty()) return std::nullopt;
  const Salon known = salon();
  const SalonColumn* const found = known.column(column);
  if (found == nullptr) return SalonRefusal::unknown_column;
  if (found->kind == ColumnKind::chair) return SalonRefusal::hours_of_a_chair;
  return std::nullopt;
}

Result<HoursOf, SalonRefusal> KeepSalon::set_hours(const std::string& column,
                                                   const std::vector<int>& weekdays,
                                                   const std::string& spans) {
  if (const auto fault = fault_of(column)) return *fault;
  const auto read = parse_day_spans(spans);
  if (!read || weekdays.empty()) return SalonRefusal::not_hours;
  for (const int weekday : weekdays) {
    if (!within(weekday, 0, 6)) return SalonRefusal::not_hours;
  }
  HoursOf hours{column, {}};
  const auto decide = [&](const Salon& before) {
    hours.week = week_before(before, column);
    for (const int weekday : weekdays) hours.week.at(static_cast<std::size_t>(weekday)) = *read;
    return std::optional(hours);
  };
  book_.set_hours(decide, clock_.now());
  return hours;
}

Result<DatedHours, SalonRefusal> KeepSalon::set_day(const std::string& column, const Day& day,
                                                    const std::string& spans) {
  if (const auto fault = fault_of(column)) return *fault;
  DatedHours dated{column, day, std::nullopt};
  if (spans != as_usual) {
    dated.spans = parse_day_spans(spans);
    if (!dated.spans) return SalonRefusal::not_hours;
  }
  book_.set_day(dated, clock_.now());
  return dated;
}

Result<Done, SalonRefusal> KeepSalon::set_notes(const std::vector<std::string>& notes) {
  const std::set<std::string> each(notes.begin(), notes.end());
  const bool fit = std::ranges::all_of(notes, [](const std::string& note) {
    return !blank(note) && note.size() <= longest_salon_note_bytes;
  });
  if (!fit || each.size() != notes.size() || notes.size() > most_salon_notes)
    return SalonRefusal::not_notes;
  book_.set_notes(notes, clock_.now());
  return Done{};
}

Result<NotFree, SalonRefusal> KeepSalon::set_not_free(const NotFree& time) {
  if (salon().column(time.column) == nullptr) return SalonRefusal::unknown_column;
  const Instant now = clock_.now();
  const NotFree whole{time.id, time.column, minute_of(time.from), minute_of(time.until)};
  const std::int64_t seconds = whole.from.seconds_until(whole.until);
  if (seconds <= 0 || seconds > longest_seconds || whole.until <= now)
    return SalonRefusal::bad_time;
  const auto hold = book_.set_not_free(whole, now);
  if (!hold) return whole;
  return book_.visit(VisitId::from_bytes(hold->owner)) ? SalonRefusal::something_booked
                                                       : SalonRefusal::not_free_already;
}

Result<Done, SalonRefusal> KeepSalon::lift_not_free(const NotFreeId& id) {
  if (!book_.lift_not_free(id, clock_.now())) return SalonRefusal::unknown_time;
  return Done{};
}

std::vector<NotFree> KeepSalon::not_free_on(const Day& day) {
  const Stretch whole = stretch_of(day, zone_);
  return book_.not_free(whole.from, whole.until);
}

}  // namespace tilia::pos
