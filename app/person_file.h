// A person's own copy as a document: everything that the book holds about her, and who read it.
#pragma once

#include "app/answer.h"
#include "db/users.h"
#include "payroll/person_copy.h"
#include "payroll/record_reads.h"

namespace tilia::app {

struct PersonFile {
  std::string organisation;
  Instant made_at;
  std::vector<std::string> made_by;
  payroll::PersonCopy copy;
  std::vector<payroll::RecordRead> reads;  // of everybody; hers are taken out of them
  std::vector<db::User> users;             // who those who read are
};
[[nodiscard]] Json person_json(const PersonFile& file);

}  // namespace tilia::app
