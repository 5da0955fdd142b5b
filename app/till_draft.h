// The open cart as a small file beside the book. Written anew with each tap: first aside, then in
// the place of the old one, so that a crash leaves one of the two, whole.
#pragma once

#include <filesystem>

#include "pos/ui/doors.h"

namespace tilia::app {

class TillDraft final : public pos::DraftStore {
 public:
  // "<book>.<till>.cart"
  // `what`: the ending of the file's name.
  TillDraft(const std::filesystem::path& book, const std::string& till, const std::string& what);

  [[nodiscard]] std::optional<std::string> load() override;
  void save(const std::string& text) override;
  void clear() override;

 private:
  std::filesystem::path file_;
};

}  // namespace tilia::app
