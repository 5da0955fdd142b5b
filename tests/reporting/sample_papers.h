// Papers that tests draw: the typeface, the languages, a payslip and a year of a shop.
#pragma once

#include "reporting/disclosure/business_gate.h"
#include "reporting/papers.h"
#include "reporting/payslip_paper.h"

namespace tilia::reporting {

inline const Typeface& typeface() {
  static const Typeface read(TILIA_SHARE "/fonts");
  return read;
}

inline Words words_of(Language language) { return {language, TILIA_SHARE "/locale"}; }

inline Currency rsd() { return Currency::from_code("RSD").value(); }
inline Money rsd_of(const char* text) { return Money::parse(text, rsd()).value(); }
inline Day day_of(const char* text) { return Day::parse(text).value(); }

inline PayslipPaper sample_payslip() {
  const char* contributions = "Zakon o doprinosima za obavezno socijalno osiguranje, čl. 44";
  const char* tax = "Zakon o porezu na dohodak građana, čl. 16";
  const auto line = [&](const char* code, const char* name, bool employer, const char* percent,
                        const char* amount) {
    return PayslipPaper::Line{code,
                              Phrase(std::string("payroll.line.") + name),
                              employer,
                              rsd_of("1214600.00"),
                              Rate::parse_percent(percent).value(),
                              rsd_of(amount),
                              day_of("2026-01-01"),
                              contributions};
  };
  return {.employer_name = "Udruženje „Lipa“ – pekara na uglu",
          .employer_address = "Bulevar kralja Aleksandra 12\n11000 Beograd",
          .employer_tax_number = "101234567",
          .worker = "amber",
          .picture = "",
          .month = Month::parse("2026-03").value(),
          .worked_minutes = 10590,
          .gross = rsd_of("1214600.00"),
          .lines = {line("SRB_PIO_EE", "pension_employee", false, "14", "170044.00"),
                    line("SRB_HLT_EE", "health_employee", false, "5.15", "62551.90"),
                    line("SRB_UNE_EE", "unemployment_employee", false, "0.75", "9109.50"),
                    line("SRB_PIO_ER", "pension_employer", true, "10", "121460.00"),
                    line("SRB_HLT_ER", "health_employer", true, "5.15", "62551.90")},
          .tax_steps = {{Phrase("payroll.step.gross"), {}, {}, rsd_of("1214600.00"), {}, {}},
                        {Phrase("payroll.allowance.SRB_UNTAXED"),
                         {},
                         {},
                         rsd_of("-34221.00"),
                         day_of("2026-01-01"),
                         tax},
                        {Phrase("payroll.step.tax"), rsd_of("1180379.00"),
                         Rate::parse_percent("10").value(), rsd_of("118037.90"),
                         day_of("2026-01-01"), tax}},
          .tax = rsd_of("118037.90"),
          .net = rsd_of("854856.70"),
          .employer_cost = rsd_of("1398611.90"),
          .items = {},
          .payout = rsd_of("854856.70"),
          .draft = false,
          .practice = true,
          .beyond_review = false};
}

// A year: 12,146,000 of sales in twelve months, five kinds of services.
inline BusinessFigures sample_year() {
  BusinessFigures sums{.from = day_of("2026-01-01"),
                       .to = day_of("2026-12-31"),
                       .currency = rsd(),
                       .organisation = "Udruženje „Lipa“ – pekara, perionica i frizerski salon",
                       .practice = true,
                       .shops = 3,
                       .sales_gross = rsd_of("12146000.00"),
                       .vat = rsd_of("1704333.33"),
                       .donations = rsd_of("84000.00"),
                       .running_costs = rsd_of("7428101.17"),
                       .services = rsd_of("2550660.00"),
                       .by_service = {},
                       .by_month = {},
                       .month_open = false,
                       .people_at_work = 7,
                       .journal_head = "ALL 6412 7KQ4-M2XD-9PHR-W3TC"};
  sums.by_service = {{ServiceKind::housing, 1204, rsd_of("1067100.00")},
                     {ServiceKind::counselling, 912, rsd_of("582768.00")},
                     {ServiceKind::training, 2310, rsd_of("513420.00")},
                     {ServiceKind::child_care, 640, rsd_of("266714.00")},
                     {ServiceKind::emergency_help, 31, rsd_of("120658.00")}};
  const std::vector<std::int64_t> sales{900, 920,  960,  990,  1010, 1040,
                                        980, 1000, 1046, 1080, 1100, 1120};
  const std::vector<std::int64_t> services{150, 160, 155, 198, 212, 228,
                                           190, 181, 240, 259, 277, 300};
  Month month = Month::parse("2026-01").value();
  for (std::size_t at = 0; at < sales.size(); ++at, month = month.next()) {
    sums.by_month.push_back(
        {month, Money::from_minor(sales[at] * 1'000'00, rsd()),
         Money::from_minor(services[at] * 1'000'00 + (at == 11 ? 660'00 : 0), rsd())});
  }
  return sums;
}

// Costs above sales; services out of donations.
inline BusinessFigures sample_loss() {
  BusinessFigures sums = sample_year();
  sums.running_costs = rsd_of("11214600.50");
  sums.donations = rsd_of("3200000.00");
  sums.month_open = true;
  return sums;
}

inline Publishable<RevenueToServices> published(const BusinessFigures& sums) {
  return BusinessGate::pass(draw_up_revenue_to_services(sums)).value();
}

inline bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace tilia::reporting
