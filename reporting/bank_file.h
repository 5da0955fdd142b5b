// The file by which a bank is told to pay: a customer credit transfer of ISO 20022,
// pain.001.001.09, one batch from one account on one day. A bank takes a message and a transfer
// with the same number once.
//
// For euros it asks for SEPA. Many banks of countries with money of their own take the same file;
// where one does not, its domestic form is a writer of its own.
#pragma once

#include <string>
#include <vector>

#include "core/day.h"
#include "core/instant.h"
#include "core/money.h"

namespace tilia::reporting {

struct CreditTransfers {
  struct Transfer {
    std::string id;       // at most 35 letters; comes back on the statement
    std::string name;     // whose account it is
    std::string iban;     // without spaces
    Money amount;         // positive
    std::string purpose;  // what her statement says
  };
  std::string message_id;  // at most 35 letters, never used for other transfers
  Instant made_at;
  Day pay_on;
  std::string payer;
  std::string payer_iban;
  std::vector<Transfer> transfers;  // at least one, all in one currency
};
[[nodiscard]] std::string bank_file_xml(const CreditTransfers& batch);

}  // namespace tilia::reporting
