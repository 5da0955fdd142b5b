// The room Pay: one month's pay. Draft → looked at → sent for approval → a second user logs in and
// approves it → frozen. Each worker's slip can be looked at line by line, and saved as paper, alone
// or all into a folder. What stands beside the contracts and the figures of law are rooms of their
// own behind it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/ui/office/room.h"
#include "core/zone.h"
#include "payroll/pay_book.h"
#include "payroll/rule_book.h"
#include "payroll/ui/entries_room.h"
#include "payroll/ui/law_room.h"

namespace tilia::payroll {

// What the room needs of the rest of the house; composed in app.
class PayDoors {
 public:
  virtual ~PayDoors() = default;
  // Who is logged in.
  [[nodiscard]] virtual UserId user() = 0;
  // Everybody else who may approve a pay run, to choose from.
  [[nodiscard]] virtual std::vector<ui::Choice> approvers() = 0;
  // The user whose secret this is, or a sentence.
  [[nodiscard]] virtual Result<UserId, Phrase> log_in(const std::string& name,
                                                      const Secret<std::string>& secret) = 0;
  // Writes one payslip as PDF, whole or not at all.
  virtual void write_payslip(const PayRun& run, const PayRunSlip& slip,
                             const std::filesystem::path& file) = 0;
  // Writes the file by which the bank pays an approved run, whole or not at all. Answers where it
  // is and whom it does not pay, or why there is none.
  [[nodiscard]] virtual ui::Remark write_bank_file(const PayRun& run,
                                                   const std::filesystem::path& file) = 0;
  // A file that may be shown at once, in the user's own temporary folder.
  [[nodiscard]] virtual std::filesystem::path paper_to_show(const std::string& name) = 0;
};

class PayRoom final : public ui::Room {
 public:
  // `may_employ`: may also enter what stands beside the contracts.
  PayRoom(PayBook& book, const RuleBook& rules, PayDoors& helpers, const Zone& zone,
          const Clock& clock, Chance& chance, bool may_employ);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override;

 private:
  enum class Shown { month, approval, slip, entries, law, correction };

  [[nodiscard]] ui::Page month_page();
  [[nodiscard]] ui::Page approval_page();
  [[nodiscard]] ui::Page slip_page();
  [[nodiscard]] ui::Page correction_page();
  void add_actions(ui::Page& page, const std::optional<PayRun>& run) const;
  [[nodiscard]] ui::Table table_of(const PayRun& run);
  void draw_up();
  void correct();
  void approve(const ui::Values& values);
  void open(Shown shown);
  [[nodiscard]] ui::Next paper(const std::string& action, const ui::Values& values);

  PayBook& book_;
  const RuleBook& rules_;
  PayDoors& helpers_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
  Employer employer_;
  EntriesRoom entries_;
  LawRoom law_;
  bool may_employ_;
  Month month_;
  Shown shown_ = Shown::month;
  std::string alias_;  // whose slip is shown
  std::string approver_;
  std::optional<Phrase> fault_;  // of the approval
  std::optional<ui::Remark> notice_;
};

// "+ 6,8 %", "– 1,2 %" or "–": how a net pay moved against the month before.
[[nodiscard]] ui::Text change_text(const Money& now, const std::optional<Money>& before);

}  // namespace tilia::payroll
