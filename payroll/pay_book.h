// What payroll needs of storage. db/pay_book_sqlite fulfils it. Each write is one transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/instant.h"
#include "payroll/hours/worked_hours.h"
#include "payroll/pay_run.h"
#include "payroll/worker.h"

namespace tilia::payroll {

struct Employer {
  std::string name;
  std::string address;
  std::string tax_number;
  std::string country;
  std::string zone;
  std::string language;
  Currency currency;
  bool practice = true;
};

struct WorkerDay {
  WorkerId worker;
  DayMinutes hours;
};

class PayBook {
 public:
  virtual ~PayBook() = default;

  [[nodiscard]] virtual Employer employer() = 0;
  [[nodiscard]] virtual std::vector<Worker> workers() = 0;  // by alias, ended ones too
  virtual void put_worker(const Worker& worker, const Instant& at) = 0;
  // By first day.
  [[nodiscard]] virtual std::vector<Contract> contracts(const WorkerId& worker) = 0;
  // Adds a contract; one that was open ends the day before it starts.
  virtual void put_contract(const Contract& contract, const Instant& at) = 0;
  [[nodiscard]] virtual std::vector<WorkerDay> hours(const Month& month) = 0;
  // Replaces the day's minutes; zero minutes takes the day away.
  virtual void put_hours(const WorkerId& worker, const DayMinutes& hours, const Instant& at) = 0;
  // In order of time, the latest last.
  [[nodiscard]] virtual std::vector<Punch> latest_punches(const WorkerId& worker, int at_most) = 0;
  virtual void put_punch(const WorkerId& worker, const Punch& punch,
                         const std::optional<DayMinutes>& day_now, const Instant& at) = 0;
  [[nodiscard]] virtual std::optional<PayRun> pay_run(const Month& month) = 0;
  // Replaces the month's draft. CHECKs that the month is not approved.
  virtual void put_draft(const PayRun& run, const Instant& at) = 0;
  virtual void put_approval(const PayRun& run, const UserId& by, const Instant& at) = 0;
};

}  // namespace tilia::payroll
