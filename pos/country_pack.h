// What a country wants of a till: its currency and pieces, VAT, cash rounding, clock, and what
// fiscal law asks. Data: pos/rules/<country>.toml and pos/rules/pieces.toml, read by a loader that
// refuses an unknown key, an unordered or doubled date, and an entry without a source. How a file
// is written: pos/rules/README.md.
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/currency.h"
#include "core/rounding.h"
#include "pos/cash_piece.h"
#include "pos/vat.h"

namespace tilia::pos {

// Where fiscal law leaves the receipt. Until what it asks for is set up, the paper says that it is
// not a fiscal receipt; the sale screen never waits for it.
enum class FiscalDuty {
  none,           // the paper of the till is enough
  device_beside,  // a fiscal device stands beside: the amount is shown, its number typed back or
                  // skipped
  built_in,       // the till itself must report: a later release
};

struct CashRounding {
  Money step;  // of the currency's smallest piece in use; one minor unit means none
  Rounding mode = Rounding::half_up;
};

struct CountryPack {
  std::string country;  // "RS", "BA-FBiH"
  Currency currency;
  std::string zone;      // "Europe/Belgrade"
  std::string language;  // the language that a new book starts with, a tag of core/phrase.h
  VatTable vat;
  CashRounding cash_rounding;
  std::vector<Piece>
      pieces;  // largest first; where a coin and a note are worth the same, the note first
  FiscalDuty fiscal_duty = FiscalDuty::none;
  // What holds on that day and nobody has checked against an official page: "vat.standard",
  // "cash_rounding".
  std::vector<std::string> unverified;
};

// A rule file that does not hold: the message names file and place. Our data, so an exception.
class CountryPackFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// `rules` is the folder of the TOML files. Nothing for a country that has none there. The pack is
// that of one day: Bulgaria's is in BGN until 2025-12-31 and in EUR from the next day. Throws
// CountryPackFault for a file that does not hold, and for a day before the first that the files
// know.
[[nodiscard]] std::optional<CountryPack> load_country_pack(const std::filesystem::path& rules,
                                                           const std::string& country,
                                                           const Day& on);
[[nodiscard]] std::vector<std::string> countries_with_a_pack(const std::filesystem::path& rules);

}  // namespace tilia::pos
