#include "db/laundry_payloads.h"

#include "db/payload_json.h"
#include "db/whose_payload.h"

namespace tilia::db {
namespace {

Json json_of(const pos::TicketPiece& piece) {
  return {{"article", piece.article},
          {"currency", piece.unit_price.currency().code()},
          {"load", piece.load},
          {"marks", piece.marks},
          {"price", piece.unit_price.minor()},
          {"quantity", piece.quantity.thousandths()},
          {"rack", piece.rack},
          {"since", piece.since.text()},
          {"state", pos::piece_state_text(piece.state)},
          {"tag", piece.tag}};
}

pos::TicketPiece piece_in(const Json& object) {
  return {.tag = whole(object, "tag"),
          .article = text(object, "article"),
          .quantity = quantity(object, "quantity"),
          .unit_price = money(object, "price", currency_in(object)),
          .marks = object.at("marks").get<std::vector<std::string>>(),
          .load = object.at("load").get<int>(),
          .state = pos::parse_piece_state(text(object, "state")).value(),
          .since = day(object, "since"),
          .rack = text(object, "rack")};
}

}  // namespace

std::string payload_of(const pos::Ticket& ticket) {
  Json pieces = Json::array();
  for (const pos::TicketPiece& piece : ticket.pieces) pieces.push_back(json_of(piece));
  Json body{{"bag_pieces", ticket.bag_pieces},
            {"cancelled", ticket.cancelled},
            {"due", ticket.due.text()},
            {"id", ticket.id.text()},
            {"minute", ticket.minute ? Json(*ticket.minute) : Json()},
            {"number", ticket.number},
            {"pieces", pieces},
            {"reminded", ticket.reminded ? Json(ticket.reminded->text()) : Json()},
            {"taken", ticket.taken.text()},
            {"till", ticket.till}};
  add_whose(body, ticket.by);
  return body.dump();
}

pos::Ticket ticket_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    pos::Ticket ticket{.id = id<pos::TicketId>(body, "id"),
                       .number = whole(body, "number"),
                       .till = text(body, "till"),
                       .by = whose_in(body),
                       .taken = day(body, "taken"),
                       .due = day(body, "due"),
                       .bag_pieces = body.at("bag_pieces").get<int>(),
                       .cancelled = body.at("cancelled").get<bool>()};
    if (!body.at("minute").is_null()) ticket.minute = body.at("minute").get<int>();
    if (!body.at("reminded").is_null()) ticket.reminded = day(body, "reminded");
    for (const Json& piece : body.at("pieces")) ticket.pieces.push_back(piece_in(piece));
    return ticket;
  });
}

std::string payload_of(const pos::PieceMove& move) {
  return Json{{"day", move.day.text()},
              {"rack", move.rack},
              {"tags", move.tags},
              {"ticket", move.ticket},
              {"to", pos::piece_state_text(move.to)}}
      .dump();
}

pos::PieceMove move_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return pos::PieceMove{.ticket = whole(body, "ticket"),
                          .tags = body.at("tags").get<std::vector<std::int64_t>>(),
                          .to = pos::parse_piece_state(text(body, "to")).value(),
                          .rack = text(body, "rack"),
                          .day = day(body, "day")};
  });
}

}  // namespace tilia::db
