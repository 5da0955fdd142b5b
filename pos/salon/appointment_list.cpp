#include "pos/salon/appointment_list.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

using Kind = StripLine::Kind;

std::string article_name(const std::vector<Article>& articles, const std::string& code) {
  const auto found = std::ranges::find(articles, code, &Article::code);
  return found == articles.end() ? code : found->name;
}

std::string column_name(const Salon& salon, const std::string& code) {
  const SalonColumn* const column = salon.column(code);
  return column == nullptr || column->name.empty() ? code : column->name;
}

bool stands(const Visit& visit) {
  return takes_time(visit.state) || visit.state == VisitState::waiting;
}

void write_service(StripWriter& paper, const AppointmentList& list, const VisitService& service,
                   const std::string& when) {
  std::string who = service.person.empty() ? paper.words().say("pos.appointments.waits")
                                           : column_name(list.salon, service.person);
  if (!service.chair.empty()) who += fmt::format(" · {}", column_name(list.salon, service.chair));
  paper.line(Kind::pair, fmt::format("{}  {}", when, article_name(list.articles, service.article)),
             who);
}

}  // namespace

Strip appointment_list_strip(const AppointmentList& list, const PaperHead& head,
                             const std::string& till, const Zone& zone, const Words& words) {
  StripWriter paper(fmt::format("appointments-{}", list.day.text()), words);
  write_head(paper, head, till);
  paper.space();
  paper.line(Kind::title, words.say("pos.appointments.title"));
  paper.line(Kind::centred, words.day(list.day));
  bool any = false;
  for (const Visit& visit : list.visits) {
    if (!stands(visit)) continue;
    any = true;
    paper.rule();
    const bool waits = visit.state == VisitState::waiting;
    if (visit.services.empty())
      paper.line(Kind::pair, zone.local_time_text(visit.came), words.say("pos.appointments.waits"));
    for (const VisitService& service : visit.services)
      write_service(paper, list, service,
                    waits ? zone.local_time_text(visit.came)
                          : fmt::format("{}–{}", zone.local_time_text(service.start),
                                        zone.local_time_text(service.end())));
    if (!visit.name.empty()) paper.line(Kind::text, visit.name);
  }
  paper.rule();
  if (!any) paper.centred(Phrase("pos.appointments.none"));
  return std::move(paper).strip();
}

}  // namespace tilia::pos
