// What the salon needs of storage. db/salon_book_sqlite fulfils it; each write is one transaction
// with one entry of the journal. Two holds of one column never overlap: the schema refuses it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/instant.h"
#include "pos/salon/salon.h"
#include "pos/salon/tip_shares.h"
#include "pos/salon/visit.h"

namespace tilia::pos {

// The answer of writing a visit.
struct VisitPut {
  enum class State {
    put,
    in_the_way,         // `hold`: nothing was written
    changed_meanwhile,  // somebody else changed it after it was read: nothing was written
    already_put,        // a new one whose id is in the book: nothing was written
  };
  State state = State::put;
  std::optional<Visit> visit = std::nullopt;  // as the book has it now
  std::optional<Hold> hold = std::nullopt;
};

class SalonBook {
 public:
  virtual ~SalonBook() = default;

  [[nodiscard]] virtual Salon salon() = 0;
  // What is decided of the salon as it stands in that transaction, so that two who set it up at
  // once lose nothing of each other. Nothing decided: nothing written.
  template <class Kept>
  using Decide = std::function<std::optional<Kept>(const Salon&)>;
  // A new one, or other words, another picture, closed or not.
  virtual void set_column(const Decide<SalonColumn>& decide, const Instant& at) = 0;
  virtual void set_service(const SalonService& service, const Instant& at) = 0;
  virtual void set_hours(const Decide<HoursOf>& decide, const Instant& at) = 0;
  virtual void set_day(const DatedHours& dated, const Instant& at) = 0;
  virtual void set_notes(const std::vector<std::string>& notes, const Instant& at) = 0;

  // What overlaps [from, until), by its beginning.
  [[nodiscard]] virtual std::vector<NotFree> not_free(const Instant& from,
                                                      const Instant& until) = 0;
  [[nodiscard]] virtual std::vector<Hold> holds(const Instant& from, const Instant& until) = 0;
  // The hold in its way; then nothing was written.
  [[nodiscard]] virtual std::optional<Hold> set_not_free(const NotFree& time,
                                                         const Instant& at) = 0;
  // False where there is none.
  virtual bool lift_not_free(const NotFreeId& id, const Instant& at) = 0;

  [[nodiscard]] virtual std::optional<Visit> visit(const VisitId& id) = 0;
  // That begin in [from, until), or came then and wait: by their beginning.
  [[nodiscard]] virtual std::vector<Visit> visits(const Instant& from, const Instant& until) = 0;
  // A new one (revision 0), or all that is now true of one that was read. Names of visits that are
  // long over go with it.
  [[nodiscard]] virtual VisitPut put_visit(const Visit& visit, const Instant& at) = 0;
  virtual void forget_visit_name(const VisitId& id) = 0;

  // Sales of those business days that paid visits and had a tip with them.
  [[nodiscard]] virtual std::vector<TippedSale> tipped(const Day& from, const Day& to,
                                                       Currency currency) = 0;
};

// How long after a visit its name is kept: as long as backups are.
inline constexpr int visit_name_days = 35;

}  // namespace tilia::pos
