// The salon's day at the counter, without a window: what stands in which column, who waits, and
// what each press does. Every act can be taken back in the corner where Undo is everywhere.
//
//   SalonDay salon(book, zone, clock, chance, articles);
//   salon.open();
//   salon.tap({column, at});     // a free place: what is to be done there?
//   salon.choose_service("cut"); salon.services_done(); salon.choose_person("ana");
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/chance.h"
#include "core/clock.h"
#include "core/phrase.h"
#include "core/zone.h"
#include "pos/article.h"
#include "pos/salon/keep_visits.h"
#include "pos/ui/visit_memory.h"

namespace tilia::pos {

class SalonDay {
 public:
  enum class Step {
    day,
    visit,     // one that was tapped
    services,  // what is to be done
    who,       // by whom
    time,      // when
    known_by,  // by which picture it is known
    history,   // what was done for whoever it is of, and what is noted of it
  };
  using Articles = std::function<std::vector<Article>()>;
  SalonDay(SalonBook& book, const Zone& zone, const Clock& clock, Chance& chance, Articles articles,
           std::unique_ptr<VisitMemory> memory = nullptr);

  [[nodiscard]] Step step() const { return step_; }
  // The first look, and each time it is come back to: today, as the book has it now.
  void open();
  // Nobody pressed: whether the book has another day now than is shown, which is shown then. Not
  // while somebody answers a question or moves a visit.
  [[nodiscard]] bool look_again();
  // Why the last press did nothing.
  [[nodiscard]] const std::optional<Phrase>& refusal() const { return refusal_; }

  // The day.
  [[nodiscard]] const Day& day() const { return day_; }
  [[nodiscard]] bool is_today() const { return day_ == visits_.today(); }
  void turn_day(int by);
  void go_to_today();
  [[nodiscard]] const Salon& salon() const { return salon_; }
  [[nodiscard]] bool by_chairs() const { return by_chairs_; }
  [[nodiscard]] bool has_chairs() const;
  void show_chairs(bool chairs);
  [[nodiscard]] const std::vector<const SalonColumn*>& columns() const { return columns_; }
  // From the first full hour that somebody works until the last; a day that is closed shows its
  // usual hours.
  [[nodiscard]] const Stretch& shown() const { return shown_; }
  // A service where it stands in a column; of a visit with several one each.
  struct Block {
    std::size_t column = 0;
    std::size_t visit = 0;  // of visits()
    std::size_t service = 0;
    Stretch when;
    Stretch held;  // with what comes before and after
  };
  [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
  [[nodiscard]] const std::vector<Visit>& on_the_day() const { return day_visits_; }
  // By column: when it can be booked.
  [[nodiscard]] const std::vector<std::vector<Stretch>>& free() const { return free_; }
  [[nodiscard]] std::vector<const Visit*> waiting() const;
  [[nodiscard]] std::vector<const Visit*> in_progress() const;
  [[nodiscard]] Instant now() const { return clock_.now(); }
  [[nodiscard]] const Zone& zone() const { return zone_; }

  // A place in the picture of the day.
  struct Spot {
    std::size_t column = 0;
    Instant at;
  };
  static constexpr int step_minutes = usual_step_minutes;
  // On a block it opens the visit; where a visit is on the move it goes there; on free time it asks
  // what is to be done.
  void tap(const Spot& spot);
  void open_visit(const VisitId& id, std::size_t service = 0);
  // With the finger down on it from one place to another.
  void drag(const Spot& from, const Spot& to);
  [[nodiscard]] const Block* block_at(const Spot& spot) const;

  // The visit that was opened.
  [[nodiscard]] const Visit& opened() const { return *opened_; }
  [[nodiscard]] bool may(VisitState state) const;
  void set_state(VisitState state);
  [[nodiscard]] bool may_move() const;
  void start_move();
  [[nodiscard]] bool moving() const { return moving_; }
  // Who waits is taken now: by whom?
  void take_now();
  [[nodiscard]] bool may_be_paid() const;
  // It is done, and what was done goes onto the tray.
  [[nodiscard]] std::vector<std::string> to_payment();

  // What is remembered of whoever it is of; nobody is where nothing can be.
  [[nodiscard]] VisitMemory::Word her_word() const;
  [[nodiscard]] const VisitMemory& memory() const { return *memory_; }
  void she_agrees();
  void open_history();
  [[nodiscard]] bool may_note() const;  // it has begun
  void note(const std::string& choice);
  void history_done();

  // A new one.
  void add();
  void add_walk_in();
  [[nodiscard]] std::vector<const Article*> offered_services() const;
  [[nodiscard]] const std::vector<std::string>& chosen_services() const { return services_; }
  [[nodiscard]] bool chosen(const std::string& article) const;
  void choose_service(const std::string& article);  // and again: not that
  [[nodiscard]] bool may_go_on() const { return is_walk_in_ || !services_.empty(); }
  void services_done();
  [[nodiscard]] std::vector<const SalonColumn*> people() const;
  // Of several services each is asked for: which one it is now.
  [[nodiscard]] const std::string& asked_service() const { return services_.at(persons_.size()); }
  // Whether she could do it now, for one who waits.
  [[nodiscard]] bool could(const SalonColumn& person) const;
  void choose_person(const std::string& code);
  // Whoever was chosen last does the rest too.
  [[nodiscard]] bool may_be_the_same() const { return step_ == Step::who && !persons_.empty(); }
  void same_for_the_rest();
  [[nodiscard]] const std::vector<OfferedTime>& times() const { return times_; }
  void choose_time(const Instant& start);
  [[nodiscard]] static const std::vector<std::string>& pictures();
  void choose_picture(const std::string& picture);
  void type_name(const std::string& letters);
  void type_back();
  [[nodiscard]] const std::string& name() const { return name_; }

  [[nodiscard]] bool can_undo() const { return step_ != Step::day || moving_ || !done_.empty(); }
  void undo();

  [[nodiscard]] std::string article_name(const std::string& code) const;
  [[nodiscard]] std::string article_picture(const std::string& code) const;
  [[nodiscard]] std::string column_name(const std::string& code) const;

 private:
  struct DoneBefore {
    std::optional<Visit> before;
    Visit after;
  };
  void look();
  void look_at_hours();
  [[nodiscard]] bool is_held(const std::string& column) const;
  void go(Step step);
  bool came_of(const std::optional<Visit>& before, const KeepVisits::Answer& answer);
  void start_adding(bool walk_in);
  void look_at_times();
  // As many services as there are persons.
  [[nodiscard]] std::vector<Wanted> wanted(const std::vector<std::string>& persons,
                                           const std::string& chair) const;
  void everybody_chosen();
  [[nodiscard]] std::vector<std::string> chairs_to_try() const;
  void book_now(const std::string& picture);
  void move_to(std::size_t service, const Spot& spot);
  [[nodiscard]] Instant snapped(const Instant& at) const;

  SalonBook& book_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
  Articles read_articles_;
  KeepVisits visits_;
  std::unique_ptr<VisitMemory> memory_;

  Step step_ = Step::day;
  std::optional<Phrase> refusal_;
  Day day_;
  bool by_chairs_ = false;
  Salon salon_;
  std::vector<Article> articles_;
  std::vector<const SalonColumn*> columns_;
  Stretch shown_;
  std::vector<Visit> day_visits_;
  std::vector<Hold> holds_;
  std::vector<Block> blocks_;
  std::vector<std::vector<Stretch>> free_;

  std::optional<Visit> opened_;
  std::size_t opened_service_ = 0;
  bool moving_ = false;
  std::vector<DoneBefore> done_;

  bool is_walk_in_ = false;
  bool takes_now_ = false;  // somebody who waits
  VisitId new_id_;
  std::vector<std::string> services_;
  std::vector<std::string> persons_;  // beside the services, as far as they are chosen
  std::optional<Spot> tapped_;
  std::string tapped_column_;  // its code: another day may have other columns
  std::optional<Instant> start_;
  std::vector<OfferedTime> times_;
  std::string name_;
};

}  // namespace tilia::pos
