// A laundry's papers: the slip that the customer keeps, the ticket that goes with her bag,
// and the tags of its pieces. The last two leave the counter with the washing: they name nobody.
#pragma once

#include "core/phrase.h"
#include "core/strip.h"
#include "pos/article.h"
#include "pos/laundry/keep_tickets.h"
#include "pos/receipt.h"

namespace tilia::pos {

[[nodiscard]] Strip slip_strip(const KnownTicket& known, const std::vector<Article>& articles,
                               const PaperHead& head, const Words& words);
[[nodiscard]] Strip bag_strip(const Ticket& ticket, const PaperHead& head, const Words& words);
// One below the other, to be cut.
[[nodiscard]] Strip tag_strip(const Ticket& ticket, const std::vector<Article>& articles,
                              const PaperHead& head, const Words& words);

}  // namespace tilia::pos
