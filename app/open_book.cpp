#include "app/open_book.h"

#include <algorithm>
#include <cstdlib>

#include "app/arguments.h"
#include "app/elsewhere.h"
#include "app/practice_users.h"
#include "db/book_fault.h"
#include "db/head_keeper.h"
#include "payroll/employ.h"
#include "pos/bakery/keep_orders.h"

namespace tilia::app {
namespace {

constexpr const char* command_line_station = "cli";

Zone zone_of(const pos::Organisation& organisation) {
  auto zone = Zone::named(organisation.zone);
  CHECK(zone.has_value());
  return *zone;
}

pos::CountryPack pack_of(const Resources& resources, const pos::Organisation& organisation,
                         const Day& today) {
  auto pack = pos::load_country_pack(resources.counter_rules(), organisation.country, today);
  if (!pack) throw std::runtime_error("no rules for the tills of " + organisation.country);
  return *std::move(pack);
}

std::unique_ptr<Clock> clock_of(const Everywhere& everywhere, bool practice) {
  if (everywhere.now.empty()) return std::make_unique<SystemClock>();
  if (!practice)
    throw Stopped(ExitStatus::refused, "clock_is_not_yours", Phrase("app.book.clock_is_not_yours"));
  return std::make_unique<SetClock>(instant_argument(everywhere.now));
}

[[noreturn]] void not_allowed(const char* code, const char* key) {
  throw Stopped(ExitStatus::not_allowed, code, Phrase(key));
}

Secret<std::string> secret_of(const std::string& file, const char* variable) {
  if (!file.empty()) return secret_in_file(file);
  const char* value = std::getenv(variable);
  if (value == nullptr || *value == '\0') not_allowed("no_secret", "app.user.no_secret");
  return Secret<std::string>(value);
}

Secret<std::string> second_secret(const Everywhere& asked) {
  return secret_of(asked.second_secret_file, "TILIA_SECRET_2");
}

}  // namespace

std::filesystem::path asked_book(const Desk& desk) {
  return desk.everywhere.book.empty() ? users_book() : std::filesystem::path(desk.everywhere.book);
}

Secret<std::string> secret_in_file(const std::string& file) {
  std::string text = whole_file(file);
  text.resize(std::min(text.find_first_of("\r\n"), text.size()));
  return Secret<std::string>(std::move(text));
}

Secret<std::string> first_secret(const Everywhere& everywhere) {
  return secret_of(everywhere.secret_file, "TILIA_SECRET");
}

OpenBook::OpenBook(Desk& desk, const std::string& as_till)
    : desk_(desk),
      file_(db::BookFile::open(asked_book(desk),
                               {.station = as_till.empty() ? command_line_station : as_till})),
      till_book_(*file_),
      catalogue_book_(*file_),
      tender_book_(*file_),
      customer_book_(*file_),
      order_book_(*file_),
      organisation_(till_book_.organisation()),
      clock_(clock_of(desk.everywhere, organisation_.practice)),
      read_log_(*file_, keys_, *clock_),
      pay_book_(*file_, keys_, read_log_),
      hours_book_(*file_, keys_),
      person_book_(*file_, pay_book_, keys_, read_log_),
      figures_book_(*file_, keys_),
      users_(*file_, db::SecretPolicy::of_book(organisation_.practice), *clock_,
             db::DeviceFolder::of_book(device_folder(), *file_)),
      zone_(zone_of(organisation_)),
      shop_book_(*file_, zone_),
      pack_(pack_of(desk.resources, organisation_, zone_.local_day(clock_->now()))) {
  if (as_till.empty()) return;
  station_lock_.emplace(file_->path(), known_till(as_till));
}

pos::KeepOrders OpenBook::orders() {
  return pos::KeepOrders(
      {order_book_, till_book_, customer_book_, tender_book_, pack_, zone_, *clock_, chance_});
}

void OpenBook::sign_heads() {
  try {
    db::HeadKeeper(*file_, *clock_, db::DeviceFolder::of_book(device_folder(), *file_)).finish();
  } catch (const db::BookFault&) {
    // What the command did is done. The next head covers it too.
  }
}

Words OpenBook::paper_words() const {
  const auto language = parse_language(organisation_.language);
  return {language.value_or(Language::english), desk_.resources.catalogues()};
}

pos::PaperHead OpenBook::paper_head() const { return {organisation_, pack_.fiscal_duty, false}; }

Strip OpenBook::day_sheet_strip(const pos::DaySheet& sheet) const {
  return pos::day_sheet_strip(sheet, paper_head(), zone_, paper_words());
}

const std::string& OpenBook::known_till(const std::string& till) const {
  const auto& shops = organisation_.shops;
  if (std::any_of(shops.begin(), shops.end(), [&](const auto& shop) { return shop.till == till; }))
    return till;
  throw Stopped(ExitStatus::refused, "unknown_till",
                Phrase("app.day.unknown_till").with("till", till));
}

db::Session OpenBook::verified(const std::string& name, const Secret<std::string>& secret,
                               Act act) {
  auto session = users_.log_in(name, secret);
  if (!session) {
    if (const auto wait = users_.wait_of(name))
      throw Stopped(ExitStatus::not_allowed, wait->locked ? "locked" : "wait",
                    db::sentence_of(*wait));
    not_allowed("wrong_secret", "app.user.wrong_secret");
  }
  if (!may(session->user.role, act)) not_allowed("not_allowed", "app.user.may_not");
  return *std::move(session);
}

db::User OpenBook::acts(db::Session session) {
  keys_ = std::move(session.keys);
  return session.user;
}

db::Session OpenBook::practice_user(Act act, const std::optional<db::UserId>& but_not) {
  if (!organisation_.practice) not_allowed("who_acts", "app.user.who_acts");
  std::vector<db::User> users = users_.list();
  // The manager first, then the roles in their order.
  std::stable_sort(users.begin(), users.end(), [](const db::User& a, const db::User& b) {
    const auto place = [](db::Role role) {
      return role == db::Role::manager ? -1 : static_cast<int>(role);
    };
    return place(a.role) < place(b.role);
  });
  for (const db::User& user : users) {
    const auto secret = known_secret(user);
    if (!secret || user.disabled || !may(user.role, act) || user.id == but_not) continue;
    if (auto session = users_.log_in(user.name, Secret<std::string>(*secret)))
      return *std::move(session);
  }
  not_allowed("not_allowed", "app.user.nobody_may");
}

db::User OpenBook::acting(Act act) {
  const Everywhere& asked = desk_.everywhere;
  if (asked.as.empty()) return acts(practice_user(act, std::nullopt));
  return acts(verified(asked.as, first_secret(asked), act));
}

db::User OpenBook::second_acting(Act act, const db::UserId& first) {
  const Everywhere& asked = desk_.everywhere;
  if (!asked.with.empty()) return acts(verified(asked.with, second_secret(asked), act));
  if (!asked.as.empty()) return acting(act);
  return acts(practice_user(act, first));
}

db::Session OpenBook::beside(Act act, const db::User& first) {
  const Everywhere& asked = desk_.everywhere;
  if (asked.with.empty() && !asked.as.empty()) not_allowed("two_people", "app.user.two_people");
  db::Session second = asked.with.empty() ? practice_user(act, first.id)
                                          : verified(asked.with, second_secret(asked), act);
  if (second.user.id == first.id) not_allowed("two_people", "app.user.two_people");
  return second;
}

payroll::Worker known_worker(OpenBook& book, const std::string& alias) {
  for (const payroll::Worker& worker : book.pay_book().workers()) {
    if (worker.alias == alias) return worker;
  }
  throw Stopped(ExitStatus::refused, "unknown_worker",
                payroll::sentence_of(payroll::EmployRefusal::unknown_worker, alias));
}

void second_of(OpenBook& book, const db::User& first, const db::Asked& asked,
               const std::string& approval_file) {
  if (approval_file.empty()) {
    static_cast<void>(book.beside(Act::witness, first));
    return;
  }
  const Day today = book.zone().local_day(book.clock().now());
  std::string line = whole_file(approval_file);
  const auto approver = approver_of(book.users(), asked, line, today);
  if (!approver) throw Stopped(ExitStatus::not_allowed, "not_approved", approver.refusal());
}

}  // namespace tilia::app
