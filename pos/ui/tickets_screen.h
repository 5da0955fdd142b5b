// The tickets of a laundry at the counter, without a window: what is due when, one of them piece by
// piece, where what is ready hangs, and what went wrong with a piece. What is handed over and paid
// is the counter's (pos/ui/counter_tickets.cpp).
//
//   TicketsScreen tickets(doors, "T1");
//   tickets.open();
//   tickets.open_ticket(*tickets.tickets().front());
//   tickets.one_step_on();
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "pos/laundry/keep_tickets.h"

namespace tilia::pos {

class TicketsScreen {
 public:
  enum class Step {
    list,  // by days
    find,  // by a name, a number, a place, the end of a telephone number
    ticket,
    rack,    // where what gets ready hangs
    damage,  // of one piece
  };
  TicketsScreen(KeepTickets::Doors doors, std::string till);

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
  [[nodiscard]] std::size_t pages() const;
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
  [[nodiscard]] bool has_moved() const { return !moved_.empty(); }
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

  // One step back. False at the first one.
  bool undo();

 private:
  void go(Step step);
  void read_list();
  void look_for_typed();
  void move(const std::string& rack);
  bool took(const Result<Ticket, TicketRefusal>& changed);
  bool said(const TicketRefusal& refusal);
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
};

}  // namespace tilia::pos
