#include "app/json_lines.h"

#include <fstream>
#include <iostream>

namespace tilia::app {

bool for_each_json_line(Desk& desk, const std::string& file,
                        const std::function<void(const std::string& line)>& act) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(file, std::ios::binary);
    if (!opened)
      throw Stopped(ExitStatus::unreadable, "file_unreadable",
                    Phrase("app.file.unreadable").with("file", file));
  }
  std::istream& in = file == "-" ? std::cin : opened;
  bool all = true;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    try {
      act(line);
    } catch (const Stopped& stopped) {
      if (stopped.status() != ExitStatus::refused) throw;
      all = false;
      const std::string said = desk.words.say(stopped.sentence());
      desk.printer.answer(
          Json{{"state", "refused"}, {"error", {{"code", stopped.code()}, {"message", said}}}},
          stopped.sentence());
    }
  }
  return all;
}

}  // namespace tilia::app
