#include "tests/pos/book/laundry_runner.h"

#include <fmt/format.h>

#include <stdexcept>

#include "core/minute_of_day.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos::tests {
namespace {

CaseAnswer refused_as(const TicketRefusal& refusal) {
  return refused(ticket_refusal_code(refusal));
}

// "2 shirt white wine, 4.2 washing-kg, @3 dress": several of a kind are several pieces.
std::vector<PieceAsked> pieces_of(const std::string& text) {
  std::vector<PieceAsked> pieces;
  for (const std::string& each : parted(text, ',')) {
    std::vector<std::string> words = parted(each, ' ');
    PieceAsked piece{.article = words.at(1), .quantity = Quantity::pieces(1)};
    piece.marks.assign(words.begin() + 2, words.end());
    std::int64_t count = 1;
    if (words[0].starts_with('@'))
      piece.tag = std::stoll(words[0].substr(1));
    else if (words[1].ends_with("-kg"))
      piece.quantity = quantity(words[0]);
    else if (quantity(words[0]).whole())
      count = std::stoll(words[0]);
    else
      piece.quantity = quantity(words[0]);
    for (; count > 0; --count) pieces.push_back(piece);
  }
  return pieces;
}

std::string text_of(const std::vector<TicketPiece>& pieces) {
  std::string text;
  for (const TicketPiece& piece : pieces) {
    text += fmt::format("{}@{} {} {}", text.empty() ? "" : " ; ", piece.tag, piece.article,
                        piece_state_text(piece.state));
    if (!piece.rack.empty()) text += " at " + piece.rack;
    for (const std::string& mark : piece.marks) text += " " + mark;
  }
  return text;
}

std::string loads_of(const std::vector<TicketPiece>& pieces) {
  std::map<int, int> loads;
  for (const TicketPiece& piece : pieces) ++loads[piece.load];
  std::string text;
  for (const auto& [load, count] : loads)
    text += (text.empty() ? "" : " + ") + std::to_string(count);
  return text;
}

std::vector<std::int64_t> tags_of(const std::string& text) {
  std::vector<std::int64_t> tags;
  for (const std::string& each : parted(text, ' ')) tags.push_back(std::stoll(each));
  return tags;
}

}  // namespace

LaundryRunner::LaundryRunner(db::BookFile& file, TillBook& till, const CountryPack& pack,
                             const Zone& zone, const Clock& clock, Chance& chance)
    : till_(till),
      pack_(pack),
      clock_(clock),
      chance_(chance),
      customers_(file),
      tenders_(file),
      tickets_(file),
      keep_({tickets_, till, customers_, tenders_, pack, zone, clock}),
      ring_(till, pack, clock) {}

CaseAnswer LaundryRunner::act(const std::string& line) {
  const auto [verb, rest] = cut(line);
  if (verb == "rule") {
    const auto [name, value] = cut(rest);
    till_.set_counter_rule("laundry." + name, value, clock_.now());
    return {};
  }
  if (verb == "takes") return take(rest);
  if (verb == "again") {
    if (last_collecting_) return collect(*last_collecting_);
    return answer_of(keep_.take(last_ticket_.value()));
  }
  if (verb == "details") {
    const auto [number, what] = cut(rest, ": ");
    return answer_of(keep_.detail(std::stoll(number), pieces_of(what)));
  }
  if (verb == "moves") return move(rest);
  if (verb == "collects") return collect(rest);
  if (verb == "promises") return promise(rest);
  if (verb == "damaged") return damaged(rest);
  if (verb == "reminds") return answer_of(keep_.reminded(std::stoll(rest)));
  if (verb == "cancels") return answer_of(keep_.cancel(std::stoll(rest)));
  if (verb == "shows") return answer_of(keep_.ticket(std::stoll(rest)));
  if (verb == "due") return due(rest);
  if (verb == "unclaimed") return unclaimed();
  if (verb == "finds") {
    std::string found;
    for (const KnownTicket& each : keep_.find(rest))
      found += (found.empty() ? "" : ", ") + std::to_string(each.ticket.number);
    return {{"found", found.empty() ? "nothing" : found}};
  }
  throw std::runtime_error(fmt::format("\"laundry {}\" is nothing that a case can do", line));
}

CaseAnswer LaundryRunner::answer_of(const Result<Ticket, TicketRefusal>& ticket) {
  if (!ticket) return refused_as(ticket.refusal());
  const KnownTicket known = keep_.known(ticket.value());
  return {{"ticket", std::to_string(known.ticket.number)},
          {"whose", known.whose},
          {"state", std::string(ticket_state_text(known.state()))},
          {"here", std::to_string(pieces_here(known.ticket))},
          {"bag", std::to_string(known.ticket.bag_pieces)},
          {"due", known.ticket.due.text()},
          {"loads", loads_of(known.ticket.pieces)},
          {"total", total_of(known.ticket, pack_.currency).text()},
          {"to_pay", to_pay_of(known.ticket, pack_.currency).text()},
          {"paid_early", known.paid.text()},
          {"pieces", text_of(known.ticket.pieces)}};
}

// An account of that name, else somebody who is noted with her first ticket.
OrderedBy LaundryRunner::whose(const std::string& name) {
  for (const CustomerAccount& account : tenders_.accounts()) {
    if (account.code == name) return {std::nullopt, name};
  }
  const auto [called, phone] = cut(name);
  const auto known = names_.try_emplace(called, Customer{CustomerId::mint(chance_), called, phone});
  return {known.first->second.id, ""};
}

// "Ana 064111 for 2026-03-05 17:00: bag of 7"
CaseAnswer LaundryRunner::take(const std::string& rest) {
  const auto [who, what] = cut(rest, ": ");
  const auto [name, when] = cut(who, " for ");
  const auto [on, at] = cut(when);
  TicketRequest request{.id = TicketId::mint(chance_),
                        .till = "T1",
                        .by = whose(name),
                        .due = day(on),
                        .minute = parse_minute_of_day(at)};
  if (what.starts_with("bag of "))
    request.bag_pieces = std::stoi(what.substr(7));
  else
    request.pieces = pieces_of(what);
  if (request.by.customer) request.noted = names_.at(cut(name).first);
  last_ticket_ = request;
  last_collecting_.reset();
  return answer_of(keep_.take(request));
}

// "pieces 3 4 of 1 to ready at A12", "load 2 of 1 on", "1 on"
CaseAnswer LaundryRunner::move(const std::string& rest) {
  MoveAsked asked;
  auto [what, rack] = cut(rest, " at ");
  asked.rack = rack;
  auto [which, to] = cut(what, " to ");
  if (!to.empty()) asked.to = parse_piece_state(to).value();
  if (to.empty()) which = cut(which, " on").first;
  auto [part, number] = cut(which, " of ");
  if (part.starts_with("pieces ")) asked.which.tags = tags_of(part.substr(7));
  if (part.starts_with("load ")) asked.which.load = std::stoi(part.substr(5));
  return answer_of(keep_.move(std::stoll(number.empty() ? part : number), asked));
}

// "3 4 of 1; card 120.00, cash 50.00", "1; cash 500.00"
CaseAnswer LaundryRunner::collect(const std::string& rest) {
  const auto parts = parted(rest, ';');
  const auto [first, second] = cut(parts.at(0), " of ");
  CollectingAsked asked{.id = SaleId::mint(chance_),
                        .ticket = std::stoll(second.empty() ? first : second)};
  if (!second.empty()) asked.tags = tags_of(first);
  for (const std::string& each : parted(parts.size() > 1 ? parts[1] : "", ',')) {
    const auto [kind, sum] = cut(each);
    asked.tenders.push_back(
        {parse_tender_kind(kind).value(), Money::parse(sum, pack_.currency).value()});
  }
  last_collecting_ = asked;
  return collect(asked);
}

CaseAnswer LaundryRunner::collect(const CollectingAsked& asked) {
  const auto rung = keep_.collect(ring_, "T1", asked);
  if (!rung) return refused_as(rung.refusal());
  const PricedSale& priced = rung.value().sale.priced;
  CaseAnswer answer = answer_of(keep_.ticket(asked.ticket));
  answer["sale"] = rung.value().state == Entered::State::entered ? "entered" : "already entered";
  answer["receipt"] = rung.value().sale.receipt;
  answer["total"] = priced.total.text();
  answer["change"] = priced.change.text();
  answer["lines"] = std::to_string(priced.lines.size());
  return answer;
}

CaseAnswer LaundryRunner::promise(const std::string& rest) {
  const auto [number, when] = cut(rest, " for ");
  const auto [on, at] = cut(when);
  return answer_of(keep_.promise(std::stoll(number), day(on), parse_minute_of_day(at)));
}

// "3 of 1: shrunk torn"
CaseAnswer LaundryRunner::damaged(const std::string& rest) {
  const auto [which, what] = cut(rest, ":");
  const auto [tag, number] = cut(which, " of ");
  return answer_of(keep_.damaged(std::stoll(number), std::stoll(tag), parted(what, ' ')));
}

CaseAnswer LaundryRunner::due(const std::string& rest) {
  const auto [from, until] = cut(rest, " until ");
  std::string text;
  for (const KnownTicket& each : keep_.due(day(from), day(until.empty() ? from : until)))
    text += fmt::format("{}{} {}", text.empty() ? "" : " ; ", each.ticket.number, each.whose);
  return {{"due", text.empty() ? "nothing" : text}};
}

CaseAnswer LaundryRunner::unclaimed() {
  std::string text;
  for (const UnclaimedTicket& each : keep_.unclaimed())
    text += fmt::format("{}{} after {} days: {}", text.empty() ? "" : " ; ",
                        each.known.ticket.number, each.days, unclaimed_step_text(each.step));
  return {{"unclaimed", text.empty() ? "nothing" : text}};
}

}  // namespace tilia::pos::tests
