// The auditor's room: who opened whose record, and when, the latest first. Nothing can be changed
// here.
#pragma once

#include <functional>
#include <string>

#include "core/ui/office/room.h"
#include "core/zone.h"
#include "payroll/pay_book.h"
#include "payroll/record_reads.h"

namespace tilia::payroll {

class ReadsRoom final : public ui::Room {
 public:
  using NameOf = std::function<std::string(const UserId&)>;
  ReadsRoom(RecordReads& reads, PayBook& book, NameOf name_of, const Zone& zone)
      : reads_(reads), book_(book), name_of_(std::move(name_of)), zone_(zone) {}

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string&, const ui::Values&) override {
    return ui::Next::page();
  }
  void told(const ui::Remark& /*remark*/) override {}

 private:
  RecordReads& reads_;
  PayBook& book_;
  NameOf name_of_;
  const Zone& zone_;
};

}  // namespace tilia::payroll
