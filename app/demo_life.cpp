#include "app/demo_life.h"

#include <algorithm>

#include "app/demo_bakery.h"
#include "app/demo_counter.h"
#include "app/demo_hours.h"
#include "app/demo_laundry.h"
#include "app/demo_office.h"
#include "app/demo_roster.h"
#include "app/demo_salon.h"
#include "app/practice_users.h"
#include "core/check.h"
#include "db/approval_book_sqlite.h"
#include "db/figures_book_sqlite.h"
#include "db/head_keeper.h"
#include "db/hours_book_sqlite.h"
#include "db/hours_seals.h"
#include "db/invoice_book_sqlite.h"
#include "db/new_book.h"
#include "db/pay_book_sqlite.h"
#include "db/roster_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "db/users.h"

namespace tilia::app {
namespace {

constexpr int before_opening_minute = 5 * 60;
constexpr std::uint64_t roster_seed = 1'000;
constexpr std::uint64_t hours_seed = 2'000;

// The practice users in their order: the third keeps pay, the fourth keeps money.
DemoOffice::People people_of(const std::vector<db::User>& users) {
  const auto holder = [&users](db::Role role) {
    const auto found = std::find_if(users.begin(), users.end(),
                                    [role](const db::User& user) { return user.role == role; });
    CHECK(found != users.end());
    return found->id;
  };
  return {holder(db::Role::payroll), holder(db::Role::finance)};
}

void fill_catalogue(pos::TillBook& book, const std::vector<DemoShop>& shops, const Instant& now) {
  std::vector<pos::Article> articles;
  for (const DemoShop& shop : shops)
    for (const DemoArticle& sold : shop.articles) articles.push_back(sold.article);
  book.put_articles(articles, now);
}

// A shop whose file says nothing of its trade sells, and no more.
std::map<std::string, std::unique_ptr<DemoTrade>> trades_of(const DemoPlan& plan,
                                                            db::BookFile& file,
                                                            const pos::CountryPack& pack,
                                                            const Zone& zone, const Clock& clock,
                                                            DemoCustomers& customers) {
  std::map<std::string, std::unique_ptr<DemoTrade>> trades;
  for (const DemoShop& shop : plan.shops) {
    const std::uint64_t seed = plan.seed + trades.size() + 1;
    if (!shop.trade.recipes.empty())
      trades[shop.till] =
          std::make_unique<DemoBakery>(file, shop, pack, zone, clock, customers, seed);
    if (!shop.trade.columns.empty())
      trades[shop.till] = std::make_unique<DemoSalon>(file, shop, pack, zone, clock, seed);
    if (!shop.trade.washed.empty())
      trades[shop.till] =
          std::make_unique<DemoLaundry>(file, shop, pack, zone, clock, customers, seed);
  }
  return trades;
}

// Who works when and what was tapped of it, as a manager looks after it. Chances of its own: what
// they draw changes nothing of what is sold.
class DemoCrew {
 public:
  DemoCrew(db::BookFile& file, db::Users& users, const DemoPlan& plan, const Resources& resources,
           const Zone& zone, const Clock& clock)
      : file_(file),
        users_(users),
        manager_(practice_session(users, db::Role::manager)),
        roster_chance_(plan.seed + roster_seed),
        hours_chance_(plan.seed + hours_seed),
        roster_book_(file, manager_.keys),
        hours_book_(file, manager_.keys),
        approvals_(file, manager_.keys),
        working_time_(resources.working_time_rules()),
        holidays_(resources.holiday_rules()),
        roster_({roster_book_, working_time_, zone, clock, roster_chance_}, plan.shops),
        hours_({hours_book_,
                {roster_book_, approvals_, working_time_, holidays_, zone, clock},
                payroll::LoginId::from_bytes(manager_.user.id.bytes()),
                hours_chance_},
               Month::of(plan.from).first_day(), plan.until) {}

  // Once people work here.
  void begin(const Day& first) {
    roster_.begin(first);
    link_logins();
  }
  [[nodiscard]] DemoRoster& roster() { return roster_; }
  [[nodiscard]] DemoHours& hours() { return hours_; }

 private:
  // Who may log in at the till finds her own time there, and is reminded of a break.
  void link_logins() {
    db::WriteTransaction change(file_);
    for (const auto& [name, alias] : {std::pair("Fox", "amber"), std::pair("Owl", "birch")}) {
      const auto worker = hours_book_.worker(alias);
      CHECK(worker);
      for (const db::User& user : users_.list()) {
        if (user.name == name)
          db::link_login(change.connection(), worker->id,
                         payroll::LoginId::from_bytes(user.id.bytes()));
      }
      db::put_reminder(change.connection(), manager_.keys, worker->id, {});
    }
    change.commit();
  }

  db::BookFile& file_;
  db::Users& users_;
  db::Session manager_;
  SeededChance roster_chance_;
  SeededChance hours_chance_;
  db::RosterBookSqlite roster_book_;
  db::HoursBookSqlite hours_book_;
  db::ApprovalBookSqlite approvals_;
  payroll::WorkingTimeBook working_time_;
  payroll::HolidayBook holidays_;
  DemoRoster roster_;
  DemoHours hours_;
};

}  // namespace

Day first_day_of(int months, const Day& until) {
  Month month = Month::of(until);
  for (int back = 0; back < months; ++back) month = month.previous();
  const bool at_its_end = until == Month::of(until).last_day();
  const int day_of_month = std::min(until.day_of_month(), month.days());
  const Day same_day =
      at_its_end ? month.last_day() : month.first_day().plus_days(day_of_month - 1);
  return same_day.plus_days(1);
}

std::unique_ptr<db::BookFile> live(const DemoPlan& plan, const pos::CountryPack& pack,
                                   const Resources& resources,
                                   const std::function<void()>& each_day) {
  SeededChance chance(plan.seed);
  const auto zone = Zone::named(plan.organisation.zone);
  CHECK(zone.has_value());
  // Hours begin with the month, so that its pay is whole.
  const Day first = Month::of(plan.from).first_day();
  SetClock clock(zone->at(first, before_opening_minute));
  auto file =
      db::create_book(plan.book, {.station = "demo"}, plan.organisation, clock.now(), chance);
  // Nobody will write as this station again: its key goes with its life.
  db::HeadKeeper heads(*file, clock, std::nullopt);
  db::TillBookSqlite till_book(*file);
  db::Users users(*file, db::SecretPolicy::practice(), clock);
  const auto people = people_of(add_practice_users(users, chance));
  const db::Session finance = practice_session(users, db::Role::finance);
  db::ReadLog read_log(*file, finance.keys, clock);
  db::PayBookSqlite pay_book(*file, finance.keys, read_log);
  db::FiguresBookSqlite figures_book(*file, finance.keys);
  fill_catalogue(till_book, plan.shops, clock.now());
  const payroll::RuleBook rules(resources.pay_rules());
  DemoOffice office(pay_book, figures_book, rules, *zone, clock, chance, plan.shops, people);
  db::TenderBookSqlite tenders(*file);
  db::InvoiceBookSqlite invoices(*file);
  DemoCustomers customers(tenders, invoices, till_book, *zone, clock);
  customers.begin(plan.shops, plan.seed);
  const auto trades = trades_of(plan, *file, pack, *zone, clock, customers);
  DemoCounter counter(till_book, pack, *zone, clock, chance, plan.shops, customers, trades);
  office.take_on(first);
  DemoCrew crew(*file, users, plan, resources, *zone, clock);
  crew.begin(first);
  for (Day day = first; day <= plan.until; day = day.plus_days(1)) {
    const Instant morning = zone->at(day, before_opening_minute);
    if (morning > clock.now()) clock.set(morning);
    if (day == plan.from) {
      for (const auto& [till, trade] : trades) trade->begin();
    }
    if (day >= plan.from) counter.live_day(day);
    crew.roster().look_ahead(day);
    office.end_day(day, crew.hours());
    crew.hours().end_day(day);
    if (day >= plan.from && day == Month::of(day).last_day()) customers.end_month(plan.shops);
    if (day == Month::of(day).last_day()) office.end_month(Month::of(day));
    heads.tend();
    file->tend_log();
    each_day();
  }
  heads.finish();
  file->checkpoint();
  return file;
}

}  // namespace tilia::app
