// What the file of a split may hold, and what is said when it holds something else.
#include "payroll/funding/split_file.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace tilia::payroll {
namespace {

using Json = nlohmann::json;

Json small_file() {
  return Json::parse(R"({
    "currency":"EUR",
    "funders":[{"code":"F1"},{"code":"F2","hours_limit_year":"100"},
               {"code":"F3","public_aid":true}],
    "aid_ceiling":{"percent":"75","basis":"net"},
    "plans":[{"worker":"A1","phases":[{"funder":"F1","from":"2026-01-01","basis":"gross"}]}],
    "months":[{"worker":"A1","month":"2026-01","gross":"500.00","employer_cost":"525.00"},
              {"worker":"A1","month":"2026-02","gross":"500.00","employer_cost":"525.00"}]})");
}

// "code place": what is refused, and where.
std::string refused(const std::string& text) {
  const auto file = read_funding_file(text);
  if (!file) {
    const FundingRefusal& why = file.refusal();
    const std::string place = why.why == FundingRefusal::Why::file    ? why.file.place
                              : why.why == FundingRefusal::Why::split ? why.split.place
                                                                      : why.place;
    return funding_refusal_code(why) + " " + place;
  }
  const auto split = split_wages(file.value().agreements, file.value().months);
  if (split) return "split";
  return funding_refusal_code({.why = FundingRefusal::Why::split, .split = split.refusal()}) + " " +
         split.refusal().place;
}

std::string refused_with(const char* pointer, const Json& value) {
  Json file = small_file();
  file[Json::json_pointer(pointer)] = value;
  return refused(file.dump());
}

TEST(FundingFile, IsRefusedWithThePlaceNamed) {
  const char* phase = "/plans/0/phases/0/";
  struct Row {
    std::string pointer;
    Json value;
    std::string said;
  };
  const std::string in_phase = "plans[0].phases[0]";
  const std::vector<Row> rows{
      {"/curency", "EUR", "file.unknown_key curency"},
      {"/currency", "EUX", "funding.unknown_currency currency"},
      {"/currency", nullptr, "file.wrong_kind currency"},
      {"/funders/1/code", "F1", "funding.doubled_funder funders[1].code"},
      {"/funders/0/budget", "-1.00", "funding.negative funders[0].budget"},
      {"/funders/0/budget", "1.001", "funding.bad_number funders[0].budget"},
      {"/aid_ceiling/basis", "hours", "funding.unknown_basis aid_ceiling.basis"},
      {"/plans/1",
       {{"worker", "A1"}, {"phases", Json::array()}},
       "funding.doubled_plan plans[1].worker"},
      {phase + std::string("funder"), "F9", "funding.unknown_funder " + in_phase + ".funder"},
      {phase + std::string("basis"), "wage", "funding.unknown_basis " + in_phase + ".basis"},
      {phase + std::string("months"), {"2026-01"}, "funding.period " + in_phase},
      {phase + std::string("from"), nullptr, "funding.period " + in_phase},
      {phase + std::string("to"), "2025-12-31", "funding.ends_before_start " + in_phase + ".to"},
      {phase + std::string("basis"), "fixed", "funding.no_amount " + in_phase + ".amount"},
      {phase + std::string("basis"), "hours", "funding.no_rate " + in_phase + ".rate"},
      {phase + std::string("percent"), "-5", "funding.negative " + in_phase + ".percent"},
      {phase + std::string("percent"), 5, "file.wrong_kind " + in_phase + ".percent"},
      {phase + std::string("percent"), "1e2", "funding.bad_number " + in_phase + ".percent"},
      {phase + std::string("priority"), -1, "funding.negative " + in_phase + ".priority"},
      {phase + std::string("keep_months"), -1, "funding.negative " + in_phase + ".keep_months"},
      {phase + std::string("payee"), "shop", "funding.unknown_payee " + in_phase + ".payee"},
      {phase + std::string("basis"), "net", "funding.missing_figure months[0].net"},
      {phase + std::string("cap_month"), "minimum_wage",
       "funding.missing_figure months[0].minimum_wage"},
      {phase + std::string("funder"), "F2", "funding.missing_figure months[0].hours"},
      {phase + std::string("funder"), "F3", "funding.missing_figure months[0].net"},
      {"/months/1/month", "2026-01", "funding.doubled_month months[1].month"},
      {"/months/1/month", "2025-12", "funding.descending_months months[1].month"},
      {"/months/1/month", "2026-13", "funding.bad_month months[1].month"},
      {"/months/1/employer_cost", "-1.00", "funding.negative months[1].employer_cost"},
      {"/months/1/employer_cost", nullptr, "funding.missing_figure months[1].employer_cost"},
      {"/months/1/hours", "-1", "funding.negative months[1].hours"},
      {"/months/1/gross", "500.005", "funding.bad_number months[1].gross"},
      {"/months/1/employed_from", "2026-02-30", "file.bad_day months[1].employed_from"},
      {"/months/0/gross", "-500.00", "split"},
      {"/months/0/hours", "160.12345", "split"},
      {phase + std::string("keep_months"), 18, "split"},
      {phase + std::string("arrears"), true, "split"},
      {phase + std::string("cap_total"), nullptr, "split"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(refused_with(row.pointer.c_str(), row.value), row.said) << row.pointer;
  EXPECT_EQ(refused("{"), "file.not_json ");
  EXPECT_EQ(refused(R"({"currency":"EUR","currency":"EUR"})"), "file.doubled_key currency");
}

TEST(FundingFile, RefusesWhatARemainderAndALumpSumCannotBe) {
  const auto phase = [](const char* said) {
    Json file = small_file();
    file["plans"][0]["phases"][0] = Json::parse(said);
    return refused(file.dump());
  };
  EXPECT_EQ(phase(R"({"funder":"F1","from":"2026-01-01","basis":"lump_sum","amount":"10.00"})"),
            "funding.no_end plans[0].phases[0].to");
  EXPECT_EQ(phase(R"({"funder":"F1","from":"2026-01-01","basis":"remainder","prorate":true})"),
            "funding.remainder_prorate plans[0].phases[0].prorate");
  EXPECT_EQ(phase(R"({"funder":"F1","from":"2026-01-01","basis":"remainder","payee":"worker"})"),
            "funding.remainder_premium plans[0].phases[0].payee");
  EXPECT_EQ(phase(R"({"funder":"F1","from":"2026-01-01","basis":"remainder","percent":"100.01"})"),
            "funding.over_hundred plans[0].phases[0].percent");
  EXPECT_EQ(phase(R"({"funder":"F1","from":"2027-01-01","basis":"remainder","percent":"100.01"})"),
            "split")
      << "it sleeps in every month of the file";
}

TEST(FundingFile, CountsInTheDecimalsOfItsCurrency) {
  const auto own = [](const char* currency, const char* cost) {
    const Json file{
        {"currency", currency},
        {"months", {{{"worker", "A1"}, {"month", "2026-01"}, {"employer_cost", cost}}}}};
    const auto read = read_funding_file(file.dump());
    if (!read) return funding_refusal_code(read.refusal());
    return split_wages(read.value().agreements, read.value().months).value().months[0].own.text();
  };
  EXPECT_EQ(own("JPY", "1000"), "1000");
  EXPECT_EQ(own("JPY", "1000.5"), "funding.bad_number");
  EXPECT_EQ(own("KWD", "1.005"), "1.005");
  EXPECT_EQ(own("RSD", "123456789"), "123456789.00");
}

}  // namespace
}  // namespace tilia::payroll
