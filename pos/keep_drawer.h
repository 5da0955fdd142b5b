// The drawer's day: open with a float, put cash in, take it out, look, close by a count of pieces.
#pragma once

#include <string>
#include <vector>

#include "core/chance.h"
#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/country_pack.h"
#include "pos/tender_book.h"
#include "pos/till_book.h"

namespace tilia::pos {

enum class DrawerRefusal {
  already_open,
  not_open,
  amount_negative,
  amount_not_positive,
  looks_like_a_barcode,
  unknown_reason,
  more_than_in_drawer,  // cash out above what the till expects in the drawer
  unknown_piece,
  count_negative,
  mixed_currency,
  amount_too_large,
  not_an_amount,
  unknown_note,
  no_bag_number,
  bag_number_taken,  // another bag of this till waits under it
  no_such_bag,       // none waits under that number
  no_such_advance,   // nothing was paid early under that code
  advance_is_less,   // less is left of it
};
[[nodiscard]] std::string_view drawer_refusal_code(DrawerRefusal why);
[[nodiscard]] Phrase sentence_of(DrawerRefusal why);

class KeepDrawer {
 public:
  KeepDrawer(TillBook& book, const CountryPack& pack, const Zone& zone, const Clock& clock,
             Chance& chance)
      : book_(book), pack_(pack), zone_(zone), clock_(clock), chance_(chance) {}

  // The business day is the shop's local day at this moment.
  [[nodiscard]] Result<DrawerSession, DrawerRefusal> open(const std::string& till,
                                                          const Money& float_amount);
  [[nodiscard]] Result<Done, DrawerRefusal> move_cash(const std::string& till,
                                                      const CashMove& move);
  // In cash, of what was paid early and is not delivered.
  [[nodiscard]] Result<Done, DrawerRefusal> give_back(TenderBook& tenders, const std::string& till,
                                                      const std::string& advance,
                                                      const Money& amount);
  struct Look {
    DrawerSession session;
    SessionFigures figures;
    Money expected;
  };
  [[nodiscard]] Result<Look, DrawerRefusal> look(const std::string& till);
  // What these pieces come to, without closing.
  [[nodiscard]] Result<Money, DrawerRefusal> count(const std::string& till,
                                                   const std::vector<CountedPiece>& counted);
  // Without a count the money goes into a bag, and the session ends for selling. A bag's number has
  // at most 40 letters.
  [[nodiscard]] Result<WaitingBag, DrawerRefusal> bag(const std::string& till,
                                                      const std::string& number);
  [[nodiscard]] std::vector<WaitingBag> bags(const std::string& till) { return book_.bags(till); }
  // Of a bag that waits: what was expected when the money went into it.
  [[nodiscard]] Result<Look, DrawerRefusal> look_into_bag(const std::string& till,
                                                          const std::string& number);
  // A bag that waits is counted, and its session closed. `note`: where a difference may come from.
  [[nodiscard]] Result<DaySheet, DrawerRefusal> close_bag(const std::string& till,
                                                          const std::string& number,
                                                          const std::vector<CountedPiece>& counted,
                                                          const std::string& note = {});
  [[nodiscard]] Result<DaySheet, DrawerRefusal> close(const std::string& till,
                                                      const std::vector<CountedPiece>& counted,
                                                      const CloseWords& words = {});

 private:
  [[nodiscard]] Result<Done, DrawerRefusal> enter(const std::string& till, const CashMove& move);
  [[nodiscard]] std::optional<WaitingBag> waiting_bag(const std::string& till,
                                                      const std::string& number);
  [[nodiscard]] Look look_at(const DrawerSession& session);
  [[nodiscard]] DaySheet close(const Look& look, const std::vector<CountedPiece>& counted,
                               const CloseWords& words);

  TillBook& book_;
  const CountryPack& pack_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
};

// Of the newest day sheet of a till, 0 where there is none: their numbers are gap-free from 1.
[[nodiscard]] std::int64_t last_sheet_number(TillBook& book, const std::string& till);

// An amount that a person typed or a scanner shot into a money field, with a comma or a point:
// refuses 8 and more digits without a decimal mark (a barcode), more decimals than the currency
// has, and anything that is no number.
[[nodiscard]] Result<Money, DrawerRefusal> typed_amount(const std::string& text, Currency currency);

}  // namespace tilia::pos
