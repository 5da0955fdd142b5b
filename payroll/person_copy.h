// Everything that the book holds about one person, for her own copy, and the parts of it that can
// be taken out.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.h"
#include "payroll/hours/hours_book.h"
#include "payroll/hours/planned_shift.h"
#include "payroll/hours/worked_hours.h"
#include "payroll/identity.h"
#include "payroll/pay_run.h"
#include "payroll/record_reads.h"
#include "payroll/shifts/hours_record.h"
#include "payroll/worker.h"

namespace tilia::payroll {

// In the order in which they go.
enum class PersonPart {
  alias,    // alias and picture: she is a number from then on
  account,  // where her pay went
  hours,    // days of her contracts, hours, punches: months keep their sums and heads
  funding,  // the sealed record beside her pay record
  pay,      // name, personal number, wages, payslips: her key
};
inline constexpr std::array<PersonPart, 5> all_person_parts{PersonPart::alias, PersonPart::account,
                                                            PersonPart::hours, PersonPart::funding,
                                                            PersonPart::pay};
[[nodiscard]] std::string_view person_part_text(PersonPart part);

struct PersonSlip {
  Month month;
  bool approved = false;
  PayRunSlip slip;
};

struct PersonCopy {
  Worker worker;
  Identity identity;
  std::vector<Contract> contracts;
  PayDetails pay_details = {};  // what she brings, what her months had beside the contract
  std::vector<DayMinutes> hours;
  std::vector<Punch> punches;
  std::vector<PersonSlip> slips;
  std::string funding;                 // JSON, "{}" where nothing is recorded
  std::vector<PlannedShift> shifts{};  // hers on the plan, by day
  std::vector<HoursAsk> asks{};        // about punches and shifts, the oldest first
  std::vector<OpenedLeaveAsk> leave_asks{};
  HoursRecord hours_record{};  // what she said about her hours, her days off
};

// What a search of every byte found after somebody was taken out.
struct ErasureProof {
  std::vector<std::string> files;
  std::uintmax_t bytes = 0;
  int sought = 0;         // values that must be nowhere
  int found = 0;          // of them, still there
  bool log_moved = true;  // false: another program was reading, and old pages wait in the log
};

class PersonBook {
 public:
  virtual ~PersonBook() = default;
  // Needs the payroll and the vault key; noted for the auditor.
  [[nodiscard]] virtual PersonCopy copy_of(const Worker& worker) = 0;
  // Takes the parts out, writes the whole book anew and looks for what must be gone. Needs the
  // payroll key, and the vault key for `funding`.
  virtual ErasureProof erase(const Worker& worker, const std::set<PersonPart>& parts,
                             const Instant& at) = 0;
  // What was taken out before.
  [[nodiscard]] virtual std::set<PersonPart> gone_of(const Worker& worker) = 0;
  // After a backup was put back: what needed a key to be taken out again. Needs the payroll key.
  virtual void finish_erasures() = 0;
};

}  // namespace tilia::payroll
