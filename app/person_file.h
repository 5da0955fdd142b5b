// A person's own copy as a document: everything that the book holds about her, and who read it.
#pragma once

#include <filesystem>

#include "app/answer.h"
#include "db/book_file.h"
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
// The user's name; the id of one who is no longer in the book.
[[nodiscard]] std::string user_name(const PersonFile& file, const payroll::UserId& id);
// What a slip's gross is made of.
[[nodiscard]] Json earnings_json(const payroll::PayRunSlip& slip);
// The earlier months that it pays again, each as it was and as it is.
[[nodiscard]] Json differences_json(const payroll::PayRunSlip& slip);
[[nodiscard]] Json person_json(const PersonFile& file);

// The same with the signature of the machine that made it, so that she can show what she was given:
// over everything before it, as one line.
[[nodiscard]] Json signed_person_json(const PersonFile& file, db::BookFile& book,
                                      const std::filesystem::path& device_folder);
enum class PersonSignature {
  holds,
  unknown_key,  // whole, but of no machine that ever signed for this book
  broken,       // a letter was changed, or it is no such file
};
[[nodiscard]] PersonSignature look_at_signature(const std::string& text, db::BookFile& book,
                                                const std::filesystem::path& device_folder);

}  // namespace tilia::app
