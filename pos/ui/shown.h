// Money as the counter shows it, composed without a window.
#pragma once

#include "core/phrase.h"
#include "core/ui/amount_text.h"
#include "core/ui/piece_look.h"
#include "pos/country_pack.h"
#include "pos/sale.h"

namespace tilia::pos {

// Cents are left out only where the currency has none in use and the amount has none either.
[[nodiscard]] ui::AmountText amount_shown(const Money& money, const CountryPack& pack,
                                          const Words& words, bool with_currency);
[[nodiscard]] ui::PieceLook piece_shown(const Piece& piece);
// Each piece of a sum by itself, drawn as the pack says.
[[nodiscard]] std::vector<ui::PieceLook> pieces_shown(const std::vector<CountedPiece>& pieces,
                                                      const CountryPack& pack);
[[nodiscard]] ui::PieceLook piece_shown(const Money& value, const CountryPack& pack);
// An emoji.
[[nodiscard]] std::string picture_of(ExtraKind kind);

// "−30 %" on the picture of what costs less just now; empty: the usual price.
[[nodiscard]] std::string percent_mark(const std::optional<int>& percent);

}  // namespace tilia::pos
