// The room Today: what the shop's tills did so far, whether their drawers are open, and the last
// closed days, each with its day sheet as paper.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/zone.h"
#include "pos/cash_standing.h"
#include "pos/country_pack.h"
#include "pos/shop_figures.h"
#include "pos/till_book.h"
#include "pos/ui/office_doors.h"

namespace tilia::pos {

class OfficeToday final : public ui::Room {
 public:
  // What the room reads and tells beside the till's book. `word` only for who may care for the
  // book.
  struct Beside {
    const CountryPack& pack;
    ShopFiguresBook& shop;
    OlderSheets& older;
    BookWord* word = nullptr;
  };
  OfficeToday(TillBook& book, DaySheetPaper& paper, const Zone& zone, const Clock& clock,
              Beside beside);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  [[nodiscard]] ui::Page sheet_page(const DaySheet& sheet) const;
  // An open drawer, as the close would find it now.
  [[nodiscard]] ui::Page drawer_page(const DrawerSession& session) const;
  // What was counted: what goes to the bank, what stays.
  [[nodiscard]] ui::Page count_page(const std::vector<CountedPiece>& counted, const Money& expected,
                                    const Money& float_amount) const;
  void take_count(const DrawerSession& session, const ui::Values& values);
  // Drawers that are open, then the closed days.
  [[nodiscard]] ui::Table table_of(const std::vector<DaySheet>& sheets,
                                   const Organisation& organisation) const;
  void add_open_rows(ui::Table& table, const Organisation& organisation) const;
  [[nodiscard]] std::optional<DrawerSession> shown_drawer() const;
  [[nodiscard]] std::optional<Money> set_aside(const DrawerSession& session) const;
  // What this machine says about the book, and how old its last backup is.
  void add_word(ui::Page& page);
  void add_looks(ui::Page& page, const std::vector<DaySheet>& sheets);
  void add_open_session(ui::Page& page, const Shop& shop);
  [[nodiscard]] std::optional<DaySheet> shown_sheet();

  TillBook& book_;
  DaySheetPaper& paper_;
  const Zone& zone_;
  const Clock& clock_;
  Beside beside_;
  BookWord* word_;
  std::string shown_;  // "T1/12": the day sheet, "T1/open": the drawer; empty: the room
  bool bank_ = false;  // of the sheet: what goes to the bank
  std::optional<std::vector<CountedPiece>> counted_;  // in the open drawer, so far
  std::optional<Money> card_counted_;                 // as the terminal says
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  std::optional<ui::Remark> notice_;
};

// The last closed days of a till, the newest first.
[[nodiscard]] std::vector<DaySheet> last_sheets(TillBook& book, const std::string& till,
                                                int at_most);

}  // namespace tilia::pos
