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
  struct Look {
    DrawerSession session;
    SessionFigures figures;
    Money expected;
  };
  [[nodiscard]] Result<Look, DrawerRefusal> look(const std::string& till);
  // What these pieces come to, without closing.
  [[nodiscard]] Result<Money, DrawerRefusal> count(const std::string& till,
                                                   const std::vector<CountedPiece>& counted);
  // A bag's number has at most 40 letters.
  [[nodiscard]] Result<DaySheet, DrawerRefusal> close(const std::string& till,
                                                      const std::vector<CountedPiece>& counted,
                                                      const CloseWords& words = {});

 private:
  TillBook& book_;
  const CountryPack& pack_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
};

// An amount that a person typed or a scanner shot into a money field, with a comma or a point:
// refuses 8 and more digits without a decimal mark (a barcode), more decimals than the currency
// has, and anything that is no number.
[[nodiscard]] Result<Money, DrawerRefusal> typed_amount(const std::string& text, Currency currency);

}  // namespace tilia::pos
