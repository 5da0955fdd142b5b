// The calm places of a laundry: a new ticket before and after it is in the book, what else can be
// done with one, and what nobody fetched.
#include <fmt/format.h>

#include "pos/ui/calm_window.h"
#include "pos/ui/ticket_row.h"
#include "pos/ui/tickets_screen.h"

namespace tilia::pos {

CalmWindow::Face CalmWindow::ticket_look_face() {
  set_undo("← " + say("till.go_back"), true);
  set_action(say("till.ticket.take_in"), true, [this] { counter().take_in(); });
  const TicketIntake& intake = counter().tickets().intake();
  const auto many =
      intake.pieces().empty() ? std::int64_t{intake.bag_pieces()} : std::ssize(intake.pieces());
  const std::string pieces = desk().words.say(Phrase("till.ticket.pieces").with("count", many));
  const Phrase ready =
      Phrase("till.ticket.ready_on").with("day", weekday_text(intake.day(), desk().words));
  return {counter().whose().picture(),
          fmt::format("{} · {}", counter().whose().whose(), pieces),
          desk().words.say(ready),
          intake.total(),
          {}};
}

// Two pictures of one size: nobody has to pay early.
CalmWindow::Face CalmWindow::ticket_taken_face() {
  set_undo("↶ " + say("till.undo"), true);
  const TicketsScreen& tickets = counter().tickets();
  const Ticket& ticket = tickets.opened().ticket;
  const auto to_pay = ticket.pieces.empty() ? std::nullopt : std::optional(tickets.still_to_pay());
  return {"🧺",
          desk().words.say(Phrase("till.ticket.is_taken_in").with("number", ticket.number)),
          say("till.order.pays_now"),
          to_pay,
          {{"🪙", say("till.order.pay_now"), [this] { counter().pay_ticket_early(); },
            counter().can_pay_ticket_early()},
           {"👋", say("till.order.nothing_now"), [this] { counter().back_to_selling(); }}}};
}

CalmWindow::Face CalmWindow::ticket_more_face() {
  set_undo("← " + say("till.go_back"), true);
  const TicketsScreen& tickets = counter().tickets();
  const KnownTicket& known = tickets.opened();
  const bool in_bag = known.ticket.pieces.empty();
  const auto prints = [this](TicketPaper paper) {
    return [this, paper] { counter().print_ticket({paper}); };
  };
  const auto press = [this](void (TicketsScreen::*what)()) {
    return [this, what] { counter().at_tickets([what](TicketsScreen& t) { (t.*what)(); }); };
  };
  return {
      known.picture,
      fmt::format("№ {} · {}", known.ticket.number, known.whose),
      "",
      std::nullopt,
      {{"👕", say("till.ticket.look_into"), press(&TicketsScreen::look_into)},
       {"🧾", say("till.ticket.slip"), prints(TicketPaper::slip)},
       {"🏷", say("till.ticket.tags"), prints(TicketPaper::tags), !in_bag},
       {"🪙", say("till.order.pay_early"), [this] { counter().pay_ticket_early(); },
        counter().can_pay_ticket_early()},
       {"👜", say("till.ticket.bag_paper"), prints(TicketPaper::bag)},
       {"🌀", say("till.ticket.split"), press(&TicketsScreen::split_load), tickets.can_split()}}};
}

// What it is time for stands first; what was noted can be taken back as long as it is seen.
CalmWindow::Face CalmWindow::ticket_waits_face() {
  const TicketsScreen& tickets = counter().tickets();
  const UnclaimedTicket& waiting = tickets.waiting();
  const Ticket& ticket = waiting.known.ticket;
  const bool noted = tickets.has_noted();
  const bool away = pieces_here(ticket) == 0;
  set_undo(noted ? "↶ " + say("till.undo") : "← " + say("till.go_back"), true);
  const auto press = [this](void (TicketsScreen::*what)()) {
    return [this, what] { counter().at_tickets([what](TicketsScreen& t) { (t.*what)(); }); };
  };
  set_action(say("till.done"), true, press(&TicketsScreen::done_with_waiting));
  std::string softly = tickets.phone_of_waiting();
  const auto add = [&softly](const std::string& more) {
    softly += (softly.empty() ? "" : " · ") + more;
  };
  if (ticket.reminded)
    add(desk().words.say(
        Phrase("till.ticket.was_told").with("day", desk().words.day(*ticket.reminded))));
  if (away) add(say("pos.laundry.state.given_away"));
  const StateFace step = unclaimed_face(waiting, desk());
  const Phrase days =
      Phrase("till.ticket.days").with("count", static_cast<std::int64_t>(waiting.days));
  return {step.picture,
          fmt::format("{} · {} · {}", waiting.known.whose, desk().words.say(days), step.words),
          softly,
          std::nullopt,
          {{"📞", say("till.ticket.told_now"), press(&TicketsScreen::was_told), !noted},
           {"🎁", say("till.ticket.give_away"), press(&TicketsScreen::give_away),
            tickets.may_be_given_away()},
           {"🧺", say("till.ticket.open_it"), press(&TicketsScreen::open_its_ticket), !away}}};
}

}  // namespace tilia::pos
