// What the counter's screens need of the outside, each in a few words. app fulfils them; tests use
// small ones of their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "core/secret.h"
#include "pos/bakery/keep_orders.h"
#include "pos/drawer_session.h"
#include "pos/laundry/keep_tickets.h"
#include "pos/package.h"
#include "pos/sale.h"
#include "pos/till_book.h"

namespace tilia::pos {

// The open cart, kept beside the book from tap to tap, so that a crash loses nothing. It is there
// while the till runs and gone after a clean end.
class DraftStore {
 public:
  virtual ~DraftStore() = default;
  [[nodiscard]] virtual std::optional<std::string> load() = 0;
  virtual void save(const std::string& text) = 0;
  virtual void clear() = 0;
};

// Who may stand here. The same answer, in the same time, for a picture that nobody has and for a
// wrong number.
class Crew {
 public:
  virtual ~Crew() = default;
  // Always the same pictures in the same places, taken or not.
  [[nodiscard]] virtual const std::vector<std::string>& pictures() const = 0;
  struct Member {
    StaffId id;
    bool approves = false;  // acts that another asked for
  };
  // `secret`: six digits, or a card with pictures (pos/counter_secret.h).
  [[nodiscard]] virtual std::optional<Member> let_in(const std::string& picture,
                                                     const Secret<std::string>& secret) = 0;
  // Whose picture it is.
  [[nodiscard]] virtual std::optional<StaffId> staff_of(const std::string& picture) = 0;
  // Nobody can be let in on this machine before a manager has logged in to the office here.
  [[nodiscard]] virtual bool machine_is_new() = 0;
};

enum class TicketPaper { bag, slip, tags };

// The printer with its paper. Throws PrinterFault; the sale is in the book by then.
class CounterPaper {
 public:
  virtual ~CounterPaper() = default;
  virtual void print_sale(const Sale& sale, bool copy) = 0;
  // What the drawer could not give back: whoever brings it gets the rest.
  virtual void print_owed(const Sale& sale, const Money& owed) = 0;
  // What is given back once a manager has looked at it.
  virtual void print_come_back(const Sale& sale, const Money& to_give_back) = 0;
  // Goes with a bag that is counted later.
  virtual void print_bagged(const WaitingBag& bag) = 0;
  // For whoever counted: what she counted, and when.
  virtual void print_counted(const DaySheet& sheet) = 0;
  virtual void print_day_sheet(const DaySheet& sheet) = 0;
  // What the customer takes along, so that her order is found again.
  virtual void print_order(const DueOrder& due, const std::vector<Article>& articles) = 0;
  virtual void print_bake_sheet(const BakeSheet& sheet, const std::string& till) = 0;
  // The card by which a package is used.
  virtual void print_package(const Package& package, const std::vector<Article>& articles) = 0;
  // Of a laundry: what goes with the bag, what the customer takes along, and a tag a piece.
  virtual void print_ticket(TicketPaper paper, const KnownTicket& known,
                            const std::vector<Article>& articles) = 0;
};

// A scale beside the till.
class Scale {
 public:
  virtual ~Scale() = default;
  // Nothing as long as nothing lies still on it.
  [[nodiscard]] virtual std::optional<std::int64_t> steady_grams() = 0;
};

// Speaks on request, where this machine can.
class Speaker {
 public:
  virtual ~Speaker() = default;
  [[nodiscard]] virtual bool can_speak() const = 0;
  // What was being said ends.
  virtual void say(const std::string& sentence, Language language) = 0;
};

// "Please come": one tap asks whoever has the office open, without a reason. Nothing of it is kept:
// not in the book, not in the journal.
class OfficeCall {
 public:
  enum class State { quiet, asked, coming };
  virtual ~OfficeCall() = default;
  // A call that nobody ended is quiet again after a quarter of an hour.
  [[nodiscard]] virtual State state() = 0;
  [[nodiscard]] virtual bool office_is_open() = 0;
  // False: it could not be sent.
  [[nodiscard]] virtual bool ask() = 0;
  virtual void end() = 0;
};

}  // namespace tilia::pos
