// What the office's room Makers asks of the outside, fulfilled with the book: papers, and, for
// finance, who a maker is and the file for the bank.
#pragma once

#include "app/maker_pay.h"
#include "app/office_book.h"
#include "pos/ui/office_consignment.h"

namespace tilia::app {

class OfficeConsignmentPaper final : public pos::ConsignmentPaper {
 public:
  explicit OfficeConsignmentPaper(OfficeBook& book) : book_(book) {}
  void write_tags(const pos::ConsignedArticle& consigned, const pos::Article& article,
                  std::int64_t count, const std::filesystem::path& file) override;
  void write_statement(const pos::MakerStatement& statement,
                       const std::filesystem::path& file) override;

 private:
  OfficeBook& book_;
};

class OfficeMakersMoney final : public pos::MakersMoney {
 public:
  OfficeMakersMoney(OfficeBook& book, pos::ConsignmentBook& makers, db::User user)
      : book_(book), makers_(makers), user_(std::move(user)) {}
  std::map<std::string, std::string> who(std::int64_t maker) override;
  std::map<std::string, Phrase> keep_who(std::int64_t maker, const ui::Values& values) override;
  Result<Done, Phrase> forget(std::int64_t maker) override;
  std::string our_account() override { return book_.invoice_book().own_account().iban; }
  ui::Remark pay(const Month& month, const std::string& account,
                 const std::filesystem::path& file) override;
  ui::Remark file_again(const std::string& account, const std::filesystem::path& file) override;

 private:
  [[nodiscard]] MakerPay makers_pay();
  [[nodiscard]] static ui::Remark written(const Result<MakersPaid, MakerPayNo>& paid,
                                          const std::filesystem::path& file);

  OfficeBook& book_;
  pos::ConsignmentBook& makers_;
  db::User user_;
};

}  // namespace tilia::app
