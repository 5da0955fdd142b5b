#include "pos/laundry/ticket_papers.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/minute_of_day.h"
#include "pos/paper_head.h"

namespace tilia::pos {
namespace {

using Kind = StripLine::Kind;

std::string ready_from(const Ticket& ticket, const Words& words) {
  std::string text = words.day(ticket.due);
  if (ticket.minute) text += ", " + minute_of_day_text(*ticket.minute);
  return text;
}

const Article* known_article(const std::vector<Article>& articles, const std::string& code) {
  const auto found = std::ranges::find(articles, code, &Article::code);
  return found == articles.end() ? nullptr : &*found;
}

std::string name_of(const std::vector<Article>& articles, const std::string& code) {
  const Article* article = known_article(articles, code);
  return article == nullptr ? code : article->name;
}

bool is_weighed(const std::vector<Article>& articles, const std::string& code) {
  const Article* article = known_article(articles, code);
  return article != nullptr && article->unit == Unit::kg;
}

bool alike(const TicketPiece& one, const TicketPiece& other) {
  return one.article == other.article && one.unit_price == other.unit_price &&
         one.marks == other.marks && one.state == other.state;
}

// Pieces that a customer cannot tell apart are one, with the quantity of all.
std::vector<TicketPiece> told_apart(const Ticket& ticket, const std::vector<Article>& articles) {
  std::vector<TicketPiece> all;
  for (const TicketPiece& piece : ticket.pieces) {
    const auto same =
        std::ranges::find_if(all, [&](const TicketPiece& other) { return alike(other, piece); });
    if (same == all.end() || is_weighed(articles, piece.article))
      all.push_back(piece);
    else
      same->quantity = same->quantity + piece.quantity;
  }
  return all;
}

std::string marks_text(const TicketPiece& piece, const Words& words) {
  std::string text;
  for (const std::string& mark : piece.marks)
    text += (text.empty() ? "" : ", ") + words.say("pos.laundry.mark." + mark);
  return text;
}

void write_pieces(StripWriter& paper, const Ticket& ticket, const std::vector<Article>& articles) {
  const Words& words = paper.words();
  for (const TicketPiece& piece : told_apart(ticket, articles)) {
    const std::string unit = is_weighed(articles, piece.article) ? " kg" : "";
    paper.line(Kind::pair,
               words.quantity(piece.quantity) + unit + " × " + name_of(articles, piece.article),
               words.amount(price_of(piece)));
    if (!piece.marks.empty()) paper.line(Kind::text, "  " + marks_text(piece, words));
    if (!is_here(piece.state))
      paper.line(Kind::text, "  " + words.say("pos.laundry.state." +
                                              std::string(piece_state_text(piece.state))));
  }
}

void write_money(StripWriter& paper, const KnownTicket& known) {
  const Currency currency = known.paid.currency();
  const Money none = Money::zero(currency);
  const Money to_pay = to_pay_of(known.ticket, currency);
  paper.total(Phrase("pos.paper.total"), total_of(known.ticket, currency));
  if (!known.paid.is_zero()) paper.pair(Phrase("pos.paper.paid_early"), known.paid);
  if (!known.paid.is_zero() || to_pay != total_of(known.ticket, currency))
    paper.total(Phrase("pos.paper.still_to_pay"), std::max(to_pay - known.paid, none));
}

void practice_notice(StripWriter& paper, const PaperHead& head) {
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
}

}  // namespace

Strip slip_strip(const KnownTicket& known, const std::vector<Article>& articles,
                 const PaperHead& head, const Words& words) {
  const Ticket& ticket = known.ticket;
  StripWriter paper(fmt::format("ticket-{}", ticket.number), words);
  write_head(paper, head, ticket.till);
  paper.space();
  paper.line(Kind::title, words.say(Phrase("pos.paper.ticket").with("number", ticket.number)));
  if (!known.whose.empty()) paper.line(Kind::centred, known.whose);
  paper.centred(Phrase("pos.paper.ready_from").with("when", ready_from(ticket, words)));
  paper.rule();
  if (ticket.pieces.empty()) {
    paper.text(Phrase("pos.paper.counted_pieces").with("count", std::int64_t{ticket.bag_pieces}));
    paper.text(Phrase("pos.paper.price_later"));
    if (!known.paid.is_zero()) paper.pair(Phrase("pos.paper.paid_early"), known.paid);
  } else {
    write_pieces(paper, ticket, articles);
    paper.rule();
    write_money(paper, known);
  }
  paper.space();
  paper.line(Kind::barcode, ticket_barcode(ticket.number));
  paper.centred(Phrase("pos.paper.bring_ticket_slip"));
  practice_notice(paper, head);
  return std::move(paper).strip();
}

Strip bag_strip(const Ticket& ticket, const PaperHead& head, const Words& words) {
  StripWriter paper(fmt::format("bag-{}", ticket.number), words);
  paper.line(Kind::title, words.say(Phrase("pos.paper.ticket").with("number", ticket.number)));
  paper.line(Kind::total, words.say("pos.paper.due"), ready_from(ticket, words));
  const std::int64_t pieces = ticket.bag_pieces > 0 ? ticket.bag_pieces : std::ssize(ticket.pieces);
  paper.text(Phrase("pos.paper.counted_pieces").with("count", pieces));
  paper.space();
  paper.line(Kind::barcode, ticket_barcode(ticket.number));
  practice_notice(paper, head);
  return std::move(paper).strip();
}

Strip tag_strip(const Ticket& ticket, const std::vector<Article>& articles, const PaperHead& head,
                const Words& words) {
  StripWriter paper(fmt::format("tags-{}", ticket.number), words);
  for (const TicketPiece& piece : ticket.pieces) {
    paper.line(Kind::total, fmt::format("{}", piece.tag),
               words.say(Phrase("pos.paper.ticket").with("number", ticket.number)));
    paper.line(Kind::pair, name_of(articles, piece.article),
               words.say(Phrase("pos.paper.load").with("number", std::int64_t{piece.load})));
    if (!piece.marks.empty()) paper.line(Kind::text, marks_text(piece, words));
    paper.line(Kind::barcode, piece_barcode(piece.tag));
    paper.rule();
  }
  practice_notice(paper, head);
  return std::move(paper).strip();
}

}  // namespace tilia::pos
