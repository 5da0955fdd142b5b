// The office's window: the side list, the page of the room that is open, and what only a window can
// do for a room: ask for a file, show a paper, let long work run with a bar and a stop. A practice
// book wears a frame and a word on every page.
//
// What a room shows is private unless its door says otherwise: nothing is copied out of it, and it
// is covered while another window has the keyboard. lock() takes everything away.
#pragma once

#include <wx/frame.h>
#include <wx/weakref.h>

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/ui/office/call_strip.h"
#include "core/ui/office/closed_view.h"
#include "core/ui/office/page_view.h"
#include "core/ui/office/room.h"
#include "core/ui/office/side_list.h"
#include "core/ui/office/work_view.h"
#include "core/ui/touch_watch.h"

class wxDialog;

namespace tilia::ui {

struct RoomDoor {
  std::string key;
  Phrase name;
  Room* room = nullptr;
  bool open_to_glances = false;  // nothing of it is private
};

class OfficeFrame final : public wxFrame {
 public:
  struct Head {
    std::string brand;
    std::string place;  // "Office · Corner Bakery"
    SideList::Person person;
    bool practice = false;
  };

  OfficeFrame(const Look& look, const Words& words);

  // What a failure of the world is called in a sentence: caught here, once.
  std::function<Phrase(const std::exception&)> failure_sentence;
  std::function<void()> on_entered;  // a room answered Next::entered()
  std::function<void()> on_log_out;
  std::function<void()> on_idle;  // nothing else is to do
  // Asks for a path; empty: not now. Windows ask through dialogs, tests answer themselves.
  std::function<std::string(const Next& next)> ask_path;
  std::function<bool(const std::string& path)> show_paper;

  // One room by itself: log in, make a book.
  void show_alone(Room& room, bool practice, const std::string& brand);
  void show_rooms(const Head& head, std::vector<RoomDoor> rooms, const std::string& first);
  void set_words(const Words& words) { words_ = &words; }
  void open(const std::string& room_key);
  void show_again();  // the page of the open room, anew

  // At once: what is seen is the sheet, and pages, forms, tables, dialogs, work and what was copied
  // are gone. The keys are the caller's to clear, before.
  void lock(const ClosedView::Sheet& sheet);
  [[nodiscard]] bool locked() const { return locked_; }
  std::function<void()> on_come_back;  // the sheet's button
  // The name on the sheet that covers private pages while another window has the keyboard.
  void set_cover(const std::string& name) { cover_name_ = name; }
  [[nodiscard]] bool covered() const { return covered_; }
  // A counter asks for somebody; an empty sentence: none does.
  void set_call(const std::string& sentence, const std::string& button);
  std::function<void()> on_coming;
  [[nodiscard]] const CallStrip& call() const { return *call_; }
  [[nodiscard]] const ClosedView& sheet() const { return *closed_; }

  [[nodiscard]] PageView& page() { return *page_; }
  [[nodiscard]] SideList* side() const { return side_; }
  [[nodiscard]] bool working() const { return work_ != nullptr; }

 private:
  void lay_out();
  void paint_practice();
  void clear();
  void press(const std::string& action, const Values& values);
  void follow(Next next);
  void start(std::unique_ptr<LongWork> work);
  void work_a_step(wxIdleEvent& event);
  void end_work();
  void guarded(const std::function<void()>& act);
  [[nodiscard]] PageView* new_page();
  [[nodiscard]] std::string ask_in_a_dialog(const Next& next);
  void watch_privacy();
  void cover_or_not();
  void show_parts();  // the sheet, or what is behind it
  void show_title();
  void copy(wxClipboardTextEvent& event);
  void drop(wxWindow* window);

  const Look& look_;
  const Words* words_;
  std::vector<RoomDoor> rooms_;
  Room* room_ = nullptr;
  bool practice_ = false;
  bool private_ = false;  // what is shown
  bool active_ = true;    // ours is the window with the keyboard
  bool locked_ = false;
  bool covered_ = false;
  bool copied_ = false;  // something of ours is on the clipboard
  std::string title_;
  std::string cover_name_;
  wxWeakRef<wxWindow> keyboard_was_;
  wxDialog* dialog_ = nullptr;  // while one is open
  wxPanel* ground_;
  SideList* side_ = nullptr;
  PageView* page_;
  WorkView* work_view_ = nullptr;
  CallStrip* call_;
  ClosedView* closed_;
  KeyboardKeeper* keeper_;
  std::unique_ptr<LongWork> work_;
  int step_ = -1;  // -1: the bar is not on the screen yet
  bool stopped_ = false;
};

}  // namespace tilia::ui
