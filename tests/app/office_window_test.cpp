// Real windows of the office on a private display: what is pressed arrives, forms keep what was
// typed, tables answer the keyboard, long work can be stopped, nothing stands outside the window.
#include <gtest/gtest.h>
#include <wx/app.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/textctrl.h>
#include <wx/timer.h>
#include <wx/uiaction.h>

#include "core/day.h"
#include "core/ui/office/frame.h"
#include "core/ui/office/inputs.h"
#include "core/ui/touch_watch.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::ui {
namespace {

class RoomOfTests final : public Room {
 public:
  Page page() override {
    if (fails) throw std::runtime_error("the disk");
    return shown;
  }
  Next press(const std::string& action, const Values& values) override {
    pressed.push_back(action);
    texts = values.texts;
    if (next.step == Next::Step::show_page) return Next::page();
    return std::exchange(next, Next());
  }
  void told(const Remark& remark) override { remarks.push_back(remark); }

  Page shown;
  Next next;
  bool fails = false;
  std::vector<std::string> pressed;
  std::map<std::string, std::string> texts;
  std::vector<Remark> remarks;
};

class TenSteps final : public LongWork {
 public:
  explicit TenSteps(std::function<void(int)> at) : at_(std::move(at)) {}
  Phrase title() const override { return Phrase("office.pay.saving_slips"); }
  int steps() const override { return 10; }
  void step(int number) override { at_(number); }
  Remark told(int done) const override { return {std::to_string(done), Remark::Kind::done}; }

 private:
  std::function<void(int)> at_;
};

class OfficeWindow : public testing::Test {
 protected:
  void SetUp() override {
    frame_ = new OfficeFrame(look_, words_);
    frame_->SetClientSize(1366, 768);
    frame_->Show();
    settle();
  }
  void TearDown() override {
    frame_->Destroy();
    settle();
  }
  // Everything that waits is done; no clock is asked.
  void settle() {
    for (int round = 0; round < 20; ++round) {
      wxTheApp->ProcessPendingEvents();
      wxTheApp->Yield(true);
      wxTheApp->ProcessIdle();
    }
  }
  void show(Page page) {
    room_.shown = std::move(page);
    frame_->show_rooms(
        {.brand = "T", .place = "P", .person = {"🦉", "Owl", "Manager", "Out"}, .practice = true},
        {{"one", Phrase("office.pay.name"), &room_}}, "one");
    settle();
  }

  Look look_{96.0 / 25.4, false};
  Words words_{Language::english, TILIA_SHARE "/locale"};
  RoomOfTests room_;
  OfficeFrame* frame_ = nullptr;
};

Page a_form() {
  Page page;
  page.title = Phrase("office.hours.new_worker");
  Form form;
  form.fields = {
      {.key = "alias", .label = Phrase("office.hours.alias"), .value = "amber"},
      {.key = "picture",
       .kind = Field::Kind::picture,
       .label = Phrase("office.hours.picture"),
       .value = "🐢",
       .choices = {{"🦊", std::string()}, {"🐢", std::string()}}},
      {.key = "from",
       .kind = Field::Kind::day,
       .label = Phrase("office.hours.from"),
       .value = "2026-03-31"},
      {.key = "basis",
       .kind = Field::Kind::choice,
       .label = Phrase("office.hours.basis"),
       .value = "hourly",
       .choices = {{"monthly", std::string("m")}, {"hourly", std::string("h")}}},
      {.key = "vat",
       .kind = Field::Kind::yes_no,
       .label = Phrase("office.new.vat"),
       .value = "yes"},
      {.key = "secret", .kind = Field::Kind::secret, .label = Phrase("office.user.secret")}};
  form.actions = {{"add", Phrase("office.hours.add")}, {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

TEST_F(OfficeWindow, HandsBackEveryFieldAsItWasShown) {
  show(a_form());
  frame_->page().button("add")->press_from_program(0);
  settle();
  EXPECT_EQ(room_.pressed, (std::vector<std::string>{"add"}));
  const std::map<std::string, std::string> expected{{"alias", "amber"},
                                                    {"picture", "🐢"},
                                                    {"from", "2026-03-31"},
                                                    {"basis", "hourly"},
                                                    {"vat", "yes"}};
  EXPECT_EQ(room_.texts, expected) << "and the secret is not among the texts";
}

TEST_F(OfficeWindow, EnterInAFieldPressesTheMainAction) {
  show(a_form());
  auto* alias = dynamic_cast<wxTextCtrl*>(frame_->page().form()->input("alias"));
  ASSERT_NE(alias, nullptr);
  alias->SetValue("birch");
  wxCommandEvent entered(wxEVT_TEXT_ENTER, alias->GetId());
  alias->GetEventHandler()->ProcessEvent(entered);
  settle();
  EXPECT_EQ(room_.texts["alias"], "birch");
}

TEST_F(OfficeWindow, KeepsTheKeyboardWhereItWasWhenThePageIsShownAgain) {
  show(a_form());
  frame_->page().form()->input("secret")->SetFocus();
  settle();
  frame_->show_again();
  settle();
  ASSERT_NE(wxWindow::FindFocus(), nullptr);
  EXPECT_EQ(wxWindow::FindFocus()->GetName(), "secret");
}

Page a_table(int rows) {
  Page page;
  page.title = Phrase("office.catalogue.title");
  Table table;
  table.columns = {{Phrase("office.catalogue.article"), Column::Align::start, 3},
                   {Phrase("office.catalogue.price"), Column::Align::decimal, 1}};
  table.row_action = "open";
  for (int row = 0; row < rows; ++row)
    table.rows.push_back(
        {"row" + std::to_string(row),
         "🦊",
         {{std::string("loaf")}, {Money::from_minor(row, *Currency::from_code("RSD"))}}});
  page.table = std::move(table);
  return page;
}

TEST_F(OfficeWindow, OpensATablesRowByKeyboardAndShowsOnlyWhatFits) {
  show(a_table(5000));
  TableView* table = frame_->page().table();
  ASSERT_NE(table, nullptr);
  EXPECT_LE(table->GetRect().GetBottom(), frame_->page().GetClientSize().y);
  EXPECT_TRUE(table->row_rect(4999).IsEmpty());
  const auto key = [&](int code) {
    wxKeyEvent event(wxEVT_CHAR_HOOK);
    event.m_keyCode = code;
    table->GetEventHandler()->ProcessEvent(event);
  };
  key(WXK_END);
  EXPECT_FALSE(table->row_rect(4999).IsEmpty());
  key(WXK_UP);
  key(WXK_RETURN);
  settle();
  EXPECT_EQ(room_.texts["row"], "row4998");
}

TEST_F(OfficeWindow, AsksForAPathAndPressesAgainWithIt) {
  show(a_form());
  room_.next = Next::save_file("save_as", "slip.pdf");
  frame_->ask_path = [](const Next& next) { return "/desk/" + next.file_name; };
  frame_->page().button("back")->press_from_program(0);
  settle();
  EXPECT_EQ(room_.pressed, (std::vector<std::string>{"back", "save_as"}));
  EXPECT_EQ(room_.texts["path"], "/desk/slip.pdf");
}

TEST_F(OfficeWindow, PressesNothingMoreWhenNoPathIsChosen) {
  show(a_form());
  room_.next = Next::pick_folder("all_into");
  frame_->ask_path = [](const Next&) { return std::string(); };
  frame_->page().button("back")->press_from_program(0);
  settle();
  EXPECT_EQ(room_.pressed, (std::vector<std::string>{"back"}));
}

TEST_F(OfficeWindow, RunsLongWorkToItsEndAndTellsTheRoom) {
  show(a_form());
  std::vector<int> steps;
  room_.next = Next::run(std::make_unique<TenSteps>([&](int number) { steps.push_back(number); }));
  frame_->page().button("add")->press_from_program(0);
  settle();
  EXPECT_EQ(steps.size(), 10U);
  EXPECT_FALSE(frame_->working());
  ASSERT_EQ(room_.remarks.size(), 1U);
  EXPECT_EQ(std::get<std::string>(room_.remarks.front().sentence), "10");
}

TEST_F(OfficeWindow, StopsLongWorkBetweenTwoSteps) {
  show(a_form());
  int last = -1;
  room_.next = Next::run(std::make_unique<TenSteps>([&](int number) {
    last = number;
    if (number != 3) return;
    auto* stop = dynamic_cast<OfficeButton*>(wxWindow::FindWindowByName("stop", frame_));
    ASSERT_NE(stop, nullptr);
    stop->press_from_program(0);
  }));
  frame_->page().button("add")->press_from_program(0);
  settle();
  EXPECT_EQ(last, 3);
  EXPECT_EQ(std::get<std::string>(room_.remarks.front().sentence), "4") << "what was done is told";
}

TEST_F(OfficeWindow, SaysASentenceWhenTheWorldFails) {
  room_.fails = true;
  frame_->failure_sentence = [](const std::exception&) { return Phrase("office.failure_other"); };
  show({});
  ASSERT_NE(frame_->page().button("again"), nullptr);
  room_.fails = false;
  room_.shown = a_form();
  frame_->page().button("again")->press_from_program(0);
  settle();
  EXPECT_NE(frame_->page().form(), nullptr);
}

TEST_F(OfficeWindow, HasNothingOutsideOfItselfInAnyLanguage) {
  for (const Language language : all_languages()) {
    const Words words(language, TILIA_SHARE "/locale");
    frame_->set_words(words);
    show(a_form());
    for (const wxWindow* child : frame_->page().form()->GetChildren()) {
      const wxRect room(frame_->page().form()->GetClientSize());
      EXPECT_TRUE(room.Contains(child->GetRect()))
          << language_tag(language) << " " << child->GetName().utf8_string();
    }
  }
  frame_->set_words(words_);
}

// What another program would be handed.
wxString clipboard() {
  wxTextDataObject text;
  if (!wxTheClipboard->Open()) return "?";
  const bool there = wxTheClipboard->GetData(text);
  wxTheClipboard->Close();
  return there ? text.GetText() : wxString();
}
void put_on_clipboard(const wxString& text) {
  ASSERT_TRUE(wxTheClipboard->Open());
  wxTheClipboard->SetData(new wxTextDataObject(text));
  wxTheClipboard->Close();
}

TEST_F(OfficeWindow, AsksForADayThatNobodyHasSaidYetWithoutGuessingOne) {
  const DayInput blank(frame_, look_, "", words_);
  EXPECT_EQ(blank.value(), "");
  const auto part = [](const DayInput& input, std::size_t at) {
    return dynamic_cast<wxChoice*>(input.GetChildren()[at]);
  };
  part(blank, 0)->SetSelection(30);
  part(blank, 1)->SetSelection(1);
  EXPECT_FALSE(Day::parse(blank.value())) << "the year is not said";
  part(blank, 2)->SetStringSelection("1985");
  part(blank, 0)->SetSelection(2);
  EXPECT_EQ(blank.value(), "1985-02-03");
  EXPECT_EQ(DayInput(frame_, look_, "2026-03-31", words_).value(), "2026-03-31");
}

class PrivateOffice : public OfficeWindow {
 protected:
  void show(Page page, bool open_to_glances) {
    room_.shown = std::move(page);
    frame_->set_cover("Corner Bakery");
    frame_->show_rooms({.brand = "T", .place = "P", .person = {"🦉", "Owl", "Manager", "Out"}},
                       {{"one", Phrase("office.pay.name"), &room_, open_to_glances}}, "one");
    settle();
  }
  void activate(bool active) {
    wxActivateEvent event(wxEVT_ACTIVATE, active);
    frame_->HandleWindowEvent(event);
    settle();
  }
  wxTextCtrl* alias() { return dynamic_cast<wxTextCtrl*>(frame_->page().form()->input("alias")); }
  // Every text of every window below the frame, shown or hidden.
  std::vector<std::string> texts() {
    std::vector<std::string> all;
    walk(frame_, all);
    return all;
  }
  static void walk(wxWindow* window, std::vector<std::string>& all) {
    if (const auto* words = dynamic_cast<WordsBlock*>(window)) all.push_back(words->text());
    if (const auto* button = dynamic_cast<OfficeButton*>(window)) all.push_back(button->label());
    if (const auto* text = dynamic_cast<wxTextCtrl*>(window))
      all.push_back(text->GetValue().utf8_string());
    if (dynamic_cast<TableView*>(window) != nullptr) all.emplace_back("a table");
    if (dynamic_cast<FigureCard*>(window) != nullptr) all.emplace_back("a figure");
    if (dynamic_cast<RemarkBox*>(window) != nullptr) all.emplace_back("a remark");
    if (dynamic_cast<wxChoice*>(window) != nullptr) all.emplace_back("a choice");
    for (wxWindow* child : window->GetChildren()) walk(child, all);
  }
  void lock() {
    frame_->lock({.name = "Corner Bakery", .sentence = "Closed.", .button = "Log in"});
  }
};

TEST_F(PrivateOffice, IsCoveredWhileAnotherWindowHasTheKeyboardAndComesBackAsItWas) {
  show(a_form(), false);
  alias()->SetValue("birch");
  alias()->SetFocus();
  alias()->SelectAll();
  settle();
  activate(false);
  EXPECT_TRUE(frame_->covered());
  EXPECT_FALSE(frame_->page().IsShownOnScreen());
  EXPECT_FALSE(frame_->side()->IsShownOnScreen());
  EXPECT_TRUE(frame_->sheet().IsShownOnScreen());
  EXPECT_EQ(frame_->sheet().button(), nullptr);
  EXPECT_TRUE(alias()->GetStringSelection().empty()) << "a middle click elsewhere would paste it";
  activate(true);
  EXPECT_FALSE(frame_->covered());
  EXPECT_TRUE(frame_->page().IsShownOnScreen());
  EXPECT_FALSE(frame_->sheet().IsShownOnScreen());
  EXPECT_EQ(alias()->GetValue(), "birch");
  EXPECT_EQ(wxWindow::FindFocus(), alias());
}

TEST_F(PrivateOffice, StaysInSightWhereNothingIsPrivate) {
  show(a_form(), true);
  activate(false);
  EXPECT_FALSE(frame_->covered());
  EXPECT_TRUE(frame_->page().IsShownOnScreen());
}

TEST_F(PrivateOffice, LongWorkGoesOnBehindTheCover) {
  show(a_form(), false);
  room_.next = Next::run(std::make_unique<TenSteps>([&](int number) {
    wxActivateEvent away(wxEVT_ACTIVATE, false);
    if (number == 2) frame_->HandleWindowEvent(away);
  }));
  frame_->page().button("add")->press_from_program(0);
  settle();
  EXPECT_FALSE(frame_->working());
  EXPECT_TRUE(frame_->sheet().IsShownOnScreen());
  EXPECT_FALSE(frame_->page().IsShownOnScreen());
  activate(true);
  EXPECT_TRUE(frame_->page().IsShownOnScreen());
}

TEST_F(PrivateOffice, HandsNothingToTheClipboardOrToADrag) {
  put_on_clipboard("from elsewhere");
  show(a_form(), false);
  alias()->SelectAll();
  alias()->Copy();
  settle();
  EXPECT_EQ(clipboard(), "from elsewhere");
  alias()->Cut();
  settle();
  EXPECT_EQ(clipboard(), "from elsewhere");
  EXPECT_EQ(alias()->GetValue(), "amber");
  alias()->SelectAll();
  wxMouseEvent down(wxEVT_LEFT_DOWN);
  alias()->HandleWindowEvent(down);
  EXPECT_TRUE(alias()->GetStringSelection().empty());
}

TEST_F(PrivateOffice, TakesWhatItPutOnTheClipboardAwayWhenItLocks) {
  show(a_form(), true);
  alias()->SelectAll();
  alias()->Copy();
  settle();
  EXPECT_EQ(clipboard(), "amber");
  lock();
  settle();
  EXPECT_EQ(clipboard(), "");
}

TEST_F(PrivateOffice, LeavesOnTheClipboardWhatIsOfSomebodyElse) {
  put_on_clipboard("from elsewhere");
  show(a_form(), true);
  lock();
  settle();
  EXPECT_EQ(clipboard(), "from elsewhere");
}

TEST_F(PrivateOffice, CutsWhereNothingIsPrivate) {
  show(a_form(), true);
  alias()->SetSelection(0, 2);
  alias()->Cut();
  settle();
  EXPECT_EQ(clipboard(), "am");
  EXPECT_EQ(alias()->GetValue(), "ber");
}

TEST_F(PrivateOffice, HoldsNoTextOfAnybodyOnceItIsLocked) {
  Page page = a_form();
  page.figures = {{Phrase("office.pay.name"), std::string("96.400,00")}};
  page.remarks = {{std::string("amber has no hours"), Remark::Kind::mend}};
  page.table = a_table(3).table;
  show(std::move(page), false);
  alias()->SetValue("birch");
  EXPECT_GT(texts().size(), 8U);
  lock();
  EXPECT_TRUE(frame_->sheet().IsShownOnScreen()) << "before anything else happens";
  EXPECT_FALSE(frame_->page().IsShownOnScreen());
  settle();
  EXPECT_EQ(texts(), (std::vector<std::string>{"Corner Bakery", "Closed.", "Log in"}));
  EXPECT_EQ(frame_->GetTitle(), words_.say("office.title"));
}

TEST_F(PrivateOffice, LocksOutOfAFieldAndComesBackByItsButton) {
  bool back = false;
  frame_->on_come_back = [&] { back = true; };
  TouchWatch watch;
  watch.on_lock_key = [this](long) { lock(); };
  show(a_form(), false);
  alias()->SetFocus();
  wxKeyEvent key(wxEVT_CHAR_HOOK);
  key.m_keyCode = WXK_F12;
  alias()->HandleWindowEvent(key);
  settle();
  EXPECT_TRUE(frame_->locked());
  EXPECT_TRUE(room_.pressed.empty());
  frame_->sheet().button()->press_from_program(0);
  settle();
  EXPECT_TRUE(back);
}

TEST_F(PrivateOffice, EndsLongWorkBetweenTwoStepsWhenItLocks) {
  show(a_form(), false);
  int last = -1;
  room_.next = Next::run(std::make_unique<TenSteps>([&](int number) {
    last = number;
    if (number == 3) frame_->CallAfter([this] { lock(); });
  }));
  frame_->page().button("add")->press_from_program(0);
  settle();
  EXPECT_GE(last, 3);
  EXPECT_LT(last, 9) << "it did not go on to its end";
  EXPECT_FALSE(frame_->working());
  EXPECT_TRUE(frame_->sheet().IsShownOnScreen());
}

TEST_F(PrivateOffice, ClosesItsOwnDialogWhenItLocksAndPressesNothingMore) {
  show(a_form(), false);
  for (const bool folder : {false, true}) {
    room_.pressed.clear();
    room_.next = folder ? Next::pick_folder("all_into") : Next::save_file("save_as", "slip.pdf");
    frame_->page().button("add")->press_from_program(0);
    wxTimer when_open;
    when_open.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { lock(); });
    when_open.StartOnce(1);
    settle();
    EXPECT_TRUE(frame_->locked()) << "the dialog is gone, or this test would still wait";
    EXPECT_EQ(room_.pressed, (std::vector<std::string>{"add"}));
    show(a_form(), false);
  }
}

TEST_F(PrivateOffice, TheCountersCallStandsAboveEverySheetAndIsAnsweredByOnePress) {
  int answered = 0;
  frame_->on_coming = [&] {
    ++answered;
    frame_->set_call("", "");
  };
  show(a_form(), false);
  const wxRect page = frame_->page().GetRect();
  frame_->set_call("The counter asks you to come: Corner Bakery (T1)", "I am coming");
  settle();
  EXPECT_TRUE(frame_->call().IsShownOnScreen());
  EXPECT_LE(frame_->call().GetRect().GetBottom(), frame_->page().GetRect().y);
  EXPECT_TRUE(frame_->GetTitle().StartsWith("The counter asks")) << "seen where windows are listed";
  lock();
  settle();
  EXPECT_TRUE(frame_->call().IsShownOnScreen());
  frame_->call().button()->press_from_program(0);
  settle();
  EXPECT_EQ(answered, 1);
  EXPECT_FALSE(frame_->call().IsShownOnScreen());
  show(a_form(), false);
  EXPECT_EQ(frame_->page().GetRect(), page);
}

TEST_F(OfficeWindow, ShowsManyRoomsAboveWhoIsLoggedIn) {
  std::vector<RoomDoor> doors;
  for (int number = 0; number < 12; ++number)
    doors.push_back({std::to_string(number), Phrase("office.pay.name"), &room_});
  frame_->show_rooms({.brand = "T", .place = "P", .person = {"🦉", "Owl", "Manager", "Out"}},
                     doors, "0");
  settle();
  const auto bottom = [this](const std::string& name) {
    return wxWindow::FindWindowByName(name, frame_)->GetScreenRect().GetBottom();
  };
  const wxWindow* const log_out = wxWindow::FindWindowByName("log_out", frame_);
  EXPECT_LT(bottom("room.11"), log_out->GetScreenRect().GetTop() - look_.px(56));
  EXPECT_GT(bottom("room.11") - bottom("room.10"), look_.px(30));
}

TEST_F(OfficeWindow, ARowOfBoxesIsAsLowAsALine) {
  const auto height = [this](Field::Kind last) {
    Page page;
    Form form;
    for (const char* key : {"a", "b"})
      form.fields.push_back({.key = key,
                             .kind = key[0] == 'b' ? last : Field::Kind::yes_no,
                             .label = std::string("x")});
    page.form = std::move(form);
    show(std::move(page));
    return frame_->page().form()->height_for(600);
  };
  EXPECT_LT(height(Field::Kind::yes_no) + look_.px(20), height(Field::Kind::text));
}

class TestApp final : public wxApp {
 public:
  bool OnInit() override { return true; }
  int OnRun() override { return RUN_ALL_TESTS(); }
};

TEST_F(OfficeWindow, TakesAnAddressOfSeveralLines) {
  Page page;
  page.form = Form{.fields = {{.key = "address",
                               .kind = Field::Kind::lines,
                               .label = Phrase("office.new.address"),
                               .value = "Street 1\nTown"}},
                   .actions = {{"save", Phrase("office.settings.save")}}};
  show(page);
  EXPECT_EQ(frame_->page().form()->values().text("address"), "Street 1\nTown");
}

TEST_F(OfficeWindow, ShowsPapersBesideEachOther) {
  Page page;
  const Strip strip{"T1-1-1",
                    {{StripLine::Kind::title, "Corner Bakery", ""},
                     {StripLine::Kind::pair, "Loaf", "120.00"},
                     {StripLine::Kind::rule, "", ""},
                     {StripLine::Kind::notice, "PRACTICE", ""}}};
  for (int papers = 0; papers < 3; ++papers)
    page.papers.push_back({std::string("Receipt"), std::string("Customers read it"), strip});
  show(page);
  std::vector<wxRect> places;
  for (wxWindow* child : frame_->page().GetChildren()) {
    if (const auto* paper = dynamic_cast<PaperView*>(child)) places.push_back(paper->GetRect());
  }
  ASSERT_EQ(places.size(), 3U);
  EXPECT_GT(places[1].x, places[0].GetRight());
  EXPECT_GT(places[2].y, places[1].GetBottom());
  for (const wxRect& place : places) EXPECT_LE(place.GetRight(), frame_->page().GetClientSize().x);
}

// Asked about a name, nobody types a secret a second time; after any other refusal it is gone.
TEST_F(OfficeWindow, KeepsASecretOnlyWhereTheSameFormIsAskedOnceMore) {
  Page page;
  page.form = Form{.fields = {{.key = "name", .label = Phrase("office.new.user_name")},
                              {.key = "secret",
                               .kind = Field::Kind::secret,
                               .label = Phrase("office.user.new_secret")}},
                   .actions = {{"add", Phrase("office.settings.save")}}};
  show(page);
  const auto secret = [&] {
    return dynamic_cast<wxTextCtrl*>(frame_->page().form()->input("secret"));
  };
  secret()->SetValue("222222");
  room_.shown.form->fields.front().caution = Phrase("office.name.caution");
  frame_->show_again();
  settle();
  EXPECT_EQ(secret()->GetValue(), "222222");
  room_.shown = page;
  frame_->show_again();
  settle();
  EXPECT_EQ(secret()->GetValue(), "");
}

}  // namespace
}  // namespace tilia::ui

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  wxApp::SetInstance(new tilia::ui::TestApp);
  return wxEntry(argc, argv);
}
