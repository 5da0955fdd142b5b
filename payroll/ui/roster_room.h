// The room Who works when: a week as a board, a line for each person and one for open shifts.
// Shifts are drawn to other places, opened by a tap, copied from the week before, kept as a
// template, and published. What a move would break stands above the board before anything is let
// go. Of somebody's own limits it shows no more than whether she is free.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/secret.h"
#include "core/ui/office/name_check.h"
#include "core/ui/office/room.h"
#include "payroll/shifts/keep_roster.h"
#include "payroll/ui/worked_room.h"

namespace tilia::payroll {

// What the room needs of the rest of the house; composed in app.
class RosterDoors {
 public:
  virtual ~RosterDoors() = default;
  // Who logs in at a till or here: to be linked with who works.
  [[nodiscard]] virtual std::vector<ui::Choice> logins() = 0;
  // Whether it is the secret of that login. Takes as long for a wrong one.
  [[nodiscard]] virtual bool is_secret_of(const LoginId& login,
                                          const Secret<std::string>& secret) = 0;
  // The slips as a paper to be printed: where it lies.
  [[nodiscard]] virtual std::string slips_paper(const std::vector<WeekOfShifts>& weeks) = 0;
};

class RosterRoom final : public ui::Room {
 public:
  // `worked`: what becomes of a plan; nothing: only planning.
  RosterRoom(const KeepRoster::Doors& book, RosterDoors& doors,
             std::unique_ptr<WorkedRoom> worked = nullptr);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override;

 private:
  enum class Shown { week, shift, templates, needs, stations, people, limits, worked };

  // roster_room.cpp
  [[nodiscard]] Day today() const { return at_.zone.local_day(at_.clock.now()); }
  [[nodiscard]] Day sunday() const { return monday_.plus_days(6); }
  [[nodiscard]] bool is_shown(const PlannedShift& shift) const;
  [[nodiscard]] ui::Page week_page();
  [[nodiscard]] ui::Board board() const;
  [[nodiscard]] ui::Board::Line line_of(const PersonAtWork& person) const;
  void add_columns(ui::Board& board) const;
  void add_bars(ui::Board& board) const;
  void add_findings(ui::Page& page) const;
  [[nodiscard]] bool needs_look(const PlannedShift& shift) const;
  [[nodiscard]] std::optional<PlannedShift> moved(const ui::Board::Move& move) const;
  [[nodiscard]] std::optional<ui::Remark> look(const ui::Board::Move& move) const;
  void move(const ui::Values& values);
  void copy_last_week();
  void look_again();
  void open_worked();
  void step(int days);
  void next_shop();
  void publish();
  [[nodiscard]] ui::Next slips();
  void back();

  // roster_shift_page.cpp
  [[nodiscard]] ui::Page shift_page();
  void open_shift(const std::string& id);
  void open_new(const ui::Values& values);
  [[nodiscard]] std::optional<PlannedShift> typed_shift(const ui::Values& values);
  void save_shift(const ui::Values& values, bool all_the_same);
  void remove_shift();
  void refuse(const PlanRefusal& refusal);

  // roster_people_page.cpp
  [[nodiscard]] ui::Page people_page();
  [[nodiscard]] ui::Page limits_page();
  [[nodiscard]] bool add_login(ui::Form& form, const WorkerId& worker);
  void add_limits(ui::Form& form, const PersonalLimits& said);
  void add_calendar(ui::Form& form) const;
  [[nodiscard]] ui::Table calendar_table() const;
  void open_person(const std::string& alias);
  void open_limits(const ui::Values& values);
  void link(const ui::Values& values);
  void save_limits(const ui::Values& values);
  [[nodiscard]] std::optional<PersonalLimits> typed_limits(const ui::Values& values);
  [[nodiscard]] std::optional<std::pair<Day, Day>> typed_term(const ui::Values& values);
  [[nodiscard]] bool add_dated(const ui::Values& values);
  void change_dated(const ui::Values& values);

  // roster_needs_page.cpp
  [[nodiscard]] ui::Page needs_page();
  [[nodiscard]] ui::Page stations_page();
  [[nodiscard]] ui::Page templates_page();
  void add_need(const ui::Values& values);
  void remove_need(const std::string& row);
  void add_station(const ui::Values& values);
  void close_station(const std::string& code);
  void keep_template(const ui::Values& values);
  void use_template(const std::string& name);

  [[nodiscard]] std::vector<ui::Choice> station_choices() const;
  [[nodiscard]] std::string picture_of(const std::string& station) const;
  [[nodiscard]] ui::Field as_typed(ui::Field field) const;
  void go_to(Shown shown);

  KeepRoster::Doors at_;
  KeepRoster keep_;
  RosterDoors& doors_;
  std::unique_ptr<WorkedRoom> worked_;
  Day monday_;
  std::string shop_;
  Shown shown_ = Shown::week;
  // As read when the week was last drawn: what a drag is checked against.
  std::optional<Plan> plan_;
  std::vector<Finding> findings_;
  std::vector<Station> stations_;

  std::optional<PlannedShift> shift_;  // that is open, or a new one
  bool shift_is_new_ = false;
  std::vector<Finding> against_;      // what stopped the last save
  bool may_pass_ = false;             // with both their yes
  std::string alias_;                 // whose limits are open
  std::optional<LoginId> herself_;    // and she showed that it is she
  std::vector<DatedTimes> calendar_;  // on that page, until it is saved
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  ui::NameCheck names_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::payroll
