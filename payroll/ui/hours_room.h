// The room Hours: who works here, by alias and picture, and what each worked, day by day. A worker
// is added with a first contract; hours are typed into a month that looks like a calendar. An
// approved month is only shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ui/office/name_check.h"
#include "core/ui/office/room.h"
#include "payroll/employ.h"
#include "payroll/rule_book.h"

namespace tilia::payroll {

class HoursRoom final : public ui::Room {
 public:
  // `may_employ`: takes people on and sees what contracts say; others enter hours and see no wage.
  HoursRoom(PayBook& book, const RuleBook& rules, const Zone& zone, const Clock& clock,
            Chance& chance, bool may_employ);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown { people, new_worker, month, new_contract, end, identity };

  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  [[nodiscard]] ui::Page people_page();
  [[nodiscard]] ui::Page month_page();
  [[nodiscard]] ui::Page form_page(const char* title, const char* save, bool with_worker);
  [[nodiscard]] ui::Page end_page();
  [[nodiscard]] ui::Row row_of(const Worker& worker, bool under_contract, std::int64_t days,
                               std::int64_t minutes) const;
  [[nodiscard]] ui::Form calendar();
  [[nodiscard]] std::optional<Worker> worker(const std::string& alias);
  [[nodiscard]] int minutes_on(const std::vector<WorkerDay>& hours, const WorkerId& id,
                               const Day& day) const;
  void open_form(Shown shown);
  void fill_by_contract(const ui::Values& values);
  void save_hours(const ui::Values& values);
  void save_worker(const ui::Values& values);
  void save_contract(const ui::Values& values);
  void save_end(const ui::Values& values);
  void open_identity();
  void save_identity(const ui::Values& values);
  [[nodiscard]] bool law_asks_birth_date() const;
  // The fields of a contract, checked; faults_ says what to mend.
  struct Terms {
    Day from;
    PayBasis basis;
    Money gross;
    int weekly_minutes;
  };
  [[nodiscard]] std::optional<Terms> typed_terms(const ui::Values& values);
  void refuse(EmployRefusal why, const std::string& field);

  PayBook& book_;
  const RuleBook& rules_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
  bool may_employ_;
  Employer employer_;
  Month month_;
  Shown shown_ = Shown::people;
  std::string alias_;                         // whose month, contract or end is shown
  std::map<std::string, std::string> typed_;  // kept so that a refusal loses nothing
  std::map<std::string, Phrase> faults_;
  ui::NameCheck alias_check_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::payroll
