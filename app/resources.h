// Where a program finds what it reads beside itself: catalogues, rules, fonts, demo shops. In a
// build and in an installed system alike that is ../share/tilia, seen from the folder of the
// executable.
//
//   const Resources resources = find_resources();
//   const Words words(language_of_user(), resources.catalogues());
#pragma once

#include <filesystem>

#include "core/phrase.h"

namespace tilia::app {

class Resources {
 public:
  explicit Resources(std::filesystem::path share) : share_(std::move(share)) {}

  [[nodiscard]] std::filesystem::path catalogues() const { return share_ / "locale"; }
  [[nodiscard]] std::filesystem::path counter_rules() const { return share_ / "rules" / "pos"; }
  [[nodiscard]] std::filesystem::path pay_rules() const { return share_ / "rules" / "payroll"; }
  [[nodiscard]] std::filesystem::path retention_rules() const {
    return share_ / "rules" / "retention";
  }
  [[nodiscard]] std::filesystem::path filing_rules() const { return share_ / "rules" / "filings"; }
  [[nodiscard]] std::filesystem::path working_time_rules() const {
    return share_ / "rules" / "working_time";
  }
  [[nodiscard]] std::filesystem::path holiday_rules() const {
    return share_ / "rules" / "holidays";
  }
  [[nodiscard]] std::filesystem::path leave_rules() const { return share_ / "rules" / "leave"; }
  // What each column of the book holds.
  [[nodiscard]] std::filesystem::path field_records() const { return share_ / "fields"; }
  [[nodiscard]] std::filesystem::path fonts() const { return share_ / "fonts"; }
  [[nodiscard]] std::filesystem::path demo_shops() const { return share_ / "demo"; }
  [[nodiscard]] const std::filesystem::path& share() const { return share_; }

 private:
  std::filesystem::path share_;
};

// Throws std::runtime_error when the folder is not there.
[[nodiscard]] Resources find_resources();

// What LC_ALL, LC_MESSAGES or LANG ask for, the first that is set; English for a language that we
// lack.
[[nodiscard]] Language language_of_user();

// $XDG_DATA_HOME/tilia, or ~/.local/share/tilia. It may not exist yet.
[[nodiscard]] std::filesystem::path user_data_folder();
// Below which this machine keeps what belongs to a book and must not lie in it or beside it
// (db/device_folder.h): $TILIA_DEVICE_FOLDER, or the user's data folder.
[[nodiscard]] std::filesystem::path device_folder();
// $TILIA_BOOK, or book.tilia in the user's data folder.
[[nodiscard]] std::filesystem::path users_book();

}  // namespace tilia::app
