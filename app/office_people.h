// What the office's rooms Records and Outside readers ask of the outside, fulfilled with the book.
#pragma once

#include "app/office_book.h"
#include "app/permission.h"
#include "db/sample_book_sqlite.h"
#include "payroll/ui/person_room.h"
#include "payroll/ui/sample_room.h"

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
  void write_request(const payroll::Worker& worker, const std::filesystem::path& file) override;
  Result<Done, Phrase> approved(const payroll::Worker& worker, const std::string& line) override;
  payroll::RetentionTable retention() override;

 private:
  OfficeBook& book_;
  db::User user_;
};

// The second person of an act that two do at once, with keys of her own; a sentence where it is not
// her secret, or she may not, or she is the first.
[[nodiscard]] Result<db::Session, Phrase> second_person(OfficeBook& book, const db::User& first,
                                                        const std::string& name,
                                                        const Secret<std::string>& secret, Act act);

class OfficeSampleDesk final : public payroll::SampleDoors {
 public:
  OfficeSampleDesk(OfficeBook& book, db::User user)
      : book_(book), user_(std::move(user)), slips_(book.file()) {}
  std::vector<ui::Choice> auditors() override;
  Result<std::vector<payroll::PayRunSlip>, Phrase> open(const payroll::Sample& sample,
                                                        const std::string& auditor,
                                                        const Secret<std::string>& secret) override;
  Result<Done, Phrase> write_copies(const payroll::Sample& sample, const std::string& auditor,
                                    const Secret<std::string>& secret,
                                    const std::filesystem::path& folder) override;
  [[nodiscard]] payroll::SampleBook& slips() { return slips_; }

 private:
  OfficeBook& book_;
  db::User user_;
  db::SampleBookSqlite slips_;
};

// When whoever keeps the vault comes in: what is past its period goes, and all funding records are
// sealed again, so that nobody who compares two states of the file sees which one was looked at.
void tend_records(OfficeBook& book);

}  // namespace tilia::app
