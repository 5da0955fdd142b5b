// Day: a civil day. Month: a calendar month. Neither has a default or a "not a date": who has no
// day holds std::optional<Day>. Years 1900 to 2199.
//
//   Day::parse("2026-03-31").value().plus_days(1).text()   -> "2026-04-01"
//   Month::parse("2026-03").value().last_day()
#pragma once

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tilia {

class Day {
 public:
  // Nothing if there is no such day.
  [[nodiscard]] static std::optional<Day> from(int year, int month, int day_of_month);
  [[nodiscard]] static std::optional<Day> parse(std::string_view iso);  // YYYY-MM-DD, nothing else
  explicit Day(const boost::gregorian::date& date);                     // CHECKs that it is a date

  [[nodiscard]] int year() const { return static_cast<int>(date_.year()); }
  [[nodiscard]] int month() const { return static_cast<int>(date_.month()); }
  [[nodiscard]] int day_of_month() const { return static_cast<int>(date_.day()); }
  [[nodiscard]] int weekday_from_monday() const;  // 0 Monday … 6 Sunday
  [[nodiscard]] Day plus_days(int days) const;
  [[nodiscard]] int days_until(const Day& later) const;
  [[nodiscard]] std::string text() const;  // YYYY-MM-DD
  [[nodiscard]] const boost::gregorian::date& date() const { return date_; }

  friend bool operator==(const Day& a, const Day& b) { return a.date_ == b.date_; }
  friend std::strong_ordering operator<=>(const Day& a, const Day& b) {
    return a.date_.day_number() <=> b.date_.day_number();
  }

 private:
  boost::gregorian::date date_;
};

class Month {
 public:
  [[nodiscard]] static std::optional<Month> from(int year, int month);
  [[nodiscard]] static std::optional<Month> parse(std::string_view iso);  // YYYY-MM
  [[nodiscard]] static Month of(const Day& day);

  [[nodiscard]] int year() const { return first_.year(); }
  [[nodiscard]] int month() const { return first_.month(); }
  [[nodiscard]] Day first_day() const { return first_; }
  [[nodiscard]] Day last_day() const;
  [[nodiscard]] int days() const;
  [[nodiscard]] Month next() const;
  [[nodiscard]] Month previous() const;
  [[nodiscard]] std::string text() const;  // YYYY-MM

  friend bool operator==(const Month&, const Month&) = default;
  friend std::strong_ordering operator<=>(const Month& a, const Month& b) {
    return a.first_ <=> b.first_;
  }

 private:
  explicit Month(const Day& first) : first_(first) {}
  Day first_;
};

}  // namespace tilia
