// What payroll needs of storage. db/pay_book_sqlite fulfils it. Each write is one transaction.
// Wages are sealed: where a function needs a key, whoever is logged in has to hold it, or the book
// throws and nothing is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/instant.h"
#include "payroll/earnings.h"
#include "payroll/hours/worked_hours.h"
#include "payroll/identity.h"
#include "payroll/pay_item.h"
#include "payroll/pay_run.h"
#include "payroll/rule_book.h"
#include "payroll/worker.h"

namespace tilia::payroll {

struct Employer {
  std::string name;  // as registered
  std::string address;
  std::string tax_number;
  std::string country;
  std::string zone;
  std::string language;
  Currency currency;
  bool practice = true;
  std::string trade_name = {};  // as the street knows it
};

struct WorkerDay {
  WorkerId worker;
  DayMinutes hours;
};

struct WorkerKinds {
  WorkerId worker;
  WorkedKinds kinds;
};

class PayBook {
 public:
  virtual ~PayBook() = default;

  [[nodiscard]] virtual Employer employer() = 0;
  // Whether somebody holds the key to who pays for which wage. Until then there is nobody to keep a
  // new worker's records for.
  [[nodiscard]] virtual bool has_vault() = 0;
  [[nodiscard]] virtual std::vector<Worker> workers() = 0;  // by alias, ended ones too
  // A new one needs the payroll key and has_vault().
  virtual void put_worker(const Worker& worker, const Instant& at) = 0;
  // The payroll key opens it; empty as long as nobody entered it.
  [[nodiscard]] virtual Identity identity(const WorkerId& worker) = 0;
  virtual void put_identity(const WorkerId& worker, const Identity& identity) = 0;
  // The payroll key opens what she brings and what her months have beside the contract.
  [[nodiscard]] virtual PayDetails pay_details(const WorkerId& worker) = 0;
  // Replaces what was said from that day on, if anything was.
  virtual void put_brought(const WorkerId& worker, const Day& from,
                           const std::map<std::string, std::string>& said) = 0;
  virtual void put_pay_item(const WorkerId& worker, const PayItem& item) = 0;
  // False: there is none of this id.
  [[nodiscard]] virtual bool take_pay_item(const WorkerId& worker, const PayItemId& item) = 0;
  // What the employer brings, for everybody: needs no key.
  [[nodiscard]] virtual SaidFrom employer_brings() = 0;
  virtual void put_employer_brings(const Day& from, const std::map<std::string, std::string>& said,
                                   const Instant& at) = 0;
  // Values of law that the organisation entered itself. Needs no key.
  [[nodiscard]] virtual std::vector<RuleAddition> law_additions() = 0;
  virtual void put_law_addition(const RuleAddition& addition, const Day& from,
                                const Instant& at) = 0;
  // False: there is none of that day. The shipped value holds again.
  [[nodiscard]] virtual bool take_law_addition(const std::string& country,
                                               const std::string& series, const Day& from,
                                               const Instant& at) = 0;
  // When she is under contract, without what she earns: needs no key. By first day.
  [[nodiscard]] virtual std::vector<Term> terms(const WorkerId& worker) = 0;
  // The payroll key opens these. By first day.
  [[nodiscard]] virtual std::vector<Contract> contracts(const WorkerId& worker) = 0;
  // Adds a contract; one that was open ends the day before it starts.
  virtual void put_contract(const Contract& contract, const Instant& at) = 0;
  [[nodiscard]] virtual std::vector<WorkerDay> hours(const Month& month) = 0;
  // Work of approved weeks told apart by kind, with corrections; by worker and day. Needs no key.
  [[nodiscard]] virtual std::vector<WorkerKinds> worked_kinds(const Day& from, const Day& to) = 0;
  // Her time away in approved weeks, by day. The roster key opens it.
  [[nodiscard]] virtual std::vector<DayAway> days_away(const WorkerId& worker) = 0;
  // Replaces the day's minutes; zero minutes takes the day away. False, and nothing written: the
  // week's hours are approved.
  [[nodiscard]] virtual bool put_hours(const WorkerId& worker, const DayMinutes& hours,
                                       const Instant& at) = 0;
  [[nodiscard]] virtual std::optional<PayRunState> pay_run_state(const Month& month) = 0;
  // When its second signature came; empty for a month that is not approved. Needs no key.
  [[nodiscard]] virtual std::optional<Instant> approved_at(const Month& month) = 0;
  // The payroll key opens it.
  [[nodiscard]] virtual std::optional<PayRun> pay_run(const Month& month) = 0;
  // Months that were opened for correction: first those that were paid again, each month's in the
  // order in which they were, then those that wait, by month. Needs no key.
  [[nodiscard]] virtual std::vector<PayCorrection> corrections() = 0;
  // Hours that were corrected since the month was paid count from now on. CHECKs that the month is
  // approved and not open.
  virtual void open_correction(const Month& month, const UserId& by, const Instant& at) = 0;
  // Replaces the month's draft. CHECKs that the month is not approved.
  virtual void put_draft(const PayRun& run, const Instant& at) = 0;
  // Closes what it corrects.
  virtual void put_approval(const PayRun& run, const UserId& by, const Instant& at) = 0;
};

}  // namespace tilia::payroll
