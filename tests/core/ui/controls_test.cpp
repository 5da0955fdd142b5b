// Rung 2: our controls as real windows, pressed by made events.
#include <gtest/gtest.h>
#include <wx/app.h>
#include <wx/frame.h>

#include "core/ui/action_button.h"
#include "core/ui/cut.h"
#include "core/ui/key_pad.h"
#include "core/ui/money_piece.h"
#include "core/ui/monitor.h"

namespace tilia::ui {
namespace {

class Controls : public ::testing::Test {
 protected:
  Controls() : frame_(new wxFrame(nullptr, wxID_ANY, "")) {
    frame_->SetClientSize(1000, 700);
    frame_->Show();
    settle();
  }
  ~Controls() override {
    frame_->Destroy();
    settle();
  }
  static void settle() {
    for (int i = 0; i < 20; ++i) wxTheApp->Yield(true);
  }
  static void mouse(wxWindow* window, wxEventType type, const wxPoint& at) {
    wxMouseEvent event(type);
    event.SetPosition(at);
    event.SetEventObject(window);
    window->HandleWindowEvent(event);
  }
  static void key(wxWindow* window, wxEventType type, int code) {
    wxKeyEvent event(type);
    event.m_keyCode = code;
    event.SetEventObject(window);
    window->HandleWindowEvent(event);
  }

  Look look_{96.0 / 25.4, false};
  wxFrame* frame_;
};

TEST_F(Controls, APressIsDownAndUpOnTheSameButton) {
  auto* button = new ActionButton(frame_, look_, ActionButton::Kind::go, "Pay");
  button->SetSize(10, 10, 200, 80);
  int presses = 0;
  button->on_press = [&](long) { ++presses; };
  mouse(button, wxEVT_LEFT_DOWN, {20, 20});
  mouse(button, wxEVT_LEFT_UP, {20, 20});
  EXPECT_EQ(presses, 1);
  mouse(button, wxEVT_LEFT_DOWN, {20, 20});
  mouse(button, wxEVT_LEFT_UP, {900, 20});  // the finger slid away
  EXPECT_EQ(presses, 1);
  mouse(button, wxEVT_LEFT_UP, {20, 20});  // an up without a down
  EXPECT_EQ(presses, 1);
}

TEST_F(Controls, AMillimetreIsOneOnTheMonitorThatIsThere) {
  const double dpi = dpi_of_monitor(*frame_);  // the private screen says 96, in whole millimetres
  EXPECT_GT(dpi, 95);
  EXPECT_LT(dpi, 97);
  const Look fine(Look::pixels_per_mm_at(160, {2277, 1280}), false);
  EXPECT_EQ(fine.mm(127), 800);
  const Look says_nothing(Look::pixels_per_mm_at(0, {1366, 768}), false);
  EXPECT_EQ(says_nothing.mm(127), 480);
}

TEST_F(Controls, AQuickSecondTapOnOneButtonCounts) {
  auto* button = new ActionButton(frame_, look_, ActionButton::Kind::quiet, "+1");
  button->SetSize(10, 10, 200, 80);
  int presses = 0;
  button->on_press = [&](long) { ++presses; };
  mouse(button, wxEVT_LEFT_DOWN, {20, 20});
  mouse(button, wxEVT_LEFT_UP, {20, 20});
  mouse(button, wxEVT_LEFT_DCLICK, {20, 20});
  mouse(button, wxEVT_LEFT_UP, {20, 20});
  EXPECT_EQ(presses, 2);
}

TEST_F(Controls, EnterAndSpacePressOnceHoweverLongTheyAreHeld) {
  auto* button = new ActionButton(frame_, look_, ActionButton::Kind::quiet, "Find");
  button->SetSize(10, 10, 200, 80);
  int presses = 0;
  button->on_press = [&](long) { ++presses; };
  key(button, wxEVT_KEY_DOWN, WXK_SPACE);
  key(button, wxEVT_KEY_DOWN, WXK_SPACE);
  key(button, wxEVT_KEY_UP, WXK_SPACE);
  EXPECT_EQ(presses, 1);
  key(button, wxEVT_KEY_DOWN, WXK_RETURN);
  key(button, wxEVT_KEY_UP, WXK_RETURN);
  EXPECT_EQ(presses, 2);
  key(button, wxEVT_KEY_DOWN, 'X');
  EXPECT_EQ(presses, 2);
}

TEST_F(Controls, ADisabledButtonStaysInItsPlaceAndDoesNothing) {
  auto* button = new ActionButton(frame_, look_, ActionButton::Kind::go, "Paid");
  button->SetSize(10, 10, 200, 80);
  int presses = 0;
  button->on_press = [&](long) { ++presses; };
  button->Disable();
  button->press_from_program(1);
  EXPECT_EQ(presses, 0);
  EXPECT_TRUE(button->IsShown());
  EXPECT_FALSE(button->AcceptsFocus());
  EXPECT_EQ(button->GetRect(), wxRect(10, 10, 200, 80));
}

TEST_F(Controls, KeysOfThePadAreForAThumb) {
  auto* pad = new KeyPad(frame_, look_);
  pad->SetSize(wxRect(wxPoint(0, 0), pad->own_size()));
  settle();
  ASSERT_EQ(pad->GetChildren().size(), 11U);
  for (wxWindow* child : pad->GetChildren()) {
    EXPECT_GE(child->GetSize().GetWidth(), look_.mm(target::key));
    EXPECT_GE(child->GetSize().GetHeight(), look_.mm(target::key));
  }
  std::string typed;
  pad->on_digit = [&](char digit, long) { typed += digit; };
  for (wxWindow* child : pad->GetChildren()) static_cast<Control*>(child)->press_from_program(1);
  EXPECT_EQ(typed, "1234567890");
}

TEST_F(Controls, TextIsReadableOnEveryGround) {
  for (const Palette& palette : {warm_palette(), high_contrast_palette()}) {
    for (const wxColour& ground : {palette.paper, palette.card, palette.sand, palette.tint}) {
      EXPECT_GE(contrast_percent(palette.ink, ground), 450);
      EXPECT_GE(contrast_percent(palette.soft, ground), 450);
    }
    EXPECT_GE(contrast_percent(palette.on_go, palette.go), 450);
    EXPECT_GE(contrast_percent(palette.on_go, palette.mend), 450);
    EXPECT_GE(contrast_percent(palette.ink, palette.mend_ground), 450);
    EXPECT_GE(contrast_percent(palette.got, palette.card), 450);
  }
  EXPECT_EQ(contrast_percent(*wxBLACK, *wxWHITE), 2100);
}

TEST_F(Controls, ATargetKeepsItsMillimetresOnAFinerScreen) {
  const Look fine(192.0 / 25.4, false);
  EXPECT_EQ(look_.mm(25.4), 96);
  EXPECT_EQ(fine.mm(25.4), 192);
  EXPECT_EQ(fine.px(20), 40);
}

TEST_F(Controls, PiecesKeepTheirSizesToEachOther) {
  const PieceLook small{.note = true,
                        .number = "5",
                        .colour = "#8A8C85",
                        .rim_colour = "",
                        .width_tenths_mm = 1200,
                        .height_tenths_mm = 620};
  const PieceLook large{.note = true,
                        .number = "20",
                        .colour = "#3F75B5",
                        .rim_colour = "",
                        .width_tenths_mm = 1330,
                        .height_tenths_mm = 720};
  const PieceLook coin{.note = false,
                       .number = "1",
                       .colour = "#C8CDD1",
                       .rim_colour = "#C9A23F",
                       .width_tenths_mm = 233,
                       .height_tenths_mm = 233};
  EXPECT_EQ(piece_size(small, 10), wxSize(120, 62));
  EXPECT_EQ(piece_size(large, 10), wxSize(133, 72));
  EXPECT_EQ(piece_size(coin, 10), wxSize(46, 46));  // twice the notes' scale
  const PieceRows rows = rows_of({small, large, coin}, {0, 0, 500, 400}, look_, 20);
  ASSERT_EQ(rows.plates.size(), 3U);
  EXPECT_GT(rows.plates[2].y, rows.plates[0].y);  // coins begin a row of their own
  for (const wxRect& plate : rows.plates) {
    EXPECT_GE(plate.width, look_.mm(target::key));
    EXPECT_TRUE(wxRect(0, 0, 500, 400).Contains(plate));
  }
}

TEST_F(Controls, CuttingARoomLosesNothing) {
  wxRect room(0, 0, 100, 50);
  EXPECT_EQ(cut_top(room, 10, 5), wxRect(0, 0, 100, 10));
  EXPECT_EQ(cut_left(room, 20), wxRect(0, 15, 20, 35));
  EXPECT_EQ(cut_right(room, 30, 10), wxRect(70, 15, 30, 35));
  EXPECT_EQ(cut_bottom(room, 5), wxRect(20, 45, 40, 5));
  EXPECT_EQ(room, wxRect(20, 15, 40, 30));
  EXPECT_EQ(cut_top(room, 999).height, 30);  // never more than there is
}

class TestApp final : public wxApp {
 public:
  bool OnInit() override { return true; }
  int OnRun() override { return RUN_ALL_TESTS(); }
};

}  // namespace
}  // namespace tilia::ui

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  wxApp::SetInstance(new tilia::ui::TestApp);
  return wxEntry(argc, argv);
}
