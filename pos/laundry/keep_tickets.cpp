#include "pos/laundry/keep_tickets.h"

#include <algorithm>
#include <charconv>

#include "core/check.h"
#include "core/letters.h"
#include "pos/ticket_advance.h"

namespace tilia::pos {
namespace {

using Why = TicketRefusal::Why;

constexpr int furthest_days = 366;
constexpr const char* anybody = "🙂";

TicketRefusal no(Why why, std::string about = {}) { return {why, std::move(about)}; }

// Two requests with one id are one ticket when they ask for the same. What was counted may have
// been looked into since.
bool asks_for(const Ticket& ticket, const TicketRequest& request) {
  const auto same = [](const TicketPiece& piece, const PieceAsked& asked) {
    return piece.article == asked.article && piece.quantity == asked.quantity;
  };
  return ticket.till == request.till && ticket.by == request.by && ticket.due == request.due &&
         ticket.minute == request.minute && ticket.bag_pieces == request.bag_pieces &&
         (request.pieces.empty() || std::ranges::equal(ticket.pieces, request.pieces, same));
}

std::optional<std::int64_t> number_in(const std::string& typed) {
  std::int64_t number = 0;
  const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  if (read.ec != std::errc() || read.ptr != typed.data() + typed.size()) return std::nullopt;
  return number;
}

TicketRefusal refusal_of(const OrderedByFault& fault, const OrderedBy& by) {
  switch (fault.why) {
    case OrderedByFault::Why::nobody: return no(Why::nobody);
    case OrderedByFault::Why::bad_customer:
      return {Why::bad_customer, "", std::nullopt, fault.customer};
    case OrderedByFault::Why::unknown_customer: return no(Why::unknown_customer);
    case OrderedByFault::Why::unknown_account: return no(Why::unknown_account, by.account);
  }
  CHECK(false);
}

}  // namespace

std::optional<TicketRefusal> KeepTickets::day_fault(const Day& due) const {
  if (due < today()) return no(Why::day_is_past, due.text());
  if (due > today().plus_days(furthest_days)) return no(Why::day_too_far, due.text());
  return std::nullopt;
}

std::optional<TicketRefusal> KeepTickets::fault_of(const TicketRequest& request) {
  if (request.bag_pieces < 0 || request.bag_pieces > most_bag_pieces)
    return no(Why::bad_count, std::to_string(request.bag_pieces));
  if (request.bag_pieces == 0 && request.pieces.empty()) return no(Why::empty_ticket);
  const Organisation organisation = doors_.till_book.organisation();
  const auto& shops = organisation.shops;
  if (std::ranges::find(shops, request.till, &Shop::till) == shops.end())
    return no(Why::unknown_till, request.till);
  if (auto fault = day_fault(request.due)) return fault;
  const auto whose = pos::fault_of(request.by, request.noted, doors_.customers, doors_.tenders);
  if (whose) return refusal_of(*whose, request.by);
  return std::nullopt;
}

Result<Ticket, TicketRefusal> KeepTickets::detailed(const Ticket& ticket,
                                                    const std::vector<PieceAsked>& pieces) {
  const ArticleIndex articles(doors_.till_book.articles(today()));
  const PriceList prices{.articles = &articles,
                         .pack = &doors_.pack,
                         .charges_vat = doors_.till_book.organisation().charges_vat,
                         .currency = doors_.pack.currency};
  return with_pieces(ticket, pieces, prices, today(), rules().load_pieces);
}

Result<Ticket, TicketRefusal> KeepTickets::take(const TicketRequest& request) {
  // What was taken is answered as it stands, whatever changed since.
  if (const auto there = doors_.book.ticket_by_id(request.id)) {
    if (asks_for(*there, request)) return *there;
    return no(Why::same_id_other_content, std::to_string(there->number));
  }
  if (auto fault = fault_of(request)) return std::move(*fault);
  Ticket ticket{.id = request.id,
                .till = request.till,
                .by = request.by,
                .taken = today(),
                .due = request.due,
                .minute = request.minute,
                .bag_pieces = request.bag_pieces};
  if (!request.pieces.empty()) {
    auto looked_into = detailed(ticket, request.pieces);
    if (!looked_into) return looked_into.refusal();
    ticket = std::move(looked_into).value();
  }
  std::optional<Customer> noted;
  if (request.noted) noted = plain_customer(*request.noted).value();
  Ticket taken = doors_.book.take(ticket, noted, doors_.clock.now());
  if (!asks_for(taken, request))
    return no(Why::same_id_other_content, std::to_string(taken.number));
  return taken;
}

Result<Ticket, TicketRefusal> KeepTickets::ticket(std::int64_t number) {
  auto ticket = doors_.book.ticket(number);
  if (!ticket) return no(Why::unknown_ticket, std::to_string(number));
  return std::move(*ticket);
}

Result<Ticket, TicketRefusal> KeepTickets::kept(const Ticket& before,
                                                const Result<Ticket, TicketRefusal>& after) {
  if (!after) return after.refusal();
  if (after.value() == before) return before;
  auto put = doors_.book.put(before, after.value(), doors_.clock.now());
  if (!put) return no(Why::changed_meanwhile, std::to_string(before.number));
  return std::move(*put);
}

Result<Ticket, TicketRefusal> KeepTickets::detail(std::int64_t number,
                                                  const std::vector<PieceAsked>& pieces) {
  const auto before = ticket(number);
  if (!before) return before.refusal();
  return kept(before.value(), detailed(before.value(), pieces));
}

Result<Ticket, TicketRefusal> KeepTickets::promise(std::int64_t number, const Day& due,
                                                   std::optional<int> minute) {
  const auto before = ticket(number);
  if (!before) return before.refusal();
  if (pieces_here(before.value()) == 0) return no(Why::not_open, std::to_string(number));
  if (auto fault = day_fault(due)) return std::move(*fault);
  Ticket after = before.value();
  after.due = due;
  after.minute = minute;
  return kept(before.value(), after);
}

Result<Ticket, TicketRefusal> KeepTickets::move(std::int64_t number, const MoveAsked& asked) {
  const auto before = ticket(number);
  if (!before) return before.refusal();
  const auto move = move_of(before.value(), asked, rules(), today());
  if (!move) return move.refusal();
  if (!move.value().tags.empty() && !doors_.book.move(move.value(), doors_.clock.now()))
    return no(Why::changed_meanwhile, std::to_string(number));
  return ticket(number);
}

Result<Ticket, TicketRefusal> KeepTickets::damaged(std::int64_t number, std::int64_t tag,
                                                   const std::vector<std::string>& damage) {
  const auto before = ticket(number);
  if (!before) return before.refusal();
  return kept(before.value(), with_damage(before.value(), tag, damage));
}

Result<Ticket, TicketRefusal> KeepTickets::reminded(std::int64_t number) {
  return was_reminded(number, today());
}

Result<Ticket, TicketRefusal> KeepTickets::was_reminded(std::int64_t number,
                                                        const std::optional<Day>& last) {
  const auto before = ticket(number);
  if (!before) return before.refusal();
  if (pieces_here(before.value()) == 0) return no(Why::not_open, std::to_string(number));
  Ticket after = before.value();
  after.reminded = last;
  return kept(before.value(), after);
}

Result<Ticket, TicketRefusal> KeepTickets::put_in_load(std::int64_t number,
                                                       const std::vector<std::int64_t>& tags,
                                                       int load) {
  const auto before = ticket(number);
  if (!before) return before.refusal();
  return kept(before.value(), with_load(before.value(), tags, load));
}

Result<Ticket, TicketRefusal> KeepTickets::cancel(std::int64_t number) {
  const auto before = ticket(number);
  if (!before) return before.refusal();
  if (before.value().cancelled) return no(Why::not_open, std::to_string(number));
  for (const TicketPiece& piece : before.value().pieces) {
    if (!is_here(piece.state)) return no(Why::not_here, std::to_string(piece.tag));
  }
  Ticket after = before.value();
  after.cancelled = true;
  return kept(before.value(), after);
}

Result<RungUp, TicketRefusal> KeepTickets::collect(RingUpSale& ring, const std::string& till,
                                                   const CollectingAsked& asked) {
  // What was collected is answered as it stands: its pieces are not ready any more.
  if (const auto first = doors_.till_book.sale_by_id(asked.id)) {
    if (!is_sale_of(*first, asked)) return no(Why::same_id_other_content, first->receipt);
    auto back = fewest_pieces(first->priced.change, doors_.pack.pieces);
    return RungUp{Entered::State::already_entered, *first,
                  back.value_or(std::vector<CountedPiece>())};
  }
  const auto before = ticket(asked.ticket);
  if (!before) return before.refusal();
  const auto collecting = collecting_of(before.value(), asked.tags, doors_.pack.currency);
  if (!collecting) return collecting.refusal();
  const auto paid = doors_.tenders.advance(advance_of_ticket(asked.ticket));
  const Money early = paid ? paid->balance : Money::zero(doors_.pack.currency);
  SaleRequest request = sale_of(collecting.value(), early, asked.id);
  request.lines.insert(request.lines.end(), asked.lines.begin(), asked.lines.end());
  request.tenders.insert(request.tenders.end(), asked.tenders.begin(), asked.tenders.end());
  auto rung = ring.ring_up(till, request);
  if (!rung) return TicketRefusal{Why::bad_line, rung.refusal().about, rung.refusal()};
  return std::move(rung).value();
}

std::optional<Ticket> KeepTickets::meant(const std::string& typed) {
  if (const auto tag = piece_of_barcode(typed)) return doors_.book.ticket_of_piece(*tag);
  const auto scanned = ticket_of_barcode(typed);
  const auto number = scanned ? scanned : number_in(typed);
  return number ? doors_.book.ticket(*number) : std::nullopt;
}

// Of whoever is meant by what was typed.
void KeepTickets::add_those_of(const std::string& typed, std::vector<Ticket>& found) {
  const auto add = [&](const OrderedBy& by) {
    for (Ticket& ticket : doors_.book.open_tickets_of(by)) {
      const auto same = [&](const Ticket& other) { return other.number == ticket.number; };
      if (std::ranges::none_of(found, same)) found.push_back(std::move(ticket));
    }
  };
  for (const Customer& customer : doors_.customers.customers()) {
    if (is_meant(customer, typed)) add({customer.id, ""});
  }
  for (const CustomerAccount& account : doors_.tenders.accounts()) {
    if (lower_case(account.name).find(lower_case(typed)) != std::string::npos)
      add({std::nullopt, account.code});
  }
}

std::vector<KnownTicket> KeepTickets::find(const std::string& typed) {
  if (typed.empty()) return open();
  std::vector<Ticket> found;
  if (auto ticket = meant(typed)) found.push_back(std::move(*ticket));
  const bool scanned = piece_of_barcode(typed) || ticket_of_barcode(typed);
  if (!scanned) {
    if (const auto rack = plain_rack(typed)) {
      for (Ticket& ticket : doors_.book.tickets_on_rack(*rack)) {
        if (std::ranges::find(found, ticket.number, &Ticket::number) == found.end())
          found.push_back(std::move(ticket));
      }
    }
    add_those_of(typed, found);
  }
  std::vector<KnownTicket> all = known(std::move(found));
  std::erase_if(all, [](const KnownTicket& each) {
    return each.state() == TicketState::complete || each.state() == TicketState::cancelled;
  });
  return all;
}

std::vector<KnownTicket> KeepTickets::due(const Day& from, const Day& to) {
  return known(doors_.book.open_tickets(from, to));
}

std::vector<KnownTicket> KeepTickets::open() { return known(doors_.book.open_tickets()); }

std::vector<UnclaimedTicket> KeepTickets::unclaimed() {
  const LaundryRules decided = rules();
  std::vector<UnclaimedTicket> list;
  for (KnownTicket& each : known(doors_.book.ready_and_due_before(today()))) {
    const int days = days_unclaimed(each.ticket, today());
    if (days > 0) list.push_back({std::move(each), days, unclaimed_step(days, decided)});
  }
  std::ranges::stable_sort(list, std::ranges::greater(), &UnclaimedTicket::days);
  return list;
}

KnownTicket KeepTickets::known(Ticket ticket) {
  return std::move(known(std::vector<Ticket>{std::move(ticket)}).front());
}

std::vector<KnownTicket> KeepTickets::known(std::vector<Ticket> tickets) {
  const std::vector<CustomerAccount> accounts = doors_.tenders.accounts();
  std::vector<KnownTicket> all;
  for (Ticket& ticket : tickets) {
    KnownTicket each{std::move(ticket), {}, anybody, Money::zero(doors_.pack.currency)};
    const OrderedBy& by = each.ticket.by;
    const auto account = std::ranges::find(accounts, by.account, &CustomerAccount::code);
    if (account != accounts.end()) {
      each.whose = account->name;
      each.picture = account->picture;
    } else if (by.customer) {
      if (const auto customer = doors_.customers.customer(*by.customer))
        each.whose = customer->name;
    }
    if (const auto paid = doors_.tenders.advance(advance_of_ticket(each.ticket.number)))
      each.paid = paid->balance;
    all.push_back(std::move(each));
  }
  return all;
}

}  // namespace tilia::pos
