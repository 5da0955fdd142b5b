// The room Stock: what is there of the articles that are kept in stock, what runs low first; and
// entering what came, what was wasted and why, and what was counted.
#pragma once

#include <map>

#include "pos/keep_stock.h"
#include "pos/ui/office_doors.h"

namespace tilia::pos {

class OfficeStock final : public ui::Room {
 public:
  OfficeStock(TillBook& book, StockBook& stock, const Zone& zone, const Clock& clock)
      : stock_(stock), keep_(book, stock, zone, clock) {}

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  [[nodiscard]] ui::Form form(const std::vector<StockShown>& shown);
  [[nodiscard]] ui::Page moves_page();
  void enter(const ui::Values& values);

  StockBook& stock_;
  KeepStock keep_;
  bool moves_shown_ = false;
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::pos
