// What is sold out today, as somebody at this till marked it: remembered beside the book, and gone
// with the day. It stops nobody from selling one that was found after all.
#pragma once

#include <string>
#include <vector>

#include "core/day.h"
#include "pos/ui/doors.h"

namespace tilia::pos {

class SoldOut {
 public:
  explicit SoldOut(DraftStore& store) : store_(store) {}

  [[nodiscard]] bool is(const std::string& article, const Day& day);
  void mark(const std::string& article, bool sold_out, const Day& day);

 private:
  void read(const Day& day);

  DraftStore& store_;
  std::string read_;  // the day, as it was read last
  std::vector<std::string> articles_;
};

}  // namespace tilia::pos
