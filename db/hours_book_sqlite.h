// A worker's own time on SQLite: punches and asks through the journal, days off sealed to whoever
// holds the roster key, the reminder opened with the till's. It links no pay.
//
//   HoursBookSqlite book(*file, keys);   // the keys of who is logged in
//   payroll::enter_punch(book, {alias, Punch::Kind::in, now}, zone, clock);
#pragma once

#include "db/hours_rows.h"
#include "db/key_ring.h"

namespace tilia::db {

class BookFile;

class HoursBookSqlite final : public payroll::HoursBook {
 public:
  HoursBookSqlite(BookFile& book, const KeyRing& keys) : book_(book), keys_(keys) {}

  [[nodiscard]] bool any_login() override;
  [[nodiscard]] std::string picture_of_station(const std::string& station) override;
  [[nodiscard]] std::optional<payroll::Worker> worker_of(const payroll::LoginId& login) override;
  [[nodiscard]] std::optional<payroll::Worker> worker(const std::string& alias) override;
  [[nodiscard]] std::vector<payroll::Punch> latest_punches(const payroll::WorkerId& worker,
                                                           int at_most) override;
  void put_punch(const payroll::WorkerId& worker, const payroll::Punch& punch,
                 const std::optional<payroll::DayMinutes>& day_now, const Instant& at) override;
  void set_aside(const payroll::WorkerId& worker, const payroll::Punch& punch,
                 const std::vector<payroll::DayMinutes>& days_now, const Instant& at) override;
  [[nodiscard]] bool under_contract(const payroll::WorkerId& worker, const Day& day) override;
  [[nodiscard]] bool is_frozen(const payroll::WorkerId& worker, const Day& day) override;
  [[nodiscard]] std::vector<payroll::PlannedShift> published_shifts(const payroll::WorkerId& worker,
                                                                    const Day& from,
                                                                    const Day& to) override;
  [[nodiscard]] std::vector<Day> not_here(const payroll::WorkerId& worker, const Day& from,
                                          const Day& to) override;
  [[nodiscard]] std::vector<payroll::HoursAsk> asks(const payroll::WorkerId& worker,
                                                    payroll::AskState state) override;
  [[nodiscard]] std::optional<payroll::HoursAsk> find_ask(const payroll::HoursAskId& id) override;
  void put_ask(const payroll::HoursAsk& ask, const Instant& at) override;
  [[nodiscard]] bool put_decision(const payroll::HoursAsk& ask, payroll::AskState state,
                                  const payroll::LoginId& by,
                                  const std::vector<payroll::DayMinutes>& days_now,
                                  const Instant& at) override;
  [[nodiscard]] bool put_leave_ask(const payroll::HoursAskId& id, const payroll::WorkerId& worker,
                                   const payroll::LeaveAsk& ask, const Instant& at) override;
  [[nodiscard]] std::vector<payroll::SealedAskState> leave_asks(
      const payroll::WorkerId& worker) override;
  [[nodiscard]] bool withdraw_leave_ask(const payroll::HoursAskId& id,
                                        const payroll::WorkerId& worker) override;
  [[nodiscard]] std::optional<payroll::HoursReminder> reminder(
      const payroll::WorkerId& worker) override;

 private:
  BookFile& book_;
  const KeyRing& keys_;
};

}  // namespace tilia::db
