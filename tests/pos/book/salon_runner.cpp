#include "tests/pos/book/salon_runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "pos/salon/free_time.h"
#include "tests/pos/book/case_words.h"

namespace tilia::pos::tests {
namespace {

using Answer = SalonRunner::Answer;

std::optional<VisitState> state_of(const std::string& words) {
  if (words == "begun") return VisitState::in_progress;
  if (words == "did not come") return VisitState::no_show;
  if (words == "booked again") return VisitState::booked;
  if (words == "waits again") return VisitState::waiting;
  return parse_visit_state(words);
}

}  // namespace

SalonRunner::SalonRunner(db::BookFile& file, TillBook& till, const Zone& zone, const Clock& clock,
                         Chance& chance)
    : till_(till),
      zone_(zone),
      clock_(clock),
      chance_(chance),
      book_(file),
      keep_(book_, zone, clock),
      visits_(book_, zone, clock) {}

Answer SalonRunner::act(const std::string& line) {
  const auto [verb, rest] = cut(line);
  if (verb == "person" || verb == "chair" || verb == "service") return set_up(verb, rest);
  if (verb == "hours") return hours(rest);
  if (line.starts_with("not free ")) return not_free(line.substr(9));
  if (verb == "book") return book(rest);
  if (verb == "again") return answer_of(visits_.book(last_.value()));
  if (verb == "move") return move(rest);
  if (verb == "came") return came(rest);
  if (verb == "take") return take(rest);
  if (verb == "look") return look();
  if (verb == "free") return free(rest);
  if (names_.contains(verb)) return becomes(verb, rest);
  throw std::runtime_error(fmt::format("\"salon {}\" is nothing that a case can do", line));
}

Answer SalonRunner::set_up(const std::string& verb, const std::string& rest) {
  if (verb == "service") {
    const auto [article, times] = cut(rest, " takes ");
    SalonService service{article};
    for (const std::string& part : parted(times, ',')) {
      if (part.starts_with("before "))
        service.before_minutes = std::stoi(part.substr(7));
      else if (part.starts_with("then "))
        service.after_minutes = std::stoi(part.substr(5));
      else
        service.minutes = std::stoi(part);
    }
    const auto kept = keep_.set_service(service, till_.articles(zone_.local_day(clock_.now())));
    return kept ? Answer() : refused(salon_refusal_code(kept.refusal()));
  }
  const auto kept = keep_.set_column({.code = rest, .kind = parse_column_kind(verb), .name = rest});
  return kept ? Answer() : refused(salon_refusal_code(kept.refusal()));
}

// "09:00-18:00", "of ana on tue 10:00-14:00", "on 2026-03-08 closed"
Answer SalonRunner::hours(const std::string& rest) {
  std::string left = rest;
  std::string whose;
  if (left.starts_with("of ")) std::tie(whose, left) = cut(left.substr(3));
  std::string when;
  if (left.starts_with("on ")) std::tie(when, left) = cut(left.substr(3));
  if (const auto day = Day::parse(when)) {
    const auto kept = keep_.set_day(whose, *day, left);
    return kept ? Answer() : refused(salon_refusal_code(kept.refusal()));
  }
  std::vector<int> weekdays{0, 1, 2, 3, 4, 5};
  if (!when.empty()) weekdays = {weekday_of(when)};
  const auto kept = keep_.set_hours(whose, weekdays, left);
  return kept ? Answer() : refused(salon_refusal_code(kept.refusal()));
}

// "ana from 12:00 until 13:00"
Answer SalonRunner::not_free(const std::string& rest) {
  const auto [who, times] = cut(rest, " from ");
  const auto [from, until] = cut(times, " until ");
  const auto kept =
      keep_.set_not_free({NotFreeId::mint(chance_), who, moment(from), moment(until)});
  return kept ? Answer() : refused(salon_refusal_code(kept.refusal()));
}

// "cut by ana on window, colour by bee"
std::vector<Wanted> SalonRunner::services(const std::string& text) {
  std::vector<Wanted> all;
  for (const std::string& each : parted(text, ',')) {
    const auto [article, who] = cut(each, " by ");
    const auto [person, chair] = cut(who, " on ");
    all.push_back({article, person, chair});
  }
  return all;
}

// "Mira at 10:00: cut by ana on window"
Answer SalonRunner::book(const std::string& rest) {
  const auto [who, what] = cut(rest, ": ");
  const auto [name, when] = cut(who, " at ");
  last_ = VisitAsked{VisitId::mint(chance_), services(what), moment(when), {}, name};
  const auto answer = visits_.book(*last_);
  if (answer) names_.insert_or_assign(name, answer.value().id);
  return answer_of(answer);
}

// "Mira to 14:30, colour by ana on mirror"
Answer SalonRunner::move(const std::string& rest) {
  const auto [where, whose] = cut(rest, ", ");
  const auto [name, when] = cut(where, " to ");
  VisitMove asked{.id = known(name)};
  if (!when.empty()) asked.start = moment(when);
  if (whose.empty()) return answer_of(visits_.move(asked));
  const Wanted wanted = services(whose).front();
  const auto visit = book_.visit(asked.id);
  const auto service = std::ranges::find(visit->services, wanted.article, &VisitService::article);
  if (service == visit->services.end()) throw std::runtime_error("the visit has no " + whose);
  asked.service = static_cast<std::size_t>(service - visit->services.begin());
  // The time is that of the visit, not of the service that another does.
  if (asked.start)
    asked.start = asked.start->plus_seconds(visit->start().seconds_until(service->start));
  if (!wanted.person.empty()) asked.person = wanted.person;
  if (!wanted.chair.empty()) asked.chair = wanted.chair;
  return answer_of(visits_.move(asked));
}

// "Zora for cut", "Zora"
Answer SalonRunner::came(const std::string& rest) {
  const auto [name, what] = cut(rest, " for ");
  const auto answer = visits_.walk_in(
      {VisitId::mint(chance_), what.empty() ? std::vector<Wanted>() : services(what), {}, name});
  if (answer) names_.insert_or_assign(name, answer.value().id);
  return answer_of(answer);
}

// "Zora: cut by ana"
Answer SalonRunner::take(const std::string& rest) {
  const auto [name, what] = cut(rest, ": ");
  return answer_of(visits_.begin(known(name), services(what)));
}

Answer SalonRunner::becomes(const std::string& name, const std::string& what) {
  const auto state = state_of(what);
  if (!state) throw std::runtime_error("\"" + what + "\" is no step of a visit");
  return answer_of(visits_.set_state(known(name), *state));
}

Answer SalonRunner::look() {
  std::map<std::string, std::string> parts;
  const auto add = [&](const std::string& part, const std::string& text) {
    std::string& all = parts[part];
    all += (all.empty() ? "" : " ; ") + text;
  };
  for (const Visit& visit : visits_.on(visits_.today())) {
    if (visit.state == VisitState::waiting) add("waits", visit.name);
    if (visit.state == VisitState::in_progress) add("in_chair", visit.name);
    if (!takes_time(visit.state)) continue;
    for (const VisitService& service : visit.services)
      add("day", fmt::format("{} {} {} {}", zone_.local_time_text(service.start), visit.name,
                             service.article, service.person));
  }
  return parts;
}

// "for cut by ana on 2026-03-03": the chair is not asked for here
Answer SalonRunner::free(const std::string& rest) {
  const auto [what, on] = cut(rest.substr(4), " on ");
  const Day day = on.empty() ? visits_.today() : Day::parse(on).value();
  std::string times;
  for (const OfferedTime& each : visits_.offered(day, services(what)).value()) {
    if (each.free) times += (times.empty() ? "" : ", ") + zone_.local_time_text(each.start);
  }
  return {{"times", times.empty() ? "none" : times}};
}

std::string SalonRunner::to_payment(const std::string& rest) {
  const auto [name, paid] = cut(rest, ";");
  const auto visit = book_.visit(known(name));
  if (visit->state != VisitState::done && !visits_.set_state(visit->id, VisitState::done))
    throw std::runtime_error(name + " is not done yet");
  std::string lines;
  for (const VisitService& service : visit->services)
    lines += fmt::format("{}1 {}", lines.empty() ? "" : ", ", service.article);
  return lines + "; " + paid;
}

std::string SalonRunner::holds_text(const Visit& visit) {
  std::string text;
  const Stretch whole = stretch_of(zone_.local_day(visit.services.front().start), zone_);
  for (const Hold& hold : book_.holds(whole.from, whole.until)) {
    if (hold.owner != visit.id.bytes()) continue;
    text += fmt::format("{}{} {}-{}", text.empty() ? "" : " ; ", hold.column,
                        zone_.local_time_text(hold.from), zone_.local_time_text(hold.until));
  }
  return text.empty() ? "nothing" : text;
}

Answer SalonRunner::answer_of(const KeepVisits::Answer& answer) {
  if (!answer) {
    Answer no = refused(visit_refusal_code(answer.refusal().why));
    no["about"] = answer.refusal().about;
    no["time"] = answer.refusal().time;
    return no;
  }
  const Visit& visit = answer.value();
  Answer yes{{"state", std::string(visit_state_text(visit.state))}};
  if (!visit.services.empty()) {
    yes["holds"] = holds_text(visit);
    yes["until"] = zone_.local_time_text(visit.end());
  }
  return yes;
}

VisitId SalonRunner::known(const std::string& name) const {
  const auto found = names_.find(name);
  if (found == names_.end()) throw std::runtime_error(name + " has no appointment in this case");
  return found->second;
}

// "10:00" of the case's day, "2026-03-03 10:00"
Instant SalonRunner::moment(const std::string& text) const {
  const auto [on, at] = cut(text);
  const Day day = at.empty() ? zone_.local_day(clock_.now()) : Day::parse(on).value();
  const std::string& clock = at.empty() ? on : at;
  return zone_.at(day, std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3)));
}

}  // namespace tilia::pos::tests
