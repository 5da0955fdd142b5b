#include "payroll/holidays.h"

#include <algorithm>

#include "payroll/rule_keys.h"

namespace tilia::payroll {
namespace {

Holidays read_country(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  const toml::table table = parsed_law_file(file);
  Keys keys(table, name);
  std::string source = keys.text("source", "say where you read them");
  std::map<Day, std::string> days;
  int number = 0;
  for (const toml::node& node : keys.tables("holiday", "write [[holiday]], day and name")) {
    Keys entry(*node.as_table(), fmt::format("{}, holiday {}", name, ++number));
    const Day day = entry.day("day");
    std::string called = entry.text("name", "say what the day is called");
    entry.nothing_else();
    if (!days.empty() && day <= days.rbegin()->first)
      entry.refuse("day", "stands after the same or a later day; put each once, in order");
    days.emplace(day, std::move(called));
  }
  keys.nothing_else();
  return {file.stem().string(), std::move(source), std::move(days)};
}

}  // namespace

std::optional<std::string> Holidays::on(const Day& day) const {
  const auto found = days_.find(day);
  return found == days_.end() ? std::nullopt : std::optional(found->second);
}

bool Holidays::knows(int year) const {
  return std::any_of(days_.begin(), days_.end(),
                     [&](const auto& each) { return each.first.year() == year; });
}

HolidayBook::HolidayBook(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) countries_.emplace(file.stem().string(), read_country(file));
}

const Holidays* HolidayBook::find(const std::string& country) const {
  const auto found = countries_.find(country);
  return found == countries_.end() ? nullptr : &found->second;
}

std::vector<std::string> HolidayBook::countries() const {
  std::vector<std::string> names;
  names.reserve(countries_.size());
  for (const auto& [name, holidays] : countries_) names.push_back(name);
  return names;
}

}  // namespace tilia::payroll
