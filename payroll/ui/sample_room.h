// The room for outside readers: finance picks payslips of approved months one by one, says who will
// read and by which clause, and the auditor signs in beside her. Then the items stand on the
// screen, or redacted copies lie in a folder. Nothing of a payslip is opened before that, and
// nothing else is after it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/ui/office/room.h"
#include "core/zone.h"
#include "payroll/outside_reading.h"
#include "payroll/pay_book.h"

namespace tilia::payroll {

// What the room needs of the rest of the house; composed in app. A sentence where it is not the
// auditor's secret, or she may not.
class SampleDoors {
 public:
  virtual ~SampleDoors() = default;
  [[nodiscard]] virtual std::vector<ui::Choice> auditors() = 0;
  // Noted first, then opened, in their order.
  [[nodiscard]] virtual Result<std::vector<PayRunSlip>, Phrase> open(
      const Sample& sample, const std::string& auditor, const Secret<std::string>& secret) = 0;
  // The same as redacted files.
  [[nodiscard]] virtual Result<Done, Phrase> write_copies(const Sample& sample,
                                                          const std::string& auditor,
                                                          const Secret<std::string>& secret,
                                                          const std::filesystem::path& folder) = 0;
};

class SampleRoom final : public ui::Room {
 public:
  SampleRoom(PayBook& book, SampleBook& slips, SampleDoors& doors, const Zone& zone,
             const Clock& clock);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown { picking, signing, item };

  [[nodiscard]] ui::Page picking_page();
  [[nodiscard]] ui::Page signing_page();
  [[nodiscard]] ui::Page item_page() const;
  [[nodiscard]] ui::Form signing_form(const std::vector<ui::Choice>& auditors) const;
  [[nodiscard]] bool picked(const std::string& alias) const;
  void pick(const std::string& alias);
  void sign(const ui::Values& values);
  void turn(const std::string& action);
  void start_anew();

  PayBook& book_;
  SampleBook& slips_;
  SampleDoors& doors_;
  Month month_;
  Shown shown_ = Shown::picking;
  SampleAsked asked_;
  std::string auditor_;
  std::string folder_;  // empty: shown on the screen
  std::optional<SampleFault> fault_;
  std::optional<Sample> sample_;
  std::vector<PayRunSlip> opened_;
  std::size_t at_ = 0;  // the item that is shown
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::payroll
