#include "pos/keep_drawer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pos/plausible_amount.h"

namespace tilia::pos {
namespace {

constexpr std::int64_t most_pieces_of_a_kind = 1'000'000;
constexpr std::size_t barcode_digits = 8;
constexpr std::size_t longest_bag = 40;

constexpr std::array<std::pair<DrawerRefusal, std::string_view>, 18> codes{{
    {DrawerRefusal::already_open, "drawer.already_open"},
    {DrawerRefusal::not_open, "drawer.not_open"},
    {DrawerRefusal::amount_negative, "drawer.amount_negative"},
    {DrawerRefusal::amount_not_positive, "drawer.amount_not_positive"},
    {DrawerRefusal::looks_like_a_barcode, "drawer.looks_like_a_barcode"},
    {DrawerRefusal::unknown_reason, "drawer.unknown_reason"},
    {DrawerRefusal::more_than_in_drawer, "drawer.more_than_in_drawer"},
    {DrawerRefusal::unknown_piece, "drawer.unknown_piece"},
    {DrawerRefusal::count_negative, "drawer.count_negative"},
    {DrawerRefusal::mixed_currency, "drawer.mixed_currency"},
    {DrawerRefusal::amount_too_large, "drawer.amount_too_large"},
    {DrawerRefusal::not_an_amount, "drawer.not_an_amount"},
    {DrawerRefusal::unknown_note, "drawer.unknown_note"},
    {DrawerRefusal::no_bag_number, "drawer.no_bag_number"},
    {DrawerRefusal::bag_number_taken, "drawer.bag_number_taken"},
    {DrawerRefusal::no_such_bag, "drawer.no_such_bag"},
    {DrawerRefusal::no_such_advance, "drawer.no_such_advance"},
    {DrawerRefusal::advance_is_less, "drawer.advance_is_less"},
}};

std::optional<DrawerRefusal> fault_of(const Money& amount, Currency currency) {
  if (amount.currency() != currency) return DrawerRefusal::mixed_currency;
  if (amount.negative()) return DrawerRefusal::amount_negative;
  if (looks_like_a_barcode(amount)) return DrawerRefusal::looks_like_a_barcode;
  if (too_large(amount)) return DrawerRefusal::amount_too_large;
  return std::nullopt;
}

std::optional<DrawerRefusal> fault_of(const CountedPiece& piece, const CountryPack& pack) {
  if (piece.value.currency() != pack.currency) return DrawerRefusal::mixed_currency;
  const bool known = std::any_of(pack.pieces.begin(), pack.pieces.end(),
                                 [&](const Piece& each) { return each.value == piece.value; });
  if (!known) return DrawerRefusal::unknown_piece;
  if (piece.count < 0) return DrawerRefusal::count_negative;
  if (piece.count > most_pieces_of_a_kind) return DrawerRefusal::amount_too_large;
  return std::nullopt;
}

std::optional<DrawerRefusal> fault_of(const std::vector<CountedPiece>& counted,
                                      const CountryPack& pack) {
  for (const CountedPiece& piece : counted) {
    if (const auto fault = fault_of(piece, pack)) return fault;
  }
  return std::nullopt;
}

std::optional<DrawerRefusal> fault_of(const std::vector<CountedPiece>& counted,
                                      const std::string& note, const CountryPack& pack) {
  const auto& notes = difference_notes();
  if (!note.empty() && std::ranges::find(notes, note) == notes.end())
    return DrawerRefusal::unknown_note;
  return fault_of(counted, pack);
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// At most so many bytes, whole letters.
std::string bag_name(const std::string& text) {
  std::string name = trimmed(text);
  if (name.size() <= longest_bag) return name;
  std::size_t end = longest_bag;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
  return name.substr(0, end);
}

}  // namespace

std::string_view drawer_refusal_code(DrawerRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(DrawerRefusal why) {
  const std::string_view code = drawer_refusal_code(why);
  return Phrase(fmt::format("pos.refusal.{}", code.substr(code.find('.') + 1)));
}

Result<DrawerSession, DrawerRefusal> KeepDrawer::open(const std::string& till,
                                                      const Money& float_amount) {
  if (const auto fault = fault_of(float_amount, pack_.currency)) return *fault;
  if (book_.open_session(till)) return DrawerRefusal::already_open;
  const Instant now = clock_.now();
  return book_.start_session(SessionId::mint(chance_), till, BusinessDay(zone_.local_day(now)),
                             float_amount, now);
}

Result<Done, DrawerRefusal> KeepDrawer::move_cash(const std::string& till, const CashMove& move) {
  const auto& reasons = cash_move_reasons();
  if (std::find(reasons.begin(), reasons.end(), move.reason) == reasons.end())
    return DrawerRefusal::unknown_reason;
  return enter(till, move);
}

Result<Done, DrawerRefusal> KeepDrawer::give_back(TenderBook& tenders, const std::string& till,
                                                  const std::string& code, const Money& amount) {
  const auto advance = tenders.advance(code);
  if (!advance || !advance->balance.same_currency(amount)) return DrawerRefusal::no_such_advance;
  if (amount > advance->balance) return DrawerRefusal::advance_is_less;
  return enter(till, {CashMove::Direction::out, amount, advance_reason, code});
}

Result<Done, DrawerRefusal> KeepDrawer::enter(const std::string& till, const CashMove& move) {
  if (const auto fault = fault_of(move.amount, pack_.currency)) return *fault;
  if (move.amount.is_zero()) return DrawerRefusal::amount_not_positive;
  const auto looked = look(till);
  if (!looked) return looked.refusal();
  if (move.direction == CashMove::Direction::out && move.amount > looked.value().expected)
    return DrawerRefusal::more_than_in_drawer;
  book_.enter_cash_move(looked.value().session, move, clock_.now());
  return Done{};
}

Result<KeepDrawer::Look, DrawerRefusal> KeepDrawer::look(const std::string& till) {
  const auto session = book_.open_session(till);
  if (!session) return DrawerRefusal::not_open;
  return look_at(*session);
}

KeepDrawer::Look KeepDrawer::look_at(const DrawerSession& session) {
  SessionFigures figures = book_.figures(session.id);
  const Money expected = expected_cash(session, figures);
  return {session, std::move(figures), expected};
}

Result<Money, DrawerRefusal> KeepDrawer::count(const std::string& till,
                                               const std::vector<CountedPiece>& counted) {
  if (const auto fault = fault_of(counted, pack_)) return *fault;
  if (!book_.open_session(till)) return DrawerRefusal::not_open;
  return sum_of(counted, pack_.currency);
}

Result<DaySheet, DrawerRefusal> KeepDrawer::close(const std::string& till,
                                                  const std::vector<CountedPiece>& counted,
                                                  const CloseWords& words) {
  if (const auto fault = fault_of(counted, words.note, pack_)) return *fault;
  const auto looked = look(till);
  if (!looked) return looked.refusal();
  return close(looked.value(), counted, {bag_name(words.bag), words.note});
}

DaySheet KeepDrawer::close(const Look& look, const std::vector<CountedPiece>& counted,
                           const CloseWords& words) {
  return book_.close_session(look.session, counted, look.expected, sum_of(counted, pack_.currency),
                             words, clock_.now());
}

// ---- what is counted later

std::optional<WaitingBag> KeepDrawer::waiting_bag(const std::string& till,
                                                  const std::string& number) {
  const std::string wanted = bag_name(number);
  std::vector<WaitingBag> waiting = book_.bags(till);
  const auto found = std::ranges::find(waiting, wanted, &WaitingBag::number);
  return found == waiting.end() ? std::nullopt : std::optional(std::move(*found));
}

Result<WaitingBag, DrawerRefusal> KeepDrawer::bag(const std::string& till,
                                                  const std::string& number) {
  const std::string wanted = bag_name(number);
  if (wanted.empty()) return DrawerRefusal::no_bag_number;
  const auto session = book_.open_session(till);
  if (!session) return DrawerRefusal::not_open;
  if (waiting_bag(till, wanted)) return DrawerRefusal::bag_number_taken;
  const Instant now = clock_.now();
  book_.bag_session(*session, wanted, now);
  return WaitingBag{*session, wanted, now};
}

Result<KeepDrawer::Look, DrawerRefusal> KeepDrawer::look_into_bag(const std::string& till,
                                                                  const std::string& number) {
  const auto bag = waiting_bag(till, number);
  if (!bag) return DrawerRefusal::no_such_bag;
  return look_at(bag->session);
}

Result<DaySheet, DrawerRefusal> KeepDrawer::close_bag(const std::string& till,
                                                      const std::string& number,
                                                      const std::vector<CountedPiece>& counted,
                                                      const std::string& note) {
  if (const auto fault = fault_of(counted, note, pack_)) return *fault;
  const auto bag = waiting_bag(till, number);
  if (!bag) return DrawerRefusal::no_such_bag;
  return close(look_at(bag->session), counted, {bag->number, note});
}

// Sessions are numbered without a gap too, so that with an open one a look is enough.
std::int64_t last_sheet_number(TillBook& book, const std::string& till) {
  if (const auto open = book.open_session(till))
    return open->number - 1 - std::ssize(book.bags(till));
  std::int64_t there = 0;
  std::int64_t beyond = 1;
  while (book.day_sheet(till, beyond)) {
    there = beyond;
    beyond *= 2;
  }
  while (beyond - there > 1) {
    const std::int64_t middle = there + (beyond - there) / 2;
    (book.day_sheet(till, middle) ? there : beyond) = middle;
  }
  return there;
}

Result<Money, DrawerRefusal> typed_amount(const std::string& text, Currency currency) {
  std::string typed = trimmed(text);
  const bool only_digits = typed.find_first_not_of("0123456789") == std::string::npos;
  if (only_digits && typed.size() >= barcode_digits) return DrawerRefusal::looks_like_a_barcode;
  if (const auto comma = typed.find(','); comma != std::string::npos) {
    if (typed.find('.') != std::string::npos) return DrawerRefusal::not_an_amount;
    typed[comma] = '.';
  }
  const auto amount = Money::parse(typed, currency);
  if (!amount) {
    return amount.refusal() == MoneyRefusal::out_of_range ? DrawerRefusal::amount_too_large
                                                          : DrawerRefusal::not_an_amount;
  }
  if (amount.value().negative()) return DrawerRefusal::amount_negative;
  if (too_large(amount.value())) return DrawerRefusal::amount_too_large;
  return amount.value();
}

}  // namespace tilia::pos
