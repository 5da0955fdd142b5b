// The auditor's room: who opened whose record, and when, the latest first. A press on a row shows
// all that was noted: of a sample also for whom and by which clause. Nothing can be changed here.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

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
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& /*remark*/) override {}

 private:
  [[nodiscard]] ui::Page list_page(const std::vector<RecordRead>& all) const;
  [[nodiscard]] ui::Page reading_page(const RecordRead& read) const;
  [[nodiscard]] ui::Page day_sheets_page() const;
  [[nodiscard]] ui::Page makers_page() const;
  void add_unusual_logins(ui::Page& page) const;
  [[nodiscard]] ui::Text who(const RecordRead& read) const;
  [[nodiscard]] ui::Text whose(const RecordRead& read) const;

  RecordReads& reads_;
  PayBook& book_;
  NameOf name_of_;
  const Zone& zone_;
  std::vector<Worker> workers_;
  bool day_sheets_ = false;          // older day sheets that were opened are shown
  bool makers_ = false;              // whose record of a maker was opened is shown
  std::optional<std::size_t> open_;  // the reading that is shown by itself
};

}  // namespace tilia::payroll
