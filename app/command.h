// What every command of `tilia` is given, and how it ends. A command answers through Printer, or it
// throws Stopped with a sentence that says what to do; main catches that once.
#pragma once

#include <exception>
#include <functional>
#include <string>

#include "app/answer.h"
#include "app/resources.h"
#include "core/phrase.h"

namespace tilia::app {

enum class ExitStatus : int {
  done = 0,
  wrong_usage = 2,
  refused = 3,      // a rule said no: nothing of the refused item was written
  unreadable = 4,   // the book, or a file, can't be read or written
  not_allowed = 5,  // this user may not
};

class Stopped final : public std::exception {
 public:
  Stopped(ExitStatus status, std::string code, Phrase sentence)
      : status_(status), code_(std::move(code)), sentence_(std::move(sentence)) {}

  [[nodiscard]] ExitStatus status() const { return status_; }
  [[nodiscard]] const std::string& code() const { return code_; }
  [[nodiscard]] const Phrase& sentence() const { return sentence_; }
  [[nodiscard]] const char* what() const noexcept override { return code_.c_str(); }

 private:
  ExitStatus status_;
  std::string code_;
  Phrase sentence_;
};

// What may stand before any command.
struct Everywhere {
  std::string book;
  std::string as;
  std::string with;
  std::string secret_file;
  std::string second_secret_file;
  std::string now;
  std::string language;
  bool json = false;
};

struct Desk {
  const Resources& resources;
  const Words& words;
  Everywhere everywhere;
  Printer printer;
  std::function<ExitStatus()> chosen;  // the command that was asked for
};

}  // namespace tilia::app
