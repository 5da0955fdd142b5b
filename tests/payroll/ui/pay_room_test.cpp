// The room Pay on a real book in memory: draft, second person, frozen, papers.
#include "payroll/ui/pay_room.h"

#include "payroll/ui/all_payslips.h"
#include "tests/core/ui/office/page_of_tests.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using ui::typed;
using ui::with_secret;

// Bee is logged in; Dolphin may approve with 444444. Papers are only counted.
class DoorsOfTests final : public PayDoors {
 public:
  DoorsOfTests(UserId bee, UserId dolphin) : bee_(bee), dolphin_(dolphin) {}
  UserId user() override { return bee_; }
  std::vector<ui::Choice> approvers() override { return {{"Dolphin", std::string("Dolphin")}}; }
  Result<UserId, Phrase> log_in(const std::string& name,
                                const Secret<std::string>& secret) override {
    if (name == "Bee") return bee_;
    static_cast<void>(secret);
    if (name == "Dolphin" && right_secret) return dolphin_;
    return Phrase("office.log_in.wrong");
  }
  void write_payslip(const PayRun&, const PayRunSlip&, const std::filesystem::path& file) override {
    written.push_back(file.string());
  }
  ui::Remark write_bank_file(const PayRun& run, const std::filesystem::path& file) override {
    EXPECT_EQ(run.state, PayRun::State::approved);
    written.push_back(file.string());
    return {Phrase("office.saved").with("file", file.string()), ui::Remark::Kind::done};
  }
  std::filesystem::path paper_to_show(const std::string& name) override { return "/shown/" + name; }

  bool right_secret = true;
  std::vector<std::string> written;

 private:
  UserId bee_;
  UserId dolphin_;
};

class PayRoomOf : public PracticeBook {
 protected:
  DoorsOfTests helpers_{clerk_, manager_};
  PayRoom room_{book_, rules_, helpers_, zone_, clock_, chance_, true};

  ui::Next press(const std::string& action, const ui::Values& values = {}) {
    return room_.press(action, values);
  }
  void two_people_of_march() {
    take_on("amber", "96400");
    take_on("birch", "98500");
    work_hours("amber", month("2026-03"), 176);
    work_hours("birch", month("2026-03"), 176);
  }
};

TEST_F(PayRoomOf, OpensAtTheMonthThatIsOver) {
  const ui::Page page = room_.page();
  EXPECT_EQ(std::get<Phrase>(page.title),
            Phrase("office.pay.title").with("month", month("2026-03")));
  EXPECT_TRUE(ui::says(page, "office.pay.nobody_first"));
  EXPECT_TRUE(ui::offers(page, "draw_up"));
}

TEST_F(PayRoomOf, ShowsTheDraftWithItsTotalsAndOneRowEach) {
  two_people_of_march();
  press("draw_up");
  const ui::Page page = room_.page();
  ASSERT_EQ(page.figures.size(), 4U);
  EXPECT_EQ(std::get<Money>(page.figures.front().value), dinars("194900"));
  ASSERT_TRUE(page.table.has_value());
  ASSERT_EQ(page.table->rows.size(), 2U);
  EXPECT_EQ(page.table->rows.front().key, "amber");
  EXPECT_TRUE(ui::offers(page, "send"));
}

TEST_F(PayRoomOf, ASecondPersonFreezesIt) {
  two_people_of_march();
  press("draw_up");
  press("send");
  press("approve", with_secret(typed({{"name", "Dolphin"}}), "secret", "444444"));
  EXPECT_EQ(book_.pay_run(month("2026-03"))->state, PayRun::State::approved);
  const ui::Page page = room_.page();
  EXPECT_TRUE(ui::says(page, "office.pay.now_frozen"));
  EXPECT_FALSE(ui::offers(page, "draw_up"));
  EXPECT_FALSE(ui::offers(page, "send"));
}

TEST_F(PayRoomOf, AWrongSecretOrTheSamePersonApprovesNothing) {
  two_people_of_march();
  press("draw_up");
  press("send");
  helpers_.right_secret = false;
  press("approve", with_secret(typed({{"name", "Dolphin"}}), "secret", "1"));
  EXPECT_TRUE(ui::says(room_.page(), "office.log_in.wrong"));
  press("approve", with_secret(typed({{"name", "Bee"}}), "secret", "333333"));
  EXPECT_EQ(room_.page().remarks.front().kind, ui::Remark::Kind::mend);
  EXPECT_EQ(book_.pay_run(month("2026-03"))->state, PayRun::State::draft);
}

TEST_F(PayRoomOf, ADraftThatHoursHaveOvertakenIsNotApproved) {
  two_people_of_march();
  press("draw_up");
  ASSERT_TRUE(work("amber", "2026-03-31", 60).ok());
  press("send");
  press("approve", with_secret(typed({{"name", "Dolphin"}}), "secret", "444444"));
  EXPECT_EQ(book_.pay_run(month("2026-03"))->state, PayRun::State::draft);
}

TEST_F(PayRoomOf, SavesEverySlipOfTheMonthAStepAtATime) {
  two_people_of_march();
  press("draw_up");
  press("send");
  press("approve", with_secret(typed({{"name", "Dolphin"}}), "secret", "444444"));
  const ui::Next asked = press("all");
  ASSERT_EQ(asked.step, ui::Next::Step::pick_folder);
  const ui::Next next = press(asked.action, typed({{"path", "/slips"}}));
  ASSERT_EQ(next.step, ui::Next::Step::work);
  ASSERT_EQ(next.work->steps(), 2);
  next.work->step(0);
  EXPECT_EQ(helpers_.written, (std::vector<std::string>{"/slips/2026-03-amber.pdf"}));
  next.work->step(1);
  EXPECT_EQ(helpers_.written.size(), 2U);
}

TEST_F(PayRoomOf, OffersTheFileForTheBankOnceTheMonthIsApproved) {
  two_people_of_march();
  EXPECT_FALSE(ui::offers(room_.page(), "bank"));
  press("draw_up");
  EXPECT_FALSE(ui::offers(room_.page(), "bank")) << "a draft is not paid";
  press("send");
  press("approve", with_secret(typed({{"name", "Dolphin"}}), "secret", "444444"));
  EXPECT_TRUE(ui::offers(room_.page(), "bank"));
  const ui::Next asked = press("bank");
  ASSERT_EQ(asked.step, ui::Next::Step::save_file);
  EXPECT_EQ(asked.file_name, "2026-03-bank.xml");
  press(asked.action, typed({{"path", "/stick/wages.xml"}}));
  EXPECT_EQ(helpers_.written, (std::vector<std::string>{"/stick/wages.xml"}));
  EXPECT_TRUE(ui::says(room_.page(), "office.saved"));
}

TEST_F(PayRoomOf, ShowsASlipLineByLineAndAsPaper) {
  two_people_of_march();
  press("draw_up");
  press("open", typed({{"row", "amber"}}));
  const ui::Page page = room_.page();
  ASSERT_TRUE(page.table.has_value());
  const PayRun run = *book_.pay_run(month("2026-03"));
  EXPECT_EQ(page.table->rows.size(), run.slips.front().slip.lines.size() + 5U);
  const ui::Next next = press("show");
  EXPECT_EQ(next.path, "/shown/2026-03-amber.pdf");
  EXPECT_EQ(press("save").file_name, "2026-03-amber.pdf");
  press("save_as", typed({{"path", "/desk/amber.pdf"}}));
  EXPECT_EQ(helpers_.written.back(), "/desk/amber.pdf");
}

TEST_F(PayRoomOf, OpensAPaidMonthForCorrectionFromAPayslipOfIt) {
  two_people_of_march();
  press("draw_up");
  press("open", typed({{"row", "amber"}}));
  EXPECT_FALSE(ui::offers(room_.page(), "correction")) << "a draft is drawn up again";
  ASSERT_TRUE(approve("2026-03").ok());
  press("open", typed({{"row", "amber"}}));
  ASSERT_TRUE(ui::offers(room_.page(), "correction"));
  press("correction");
  EXPECT_TRUE(ui::says(room_.page(), "office.pay.correct_how"));
  press("back");
  EXPECT_TRUE(book_.corrections().empty());
  press("correction");
  press("open_correction");
  EXPECT_EQ(ui::key_of(room_.page().subtitle.front()), "office.pay.open_again");
  EXPECT_TRUE(ui::says(room_.page(), "office.pay.correct_opened"));
  EXPECT_EQ(book_.corrections().at(0).month, month("2026-03"));
  press("open", typed({{"row", "amber"}}));
  EXPECT_FALSE(ui::offers(room_.page(), "correction")) << "open already";
}

TEST_F(PayRoomOf, IsTheDoorToWhatStandsBesideTheWageAndToTheLaw) {
  two_people_of_march();
  ASSERT_TRUE(ui::offers(room_.page(), "entries"));
  press("entries");
  EXPECT_EQ(std::get<Phrase>(room_.page().title),
            Phrase("office.items.title").with("month", month("2026-03")));
  press("open", typed({{"row", "amber"}}));
  EXPECT_NE(ui::field(room_.page(), "must_remain"), nullptr) << "her entries, not her slip";
  press("people");
  press("pay");
  EXPECT_TRUE(ui::offers(room_.page(), "draw_up"));
  press("entries");
  ASSERT_TRUE(ui::offers(room_.page(), "the_law"));
  press("the_law");
  EXPECT_EQ(ui::key_of(room_.page().title), "office.law.title");
  room_.told({Phrase("office.saved"), ui::Remark::Kind::done});
  EXPECT_TRUE(ui::says(room_.page(), "office.saved")) << "said where it happened";
  press("pay");
  EXPECT_EQ(ui::key_of(room_.page().title), "office.items.title") << "back to where one came from";
  press("pay");
  EXPECT_TRUE(ui::offers(room_.page(), "draw_up"));
  EXPECT_FALSE(ui::says(room_.page(), "office.saved"));
}

TEST_F(PayRoomOf, WhoeverMayNotEmployReadsTheLawAndEntersNothingBesideTheWage) {
  PayRoom room(book_, rules_, helpers_, zone_, clock_, chance_, false);
  EXPECT_FALSE(ui::offers(room.page(), "entries"));
  static_cast<void>(room.press("entries", {}));
  EXPECT_EQ(ui::key_of(room.page().title), "office.pay.title");
  ASSERT_TRUE(ui::offers(room.page(), "the_law"));
  static_cast<void>(room.press("the_law", {}));
  EXPECT_EQ(ui::key_of(room.page().title), "office.law.title");
  static_cast<void>(room.press("pay", {}));
  EXPECT_EQ(ui::key_of(room.page().title), "office.pay.title");
}

TEST(PayRoom, TellsHowAPayMovedInTenthsOfAPercent) {
  const Money before = dinars("64884.00");
  struct Row {
    const char* now;
    const char* key;  // empty: a dash
    std::int64_t millionths;
  };
  for (const Row& row :
       {Row{"69295.80", "office.pay.more", 68000}, Row{"64105.39", "office.pay.less", 12000},
        Row{"64884.00", "", 0}, Row{"64884.01", "", 0}}) {
    const ui::Text text = change_text(dinars(row.now), before);
    EXPECT_EQ(ui::key_of(text), row.key) << row.now;
    if (*row.key == '\0') continue;
    EXPECT_EQ(std::get<Phrase>(text),
              Phrase(row.key).with("rate", Rate::from_millionths(row.millionths)));
  }
  EXPECT_EQ(ui::key_of(change_text(before, std::nullopt)), "");
}

}  // namespace
}  // namespace tilia::payroll
