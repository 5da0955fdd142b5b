// `tilia funding split` as somebody types it: no book, a file in and one answer out.
#include <gtest/gtest.h>

#include "program.h"

namespace tilia::app {
namespace {

constexpr const char* file = R"({"currency":"EUR",
 "funders":[{"code":"F1","budget":"100.00","public_aid":true},{"code":"F2"}],
 "aid_ceiling":{"percent":"75","basis":"employer_cost"},
 "plans":[{"worker":"A1","phases":[
   {"funder":"F2","from":"2026-05-01","to":"2026-10-31","basis":"gross","percent":"70",
    "cap_month":"350.00","priority":1},
   {"funder":"F1","from":"2026-05-16","to":null,"basis":"remainder","priority":2}]}],
 "months":[{"worker":"A1","month":"2026-05","gross":"500.00","employer_cost":"525.00",
            "employed_from":"2026-01-01","employed_to":null},
           {"worker":"B1","month":"2026-05","employer_cost":"410.10"}]})";

TEST(FundingSplit, AnswersSharesThatAddUpToTheCost) {
  const Ran ran = run({"--json", "--language", "en", "funding", "split", "-"},
                      {.input = file, .environment = {}});
  ASSERT_EQ(ran.status, 0) << ran.out << ran.err;
  EXPECT_EQ(ran.json(), Json::parse(R"({
    "months":[
      {"worker":"A1","month":"2026-05","employer_cost":"525.00",
       "shares":[{"phase":0,"funder":"F2","amount":"350.00","basis_amount":"500.00","cuts":[]},
                 {"phase":1,"funder":"F1","amount":"100.00","basis_amount":"175.00",
                  "cuts":["budget"]}],
       "own":"75.00","paid_to_worker":[]},
      {"worker":"B1","month":"2026-05","employer_cost":"410.10","shares":[],"own":"410.10",
       "paid_to_worker":[]}],
    "funders":[{"code":"F1","budget":"100.00","used":"100.00","left":"0.00","runs_out":"2026-05"},
               {"code":"F2","budget":null,"used":"350.00","left":null,"runs_out":null}],
    "findings":[{"worker":"A1","month":"2026-05","code":"budget","funder":"F1",
      "message":"A1, May 2026: the budget of F1 is used up, and it pays less than its plan says."
      }]})"));
  const Ran lines =
      run({"--language", "en", "funding", "split", "-"}, {.input = file, .environment = {}});
  EXPECT_EQ(lines.status, 0);
  EXPECT_NE(lines.out.find("The shop itself"), std::string::npos) << lines.out;
}

TEST(FundingSplit, RefusesWithThePlaceAndTellsNoJsonApart) {
  const auto refused = [](const std::string& text) {
    return run({"--json", "funding", "split", "-"}, {.input = text, .environment = {}});
  };
  const Ran unknown = refused(R"({"currency":"EUR","plan":[]})");
  EXPECT_EQ(unknown.status, 3);
  EXPECT_EQ(unknown.error_code(), "file.unknown_key");
  const Ran money = refused(R"({"currency":"XXL","months":[]})");
  EXPECT_EQ(money.status, 3);
  EXPECT_EQ(money.error_code(), "funding.unknown_currency");
  EXPECT_EQ(refused("no json").status, 4);
  EXPECT_EQ(run({"--json", "funding", "split", "/no/such/file"}).status, 4);
  EXPECT_EQ(run({"--json", "funding", "split"}).status, 2);
}

}  // namespace
}  // namespace tilia::app
