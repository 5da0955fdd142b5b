#include "pos/ui/ticket_row.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/minute_of_day.h"
#include "core/ui/cut.h"
#include "pos/laundry/laundry_mark.h"

namespace tilia::pos {
namespace {

using Tone = StateFace::Tone;

constexpr const char* unknown_article = "📦";

const char* picture_of(PieceState state) {
  switch (state) {
    case PieceState::received: return "📥";
    case PieceState::washing: return "🌀";
    case PieceState::ironing: return "👔";
    case PieceState::ready: return "✅";
    case PieceState::collected: return "👋";
    case PieceState::lost: return "❓";
    case PieceState::given_away: return "🎁";
  }
  return "";
}

Tone tone_of(PieceState state) {
  if (!is_here(state)) return Tone::gone;
  if (state == PieceState::ready) return Tone::ready;
  return state == PieceState::received ? Tone::waits : Tone::in_work;
}

// Pieces of one kind that are here, with how many there are; what is weighed says its weight.
std::vector<OrderFace::Part> parts_of(const Ticket& ticket, const Desk& desk) {
  std::vector<OrderFace::Part> parts;
  std::vector<std::pair<const Article*, Quantity>> kinds;
  for (const TicketPiece& piece : ticket.pieces) {
    if (!is_here(piece.state)) continue;
    const Article* article = desk.counter.shelf().article(piece.article);
    const auto same = std::ranges::find(kinds, article, &decltype(kinds)::value_type::first);
    if (same == kinds.end())
      kinds.emplace_back(article, piece.quantity);
    else
      same->second = same->second + piece.quantity;
  }
  for (const auto& [article, quantity] : kinds) {
    const bool one = quantity == Quantity::pieces(1);
    const bool weighed = article != nullptr && article->unit == Unit::kg;
    const Phrase kilograms = Phrase("till.kilograms").with("quantity", quantity);
    parts.push_back({article == nullptr ? unknown_article : article->picture,
                     weighed ? desk.words.say(kilograms)
                     : one   ? ""
                             : fmt::format("× {}", quantity.text())});
  }
  return parts;
}

// Where it all hangs; of several places the first, and dots.
std::string racks_of(const Ticket& ticket) {
  std::string racks;
  for (const TicketPiece& piece : ticket.pieces) {
    if (piece.state != PieceState::ready || piece.rack == racks) continue;
    if (!racks.empty()) return racks + " …";
    racks = piece.rack;
  }
  return racks;
}

void take_paid(const KnownTicket& known, const Desk& desk, TicketFace& face) {
  const Money to_pay = to_pay_of(known.ticket, known.paid.currency());
  if (known.paid.is_zero()) {
    face.paid_words = desk.say("till.order.not_paid");
  } else if (known.ticket.pieces.empty() || known.paid < to_pay) {
    face.paid = OrderFace::Paid::part;
    face.paid_words = "½ " + desk.say("till.order.paid");
  } else {
    face.paid = OrderFace::Paid::all;
    face.paid_words = "✓ " + desk.say("till.order.paid");
  }
}

wxColour colour_of(Tone tone, const ui::Palette& palette) {
  switch (tone) {
    case Tone::waits: return palette.ink;
    case Tone::in_work: return palette.got;
    case Tone::ready: return palette.go;
    case Tone::gone: return palette.soft;
  }
  return palette.ink;
}

}  // namespace

StateFace state_face(PieceState state, const std::string& rack, const Desk& desk) {
  const std::string word = desk.say("pos.laundry.state." + std::string(piece_state_text(state)));
  return {picture_of(state), rack.empty() ? word : word + " · " + rack, tone_of(state)};
}

StateFace state_face(const KnownTicket& known, const Desk& desk) {
  const TicketState state = known.state();
  if (state == TicketState::in_bag) return {"👜", desk.say("pos.laundry.state.in_bag"), Tone::waits};
  const auto hindmost = std::ranges::min_element(known.ticket.pieces, {}, &TicketPiece::state);
  if (hindmost != known.ticket.pieces.end() && is_here(hindmost->state)) {
    const bool ready = hindmost->state == PieceState::ready;
    return state_face(hindmost->state, ready ? racks_of(known.ticket) : "", desk);
  }
  return {"🪙", desk.say("pos.laundry.state." + std::string(ticket_state_text(state))),
          Tone::gone};
}

StateFace unclaimed_face(const UnclaimedTicket& unclaimed, const Desk& desk) {
  switch (unclaimed.step) {
    case UnclaimedStep::none: break;
    case UnclaimedStep::remind: return {"📞", desk.say("till.ticket.time_to_remind"), Tone::waits};
    case UnclaimedStep::fee: return {"🪙", desk.say("till.ticket.time_for_fee"), Tone::waits};
    case UnclaimedStep::give_away: return {"🎁", desk.say("till.ticket.may_go"), Tone::in_work};
  }
  return {"⏳", desk.say("till.ticket.it_waits"), Tone::gone};
}

void draw_state(ui::Painter& painter, const StateFace& state, const wxRect& area) {
  const ui::Look& look = painter.look();
  wxRect room = area;
  const int side = std::min(room.height, look.px(34));
  const wxRect picture = ui::cut_left(room, side, look.px(8));
  painter.picture(state.picture, {picture.x, picture.y + (picture.height - side) / 2, side, side});
  painter.label(state.words, room,
                {.size = look.px(ui::type::counter),
                 .bold = true,
                 .colour = colour_of(state.tone, look.colours()),
                 .across = ui::Across::left});
}

TicketFace ticket_face(const KnownTicket& known, bool with_day, const Desk& desk) {
  const Ticket& ticket = known.ticket;
  TicketFace face{.picture = known.picture,
                  .name = known.whose,
                  .number = fmt::format("№ {}", ticket.number),
                  .when = ticket.minute ? minute_of_day_text(*ticket.minute) : "",
                  .many = {},
                  .parts = parts_of(ticket, desk),
                  .state = state_face(known, desk),
                  .paid_words = {}};
  if (with_day) face.when = fmt::format("{}.{}.", ticket.due.day_of_month(), ticket.due.month());
  const int here = pieces_here(ticket);
  const auto all = static_cast<int>(ticket.pieces.size());
  if (ticket.pieces.empty())
    face.many = ticket.bag_pieces > 0 ? fmt::format("{}", ticket.bag_pieces) : "";
  else if (here < all)
    face.many = desk.words.say(Phrase("till.ticket.here_of_all")
                                   .with("here", std::to_string(here))
                                   .with("all", std::to_string(all)));
  else
    face.many = fmt::format("{}", here);
  take_paid(known, desk, face);
  return face;
}

TicketFace ticket_face(const UnclaimedTicket& unclaimed, const Desk& desk) {
  TicketFace face = ticket_face(unclaimed.known, /*with_day=*/false, desk);
  face.when = desk.words.say(
      Phrase("till.ticket.days").with("count", static_cast<std::int64_t>(unclaimed.days)));
  face.state = unclaimed_face(unclaimed, desk);
  if (unclaimed.known.paid.is_zero()) face.paid_words.clear();
  return face;
}

void TicketRow::set_face(TicketFace face) {
  if (face == face_) return;
  face_ = std::move(face);
  SetName(wxString::FromUTF8(face_.number + " " + face_.name));
  Refresh();
}

void TicketRow::draw(ui::Painter& painter, const wxRect& area) {
  const ui::Palette& palette = look().colours();
  painter.round_rect(area, look().px(14), held() ? palette.tint : palette.card, palette.line,
                     look().px(2));
  wxRect room = wxRect(area).Deflate(look().px(12), look().px(8));
  draw_left(painter, ui::cut_left(room, look().px(72), look().px(10)));
  draw_right(painter, ui::cut_right(room, room.width * 53 / 100, look().px(8)));
  wxRect parts = ui::cut_bottom(room, room.height / 2);
  painter.label(
      face_.name, room,
      {.size = look().px(24), .bold = true, .colour = palette.ink, .across = ui::Across::left});
  if (!face_.many.empty()) {
    const ui::TextStyle many{.size = look().px(ui::type::counter_least),
                             .bold = true,
                             .colour = palette.ink,
                             .across = ui::Across::left};
    const int width =
        std::min(painter.text_width(face_.many, many.size, true) + look().px(2), parts.width / 2);
    painter.text(face_.many, ui::cut_left(parts, width, look().px(10)), many);
  }
  draw_parts(painter, parts, face_.parts);
}

void TicketRow::draw_left(ui::Painter& painter, wxRect left) const {
  const wxRect number = ui::cut_bottom(left, look().px(26));
  const int side = std::min({left.width, left.height, look().px(60)});
  painter.picture(face_.picture, {left.x + (left.width - side) / 2,
                                  left.y + (left.height - side) / 2, side, side});
  painter.text(face_.number, number,
               {.size = look().px(ui::type::counter_least),
                .bold = true,
                .colour = look().colours().ink,
                .across = ui::Across::centre});
}

// Above where it is, below what is paid and, where the tab does not say it, when it is due.
void TicketRow::draw_right(ui::Painter& painter, wxRect right) const {
  const ui::Palette& palette = look().colours();
  wxRect below = ui::cut_bottom(right, right.height / 2);
  draw_state(painter, face_.state, right);
  if (!face_.when.empty()) {
    const ui::TextStyle when{.size = look().px(ui::type::counter),
                             .bold = true,
                             .colour = palette.ink,
                             .across = ui::Across::right};
    const int width = painter.text_width(face_.when, when.size, true) + look().px(2);
    painter.text(face_.when, ui::cut_right(below, width, look().px(8)), when);
  }
  draw_paid(painter, below, face_.paid, face_.paid_words, ui::Across::left);
}

PieceFace piece_face(const PieceAsked& asked, bool chosen, const Desk& desk) {
  const Article* article = desk.counter.shelf().article(asked.article);
  const bool weighed = article != nullptr && article->unit == Unit::kg;
  const std::string name = article == nullptr ? asked.article : article->name;
  const Phrase kilograms = Phrase("till.kilograms").with("quantity", asked.quantity);
  PieceFace face{.picture = article == nullptr ? unknown_article : article->picture,
                 .name = weighed ? fmt::format("{} · {}", name, desk.words.say(kilograms)) : name,
                 .tag = "",
                 .marks = {},
                 .state = {},
                 .chosen = chosen};
  for (const std::string& mark : asked.marks)
    if (const auto known = laundry_mark(mark)) face.marks.emplace_back(known->picture);
  return face;
}

PieceFace piece_face(const TicketPiece& piece, bool with_load, bool chosen, const Desk& desk) {
  PieceFace face = piece_face(PieceAsked{piece.article, piece.quantity, piece.marks}, chosen, desk);
  face.tag = fmt::format("№ {}", piece.tag);
  if (with_load)
    face.tag +=
        " · " + desk.words.say(Phrase("till.ticket.load").with("number", std::int64_t{piece.load}));
  face.state = state_face(piece.state, piece.rack, desk);
  return face;
}

void PieceRow::set_face(PieceFace face) {
  if (face == face_) return;
  face_ = std::move(face);
  SetName(wxString::FromUTF8(face_.tag + " " + face_.name));
  Refresh();
}

void PieceRow::draw(ui::Painter& painter, const wxRect& area) {
  const ui::Palette& palette = look().colours();
  const bool lit = face_.chosen || held();
  painter.round_rect(area, look().px(12), lit ? palette.tint : palette.card,
                     face_.chosen ? palette.go : palette.line, look().px(face_.chosen ? 4 : 2));
  wxRect room = wxRect(area).Deflate(look().px(12), look().px(6));
  const int side = std::min(room.height, look().px(52));
  const wxRect picture = ui::cut_left(room, side, look().px(10));
  painter.picture(face_.picture, {picture.x, picture.y + (picture.height - side) / 2, side, side});
  // The mark of what is chosen has its room whether it is there or not: nothing moves.
  const wxRect mark = ui::cut_right(room, look().px(30), look().px(6));
  if (face_.chosen)
    painter.text(
        "✓", mark,
        {.size = look().px(26), .bold = true, .colour = palette.go, .across = ui::Across::centre});
  const bool somewhere = !face_.state.words.empty();
  if (somewhere)
    draw_state(painter, face_.state, ui::cut_right(room, room.width * 45 / 100, look().px(8)));
  const bool alone = face_.tag.empty() && face_.marks.empty();
  wxRect below = alone ? wxRect() : ui::cut_bottom(room, room.height * 45 / 100);
  painter.label(face_.name, room,
                {.size = look().px(ui::type::button),
                 .bold = true,
                 .colour = palette.ink,
                 .across = ui::Across::left});
  const ui::TextStyle soft{.size = look().px(ui::type::counter_least),
                           .bold = false,
                           .colour = palette.soft,
                           .across = ui::Across::left};
  if (!face_.tag.empty()) {
    const int width = painter.text_width(face_.tag, soft.size, false) + look().px(2);
    painter.text(face_.tag, ui::cut_left(below, width, look().px(10)), soft);
  }
  const int small = std::min(below.height, look().px(28));
  for (const std::string& each : face_.marks) {
    if (small > below.width) return;
    const wxRect at = ui::cut_left(below, small, look().px(4));
    painter.picture(each, {at.x, at.y + (at.height - small) / 2, small, small});
  }
}

}  // namespace tilia::pos
