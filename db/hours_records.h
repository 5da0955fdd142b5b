// What each worker has said about her hours, sealed under the roster key, one record a worker from
// the first that is written on, each as long as every other; all are sealed again whenever one
// changes, so that two states of the file do not tell whose it was.
//
// Throws BookFault: no_key where the roster key is not held, damaged where a value was changed.
#pragma once

#include "db/connection.h"
#include "db/key_ring.h"
#include "payroll/shifts/hours_record.h"
#include "payroll/worker.h"

namespace tilia::db {

class HoursRecords {
 public:
  HoursRecords(Connection& connection, const KeyRing& keys)
      : connection_(connection), keys_(keys) {}

  // Empty as long as nobody wrote one.
  [[nodiscard]] payroll::HoursRecord record(const payroll::WorkerId& worker);
  // In the writer's transaction. The days away become "not here" for everybody to see.
  void put(const payroll::WorkerId& worker, const payroll::HoursRecord& record);

 private:
  Connection& connection_;
  const KeyRing& keys_;
};

}  // namespace tilia::db
