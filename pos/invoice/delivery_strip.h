// A delivery note as the counter's printer prints it: what was handed over, how much of it, and a
// line to sign on. What it cost stands on it where the buyer wants that.
#pragma once

#include "pos/invoice/invoice.h"
#include "pos/receipt.h"

namespace tilia::pos {

[[nodiscard]] Strip delivery_strip(const DeliveryNote& note, const Supplied& supplied,
                                   const Buyer& buyer, const PaperHead& head, const Zone& zone,
                                   const Words& words);

}  // namespace tilia::pos
