#include "pos/ui/office_laundry.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/decimal_text.h"
#include "core/ui/office/typed.h"
#include "pos/counter_rules.h"
#include "pos/laundry/laundry_mark.h"
#include "pos/ui/trade_words.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;

constexpr const char* none = "none";  // what is typed for it is nothing

ui::Cell whose(const KnownTicket& known) {
  if (known.whose.empty()) return {Phrase("office.bakery.nobody_known")};
  return {known.picture + "  " + known.whose};
}

Phrase state_words(TicketState state) {
  return Phrase(fmt::format("office.laundry.state.{}", ticket_state_text(state)));
}
Phrase state_words(PieceState state) {
  return Phrase(fmt::format("office.laundry.piece.{}", piece_state_text(state)));
}

int ready_pieces(const Ticket& ticket) {
  return static_cast<int>(
      std::ranges::count(ticket.pieces, PieceState::ready, &TicketPiece::state));
}

std::string marks_of(const TicketPiece& piece) {
  std::string pictures;
  for (const std::string& code : piece.marks) {
    const auto mark = laundry_mark(code);
    if (!mark) continue;
    if (!pictures.empty()) pictures += "  ";
    pictures += mark->picture;
  }
  return pictures;
}

// What was paid early is not asked for once more.
Money still_to_pay(const KnownTicket& known, Currency currency) {
  const Money left = to_pay_of(known.ticket, currency) - known.paid;
  return left.negative() ? Money::zero(currency) : left;
}

ui::Cell rest_of(const KnownTicket& known, Currency currency) {
  if (known.ticket.pieces.empty()) return {};  // nobody has looked into the bag yet
  return {still_to_pay(known, currency)};
}

}  // namespace

bool OfficeLaundry::is_kept(TicketBook& book, TillBook& till_book) {
  return at_any_till(till_book, &CounterRules::tickets) || !book.open_tickets().empty();
}

void OfficeLaundry::open(Shown shown) {
  shown_ = shown;
  typed_.clear();
  faults_.clear();
}

ui::Page OfficeLaundry::page_of(const char* title) const {
  ui::Page page;
  page.title = Phrase(title);
  if (notice_) page.remarks.push_back(*notice_);
  return page;
}

ui::Page OfficeLaundry::page() {
  switch (shown_) {
    case Shown::tickets: return tickets_page();
    case Shown::ticket: return ticket_page();
    case Shown::days: return days_page();
    case Shown::unclaimed: return unclaimed_page();
    case Shown::marks: return marks_page();
    case Shown::rules: return rules_page();
  }
  CHECK(false);
}

ui::Page OfficeLaundry::tickets_page() {
  ui::Page page = page_of("office.laundry.title");
  page.subtitle = {keep_.today()};
  page.quiet = {{"days", Phrase("office.laundry.days")},
                {"unclaimed", Phrase("office.laundry.unclaimed")},
                {"marks", Phrase("office.laundry.marks")},
                {"rules", Phrase("office.laundry.rules")}};
  const std::vector<KnownTicket> open = keep_.open();
  if (open.empty()) {
    page.empty =
        ui::Empty{Phrase("office.laundry.nothing"), Phrase("office.laundry.first"), std::nullopt};
    return page;
  }
  int waiting = 0;
  int at_work = 0;
  int ready = 0;
  ui::Table table;
  table.row_action = "ticket";
  table.columns = {{Phrase("office.laundry.due"), Column::Align::start, 6},
                   {Phrase("office.bakery.from_time"), Column::Align::start, 2},
                   {Phrase("office.laundry.whose"), Column::Align::start, 6},
                   {Phrase("office.laundry.ticket"), Column::Align::decimal, 3},
                   {Phrase("office.laundry.pieces"), Column::Align::decimal, 3},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.laundry.where"), Column::Align::start, 5},
                   {Phrase("office.laundry.to_pay"), Column::Align::decimal, 4},
                   {Phrase("office.bakery.paid"), Column::Align::decimal, 4}};
  for (const KnownTicket& known : open) {
    const Ticket& ticket = known.ticket;
    if (ticket.pieces.empty()) ++waiting;
    for (const TicketPiece& piece : ticket.pieces) {
      if (piece.state == PieceState::received) ++waiting;
      if (piece.state == PieceState::washing || piece.state == PieceState::ironing) ++at_work;
      if (piece.state == PieceState::ready) ++ready;
    }
    const TicketState state = known.state();
    const bool late = ticket.due < keep_.today() && state != TicketState::ready;
    table.rows.push_back({std::to_string(ticket.number),
                          "",
                          {{ticket.due, late},
                           {ticket.minute ? time_words(*ticket.minute) : std::string()},
                           whose(known),
                           {std::to_string(ticket.number)},
                           {std::to_string(pieces_here(ticket))},
                           {},
                           {state_words(state)},
                           rest_of(known, currency_),
                           known.paid.is_zero() ? ui::Cell{} : ui::Cell{known.paid}}});
  }
  page.figures = {{Phrase("office.laundry.waiting"), std::to_string(waiting)},
                  {Phrase("office.laundry.at_work"), std::to_string(at_work)},
                  {Phrase("office.laundry.ready"), std::to_string(ready)},
                  {Phrase("office.laundry.unclaimed"), std::to_string(keep_.unclaimed().size())}};
  page.table = std::move(table);
  return page;
}

ui::Page OfficeLaundry::ticket_page() {
  const auto ticket = keep_.ticket(chosen_);
  if (!ticket) {
    shown_ = back_;
    return page();
  }
  const KnownTicket known = keep_.known(ticket.value());
  ui::Page page = page_of("office.laundry.title");
  page.title = whose(known).text;
  page.subtitle = {Phrase("office.laundry.number").with("number", chosen_),
                   Phrase("office.laundry.due_on").with("day", known.ticket.due),
                   state_words(known.state())};
  page.quiet = {{"back", Phrase("office.back")}};
  page.figures = {{Phrase("office.laundry.taken"), known.ticket.taken}};
  if (known.ticket.pieces.empty()) {
    if (known.ticket.bag_pieces > 0)
      page.figures.push_back(
          {Phrase("office.laundry.counted"), std::to_string(known.ticket.bag_pieces)});
    page.empty = ui::Empty{Phrase("office.laundry.in_its_bag"),
                           Phrase("office.laundry.in_its_bag_first"), std::nullopt};
    return page;
  }
  page.figures.insert(page.figures.end(),
                      {{Phrase("office.laundry.pieces"), std::to_string(pieces_here(known.ticket))},
                       {Phrase("office.laundry.to_pay"), still_to_pay(known, currency_)},
                       {Phrase("office.bakery.paid_early"), known.paid}});
  const std::vector<Article> all = doors_.till_book.articles(keep_.today());
  ui::Table table;
  table.columns = {{Phrase("office.laundry.piece"), Column::Align::start, 6},
                   {Phrase("office.laundry.tag"), Column::Align::decimal, 2},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.laundry.noted"), Column::Align::start, 5},
                   {Phrase("office.laundry.where"), Column::Align::start, 4},
                   {Phrase("office.laundry.since"), Column::Align::start, 5},
                   {Phrase("office.laundry.rack"), Column::Align::start, 3},
                   {Phrase("office.catalogue.price"), Column::Align::decimal, 3}};
  for (const TicketPiece& piece : known.ticket.pieces) {
    const NamedArticle article = named(all, piece.article);
    table.rows.push_back({std::to_string(piece.tag),
                          article.picture,
                          {{article.name},
                           {std::to_string(piece.tag)},
                           {},
                           {marks_of(piece)},
                           {state_words(piece.state)},
                           {piece.since},
                           {piece.rack},
                           {price_of(piece)}}});
  }
  page.table = std::move(table);
  return page;
}

// How much is promised for which day.
ui::Page OfficeLaundry::days_page() {
  ui::Page page = page_of("office.laundry.days");
  page.quiet = {{"tickets", Phrase("office.back")}};
  struct OfDay {
    int tickets = 0;
    int pieces = 0;
    int ready = 0;
  };
  std::map<Day, OfDay> days;
  for (const KnownTicket& known : keep_.open()) {
    OfDay& day = days[known.ticket.due];
    ++day.tickets;
    day.pieces += pieces_here(known.ticket);
    day.ready += ready_pieces(known.ticket);
  }
  if (days.empty()) {
    page.empty =
        ui::Empty{Phrase("office.laundry.nothing"), Phrase("office.laundry.first"), std::nullopt};
    return page;
  }
  ui::Table table;
  table.columns = {{Phrase("office.laundry.due"), Column::Align::start, 4},
                   {std::nullopt, Column::Align::start, 3},
                   {Phrase("office.laundry.tickets"), Column::Align::decimal, 2},
                   {Phrase("office.laundry.pieces"), Column::Align::decimal, 2},
                   {Phrase("office.laundry.of_them_ready"), Column::Align::decimal, 3},
                   {Phrase("office.laundry.still_to_do"), Column::Align::decimal, 3}};
  for (const auto& [day, sum] : days) {
    const int to_do = sum.pieces - sum.ready;
    const bool late = day < keep_.today() && to_do > 0;
    table.rows.push_back({day.text(),
                          "",
                          {{day, late},
                           {weekday_words(day.weekday_from_monday())},
                           {std::to_string(sum.tickets)},
                           {std::to_string(sum.pieces)},
                           {std::to_string(sum.ready)},
                           {std::to_string(to_do), late}}});
  }
  page.table = std::move(table);
  return page;
}

ui::Page OfficeLaundry::unclaimed_page() {
  ui::Page page = page_of("office.laundry.unclaimed");
  page.subtitle = {Phrase("office.laundry.unclaimed_about")};
  page.quiet = {{"rules", Phrase("office.laundry.rules")}, {"tickets", Phrase("office.back")}};
  const std::vector<UnclaimedTicket> all = keep_.unclaimed();
  if (all.empty()) {
    page.empty = ui::Empty{Phrase("office.laundry.all_fetched"),
                           Phrase("office.laundry.all_fetched_first"), std::nullopt};
    return page;
  }
  ui::Table table;
  table.row_action = "ticket";
  table.columns = {{Phrase("office.laundry.waits_days"), Column::Align::decimal, 2},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.laundry.step"), Column::Align::start, 5},
                   {Phrase("office.laundry.whose"), Column::Align::start, 5},
                   {Phrase("office.laundry.ticket"), Column::Align::decimal, 2},
                   {Phrase("office.laundry.pieces"), Column::Align::decimal, 2},
                   {Phrase("office.laundry.to_pay"), Column::Align::decimal, 3},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.laundry.reminded"), Column::Align::start, 4}};
  for (const UnclaimedTicket& each : all) {
    const Ticket& ticket = each.known.ticket;
    const std::string step(unclaimed_step_text(each.step));
    table.rows.push_back(
        {std::to_string(ticket.number),
         "",
         {{std::to_string(each.days)},
          {},
          {Phrase(fmt::format("office.laundry.step.{}", step)), each.step != UnclaimedStep::none},
          whose(each.known),
          {std::to_string(ticket.number)},
          {std::to_string(ready_pieces(ticket))},
          rest_of(each.known, currency_),
          {},
          ticket.reminded ? ui::Cell{*ticket.reminded} : ui::Cell{}}});
  }
  page.table = std::move(table);
  return page;
}

// Fixed: nobody writes about whom a piece belongs to.
ui::Page OfficeLaundry::marks_page() {
  ui::Page page = page_of("office.laundry.marks");
  page.subtitle = {Phrase("office.laundry.marks_about")};
  page.quiet = {{"tickets", Phrase("office.back")}};
  ui::Table table;
  table.columns = {{Phrase("office.laundry.mark"), Column::Align::start, 4},
                   {Phrase("office.laundry.mark_kind"), Column::Align::start, 6}};
  for (const LaundryMark& mark : laundry_marks())
    table.rows.push_back(
        {std::string(mark.code),
         std::string(mark.picture),
         {{Phrase(fmt::format("pos.laundry.mark.{}", mark.code))},
          {Phrase(fmt::format("office.laundry.kind.{}", laundry_mark_kind_text(mark.kind)))}}});
  page.table = std::move(table);
  return page;
}

ui::Page OfficeLaundry::rules_page() {
  ui::Page page = page_of("office.laundry.rules");
  page.subtitle = {Phrase("office.laundry.rules_about")};
  page.narrow = true;
  const LaundryRules rules = keep_.rules();
  ui::Form form;
  for (const std::string& name : laundry_rule_names()) {
    const std::string text = laundry_rule_text(rules, name);
    const std::string words = name.substr(name.find('.') + 1);
    form.fields.push_back(
        ui::as_typed({.key = name,
                      .label = Phrase(fmt::format("office.laundry.rule.{}", words)),
                      .value = text == none ? std::string() : text,
                      .hint = Phrase(fmt::format("office.laundry.rule.{}.hint", words))},
                     typed_, faults_));
  }
  form.actions = {{"save_rules", Phrase("office.settings.save")},
                  {"tickets", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

// All four, or none; what did not change is not entered again.
void OfficeLaundry::save_rules(const ui::Values& values) {
  typed_ = values.texts;
  const LaundryRules before = keep_.rules();
  LaundryRules after = before;
  for (const std::string& name : laundry_rule_names()) {
    const std::string typed = ui::trimmed(values.text(name));
    const auto changed = with_laundry_rule(after, name, typed.empty() ? none : typed);
    if (changed)
      after = *changed;
    else
      faults_.insert_or_assign(name, Phrase("office.laundry.not_a_number"));
  }
  if (!faults_.empty()) return;
  for (const std::string& name : laundry_rule_names()) {
    const std::string text = laundry_rule_text(after, name);
    if (text != laundry_rule_text(before, name))
      doors_.till_book.set_counter_rule(name, text, doors_.clock.now());
  }
  open(Shown::tickets);
  notice_ = {Phrase("office.settings.saved"), ui::Remark::Kind::done};
}

ui::Next OfficeLaundry::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  faults_.clear();
  static const std::map<std::string, Shown> sections{{"tickets", Shown::tickets},
                                                     {"days", Shown::days},
                                                     {"unclaimed", Shown::unclaimed},
                                                     {"marks", Shown::marks},
                                                     {"rules", Shown::rules}};
  if (const auto found = sections.find(action); found != sections.end()) open(found->second);
  if (action == "ticket") {
    const auto number = parse_decimal(values.text("row"), 0);
    chosen_ = number ? number.value() : 0;
    back_ = shown_;
    open(Shown::ticket);
  }
  if (action == "back") open(back_);
  if (action == "save_rules") save_rules(values);
  return ui::Next::page();
}

}  // namespace tilia::pos
