// Keeping what makers leave with the shop: terms, what came, went back, was lost, was counted; what
// is there and what is owed; a month's statement; what is paid out. The maker is a number.
//
//   KeepConsignment keep(book, till_book, zone, clock);
//   keep.agree({.article = "knit-cap", .maker = 7, .our_share =
//   Rate::parse_percent("30").value()}); keep.enter(ConsignmentMove::Kind::brought, "knit-cap",
//   Quantity::pieces(12));
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/zone.h"
#include "pos/consignment/consignment_book.h"
#include "pos/till_book.h"

namespace tilia::pos {

struct Agreement {
  std::string article;
  std::int64_t maker = 0;
  std::optional<Day> from = std::nullopt;  // today, where none is said
  std::optional<Rate> our_share = std::nullopt;
  std::optional<Money> makers_amount = std::nullopt;
  bool lost_is_paid = false;
};

// What is paid out of what was owed until a day.
struct MakersToPay {
  std::int64_t maker = 0;
  Money amount;  // positive

  friend bool operator==(const MakersToPay&, const MakersToPay&) = default;
};

class KeepConsignment {
 public:
  KeepConsignment(ConsignmentBook& book, TillBook& till_book, const Zone& zone, const Clock& clock)
      : book_(book), till_book_(till_book), zone_(zone), clock_(clock) {}

  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  Maker add_maker() { return book_.add_maker(today(), clock_.now()); }
  // The agreed price is the catalogue's of that day. The article gets the barcode of its tag, so
  // that every till finds it.
  [[nodiscard]] Result<ConsignedArticle, ConsignmentRefusal> agree(const Agreement& agreement);
  [[nodiscard]] Result<SettledMove, ConsignmentRefusal> enter(ConsignmentMove::Kind kind,
                                                              const std::string& article,
                                                              Quantity quantity);
  [[nodiscard]] std::vector<ConsignedArticle> list() { return book_.consigned(today()); }
  [[nodiscard]] Money owed(std::int64_t maker);
  [[nodiscard]] Result<MakerStatement, ConsignmentRefusal> statement(std::int64_t maker,
                                                                     const Month& month);
  // Of a month that is over: those to whom something is to be paid, by number.
  [[nodiscard]] Result<std::vector<MakersToPay>, ConsignmentRefusal> to_pay(const Month& month);
  // Only these, of them.
  [[nodiscard]] Result<std::vector<MakerPayment>, ConsignmentRefusal> pay(
      const std::vector<std::int64_t>& makers, const Month& month, const IdBytes& actor);
  [[nodiscard]] Result<MakerPayment, ConsignmentRefusal> reverse(std::int64_t payment,
                                                                 const IdBytes& actor) {
    return book_.reverse(payment, today(), actor, clock_.now());
  }

 private:
  [[nodiscard]] Currency currency() { return till_book_.organisation().currency; }
  [[nodiscard]] bool known(std::int64_t maker);
  void put_tag_on(Article article, std::int64_t number);

  ConsignmentBook& book_;
  TillBook& till_book_;
  const Zone& zone_;
  const Clock& clock_;
};

}  // namespace tilia::pos
