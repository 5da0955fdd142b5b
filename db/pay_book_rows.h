// A pay run as rows and back: what stands open (which month, which state, whose signatures) and
// what is sealed under the payroll key (slips, remarks).
#pragma once

#include "db/connection.h"
#include "db/key_ring.h"
#include "payroll/pay_book.h"

namespace tilia::db {

void insert_pay_run(Connection& connection, const KeyRing& keys, const payroll::PayRun& run,
                    const Instant& at);
[[nodiscard]] std::optional<payroll::PayRun> find_pay_run(Connection& connection,
                                                          const KeyRing& keys, const Month& month);
// One person's slip alone; nothing where she is in no run of that month.
[[nodiscard]] std::optional<payroll::PayRunSlip> find_pay_slip(Connection& connection,
                                                               const KeyRing& keys,
                                                               const Month& month,
                                                               const payroll::WorkerId& worker);
// Needs no key.
[[nodiscard]] std::optional<payroll::PayRunState> find_pay_run_state(Connection& connection,
                                                                     const Month& month);

// As PayBook::corrections. Needs no key.
[[nodiscard]] std::vector<payroll::PayCorrection> find_corrections(Connection& connection);

}  // namespace tilia::db
