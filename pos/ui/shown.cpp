#include "pos/ui/shown.h"

#include <fmt/format.h>

namespace tilia::pos {

ui::AmountText amount_shown(const Money& money, const CountryPack& pack, const Words& words,
                            bool with_currency) {
  ui::AmountText shown;
  shown.whole = words.amount(money);
  const std::size_t mark = shown.whole.rfind(words.decimal_mark());
  if (mark != std::string::npos && money.currency().exponent() > 0) {
    shown.cents = shown.whole.substr(mark + 1);
    shown.whole.resize(mark);
  }
  const std::int64_t major = money.currency().minor_per_major();
  const bool no_cents_in_use = pack.cash_rounding.step.minor() % major == 0;
  if (no_cents_in_use && money.minor() % major == 0) shown.cents.clear();
  if (with_currency) {
    shown.currency = words.say(fmt::format("till.currency.{}", money.currency().code()));
  }
  return shown;
}

ui::PieceLook piece_shown(const Piece& piece) {
  const std::int64_t major = piece.value.currency().minor_per_major();
  const std::int64_t minor = piece.value.minor();
  return {.note = piece.kind == Piece::Kind::note,
          .number = std::to_string(minor % major == 0 ? minor / major : minor),
          .colour = piece.colour,
          .rim_colour = piece.rim_colour,
          .width_tenths_mm = piece.width_tenths_mm,
          .height_tenths_mm = piece.height_tenths_mm};
}

ui::PieceLook piece_shown(const Money& value, const CountryPack& pack) {
  for (const Piece& piece : pack.pieces) {
    if (piece.value == value) return piece_shown(piece);
  }
  return {};
}

std::string picture_of(ExtraKind kind) {
  switch (kind) {
    case ExtraKind::tip: return "☕";
    case ExtraKind::voucher_sold: return "🎟️";
    case ExtraKind::account_paid: return "📒";
    case ExtraKind::advance: return "📋";
  }
  return "";
}

std::vector<ui::PieceLook> pieces_shown(const std::vector<CountedPiece>& pieces,
                                        const CountryPack& pack) {
  std::vector<ui::PieceLook> shown;
  for (const CountedPiece& piece : pieces) {
    shown.insert(shown.end(), static_cast<std::size_t>(piece.count),
                 piece_shown(piece.value, pack));
  }
  return shown;
}

std::string percent_mark(const std::optional<int>& percent) {
  return percent ? fmt::format("−{} %", *percent) : std::string();
}

}  // namespace tilia::pos
