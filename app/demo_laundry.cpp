#include "app/demo_laundry.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/check.h"
#include "pos/counter_rules.h"
#include "pos/laundry/laundry_mark.h"
#include "pos/ticket_advance.h"

namespace tilia::app {
namespace {

using Kind = pos::LaundryMark::Kind;
using pos::PieceState;

constexpr int quarter_minutes = 15;
constexpr std::uint64_t comes_in_hundred_quarters = 20;
constexpr std::uint64_t works_in_hundred_quarters = 80;
constexpr std::uint64_t fetches_in_hundred_quarters = 35;
constexpr std::uint64_t only_counted_in_hundred = 35;
constexpr std::uint64_t paid_early_in_hundred = 35;
constexpr std::uint64_t most_pieces = 6;
constexpr std::uint64_t most_linen = 12;
constexpr std::int64_t forgotten_every = 23;  // tickets
constexpr int racks = 24;

std::string some_mark(Kind kind, Chance& chance) {
  std::vector<pos::LaundryMark> marks = pos::laundry_marks();
  std::erase_if(marks, [kind](const pos::LaundryMark& mark) { return mark.kind != kind; });
  return std::string(one_of(marks, chance).code);
}

PieceState state_of(const pos::Ticket& ticket) {
  return ticket.pieces.empty()
             ? PieceState::received
             : std::ranges::min_element(ticket.pieces, {}, &pos::TicketPiece::state)->state;
}

}  // namespace

DemoLaundry::DemoLaundry(db::BookFile& file, const DemoShop& shop, const pos::CountryPack& pack,
                         const Zone& zone, const Clock& clock, DemoCustomers& customers,
                         std::uint64_t seed)
    : shop_(shop),
      pack_(pack),
      zone_(zone),
      clock_(clock),
      on_account_(customers),
      chance_(seed),
      book_(file),
      tenders_(file),
      customers_(file),
      ticket_book_(file),
      keep_({ticket_book_, book_, customers_, tenders_, pack, zone, clock}) {}

void DemoLaundry::begin() {
  const std::pair<const char*, const char*> rules[] = {{"laundry.load_pieces", "8"},
                                                       {"laundry.remind_days", "7"},
                                                       {"laundry.fee_days", "14"},
                                                       {"laundry.give_away_days", "90"}};
  book_.set_counter_rule(pos::rule_of_till("counter.tickets", shop_.till), "yes", clock_.now());
  for (const auto& [name, text] : rules) book_.set_counter_rule(name, text, clock_.now());
}

void DemoLaundry::quarter(pos::RingUpSale& ring, pos::KeepDrawer& /*drawer*/) {
  const auto minute = static_cast<int>(zone_.local_minute_of_day(clock_.now()));
  if (minute < shop_.opens_minute + quarter_minutes) {
    account_brings();
    remind();
  }
  if (in_hundred(chance_, comes_in_hundred_quarters)) somebody_comes(ring);
  if (in_hundred(chance_, works_in_hundred_quarters)) one_step_on();
  if (in_hundred(chance_, fetches_in_hundred_quarters)) somebody_fetches(ring);
}

Day DemoLaundry::ready_on(int days_ahead) const {
  Day day = keep_.today().plus_days(days_ahead);
  while (!is_open_on(shop_, day)) day = day.plus_days(1);
  return day;
}

pos::PieceAsked DemoLaundry::some_piece() {
  const std::string& code = one_of(shop_.trade.washed, chance_);
  const auto sold = std::ranges::find_if(
      shop_.articles, [&](const DemoArticle& each) { return each.article.code == code; });
  CHECK(sold != shop_.articles.end());
  const bool weighed = sold->article.unit == pos::Unit::kg;
  const auto grams = static_cast<std::int64_t>(1500 + 100 * chance_.below(50));
  pos::PieceAsked piece{code,
                        weighed ? Quantity::from_thousandths(grams) : Quantity::pieces(1),
                        {some_mark(Kind::colour, chance_)}};
  if (in_hundred(chance_, 20)) piece.marks.push_back(some_mark(Kind::stain, chance_));
  if (in_hundred(chance_, 8)) piece.marks.push_back(some_mark(Kind::remark, chance_));
  return piece;
}

std::vector<pos::PieceAsked> DemoLaundry::some_pieces(std::uint64_t most) {
  std::vector<pos::PieceAsked> pieces;
  const std::uint64_t many = 1 + chance_.below(most);
  for (std::uint64_t i = 0; i < many; ++i) pieces.push_back(some_piece());
  return pieces;
}

void DemoLaundry::somebody_comes(pos::RingUpSale& ring) {
  const pos::CustomerId who = pos::CustomerId::mint(chance_);
  const bool counted = in_hundred(chance_, only_counted_in_hundred);
  const std::string phone = fmt::format("064{}", 1000000 + chance_.below(9000000));
  const auto taken =
      keep_.take({.id = pos::TicketId::mint(chance_),
                  .till = shop_.till,
                  .by = {who, ""},
                  .due = ready_on(1 + static_cast<int>(chance_.below(4))),
                  .bag_pieces = counted ? 1 + static_cast<int>(chance_.below(most_pieces)) : 0,
                  .pieces = counted ? std::vector<pos::PieceAsked>() : some_pieces(most_pieces),
                  .noted = pos::Customer{who, one_of(shop_.trade.names, chance_), phone}});
  CHECK(taken.ok());
  open_.push_back(taken.value());
  if (!counted && in_hundred(chance_, paid_early_in_hundred)) pay_early(taken.value(), ring);
}

// Each of those on account sends its linen on the days on which it has some.
void DemoLaundry::account_brings() {
  for (const DemoCustomer& customer : shop_.customers_on_account) {
    if (!in_hundred(chance_, 50)) continue;
    const auto taken = keep_.take({.id = pos::TicketId::mint(chance_),
                                   .till = shop_.till,
                                   .by = {std::nullopt, customer.code},
                                   .due = ready_on(2),
                                   .minute = 10 * 60,
                                   .pieces = some_pieces(most_linen)});
    CHECK(taken.ok());
    open_.push_back(taken.value());
  }
}

// All of it by card, or half of it as a round sum.
void DemoLaundry::pay_early(const pos::Ticket& ticket, pos::RingUpSale& ring) {
  const Money total = pos::to_pay_of(ticket, pack_.currency);
  const bool all = in_hundred(chance_, 50);
  const Money half = shared_out(total, {1, 1}).front();
  const Money early =
      all ? total
          : half.rounded_to(Money::from_minor(10'00, half.currency()), Rounding::floor).value();
  if (early.is_zero()) return;
  const pos::TenderKind kind = all ? pos::TenderKind::card : pos::TenderKind::cash;
  CHECK(ring.ring_up(shop_.till, {.id = pos::SaleId::mint(chance_),
                                  .lines = {},
                                  .tenders = {{kind, early}},
                                  .donation = std::nullopt,
                                  .extras = {{pos::ExtraKind::advance, early,
                                              pos::advance_of_ticket(ticket.number)}}})
            .ok());
}

// Nothing before the day ahead of its own; a bag is looked into before it is washed.
void DemoLaundry::one_step_on() {
  const Day next = ready_on(1);
  std::vector<pos::Ticket*> in_work;
  for (pos::Ticket& each : open_) {
    if (state_of(each) < PieceState::ready && each.due <= next) in_work.push_back(&each);
  }
  if (in_work.empty()) return;
  pos::Ticket& ticket = *one_of(in_work, chance_);
  if (ticket.pieces.empty()) {
    std::vector<pos::PieceAsked> pieces;
    for (int i = 0; i < ticket.bag_pieces; ++i) pieces.push_back(some_piece());
    ticket = keep_.detail(ticket.number, pieces).value();
    return;
  }
  pos::MoveAsked move{.which = {}};
  if (pos::next_state(state_of(ticket)) == PieceState::ready)
    move.rack =
        fmt::format("{}{}", ticket.by.account.empty() ? "A" : "H", 1 + ticket.number % racks);
  ticket = keep_.move(ticket.number, move).value();
}

// On its day or later; some of it nobody comes for.
void DemoLaundry::somebody_fetches(pos::RingUpSale& ring) {
  const Day today = keep_.today();
  const auto comes = std::ranges::find_if(open_, [&](const pos::Ticket& ticket) {
    return state_of(ticket) == PieceState::ready && ticket.due <= today &&
           ticket.number % forgotten_every != 0;
  });
  if (comes == open_.end()) return;
  fetch(*comes, ring);
  open_.erase(comes);
}

void DemoLaundry::fetch(const pos::Ticket& ticket, pos::RingUpSale& ring) {
  pos::CollectingAsked asked{.id = pos::SaleId::mint(chance_), .ticket = ticket.number};
  Money to_pay = pos::to_pay_of(ticket, pack_.currency);
  if (const auto early = tenders_.advance(pos::advance_of_ticket(ticket.number)))
    to_pay -= early->balance;
  for (const pos::CustomerAccount& account : tenders_.accounts()) {
    if (account.code != ticket.by.account || account.room() < to_pay) continue;
    asked.tenders.push_back({pos::TenderKind::account, to_pay, account.code});
    to_pay = Money::zero(to_pay.currency());
  }
  const bool by_card = in_hundred(chance_, static_cast<std::uint64_t>(shop_.card_in_hundred));
  if (!to_pay.is_zero())
    asked.tenders.push_back(by_card
                                ? pos::Tender{pos::TenderKind::card, to_pay}
                                : pos::Tender{pos::TenderKind::cash, handed_over(to_pay, chance_)});
  const auto rung = keep_.collect(ring, shop_.till, asked);
  CHECK(rung.ok());
  on_account_.delivered(rung.value().sale);
}

// Once; most of them.
void DemoLaundry::remind() {
  for (const pos::UnclaimedTicket& waits : keep_.unclaimed()) {
    const bool told = waits.known.ticket.reminded.has_value();
    if (told || waits.step == pos::UnclaimedStep::none || !in_hundred(chance_, 60)) continue;
    const auto reminded = keep_.reminded(waits.known.ticket.number);
    CHECK(reminded.ok());
    *std::ranges::find(open_, waits.known.ticket.number, &pos::Ticket::number) = reminded.value();
  }
}

}  // namespace tilia::app
