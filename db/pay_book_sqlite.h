// The pay book on SQLite. Wages and whatever tells who is behind an alias are sealed under the
// payroll key (db/person_records.h, db/pay_book_rows.h); who asks for them has to hold it
// (BookFault no_key), and that she did is noted for the auditor (db/read_log.h). The business
// journal learns no more than that a month's pay run was approved, by opaque ids. An approved run
// and its month's hours are frozen by triggers (BookFault rule_broken).
//
//   PayBookSqlite book(*file, keys, read_log);        // the keys of who is logged in
//   payroll::draw_up_pay_run(book, rules, month, by, chance, clock);
#pragma once

#include "db/key_ring.h"
#include "db/read_log.h"
#include "payroll/pay_book.h"

namespace tilia::db {

class BookFile;

class PayBookSqlite final : public payroll::PayBook {
 public:
  PayBookSqlite(BookFile& book, const KeyRing& keys, ReadLog& read_log)
      : book_(book), keys_(keys), read_log_(read_log) {}

  [[nodiscard]] payroll::Employer employer() override;
  [[nodiscard]] bool has_vault() override;
  [[nodiscard]] std::vector<payroll::Worker> workers() override;
  void put_worker(const payroll::Worker& worker, const Instant& at) override;
  [[nodiscard]] payroll::Identity identity(const payroll::WorkerId& worker) override;
  void put_identity(const payroll::WorkerId& worker, const payroll::Identity& identity) override;
  [[nodiscard]] payroll::PayDetails pay_details(const payroll::WorkerId& worker) override;
  void put_brought(const payroll::WorkerId& worker, const Day& from,
                   const std::map<std::string, std::string>& said) override;
  void put_pay_item(const payroll::WorkerId& worker, const payroll::PayItem& item) override;
  [[nodiscard]] bool take_pay_item(const payroll::WorkerId& worker,
                                   const payroll::PayItemId& item) override;
  [[nodiscard]] payroll::SaidFrom employer_brings() override;
  void put_employer_brings(const Day& from, const std::map<std::string, std::string>& said,
                           const Instant& at) override;
  [[nodiscard]] std::vector<payroll::RuleAddition> law_additions() override;
  void put_law_addition(const payroll::RuleAddition& addition, const Day& from,
                        const Instant& at) override;
  [[nodiscard]] bool take_law_addition(const std::string& country, const std::string& series,
                                       const Day& from, const Instant& at) override;
  [[nodiscard]] std::vector<payroll::Term> terms(const payroll::WorkerId& worker) override;
  [[nodiscard]] std::vector<payroll::Contract> contracts(const payroll::WorkerId& worker) override;
  void put_contract(const payroll::Contract& contract, const Instant& at) override;
  [[nodiscard]] std::vector<payroll::WorkerDay> hours(const Month& month) override;
  [[nodiscard]] std::vector<payroll::WorkerKinds> worked_kinds(const Day& from,
                                                               const Day& to) override;
  [[nodiscard]] std::vector<payroll::DayAway> days_away(const payroll::WorkerId& worker) override;
  [[nodiscard]] bool put_hours(const payroll::WorkerId& worker, const payroll::DayMinutes& hours,
                               const Instant& at) override;
  [[nodiscard]] std::optional<payroll::PayRunState> pay_run_state(const Month& month) override;
  [[nodiscard]] std::optional<Instant> approved_at(const Month& month) override;
  [[nodiscard]] std::optional<payroll::PayRun> pay_run(const Month& month) override;
  std::vector<payroll::PayCorrection> corrections() override;
  void open_correction(const Month& month, const payroll::UserId& by, const Instant& at) override;
  void put_draft(const payroll::PayRun& run, const Instant& at) override;
  void put_approval(const payroll::PayRun& run, const payroll::UserId& by,
                    const Instant& at) override;

 private:
  // Opens her pay record, changes it, seals it again: one transaction.
  template <class Change>
  void change_record(const payroll::WorkerId& worker, Change change);

  BookFile& book_;
  const KeyRing& keys_;
  ReadLog& read_log_;
};

}  // namespace tilia::db
