// What the salon remembers of a visit's customer, where she agreed to that: what was done the last
// times, and what is noted of today by its fixed choices. Without a window.
//
// Whose a visit is stands nowhere before she agrees: she is looked for by the name that she gave,
// and is nobody where two have it. What is shown of her is shown after a tap alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/chance.h"
#include "pos/keep_customers.h"
#include "pos/salon/history.h"

namespace tilia::pos {

class VisitMemory {
 public:
  struct Doors {
    SalonBook& salon;
    HistoryBook& history;
    CustomerBook& customers;
    const Zone& zone;
    const Clock& clock;
    Chance& chance;
  };
  explicit VisitMemory(const Doors& doors);

  enum class Word {
    nobody,     // no name, or one that several have
    not_given,  // nothing is kept of her
    given,
  };
  // Of another visit, or of this one anew.
  void look_at(const Visit& visit);
  [[nodiscard]] Word word() const { return word_; }
  // She agreed, here and now.
  [[nodiscard]] Result<Done, Phrase> agrees();
  // The visit is hers from now on.
  [[nodiscard]] Result<Done, Phrase> open();

  static constexpr std::size_t times_shown = 4;
  // The newest first, without this one.
  [[nodiscard]] const std::vector<RememberedVisit>& before() const { return before_; }
  [[nodiscard]] const std::vector<std::string>& choices() const { return choices_; }
  [[nodiscard]] bool is_noted(const std::string& choice) const;
  // And again: not that.
  [[nodiscard]] Result<Done, Phrase> note(const std::string& choice);
  // The last of it; false: nothing of it was done here.
  [[nodiscard]] bool undo();

 private:
  using Notes = std::vector<std::string>;
  [[nodiscard]] Result<Done, Phrase> keep(const Notes& notes);
  [[nodiscard]] std::optional<Customer> whose(const Visit& visit) const;

  Doors doors_;
  KeepHistory history_;
  KeepCustomers customers_;
  std::optional<VisitId> visit_;
  std::string name_;
  std::optional<Customer> customer_;
  Word word_ = Word::nobody;
  bool agreed_now_ = false;
  bool is_new_ = false;  // noted with her word
  std::vector<RememberedVisit> before_;
  Notes notes_;
  std::vector<Notes> notes_before_;
  Notes choices_;
};

}  // namespace tilia::pos
