#include "payroll/erase_person.h"

#include <gtest/gtest.h>

#include <map>

#include "core/chance.h"

namespace tilia::payroll {
namespace {

using When = ErasurePart::When;

Worker left_on(const char* day) {
  SeededChance chance(1);
  return {WorkerId::mint(chance), "amber", "🦊", Day::parse(day)};
}

RetentionTable entered(const std::map<RetentionGroup, const char*>& rules) {
  RetentionTable table;
  for (const auto& [group, text] : rules) table.enter(parse_retention(group, text).value());
  return table;
}

std::map<PersonPart, When> when(const std::vector<ErasurePart>& plan) {
  std::map<PersonPart, When> all;
  for (const ErasurePart& part : plan) all[part.part] = part.when;
  return all;
}

const Day today = *Day::from(2026, 4, 2);
const Worker amber = left_on("2026-01-31");

TEST(PlanErasure, TakesOutWhatNoDutyKeepsAndSaysOfTheRestHowLongAndByWhichLaw) {
  const auto plan =
      plan_erasure(amber,
                   entered({{RetentionGroup::working_time, "1 end_of_contract a"},
                            {RetentionGroup::funding, "24 end_of_contract b"},
                            {RetentionGroup::pay_record, "12 end_of_contract c"},
                            {RetentionGroup::payslips, "always end_of_contract Law d"}}),
                   today, ErasureReason::asked);
  EXPECT_EQ(when(plan), (std::map<PersonPart, When>{{PersonPart::alias, When::now},
                                                    {PersonPart::account, When::now},
                                                    {PersonPart::hours, When::now},
                                                    {PersonPart::funding, When::later},
                                                    {PersonPart::pay, When::for_good}}));
  EXPECT_EQ(plan[3].until, Day::from(2028, 1, 31));
  EXPECT_EQ(plan[3].law, "b");
  EXPECT_EQ(plan[4].law, "Law d");
}

TEST(PlanErasure, DestroysHerKeyOnlyWithTheLastOfHerRecords) {
  const auto plan = plan_erasure(amber,
                                 entered({{RetentionGroup::working_time, "36 end_of_contract a"},
                                          {RetentionGroup::funding, "1 end_of_contract b"},
                                          {RetentionGroup::pay_record, "1 end_of_contract c"},
                                          {RetentionGroup::payslips, "1 end_of_contract d"}}),
                                 today, ErasureReason::asked);
  EXPECT_EQ(when(plan)[PersonPart::pay], When::later) << "her hours are kept longer";
  EXPECT_EQ(plan[4].until, Day::from(2029, 1, 31));
}

TEST(PlanErasure, GuessesNoPeriodThatNobodyEntered) {
  const auto asked = when(plan_erasure(amber, {}, today, ErasureReason::asked));
  EXPECT_EQ(asked.at(PersonPart::alias), When::now);
  EXPECT_EQ(asked.at(PersonPart::hours), When::nobody_said);
  EXPECT_EQ(asked.at(PersonPart::pay), When::nobody_said);
  for (const auto& [part, decision] :
       when(plan_erasure(amber, {}, today, ErasureReason::nothing_to_keep)))
    EXPECT_EQ(decision, When::now) << person_part_text(part);
  for (const auto& [part, decision] : when(plan_erasure(amber, {}, today, ErasureReason::due)))
    EXPECT_EQ(decision, When::nobody_said) << "nothing goes by itself: " << person_part_text(part);
}

TEST(PlanErasure, LetsNothingGoOnTheLastDayOfItsPeriodAndAllOfItOnTheNext) {
  const RetentionTable table = entered({{RetentionGroup::working_time, "2 end_of_contract a"},
                                        {RetentionGroup::funding, "2 end_of_contract b"},
                                        {RetentionGroup::pay_record, "2 end_of_contract c"},
                                        {RetentionGroup::payslips, "2 end_of_contract d"}});
  const auto on = [&](const Day& day) {
    return going_now(plan_erasure(amber, table, day, ErasureReason::due)).size();
  };
  EXPECT_EQ(on(*Day::from(2026, 3, 31)), 0U);
  EXPECT_EQ(on(*Day::from(2026, 4, 1)), all_person_parts.size());
}

}  // namespace
}  // namespace tilia::payroll
