#include "pos/laundry/ticket_file.h"

#include <nlohmann/json.hpp>

#include "core/minute_of_day.h"
#include "pos/laundry/laundry_mark.h"
#include "pos/sale_file.h"
#include "pos/whose_file.h"

namespace tilia::pos {
namespace {

using Json = nlohmann::ordered_json;

// Several of a kind are several pieces, each with a tag of its own.
std::vector<PieceAsked> pieces_of(const At& list) {
  std::vector<PieceAsked> pieces;
  for (const At& each : list.elements()) {
    each.only({"article", "quantity", "count", "marks", "tag"});
    PieceAsked piece{
        .article = each["article"].text(),
        .quantity = each.has("quantity") ? each["quantity"].quantity() : Quantity::pieces(1)};
    if (each.has("marks")) {
      for (const At& mark : each["marks"].elements()) piece.marks.push_back(mark.text());
    }
    if (each.has("tag")) piece.tag = each["tag"].count();
    std::int64_t count = 1;
    if (each.has("count")) {
      each.only({"article", "quantity", "count", "marks"});
      count = each["count"].count();
      if (count < 1 || count > static_cast<std::int64_t>(most_ticket_pieces))
        each["count"].refuse(FileRefusal::Why::bad_count);
    }
    for (; count > 0; --count) pieces.push_back(piece);
  }
  return pieces;
}

int bag_of(const At& ticket) {
  if (!ticket.has("bag")) return 0;
  const std::int64_t pieces = ticket["bag"].count();
  // What is no count of a bag is refused by its own sentence, not by the file's.
  return pieces < 0 || pieces > most_bag_pieces ? -1 : static_cast<int>(pieces);
}

Json json_of(const TicketPiece& piece) {
  Json json{{"tag", piece.tag},
            {"code", piece_barcode(piece.tag)},
            {"article", piece.article},
            {"quantity", piece.quantity.text()},
            {"price", piece.unit_price.text()},
            {"amount", price_of(piece).text()},
            {"marks", piece.marks},
            {"load", piece.load},
            {"state", piece_state_text(piece.state)},
            {"since", piece.since.text()}};
  if (!piece.rack.empty()) json["rack"] = piece.rack;
  return json;
}

Json json_of(const KnownTicket& known) {
  const Ticket& ticket = known.ticket;
  const Currency currency = known.paid.currency();
  Json json{{"number", ticket.number},
            {"code", ticket_barcode(ticket.number)},
            {"id", ticket.id.text()},
            {"till", ticket.till},
            {"taken", ticket.taken.text()},
            {"due", ticket.due.text()},
            {"time", ticket.minute ? Json(minute_of_day_text(*ticket.minute)) : Json()},
            {"whose", known.whose}};
  add_whose(json, ticket.by);
  json["state"] = ticket_state_text(known.state());
  json["bag"] = ticket.bag_pieces;
  json["here"] = pieces_here(ticket);
  json["pieces"] = Json::array();
  for (const TicketPiece& piece : ticket.pieces) json["pieces"].push_back(json_of(piece));
  json["reminded"] = ticket.reminded ? Json(ticket.reminded->text()) : Json();
  json["total"] = total_of(ticket, currency).text();
  json["to_pay"] = to_pay_of(ticket, currency).text();
  json["paid_early"] = known.paid.text();
  json["currency"] = currency.code();
  return json;
}

}  // namespace

Result<TicketRequest, FileRefusal> read_ticket_line(std::string_view json, Chance& chance) {
  return read_strictly(json, [&](const At& ticket) {
    ticket.only({"id", "till", "due", "time", "customer", "account", "bag", "pieces"});
    const TicketId id = ticket.has("id") ? ticket["id"].id<TicketId>() : TicketId::mint(chance);
    Whose whose = whose_of(ticket, id.bytes());
    TicketRequest request{.id = id,
                          .till = ticket["till"].text(),
                          .by = std::move(whose.by),
                          .due = ticket["due"].day(),
                          .bag_pieces = bag_of(ticket),
                          .noted = std::move(whose.noted)};
    if (ticket.has("time")) request.minute = ticket["time"].minute_of_day();
    if (ticket.has("pieces")) request.pieces = pieces_of(ticket["pieces"]);
    return request;
  });
}

Result<std::vector<PieceAsked>, FileRefusal> read_ticket_pieces(std::string_view json) {
  return read_strictly(json, [](const At& ticket) {
    ticket.only({"pieces"});
    return pieces_of(ticket["pieces"]);
  });
}

Result<CollectingAsked, FileRefusal> read_collecting_line(std::string_view json,
                                                          Currency currency) {
  return read_strictly(json, [&](const At& asked) {
    asked.only({"id", "ticket", "pieces", "lines", "tenders"});
    CollectingAsked collecting{.id = asked["id"].id<SaleId>(),
                               .ticket = asked["ticket"].count(),
                               .tags = {},
                               .lines = {},
                               .tenders = {}};
    if (asked.has("pieces")) {
      for (const At& tag : asked["pieces"].elements()) collecting.tags.push_back(tag.count());
    }
    if (asked.has("lines")) {
      for (const At& line : asked["lines"].elements()) {
        line.only({"article", "quantity"});
        collecting.lines.push_back({line["article"].text(), line["quantity"].quantity()});
      }
    }
    for (const At& tender : asked["tenders"].elements())
      collecting.tenders.push_back(tender_of(tender, currency));
    return collecting;
  });
}

std::string ticket_json(const KnownTicket& known) { return json_of(known).dump(); }

std::string unclaimed_json(const UnclaimedTicket& unclaimed) {
  Json json = json_of(unclaimed.known);
  json["days"] = unclaimed.days;
  json["step"] = unclaimed_step_text(unclaimed.step);
  return json.dump();
}

std::string laundry_marks_json() {
  Json marks = Json::array();
  for (const LaundryMark& mark : laundry_marks())
    marks.push_back({{"mark", mark.code},
                     {"kind", laundry_mark_kind_text(mark.kind)},
                     {"picture", mark.picture}});
  return Json{{"marks", marks}}.dump();
}

}  // namespace tilia::pos
