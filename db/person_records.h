// The two sealed records of each worker: *pay* (who she is and what she earns, for whoever holds
// the payroll key) and *funding* (who pays for it, for whoever holds the vault key). Both are there
// from the first day and are as long as everybody else's, so that their presence and length tell
// nothing. Each is sealed under a key that her own key and the payroll or vault key give together,
// and so are her payslips: when hers is destroyed, none of it opens any more.
//
//   PersonRecords records(connection, keys);
//   records.begin(worker, vault);
//   records.put_pay(worker, text);
//   records.put_funding(worker, other_text);   // everybody's is sealed again
//
// Throws BookFault: no_key where the needed key is not held, damaged where a value was changed or
// moved.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/connection.h"
#include "db/key_ring.h"
#include "payroll/worker.h"

namespace tilia::db {

class PersonRecords {
 public:
  PersonRecords(Connection& connection, const KeyRing& keys)
      : connection_(connection), keys_(keys) {}

  // A new worker's records, empty. Hers about funding is sealed to the vault's public half.
  void begin(const payroll::WorkerId& worker, const PublicKey& vault);
  [[nodiscard]] Secret<std::string> pay(const payroll::WorkerId& worker);
  // When the text outgrows the length of all pay records, all are sealed again at the next length.
  void put_pay(const payroll::WorkerId& worker, const Secret<std::string>& text);
  // "{}" as long as nothing was put. Needs the payroll and the vault key, like those below.
  [[nodiscard]] Secret<std::string> funding(const payroll::WorkerId& worker);
  // All funding records are sealed again, so that nobody who compares two states of the file sees
  // whose was changed; when the text outgrows their length, all grow.
  void put_funding(const payroll::WorkerId& worker, Secret<std::string> text);
  void put_funding(const std::map<payroll::WorkerId, Secret<std::string>>& texts);
  void seal_funding_again();
  // Whether her own key is still there.
  [[nodiscard]] bool holds(const payroll::WorkerId& worker);
  // Seals her payslips.
  [[nodiscard]] Key slip_key(const payroll::WorkerId& worker);

 private:
  [[nodiscard]] Key person_key(const payroll::WorkerId& worker);
  [[nodiscard]] Key pay_key(const payroll::WorkerId& worker);
  [[nodiscard]] Key funding_key(const payroll::WorkerId& worker);
  [[nodiscard]] std::vector<payroll::WorkerId> everybody();
  [[nodiscard]] std::size_t pay_length();
  [[nodiscard]] std::size_t funding_length();
  void write_pay(const payroll::WorkerId& worker, const Secret<std::string>& text,
                 std::size_t length);

  Connection& connection_;
  const KeyRing& keys_;
};

}  // namespace tilia::db
