#include "app/office_lock.h"

#include "core/check.h"

namespace tilia::app {

void lock_office(ui::OfficeFrame& frame, OfficeBook& book, const std::string& shop,
                 const Words& words) {
  book.keys().clear();
  frame.lock({.name = shop,
              .sentence = words.say("office.locked"),
              .button = words.say("office.log_in.again")});
  book.papers().clear();
}

std::int64_t idle_lock_seconds(db::Role role) {
  constexpr std::int64_t minute = 60;
  switch (role) {
    case db::Role::finance: return minute;  // holds the vault
    case db::Role::payroll: return 5 * minute;
    case db::Role::manager:
    case db::Role::auditor: return 10 * minute;
    case db::Role::counter: return minute;  // the office lets nobody of the counter in
  }
  CHECK(false);
}

}  // namespace tilia::app
