// Hours that were worked, a week at a time: what has to be mended and what differs from the plan
// first. A manager approves them; from then on they are frozen and what pay is worked out from, and
// whatever is mended later is an entry of its own. And what workers ask for at the till: a
// forgotten punch, a shift to give away, days off.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/ui/office/room.h"
#include "payroll/hours/hours_asks.h"
#include "payroll/shifts/leave.h"
#include "payroll/shifts/protection_figures.h"

namespace tilia::payroll {

class WorkedRoom final : public ui::Room {
 public:
  struct Doors {
    ApproveHours::Doors hours;
    KeepLeave::Doors leave;
    HoursBook& book;
    LoginId by;
  };
  explicit WorkedRoom(const Doors& doors);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }
  // How much is asked and not answered.
  [[nodiscard]] std::int64_t asked();
  void show_week(const Day& monday);
  void show_asks();

 private:
  enum class Shown { week, day, asks, ask };
  struct Asked {
    std::string key;
    std::string alias;
    std::string picture;
    ui::Text what;
    Instant at;
    bool leave = false;
  };

  [[nodiscard]] ui::Page week_page();
  [[nodiscard]] ui::Page day_page();
  [[nodiscard]] ui::Page asks_page();
  [[nodiscard]] ui::Page ask_page();
  [[nodiscard]] ui::Row row_of(const HoursDay& day) const;
  [[nodiscard]] std::vector<ui::Figure> figures() const;
  [[nodiscard]] std::vector<Asked> all_asked();
  [[nodiscard]] std::vector<TypedMinutes> typed_of(const std::string& alias) const;
  void open_day(const std::string& row);
  void keep_day(const ui::Values& values);
  void correct_day(const ui::Values& values);
  void approve();
  void answer(bool agreed, const ui::Values& values);
  std::optional<Day> leave_open(const PlannedShiftId& id);
  [[nodiscard]] std::string picture_of(const std::string& alias) const;

  Doors at_;
  ApproveHours hours_;
  KeepLeave leave_;
  Day monday_;
  Shown shown_ = Shown::week;
  std::optional<HoursWeek> week_;  // as it was last drawn
  std::optional<HoursDay> day_;    // that is open
  std::string ask_;                // that is open
  // What was typed in place of the punches, until it is approved.
  std::map<std::pair<std::string, Day>, TypedMinutes> typed_;
  std::optional<Phrase> fault_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::payroll
