#include "pos/markdown.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr std::string_view between = "; ";
constexpr int minutes_of_hour = 60;
constexpr int hours_of_day = 24;
constexpr int most_percent = 99;

// Two digits at most, and nothing else.
std::optional<int> number_of(std::string_view text) {
  const auto digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  if (text.empty() || text.size() > 2 || !std::ranges::all_of(text, digit)) return std::nullopt;
  int number = 0;
  for (const char each : text) number = number * 10 + (each - '0');
  return number;
}

// "18:00 30 Bread".
std::optional<MarkdownRule> markdown_of(std::string_view text) {
  constexpr std::size_t longest_page_bytes = 120;
  constexpr std::size_t time_letters = 5;
  const std::size_t first = text.find(' ');
  if (first != time_letters || text[2] != ':') return std::nullopt;
  const std::size_t second = text.find(' ', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto hour = number_of(text.substr(0, 2));
  const auto minute = number_of(text.substr(3, 2));
  const auto percent = number_of(text.substr(first + 1, second - first - 1));
  const std::string_view page = text.substr(second + 1);
  if (!hour || *hour >= hours_of_day || !minute || *minute >= minutes_of_hour) return std::nullopt;
  if (!percent || *percent == 0 || *percent > most_percent) return std::nullopt;
  const auto control = [](char letter) { return static_cast<unsigned char>(letter) < ' '; };
  if (page.empty() || page.size() > longest_page_bytes || page.front() == ' ' ||
      page.back() == ' ' || page.find(';') != std::string_view::npos ||
      std::ranges::any_of(page, control))
    return std::nullopt;
  return MarkdownRule{*hour * minutes_of_hour + *minute, *percent, std::string(page)};
}

}  // namespace

std::optional<std::vector<MarkdownRule>> parse_markdowns(std::string_view text) {
  std::vector<MarkdownRule> rules;
  while (true) {
    const std::size_t end = text.find(between);
    auto rule = markdown_of(text.substr(0, end));
    if (!rule || rules.size() == most_markdowns) return std::nullopt;
    const bool twice = std::ranges::any_of(rules, [&](const MarkdownRule& other) {
      return other.minute == rule->minute && other.page == rule->page;
    });
    if (twice) return std::nullopt;
    rules.push_back(std::move(*rule));
    if (end == std::string_view::npos) return rules;
    text.remove_prefix(end + between.size());
  }
}

std::string markdowns_text(const std::vector<MarkdownRule>& rules) {
  std::string text;
  for (const MarkdownRule& rule : rules) {
    if (!text.empty()) text += between;
    text += fmt::format("{:02}:{:02} {} {}", rule.minute / minutes_of_hour,
                        rule.minute % minutes_of_hour, rule.percent, rule.page);
  }
  return text;
}

std::vector<MarkdownRule> markdowns_at(const std::vector<MarkdownRule>& rules, int minute) {
  std::vector<MarkdownRule> held;
  for (const MarkdownRule& rule : rules) {
    if (rule.minute > minute) continue;
    const auto before = std::ranges::find(held, rule.page, &MarkdownRule::page);
    if (before == held.end())
      held.push_back(rule);
    else if (before->minute < rule.minute)
      *before = rule;
  }
  return held;
}

}  // namespace tilia::pos
