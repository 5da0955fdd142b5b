// The tickets of a laundry at the counter, without a window: what is due when, one of them piece by
// piece, where what is ready hangs, what went wrong with a piece, what is taken in, and what nobody
// fetched. What is handed over and paid is the counter's (pos/ui/counter_tickets.cpp).
//
//   TicketsScreen tickets(doors, chance, "T1");
//   tickets.open();
//   tickets.open_ticket(*tickets.tickets().front());
//   tickets.one_step_on();
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "pos/laundry/keep_tickets.h"
#include "pos/ui/ticket_intake.h"

namespace tilia::pos {

class TicketsScreen {
 public:
  enum class Step {
    list,  // by days
    find,  // by a name, a number, a place, the end of a telephone number
    ticket,
    rack,       // where what gets ready hangs
    damage,     // of one piece
    more,       // what else can be done with it
    taking_in,  // a new one, or what is in a bag: see intake()
    taken,      // a moment ago
    unclaimed,  // what nobody fetched
    waits,      // one of these
  };
  TicketsScreen(KeepTickets::Doors doors, Chance& chance, std::string till);

  [[nodiscard]] Step step() const { return step_; }
  // Why the last press did nothing.
  [[nodiscard]] const std::optional<Phrase>& refusal() const { return refusal_; }
  // Today's, as the book has them now.
  void open();
  [[nodiscard]] Day today() const { return keep_.today(); }

  // The open tickets, by the day on which they are due.
  enum class When { earlier, today, tomorrow, later };
  static constexpr std::size_t tab_count = 4;
  static constexpr std::size_t tickets_on_page = 8;
  [[nodiscard]] const std::vector<KnownTicket>& due(When when) const;
  [[nodiscard]] When tab() const { return tab_; }
  void choose_tab(When tab);
  [[nodiscard]] std::size_t page() const { return page_; }
  [[nodiscard]] std::size_t pages() const;  // of the tab, or of what nobody fetched
  void turn_page(int by);
  [[nodiscard]] std::vector<const KnownTicket*> tickets() const;  // of the page

  void find();
  static constexpr std::size_t tickets_found = 6;
  // Nothing typed: those that are due next.
  [[nodiscard]] const std::vector<KnownTicket>& found() const { return found_; }
  // Every letter of the names and places that there are, as capitals, and all digits.
  [[nodiscard]] const std::vector<std::string>& find_keys() const { return find_keys_; }
  // While finding, and while a place is given.
  void type(const std::string& letters);
  void type_back();
  [[nodiscard]] const std::string& typed() const { return typed_; }

  // One ticket.
  void open_ticket(const KnownTicket& known);
  // Of a scanned slip or tag. False: it is none, or none of it is here.
  [[nodiscard]] bool open_scanned(const std::string& code);
  [[nodiscard]] const KnownTicket& opened() const { return *opened_; }
  [[nodiscard]] Money to_pay() const;        // of what is here
  [[nodiscard]] Money still_to_pay() const;  // nothing where more was paid
  // Pieces that are meant by what is pressed next; none: all that are here.
  void choose_piece(std::int64_t tag);
  [[nodiscard]] bool is_chosen(std::int64_t tag) const;
  // Where the hindmost of them go next; nothing: they are ready.
  [[nodiscard]] std::optional<PieceState> next() const;
  // To be washed, or ironed; what gets ready is asked for its place first.
  void one_step_on();
  void hang_up();
  // The last step that was made here can be taken back.
  // To the others; what was done stays.
  void back_to_list();
  [[nodiscard]] bool has_moved() const { return !moved_.empty() || !split_.empty(); }
  // What went wrong with the one that was chosen: noted, or not any more.
  [[nodiscard]] bool can_note_damage() const { return chosen_.size() == 1; }
  void what_went_wrong();
  [[nodiscard]] const TicketPiece& chosen_piece() const;
  void note_damage(const std::string& mark);
  // Of those that are meant.
  [[nodiscard]] bool some_ready() const;
  [[nodiscard]] bool all_ready() const;
  // The ready ones among them for a sale, as the book has them now.
  [[nodiscard]] Result<Collecting, TicketRefusal> collecting();
  void open_more();
  // Those that were chosen, where others stay: a load of their own.
  [[nodiscard]] bool can_split() const;
  void split_load();
  // As the book has it now. False: nothing of it is here any more.
  [[nodiscard]] bool look_again();

  // A new one, and what is in a bag that was counted. Each press there goes at_intake.
  void take_one_in(std::vector<PieceAsked> of_tray);
  void look_into();
  [[nodiscard]] const TicketIntake& intake() const { return intake_; }
  [[nodiscard]] TicketIntake& intake() { return intake_; }
  void at_intake(const std::function<void(TicketIntake&)>& what);
  // True: it is in the book, and opened.
  [[nodiscard]] bool take_in();
  // What was taken in a moment ago goes back as it came, and all of it is as before.
  [[nodiscard]] bool take_back();

  // What nobody fetched, the longest waiting first. The shop's rules say what it is time for;
  // nothing happens by itself.
  void open_unclaimed();
  [[nodiscard]] const std::vector<UnclaimedTicket>& unclaimed() const { return unclaimed_; }
  [[nodiscard]] std::vector<const UnclaimedTicket*> unclaimed_of_page() const;
  void open_waiting(std::int64_t number);
  [[nodiscard]] const UnclaimedTicket& waiting() const { return *waiting_; }
  [[nodiscard]] std::string phone_of_waiting() const;  // may be empty
  void was_told();
  [[nodiscard]] bool may_be_given_away() const;
  void give_away();
  void open_its_ticket();
  void done_with_waiting();  // what was noted stays
  [[nodiscard]] bool has_noted() const { return told_ || !given_.empty(); }

  // One step back. False at the first one.
  bool undo();

 private:
  void go(Step step);
  void read_list();
  void read_unclaimed();
  void undo_what_was_noted();
  void undo_split();
  void undo_move();
  void look_for_typed();
  void move(const std::string& rack);
  bool took(const Result<Ticket, TicketRefusal>& changed);
  bool said(const TicketRefusal& refusal);
  void show_as_it_is(Ticket ticket);
  [[nodiscard]] std::vector<const TicketPiece*> meant() const;

  KeepTickets::Doors doors_;
  KeepTickets keep_;
  std::string till_;
  Step step_ = Step::list;
  std::optional<Phrase> refusal_;

  std::vector<std::vector<KnownTicket>> due_;
  When tab_ = When::today;
  std::size_t page_ = 0;
  std::string typed_;
  std::vector<KnownTicket> found_;
  std::vector<std::string> find_keys_;
  std::optional<KnownTicket> opened_;
  std::vector<std::int64_t> chosen_;
  std::vector<std::int64_t> moved_;  // together, out of one state
  PieceState moved_from_ = PieceState::received;
  PieceState moved_to_ = PieceState::received;
  std::vector<TicketPiece> split_;  // as they were
  TicketIntake intake_;
  std::vector<UnclaimedTicket> unclaimed_;
  std::optional<UnclaimedTicket> waiting_;
  struct Told {
    std::optional<Day> before;
  };
  std::optional<Told> told_;
  std::vector<TicketPiece> given_;  // away, as they were
};

}  // namespace tilia::pos
