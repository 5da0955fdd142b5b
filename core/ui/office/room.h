// A room of the office: it shows a page, and is told what was pressed. It knows no window. Where a
// window has to do something that only a window can (ask for a file, show a paper, let long work
// run), press() answers what.
//
//   room.press("save", values)  -> Next::save_file("pdf", "payslip.pdf")
//   room.press("pdf", values)   with the chosen file as values.text("path")
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/ui/office/page.h"

namespace tilia::ui {

// Work in steps: one step at a time between the window's own events, so that it can be stopped
// between any two. What a stopped work has written is whole (each step writes a file whole or not
// at all).
class LongWork {
 public:
  virtual ~LongWork() = default;
  [[nodiscard]] virtual Phrase title() const = 0;
  [[nodiscard]] virtual int steps() const = 0;
  // Does the next one. Throws when the world fails.
  virtual void step(int number) = 0;
  // What to say at the end; `done` steps of steps() were done.
  [[nodiscard]] virtual Remark told(int done) const = 0;
  // When it is whole, the office goes on as after Next::entered().
  [[nodiscard]] virtual bool enters() const { return false; }
};

struct Next {
  enum class Step {
    show_page,
    open_file,
    save_file,
    pick_folder,
    show_paper,
    work,
    log_out,
    entered
  };
  Step step = Step::show_page;
  std::string action = {};     // pressed next, with the chosen path as "path"
  std::string file_name = {};  // suggested
  std::string path = {};       // of the paper to show
  std::unique_ptr<LongWork> work = nullptr;

  [[nodiscard]] static Next page() { return {}; }
  [[nodiscard]] static Next open_file(std::string action, std::string pattern) {
    return {.step = Step::open_file, .action = std::move(action), .file_name = std::move(pattern)};
  }
  [[nodiscard]] static Next save_file(std::string action, std::string suggested) {
    return {
        .step = Step::save_file, .action = std::move(action), .file_name = std::move(suggested)};
  }
  [[nodiscard]] static Next pick_folder(std::string action) {
    return {.step = Step::pick_folder, .action = std::move(action)};
  }
  [[nodiscard]] static Next show_paper(std::string path) {
    return {.step = Step::show_paper, .path = std::move(path)};
  }
  [[nodiscard]] static Next run(std::unique_ptr<LongWork> work) {
    return {.step = Step::work, .work = std::move(work)};
  }
  [[nodiscard]] static Next log_out() { return {.step = Step::log_out}; }
  [[nodiscard]] static Next entered() { return {.step = Step::entered}; }
};

class Room {
 public:
  virtual ~Room() = default;
  [[nodiscard]] virtual Page page() = 0;
  [[nodiscard]] virtual Next press(const std::string& action, const Values& values) = 0;
  // Something of this room ended, was stopped or failed: it stands on the page until the next
  // press.
  virtual void told(const Remark& remark) = 0;
};

}  // namespace tilia::ui
