// The plan of who works when, on SQLite: each write is one transaction and one entry of the
// journal, from which the rows can be made again. What somebody said about her hours is no entry:
// it is sealed (db/hours_records.h), and needs the roster key and the till key.
#pragma once

#include "db/book_file.h"
#include "db/key_ring.h"
#include "db/rebuild.h"
#include "payroll/shifts/roster_book.h"

namespace tilia::db {

class RosterBookSqlite final : public payroll::RosterBook {
 public:
  RosterBookSqlite(BookFile& book, const KeyRing& keys) : book_(book), keys_(keys) {}

  std::string country() override;
  std::vector<payroll::RosterShop> shops() override;
  std::vector<payroll::Worker> workers() override;
  std::vector<payroll::Term> terms(const payroll::WorkerId& worker) override;
  payroll::HoursRecord record(const payroll::WorkerId& worker) override;
  void put_record(const payroll::WorkerId& worker, const payroll::HoursRecord& record,
                  const payroll::HoursReminder& reminder) override;
  std::optional<payroll::LoginId> login_of(const payroll::WorkerId& worker) override;
  void put_login(const payroll::WorkerId& worker,
                 const std::optional<payroll::LoginId>& login) override;
  std::vector<payroll::PlannedShift> planned(const Day& from, const Day& to) override;
  std::optional<Day> day_of(const payroll::PlannedShiftId& shift) override;
  std::vector<payroll::PassedRule> passed(const Day& from, const Day& to) override;
  void put_shifts(const std::vector<payroll::PlannedShift>& shifts,
                  const std::vector<payroll::PassedRule>& passed, const Instant& at) override;
  void remove_shifts(const std::vector<payroll::PlannedShiftId>& shifts,
                     const Instant& at) override;
  void publish(const std::string& shop, const Day& monday, const Instant& at) override;
  Published published(const std::string& shop, const Day& monday) override;
  std::vector<payroll::Station> stations() override;
  void put_stations(const std::vector<payroll::Station>& stations, const Instant& at) override;
  std::vector<payroll::StaffNeed> needs(const std::string& shop) override;
  void put_needs(const std::string& shop, const std::vector<payroll::StaffNeed>& needs,
                 const Instant& at) override;
  std::vector<std::string> templates(const std::string& shop) override;
  std::vector<payroll::TemplateShift> week_template(const std::string& shop,
                                                    const std::string& name) override;
  void put_template(const std::string& shop, const std::string& name,
                    const std::vector<payroll::TemplateShift>& shifts, const Instant& at) override;

 private:
  void enter(const char* kind, std::string payload, const Instant& at);

  BookFile& book_;
  const KeyRing& keys_;
};

[[nodiscard]] Projection roster_projection();

}  // namespace tilia::db
