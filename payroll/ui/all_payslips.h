// All payslips of a month into one folder, one a step.
#pragma once

#include <filesystem>

#include "core/ui/office/room.h"
#include "payroll/pay_run.h"
#include "payroll/ui/pay_room.h"
#include "payroll/ui/slip_page.h"

namespace tilia::payroll {

class AllPayslips final : public ui::LongWork {
 public:
  AllPayslips(PayRun run, std::filesystem::path folder, PayDoors& helpers)
      : run_(std::move(run)), folder_(std::move(folder)), helpers_(helpers) {}

  [[nodiscard]] Phrase title() const override { return Phrase("office.pay.saving_slips"); }
  [[nodiscard]] int steps() const override { return static_cast<int>(run_.slips.size()); }
  void step(int number) override {
    const PayRunSlip& slip = run_.slips.at(static_cast<std::size_t>(number));
    helpers_.write_payslip(run_, slip, folder_ / payslip_file_name(run_, slip));
  }
  [[nodiscard]] ui::Remark told(int done) const override {
    return {Phrase::counted("office.pay.slips_saved", done).with("folder", folder_.string()),
            ui::Remark::Kind::done};
  }

 private:
  PayRun run_;
  std::filesystem::path folder_;
  PayDoors& helpers_;
};

}  // namespace tilia::payroll
