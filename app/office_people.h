// What the office's room Records asks of the outside, fulfilled with the book.
#pragma once

#include "app/office_book.h"
#include "app/permission.h"
#include "payroll/ui/person_room.h"

namespace tilia::app {

class OfficePersonDesk final : public payroll::PersonDoors {
 public:
  OfficePersonDesk(OfficeBook& book, db::User user) : book_(book), user_(std::move(user)) {}
  std::vector<ui::Choice> auditors() override;
  std::vector<ui::Choice> witnesses() override;
  Result<Done, Phrase> write_copy(const payroll::Worker& worker, const std::string& auditor,
                                  const Secret<std::string>& secret,
                                  const std::filesystem::path& file) override;
  Result<Done, Phrase> witness(const std::string& name, const Secret<std::string>& secret) override;
  payroll::RetentionTable retention() override;

 private:
  std::vector<ui::Choice> others(Act act);
  Result<db::Session, Phrase> second(const std::string& name, const Secret<std::string>& secret,
                                     Act act);

  OfficeBook& book_;
  db::User user_;
};

// When whoever keeps the vault comes in: what is past its period goes, and all funding records are
// sealed again, so that nobody who compares two states of the file sees which one was looked at.
void tend_records(OfficeBook& book);

}  // namespace tilia::app
