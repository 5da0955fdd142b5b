// From taking in to collecting. What is many comes as JSON, one a line, and is answered one a line.
// A ticket is named by its number or by a scanned code.
#include "app/command_ticket.h"

#include "app/arguments.h"
#include "app/day_answer.h"
#include "app/json_lines.h"
#include "app/open_book.h"
#include "core/minute_of_day.h"
#include "db/laundry_book_sqlite.h"
#include "pos/laundry/laundry_mark.h"
#include "pos/laundry/ticket_file.h"
#include "pos/laundry/ticket_papers.h"
#include "pos/sale_file.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

struct TicketOptions {
  std::string ticket;
  std::string file = "-";
  std::string from;
  std::string to;
  std::string till;
  std::string time;
  std::string rack;
  std::string text;
  std::string paper = "slip";
  std::string pdf;
  std::vector<std::int64_t> pieces;
  std::vector<std::string> damage;
  std::int64_t load = 0;
  bool reminded = false;
};

[[noreturn]] void refuse(const pos::TicketRefusal& refusal) {
  throw Stopped(ExitStatus::refused, std::string(pos::ticket_refusal_code(refusal)),
                pos::sentence_of(refusal));
}

[[noreturn]] void refuse(const FileRefusal& refusal) {
  throw Stopped(ExitStatus::refused, std::string(file_refusal_code(refusal.why)),
                sentence_of(refusal));
}

template <class T, class R>
T taken(Result<T, R> result) {
  if (!result) refuse(result.refusal());
  return std::move(result).value();
}

// The book with a laundry in it.
class Laundry {
 public:
  explicit Laundry(Desk& desk, const std::string& as_till = {})
      : desk_(desk),
        book_(desk, as_till),
        tickets_(book_.file()),
        keep_({tickets_, book_.till_book(), book_.customer_book(), book_.tender_book(),
               book_.pack(), book_.zone(), book_.clock()}) {
    book_.acting(Act::sell);
  }
  [[nodiscard]] OpenBook& book() { return book_; }
  pos::KeepTickets* operator->() { return &keep_; }

  pos::Ticket meant(const std::string& typed) {
    const auto ticket = keep_.meant(typed);
    if (!ticket) refuse(pos::TicketRefusal{pos::TicketRefusal::Why::unknown_ticket, typed});
    return *ticket;
  }
  // The pieces that were named; a piece's own code means that piece.
  [[nodiscard]] static pos::PieceChoice choice(const TicketOptions& asked) {
    pos::PieceChoice which{asked.pieces, static_cast<int>(asked.load)};
    const auto scanned = pos::piece_of_barcode(asked.ticket);
    if (which.tags.empty() && scanned) which.tags = {*scanned};
    return which;
  }
  void answer(const char* key, const pos::Ticket& ticket) {
    const pos::KnownTicket known = keep_.known(ticket);
    desk_.printer.answer(Json::parse(pos::ticket_json(known)),
                         Phrase(key)
                             .with("number", ticket.number)
                             .with("day", ticket.due)
                             .with("pieces", std::int64_t{pos::pieces_here(ticket)})
                             .with("state", state_text(known)));
  }
  [[nodiscard]] std::string state_text(const pos::KnownTicket& known) const {
    return desk_.words.say("pos.laundry.state." +
                           std::string(pos::ticket_state_text(known.state())));
  }
  [[nodiscard]] std::vector<std::string> row(const pos::KnownTicket& known) const {
    std::string racks;
    for (const pos::TicketPiece& piece : known.ticket.pieces) {
      if (!piece.rack.empty() && racks.find(piece.rack) == std::string::npos)
        racks += (racks.empty() ? "" : " ") + piece.rack;
    }
    return {std::to_string(known.ticket.number),
            desk_.words.day(known.ticket.due),
            known.whose,
            std::to_string(pos::pieces_here(known.ticket)),
            state_text(known),
            racks,
            desk_.words.amount(pos::to_pay_of(known.ticket, known.paid.currency()))};
  }

 private:
  Desk& desk_;
  OpenBook book_;
  db::LaundryBookSqlite tickets_;
  pos::KeepTickets keep_;
};

void show(Desk& desk, const Laundry& laundry, const std::vector<pos::KnownTicket>& tickets) {
  Json list = Json::array();
  Rows rows;
  for (const pos::KnownTicket& each : tickets) {
    list.push_back(Json::parse(pos::ticket_json(each)));
    rows.push_back(laundry.row(each));
  }
  const Json answer{{"tickets", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.ticket.none"));
  else
    desk.printer.answer(answer, rows);
}

ExitStatus ticket_take(Desk& desk, const TicketOptions& asked) {
  Laundry laundry(desk);
  const bool all = for_each_json_line(desk, asked.file, [&](const std::string& line) {
    const auto request = taken(pos::read_ticket_line(line, laundry.book().chance()));
    laundry.answer("app.ticket.taken", taken(laundry->take(request)));
  });
  laundry.book().sign_heads();
  return all ? ExitStatus::done : ExitStatus::refused;
}

ExitStatus ticket_detail(Desk& desk, const TicketOptions& asked) {
  Laundry laundry(desk);
  const pos::Ticket ticket = laundry.meant(asked.ticket);
  const auto pieces = taken(pos::read_ticket_pieces(whole_file(asked.file)));
  laundry.answer("app.ticket.detailed", taken(laundry->detail(ticket.number, pieces)));
  return ExitStatus::done;
}

ExitStatus ticket_move(Desk& desk, const TicketOptions& asked) {
  pos::MoveAsked move{.which = Laundry::choice(asked), .rack = asked.rack};
  if (!asked.to.empty()) {
    move.to = pos::parse_piece_state(asked.to);
    if (!move.to)
      throw Stopped(ExitStatus::wrong_usage, "unknown_state",
                    Phrase("app.ticket.unknown_state").with("found", asked.to));
  }
  Laundry laundry(desk);
  const pos::Ticket ticket = laundry.meant(asked.ticket);
  laundry.answer("app.ticket.moved", taken(laundry->move(ticket.number, move)));
  return ExitStatus::done;
}

ExitStatus ticket_split(Desk& desk, const TicketOptions& asked) {
  Laundry laundry(desk);
  const pos::Ticket ticket = laundry.meant(asked.ticket);
  const std::vector<std::int64_t> tags = Laundry::choice(asked).tags;
  laundry.answer("app.ticket.noted", taken(laundry->put_in_load(ticket.number, tags)));
  return ExitStatus::done;
}

ExitStatus ticket_rack(Desk& desk, const TicketOptions& asked) {
  Laundry laundry(desk);
  const pos::Ticket ticket = laundry.meant(asked.ticket);
  laundry.answer("app.ticket.moved",
                 taken(laundry->move(ticket.number, {.which = Laundry::choice(asked),
                                                     .to = pos::PieceState::ready,
                                                     .rack = asked.rack})));
  return ExitStatus::done;
}

ExitStatus ticket_promise(Desk& desk, const TicketOptions& asked) {
  const Day day = day_argument(asked.from);
  std::optional<int> minute;
  if (!asked.time.empty()) {
    minute = parse_minute_of_day(asked.time);
    if (!minute)
      throw Stopped(ExitStatus::wrong_usage, "bad_time",
                    Phrase("app.ticket.bad_time").with("found", asked.time));
  }
  Laundry laundry(desk);
  const pos::Ticket ticket = laundry.meant(asked.ticket);
  laundry.answer("app.ticket.promised", taken(laundry->promise(ticket.number, day, minute)));
  return ExitStatus::done;
}

ExitStatus ticket_note(Desk& desk, const TicketOptions& asked) {
  if (asked.reminded == !asked.pieces.empty())
    throw Stopped(ExitStatus::wrong_usage, "piece_or_reminded",
                  Phrase("app.ticket.piece_or_reminded"));
  Laundry laundry(desk);
  pos::Ticket ticket = laundry.meant(asked.ticket);
  if (asked.reminded) ticket = taken(laundry->reminded(ticket.number));
  for (const std::int64_t piece : asked.pieces)
    ticket = taken(laundry->damaged(ticket.number, piece, asked.damage));
  laundry.answer("app.ticket.noted", ticket);
  return ExitStatus::done;
}

ExitStatus ticket_cancel(Desk& desk, const TicketOptions& asked) {
  Laundry laundry(desk);
  const pos::Ticket ticket = laundry.meant(asked.ticket);
  laundry.answer("app.ticket.cancelled", taken(laundry->cancel(ticket.number)));
  return ExitStatus::done;
}

ExitStatus ticket_collect(Desk& desk, const TicketOptions& asked) {
  Laundry laundry(desk, asked.till);
  OpenBook& book = laundry.book();
  pos::RingUpSale ring(book.till_book(), book.pack(), book.clock());
  const bool all = for_each_json_line(desk, asked.file, [&](const std::string& line) {
    const auto collecting = taken(pos::read_collecting_line(line, book.currency()));
    const auto rung = taken(laundry->collect(ring, asked.till, collecting));
    const pos::Sale& sale = rung.sale;
    Json answer = Json::parse(pos::sale_answer_line(rung));
    const pos::Ticket ticket = taken(laundry->ticket(collecting.ticket));
    answer["ticket"] = Json::parse(pos::ticket_json(laundry->known(ticket)));
    desk.printer.answer(answer, Phrase("app.sale.entered")
                                    .with("receipt", sale.receipt)
                                    .with("total", sale.priced.total)
                                    .with("change", sale.priced.change));
  });
  book.sign_heads();
  return all ? ExitStatus::done : ExitStatus::refused;
}

ExitStatus ticket_list(Desk& desk, const TicketOptions& asked) {
  Laundry laundry(desk);
  std::vector<pos::KnownTicket> tickets;
  if (asked.from.empty() && asked.to.empty()) {
    tickets = laundry->open();
  } else {
    const Day from = asked.from.empty() ? laundry->today() : day_argument(asked.from);
    tickets = laundry->due(from, asked.to.empty() ? from : day_argument(asked.to));
  }
  if (!asked.till.empty())
    std::erase_if(tickets,
                  [&](const pos::KnownTicket& each) { return each.ticket.till != asked.till; });
  show(desk, laundry, tickets);
  return ExitStatus::done;
}

ExitStatus ticket_find(Desk& desk, const TicketOptions& asked) {
  Laundry laundry(desk);
  show(desk, laundry, laundry->find(asked.text));
  return ExitStatus::done;
}

ExitStatus ticket_unclaimed(Desk& desk, const TicketOptions& /*asked*/) {
  Laundry laundry(desk);
  Json list = Json::array();
  Rows rows;
  for (const pos::UnclaimedTicket& each : laundry->unclaimed()) {
    list.push_back(Json::parse(pos::unclaimed_json(each)));
    const std::string step(pos::unclaimed_step_text(each.step));
    rows.push_back({std::to_string(each.days), desk.words.say("app.ticket.step." + step)});
    for (std::string& cell : laundry.row(each.known)) rows.back().push_back(std::move(cell));
  }
  const Json answer{{"tickets", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.ticket.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

Strip paper_of(Laundry& laundry, const pos::Ticket& ticket, const std::string& paper) {
  OpenBook& book = laundry.book();
  const std::vector<pos::Article> articles = book.till_book().articles(laundry->today());
  const Words words = book.paper_words();
  if (paper == "bag") return pos::bag_strip(ticket, book.paper_head(), words);
  if (paper == "tags") return pos::tag_strip(ticket, articles, book.paper_head(), words);
  if (paper != "slip")
    throw Stopped(ExitStatus::wrong_usage, "unknown_paper",
                  Phrase("app.ticket.unknown_paper").with("found", paper));
  return pos::slip_strip(laundry->known(ticket), articles, book.paper_head(), words);
}

// A bag's ticket can be printed whether anybody looked into it or not; tags need pieces.
ExitStatus ticket_show(Desk& desk, const TicketOptions& asked) {
  Laundry laundry(desk);
  const pos::Ticket ticket = laundry.meant(asked.ticket);
  const Strip strip = paper_of(laundry, ticket, asked.paper);
  if (!asked.pdf.empty())
    write_whole(asked.pdf, reporting::strip_pdf(strip, reporting::StripPaper::roll_80_mm,
                                                reporting::Typeface(desk.resources.fonts())));
  desk.printer.answer(Json::parse(pos::ticket_json(laundry->known(ticket))), strip_rows(strip));
  return ExitStatus::done;
}

ExitStatus ticket_marks(Desk& desk, const TicketOptions& /*asked*/) {
  Rows rows;
  for (const pos::LaundryMark& mark : pos::laundry_marks())
    rows.push_back({std::string(mark.picture), std::string(mark.code),
                    desk.words.say("pos.laundry.mark." + std::string(mark.code))});
  desk.printer.answer(Json::parse(pos::laundry_marks_json()), rows);
  return ExitStatus::done;
}

using Acts = ExitStatus (*)(Desk&, const TicketOptions&);

// One that names a ticket first.
std::pair<CLI::App*, std::shared_ptr<TicketOptions>> add_numbered(CLI::App* family, Desk& desk,
                                                                  const char* name,
                                                                  const char* help,
                                                                  const char* example, Acts act) {
  auto options = std::make_shared<TicketOptions>();
  CLI::App* command = add_command(*family, desk, name, help, example);
  add_option(command, desk, "ticket", options->ticket, "app.option.ticket").required();
  does(command, desk, options, act);
  return {command, options};
}

void add_pieces(CLI::App* command, Desk& desk, TicketOptions& options) {
  add_option(command, desk, "--piece", options.pieces, "app.option.ticket_piece").one_value_each();
}

void add_work(CLI::App* ticket, Desk& desk) {
  auto taking = std::make_shared<TicketOptions>();
  CLI::App* take = add_command(*ticket, desk, "take", "app.help.ticket_take",
                               "tilia ticket take tickets.jsonl --json");
  add_option(take, desk, "file", taking->file, "app.option.tickets_file");
  does(take, desk, taking, ticket_take);

  const auto [detail, detailing] =
      add_numbered(ticket, desk, "detail", "app.help.ticket_detail",
                   "tilia ticket detail 17 pieces.json", ticket_detail);
  add_option(detail, desk, "file", detailing->file, "app.option.ticket_pieces_file");

  const auto [move, moving] =
      add_numbered(ticket, desk, "move", "app.help.ticket_move",
                   "tilia ticket move 17 --to ready --rack A12", ticket_move);
  add_option(move, desk, "--to", moving->to, "app.option.ticket_state");
  add_option(move, desk, "--rack", moving->rack, "app.option.ticket_rack");
  add_option(move, desk, "--load", moving->load, "app.option.ticket_load");
  add_pieces(move, desk, *moving);

  const auto [rack, hanging] = add_numbered(ticket, desk, "rack", "app.help.ticket_rack",
                                            "tilia ticket rack 17 B4", ticket_rack);
  add_option(rack, desk, "rack", hanging->rack, "app.option.ticket_rack").required();
  add_pieces(rack, desk, *hanging);

  const auto [split, splitting] =
      add_numbered(ticket, desk, "split", "app.help.ticket_split",
                   "tilia ticket split 17 --piece 3 --piece 4", ticket_split);
  add_pieces(split, desk, *splitting);

  const auto [promise, promising] =
      add_numbered(ticket, desk, "promise", "app.help.ticket_promise",
                   "tilia ticket promise 17 2026-03-09 --time 17:00", ticket_promise);
  add_option(promise, desk, "day", promising->from, "app.option.day").required();
  add_option(promise, desk, "--time", promising->time, "app.option.ticket_time");

  const auto [note, noting] =
      add_numbered(ticket, desk, "note", "app.help.ticket_note",
                   "tilia ticket note 17 --piece 3 --damage shrunk", ticket_note);
  add_pieces(note, desk, *noting);
  add_option(note, desk, "--damage", noting->damage, "app.option.ticket_damage").one_value_each();
  add_flag(note, desk, "--reminded", noting->reminded, "app.option.ticket_reminded");

  add_numbered(ticket, desk, "cancel", "app.help.ticket_cancel", "tilia ticket cancel 17",
               ticket_cancel);

  auto collecting = std::make_shared<TicketOptions>();
  CLI::App* collect = add_command(*ticket, desk, "collect", "app.help.ticket_collect",
                                  "tilia ticket collect --till T2 collected.jsonl --json");
  add_option(collect, desk, "--till", collecting->till, "app.option.till").required();
  add_option(collect, desk, "file", collecting->file, "app.option.ticket_collect_file");
  does(collect, desk, collecting, ticket_collect);
}

void add_reading(CLI::App* ticket, Desk& desk) {
  auto listing = std::make_shared<TicketOptions>();
  CLI::App* list = add_command(*ticket, desk, "list", "app.help.ticket_list",
                               "tilia ticket list --from 2026-03-07 --to 2026-03-08");
  add_option(list, desk, "--from", listing->from, "app.option.from");
  add_option(list, desk, "--to", listing->to, "app.option.to");
  add_option(list, desk, "--till", listing->till, "app.option.till");
  does(list, desk, listing, ticket_list);

  auto finding = std::make_shared<TicketOptions>();
  CLI::App* find =
      add_command(*ticket, desk, "find", "app.help.ticket_find", "tilia ticket find 4567");
  add_option(find, desk, "text", finding->text, "app.option.ticket_text").required();
  does(find, desk, finding, ticket_find);

  const auto [shown, showing] =
      add_numbered(ticket, desk, "show", "app.help.ticket_show",
                   "tilia ticket show 17 --paper tags --pdf tags.pdf", ticket_show);
  add_option(shown, desk, "--paper", showing->paper, "app.option.ticket_paper");
  add_option(shown, desk, "--pdf", showing->pdf, "app.option.pdf");

  does(add_command(*ticket, desk, "unclaimed", "app.help.ticket_unclaimed",
                   "tilia ticket unclaimed --json"),
       desk, std::make_shared<TicketOptions>(), ticket_unclaimed);
  does(add_command(*ticket, desk, "marks", "app.help.ticket_marks", "tilia ticket marks"), desk,
       std::make_shared<TicketOptions>(), ticket_marks);
}

}  // namespace

void add_ticket_commands(CLI::App& root, Desk& desk) {
  CLI::App* ticket = add_family(root, desk, "ticket", "app.help.ticket");
  add_work(ticket, desk);
  add_reading(ticket, desk);
}

}  // namespace tilia::app
