// The room Settings: whose book this is, who logs in, language, printer, a backup now, and whether
// the book holds what stands on paper. What one may not do is not shown.
#pragma once

#include "core/ui/office/name_check.h"
#include "pos/till_book.h"
#include "pos/ui/office_doors.h"

namespace tilia::pos {

class OfficeSettingsRoom final : public ui::Room {
 public:
  struct May {
    bool keep_users = false;
    bool change_shop = false;  // organisation, printer
    bool back_up = false;      // and look at what others read, and save the papers about data
    bool set_periods = false;  // how long records are kept
  };
  OfficeSettingsRoom(TillBook& book, OfficeSettings& settings, Language language, May may)
      : book_(book), settings_(settings), language_(language), may_(may) {}
  // Opens with what others read: the look before a new book is first used.
  void look_outside() { shown_ = Shown::outside; }

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown {
    settings,
    organisation,
    new_user,
    user,
    tills,    // whose rules of the counter
    counter,  // of all tills, or of one
    own_doors,
    check,
    privacy,
    outside,
    periods,
    period
  };

  [[nodiscard]] ui::Page settings_page();
  [[nodiscard]] ui::Page organisation_page();
  [[nodiscard]] ui::Page new_user_page();
  [[nodiscard]] ui::Page user_page();
  [[nodiscard]] ui::Page tills_page();
  [[nodiscard]] ui::Page counter_page();
  [[nodiscard]] ui::Field counter_field(const std::string& name, const std::string& decided) const;
  void open_counter(const std::string& till);
  [[nodiscard]] bool has_rules_of_tills() const;
  [[nodiscard]] ui::Page own_doors_page();
  [[nodiscard]] ui::Page check_page();
  [[nodiscard]] ui::Page outside_page();
  [[nodiscard]] ui::Page privacy_page();
  [[nodiscard]] ui::Page periods_page();
  [[nodiscard]] ui::Page period_page();
  [[nodiscard]] static Phrase record_name(const std::string& group);
  [[nodiscard]] Shown behind(Shown shown) const;  // where "back" leads
  void press_users(const std::string& action, const ui::Values& values);
  // Nothing: the page is to be shown again.
  [[nodiscard]] std::optional<ui::Next> press_own_doors(const std::string& action,
                                                        const ui::Values& values);
  void set_second(const ui::Values& values);
  [[nodiscard]] ui::Next press_privacy(const std::string& action, const ui::Values& values);
  void open_period(const std::string& group);
  void save_period(const ui::Values& values);
  void add_fields(ui::Form& form);
  void save_settings(const ui::Values& values);
  void save_organisation(const ui::Values& values);
  void save_counter_rules(const ui::Values& values);
  void keep_counter_rules(const std::map<std::string, std::string>& decided);
  void save_user(const ui::Values& values);
  void disable_user();
  void turn_approving();
  void new_secret(const ui::Values& values);

  TillBook& book_;
  OfficeSettings& settings_;
  Language language_;
  May may_;
  Shown shown_ = Shown::settings;
  std::string user_;   // who is looked at
  std::string till_;   // whose counter's rules; empty: all of them
  std::string group_;  // of records, whose period is typed
  std::map<std::string, std::string> typed_;
  ui::NameCheck names_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::pos
