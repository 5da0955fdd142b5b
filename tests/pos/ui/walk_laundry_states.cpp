#include "tests/pos/ui/walk_laundry_states.h"

#include "pos/ticket_advance.h"
#include "pos/ui/tickets_screen.h"
#include "tests/pos/ui/walk_ways.h"

namespace tilia::pos::tests {
namespace {

using States = std::vector<State>;

KeepTickets keep(Shop& shop) {
  return KeepTickets(
      {shop.tickets, shop.book, shop.customers, shop.tenders, shop.pack, shop.zone, shop.clock});
}

// Of so many kinds each once, with marks on the second.
Ticket takes(Shop& shop, int days, int kinds, const std::string& name, int bag = 0) {
  const Customer customer{CustomerId::mint(shop.chance), name, "0641234567"};
  std::vector<PieceAsked> pieces;
  for (int i = 0; i < kinds; ++i)
    pieces.push_back({.article = "long-" + std::to_string(i),
                      .quantity = Quantity::pieces(1),
                      .marks = i == 1 ? std::vector<std::string>{"white", "wine", "came_torn"}
                                      : std::vector<std::string>{}});
  const auto ticket = keep(shop).take({.id = TicketId::mint(shop.chance),
                                       .till = "T1",
                                       .by = {customer.id, {}},
                                       .due = shop.zone.local_day(shop.clock.now()).plus_days(days),
                                       .minute = 17 * 60 + 30,
                                       .bag_pieces = bag,
                                       .pieces = pieces,
                                       .noted = customer});
  CHECK(ticket);
  return ticket.value();
}

void moves(Shop& shop, const Ticket& ticket, PieceState to, const std::string& rack = {},
           const std::vector<std::int64_t>& tags = {}) {
  CHECK(keep(shop).move(ticket.number, {.which = {.tags = tags}, .to = to, .rack = rack}));
}

void pays_early(Shop& shop, const Ticket& ticket, const Money& paid) {
  CHECK(shop.ring.ring_up(
      "T1", {.id = SaleId::mint(shop.chance),
             .lines = {},
             .tenders = {{TenderKind::card, paid}},
             .donation = std::nullopt,
             .extras = {{ExtraKind::advance, paid, advance_of_ticket(ticket.number)}}}));
}

// One of each state, more than a page of them, some of them on other days.
void board_is_full(Shop& shop) {
  takes(shop, 0, 0, "Ana", 499);
  takes(shop, 0, 9, "Aleksandra Marija");
  const Ticket washed = takes(shop, 0, 3, "Цвијета");
  moves(shop, washed, PieceState::washing);
  pays_early(shop, washed, shop.dinars(10));
  const Ticket ironed = takes(shop, 0, 2, "Библиотека");
  moves(shop, ironed, PieceState::ironing);
  pays_early(shop, ironed, to_pay_of(ironed, shop.pack.currency));
  const Ticket ready = takes(shop, 0, 4, "Đurđica");
  moves(shop, ready, PieceState::ready, "A-123456");
  const Ticket two = takes(shop, 0, 2, "Marko");
  moves(shop, two, PieceState::ready, "B12", {two.pieces[0].tag});
  moves(shop, two, PieceState::ready, "B13", {two.pieces[1].tag});
  const Ticket some = takes(shop, 0, 5, "Aleksandra Marija");
  moves(shop, some, PieceState::lost, "", {some.pieces[0].tag});
  moves(shop, some, PieceState::washing, "", {some.pieces[1].tag});
  for (const char* name : {"Vera", "Zora", "Goca"}) takes(shop, 0, 1, name);
  takes(shop, 1, 2, "Milica");
  takes(shop, 40, 3, "Aleksandra Marija");
}

void opens_board(Shop& shop) {
  sells(shop);
  board_is_full(shop);
  shop->open_tickets();
}

void opens(Shop& shop, const Ticket& ticket) { shop->scanned(ticket_barcode(ticket.number)); }

void opens_many_sorts(Shop& shop) {
  sells(shop);
  const Ticket ticket = takes(shop, 1, 9, "Aleksandra Marija");
  moves(shop, ticket, PieceState::washing, "", {ticket.pieces[1].tag});
  moves(shop, ticket, PieceState::ready, "A-123456", {ticket.pieces[2].tag});
  moves(shop, ticket, PieceState::lost, "", {ticket.pieces[3].tag});
  pays_early(shop, ticket, shop.dinars(10));
  opens(shop, ticket);
}

void chooses(Shop& shop, std::size_t piece) {
  const std::int64_t tag = shop->tickets().opened().ticket.pieces.at(piece).tag;
  shop->at_tickets([tag](TicketsScreen& t) { t.choose_piece(tag); });
}

void asks_place(Shop& shop) {
  sells(shop);
  const Ticket ticket = takes(shop, 0, 2, "Ana");
  moves(shop, ticket, PieceState::ironing);
  opens(shop, ticket);
  shop->at_tickets([](TicketsScreen& t) { t.one_step_on(); });
}

States one_states() {
  return {{"in its bag",
           [](Shop& s) {
             sells(s);
             opens(s, takes(s, 0, 0, "Ana", 499));
           },
           shop_washes},
          {"many sorts", opens_many_sorts, shop_washes},
          {"two are chosen",
           [](Shop& s) {
             opens_many_sorts(s);
             chooses(s, 0);
             chooses(s, 1);
           },
           shop_washes},
          {"one step was made",
           [](Shop& s) {
             opens_many_sorts(s);
             s->at_tickets([](TicketsScreen& t) { t.one_step_on(); });
           },
           shop_washes},
          {"a load of its own",
           [](Shop& s) {
             opens_many_sorts(s);
             chooses(s, 0);
             s->at_tickets([](TicketsScreen& t) { t.open_more(); });
             s->at_tickets([](TicketsScreen& t) { t.split_load(); });
           },
           shop_washes},
          {"all is ready and paid",
           [](Shop& s) {
             sells(s);
             const Ticket ticket = takes(s, 0, 2, "Ana");
             moves(s, ticket, PieceState::ready, "12");
             pays_early(s, ticket, to_pay_of(ticket, s.pack.currency));
             opens(s, ticket);
           },
           shop_washes}};
}

void intake(Shop& shop, const std::function<void(TicketIntake&)>& what) {
  shop->at_tickets([&](TicketsScreen& t) { t.at_intake(what); });
}

void begins(Shop& shop, const std::string& many = "") {
  sells(shop);
  shop->open_tickets();
  shop->begin_ticket();
  types(shop, many);
}

// So many pieces, the second with marks of each kind.
void notes_pieces(Shop& shop, int many) {
  begins(shop);
  intake(shop, [](TicketIntake& in) { in.in_detail(); });
  for (int i = 0; i < many; ++i)
    intake(shop, [i](TicketIntake& in) { in.add("long-" + std::to_string(i)); });
  if (many < 2) return;
  intake(shop, [](TicketIntake& in) { in.choose(1); });
  intake(shop, [](TicketIntake& in) { in.note_marks(); });
  for (const char* mark : {"white", "patterned", "wine", "coffee", "came_torn"})
    intake(shop, [mark](TicketIntake& in) { in.note(mark); });
}

void asks_day(Shop& shop, bool in_detail) {
  if (in_detail) {
    notes_pieces(shop, 7);
    shop->undo();
    intake(shop, [](TicketIntake& in) { in.pieces_done(); });
    return;
  }
  begins(shop, "500");
  intake(shop, [](TicketIntake& in) { in.counted(); });
}

void asks_whose(Shop& shop, bool in_detail) {
  asks_day(shop, in_detail);
  intake(shop, [](TicketIntake& in) { in.choose_day(in.days_offered().back()); });
}

void looks(Shop& shop, bool in_detail) {
  asks_whose(shop, in_detail);
  shop->at_whose([](WhoseAsked& w) { w.somebody_else(); });
  types(shop, "aleksandra marija");
  shop->at_whose([](WhoseAsked& w) { w.name_done(); });
}

// After so many days, where the shop reminds, asks for a fee and gives away.
void waits(Shop& shop, int days) {
  for (const auto& [rule, after] : {std::pair{"remind_days", "7"}, std::pair{"fee_days", "30"},
                                    std::pair{"give_away_days", "90"}})
    shop.book.set_counter_rule(std::string("laundry.") + rule, after, shop.clock.now());
  sells(shop);
  for (const char* name : {"Aleksandra Marija", "Đurđica"})
    moves(shop, takes(shop, 0, 3, name), PieceState::ready, "A-123456");
  shop.clock.set(shop.clock.now().plus_seconds(std::int64_t{days} * 24 * 60 * 60));
  shop->open_tickets();
  shop->at_tickets([](TicketsScreen& t) { t.open_unclaimed(); });
}

void opens_waiting(Shop& shop, int days) {
  waits(shop, days);
  shop->at_tickets([](TicketsScreen& t) {
    const std::int64_t number = t.unclaimed().front().known.ticket.number;
    t.open_waiting(number);
  });
}

// What is in it, piece by piece.
States pieces_states_of(Place place) {
  switch (place) {
    case Place::ticket_pieces:
      return {{"none", [](Shop& s) { notes_pieces(s, 0); }, shop_washes},
              {"one", [](Shop& s) { notes_pieces(s, 1); }, shop_washes},
              {"many",
               [](Shop& s) {
                 notes_pieces(s, 9);
                 s->undo();
               },
               shop_washes},
              {"of one in the book",
               [](Shop& s) {
                 opens_many_sorts(s);
                 s->at_tickets([](TicketsScreen& t) { t.look_into(); });
               },
               shop_washes}};
    case Place::ticket_weigh:
      return {{"a heavy one",
               [](Shop& s) {
                 begins(s);
                 intake(s, [](TicketIntake& in) { in.in_detail(); });
                 intake(s, [](TicketIntake& in) { in.add("nuts"); });
                 types(s, "99999");
               },
               shop_washes}};
    default:
      return {{"colours", [](Shop& s) { notes_pieces(s, 3); }, shop_washes},
              {"stains",
               [](Shop& s) {
                 notes_pieces(s, 3);
                 intake(s, [](TicketIntake& in) { in.turn_kind(1); });
               },
               shop_washes},
              {"remarks",
               [](Shop& s) {
                 notes_pieces(s, 3);
                 intake(s, [](TicketIntake& in) { in.turn_kind(1); });
                 intake(s, [](TicketIntake& in) { in.turn_kind(1); });
               },
               shop_washes}};
  }
}

States intake_states_of(Place place) {
  const auto with = [](void (*way)(Shop&, bool), bool in_detail) {
    return [way, in_detail](Shop& shop) { way(shop, in_detail); };
  };
  switch (place) {
    case Place::ticket_count:
      return {{"nothing typed", [](Shop& s) { begins(s); }, shop_washes},
              {"a full bag", [](Shop& s) { begins(s, "500"); }, shop_washes}};
    case Place::ticket_pieces:
    case Place::ticket_weigh:
    case Place::ticket_marks: return pieces_states_of(place);
    case Place::ticket_day: return {{"of a bag", with(asks_day, false), shop_washes}};
    case Place::ticket_whose: return {{"nobody on account", with(asks_whose, true), shop_washes}};
    case Place::ticket_name:
      return {{"a name",
               [](Shop& s) {
                 looks(s, false);
                 s->undo();
               },
               shop_washes}};
    case Place::ticket_look:
      return {{"a bag", with(looks, false), shop_washes},
              {"pieces", with(looks, true), shop_washes}};
    default:
      return {{"a bag",
               [](Shop& s) {
                 looks(s, false);
                 s->take_in();
               },
               shop_washes},
              {"pieces",
               [](Shop& s) {
                 looks(s, true);
                 s->take_in();
               },
               shop_washes}};
  }
}

States unclaimed_states_of(Place place) {
  if (place == Place::tickets_unclaimed)
    return {{"none", [](Shop& s) { waits(s, 0); }, shop_washes},
            {"two wait", [](Shop& s) { waits(s, 31); }, shop_washes}};
  return {{"time to remind", [](Shop& s) { opens_waiting(s, 8); }, shop_washes},
          {"she was told",
           [](Shop& s) {
             opens_waiting(s, 31);
             s->at_tickets([](TicketsScreen& t) { t.was_told(); });
           },
           shop_washes},
          {"given away",
           [](Shop& s) {
             opens_waiting(s, 91);
             s->at_tickets([](TicketsScreen& t) { t.give_away(); });
           },
           shop_washes}};
}

States more_states() {
  return {{"a bag",
           [](Shop& s) {
             sells(s);
             opens(s, takes(s, 0, 0, "Aleksandra Marija", 499));
             s->at_tickets([](TicketsScreen& t) { t.open_more(); });
           },
           shop_washes},
          {"some are chosen",
           [](Shop& s) {
             opens_many_sorts(s);
             chooses(s, 0);
             s->at_tickets([](TicketsScreen& t) { t.open_more(); });
           },
           shop_washes}};
}

}  // namespace

void shop_washes(CounterOfTests& shop) {
  shop.book.set_counter_rule("counter.tickets", "yes", shop.clock.now());
}

States ticket_states_of(Place place) {
  const auto finds = [](const std::string& letters) {
    return [letters](Shop& s) {
      opens_board(s);
      s->at_tickets([](TicketsScreen& t) { t.find(); });
      types(s, letters);
    };
  };
  switch (place) {
    case Place::tickets:
      return {{"none",
               [](Shop& s) {
                 sells(s);
                 s->open_tickets();
               },
               shop_washes},
              {"a full day", opens_board, shop_washes},
              {"the second page",
               [](Shop& s) {
                 opens_board(s);
                 s->at_tickets([](TicketsScreen& t) { t.turn_page(1); });
               },
               shop_washes},
              {"later",
               [](Shop& s) {
                 opens_board(s);
                 s->at_tickets([](TicketsScreen& t) { t.choose_tab(TicketsScreen::When::later); });
               },
               shop_washes}};
    case Place::ticket_find:
      return {{"nothing typed", finds(""), shop_washes},
              {"some letters", finds("alek"), shop_washes},
              {"no such name", finds("wwwwwwwwwwwwwwwwwwwwwwww"), shop_washes}};
    case Place::ticket: return one_states();
    case Place::ticket_rack:
      return {{"nothing typed", asks_place, shop_washes},
              {"a long number",
               [](Shop& s) {
                 asks_place(s);
                 types(s, "123456");
               },
               shop_washes}};
    case Place::ticket_more: return more_states();
    case Place::tickets_unclaimed:
    case Place::ticket_waits: return unclaimed_states_of(place);
    case Place::ticket_count:
    case Place::ticket_pieces:
    case Place::ticket_weigh:
    case Place::ticket_marks:
    case Place::ticket_day:
    case Place::ticket_whose:
    case Place::ticket_name:
    case Place::ticket_look:
    case Place::ticket_taken: return intake_states_of(place);
    default:
      return {{"one is noted",
               [](Shop& s) {
                 opens_many_sorts(s);
                 chooses(s, 1);
                 s->at_tickets([](TicketsScreen& t) { t.what_went_wrong(); });
                 s->at_tickets([](TicketsScreen& t) { t.note_damage("shrunk"); });
               },
               shop_washes}};
  }
}

}  // namespace tilia::pos::tests
