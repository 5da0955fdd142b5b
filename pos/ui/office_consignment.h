// The room Makers: pieces that somebody makes at home and the shop sells for her. What came, went
// back, was lost and counted; what is there; the terms; tags; each maker's month on paper. A maker
// is a number here: who she is, finance alone opens.
#pragma once

#include <filesystem>
#include <map>
#include <optional>

#include "pos/consignment/keep_consignment.h"
#include "pos/ui/office_doors.h"

namespace tilia::pos {

// What is handed to a maker or hangs on her pieces.
class ConsignmentPaper {
 public:
  virtual ~ConsignmentPaper() = default;
  virtual void write_tags(const ConsignedArticle& consigned, const Article& article,
                          std::int64_t count, const std::filesystem::path& file) = 0;
  virtual void write_statement(const MakerStatement& statement,
                               const std::filesystem::path& file) = 0;
};

// Who a maker is and paying her, for whoever holds the key. Sentences say why not.
class MakersMoney {
 public:
  virtual ~MakersMoney() = default;
  // Opens it, which is noted: "legal_name", "id_number", "iban"; empty where nobody entered it.
  [[nodiscard]] virtual std::map<std::string, std::string> who(std::int64_t maker) = 0;
  // What is to be mended, by field; nothing: it is kept.
  [[nodiscard]] virtual std::map<std::string, Phrase> keep_who(std::int64_t maker,
                                                               const ui::Values& values) = 0;
  [[nodiscard]] virtual Result<Done, Phrase> forget(std::int64_t maker) = 0;
  [[nodiscard]] virtual std::string our_account() = 0;
  // Enters the payments of that month and writes the file for the bank: what it did, or why not.
  [[nodiscard]] virtual ui::Remark pay(const Month& month, const std::string& account,
                                       const std::filesystem::path& file) = 0;
  // The file of the newest payments once more.
  [[nodiscard]] virtual ui::Remark file_again(const std::string& account,
                                              const std::filesystem::path& file) = 0;
};

class OfficeConsignment final : public ui::Room {
 public:
  OfficeConsignment(ConsignmentBook& book, TillBook& till_book, ConsignmentPaper& paper,
                    const Zone& zone, const Clock& clock, MakersMoney* money = nullptr)
      : book_(book),
        till_book_(till_book),
        paper_(paper),
        money_(money),
        keep_(book, till_book, zone, clock) {}

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown { pieces, article, agreement, makers, maker, who, pay };
  [[nodiscard]] ui::Page pieces_page();
  [[nodiscard]] ui::Page article_page();
  [[nodiscard]] ui::Page agreement_page();
  [[nodiscard]] ui::Page makers_page();
  [[nodiscard]] ui::Page maker_page();
  [[nodiscard]] ui::Page who_page();
  [[nodiscard]] ui::Page pay_page();
  [[nodiscard]] ui::Form move_form(const std::vector<ConsignedArticle>& all);
  [[nodiscard]] ui::Table pieces_table(const std::vector<ConsignedArticle>& all);

  void show(Shown shown);
  [[nodiscard]] ui::Field field(ui::Field made) const;
  [[nodiscard]] Currency currency() { return till_book_.organisation().currency; }
  [[nodiscard]] std::optional<Article> article_of(const std::string& code);
  [[nodiscard]] std::optional<ConsignedArticle> consigned(const std::string& code);
  void enter(const ui::Values& values);
  void agree(const ui::Values& values);
  [[nodiscard]] ui::Next press_makers(const std::string& action, const ui::Values& values);
  [[nodiscard]] ui::Next press_money(const std::string& action, const ui::Values& values);
  [[nodiscard]] Shown behind() const;
  void keep_who(const ui::Values& values);
  void forget_who();
  [[nodiscard]] ui::Next pay(const std::string& action, const ui::Values& values);
  [[nodiscard]] ui::Next save_tags(const ui::Values& values);
  [[nodiscard]] ui::Next save_statement(const ui::Values& values);

  ConsignmentBook& book_;
  TillBook& till_book_;
  ConsignmentPaper& paper_;
  MakersMoney* money_;  // without the key there is none
  KeepConsignment keep_;
  Shown shown_ = Shown::pieces;
  std::string article_;     // that is looked at
  std::int64_t maker_ = 0;  // and this one
  std::string month_;       // of her statement
  std::string account_;     // that is paid from
  bool forgets_ = false;    // was asked
  std::int64_t tags_ = 0;   // as many as were asked for
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::pos
