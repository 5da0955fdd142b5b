// The till's one window: the bar on top, and under it the place where the counter is. Each place's
// window is made when it is first shown. Here is the edge where what the disk causes becomes a
// sentence.
#pragma once

#include <wx/frame.h>
#include <wx/timer.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/ui/scan_or_typing.h"
#include "core/ui/second_tap.h"
#include "core/ui/top_bar.h"
#include "core/ui/touch_watch.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class TillFrame final : public wxFrame {
 public:
  // `sentence_of_fault` makes a sentence of an exception of the world outside; it may log it.
  // `dpi`: by itself what the monitor says.
  using SentenceOfFault = std::function<Phrase(const std::exception&)>;
  TillFrame(Counter& counter, const Words& words, const wxSize& size,
            const std::filesystem::path& pictures, SentenceOfFault sentence_of_fault,
            std::optional<int> dpi = std::nullopt);

  // Called whenever something new is shown: a customer's window shows its part.
  std::function<void()> on_shown;
  // Called once, when the first place has been painted.
  std::function<void()> on_first_paint;
  [[nodiscard]] const ui::Look& look() const { return look_; }
  [[nodiscard]] ui::Look& look() { return look_; }
  [[nodiscard]] PlaceWindow& place_window() { return *shown_; }
  [[nodiscard]] ui::TopBar& top_bar() { return *bar_; }
  // Where the counter is now.
  void show_place();
  // The quick lock: by F12, Pause, or a touch of the top left corner.
  void lock(long at_milliseconds);
  // The machine is closed, sleeps, or shows another session.
  void lock_from_outside();
  // What each second brings: a till that was left locks itself, an office answers.
  void second_passed(std::int64_t slept_milliseconds);
  // The watch for keys, touches and seconds begins. Without it nothing closes by itself.
  void begin_watch() { watch_.begin(); }

 private:
  // Which of the windows shows a place.
  enum class Kind {
    log_in,
    calm,
    count,
    sale,
    find,
    pad,
    pay,
    change,
    pieces,
    receipts,
    take_back,
    waiting,
    accounts,
    salon,
    visit,
    visit_steps,
    orders,
    tickets,
    ticket,
    ticket_find,
    ticket_damage,
    ticket_pieces,
    ticket_marks,
    order,
    order_find,
    order_name,
    order_steps,
    bake,
    waste,
    others,
    contents,
    packages,
    visit_history,
    my_time,
    my_time_ask,
    my_time_taps
  };
  [[nodiscard]] Kind kind_of(Place place) const;
  [[nodiscard]] static Kind kind_of_my_time(Place place);
  [[nodiscard]] PlaceWindow* window_of(Kind kind);

  void act(long at_milliseconds, const std::function<void()>& what);
  void show_locked();
  void show_bar();
  void show_help();
  void speak(const std::string& sentence);
  void lay_out();
  void key(wxKeyEvent& event);
  [[nodiscard]] bool typed_key(int character, long at_milliseconds);
  [[nodiscard]] bool enter(long at_milliseconds);
  [[nodiscard]] bool typing_a_secret() const;
  [[nodiscard]] bool typing_a_number() const;
  void fingers_typed();
  void type_letters(const std::string& letters, long at_milliseconds);
  void number_typed();
  void print_when_painted();
  void set_stronger_colours(bool on);

  Counter& counter_;
  SentenceOfFault sentence_of_fault_;
  ui::Look look_;
  Desk desk_;
  ui::SecondTap second_tap_;
  wxPanel* ground_;
  ui::TopBar* bar_;
  ui::KeyboardKeeper* keeper_;
  std::map<Kind, PlaceWindow*> windows_;
  PlaceWindow* shown_ = nullptr;
  Place shown_place_ = Place::log_in;
  bool help_ = false;
  bool painted_ = false;
  std::string scanned_;
  ui::ScanOrTyping keys_;  // fingers, or a reader with a card or a code
  wxTimer quiet_;
  long last_key_ = 0;
  ui::TouchWatch watch_;
};

}  // namespace tilia::pos
