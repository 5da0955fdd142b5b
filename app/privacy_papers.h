// The papers that a data-protection officer asks for: the record of processing (GDPR Art. 30), how
// long each field is kept, and the impact assessment (Art. 35) filled in as far as the program
// knows. Made from what the schema holds (app/field_record.h) and from the country's periods
// (payroll/retention.h). What only the organisation can know has a line to write on. They say
// "staff of the enterprise" and not who that is.
#pragma once

#include <string>
#include <vector>

#include "app/field_record.h"
#include "db/book_file.h"
#include "payroll/retention.h"
#include "pos/shop.h"
#include "reporting/document.h"

namespace tilia::app {

enum class PrivacyPaper { record, retention, assessment };
inline constexpr std::array<PrivacyPaper, 3> all_privacy_papers{
    PrivacyPaper::record, PrivacyPaper::retention, PrivacyPaper::assessment};
[[nodiscard]] std::string_view privacy_paper_text(PrivacyPaper paper);  // "record"

struct PrivacyFacts {
  pos::Organisation organisation;
  std::vector<FieldRecord> fields;
  payroll::RetentionTable retention;
  Day today;
};

[[nodiscard]] reporting::Document privacy_document(PrivacyPaper paper, const PrivacyFacts& facts,
                                                   const Words& words);

// "7 years after the end of the year", or that the organisation has to enter it.
[[nodiscard]] std::string kept_text(const std::optional<payroll::RetentionRule>& rule,
                                    const Words& words);

// The country's periods and those that the organisation entered into this book.
[[nodiscard]] payroll::RetentionTable retention_of(db::BookFile& book,
                                                   const std::filesystem::path& rules,
                                                   const std::string& country);

// A period as the organisation decides it; nothing of it is written where a sentence comes back.
struct RetentionAsked {
  std::string group;
  std::string months;  // a number, or "always"
  std::string after;
  std::string why;
};
[[nodiscard]] Result<Done, Phrase> enter_retention(db::BookFile& book,
                                                   const payroll::RetentionTable& table,
                                                   const RetentionAsked& asked, const Day& today);

}  // namespace tilia::app
