// The delivery note that comes out of the counter's printer with the receipt.
#include "app/till_notes.h"

#include <algorithm>

#include "tests/pos/invoice/companies_of_tests.h"

namespace tilia::app {
namespace {

class NotesAtTheCounter : public pos::tests::Companies {
 protected:
  std::optional<Strip> note_of(const pos::Sale& sale) {
    return notes_.note_of(sale, {book_.organisation()}, pos::tests::words());
  }
  [[nodiscard]] static bool says(const Strip& strip, const std::string& text) {
    return std::ranges::any_of(strip.lines, [&](const StripLine& line) {
      return line.left.find(text) != std::string::npos ||
             line.right.find(text) != std::string::npos;
    });
  }
  TillNotes notes_{*file_, tenders_, book_, zone_, clock_};
};

TEST_F(NotesAtTheCounter, ACompanyGetsOneNoteHoweverOftenItIsPrinted) {
  const pos::Sale sale = cakes(2);
  const auto note = note_of(sale);
  ASSERT_TRUE(note);
  EXPECT_EQ(note->name, "D-1-1");
  EXPECT_TRUE(says(*note, "Hotel Danube Ltd"));
  EXPECT_TRUE(says(*note, "Cake"));
  EXPECT_TRUE(says(*note, "6.00"));
  EXPECT_EQ(note_of(sale)->name, "D-1-1");
}

TEST_F(NotesAtTheCounter, PricesStandOnItOnlyWhereTheBuyerWantsThem) {
  pos::Buyer quiet = buyer("hotel");
  quiet.prices_on_notes = false;
  ASSERT_TRUE(keep_.set_buyer(quiet));
  EXPECT_FALSE(says(*note_of(cakes(2)), "6.00"));
}

TEST_F(NotesAtTheCounter, NobodyElseGetsOne) {
  EXPECT_TRUE(accounts_.add({.code = "ana",
                             .name = "Ana",
                             .picture = "",
                             .credit_limit = eur("100.00"),
                             .owed = eur("0.00")}));
  EXPECT_FALSE(note_of(cakes(1, "ana")));
  EXPECT_FALSE(note_of(
      ring({{"cake", Quantity::pieces(1)}}, {{pos::TenderKind::cash, eur("3.00")}}).value().sale));
  EXPECT_FALSE(note_of(back(cakes(1).receipt, 1)));
}

}  // namespace
}  // namespace tilia::app
