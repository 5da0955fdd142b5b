// Appointments and who comes without one: writing a visit down, moving it, and each step from
// booked to done. The asker mints the visit's id: written twice it is one visit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/salon/free_time.h"
#include "pos/salon/salon_book.h"

namespace tilia::pos {

struct VisitRefusal {
  enum class Why {
    no_service,
    unknown_service,
    unknown_person,
    unknown_chair,
    in_the_past,
    too_far_away,  // more than two years: a slip
    salon_closed,  // outside its opening hours
    person_away,   // does not work then, or is not free
    chair_not_free,
    overlaps,       // with another visit of that person or chair
    twice_at_once,  // one person, two services of the visit at one time
    unknown_visit,
    not_from_here,   // no such step from where it is, or not for one who came without appointment
    not_yet,         // its time has not come
    stays_as_it_is,  // begun or over: it is not moved any more
    changed_meanwhile,
    other_content,  // that id is another visit
    name_too_long,
    not_a_picture,  // it stands in the journal: emoji only
  };
  Why why = Why::no_service;
  std::string about = {};                       // whose or which: a column's name
  std::string time = {};                        // as clocks in the shop show it; may be empty
  std::optional<VisitId> other = std::nullopt;  // with which it overlaps

  friend bool operator==(const VisitRefusal&, const VisitRefusal&) = default;
};
[[nodiscard]] std::string_view visit_refusal_code(VisitRefusal::Why why);
[[nodiscard]] Phrase sentence_of(const VisitRefusal& refusal);

struct VisitAsked {
  VisitId id;
  std::vector<Wanted> services;
  Instant start;
  std::string picture = {};
  std::string name = {};
};
struct WalkInAsked {
  VisitId id;
  std::vector<Wanted> services = {};  // what is known of it; persons may be empty
  std::string picture = {};
  std::string name = {};
};
// What is not named stays. All services of the visit move by as much as one does.
struct VisitMove {
  VisitId id;
  // The revision that the asker saw: what was changed since is not written over. 0: whatever it is.
  std::int64_t seen = 0;
  std::optional<Instant> start = std::nullopt;  // of the service `service`
  std::size_t service = 0;
  std::optional<std::string> person = std::nullopt;  // who does that one
  std::optional<std::string> chair = std::nullopt;   // and where; may be empty: nowhere
};
inline constexpr std::size_t longest_visit_name_bytes = 60;

class KeepVisits {
 public:
  using Answer = Result<Visit, VisitRefusal>;
  KeepVisits(SalonBook& book, const Zone& zone, const Clock& clock)
      : book_(book), zone_(zone), clock_(clock) {}

  [[nodiscard]] Answer book(const VisitAsked& asked);
  [[nodiscard]] Answer walk_in(const WalkInAsked& asked);
  [[nodiscard]] Answer move(const VisitMove& asked);
  // Who waits is begun with begin(); paid is said with paid_by(). One that begins early or late is
  // written down at the time it begins, unless that would take somebody else's. `seen`: as in
  // VisitMove. One that had not begun after all goes back to the time it was planned for.
  [[nodiscard]] Answer set_state(const VisitId& id, VisitState state, std::int64_t seen = 0);
  // After its sale was posted. Said again it changes nothing; one that another sale paid stays so.
  [[nodiscard]] Answer paid_by(const VisitId& id, const SaleId& sale);
  // Somebody who waits is taken now, by those who are at work then.
  [[nodiscard]] Answer begin(const VisitId& id, const std::vector<Wanted>& services);

  // What an undo does: it is as it was before, unless its time was taken or somebody else changed
  // it since `after` was answered. One that was not there before is cancelled.
  [[nodiscard]] Answer put_back(const std::optional<Visit>& before, const Visit& after);

  // The name alone goes; the visit stays.
  [[nodiscard]] Result<Done, VisitRefusal> forget_name(const VisitId& id);
  // Why begin() would refuse that row of services, or nothing.
  [[nodiscard]] std::optional<VisitRefusal> why_not_now(const Visit& visit,
                                                        const std::vector<Wanted>& services) const;

  // By their beginning, those of the day who wait included.
  [[nodiscard]] std::vector<Visit> on(const Day& day);
  [[nodiscard]] std::vector<Hold> holds_on(const Day& day);
  // All of them, free or not; the refusal says what of the services is not there.
  [[nodiscard]] Result<std::vector<OfferedTime>, VisitRefusal> offered(
      const Day& day, const std::vector<Wanted>& services);
  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }

 private:
  using Fault = std::optional<VisitRefusal>;
  [[nodiscard]] VisitRefusal with_time(VisitRefusal::Why why, std::string about,
                                       const Instant& at) const;
  // Of the services themselves, then of their times.
  [[nodiscard]] static Fault fault_of(const Salon& salon, const std::vector<Wanted>& wanted,
                                      bool with_people);
  [[nodiscard]] Fault fault_of(const Salon& salon, const Visit& visit, bool in_working_time) const;
  [[nodiscard]] Fault away(const Salon& salon, const VisitService& service) const;
  [[nodiscard]] Fault not_then(const Salon& salon, const Visit& visit) const;
  [[nodiscard]] static bool is_stale(const Visit& visit, std::int64_t seen) {
    return seen != 0 && seen != visit.revision;
  }
  [[nodiscard]] Visit taken_now(const Salon& salon, Visit visit,
                                const std::vector<Wanted>& services) const;
  // Why nobody takes somebody in now: it would run into a break, or begin before or after hours.
  // Past closing it may run.
  [[nodiscard]] Fault not_now(const Salon& salon, const Visit& visit) const;
  // As it is when it begins at that time; as it was, where that time is somebody else's.
  [[nodiscard]] Visit at_time(const Salon& salon, const Visit& visit, const Instant& start) const;
  [[nodiscard]] VisitRefusal in_its_way(const Salon& salon, const Hold& hold) const;
  [[nodiscard]] Answer put(const Salon& salon, Visit visit);

  SalonBook& book_;
  const Zone& zone_;
  const Clock& clock_;
};

}  // namespace tilia::pos
