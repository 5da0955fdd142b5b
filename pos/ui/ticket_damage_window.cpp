#include "pos/ui/ticket_damage_window.h"

#include <fmt/format.h>

#include <algorithm>

#include "pos/laundry/laundry_mark.h"
#include "pos/ui/tickets_screen.h"

namespace tilia::pos {
namespace {

std::vector<LaundryMark> damages() {
  std::vector<LaundryMark> marks = laundry_marks();
  std::erase_if(marks,
                [](const LaundryMark& mark) { return mark.kind != LaundryMark::Kind::damage; });
  return marks;
}

}  // namespace

TicketDamageWindow::TicketDamageWindow(wxWindow* parent, const Desk& desk)
    : TilesWindow(parent, desk, [this](std::size_t which) {
        const auto marks = damages();
        if (which >= marks.size()) return;
        const std::string code(marks[which].code);
        counter().at_tickets([&](TicketsScreen& tickets) { tickets.note_damage(code); });
      }) {}

void TicketDamageWindow::refresh() {
  const TicketPiece& piece = counter().tickets().chosen_piece();
  const Article* article = counter().shelf().article(piece.article);
  Shown shown{.question = fmt::format("{} · {}", article == nullptr ? piece.article : article->name,
                                      say("till.ticket.what_went_wrong")),
              .if_none = "",
              .faces = {}};
  for (const LaundryMark& mark : damages()) {
    const bool noted = std::ranges::find(piece.marks, mark.code) != piece.marks.end();
    shown.faces.push_back({.picture = std::string(mark.picture),
                           .name = say("pos.laundry.mark." + std::string(mark.code)),
                           .price = {},
                           .badge = noted ? "✓" : ""});
  }
  show(shown);
}

}  // namespace tilia::pos
