#include "pos/salon/day_calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr std::size_t longest_octets = 75;
constexpr std::string_view line_end = "\r\n";

bool begins_letter(char octet) { return (static_cast<unsigned char>(octet) & 0xC0U) != 0x80U; }

// 20260302T090000Z
std::string utc_text(const Instant& instant) {
  std::string text;
  for (const char each : instant.text().substr(0, 19)) {
    if (each != '-' && each != ':') text += each;
  }
  return text + 'Z';
}

std::string name_of(const std::vector<Article>& articles, const std::string& code) {
  const auto found = std::ranges::find(articles, code, &Article::code);
  return found == articles.end() ? code : found->name;
}

bool takes_a_line(const Visit& visit) { return takes_time(visit.state) && !visit.services.empty(); }

}  // namespace

std::string calendar_text(std::string_view text) {
  std::string escaped;
  for (const char each : text) {
    if (each == '\n') {
      escaped += "\\n";
      continue;
    }
    if (static_cast<unsigned char>(each) < ' ' || each == '\x7F') continue;
    if (each == '\\' || each == ';' || each == ',') escaped += '\\';
    escaped += each;
  }
  return escaped;
}

std::string calendar_line(std::string_view line) {
  std::string folded;
  std::size_t room = longest_octets;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && !begins_letter(line[cut])) --cut;
    folded += line.substr(0, cut);
    folded += line_end;
    folded += ' ';
    line.remove_prefix(cut);
    room = longest_octets - 1;  // the blank counts
  }
  folded += line;
  folded += line_end;
  return folded;
}

std::string day_calendar(const std::vector<Visit>& visits, const Salon& salon,
                         const std::vector<Article>& articles, const CalendarAsked& asked) {
  std::string calendar;
  const auto line = [&](const std::string& text) { calendar += calendar_line(text); };
  line("BEGIN:VCALENDAR");
  line("VERSION:2.0");
  line("PRODID:-//Day of the shop//EN");
  line("CALSCALE:GREGORIAN");
  // A calendar holds one component at least: a day on which nothing is taken.
  if (std::ranges::none_of(visits, takes_a_line)) {
    line("BEGIN:VFREEBUSY");
    line("UID:" + utc_text(asked.day.from));
    line("DTSTAMP:" + utc_text(asked.now));
    line("DTSTART:" + utc_text(asked.day.from));
    line("DTEND:" + utc_text(asked.day.until));
    line("END:VFREEBUSY");
  }
  for (const Visit& visit : visits) {
    if (!takes_a_line(visit)) continue;
    for (std::size_t at = 0; at < visit.services.size(); ++at) {
      const VisitService& service = visit.services[at];
      std::string summary = name_of(articles, service.article);
      const SalonColumn* const person = salon.column(service.person);
      if (asked.with_people && person != nullptr) summary += fmt::format(" · {}", person->name);
      line("BEGIN:VEVENT");
      line(fmt::format("UID:{}-{}", visit.id.text(), at + 1));
      line("DTSTAMP:" + utc_text(asked.now));
      line("DTSTART:" + utc_text(service.start));
      line("DTEND:" + utc_text(service.end()));
      line("SUMMARY:" + calendar_text(summary));
      const SalonColumn* const chair = salon.column(service.chair);
      if (chair != nullptr) line("LOCATION:" + calendar_text(chair->name));
      line("CLASS:PRIVATE");
      line("END:VEVENT");
    }
  }
  line("END:VCALENDAR");
  return calendar;
}

}  // namespace tilia::pos
