// First start: there is no book yet. Two doors, a practice shop or a real book, and for a real book
// the form that makes it: the organisation, its first shop, its first user. Nothing is written
// before every field holds.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "core/ui/office/name_check.h"
#include "pos/ui/office_doors.h"

namespace tilia::pos {

class OfficeNewBook final : public ui::Room {
 public:
  OfficeNewBook(BookMaker& maker, Language language) : maker_(maker), language_(language) {}

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override;

 private:
  [[nodiscard]] ui::Page doors_page() const;
  [[nodiscard]] ui::Page form_page() const;
  [[nodiscard]] ui::Page sheet_page() const;
  void start_form();
  [[nodiscard]] std::optional<NewBook> checked(const ui::Values& values);
  void check_secret(const ui::Values& values);
  void demand(const ui::Values& values, const std::string& key, const char* fault);
  [[nodiscard]] ui::Next make(const ui::Values& values);

  BookMaker& maker_;
  Language language_;
  bool form_shown_ = false;
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  ui::NameCheck names_;
  std::optional<ui::Remark> refusal_;
  std::optional<std::filesystem::path> sheet_;  // the book is made
  bool sheet_seen_ = false;
};

// What a tax number may look like: digits and letters with blanks, dots, slashes and dashes
// between, 5 to 20.
[[nodiscard]] bool looks_like_a_tax_number(const std::string& text);

}  // namespace tilia::pos
