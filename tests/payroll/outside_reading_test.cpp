// What an outside reader may be shown: who and why is said first, the sample is picked one by one,
// and what leaves as a file has no place for who she is.
#include "payroll/outside_reading.h"

#include "db/sample_book_sqlite.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

std::string many(const std::string& letter, std::size_t count) {
  std::string text;
  while (count-- > 0) text += letter;
  return text;
}

class OutsideReader : public PracticeBook {
 protected:
  void SetUp() override {
    for (const char* alias : {"amber", "birch", "cedar"}) take_on(alias, "90000");
    ASSERT_TRUE(end_worker(book_, "cedar", day("2026-01-31"), clock_).ok());
    for (const char* each : {"2026-02", "2026-03"}) ASSERT_TRUE(draw_up(each).ok());
    ASSERT_TRUE(approve("2026-02").ok());
  }
  std::string asked(const std::string& recipient, const std::string& clause,
                    const std::vector<SampleAsked::Item>& items) {
    const auto sample = checked_sample(book_, slips_, {recipient, clause, items});
    return sample ? "fine" : std::string(sample_refusal_code(sample.refusal().why));
  }
  std::vector<SampleAsked::Item> amber() { return {{month("2026-02"), "amber"}}; }

  db::SampleBookSqlite slips_{*file_};
};

TEST_F(OutsideReader, IsNamedWithTheClauseThatLetsThemRead) {
  EXPECT_EQ(asked("Jane Roe", "art. 7.2", amber()), "fine");
  EXPECT_EQ(asked("", "art. 7.2", amber()), "recipient_missing");
  EXPECT_EQ(asked("  \t", "art. 7.2", amber()), "recipient_missing");
  EXPECT_EQ(asked("Jane Roe", " ", amber()), "clause_missing");
  EXPECT_EQ(asked(many("Ж", 80), many("€", 80), amber()), "fine");
  EXPECT_EQ(asked(many("Ж", 81), "art. 7.2", amber()), "recipient_unfit");
  EXPECT_EQ(asked("Jane Roe", many("a", 81), amber()), "clause_unfit");
  EXPECT_EQ(asked("Jane\nRoe", "art. 7.2", amber()), "recipient_unfit");
  EXPECT_EQ(asked("Jane \xff Roe", "art. 7.2", amber()), "recipient_unfit");
  const auto sample = checked_sample(book_, slips_, {" Jane Roe ", "\tart. 7.2\n", amber()});
  EXPECT_EQ(sample.value().recipient(), "Jane Roe");
  EXPECT_EQ(sample.value().clause(), "art. 7.2");
}

TEST_F(OutsideReader, IsShownPickedSlipsOfApprovedRunsOnly) {
  const Month february = month("2026-02");
  const std::size_t before = read_log_.reads().size();
  EXPECT_EQ(asked("R", "c", {}), "nothing_picked");
  EXPECT_EQ(asked("R", "c", {{february, "amber"}, {february, "birch"}}), "fine");
  EXPECT_EQ(asked("R", "c", {{february, "amber"}, {february, "amber"}}), "picked_twice");
  EXPECT_EQ(asked("R", "c", {{february, "daisy"}}), "unknown_worker");
  EXPECT_EQ(asked("R", "c", {{february, "cedar"}}), "no_slip");
  EXPECT_EQ(asked("R", "c", {{month("2026-03"), "amber"}}), "not_approved") << "a draft";
  EXPECT_EQ(asked("R", "c", {{month("2026-01"), "amber"}}), "not_approved") << "no run at all";
  EXPECT_EQ(slips_.approved_slips().size(), 2U);
  EXPECT_EQ(read_log_.reads().size(), before) << "asking opens nothing";
}

TEST_F(OutsideReader, GetsARedactedSlipThatIsTheSameWhoeverSheIs) {
  const auto run = book_.pay_run(month("2026-02"));
  PayRunSlip slip = run->slips.front();
  slip.identity = {"Invented Name", "0101990710006", "RS35260005601001611379", day("1990-01-01")};
  PayRunSlip other = slip;
  other.worker = run->slips.back().worker;
  other.identity = {"Quite Another and Much Longer Name", "22", "", {}};
  other.contract.worker = other.worker.id;
  const RedactedSlip shown = redacted(1, run->month, slip);
  EXPECT_EQ(shown, redacted(1, run->month, other)) << "nothing of her is left in it";
  EXPECT_EQ(shown.slip, slip.slip) << "every figure is";
  EXPECT_EQ(redacted_file_name(2), "item-2.pdf");
}

}  // namespace
}  // namespace tilia::payroll
