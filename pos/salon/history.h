// What was done for a customer who agreed to be remembered: her visits, and what was noted of each
// by the salon's own fixed choices ("🎨 6.0"). Nothing of it stands in the journal: it goes when
// she no longer agrees, or is forgotten.
#pragma once

#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "pos/customer_book.h"
#include "pos/salon/salon_book.h"

namespace tilia::pos {

struct RememberedVisit {
  VisitId id;
  Instant at;
  std::vector<std::string> services;  // articles
  std::vector<std::string> notes;

  friend bool operator==(const RememberedVisit&, const RememberedVisit&) = default;
};

class HistoryBook {
 public:
  virtual ~HistoryBook() = default;

  [[nodiscard]] virtual std::optional<CustomerId> customer_of(const VisitId& visit) = 0;
  // Whose it was, and what was noted: in place of what stood there.
  virtual void remember(const VisitId& visit, const CustomerId& customer,
                        const std::vector<std::string>& notes) = 0;
  virtual void forget_visit(const VisitId& visit) = 0;
  // The newest first.
  [[nodiscard]] virtual std::vector<RememberedVisit> history(const CustomerId& customer) = 0;
};

enum class HistoryRefusal {
  unknown_visit,
  unknown_customer,
  not_agreed,    // she did not agree to be remembered
  unknown_note,  // none of the salon's choices
};
[[nodiscard]] std::string_view history_refusal_code(HistoryRefusal why);
[[nodiscard]] Phrase sentence_of(HistoryRefusal why);

class KeepHistory {
 public:
  KeepHistory(SalonBook& salon, HistoryBook& history, CustomerBook& customers)
      : salon_(salon), history_(history), customers_(customers) {}

  [[nodiscard]] Result<Done, HistoryRefusal> remember(const VisitId& visit,
                                                      const CustomerId& customer,
                                                      const std::vector<std::string>& notes);
  [[nodiscard]] Result<Done, HistoryRefusal> forget(const VisitId& visit);
  [[nodiscard]] Result<std::vector<RememberedVisit>, HistoryRefusal> of(const CustomerId& customer);

 private:
  SalonBook& salon_;
  HistoryBook& history_;
  CustomerBook& customers_;
};

}  // namespace tilia::pos
