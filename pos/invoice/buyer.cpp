#include "pos/invoice/buyer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "core/check.h"
#include "core/iban.h"
#include "core/letters.h"

namespace tilia::pos {
namespace {

using Why = InvoiceRefusal::Why;

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_address = 300;
constexpr std::ptrdiff_t most_lines = 6;
constexpr int longest_days_to_pay = 120;

constexpr std::array<std::pair<Why, std::string_view>, 30> codes{{
    {Why::name_missing, "invoice.name_missing"},
    {Why::name_too_long, "invoice.name_too_long"},
    {Why::address_missing, "invoice.address_missing"},
    {Why::address_too_long, "invoice.address_too_long"},
    {Why::bad_country, "invoice.bad_country"},
    {Why::bad_tax_number, "invoice.bad_tax_number"},
    {Why::bad_vat_number, "invoice.bad_vat_number"},
    {Why::bad_days_to_pay, "invoice.bad_days_to_pay"},
    {Why::bad_iban, "invoice.bad_iban"},
    {Why::unknown_account, "invoice.unknown_account"},
    {Why::no_buyer, "invoice.no_buyer"},
    {Why::own_particulars_missing, "invoice.own_particulars_missing"},
    {Why::unknown_receipt, "invoice.unknown_receipt"},
    {Why::not_on_account, "invoice.not_on_account"},
    {Why::unknown_note, "invoice.unknown_note"},
    {Why::of_another_buyer, "invoice.of_another_buyer"},
    {Why::already_invoiced, "invoice.already_invoiced"},
    {Why::nothing_to_invoice, "invoice.nothing_to_invoice"},
    {Why::unknown_invoice, "invoice.unknown_invoice"},
    {Why::cancelled, "invoice.cancelled"},
    {Why::nothing_to_credit, "invoice.nothing_to_credit"},
    {Why::not_an_amount, "invoice.not_an_amount"},
    {Why::more_than_owed, "invoice.more_than_owed"},
    {Why::more_than_open, "invoice.more_than_open"},
    {Why::nothing_to_assign, "invoice.nothing_to_assign"},
    {Why::unknown_payment, "invoice.unknown_payment"},
    {Why::already_reversed, "invoice.already_reversed"},
    {Why::same_id_other_content, "invoice.same_id_other_content"},
    {Why::changed_meanwhile, "invoice.changed_meanwhile"},
    {Why::bad_line, "invoice.bad_line"},
}};

std::string without_blanks_around(const std::string& text) {
  constexpr const char* blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// One line of it, without control letters.
std::string plain_line(const std::string& text) {
  std::string plain;
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (code >= 0x20 && code != 0x7F) plain += letter;
  }
  return without_blanks_around(plain);
}

std::string plain_lines(const std::string& text) {
  std::string plain;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::string kept = plain_line(line);
    if (!kept.empty()) plain += (plain.empty() ? "" : "\n") + kept;
  }
  return plain;
}

// Of any country's register: what a form takes and a machine can read.
bool good_number(std::string_view number) {
  const auto letter_or_digit = [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= 'a' && letter <= 'z');
  };
  constexpr std::string_view between = "-./ ";
  return number.size() >= 4 && number.size() <= 20 && letter_or_digit(number.front()) &&
         letter_or_digit(number.back()) && std::ranges::all_of(number, [&](char letter) {
           return letter_or_digit(letter) || between.find(letter) != std::string_view::npos;
         });
}

bool good_country(std::string_view country) {
  return country.size() == 2 &&
         std::ranges::all_of(country, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

std::optional<InvoiceRefusal> fault_of(const Buyer& buyer) {
  if (buyer.name.empty()) return InvoiceRefusal{Why::name_missing};
  if (!is_utf8(buyer.name) || letters_of(buyer.name).size() > longest_name)
    return InvoiceRefusal{Why::name_too_long};
  if (buyer.address.empty()) return InvoiceRefusal{Why::address_missing};
  if (!is_utf8(buyer.address) || letters_of(buyer.address).size() > longest_address ||
      std::ranges::count(buyer.address, '\n') >= most_lines)
    return InvoiceRefusal{Why::address_too_long};
  if (!good_country(buyer.country)) return InvoiceRefusal{Why::bad_country, buyer.country};
  if (!good_number(buyer.tax_number)) return InvoiceRefusal{Why::bad_tax_number, buyer.tax_number};
  if (!buyer.vat_number.empty() && !good_number(buyer.vat_number))
    return InvoiceRefusal{Why::bad_vat_number, buyer.vat_number};
  if (buyer.days_to_pay < 0 || buyer.days_to_pay > longest_days_to_pay)
    return InvoiceRefusal{Why::bad_days_to_pay, std::to_string(buyer.days_to_pay)};
  return std::nullopt;
}

}  // namespace

std::string_view invoice_refusal_code(Why why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(const InvoiceRefusal& refusal) {
  const std::string_view code = invoice_refusal_code(refusal.why);
  return Phrase(fmt::format("pos.invoice.{}", code.substr(code.find('.') + 1)))
      .with("about", refusal.about);
}

Result<Buyer, InvoiceRefusal> plain_buyer(Buyer typed) {
  typed.name = plain_line(typed.name);
  typed.address = plain_lines(typed.address);
  typed.country = plain_line(typed.country);
  typed.tax_number = plain_line(typed.tax_number);
  typed.vat_number = plain_line(typed.vat_number);
  if (auto fault = fault_of(typed)) return *fault;
  return typed;
}

Result<OwnAccount, InvoiceRefusal> plain_own_account(OwnAccount typed) {
  typed.iban = plain_iban(typed.iban);
  typed.vat_number = plain_line(typed.vat_number);
  if (!typed.iban.empty() && !good_iban(typed.iban))
    return InvoiceRefusal{Why::bad_iban, typed.iban};
  if (!typed.vat_number.empty() && !good_number(typed.vat_number))
    return InvoiceRefusal{Why::bad_vat_number, typed.vat_number};
  return typed;
}

}  // namespace tilia::pos
