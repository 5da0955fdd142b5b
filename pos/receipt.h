// The counter's papers as strips: receipt and day sheet, in the language of the organisation. They
// name no person and no product. A practice book and a receipt that fiscal law would not take say
// so in a notice.
#pragma once

#include "core/phrase.h"
#include "core/strip.h"
#include "core/zone.h"
#include "pos/country_pack.h"
#include "pos/drawer_session.h"
#include "pos/sale.h"
#include "pos/shop.h"

namespace tilia::pos {

struct PaperHead {
  Organisation organisation;
  FiscalDuty fiscal_duty = FiscalDuty::none;
  bool fiscal_is_set_up = false;
};

[[nodiscard]] Strip receipt_strip(const Sale& sale, const PaperHead& head, const Zone& zone,
                                  const Words& words, bool copy = false);
// A slip for what could not be given back at once.
[[nodiscard]] Strip owed_strip(const Sale& sale, const Money& owed, const PaperHead& head,
                               const Zone& zone, const Words& words);
// A slip for what is given back once a manager has looked at it: nothing of it is in the book yet.
[[nodiscard]] Strip come_back_strip(const Sale& sale, const Money& to_give_back,
                                    const PaperHead& head, const Zone& zone, const Words& words);
// A voucher that this sale sold, to be handed over: its worth, its number with bars, until when.
[[nodiscard]] Strip voucher_strip(const Sale& sale, const Extra& voucher, const PaperHead& head,
                                  const Zone& zone, const Words& words);
// What was counted, when, and the bag: for whoever counted to keep. It says nothing of what was
// expected.
[[nodiscard]] Strip counted_strip(const DaySheet& sheet, const PaperHead& head, const Zone& zone,
                                  const Words& words);
// Goes with a bag that is counted later: which bag, when, and no amount.
[[nodiscard]] Strip bagged_strip(const WaitingBag& bag, const PaperHead& head, const Zone& zone,
                                 const Words& words);
[[nodiscard]] Strip day_sheet_strip(const DaySheet& sheet, const PaperHead& head, const Zone& zone,
                                    const Words& words);

}  // namespace tilia::pos
