#include "pos/ui/ticket_marks_window.h"

#include <fmt/format.h>

#include "pos/ui/tickets_screen.h"

namespace tilia::pos {
namespace {

std::vector<LaundryMark> marks_of(LaundryMark::Kind kind) {
  std::vector<LaundryMark> marks = laundry_marks();
  std::erase_if(marks, [kind](const LaundryMark& mark) { return mark.kind != kind; });
  return marks;
}

const char* question_of(LaundryMark::Kind kind) {
  switch (kind) {
    case LaundryMark::Kind::colour: return "till.ticket.which_colours";
    case LaundryMark::Kind::stain: return "till.ticket.which_stains";
    default: return "till.ticket.which_remarks";
  }
}

}  // namespace

TicketMarksWindow::TicketMarksWindow(wxWindow* parent, const Desk& desk)
    : TilesWindow(
          parent, desk,
          [this](std::size_t which) {
            const auto marks = marks_of(counter().tickets().intake().kind());
            if (which >= marks.size()) return;
            const std::string code(marks[which].code);
            counter().at_tickets([&](TicketsScreen& tickets) {
              tickets.at_intake([&](TicketIntake& intake) { intake.note(code); });
            });
          },
          [this](int by) {
            counter().at_tickets([by](TicketsScreen& tickets) {
              tickets.at_intake([by](TicketIntake& intake) { intake.turn_kind(by); });
            });
          }) {}

void TicketMarksWindow::refresh() {
  const TicketIntake& intake = counter().tickets().intake();
  const std::string& code = intake.pieces().at(*intake.chosen()).article;
  const Article* article = counter().shelf().article(code);
  Shown shown{.question = fmt::format("{} · {}", article == nullptr ? code : article->name,
                                      say(question_of(intake.kind()))),
              .if_none = "",
              .faces = {},
              .page = static_cast<std::size_t>(intake.kind()),
              .pages = TicketIntake::kinds};
  for (const LaundryMark& mark : marks_of(intake.kind()))
    shown.faces.push_back({.picture = std::string(mark.picture),
                           .name = say("pos.laundry.mark." + std::string(mark.code)),
                           .price = {},
                           .badge = intake.has_mark(mark.code) ? "✓" : ""});
  show(shown);
}

}  // namespace tilia::pos
