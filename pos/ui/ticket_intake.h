// A ticket that is being taken in, without a window: how many pieces there are or which, until
// when, whose, and all of it before it is in the book. Looking into a bag that was only counted
// begins with the pieces and ends there.
//
//   TicketIntake intake(doors, chance, "T2");
//   intake.begin({});
//   intake.type("7"); intake.counted(); intake.choose_day(friday); intake.at_whose(choose_ana);
//   auto ticket = intake.take();
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pos/laundry/keep_tickets.h"
#include "pos/laundry/laundry_mark.h"
#include "pos/ui/whose_asked.h"

namespace tilia::pos {

class TicketIntake {
 public:
  enum class Step { count, pieces, weigh, marks, day, whose, name, look };
  TicketIntake(KeepTickets::Doors doors, Chance& chance, std::string till);

  // A new one. `of_tray`: what it is if somebody wants to say which pieces they are.
  void begin(std::vector<PieceAsked> of_tray);
  void look_into(const Ticket& ticket);
  [[nodiscard]] bool is_new() const { return !of_; }
  [[nodiscard]] Step step() const { return step_; }
  // Why the last press did nothing.
  [[nodiscard]] const std::optional<Phrase>& refusal() const { return refusal_; }

  // Digits of the number or of the grams, letters of the name.
  void type(const std::string& letters);
  void type_back();

  [[nodiscard]] int bag_pieces() const { return bag_pieces_; }
  void more(int by);
  void counted();
  void in_detail();

  // Which pieces: each tap on an article is one more of it; what is weighed asks for its grams.
  [[nodiscard]] const std::vector<PieceAsked>& pieces() const { return pieces_; }
  [[nodiscard]] bool is_of_tray() const { return of_tray_is_in_; }
  static constexpr std::size_t articles_on_page = 12;
  [[nodiscard]] std::vector<const Article*> articles() const;  // of the page
  [[nodiscard]] std::size_t page() const { return page_; }
  [[nodiscard]] std::size_t pages() const;
  void turn_page(int by);
  void add(const std::string& article);
  [[nodiscard]] const Article& weighed() const { return *weighed_; }
  [[nodiscard]] std::int64_t grams() const { return grams_; }
  void scale_says(std::int64_t grams);
  void weigh_done();
  // The one that is meant: the last one, or which was tapped.
  [[nodiscard]] std::optional<std::size_t> chosen() const { return chosen_; }
  void choose(std::size_t piece);
  void take_away();
  // What may be noted of it, a page for each kind: colours, stains, how it came and is wanted.
  void note_marks();
  [[nodiscard]] LaundryMark::Kind kind() const { return kind_; }
  static constexpr std::size_t kinds = 3;
  void turn_kind(int by);
  [[nodiscard]] bool has_mark(std::string_view mark) const;
  void note(const std::string& mark);
  void pieces_done();  // of a new one

  static constexpr int days_on_page = 12;
  [[nodiscard]] std::vector<Day> days_offered() const;
  [[nodiscard]] Day today() const { return keep_.today(); }
  void choose_day(const Day& day);
  [[nodiscard]] const Day& day() const { return day_; }

  [[nodiscard]] const WhoseAsked& asked_whose() const { return whose_; }
  void at_whose(const std::function<void(WhoseAsked&)>& what);

  // At today's prices; nothing as long as nobody looked into the bag.
  [[nodiscard]] std::optional<Money> total() const;
  // Nothing: it was refused. Afterwards it is whole, as the book has it.
  [[nodiscard]] std::optional<Ticket> done();
  // What was taken in a moment ago was given back: the same once more is another ticket.
  void was_taken_back();

  [[nodiscard]] bool can_undo_piece() const { return !before_.empty(); }
  // One step back. False at the first one.
  bool undo();

 private:
  void go_where_whose_is();
  void change(const std::function<void(std::vector<PieceAsked>&)>& what);

  KeepTickets::Doors doors_;
  KeepTickets keep_;
  Chance& chance_;
  std::string till_;
  Step step_ = Step::count;
  std::optional<Phrase> refusal_;
  std::optional<Ticket> of_;  // the one that is looked into
  TicketId id_;
  int bag_pieces_ = 0;
  std::vector<PieceAsked> of_tray_;
  bool of_tray_is_in_ = false;
  std::vector<PieceAsked> pieces_;
  std::vector<std::vector<PieceAsked>> before_;  // each change of them
  std::optional<std::size_t> chosen_;
  std::vector<Article> articles_;
  std::size_t page_ = 0;
  const Article* weighed_ = nullptr;
  std::int64_t grams_ = 0;
  LaundryMark::Kind kind_ = LaundryMark::Kind::colour;
  Day day_;
  WhoseAsked whose_;
};

}  // namespace tilia::pos
