// Rung 2: the till's real windows on a private screen, pressed by made events.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "core/ui/amount_label.h"
#include "core/ui/key_pad.h"
#include "core/ui/money_piece.h"
#include "core/ui/step_button.h"
#include "pos/ui/customer_window.h"
#include "pos/ui/sale_window.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/till_on_screen.h"

namespace tilia::pos {
namespace {

constexpr double pixels_per_mm = 96.0 / 25.4;

class TillWindow : public ::testing::Test {
 protected:
  TillWindow()
      : till_(shop_, tests::words(), wxSize(1366, 768)),
        words_(till_.words()),
        frame_(&till_.frame()) {}

  void settle() { till_.settle(40); }
  void press(ui::Control* control) {
    ASSERT_NE(control, nullptr);
    ASSERT_TRUE(till_.press(control)) << control->GetName();
  }
  template <class Wanted>
  std::vector<Wanted*> shown(wxWindow* in) {
    return till_.shown<Wanted>(in);
  }
  ui::ActionButton* button(const std::string& key) { return till_.button(key); }
  ui::ActionButton* button_labelled(const std::string& label) { return till_.labelled(label); }
  ui::Tile* tile(const std::string& name) { return till_.tile(name); }

  void log_in() {
    press(tile("🦊"));
    for (int i = 0; i < 6; ++i) press(button_labelled("1"));
  }
  void open_drawer() {
    shop_.count_a_float();
    frame_->place_window().refresh();
    press(button("till.open_the_drawer"));
  }

  // Everything active on the screen is a target for a thumb, inside the window, and apart from its
  // neighbours.
  void expect_thumb_sized(const std::string& where) {
    std::vector<ui::Control*> active;
    for (auto* control : shown<ui::Control>(frame_)) {
      if (!control->AcceptsFocus()) continue;
      active.push_back(control);
      const wxSize size = control->GetSize();
      const double least = dynamic_cast<ui::StepButton*>(control) != nullptr ? 15.0
                           : is_article(control)                             ? 20.0
                                                                             : 12.0;
      EXPECT_GE(size.GetWidth() + 1, least * pixels_per_mm) << where << " " << control->GetName();
      EXPECT_GE(size.GetHeight() + 1, least * pixels_per_mm) << where << " " << control->GetName();
      EXPECT_TRUE(frame_->GetScreenRect().Contains(control->GetScreenRect()))
          << where << " " << control->GetName();
    }
    for (std::size_t i = 0; i < active.size(); ++i) {
      for (std::size_t j = i + 1; j < active.size(); ++j) {
        EXPECT_FALSE(active[i]->GetScreenRect().Intersects(active[j]->GetScreenRect()))
            << where << ": " << active[i]->GetName() << " and " << active[j]->GetName();
      }
    }
  }
  static bool is_article(ui::Control* control) {
    const auto* tile = dynamic_cast<ui::Tile*>(control);
    return tile != nullptr && !tile->face().name.empty();
  }

  tests::CounterOfTests shop_;
  tests::TillOnScreen till_;
  const Words& words_;
  TillFrame* frame_;
};

TEST_F(TillWindow, EveryTargetIsThumbSizedOnEveryPlace) {
  expect_thumb_sized("log in");
  press(tile("🦊"));
  expect_thumb_sized("pin");
  for (int i = 0; i < 6; ++i) press(button_labelled("1"));
  ASSERT_EQ(shop_->place(), Place::open_drawer);
  expect_thumb_sized("open drawer");
  open_drawer();
  press(tile("Beli hleb"));
  expect_thumb_sized("sale");
  press(button("till.wait_here"));
  press(button("till.wait_here"));
  ASSERT_EQ(shop_->place(), Place::waiting);
  expect_thumb_sized("waiting");
  press(tile("Beli hleb"));
  press(button("till.find"));
  ASSERT_EQ(shop_->place(), Place::find);
  expect_thumb_sized("find");
  press(button("till.go_back"));
  press(button("till.pay"));
  ASSERT_EQ(shop_->place(), Place::pay);
  expect_thumb_sized("pay");
  shop_->paying().give(shop_.dinars(100));
  frame_->place_window().refresh();
  press(button("till.paid"));
  ASSERT_EQ(shop_->place(), Place::change);
  expect_thumb_sized("change");
  press(button("till.more_coins_came"));
  ASSERT_EQ(shop_->place(), Place::more_coins);
  for (int i = 0; i < 14; ++i) shop_->giving().more_came(shop_.dinars(i % 2 == 0 ? 200 : 1));
  frame_->place_window().refresh();
  expect_thumb_sized("more coins");
  press(button("till.done"));
  while (!shop_->giving().way_out()) shop_->none_left(0);
  frame_->place_window().refresh();
  ASSERT_TRUE(shop_->giving().way_out());
  till_.keep_picture("cannot-give");
  expect_thumb_sized("a drawer that cannot give it");
  shop_->owe_the_rest();
  frame_->place_window().refresh();
  press(button("till.made_a_mistake"));
  expect_thumb_sized("take back");
  press(button("till.take_it_back"));
  ASSERT_EQ(shop_->place(), Place::taken_back);
  expect_thumb_sized("taken back");
  ASSERT_TRUE(shop_->giving().way_out()) << "all its small pieces were said to be gone";
  shop_->owe_the_rest();
  frame_->place_window().refresh();
  press(button("till.next_customer"));
  press(button("till.comes_back"));
  ASSERT_EQ(shop_->place(), Place::receipts);
  expect_thumb_sized("receipts");
}

TEST_F(TillWindow, ThreeTapsTakeOneLoafOfAnEarlierReceiptBack) {
  log_in();
  open_drawer();
  for (int i = 0; i < 6; ++i) shop_->tap_article(i < 2 ? "loaf" : "tea-" + std::to_string(i));
  shop_->pay();
  shop_->paying().give(shop_.dinars(500));
  shop_->paid();
  shop_->next_customer();
  press(button("till.comes_back"));
  ui::Tile* receipt = tile("08:00");
  ASSERT_NE(receipt, nullptr);
  EXPECT_EQ(receipt->face().picture, "🍞");
  press(receipt);
  ASSERT_EQ(shop_->place(), Place::take_back);
  EXPECT_FALSE(button("till.take_it_back")->IsEnabled());
  expect_thumb_sized("take back of many lines");
  std::vector<ui::StepButton*> more;
  for (auto* step : shown<ui::StepButton>(frame_)) {
    if (step->IsEnabled()) more.push_back(step);
  }
  ASSERT_EQ(more.size(), 4U) << "one more of each row; nothing can be less yet";
  press(more.front());
  press(button("till.take_it_back"));
  ASSERT_EQ(shop_->place(), Place::taken_back);
  EXPECT_EQ(shop_->giving().back(), shop_.dinars(60));
  press(button("till.back_to_selling"));
  EXPECT_EQ(shop_->place(), Place::sale);
}

TEST_F(TillWindow, NoneLeftStaysUnderTheFingerAndASecondTapTakesItBack) {
  const auto none_left = [&](std::size_t from_left) {
    std::vector<ui::ActionButton*> all;
    for (auto* one : shown<ui::ActionButton>(frame_))
      if (one->label() == words_.say("till.none_left")) all.push_back(one);
    std::ranges::sort(all, {}, [](const auto* one) { return one->GetScreenRect().x; });
    return all.at(from_left);
  };
  log_in();
  open_drawer();
  press(tile("Beli hleb"));
  press(tile("Kifla"));
  press(button("till.pay"));
  shop_->paying().give(shop_.dinars(500));
  frame_->place_window().refresh();
  press(button("till.paid"));
  const auto proposed = shop_->giving().piles();  // 395: 200, 100, 50, 20 twice, 5
  ASSERT_EQ(proposed.size(), 5U);
  for (std::size_t pile = 0; pile < proposed.size(); ++pile) {
    const wxRect under_the_finger = none_left(pile)->GetScreenRect();
    const wxPoint finger(under_the_finger.x + under_the_finger.width / 2,
                         under_the_finger.y + under_the_finger.height / 2);
    ASSERT_TRUE(till_.touch(finger));
    ASSERT_EQ(shop_->giving().gone(), std::vector{proposed[pile].pieces.value});
    EXPECT_NE(shop_->giving().piles(), proposed);
    const auto struck = shown<ui::MoneyPiece>(frame_);
    EXPECT_EQ(std::ranges::count_if(struck, &ui::MoneyPiece::struck), 1);
    EXPECT_NE(button("till.undo"), nullptr);
    expect_thumb_sized("none left");
    till_.keep_picture("none-left-" + std::to_string(pile));
    ASSERT_TRUE(till_.touch(finger)) << "the same place, of pile " << pile;
    EXPECT_TRUE(shop_->giving().gone().empty()) << "of pile " << pile;
    EXPECT_EQ(shop_->giving().piles(), proposed);
    const auto whole = shown<ui::MoneyPiece>(frame_);
    EXPECT_EQ(std::ranges::count_if(whole, &ui::MoneyPiece::struck), 0);
  }
  while (shop_->giving().can_undo()) press(button("till.undo"));
  EXPECT_NE(button("till.made_a_mistake"), nullptr);
}

TEST_F(TillWindow, UndoAndTheActionStayInTheSamePlace) {
  log_in();
  open_drawer();
  press(tile("Beli hleb"));
  const wxRect undo = button("till.undo")->GetScreenRect();
  const wxRect action = button("till.pay")->GetScreenRect();
  press(button("till.pay"));
  EXPECT_EQ(button("till.go_back")->GetScreenRect(), undo);
  EXPECT_EQ(button("till.paid")->GetScreenRect(), action);
  shop_->paying().give(shop_.dinars(100));
  frame_->place_window().refresh();
  press(button("till.paid"));
  EXPECT_EQ(button("till.made_a_mistake")->GetScreenRect(), undo);
  EXPECT_EQ(button("till.next_customer")->GetScreenRect(), action);
}

TEST_F(TillWindow, NothingMovesWhenTheTrayFills) {
  log_in();
  open_drawer();
  const wxRect tile_before = tile("Beli hleb")->GetScreenRect();
  const wxRect pay_before = button("till.pay")->GetScreenRect();
  for (const char* name : {"Beli hleb", "Kifla", "Kifla"}) press(tile(name));
  EXPECT_EQ(tile("Beli hleb")->GetScreenRect(), tile_before);
  EXPECT_EQ(button("till.pay")->GetScreenRect(), pay_before);
}

TEST_F(TillWindow, AStraySecondTapOnThePlaceOfPaidDoesNothing) {
  log_in();
  open_drawer();
  press(tile("Beli hleb"));
  press(button("till.pay"));
  shop_->paying().give(shop_.dinars(100));
  frame_->place_window().refresh();
  press(button("till.paid"));
  ASSERT_EQ(shop_->place(), Place::change);
  button("till.next_customer")->press_from_program(till_.now() + 150);
  settle();
  EXPECT_EQ(shop_->place(), Place::change);
  press(button("till.next_customer"));
  EXPECT_EQ(shop_->place(), Place::sale);
}

TEST_F(TillWindow, TabWalksThroughWhatCanBePressedAndSkipsWhatCannot) {
  log_in();
  open_drawer();
  std::vector<std::string> order;
  for (auto* control : shown<ui::Control>(&frame_->place_window())) {
    if (control->AcceptsFocusFromKeyboard()) order.push_back(control->GetName().utf8_string());
  }
  // Undo and Pay are disabled in place at an empty tray, so the tabs come first.
  ASSERT_FALSE(order.empty());
  EXPECT_EQ(order.front(), shop_->shelf().tabs().front().name);
  EXPECT_EQ(std::count(order.begin(), order.end(), words_.say("till.pay")), 0);
}

TEST_F(TillWindow, APracticeBookSaysSoOnEveryPlace) {
  EXPECT_EQ(words_.say("till.practice"), "Practice");
  log_in();
  open_drawer();
  // The frame all around: nothing is laid over the outer millimetre and a half.
  const wxRect place = frame_->place_window().GetRect();
  const wxRect bar = frame_->top_bar().GetRect();
  EXPECT_GE(place.x, 5);
  EXPECT_GE(bar.y, 5);
  EXPECT_LE(place.GetRight(), frame_->GetClientSize().GetWidth() - 5);
  EXPECT_LE(place.GetBottom(), frame_->GetClientSize().GetHeight() - 5);
}

TEST_F(TillWindow, HelpSaysOneSentenceAndGoesWithTheNextPress) {
  log_in();
  open_drawer();
  press(&frame_->top_bar().help());
  EXPECT_EQ(frame_->top_bar().banner().sentence(), words_.say("till.help.sale"));
  press(tile("Kifla"));
  EXPECT_TRUE(frame_->top_bar().banner().sentence().empty());
}

TEST_F(TillWindow, APrinterFaultIsASentenceWithOneButton) {
  shop_.paper.out_of_paper = true;
  log_in();
  open_drawer();
  press(tile("Beli hleb"));
  press(button("till.pay"));
  shop_->paying().give(shop_.dinars(100));
  frame_->place_window().refresh();
  press(button("till.paid"));
  EXPECT_EQ(shop_->place(), Place::change);
  EXPECT_EQ(frame_->top_bar().banner().sentence(), words_.say("till.notice.printer"));
}

// A key as a keyboard gives it, to whatever has the keyboard.
void key_down(wxWindow* window, int code) {
  wxKeyEvent event(wxEVT_CHAR_HOOK);
  event.m_keyCode = code;
  event.SetEventObject(window);
  window->HandleWindowEvent(event);
}

// One after the other, as fast as a scanner or as slow as a finger; Enter behind them.
void keys_down(wxWindow* window, const std::string& keys, long begins_at, long apart) {
  const auto send = [&](int code, long at) {
    wxKeyEvent event(wxEVT_CHAR_HOOK);
    event.m_keyCode = code;
    event.m_uniChar = static_cast<wxChar>(code);
    event.SetTimestamp(at);
    event.SetEventObject(window);
    window->HandleWindowEvent(event);
  };
  long at = begins_at;
  for (const char key : keys) {
    send(key, at);
    at += apart;
  }
  send(WXK_RETURN, at);
}

TEST_F(TillWindow, ACodeThatIsScannedLandsInNoFieldAndPressesNothing) {
  constexpr long scanner = 5;
  constexpr long finger = 200;
  const std::string code = "8600000000014";
  log_in();
  press(shown<ui::StepButton>(frame_).back());
  const Money float_amount = shop_->count().total();
  shop_->type_count(shop_.piece(20));
  frame_->place_window().refresh();
  const auto scan = [&] {
    keys_down(frame_, code, till_.later(), scanner);
    settle();
  };
  scan();
  EXPECT_EQ(shop_->place(), Place::count_number);
  EXPECT_EQ(shop_->typed(), "");
  EXPECT_EQ(shop_->count().total(), float_amount);
  keys_down(frame_, "12", till_.later(), finger);
  settle();
  EXPECT_EQ(shop_->count().count(shop_.piece(20)), 12);
  press(button("till.open_the_drawer"));
  scan();
  EXPECT_EQ(shop_->cart().quantity_of("loaf"), Quantity::pieces(1));
  button("till.pay")->SetFocus();
  keys_down(frame_, "BAG-0417", till_.later(), scanner);
  EXPECT_EQ(shop_->place(), Place::sale) << "no number, and no article: Pay is not pressed";
  keys_down(frame_, code, till_.later(), finger);  // typed by hand, from under the bars
  settle();
  EXPECT_EQ(shop_->cart().quantity_of("loaf"), Quantity::pieces(2));
  press(button("till.pay"));
  shop_->paying().give(shop_.dinars(100));
  frame_->place_window().refresh();
  button("till.paid")->SetFocus();
  scan();
  EXPECT_EQ(shop_->place(), Place::pay) << "the green button was not pressed by a scanner";
}

TEST_F(TillWindow, OneKeyClosesItAndNothingOfTheTrayIsLeftInAnyWindow) {
  for (const int code : {WXK_F12, WXK_PAUSE}) {
    log_in();
    if (shop_->place() == Place::open_drawer) open_drawer();
    press(tile("Beli hleb"));
    press(&frame_->top_bar().help());
    key_down(&frame_->place_window(), code);
    EXPECT_EQ(shop_->place(), Place::locked);
    EXPECT_NE(button("till.log_in.again"), nullptr) << "on the screen before the key is over";
    settle();
    tests::TillOnScreen::each_window(frame_, [](wxWindow* window) {
      EXPECT_EQ(dynamic_cast<SaleWindow*>(window), nullptr);
      const auto* shown = dynamic_cast<ui::Tile*>(window);
      EXPECT_TRUE(shown == nullptr || shown->face().name.empty()) << shown->face().name;
    });
    EXPECT_TRUE(frame_->top_bar().banner().sentence().empty());
    EXPECT_FALSE(frame_->top_bar().person().IsShown());
    press(button("till.log_in.again"));
  }
  log_in();
  EXPECT_NE(tile("Beli hleb"), nullptr);
  EXPECT_EQ(shop_->cart().lines().size(), 1U) << "and the same loaf twice";
}

TEST_F(TillWindow, ATouchOfTheTopLeftCornerClosesIt) {
  log_in();
  open_drawer();
  const wxRect corner = frame_->top_bar().corner_area();
  EXPECT_GE(corner.width, 12.0 * pixels_per_mm);
  EXPECT_GE(corner.height, 12.0 * pixels_per_mm);
  wxMouseEvent beside(wxEVT_LEFT_DOWN);
  beside.SetPosition(wxPoint(corner.GetRight() + 2, 5));
  frame_->top_bar().HandleWindowEvent(beside);
  EXPECT_EQ(shop_->place(), Place::sale);
  wxMouseEvent touch(wxEVT_LEFT_DOWN);
  touch.SetPosition(wxPoint(5, 5));
  frame_->top_bar().HandleWindowEvent(touch);
  EXPECT_EQ(shop_->place(), Place::locked);
}

TEST_F(TillWindow, EveryTargetOfTheClosedScreenIsThumbSized) {
  log_in();
  open_drawer();
  frame_->lock(0);
  settle();
  expect_thumb_sized("locked");
}

TEST_F(TillWindow, LocksItselfWhenItWasLeftOrTheMachineSlept) {
  log_in();
  shop_.clock.set(shop_.clock.now().plus_seconds(Counter::closed_drawer_lock_seconds + 1));
  frame_->second_passed(0);
  EXPECT_EQ(shop_->place(), Place::locked);
  press(button("till.log_in.again"));
  log_in();
  open_drawer();
  frame_->second_passed(60'000);
  EXPECT_NE(button("till.log_in.again"), nullptr);
}

TEST_F(TillWindow, AnyTouchBeginsTheWaitingAnew) {
  log_in();
  shop_.clock.set(shop_.clock.now().plus_seconds(Counter::closed_drawer_lock_seconds - 1));
  key_down(&frame_->place_window(), WXK_SHIFT);
  shop_.clock.set(shop_.clock.now().plus_seconds(Counter::closed_drawer_lock_seconds - 1));
  frame_->second_passed(0);
  EXPECT_EQ(shop_->place(), Place::open_drawer);
}

TEST_F(TillWindow, TheBellStandsInTheSamePlaceOnEveryScreenAndShowsTheAnswer) {
  ui::ActionButton& bell = frame_->top_bar().bell();
  const wxRect at_log_in = bell.GetScreenRect();
  log_in();
  open_drawer();
  EXPECT_EQ(bell.GetScreenRect(), at_log_in);
  press(&bell);
  EXPECT_EQ(shop_.call.now, OfficeCall::State::asked);
  EXPECT_EQ(frame_->top_bar().banner().sentence(), words_.say("till.call.asked"));
  frame_->lock(0);
  settle();
  EXPECT_TRUE(bell.IsShownOnScreen());
  EXPECT_EQ(bell.GetScreenRect(), at_log_in);
  shop_.call.now = OfficeCall::State::coming;
  frame_->second_passed(0);
  EXPECT_EQ(frame_->top_bar().banner().sentence(), words_.say("till.call.coming"));
}

TEST_F(TillWindow, HelpIsSpokenOnRequestAndSoIsANumberThatIsTouched) {
  log_in();
  shop_->open_with_last_float();
  shop_->tap_article("loaf");
  press(&frame_->top_bar().bell());  // shows what the counter holds now
  const auto touch_the_total = [&] {
    wxMouseEvent down(wxEVT_LEFT_DOWN);
    shown<ui::AmountLabel>(frame_).front()->HandleWindowEvent(down);
    settle();
  };
  touch_the_total();
  EXPECT_TRUE(shop_.speaker.said.empty()) << "whoever buys hears it too: only on request";
  press(&frame_->top_bar().help());
  EXPECT_TRUE(shop_.speaker.said.empty());
  press(button("till.listen"));
  ASSERT_EQ(shop_.speaker.said.size(), 1U);
  EXPECT_EQ(shop_.speaker.said[0], words_.say("till.help.sale"));
  touch_the_total();
  ASSERT_EQ(shop_.speaker.said.size(), 2U);
  EXPECT_NE(shop_.speaker.said[1].find("60"), std::string::npos);
  shop_.speaker.can = false;
  press(&frame_->top_bar().help());
  press(&frame_->top_bar().help());
  EXPECT_EQ(button("till.listen"), nullptr) << "no button that does nothing";
}

TEST_F(TillWindow, ALineOfTheTrayOpensByATouch) {
  log_in();
  shop_->open_with_last_float();
  shop_->tap_article("loaf");
  press(&frame_->top_bar().bell());
  press(shown<TrayRow>(frame_).front());
  ASSERT_EQ(shop_->place(), Place::line);
  press(button("till.line.how_many"));
  press(button_labelled("7"));
  press(button("till.done"));
  EXPECT_EQ(shop_->cart().quantity_of("loaf"), Quantity::pieces(7));
}

TEST_F(TillWindow, ThirtyPicturesFitOnThisScreenAndStayLargeEnough) {
  log_in();
  shop_->open_with_last_float();
  shop_->own_picture();
  shop_->more_of_own();
  shop_->size_of_pictures();
  press(&frame_->top_bar().bell());
  press(button_labelled("30"));
  ASSERT_EQ(shop_->place(), Place::sale);
  EXPECT_EQ(shop_->tiles_on_page(), 30U);
  shop_->choose_tab(2);
  press(&frame_->top_bar().bell());
  const auto tiles = shown<ui::Tile>(frame_);
  EXPECT_EQ(tiles.size(), 14U);
  for (const ui::Tile* tile : tiles) {
    EXPECT_GE(tile->GetSize().GetWidth(), frame_->look().mm(ui::target::tile));
    EXPECT_GE(tile->GetSize().GetHeight(), frame_->look().mm(ui::target::tile));
  }
}

TEST_F(TillWindow, FewerPicturesStandOnAPageWhereANameWouldNotFit) {
  const auto wish_thirty = [&] {
    shop_->own_picture();
    shop_->more_of_own();
    shop_->size_of_pictures();
    press(&frame_->top_bar().bell());
    press(button_labelled("30"));
    return shop_->tiles_on_page();
  };
  log_in();
  shop_->open_with_last_float();
  EXPECT_EQ(wish_thirty(), 30U);
  Article loaf = *shop_->shelf().article("loaf");
  loaf.name = "Integralni hleb sa semenkama";
  shop_.book.put_articles({loaf}, shop_.clock.now());
  ASSERT_TRUE(shop_->look_at_catalogue());
  till_.show_again();
  EXPECT_EQ(shop_->tiles_on_page(), 20U);
  EXPECT_FALSE(shop_->tiles_fit(30));
  EXPECT_TRUE(shop_->tiles_fit(20));
}

TEST_F(TillWindow, TheCustomersWindowShowsWhatTheTillShowsHer) {
  const wxRect room(0, 0, 800, 480);
  auto* window = new CustomerWindow(room, true, words_, shop_.pack, "Zrno", {});
  window->Show();
  frame_->on_shown = [&] { window->show(customer_view(*shop_)); };
  log_in();
  shop_->open_with_last_float();
  EXPECT_EQ(window->view().kind, CustomerView::Kind::welcome);
  press(&frame_->top_bar().bell());
  press(tile("Beli hleb"));
  EXPECT_EQ(window->view().kind, CustomerView::Kind::tray);
  EXPECT_EQ(shown<TrayRow>(window).size(), 1U);
  press(button("till.pay"));
  EXPECT_EQ(shown<ui::AmountLabel>(window).size(), 3U);
  shop_->paying().give(shop_.dinars(100));
  press(&frame_->top_bar().bell());
  press(button("till.paid"));
  EXPECT_EQ(window->view().kind, CustomerView::Kind::giving);
  EXPECT_EQ(shown<ui::MoneyPiece>(window).size(), shop_->giving().piles().size());
  frame_->on_shown = {};
  window->Destroy();
  settle();
}

}  // namespace
}  // namespace tilia::pos
