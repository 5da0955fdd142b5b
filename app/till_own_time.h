// A worker's own time as the counter shows it: where hours and the counter meet. It links no pay.
// No key stays here: of who logged in, the till remembers for how long she works before a break.
#pragma once

#include <map>

#include "core/zone.h"
#include "db/hours_book_sqlite.h"
#include "db/users.h"
#include "pos/ui/own_time.h"

namespace tilia::app {

class TillOwnTime final : public pos::OwnTime {
 public:
  TillOwnTime(db::BookFile& file, const Zone& zone, const Clock& clock)
      : file_(file), book_(file, no_keys_), zone_(zone), clock_(clock) {}

  // With the keys of who was just let in: when she is to be reminded of a break.
  void let_in(const db::Session& session);

  [[nodiscard]] bool is_used() override { return book_.any_login(); }
  [[nodiscard]] pos::OwnTimeNow now(const pos::StaffId& who) override;
  [[nodiscard]] std::optional<Phrase> tap(const pos::StaffId& who, pos::TimeTap tap) override;
  [[nodiscard]] std::optional<Phrase> undo_tap(const pos::StaffId& who) override;
  [[nodiscard]] std::optional<Phrase> ask_forgotten(const pos::StaffId& who,
                                                    const pos::OwnAskId& id, pos::TimeTap tap,
                                                    const Day& day, int minute) override;
  [[nodiscard]] std::vector<pos::OwnTap> taps(const pos::StaffId& who) override;
  [[nodiscard]] std::optional<Phrase> ask_tap_away(const pos::StaffId& who, const pos::OwnAskId& id,
                                                   pos::TimeTap tap, const Instant& at) override;
  [[nodiscard]] std::optional<Phrase> ask_shift_away(const pos::StaffId& who,
                                                     const pos::OwnAskId& id,
                                                     const pos::OwnShiftId& shift) override;
  [[nodiscard]] std::optional<Phrase> ask_days_off(const pos::StaffId& who, const pos::OwnAskId& id,
                                                   const Day& from, const Day& to) override;
  [[nodiscard]] std::optional<Phrase> withdraw(const pos::StaffId& who,
                                               const pos::OwnAskId& id) override;
  [[nodiscard]] bool offers_break(const pos::StaffId& who) override;
  void put_break_off(const pos::StaffId& who) override;

 private:
  [[nodiscard]] std::optional<payroll::Worker> worker_of(const pos::StaffId& who);
  [[nodiscard]] std::vector<pos::OwnShift> shifts_of(const payroll::WorkerId& worker,
                                                     const std::vector<payroll::HoursAsk>& open);
  [[nodiscard]] std::vector<pos::OwnAsk> asks_of(const payroll::WorkerId& worker,
                                                 const std::vector<pos::OwnShift>& shifts);

  db::KeyRing no_keys_;
  db::BookFile& file_;
  db::HoursBookSqlite book_;
  const Zone& zone_;
  const Clock& clock_;
  std::map<pos::StaffId, payroll::HoursReminder> reminders_;
  std::map<pos::StaffId, Instant> put_off_;
};

}  // namespace tilia::app
