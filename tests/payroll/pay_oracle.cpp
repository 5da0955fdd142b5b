#include "tests/payroll/pay_oracle.h"

#include <algorithm>
#include <optional>

namespace tilia::payroll {
namespace {

using Whole = boost::multiprecision::cpp_int;
using Said = std::map<std::string, std::string>;

Exact number(const std::string& text) {
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return Exact(Whole(text));
  Whole scale = 1;
  for (std::size_t at = point + 1; at < text.size(); ++at) scale *= 10;
  return Exact(Whole(text.substr(0, point) + text.substr(point + 1)), scale);
}

// A leading zero would be read as octal.
Exact n(const char* text) {
  std::string digits(text);
  std::string plain;
  bool leading = true;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (digits[at] == '.') continue;
    if (leading && digits[at] == '0') continue;
    leading = false;
    plain += digits[at];
  }
  if (plain.empty()) return 0;
  const std::size_t point = digits.find('.');
  return number(plain) / (point == std::string::npos ? Exact(1) : [&] {
           Exact scale = 1;
           for (std::size_t at = point + 1; at < digits.size(); ++at) scale *= 10;
           return scale;
         }());
}

Whole floor_of(const Exact& value) {
  const Whole top = numerator(value);
  const Whole bottom = denominator(value);
  Whole whole = top / bottom;
  if (top < 0 && whole * bottom != top) --whole;
  return whole;
}

Exact nearest(const Exact& value, const Exact& unit) {
  const Exact units = value / unit;
  return units < 0 ? Exact(-floor_of(-units + Exact(1, 2))) * unit
                   : Exact(floor_of(units + Exact(1, 2))) * unit;
}
Exact above(const Exact& value, const Exact& unit) {
  const Exact units = value / unit;
  const Whole whole = floor_of(units);
  return (Exact(whole) == units ? Exact(whole) : Exact(whole + 1)) * unit;
}

const Exact cent(1, 100);
const Exact hundred(100);

Exact held(const Exact& value, const char* least, const char* most) {
  Exact base = value;
  if (most != nullptr) base = std::min(base, n(most));
  if (least != nullptr) base = std::max(base, n(least));
  return base;
}

Exact said_number(const Said& said, const char* key, const char* otherwise) {
  const auto found = said.find(key);
  return n(found == said.end() ? otherwise : found->second.c_str());
}

bool says_no(const Said& said, const char* key) {
  const auto found = said.find(key);
  return found != said.end() && found->second == "no";
}

// Adds up what both sides bear.
struct Sum {
  OracleSlip slip;
  Exact gross, worker = 0, employer = 0;
  explicit Sum(const Exact& wage) : gross(wage) {}
  void line(const std::string& code, const Exact& amount) {
    slip.lines[code] = amount;
    const bool on_top = code.ends_with("_ER") || code.ends_with("_ER*");
    (on_top ? employer : worker) += amount;
  }
  void share(const char* code, const Exact& base, const char* percent, const Exact& unit = cent) {
    line(code, nearest(base * n(percent) / hundred, unit));
  }
  OracleSlip done(const Exact& base, const Exact& tax) {
    slip.tax_base = base;
    slip.tax = tax;
    slip.net = gross - worker - tax;
    slip.employer_cost = gross + employer;
    return slip;
  }
};

OracleSlip albania(const Exact& gross, const char* least, const char* most) {
  Sum sum(gross);
  const Exact social = held(gross, least, most);
  const Exact health = held(gross, least, nullptr);
  sum.share("AL_SOC_EE", social, "9.5", 1);
  sum.share("AL_HLT_EE", health, "1.7", 1);
  sum.share("AL_SOC_ER", social, "15", 1);
  sum.share("AL_HLT_ER", health, "1.7", 1);
  Exact base = gross - (gross <= 50000 ? 50000 : gross <= 60000 ? 35000 : 30000);
  base = std::max<Exact>(base, 0);
  const Exact tax =
      base <= 170000 ? Exact(base * 13 / 100) : Exact(22100 + (base - 170000) * 23 / 100);
  return sum.done(base, nearest(tax, 1));
}
OracleSlip albania_2025(const Exact& gross, const Said&) {
  return albania(gross, "40000", "176416");
}
OracleSlip albania_2026(const Exact& gross, const Said&) {
  return albania(gross, "50000", "186416");
}

OracleSlip federation(const Exact& gross, const Said& said, const char* least, const char* pension,
                      const char* health) {
  Sum sum(gross);
  const Exact base = held(gross, least, nullptr);
  sum.share("FBIH_PIO_EE", base, "17");
  sum.share("FBIH_HLT_EE", base, "12.5");
  sum.share("FBIH_UNE_EE", base, "1.5");
  sum.share("FBIH_PIO_ER", base, pension);
  sum.share("FBIH_HLT_ER", base, health);
  sum.share("FBIH_UNE_ER", base, "0.5");
  const Exact deduction = nearest(300 * said_number(said, "tax_card", "1"), cent);
  const Exact taxed = std::max<Exact>(gross - sum.worker - deduction, 0);
  return sum.done(taxed, nearest(taxed / 10, cent));
}
OracleSlip federation_spring_2025(const Exact& gross, const Said& said) {
  return federation(gross, said, nullptr, "6", "4");
}
OracleSlip federation_2026(const Exact& gross, const Said& said) {
  return federation(gross, said, "1605.48", "2.5", "2");
}

OracleSlip srpska_2026(const Exact& gross, const Said&) {
  Sum sum(gross);
  const Exact free = gross == n("1476.23") || gross == n("1558.19") ? 50 : 0;
  const Exact base = held(gross, "1476.23", nullptr) - free;
  sum.share("RS_PIO", base, "18.5");
  sum.share("RS_HLT", base, "10.2");
  sum.share("RS_UNE", base, "0.6");
  sum.share("RS_CHILD", base, "1.7");
  const Exact taxed = std::max<Exact>(gross - free - 1000, 0);
  return sum.done(taxed, nearest(taxed * 8 / 100, cent));
}

// The rates of a side are rounded as one sum; each line has what those before it left.
void bulgarian_side(Sum& sum, const Exact& base,
                    const std::vector<std::pair<const char*, const char*>>& lines) {
  Exact rate = 0, before = 0;
  for (const auto& [code, percent] : lines) {
    rate += n(percent);
    const Exact all = nearest(base * rate / hundred, cent);
    sum.line(code, all - before);
    before = all;
  }
}
OracleSlip bulgaria(const Exact& gross, const char* least, const char* most) {
  Sum sum(gross);
  const Exact base = held(gross, least, most);
  bulgarian_side(sum, base,
                 {{"BG_PENS_EE", "6.58"},
                  {"BG_SICK_EE", "1.40"},
                  {"BG_UNEMP_EE", "0.40"},
                  {"BG_UPF_EE", "2.20"},
                  {"BG_HLT_EE", "3.20"}});
  bulgarian_side(sum, base,
                 {{"BG_PENS_ER", "8.22"},
                  {"BG_SICK_ER", "2.10"},
                  {"BG_UNEMP_ER", "0.60"},
                  {"BG_UPF_ER", "2.80"},
                  {"BG_HLT_ER", "4.80"},
                  {"BG_TZPB_ER", "0.40"}});
  const Exact taxed = std::max<Exact>(gross - sum.worker, 0);
  return sum.done(taxed, nearest(taxed / 10, cent));
}
OracleSlip bulgaria_2025(const Exact& gross, const Said&) {
  return bulgaria(gross, "1077", "4130");
}
OracleSlip bulgaria_2026(const Exact& gross, const Said&) {
  return bulgaria(gross, "550.66", "2111.64");
}

OracleSlip kosovo(const Exact& gross, const Said& said, bool old_bands) {
  Sum sum(gross);
  sum.share("XK_PENS_EE", gross, "5");
  sum.share("XK_PENS_ER", gross, "5");
  const Exact base = gross - sum.worker;
  Exact tax = 0;
  if (says_no(said, "main_job")) {
    tax = base / 10;
  } else {
    if (old_bands && base > 80) tax += (std::min<Exact>(base, 250) - 80) * 4 / 100;
    if (base > 250) tax += (std::min<Exact>(base, 450) - 250) * 8 / 100;
    if (base > 450) tax += (base - 450) / 10;
  }
  return sum.done(base, nearest(tax, cent));
}
OracleSlip kosovo_summer_2024(const Exact& gross, const Said& said) {
  return kosovo(gross, said, true);
}
OracleSlip kosovo_2026(const Exact& gross, const Said& said) { return kosovo(gross, said, false); }

OracleSlip macedonia_2026(const Exact& gross, const Said&) {
  Sum sum(gross);
  sum.share("MK_PIO", gross, "18.8", 1);
  sum.share("MK_HLT", gross, "7.5", 1);
  sum.share("MK_INJ", gross, "0.5", 1);
  sum.share("MK_EMP", gross, "1.2", 1);
  const Exact taxed = std::max<Exact>(gross - sum.worker - 10932, 0);
  return sum.done(nearest(taxed, 1), nearest(taxed / 10, 1));
}

OracleSlip romania(const Exact& gross, const Said& said, const Exact& minimum,
                   const Exact& untaxed) {
  Sum sum(gross);
  const Exact free = gross == minimum ? untaxed : Exact(0);
  sum.share("RO_CAS", gross - free, "25", 1);
  sum.share("RO_CASS", gross - free, "10", 1);
  sum.line("RO_CAM_ER", nearest((gross - free) * n("2.25") / hundred, 1));
  Exact deduction = 0;
  if (!says_no(said, "main_job") && gross <= minimum + 2000) {
    const Exact by[] = {20, 25, 30, 35, 45};
    const auto dependants = static_cast<std::size_t>(
        std::stoi(said.contains("dependants") ? said.at("dependants") : "0"));
    Exact percent = by[std::min<std::size_t>(dependants, 4)];
    if (gross > minimum) percent -= above((gross - minimum) / 50, 1) / 2;
    deduction = nearest(minimum * std::max<Exact>(percent, 0) / hundred, 1);
  }
  const Exact taxed = std::max<Exact>(gross - free - sum.worker - deduction, 0);
  return sum.done(nearest(taxed, 1), nearest(taxed / 10, 1));
}
OracleSlip romania_spring_2026(const Exact& gross, const Said& said) {
  return romania(gross, said, 4050, 300);
}
OracleSlip romania_autumn_2026(const Exact& gross, const Said& said) {
  return romania(gross, said, 4325, 200);
}

OracleSlip serbia(const Exact& gross, const char* least, const char* most, const char* untaxed) {
  Sum sum(gross);
  const Exact base = held(gross, least, most);
  sum.share("SRB_PIO_EE", base, "14");
  sum.share("SRB_HLT_EE", base, "5.15");
  sum.share("SRB_UNE_EE", base, "0.75");
  sum.share("SRB_PIO_ER", base, "10");
  sum.share("SRB_HLT_ER", base, "5.15");
  const Exact taxed = std::max<Exact>(gross - n(untaxed), 0);
  return sum.done(taxed, nearest(taxed / 10, cent));
}
OracleSlip serbia_2024(const Exact& gross, const Said&) {
  return serbia(gross, "40143", "573470", "25000");
}
OracleSlip serbia_2025(const Exact& gross, const Said&) {
  return serbia(gross, "45950", "656425", "28423");
}
OracleSlip serbia_2026(const Exact& gross, const Said&) {
  return serbia(gross, "51297", "732820", "34221");
}

OracleSlip spain(const Exact& gross, const Said& said, const char* least, const char* most,
                 const char* equity_worker, const char* equity_employer) {
  Sum sum(gross);
  const Exact extra = nearest(said_number(said, "extra_pay_year", "0") / 12, cent);
  const Exact base = held(gross + extra, least, most);
  const bool fixed = said.contains("contract") && said.at("contract") == "fixed_term";
  sum.share("ES_CC_EE", base, "4.70");
  if (fixed) {
    sum.share("ES_UNE_EE_T", base, "1.60");
    sum.line("ES_UNE_ER_T", nearest(base * n("6.70") / hundred, cent));
    sum.worker -= sum.slip.lines.at("ES_UNE_ER_T");
    sum.employer += sum.slip.lines.at("ES_UNE_ER_T");
  } else {
    sum.share("ES_UNE_EE", base, "1.55");
    sum.share("ES_UNE_ER", base, "5.50");
  }
  sum.share("ES_FP_EE", base, "0.10");
  sum.share("ES_MEI_EE", base, equity_worker);
  sum.share("ES_CC_ER", base, "23.60");
  sum.share("ES_FOG_ER", base, "0.20");
  sum.share("ES_FP_ER", base, "0.60");
  sum.share("ES_MEI_ER", base, equity_employer);
  sum.share("ES_ATEP_ER", base, "1.50");
  return sum.done(gross, nearest(gross * said_number(said, "irpf", "0") / hundred, cent));
}
OracleSlip spain_2025(const Exact& gross, const Said& said) {
  return spain(gross, said, "1381.20", "4909.50", "0.13", "0.67");
}
OracleSlip spain_2026(const Exact& gross, const Said& said) {
  return spain(gross, said, "1424.50", "5101.20", "0.15", "0.75");
}

OracleSlip czechia(const Exact& gross, const Said& said, const Exact& minimum, const Exact& year,
                   const Exact& high) {
  Sum sum(gross);
  const Exact base = std::min(gross, year);
  const Exact pension = above(base * n("6.5") / hundred, 1);
  sum.line("CZ_PENS_EE", pension);
  sum.line("CZ_SICK_EE", above(base * n("7.1") / hundred, 1) - pension);
  const Exact worker = above(gross * n("4.5") / hundred, 1);
  const Exact both = above(gross * n("13.5") / hundred, 1);
  sum.line("CZ_HLT_EE", worker);
  sum.line("CZ_HLT_ER", both - worker);
  if (gross < minimum) sum.line("CZ_HLT_TOP", above(minimum * n("13.5") / hundred, 1) - both);
  sum.line("CZ_SOC_ER", above(base * n("24.8") / hundred, 1));
  const Exact taxed = above(gross, 100);
  Exact tax = std::min(taxed, high) * 15 / 100;
  if (taxed > high) tax += (taxed - high) * 23 / 100;
  if (!says_no(said, "main_job")) {
    tax = std::max<Exact>(tax - 2570, 0);
    const int children = said.contains("children") ? std::stoi(said.at("children")) : 0;
    Exact credit = 0;
    for (int child = 1; child <= children; ++child)
      credit += child == 1 ? 1267 : child == 2 ? 1860 : 2320;
    tax = gross >= minimum / 2 ? Exact(tax - credit) : std::max<Exact>(tax - credit, 0);
  }
  return sum.done(taxed, tax < 0 ? Exact(-above(-tax, 1)) : above(tax, 1));
}
OracleSlip czechia_2025(const Exact& gross, const Said& said) {
  return czechia(gross, said, 20800, 2234736, 139671);
}
OracleSlip czechia_2026(const Exact& gross, const Said& said) {
  return czechia(gross, said, 22400, 2350416, 146901);
}

struct AustrianFigures {
  const char* highest;
  const char* slight;
  const char* none;
  const char* one;
  const char* two;
  std::vector<Exact> bands;
  Exact credit;
};

OracleSlip austria(const Exact& gross, const AustrianFigures& law) {
  Sum sum(gross);
  const Exact base = held(gross, nullptr, law.highest);
  if (gross > n(law.slight)) {
    const char* unemployment = gross <= n(law.none)  ? "0"
                               : gross <= n(law.one) ? "1"
                               : gross <= n(law.two) ? "2"
                                                     : "2.95";
    sum.share("AT_KV_EE", base, "3.87");
    sum.share("AT_PV_EE", base, "10.25");
    sum.share("AT_ALV_EE", base, unemployment);
    sum.share("AT_AK_EE", base, "0.50");
    sum.share("AT_WF_EE", base, "0.50");
    sum.share("AT_KV_ER", base, "3.78");
    sum.share("AT_PV_ER", base, "12.55");
    sum.share("AT_ALV_ER", base, "2.95");
    sum.share("AT_IESG_ER", base, "0.10");
    sum.share("AT_WF_ER", base, "0.50");
  }
  sum.share("AT_UV_ER", base, "1.10");
  sum.share("AT_BV_ER", gross, "1.53");
  sum.share("AT_DB_ER", gross, "3.70");
  sum.share("AT_DZ_ER", gross, "0.36");
  sum.share("AT_KOMM_ER", gross, "3.00");
  const Exact month = gross - sum.worker;
  const Exact year = month * 12 - 132;
  const int rates[] = {20, 30, 40, 48, 50, 55};
  Exact tax = 0;
  for (std::size_t at = 0; at < law.bands.size(); ++at) {
    if (year <= law.bands[at]) break;
    const Exact top = at + 1 < law.bands.size() ? std::min(year, law.bands[at + 1]) : year;
    tax += (top - law.bands[at]) * rates[at] / 100;
  }
  tax = std::max<Exact>(tax - law.credit, 0) / 12;
  return sum.done(month, nearest(tax, cent));
}
OracleSlip austria_2024(const Exact& gross, const Said&) {
  return austria(gross, {"6060",
                         "518.44",
                         "1951",
                         "2128",
                         "2306",
                         {12816, 20818, 34513, 66612, 99266, 1000000},
                         463});
}
OracleSlip austria_2025(const Exact& gross, const Said&) {
  return austria(gross, {"6450",
                         "551.10",
                         "2074",
                         "2262",
                         "2451",
                         {13308, 21617, 35836, 69166, 103072, 1000000},
                         487});
}
OracleSlip austria_2026(const Exact& gross, const Said&) {
  return austria(gross, {"6930",
                         "551.10",
                         "2225",
                         "2427",
                         "2630",
                         {13539, 21992, 36458, 70365, 104859, 1000000},
                         496});
}

}  // namespace

const std::vector<OracleTable>& oracle_tables() {
  static const std::vector<OracleTable> tables{
      {"AL", "2025-06-30", {40000, 50000, 60000, 176416, 200000}, 1, albania_2025},
      {"AL", "2026-06-30", {50000, 60000, 186416, 200000}, 1, albania_2026},
      {"BA-FBiH", "2025-06-30", {300, 1562}, cent, federation_spring_2025},
      {"BA-FBiH", "2026-06-30", {300, n("1605.48")}, cent, federation_2026},
      {"BA-RS", "2026-06-30", {1000, n("1476.23"), n("1558.19")}, cent, srpska_2026},
      {"BG", "2025-06-30", {1077, 4130}, cent, bulgaria_2025},
      {"BG", "2026-06-30", {n("550.66"), n("620.20"), n("2111.64")}, cent, bulgaria_2026},
      {"XK", "2024-08-22", {80, 250, 450, 475}, cent, kosovo_summer_2024},
      {"XK", "2026-06-30", {250, 450, 475}, cent, kosovo_2026},
      {"MK", "2026-06-30", {10932, 38507}, 1, macedonia_2026},
      {"RO", "2026-06-30", {4050, 4100, 6050}, 1, romania_spring_2026},
      {"RO", "2026-08-31", {4325, 4375, 6325}, 1, romania_autumn_2026},
      {"RS", "2024-06-30", {25000, 40143, 573470}, cent, serbia_2024},
      {"RS", "2025-06-30", {28423, 45950, 656425}, cent, serbia_2025},
      {"RS", "2026-06-30", {34221, 51297, 732820}, cent, serbia_2026},
      {"ES", "2025-06-30", {n("1381.20"), n("4909.50")}, cent, spain_2025},
      {"ES", "2026-06-30", {n("1424.50"), n("5101.20")}, cent, spain_2026},
      {"CZ", "2025-06-30", {10400, 20800, 139671, 2234736}, 1, czechia_2025},
      {"CZ", "2026-06-30", {11200, 22400, 146901, 2350416}, 1, czechia_2026},
      {"AT", "2024-06-30", {n("518.44"), 1951, 2128, 2306, 6060}, cent, austria_2024},
      {"AT", "2025-06-30", {n("551.10"), 2074, 2262, 2451, 6450}, cent, austria_2025},
      {"AT", "2026-06-30", {n("551.10"), 2225, 2427, 2630, 6930}, cent, austria_2026}};
  return tables;
}

}  // namespace tilia::payroll
