// What is to bake, at the counter, without a window: today's sheet or tomorrow's, and what is baked
// of it already, noted by steps that can be taken back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "pos/bakery/keep_orders.h"

namespace tilia::pos {

class BakeScreen {
 public:
  BakeScreen(KeepOrders::Doors doors, std::string till);

  // As the book has it now: today's, or the one that was looked at last.
  void open();
  [[nodiscard]] const std::optional<Phrase>& refusal() const { return refusal_; }
  [[nodiscard]] bool is_tomorrow() const { return tomorrow_; }
  void show_tomorrow(bool tomorrow);
  [[nodiscard]] const BakeSheet& sheet() const { return sheet_; }
  // As many rows as the window has room for.
  void room_for(std::size_t rows);
  [[nodiscard]] std::size_t page() const { return page_; }
  [[nodiscard]] std::size_t pages() const;
  void turn_page(int by);
  [[nodiscard]] std::vector<const BakeRow*> rows() const;  // of the page
  // Pieces, or kilograms; below none of it nothing can be taken away.
  void note(const std::string& article, std::int64_t more);
  [[nodiscard]] bool may_take_away(const BakeRow& row, std::int64_t less) const;
  [[nodiscard]] bool can_undo() const { return !noted_.empty(); }
  void undo();

 private:
  struct Noted {
    Day day;
    Pieces pieces;
  };
  void read();
  [[nodiscard]] bool enter(const Day& day, const Pieces& pieces);

  KeepOrders keep_;
  std::string till_;
  bool tomorrow_ = false;
  std::optional<Phrase> refusal_;
  BakeSheet sheet_;
  std::size_t page_ = 0;
  std::size_t rows_ = 6;
  std::vector<Noted> noted_;  // since it was opened
};

}  // namespace tilia::pos
