#include "payroll/law_entry.h"

#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

class LawEntry : public PracticeBook {
 protected:
  Result<RuleAddition, LawEntryFault> checked(const LawEntryAsked& asked) {
    return checked_law_entry(rules_.with(book_.law_additions()), book_.employer(), asked,
                             day("2026-04-02"));
  }
  void enter(const LawEntryAsked& asked) {
    book_.put_law_addition(checked(asked).value(), asked.from, clock_.now());
  }
  LawEntryAsked untaxed(const char* from, const char* value) const {
    return {.series = "40_untaxed_amount",
            .from = day(from),
            .value = value,
            .entry = {},
            .law = "a decree \"of ours\"",
            .source = "https://example.org"};
  }
  Money untaxed_on(const char* on) {
    return rules_.with(book_.law_additions())
        .on("RS", day(on))
        .value()
        .amount("SRB_UNTAXED")
        .amount;
  }
};

TEST_F(LawEntry, HoldsFromItsDayOnOverTheShippedValue) {
  enter(untaxed("2026-03-01", "36000"));
  EXPECT_EQ(untaxed_on("2026-02-28").text(), "34221.00");
  EXPECT_EQ(untaxed_on("2026-03-01").text(), "36000.00");
  enter(untaxed("2026-03-01", "37000.50"));  // the same day: it takes the place
  EXPECT_EQ(untaxed_on("2026-03-31").text(), "37000.50");
  enter(untaxed("2026-01-01", "30000"));  // also in place of a shipped one
  EXPECT_EQ(untaxed_on("2026-01-31").text(), "30000.00");
  EXPECT_EQ(book_.law_additions().size(), 2U);
}

TEST_F(LawEntry, IsTakenOutAgainAlsoWhereARuleIsNoMore) {
  enter(untaxed("2026-03-01", "36000"));
  const auto take = [&](const char* series, const char* from) {
    return book_.take_law_addition("RS", series, day(from), clock_.now());
  };
  EXPECT_FALSE(take("40_untaxed_amount", "2026-03-02"));
  EXPECT_TRUE(take("40_untaxed_amount", "2026-03-01"));
  EXPECT_FALSE(take("40_untaxed_amount", "2026-03-01"));
  EXPECT_EQ(untaxed_on("2026-03-31").text(), "34221.00");
  RuleAddition gone = checked(untaxed("2026-03-01", "36000")).value();
  gone.series = "40_as_it_was_called";
  book_.put_law_addition(gone, day("2026-03-01"), clock_.now());
  EXPECT_THROW(static_cast<void>(untaxed_on("2026-03-31")), RuleFault);
  EXPECT_TRUE(take("40_as_it_was_called", "2026-03-01"));
  EXPECT_EQ(untaxed_on("2026-03-31").text(), "34221.00");
}

TEST_F(LawEntry, IsShownAsOurs) {
  enter(untaxed("2026-03-01", "36000"));
  const auto values = rules_.with(book_.law_additions()).values("RS", day("2026-03-31"));
  int ours = 0;
  for (const LawValue& each : values) {
    EXPECT_FALSE(each.law.empty());
    if (!each.ours) continue;
    ++ours;
    EXPECT_EQ(each.series, "40_untaxed_amount");
    EXPECT_EQ(each.value, "36000.00 RSD");
    EXPECT_EQ(each.law, "a decree \"of ours\"");
    EXPECT_EQ(each.reviewed, day("2026-04-02"));
  }
  EXPECT_EQ(ours, 1);
}

TEST_F(LawEntry, SaysWhatItWouldChangeInTheLastApprovedMonthAndWritesNothing) {
  take_on("amber", "120000.00");
  EXPECT_EQ(preview_law_entry(book_, rules_, checked(untaxed("2026-03-01", "44221")).value(),
                              day("2026-04-02")),
            std::nullopt);
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  const auto preview = preview_law_entry(
      book_, rules_, checked(untaxed("2026-03-01", "44221")).value(), day("2026-04-02"));
  ASSERT_TRUE(preview);
  EXPECT_EQ(preview->month, month("2026-03"));
  ASSERT_EQ(preview->changes.size(), 1U);
  EXPECT_EQ((preview->changes[0].net_after - preview->changes[0].net_before).text(), "1000.00");
  EXPECT_EQ(preview->changes[0].cost_after, preview->changes[0].cost_before);
  EXPECT_TRUE(book_.law_additions().empty());
  const auto later = preview_law_entry(
      book_, rules_, checked(untaxed("2026-04-01", "44221")).value(), day("2026-04-02"));
  EXPECT_TRUE(later->changes.empty());
}

TEST_F(LawEntry, IsInTheNextDraft) {
  take_on("amber", "120000.00");
  const Money before = draw_up("2026-03").value().slips.front().slip.net;
  enter(untaxed("2026-03-01", "44221"));
  EXPECT_EQ(approve("2026-03").refusal(), PayRunRefusal::draft_is_stale);
  EXPECT_EQ((draw_up("2026-03").value().slips.front().slip.net - before).text(), "1000.00");
}

TEST_F(LawEntry, TakesMoreThanOneFigureAsAnEntry) {
  LawEntryAsked asked{.series = "41_tax",
                      .from = day("2026-03-01"),
                      .value = {},
                      .entry =
                          "currency = \"RSD\"\nbrackets = [{ above = \"0\", rate = \"10\" }, "
                          "{ above = \"100000\", rate = \"15\" }]",
                      .law = "a decree"};
  enter(asked);
  EXPECT_EQ(
      rules_.with(book_.law_additions()).on("RS", day("2026-03-31")).value().tax.brackets.size(),
      2U);
  asked.value = "10";
  EXPECT_EQ(checked(asked).refusal().why, LawEntryRefusal::value_missing);
  asked.entry.clear();
  EXPECT_EQ(checked(asked).refusal().why, LawEntryRefusal::wants_an_entry);
}

TEST_F(LawEntry, KnowsHowEachKindOfSeriesIsWritten) {
  for (const std::string& country : pay_countries()) {
    Employer employer = book_.employer();
    employer.country = country;
    employer.currency = rules_.on(country, day("2026-06-30")).value().currency;
    for (const LawValue& each : rules_.values(country, day("2026-06-30"))) {
      const bool one_figure =
          each.value.find(';') == std::string::npos && each.value.find(':') == std::string::npos &&
          each.kind != "rounding" && each.kind != "full_time" && each.kind != "tax";
      if (!one_figure) continue;
      // As it is shown, it can be entered again.
      const std::string value = each.value.substr(0, each.value.find(' '));
      const auto again = checked_law_entry(rules_, employer,
                                           {.series = each.series,
                                            .from = day("2026-06-30"),
                                            .value = value,
                                            .entry = {},
                                            .law = "x"},
                                           day("2026-04-02"));
      EXPECT_TRUE(again.ok()) << country << " " << each.series << " " << each.value << ": "
                              << (again.ok() ? "" : again.refusal().about);
    }
  }
}

TEST_F(LawEntry, RefusesWhatDoesNotHold) {
  EXPECT_EQ(checked(untaxed("2026-03-01", "-1")).refusal().why, LawEntryRefusal::does_not_hold);
  EXPECT_EQ(checked(untaxed("2026-03-01", "1.234")).refusal().why, LawEntryRefusal::does_not_hold);
  EXPECT_EQ(checked(untaxed("2026-03-01", "1\"\nrate = \"2")).refusal().why,
            LawEntryRefusal::does_not_hold);
  LawEntryAsked asked = untaxed("2026-03-01", "1");
  asked.series = "99_luck";
  EXPECT_EQ(checked(asked).refusal().why, LawEntryRefusal::unknown_series);
  asked = untaxed("2026-03-01", "1");
  asked.law.clear();
  EXPECT_EQ(checked(asked).refusal().why, LawEntryRefusal::law_missing);
  // A highest base under the lowest does not hold beside the others.
  EXPECT_EQ(checked({.series = "31_highest_base",
                     .from = day("2026-03-01"),
                     .value = "1000",
                     .entry = {},
                     .law = "x"})
                .refusal()
                .why,
            LawEntryRefusal::does_not_hold);
}

}  // namespace
}  // namespace tilia::payroll
