#include "pos/consignment/consignment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "core/check.h"
#include "pos/own_codes.h"

namespace tilia::pos {
namespace {

using Refusal = ConsignmentRefusal;

// A million pieces is a slip.
constexpr std::int64_t largest_quantity_thousandths = 1'000'000 * Quantity::one_in_thousandths;

constexpr std::array<std::pair<ConsignmentMove::Kind, std::string_view>, 4> moves{{
    {ConsignmentMove::Kind::brought, "brought"},
    {ConsignmentMove::Kind::returned, "returned"},
    {ConsignmentMove::Kind::lost, "lost"},
    {ConsignmentMove::Kind::counted, "counted"},
}};

constexpr std::array<std::pair<Refusal, std::string_view>, 16> codes{{
    {Refusal::unknown_maker, "consignment.unknown_maker"},
    {Refusal::unknown_article, "consignment.unknown_article"},
    {Refusal::not_by_piece, "consignment.not_by_piece"},
    {Refusal::another_makers, "consignment.another_makers"},
    {Refusal::bad_share, "consignment.bad_share"},
    {Refusal::day_is_past, "consignment.day_is_past"},
    {Refusal::not_consigned, "consignment.not_consigned"},
    {Refusal::quantity_not_positive, "consignment.quantity_not_positive"},
    {Refusal::quantity_not_whole, "consignment.quantity_not_whole"},
    {Refusal::quantity_too_large, "consignment.quantity_too_large"},
    {Refusal::not_that_many, "consignment.not_that_many"},
    {Refusal::more_than_came, "consignment.more_than_came"},
    {Refusal::not_over, "consignment.not_over"},
    {Refusal::nothing_owed, "consignment.nothing_owed"},
    {Refusal::unknown_payment, "consignment.unknown_payment"},
    {Refusal::reversed_before, "consignment.reversed_before"},
}};

// What paying or taking back the payment of lost pieces adds to what is owed.
Money owed_for(Quantity lost, const ConsignedArticle& article) {
  const Money none = Money::zero(article.terms.price.currency());
  if (lost > Quantity()) {
    if (!article.terms.lost_is_paid) return none;
    return article.terms.makers_share(lost,
                                      article.terms.price.times(lost, Rounding::half_up).value());
  }
  if (lost == Quantity() || article.owed_lost.is_zero()) return none;
  return article.owed_lost
      .times_ratio(lost.thousandths(), article.pieces.lost.thousandths(), Rounding::half_up)
      .value();
}

Money paid_until(const std::vector<MakerPayment>& payments, const std::optional<Day>& until,
                 Currency currency) {
  Money paid = Money::zero(currency);
  for (const MakerPayment& payment : payments) {
    if (!until || payment.day <= *until) paid += payment.amount;
    if (payment.reversed_on && (!until || *payment.reversed_on <= *until)) paid -= payment.amount;
  }
  return paid;
}

Money earned_until(const std::vector<ConsignmentEvent>& events, const std::optional<Day>& until,
                   Currency currency) {
  Money earned = Money::zero(currency);
  for (const ConsignmentEvent& event : events) {
    if (!until || event.day <= *until) earned += event.owed;
  }
  return earned;
}

void add(MakerStatement::Row& row, const ConsignmentEvent& event, const Day& from) {
  const bool before = event.day < from;
  const auto put = [&](Quantity& in_period, bool comes) {
    if (!before) in_period = in_period + event.quantity;
    Quantity& there = before ? row.before : row.left;
    there = comes ? there + event.quantity : there - event.quantity;
  };
  switch (event.kind) {
    case ConsignmentEvent::Kind::brought: put(row.brought, true); break;
    case ConsignmentEvent::Kind::returned: put(row.returned, false); break;
    case ConsignmentEvent::Kind::lost: put(row.lost, false); break;
    case ConsignmentEvent::Kind::sold: put(row.sold, false); break;
  }
  if (before) return;
  row.sold_for += event.amount;
  row.earned += event.owed;
}

bool says_nothing(const MakerStatement::Row& row) {
  const Quantity none;
  return row.before == none && row.brought == none && row.sold == none && row.returned == none &&
         row.lost == none && row.earned.is_zero() && row.sold_for.is_zero();
}

}  // namespace

std::string maker_text(std::int64_t number) { return fmt::format("M-{}", number); }

std::optional<std::int64_t> parse_maker_text(std::string_view text) {
  if (text.starts_with("M-") || text.starts_with("m-")) text.remove_prefix(2);
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || number <= 0) return std::nullopt;
  return number;
}

std::string tag_barcode(std::int64_t number) { return own_barcode(OwnRange::makers_piece, number); }

Money ConsignmentTerms::makers_share(Quantity quantity, const Money& amount) const {
  if (makers_amount) return makers_amount->times(quantity, Rounding::half_up).value();
  return amount - amount.times(our_share.value(), Rounding::half_up).value();
}

std::string_view consignment_move_text(ConsignmentMove::Kind kind) {
  for (const auto& [known, text] : moves) {
    if (known == kind) return text;
  }
  CHECK(false);
}

std::optional<ConsignmentMove::Kind> parse_consignment_move(std::string_view text) {
  for (const auto& [kind, known] : moves) {
    if (known == text) return kind;
  }
  return std::nullopt;
}

std::string_view consignment_refusal_code(ConsignmentRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(ConsignmentRefusal why) {
  const std::string_view code = consignment_refusal_code(why);
  return Phrase(fmt::format("pos.consignment.{}", code.substr(code.find('.') + 1)));
}

Result<SettledMove, ConsignmentRefusal> settled(const ConsignmentMove& move,
                                                const ConsignedArticle& article) {
  using Kind = ConsignmentMove::Kind;
  const Quantity none;
  const bool positive =
      move.quantity > none || (move.kind == Kind::counted && move.quantity == none);
  if (!positive) return Refusal::quantity_not_positive;
  if (!move.quantity.whole()) return Refusal::quantity_not_whole;
  if (move.quantity.thousandths() > largest_quantity_thousandths)
    return Refusal::quantity_too_large;
  const Quantity left = article.pieces.left();
  Quantity lost;
  switch (move.kind) {
    case Kind::brought: break;
    case Kind::returned:
      if (move.quantity > left) return Refusal::not_that_many;
      break;
    case Kind::lost:
      if (move.quantity > left) return Refusal::not_that_many;
      lost = move.quantity;
      break;
    case Kind::counted:
      lost = left - move.quantity;
      if (none - lost > article.pieces.lost) return Refusal::more_than_came;
  }
  return SettledMove{move, lost, owed_for(lost, article)};
}

Money payable(const std::vector<ConsignmentEvent>& events,
              const std::vector<MakerPayment>& payments, const Day& until, Currency currency) {
  const Money paid = paid_until(payments, std::nullopt, currency);
  const Money then = earned_until(events, until, currency) - paid;
  const Money now = earned_until(events, std::nullopt, currency) - paid;
  return std::max(std::min(then, now), Money::zero(currency));
}

MakerStatement statement_of(std::int64_t maker, const std::vector<ConsignmentEvent>& events,
                            const std::vector<MakerPayment>& payments, const Day& from,
                            const Day& to, Currency currency) {
  const Money none = Money::zero(currency);
  const Day day_before = from.plus_days(-1);
  std::map<std::string, MakerStatement::Row> rows;
  for (const ConsignmentEvent& event : events) {
    if (event.day > to) continue;
    auto& row = rows.try_emplace(event.article, MakerStatement::Row{.article = event.article,
                                                                    .before = {},
                                                                    .brought = {},
                                                                    .sold = {},
                                                                    .returned = {},
                                                                    .lost = {},
                                                                    .left = {},
                                                                    .sold_for = none,
                                                                    .earned = none})
                    .first->second;
    add(row, event, from);
  }
  MakerStatement statement{
      .maker = maker,
      .from = from,
      .to = to,
      .rows = {},
      .owed_before =
          earned_until(events, day_before, currency) - paid_until(payments, day_before, currency),
      .earned = none,
      .paid = paid_until(payments, to, currency) - paid_until(payments, day_before, currency),
      .owed = none};
  for (auto& [article, row] : rows) {
    row.left = row.before + row.left;
    statement.earned += row.earned;
    if (!says_nothing(row)) statement.rows.push_back(row);
  }
  statement.owed = statement.owed_before + statement.earned - statement.paid;
  return statement;
}

}  // namespace tilia::pos
