// The room Catalogue: what the shop sells, and taking a file of articles in. The whole file is good
// or nothing of it is taken; the sentence names the line and the column.
#pragma once

#include "core/clock.h"
#include "pos/till_book.h"
#include "pos/ui/office_doors.h"

namespace tilia::pos {

class OfficeCatalogue final : public ui::Room {
 public:
  OfficeCatalogue(TillBook& book, const Clock& clock) : book_(book), clock_(clock) {}

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  void take_in(const std::string& path);
  void caution_about(const std::string& csv);

  TillBook& book_;
  const Clock& clock_;
  std::optional<ui::Remark> notice_;
  std::optional<ui::Remark> caution_;  // beside what was done
};

}  // namespace tilia::pos
