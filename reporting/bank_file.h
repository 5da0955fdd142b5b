// The file by which a bank is told to pay: a customer credit transfer of ISO 20022, one batch from
// one account on one day. A bank takes a message and a transfer with the same number once.
//
// For euros it asks for SEPA. Many banks of countries with money of their own take the same file;
// where one does not, its domestic form is a writer of its own. Of whose account it is the file
// says the name and no address: since 15 November 2026 half an address is refused, and none is
// asked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/instant.h"
#include "core/money.h"

namespace tilia::reporting {

enum class BankFileForm { pain_001_001_03, pain_001_001_09 };
// "pain.001.001.09".
[[nodiscard]] std::string_view bank_file_form_code(BankFileForm form);
[[nodiscard]] std::optional<BankFileForm> parse_bank_file_form(std::string_view code);
// Letters of a name that banks take in it.
[[nodiscard]] std::size_t longest_bank_name(BankFileForm form);

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
  BankFileForm form = BankFileForm::pain_001_001_09;
  // They are wages: banks then show one sum on our own statement, and treat them with more care.
  bool wages = false;
};
// Texts are written in plain Latin and cut to what banks take.
[[nodiscard]] std::string bank_file_xml(const CreditTransfers& batch);

}  // namespace tilia::reporting
