// What was counted so far of each drawer and bag, beside the book, from start to start: the head
// says of which.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pos/ui/doors.h"

namespace tilia::pos {

class KeptCounts {
 public:
  explicit KeptCounts(DraftStore& store);

  [[nodiscard]] std::optional<std::string> of(const std::string& head) const;
  // Heads and counts are one line each.
  void keep(const std::string& head, const std::string& count);
  void keep_only(const std::vector<std::string>& heads);

 private:
  void save() const;

  DraftStore& store_;
  std::map<std::string, std::string> counts_;
};

}  // namespace tilia::pos
