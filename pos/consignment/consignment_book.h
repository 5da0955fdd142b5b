// What keeping consigned pieces needs of storage. db/consignment_book_sqlite fulfils it. What was
// sold the book knows from the sales, as they are posted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/id.h"
#include "core/instant.h"
#include "pos/consignment/consignment.h"

namespace tilia::pos {

struct Maker {
  std::int64_t number = 0;
  Day since;

  friend bool operator==(const Maker&, const Maker&) = default;
};

class ConsignmentBook {
 public:
  virtual ~ConsignmentBook() = default;

  virtual Maker add_maker(const Day& since, const Instant& at) = 0;
  // By number.
  [[nodiscard]] virtual std::vector<Maker> makers() = 0;
  // Terms from a day on. Refuses an unknown maker and an article of another's, within its
  // transaction.
  virtual Result<Done, ConsignmentRefusal> agree(const ConsignmentTerms& terms,
                                                 const Instant& at) = 0;
  // All that are somebody's, by number of the tag, with the terms of that day.
  [[nodiscard]] virtual std::vector<ConsignedArticle> consigned(const Day& day) = 0;
  // Settled within its transaction, on what is there then.
  virtual Result<SettledMove, ConsignmentRefusal> enter(const ConsignmentMove& move,
                                                        const Instant& at) = 0;
  // As they were entered.
  [[nodiscard]] virtual std::vector<ConsignmentEvent> events(std::int64_t maker) = 0;
  [[nodiscard]] virtual std::vector<MakerPayment> payments(std::int64_t maker) = 0;
  [[nodiscard]] virtual std::vector<MakerPayment> payments_of_run(std::int64_t run) = 0;
  [[nodiscard]] virtual std::int64_t last_run() = 0;  // 0: none yet
  // Pays these makers what is payable until that day, as it is worked out within its transaction:
  // one run, one entry. Refuses where nothing is.
  virtual Result<std::vector<MakerPayment>, ConsignmentRefusal> pay(
      const std::vector<std::int64_t>& makers, const Day& until, const Day& day,
      const IdBytes& actor, const Instant& at) = 0;
  // A payment that did not arrive: what it paid is owed again. Once.
  virtual Result<MakerPayment, ConsignmentRefusal> reverse(std::int64_t payment, const Day& day,
                                                           const IdBytes& actor,
                                                           const Instant& at) = 0;
};

}  // namespace tilia::pos
