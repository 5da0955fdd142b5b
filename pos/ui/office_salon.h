// The room Salon: who works there and on which chairs, what each service takes, when it is open and
// who works when, times that are not free, packages, and what of the tips is whose.
#pragma once

#include <map>

#include "core/chance.h"
#include "core/ui/office/name_check.h"
#include "core/ui/office/room.h"
#include "pos/keep_packages.h"
#include "pos/salon/keep_salon.h"
#include "pos/till_book.h"

namespace tilia::pos {

class OfficeSalon final : public ui::Room {
 public:
  struct Doors {
    SalonBook& book;
    PackageBook& packages;
    CustomerBook& customers;
    TillBook& till_book;
    Currency currency;
    const Zone& zone;
    const Clock& clock;
    Chance& chance;
  };
  explicit OfficeSalon(Doors doors)
      : doors_(doors),
        keep_(doors.book, doors.zone, doors.clock),
        keep_packages_({doors.packages, doors.customers, doors.zone, doors.clock}),
        week_(today().plus_days(-today().weekday_from_monday())) {}

  // Somebody set one up, or the counter shows its day.
  [[nodiscard]] static bool is_kept(SalonBook& book, TillBook& till_book);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown {
    columns,
    column,
    services,
    notes,
    hours,
    week,
    days,
    times,
    time,
    packages,
    offers,
    tips
  };
  [[nodiscard]] Day today() const { return doors_.zone.local_day(doors_.clock.now()); }
  [[nodiscard]] std::vector<Article> articles() { return doors_.till_book.articles(today()); }
  void open(Shown shown);
  [[nodiscard]] ui::Page page_of(const char* title);
  void add(ui::Form& form, ui::Field field) const;
  void refuse(const std::string& field, const Phrase& why) { faults_.insert_or_assign(field, why); }
  void done(const char* key) { notice_ = {Phrase(key), ui::Remark::Kind::done}; }
  [[nodiscard]] bool open_section(const std::string& action);
  void write(const std::string& action, const ui::Values& values);

  [[nodiscard]] ui::Page columns_page();
  [[nodiscard]] ui::Page column_page();
  void save_column(const ui::Values& values);
  [[nodiscard]] ui::Page services_page();
  void begin_service(const Salon& salon, const std::vector<ui::Choice>& choices);
  void pick_service(const std::string& article);
  void keep_service(const ui::Values& values);
  [[nodiscard]] ui::Page notes_page();
  void save_notes(const ui::Values& values);

  // When it is open, and who is not there (office_salon_hours.cpp).
  [[nodiscard]] ui::Cell name_of(const Salon& salon, const std::string& column) const;
  [[nodiscard]] std::vector<ui::Choice> whose(const Salon& salon, bool times) const;
  [[nodiscard]] ui::Page hours_page();
  [[nodiscard]] ui::Page week_page();
  void save_week(const ui::Values& values);
  [[nodiscard]] bool is_as_the_salon(const ui::Values& values);
  [[nodiscard]] ui::Page days_page();
  void pick_day(const std::string& row);
  void keep_day(const ui::Values& values, bool usual);
  [[nodiscard]] ui::Page times_page();
  void keep_time(const ui::Values& values);
  [[nodiscard]] std::vector<NotFree> coming_times();
  [[nodiscard]] ui::Page time_page();
  void free_time();

  // What is paid at once and used bit by bit, and what customers gave (office_salon_money.cpp).
  [[nodiscard]] ui::Page packages_page();
  [[nodiscard]] ui::Page offers_page();
  void pick_offer(const std::string& code);
  void keep_offer(const ui::Values& values);
  [[nodiscard]] ui::Page tips_page();

  Doors doors_;
  KeepSalon keep_;
  KeepPackages keep_packages_;
  Day week_;  // its Monday: of the tips
  Shown shown_ = Shown::columns;
  std::string chosen_;  // a column's code, empty for a new one or the salon; a time's id; an offer
  std::string search_;
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  ui::NameCheck names_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::pos
