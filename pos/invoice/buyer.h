// A customer on account that is a company: what an invoice says of whoever buys. It lies beside the
// journal, as a customer's name does; what an invoice was written to stays as it was then.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/phrase.h"
#include "core/result.h"

namespace tilia::pos {

struct Buyer {
  std::string account;  // whose particulars these are
  std::string name;     // as registered
  std::string address;  // lines parted by '\n'
  std::string country;  // "RS"
  std::string tax_number;
  std::string vat_number = {};  // where it has one beside the tax number
  int days_to_pay = 14;         // after the day of the invoice
  bool prices_on_notes = true;  // whether delivery notes say what it costs
  std::int64_t version = 0;     // the book's: 0 as long as it is not kept

  friend bool operator==(const Buyer&, const Buyer&) = default;
};

// What an invoice says of whoever sells, beside the organisation's name, address and tax number.
struct OwnAccount {
  std::string iban;        // where to pay; may be empty
  std::string vat_number;  // where it has one beside the tax number; may be empty

  friend bool operator==(const OwnAccount&, const OwnAccount&) = default;
};

struct InvoiceRefusal {
  enum class Why {
    name_missing,
    name_too_long,  // more than 120 letters
    address_missing,
    address_too_long,  // more than 300 letters or 6 lines
    bad_country,       // two capital letters
    bad_tax_number,    // 4 to 20 letters and digits, with - . / and blanks between
    bad_vat_number,
    bad_days_to_pay,  // 0 to 120
    bad_iban,
    unknown_account,
    no_buyer,                 // nobody entered the company's particulars
    own_particulars_missing,  // the organisation's address or tax number
    unknown_receipt,
    not_on_account,  // or taken back, or of two accounts at once
    unknown_note,
    of_another_buyer,
    already_invoiced,
    nothing_to_invoice,
    unknown_invoice,
    cancelled,  // it was credited whole
    nothing_to_credit,
    not_an_amount,
    more_than_owed,
    more_than_open,
    nothing_to_assign,
    unknown_payment,
    already_reversed,
    same_id_other_content,
    changed_meanwhile,  // by another program: look again
    bad_line,           // of a file of payments
  };
  Why why = Why::name_missing;
  std::string about = {};  // a number, an amount; may be empty

  friend bool operator==(const InvoiceRefusal&, const InvoiceRefusal&) = default;
};
[[nodiscard]] std::string_view invoice_refusal_code(InvoiceRefusal::Why why);
[[nodiscard]] Phrase sentence_of(const InvoiceRefusal& refusal);

// As they are kept: without blanks around, no control letters, lengths and letters as said above.
[[nodiscard]] Result<Buyer, InvoiceRefusal> plain_buyer(Buyer typed);
[[nodiscard]] Result<OwnAccount, InvoiceRefusal> plain_own_account(OwnAccount typed);

}  // namespace tilia::pos
