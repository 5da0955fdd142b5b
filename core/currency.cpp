#include "core/currency.h"

namespace tilia {
namespace {

// Codes in use, ISO 4217:2015, by their decimals, each behind its number. Albania, North Macedonia,
// Serbia and Czechia keep two decimals in law and pay none in cash.
struct Decimals {
  std::int8_t exponent;
  std::string_view codes;
};
constexpr std::array<Decimals, 4> known{{
    {2,
     "EUR RSD ALL BAM BGN CZK MKD RON "
     "AED AFN AMD ANG AOA ARS AUD AWG AZN BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF "
     "CHE CHF CHW CNY COP COU CRC CUC CUP CVE DKK DOP DZD EGP ERN ETB FJD FKP GBP GEL GHS GIP GMD "
     "GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD "
     "MDL MGA MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP "
     "PKR PLN QAR RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP "
     "TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW ZWL "},
    {0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF "},
    {3, "BHD IQD JOD KWD LYD OMR TND "},
    {4, "CLF UYW "},
}};
constexpr std::size_t letters = 3;

bool lists(std::string_view codes, std::string_view code) {
  for (std::size_t at = 0; at < codes.size(); at += letters + 1)
    if (codes.substr(at, letters) == code) return true;
  return false;
}

}  // namespace

std::optional<Currency> Currency::from_code(std::string_view code) {
  if (code.size() != letters) return std::nullopt;
  for (const Decimals& some : known)
    if (lists(some.codes, code)) return Currency({code[0], code[1], code[2]}, some.exponent);
  return std::nullopt;
}

std::int64_t Currency::minor_per_major() const {
  std::int64_t minor = 1;
  for (int digit = 0; digit < exponent_; ++digit) minor *= 10;
  return minor;
}

}  // namespace tilia
