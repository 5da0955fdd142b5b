#include "core/day.h"

#include <fmt/format.h>

#include "core/check.h"
#include "core/decimal_text.h"

namespace tilia {
namespace {

// The digits of `text` as a number; nothing if there is anything but digits.
std::optional<int> digits(std::string_view text) {
  if (text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  const auto number = parse_decimal(text, 0);
  if (!number) return std::nullopt;
  return static_cast<int>(number.value());
}

}  // namespace

std::optional<Day> Day::from(int year, int month, int day_of_month) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day_of_month < 1)
    return std::nullopt;
  using Calendar = boost::gregorian::gregorian_calendar;
  const int last = Calendar::end_of_month_day(static_cast<unsigned short>(year),
                                              static_cast<unsigned short>(month));
  if (day_of_month > last) return std::nullopt;
  return Day(boost::gregorian::date(static_cast<unsigned short>(year),
                                    static_cast<unsigned short>(month),
                                    static_cast<unsigned short>(day_of_month)));
}

std::optional<Day> Day::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  const auto month = digits(iso.substr(5, 2));
  const auto day = digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return from(*year, *month, *day);
}

Day::Day(const boost::gregorian::date& date) : date_(date) { CHECK(!date.is_special()); }

int Day::weekday_from_monday() const { return (date_.day_of_week().as_number() + 6) % 7; }

Day Day::plus_days(int days) const { return Day(date_ + boost::gregorian::days(days)); }

int Day::days_until(const Day& later) const {
  return static_cast<int>((later.date_ - date_).days());
}

std::string Day::text() const {
  return fmt::format("{:04}-{:02}-{:02}", year(), month(), day_of_month());
}

std::optional<Month> Month::from(int year, int month) {
  const auto first = Day::from(year, month, 1);
  if (!first) return std::nullopt;
  return Month(*first);
}

std::optional<Month> Month::parse(std::string_view iso) {
  const auto first = Day::parse(std::string(iso) + "-01");
  if (!first) return std::nullopt;
  return Month(*first);
}

Month Month::of(const Day& day) { return Month(day.plus_days(1 - day.day_of_month())); }

Day Month::last_day() const { return Day(first_.date().end_of_month()); }

int Month::days() const { return last_day().day_of_month(); }

Month Month::next() const { return Month(last_day().plus_days(1)); }

Month Month::previous() const { return Month::of(first_.plus_days(-1)); }

std::string Month::text() const { return fmt::format("{:04}-{:02}", year(), month()); }

}  // namespace tilia
