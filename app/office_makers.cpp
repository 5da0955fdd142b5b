#include "app/office_makers.h"

#include "app/arguments.h"
#include "app/consignment_paper.h"
#include "payroll/ui/identity_page.h"
#include "pos/consignment/maker_tags.h"
#include "reporting/papers.h"

namespace tilia::app {

void OfficeConsignmentPaper::write_tags(const pos::ConsignedArticle& consigned,
                                        const pos::Article& article, std::int64_t count,
                                        const std::filesystem::path& file) {
  write_whole(file, reporting::strip_pdf(
                        pos::maker_tags_strip(consigned, article, count, book_.paper_words()),
                        reporting::StripPaper::roll_80_mm, book_.typeface()));
}

void OfficeConsignmentPaper::write_statement(const pos::MakerStatement& statement,
                                             const std::filesystem::path& file) {
  const std::vector<pos::Article> articles =
      book_.till_book().articles(book_.zone().local_day(book_.clock().now()));
  write_whole(file,
              reporting::document_pdf(
                  maker_document(statement, articles, book_.organisation(), book_.paper_words()),
                  book_.typeface()));
}

MakerPay OfficeMakersMoney::makers_pay() {
  return MakerPay({.records = {book_.file(), book_.keys(), book_.read_log()},
                   .book = makers_,
                   .till_book = book_.till_book(),
                   .pay_book = book_.pay_book(),
                   .zone = book_.zone(),
                   .clock = book_.clock(),
                   .words = book_.paper_words()});
}

std::map<std::string, std::string> OfficeMakersMoney::who(std::int64_t maker) {
  db::MakerRecords records(book_.file(), book_.keys(), book_.read_log());
  return payroll::identity_fields(records.open(maker).value_or(payroll::Identity{}));
}

std::map<std::string, Phrase> OfficeMakersMoney::keep_who(std::int64_t maker,
                                                          const ui::Values& values) {
  std::map<std::string, Phrase> faults;
  payroll::Identity typed = payroll::typed_identity(values, faults);
  if (!faults.empty()) return faults;
  const auto checked = payroll::checked_identity(std::move(typed), false,
                                                 book_.zone().local_day(book_.clock().now()));
  if (!checked)
    return {{payroll::identity_field(checked.refusal()), payroll::sentence_of(checked.refusal())}};
  db::MakerRecords(book_.file(), book_.keys(), book_.read_log()).put(maker, checked.value());
  return {};
}

Result<Done, Phrase> OfficeMakersMoney::forget(std::int64_t maker) {
  const auto forgotten = makers_pay().forget(maker);
  if (!forgotten) return forgotten.refusal().sentence;
  return Done{};
}

ui::Remark OfficeMakersMoney::written(const Result<MakersPaid, MakerPayNo>& paid,
                                      const std::filesystem::path& file) {
  if (!paid) return {paid.refusal().sentence, ui::Remark::Kind::mend};
  write_whole(file, paid.value().file_text);
  std::string left_out;
  for (const std::string& maker : paid.value().left_out)
    left_out += (left_out.empty() ? "" : ", ") + maker;
  if (!left_out.empty())
    return {Phrase("office.makers.written_without")
                .with("file", file.string())
                .with("makers", left_out),
            ui::Remark::Kind::mend};
  return {Phrase("app.consign.bank_file_written").with("file", file.string()),
          ui::Remark::Kind::done};
}

ui::Remark OfficeMakersMoney::pay(const Month& month, const std::string& account,
                                  const std::filesystem::path& file) {
  return written(makers_pay().pay(month, account, user_.id.bytes()), file);
}

ui::Remark OfficeMakersMoney::file_again(const std::string& account,
                                         const std::filesystem::path& file) {
  return written(makers_pay().again(0, account), file);
}

}  // namespace tilia::app
