// `tilia appointment …`: visits to the salon, the day's list on paper and for a calendar.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/day_answer.h"
#include "app/open_book.h"
#include "db/history_book_sqlite.h"
#include "db/salon_book_sqlite.h"
#include "pos/salon/appointment_list.h"
#include "pos/salon/day_calendar.h"
#include "pos/salon/keep_visits.h"
#include "pos/salon/visit_file.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

struct VisitOptions {
  std::string id;
  std::string file;
  std::vector<std::string> services;
  std::string at;
  std::string name;
  std::string picture;
  std::string person;
  std::string chair;
  std::string state;
  std::string day;
  std::string ics;
  std::string pdf;
  std::string paper = "80mm";
  std::string customer;
  std::string sale;
  std::vector<std::string> notes;
  int service_number = 1;
  bool with_people = false;
};

// The book's appointments, for as long as one command works on them.
struct VisitDesk {
  explicit VisitDesk(OpenBook& open) : book(open.file()), visits(book, open.zone(), open.clock()) {}
  db::SalonBookSqlite book;
  pos::KeepVisits visits;
};

Instant time_argument(const std::string& text, const Zone& zone) {
  const auto time = pos::parse_shop_time(text, zone);
  if (!time)
    throw Stopped(ExitStatus::wrong_usage, "bad_time",
                  Phrase("app.salon.bad_time").with("found", text));
  return *time;
}

pos::VisitId id_argument(const std::string& text) {
  const auto id = pos::VisitId::parse(text);
  if (!id)
    throw Stopped(ExitStatus::wrong_usage, "bad_id",
                  Phrase("app.appointment.bad_id").with("found", text));
  return *id;
}

std::vector<pos::Wanted> wanted_argument(const std::vector<std::string>& services) {
  std::vector<pos::Wanted> wanted;
  for (const std::string& each : services) wanted.push_back(pos::parse_wanted(each));
  return wanted;
}

Phrase sentence_about(const pos::Visit& visit, const Zone& zone) {
  const Phrase sentence(visit.state == pos::VisitState::waiting || visit.services.empty()
                            ? "app.appointment.waits"
                            : "app.appointment.stands");
  const Instant at = visit.services.empty() ? visit.came : visit.start();
  return sentence.with("id", visit.id.text())
      .with("day", zone.local_day(at))
      .with("time", zone.local_time_text(at))
      .with("state", std::string(pos::visit_state_text(visit.state)));
}

[[noreturn]] void refuse(const pos::VisitRefusal& why) {
  throw Stopped(ExitStatus::refused, std::string(pos::visit_refusal_code(why.why)),
                pos::sentence_of(why));
}

ExitStatus answered(Desk& desk, OpenBook& book, const pos::KeepVisits::Answer& answer) {
  if (!answer) refuse(answer.refusal());
  desk.printer.answer(Json::parse(pos::visit_json(answer.value())),
                      sentence_about(answer.value(), book.zone()));
  return ExitStatus::done;
}

pos::VisitAsked asked_visit(OpenBook& book, const VisitOptions& asked) {
  if (!asked.file.empty()) {
    auto read = pos::read_visit_asked(whole_file(asked.file), book.zone());
    if (!read)
      throw Stopped(ExitStatus::refused,
                    std::string(pos::visit_file_refusal_code(read.refusal().why)),
                    pos::sentence_of(read.refusal()));
    return std::move(read).value();
  }
  if (asked.at.empty())
    throw Stopped(ExitStatus::wrong_usage, "no_time", Phrase("app.appointment.no_time"));
  return {asked.id.empty() ? pos::VisitId::mint(book.chance()) : id_argument(asked.id),
          wanted_argument(asked.services), time_argument(asked.at, book.zone()), asked.picture,
          asked.name};
}

ExitStatus appointment_add(Desk& desk, const VisitOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  return answered(desk, book, VisitDesk(book).visits.book(asked_visit(book, asked)));
}

ExitStatus appointment_move(Desk& desk, const VisitOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  // From 1, as people count.
  pos::VisitMove move{.id = id_argument(asked.id),
                      .service = static_cast<std::size_t>(std::max(asked.service_number, 1) - 1)};
  if (!asked.at.empty()) move.start = time_argument(asked.at, book.zone());
  if (!asked.person.empty()) move.person = asked.person;
  if (!asked.chair.empty()) move.chair = asked.chair == "none" ? std::string() : asked.chair;
  return answered(desk, book, VisitDesk(book).visits.move(move));
}

ExitStatus appointment_state(Desk& desk, const VisitOptions& asked) {
  const auto state = pos::parse_visit_state(asked.state);
  if (!state)
    throw Stopped(ExitStatus::wrong_usage, "bad_state",
                  Phrase("app.appointment.bad_state").with("found", asked.state));
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  return answered(desk, book, VisitDesk(book).visits.set_state(id_argument(asked.id), *state));
}

ExitStatus appointment_cancel(Desk& desk, const VisitOptions& asked) {
  VisitOptions cancelled = asked;
  cancelled.state = pos::visit_state_text(pos::VisitState::cancelled);
  return appointment_state(desk, cancelled);
}

ExitStatus appointment_walk_in(Desk& desk, const VisitOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  const pos::VisitId id =
      asked.id.empty() ? pos::VisitId::mint(book.chance()) : id_argument(asked.id);
  return answered(desk, book,
                  VisitDesk(book).visits.walk_in(
                      {id, wanted_argument(asked.services), asked.picture, asked.name}));
}

ExitStatus appointment_begin(Desk& desk, const VisitOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  return answered(
      desk, book,
      VisitDesk(book).visits.begin(id_argument(asked.id), wanted_argument(asked.services)));
}

ExitStatus appointment_forget(Desk& desk, const VisitOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  const pos::VisitId id = id_argument(asked.id);
  const auto forgotten = VisitDesk(book).visits.forget_name(id);
  if (!forgotten) refuse(forgotten.refusal());
  desk.printer.answer(Json{{"id", id.text()}, {"name", ""}}, Phrase("app.appointment.forgotten"));
  return ExitStatus::done;
}

// What the till says by itself when the tray with its services was paid.
ExitStatus appointment_paid(Desk& desk, const VisitOptions& asked) {
  const auto sale = pos::SaleId::parse(asked.sale);
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  if (!sale || !book.till_book().sale_by_id(*sale))
    throw Stopped(ExitStatus::refused, "visit.unknown_sale",
                  Phrase("app.appointment.unknown_sale").with("found", asked.sale));
  return answered(desk, book, VisitDesk(book).visits.paid_by(id_argument(asked.id), *sale));
}

[[noreturn]] void refuse(pos::HistoryRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(pos::history_refusal_code(why)),
                pos::sentence_of(why));
}

// Whose it was and what was done, where she agreed to that.
ExitStatus appointment_remember(Desk& desk, const VisitOptions& asked) {
  const pos::VisitId id = id_argument(asked.id);
  const auto customer = pos::CustomerId::parse(asked.customer);
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  db::SalonBookSqlite salon(book.file());
  db::HistoryBookSqlite history(book.file());
  pos::KeepHistory keep(salon, history, book.customer_book());
  if (!customer) refuse(pos::HistoryRefusal::unknown_customer);
  const auto remembered = keep.remember(id, *customer, asked.notes);
  if (!remembered) refuse(remembered.refusal());
  desk.printer.answer(
      Json{{"id", id.text()}, {"customer", customer->text()}, {"notes", asked.notes}},
      Phrase("app.appointment.remembered"));
  return ExitStatus::done;
}

ExitStatus appointment_times(Desk& desk, const VisitOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  const Day day = day_argument(asked.day);
  Json times = Json::array();
  Rows rows;
  const auto offered = VisitDesk(book).visits.offered(day, wanted_argument(asked.services));
  if (!offered) refuse(offered.refusal());
  for (const pos::OfferedTime& each : offered.value()) {
    if (!each.free) continue;
    times.push_back(each.start.text());
    rows.push_back({book.zone().local_time_text(each.start)});
  }
  const Json answer{{"day", day.text()}, {"times", times}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.appointment.no_free_time"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

void write_list(Desk& desk, const VisitOptions& asked, const Strip& strip) {
  const auto paper =
      asked.paper == "a4" ? reporting::StripPaper::a4 : reporting::StripPaper::roll_80_mm;
  const reporting::Typeface typeface(desk.resources.fonts());
  write_whole(asked.pdf, reporting::strip_pdf(strip, paper, typeface));
}

ExitStatus appointment_list(Desk& desk, const VisitOptions& asked) {
  if (asked.paper != "80mm" && asked.paper != "a4")
    throw Stopped(ExitStatus::wrong_usage, "bad_paper",
                  Phrase("app.wrong.paper").with("found", asked.paper));
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  VisitDesk salon(book);
  const Day day = asked.day.empty() ? salon.visits.today() : day_argument(asked.day);
  const pos::AppointmentList list{day, salon.visits.on(day), salon.book.salon(),
                                  book.till_book().articles(day)};
  const Strip strip =
      pos::appointment_list_strip(list, book.paper_head(), {}, book.zone(), book.paper_words());
  if (!asked.pdf.empty()) write_list(desk, asked, strip);
  if (!asked.ics.empty())
    write_whole(asked.ics, pos::day_calendar(list.visits, list.salon, list.articles,
                                             {book.clock().now(), pos::stretch_of(day, book.zone()),
                                              asked.with_people}));
  Json answer{{"day", day.text()}, {"appointments", Json::array()}};
  for (const pos::Visit& visit : list.visits)
    answer["appointments"].push_back(Json::parse(pos::visit_json(visit)));
  desk.printer.answer(answer, strip_rows(strip));
  return ExitStatus::done;
}

// Everything of one family that is hung into the tree in the same way.
class Family {
 public:
  Family(CLI::App& parent, Desk& desk) : parent_(parent), desk_(desk) {}

  std::pair<CLI::App*, std::shared_ptr<VisitOptions>> command(
      const char* name, const char* help, const char* example,
      ExitStatus (*act)(Desk&, const VisitOptions&)) {
    auto options = std::make_shared<VisitOptions>();
    CLI::App* added = add_command(parent_, desk_, name, help, example);
    does(added, desk_, options, act);
    return {added, options};
  }

 private:
  CLI::App& parent_;
  Desk& desk_;
};

void add_steps(Family& family, Desk& desk) {
  const auto [cancel, cancelling] =
      family.command("cancel", "app.help.appointment_cancel", "tilia appointment cancel 3f1c…",
                     appointment_cancel);
  add_option(cancel, desk, "id", cancelling->id, "app.option.appointment").required();
  const auto [state, stating] =
      family.command("state", "app.help.appointment_state", "tilia appointment state 3f1c… arrived",
                     appointment_state);
  add_option(state, desk, "id", stating->id, "app.option.appointment").required();
  add_option(state, desk, "state", stating->state, "app.option.appointment_state").required();
  const auto [walk_in, waiting] =
      family.command("walk-in", "app.help.appointment_walk_in",
                     "tilia appointment walk-in --picture 🌻 --service cut", appointment_walk_in);
  add_option(walk_in, desk, "--service", waiting->services, "app.option.appointment_service")
      .one_value_each();
  add_option(walk_in, desk, "--name", waiting->name, "app.option.appointment_name");
  add_option(walk_in, desk, "--picture", waiting->picture, "app.option.appointment_picture");
  add_option(walk_in, desk, "--id", waiting->id, "app.option.appointment_id");
  const auto [forget, forgetting] =
      family.command("forget", "app.help.appointment_forget", "tilia appointment forget 3f1c…",
                     appointment_forget);
  add_option(forget, desk, "id", forgetting->id, "app.option.appointment").required();
  const auto [paid, paying] =
      family.command("paid", "app.help.appointment_paid",
                     "tilia appointment paid 3f1c… --sale 77ab…", appointment_paid);
  add_option(paid, desk, "id", paying->id, "app.option.appointment").required();
  add_option(paid, desk, "--sale", paying->sale, "app.option.paid_by_sale").required();
  const auto [remember, remembering] = family.command(
      "remember", "app.help.appointment_remember",
      "tilia appointment remember 3f1c… --customer 9f… --note \"🎨 6.0\"", appointment_remember);
  add_option(remember, desk, "id", remembering->id, "app.option.appointment").required();
  add_option(remember, desk, "--customer", remembering->customer, "app.option.customer_id")
      .required();
  add_option(remember, desk, "--note", remembering->notes, "app.option.visit_note")
      .one_value_each();
  const auto [begin, beginning] =
      family.command("begin", "app.help.appointment_begin",
                     "tilia appointment begin 3f1c… --service cut:person@chair", appointment_begin);
  add_option(begin, desk, "id", beginning->id, "app.option.appointment").required();
  add_option(begin, desk, "--service", beginning->services, "app.option.appointment_service")
      .one_value_each();
}

void add_lists(Family& family, Desk& desk) {
  const auto [list, listing] = family.command(
      "list", "app.help.appointment_list",
      "tilia appointment list --day 2026-03-02 --pdf day.pdf --ics day.ics", appointment_list);
  add_option(list, desk, "--day", listing->day, "app.option.appointment_day");
  add_option(list, desk, "--pdf", listing->pdf, "app.option.pdf");
  add_option(list, desk, "--paper", listing->paper, "app.option.paper");
  add_option(list, desk, "--ics", listing->ics, "app.option.ics");
  add_flag(list, desk, "--with-people", listing->with_people, "app.option.with_people");
  const auto [times, offering] = family.command(
      "times", "app.help.appointment_times",
      "tilia appointment times --day 2026-03-02 --service cut:person@chair", appointment_times);
  add_option(times, desk, "--day", offering->day, "app.option.appointment_day").required();
  add_option(times, desk, "--service", offering->services, "app.option.appointment_service")
      .one_value_each();
}

}  // namespace

void add_appointment_commands(CLI::App& root, Desk& desk) {
  CLI::App* appointment = add_family(root, desk, "appointment", "app.help.appointment");
  Family family(*appointment, desk);
  const auto [add, adding] = family.command(
      "add", "app.help.appointment_add",
      "tilia appointment add --at \"2026-03-02 10:00\" --service cut:person@chair --name Mira",
      appointment_add);
  add_option(add, desk, "--at", adding->at, "app.option.appointment_at");
  add_option(add, desk, "--service", adding->services, "app.option.appointment_service")
      .one_value_each();
  add_option(add, desk, "--name", adding->name, "app.option.appointment_name");
  add_option(add, desk, "--picture", adding->picture, "app.option.appointment_picture");
  add_option(add, desk, "--id", adding->id, "app.option.appointment_id");
  add_option(add, desk, "--file", adding->file, "app.option.appointment_file");
  const auto [move, moving] = family.command(
      "move", "app.help.appointment_move",
      "tilia appointment move 3f1c… --at \"2026-03-02 14:30\" --person person-2", appointment_move);
  add_option(move, desk, "id", moving->id, "app.option.appointment").required();
  add_option(move, desk, "--at", moving->at, "app.option.appointment_at");
  add_option(move, desk, "--person", moving->person, "app.option.appointment_person");
  add_option(move, desk, "--chair", moving->chair, "app.option.appointment_chair");
  add_option(move, desk, "--number", moving->service_number, "app.option.appointment_number");
  add_steps(family, desk);
  add_lists(family, desk);
}

}  // namespace tilia::app
