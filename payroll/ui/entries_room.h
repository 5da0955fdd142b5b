// What stands beside the contract in a month's pay (a bonus, a 13th pay, something to take off),
// and what workers and the shop bring to every month from a day on. Reached from the room Pay; an
// approved month is only looked at.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/chance.h"
#include "core/ui/office/room.h"
#include "core/zone.h"
#include "payroll/pay_entry.h"
#include "payroll/ui/brings_page.h"

namespace tilia::payroll {

class EntriesRoom final : public ui::Room {
 public:
  EntriesRoom(PayBook& book, const Zone& zone, const Clock& clock, Chance& chance);

  // Everybody, with what the month has beside the contract.
  void show_month(const Month& month);
  [[nodiscard]] ui::Page page() override;
  // "pay" and "the_law" leave; the room Pay hears them first.
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown { people, items, item, brings, employer };

  [[nodiscard]] ui::Page people_page();
  [[nodiscard]] ui::Page items_page();
  [[nodiscard]] ui::Page item_page(const PayItem& item);
  [[nodiscard]] ui::Page brings_page();
  [[nodiscard]] ui::Form items_form() const;
  [[nodiscard]] std::vector<PayItem> items_of(const WorkerId& worker);
  [[nodiscard]] ui::Row row_of(const Worker& worker, const std::vector<PayItem>& items) const;
  [[nodiscard]] std::optional<Worker> worker();
  [[nodiscard]] std::optional<PayItem> item();
  [[nodiscard]] std::vector<PaySetting> asked() const;
  [[nodiscard]] SaidFrom said();
  [[nodiscard]] std::optional<Month> last_approved();
  void open(Shown shown);
  void add_item(const ui::Values& values);
  void take_item();
  void save_brings(const ui::Values& values);
  void refuse(const PayEntryFault& fault);

  PayBook& book_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
  Employer employer_;
  Month month_;
  Shown shown_ = Shown::people;
  std::string alias_;
  std::string item_;
  // As it was typed, and what is to mend in it, by field.
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::payroll
