// Public holidays as dated data: payroll/holidays/<country>.toml, each with its source.
//
//   const HolidayBook book(folder);
//   const Holidays* serbia = book.find("RS");
//   serbia->on(day)     the holiday's name, or nothing
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/day.h"

namespace tilia::payroll {

class Holidays {
 public:
  Holidays(std::string country, std::string source, std::map<Day, std::string> days)
      : country_(std::move(country)), source_(std::move(source)), days_(std::move(days)) {}

  [[nodiscard]] const std::string& country() const { return country_; }
  [[nodiscard]] const std::string& source() const { return source_; }
  [[nodiscard]] std::optional<std::string> on(const Day& day) const;
  [[nodiscard]] bool is_holiday(const Day& day) const { return days_.contains(day); }
  // Whether the year is in the file at all: of a year beyond it nothing is guessed.
  [[nodiscard]] bool knows(int year) const;
  [[nodiscard]] const std::map<Day, std::string>& days() const { return days_; }

 private:
  std::string country_;
  std::string source_;
  std::map<Day, std::string> days_;
};

class HolidayBook {
 public:
  // Reads every file of the folder. Throws RuleFault when one of them does not hold.
  explicit HolidayBook(const std::filesystem::path& folder);

  // Nothing for a country that has no file.
  [[nodiscard]] const Holidays* find(const std::string& country) const;
  [[nodiscard]] std::vector<std::string> countries() const;

 private:
  std::map<std::string, Holidays> countries_;
};

}  // namespace tilia::payroll
