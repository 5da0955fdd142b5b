// The room Today: what the shop's tills did so far, whether their drawers are open, and the last
// closed days, each with its day sheet as paper.
#pragma once

#include "core/clock.h"
#include "core/zone.h"
#include "pos/till_book.h"
#include "pos/ui/office_doors.h"

namespace tilia::pos {

class OfficeToday final : public ui::Room {
 public:
  // `word` only for who may care for the book.
  OfficeToday(TillBook& book, DaySheetPaper& paper, const Zone& zone, const Clock& clock,
              BookWord* word = nullptr);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  [[nodiscard]] ui::Page sheet_page(const DaySheet& sheet) const;
  // What this machine says about the book, and how old its last backup is.
  void add_word(ui::Page& page);
  void add_open_session(ui::Page& page, const Shop& shop);
  [[nodiscard]] std::optional<DaySheet> shown_sheet();

  TillBook& book_;
  DaySheetPaper& paper_;
  const Zone& zone_;
  const Clock& clock_;
  BookWord* word_;
  std::string shown_;  // "T1/12": the day sheet that is looked at; empty: the room
  std::optional<ui::Remark> notice_;
};

// The last closed days of a till, the newest first.
[[nodiscard]] std::vector<DaySheet> last_sheets(TillBook& book, const std::string& till,
                                                int at_most);

}  // namespace tilia::pos
