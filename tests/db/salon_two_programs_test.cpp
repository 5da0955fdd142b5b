// Two tills book, move and cancel at random in one book, over both days on which the clocks change:
// no person and no chair is ever held twice, what comes before and after included.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <map>

#include "db/journal.h"
#include "tests/db/all_rows.h"
#include "tests/db/fresh_folder.h"
#include "tests/pos/salon/salon_of_tests.h"

namespace tilia::db {
namespace {

using pos::Visit;
using pos::VisitId;
using pos::VisitService;
using pos::VisitState;

std::filesystem::path fast_disk() {
  const std::filesystem::path shared_memory = "/dev/shm";
  return std::filesystem::is_directory(shared_memory) ? shared_memory
                                                      : std::filesystem::temp_directory_path();
}

// 10,000 of both together (TILIA_FULL=1), 600 in the everyday suite.
int attempts_of_each() { return std::getenv("TILIA_FULL") == nullptr ? 300 : 5'000; }

const Instant before_all = *Instant::parse("2026-03-20T07:00:00Z");

// In Belgrade: the nights of 29 March and 25 October, and the days around them.
const std::vector<const char*>& days() {
  static const std::vector<const char*> all{"2026-03-28", "2026-03-29", "2026-03-30",
                                            "2026-10-24", "2026-10-25", "2026-10-26"};
  return all;
}

// Any minute that these days have: hours that clocks skip or show twice among them.
Instant any_time(const Zone& zone, Chance& chance) {
  const Day day = *Day::parse(days().at(chance.below(days().size())));
  return zone.at(day, 0).plus_seconds(60 * static_cast<std::int64_t>(chance.below(25 * 60)));
}

std::string any_of(Chance& chance, const std::vector<std::string>& names) {
  return names.at(chance.below(names.size()));
}

std::vector<pos::Wanted> any_services(Chance& chance) {
  std::vector<pos::Wanted> wanted;
  const std::uint64_t count = 1 + chance.below(3);
  for (std::uint64_t at = 0; at < count; ++at)
    wanted.push_back({any_of(chance, {"cut", "colour", "beard"}), any_of(chance, {"ana", "bee"}),
                      any_of(chance, {"", "window", "mirror"})});
  return wanted;
}

// One attempt; whether the book took it.
bool attempt(pos::KeepSalon& keep, pos::KeepVisits& visits, const Zone& zone, Chance& chance,
             std::vector<VisitId>& known) {
  const std::uint64_t what = chance.below(10);
  const Instant at = any_time(zone, chance);
  if (what < 5 || known.empty()) {
    const auto answer = visits.book({VisitId::mint(chance), any_services(chance), at});
    if (answer) known.push_back(answer.value().id);
    return answer.ok();
  }
  const VisitId id = known.at(chance.below(known.size()));
  if (what < 8)
    return visits.move({.id = id, .start = at, .person = any_of(chance, {"ana", "bee"})}).ok();
  if (what == 8)
    return visits.set_state(id, chance.below(2) == 0 ? VisitState::cancelled : VisitState::booked)
        .ok();
  return keep
      .set_not_free({pos::NotFreeId::mint(chance), any_of(chance, {"ana", "bee", "mirror"}), at,
                     at.plus_seconds(60 * 45)})
      .ok();
}

void work(const std::filesystem::path& file, const std::string& station, std::uint64_t seed) {
  const auto book = BookFile::open(file, {.station = station});
  SalonBookSqlite salon(*book);
  const Zone zone = *Zone::named("Europe/Belgrade");
  const SetClock clock(before_all);
  pos::KeepSalon keep(salon, zone, clock);
  pos::KeepVisits visits(salon, zone, clock);
  SeededChance chance(seed);
  std::vector<VisitId> known;
  int taken = 0;
  for (int made = 0; made < attempts_of_each(); ++made)
    taken += attempt(keep, visits, zone, chance, known) ? 1 : 0;
  if (taken < 20) throw std::runtime_error("hardly anything was tried in earnest");
}

pid_t in_a_program_of_its_own(const std::filesystem::path& file, const std::string& station,
                              std::uint64_t seed) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  int status = 1;
  try {
    work(file, station, seed);
    status = 0;
  } catch (const std::exception&) {
  }
  ::_exit(status);
}

struct Taken {
  Instant from;
  Instant until;
  IdBytes by{};
};

// From the visits themselves, not from the holds that the book keeps of them.
std::map<std::string, std::vector<Taken>> taken_times(SalonBookSqlite& book) {
  std::map<std::string, std::vector<Taken>> all;
  const Instant from = before_all;
  const Instant until = *Instant::parse("2027-01-01T00:00:00Z");
  for (const Visit& visit : book.visits(from, until)) {
    if (visit.state != VisitState::booked) continue;
    for (const VisitService& service : visit.services) {
      const Taken taken{service.start.plus_seconds(-60 * service.before_minutes),
                        service.start.plus_seconds(60 * (service.minutes + service.after_minutes)),
                        visit.id.bytes()};
      all[service.person].push_back(taken);
      if (!service.chair.empty()) all[service.chair].push_back(taken);
    }
  }
  for (const pos::NotFree& time : book.not_free(from, until))
    all[time.column].push_back({time.from, time.until, time.id.bytes()});
  return all;
}

int overlaps(const std::vector<Taken>& times) {
  int count = 0;
  for (const Taken& one : times) {
    for (const Taken& other : times)
      count += one.by < other.by && one.from < other.until && other.from < one.until ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST(TwoTills, NeverHoldOnePersonOrChairTwice) {
  const FreshFolder folder(fast_disk());
  const auto file = folder.file("shop.tilia");
  BookFile::create(file, {.station = "office"}, [](WriteTransaction&) {});
  const Zone zone = *Zone::named("Europe/Belgrade");
  {
    const auto book = BookFile::open(file, {.station = "office"});
    SalonBookSqlite salon(*book);
    const SetClock clock(before_all);
    pos::KeepSalon keep(salon, zone, clock);
    pos::tests::set_up_salon(keep, "00:00-24:00", {0, 1, 2, 3, 4, 5, 6});
  }
  const pid_t one = in_a_program_of_its_own(file, "T1", 11);
  const pid_t other = in_a_program_of_its_own(file, "T2", 12);
  for (const pid_t child : {one, other}) {
    int status = -1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
  }
  const auto book = BookFile::open(file, {.station = "cli"});
  SalonBookSqlite salon(*book);
  std::size_t times = 0;
  for (const auto& [column, taken] : taken_times(salon)) {
    EXPECT_EQ(overlaps(taken), 0) << column;
    times += taken.size();
  }
  EXPECT_GT(times, 100U);
  // both stations wrote, and the journal says all of it
  EXPECT_FALSE(verify_journal(book->reader()).first_break);
  for (const char* station : {"T1", "T2"}) EXPECT_GT(chain_head(book->reader(), station)->seq, 20);
  const auto before = all_rows(book->reader(), salon_projection().tables);
  rebuild_projections(*book, {salon_projection()});
  EXPECT_EQ(all_rows(book->reader(), salon_projection().tables), before);
}

}  // namespace tilia::db
