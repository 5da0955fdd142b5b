// The figures of law that pay is worked out with: what is in force on a day, with its decree and
// up to when somebody looked; a value of one's own over the shipped one, shown first as what it
// would change in the last approved run; and taking such a value out again. Reached from the room
// Pay.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/ui/office/room.h"
#include "core/zone.h"
#include "payroll/law_entry.h"
#include "payroll/rule_file.h"

namespace tilia::payroll {

class LawRoom final : public ui::Room {
 public:
  LawRoom(PayBook& book, const RuleBook& shipped, const Zone& zone, const Clock& clock);

  // Everything that is in force today.
  void show_today();
  [[nodiscard]] ui::Page page() override;
  // "pay" leaves; the room Pay hears it first.
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown { law, other_day, series, value, entry, preview };

  [[nodiscard]] ui::Page law_page();
  [[nodiscard]] ui::Page other_day_page();
  [[nodiscard]] ui::Page series_page(const RuleSeries& series);
  [[nodiscard]] ui::Page value_page(const RuleSeries& series, const RuleEntry& entry);
  [[nodiscard]] ui::Page entry_page(const RuleSeries& series);
  [[nodiscard]] ui::Page preview_page(const RuleSeries& series);
  // Where a value of one's own belongs to no series any more: nothing else can be shown.
  [[nodiscard]] ui::Page stuck_page(const std::string& why);
  [[nodiscard]] RuleBook rules();
  [[nodiscard]] std::vector<RuleSeries> all();
  [[nodiscard]] ui::Row row_of(const RuleSeries& series, const RuleEntry& holds,
                               bool first_of_group) const;
  [[nodiscard]] ui::Row row_of_none(const RuleSeries& series, bool first_of_group) const;
  [[nodiscard]] ui::Page shown_page();
  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  void open_entry();
  void look_ahead(const ui::Values& values);
  void save();
  void take_out(const std::string& series, const Day& from);

  PayBook& book_;
  const RuleBook& shipped_;
  const Zone& zone_;
  const Clock& clock_;
  Employer employer_;
  Day on_;
  Shown shown_ = Shown::law;
  std::string series_;       // by the name of its file
  std::optional<Day> from_;  // of the value that is shown
  // As it was typed, and what is to mend in it, by field.
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  // What was looked at, and is saved as it was looked at.
  std::optional<RuleAddition> addition_;
  std::optional<Day> addition_from_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::payroll
