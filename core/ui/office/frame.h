// The office's window: the side list, the page of the room that is open, and what only a window can
// do for a room: ask for a file, show a paper, let long work run with a bar and a stop. A practice
// book wears a frame and a word on every page.
#pragma once

#include <wx/frame.h>

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/ui/office/page_view.h"
#include "core/ui/office/room.h"
#include "core/ui/office/side_list.h"
#include "core/ui/office/work_view.h"

namespace tilia::ui {

struct RoomDoor {
  std::string key;
  Phrase name;
  Room* room = nullptr;
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

  const Look& look_;
  const Words* words_;
  std::vector<RoomDoor> rooms_;
  Room* room_ = nullptr;
  bool practice_ = false;
  wxPanel* ground_;
  SideList* side_ = nullptr;
  PageView* page_;
  WorkView* work_view_ = nullptr;
  std::unique_ptr<LongWork> work_;
  int step_ = -1;  // -1: the bar is not on the screen yet
  bool stopped_ = false;
};

}  // namespace tilia::ui
