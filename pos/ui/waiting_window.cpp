#include "pos/ui/waiting_window.h"

namespace tilia::pos {
namespace {

constexpr int columns = 4;
constexpr int rows = 3;
static_assert(columns * rows == Counter::most_waiting);

std::string pieces_on(const Cart& cart) {
  std::int64_t pieces = 0;
  for (const Cart::Line& line : cart.lines())
    pieces +=
        line.quantity.whole() ? line.quantity.thousandths() / Quantity::one_in_thousandths : 1;
  return std::to_string(pieces);
}

}  // namespace

WaitingWindow::WaitingWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)) {
  for (std::size_t i = 0; i < Counter::most_waiting; ++i) {
    auto* tile = new ui::Tile(this, look());
    tiles_.push_back(tile);
    presses(tile, [this, i] { counter().take_up(i); });
  }
  hide_action();
}

void WaitingWindow::refresh() {
  question_->set_text(say("till.which_tray"));
  const auto& waiting = counter().waiting();
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    tiles_[i]->Show(i < waiting.size());
    if (i >= waiting.size()) continue;
    const Article* first = counter().shelf().article(waiting[i].lines().front().article);
    const Money sum = waiting[i].total(counter().shelf(), counter().currency());
    tiles_[i]->set_face({.picture = first != nullptr ? first->picture : "🧺",
                         .name = first != nullptr ? first->name : say("till.on_the_tray"),
                         .price = desk().amount(sum, false),
                         .badge = pieces_on(waiting[i])});
  }
  set_undo("← " + say("till.go_back"), true);
  lay_out_now();
}

void WaitingWindow::lay_out(const Rooms& rooms) {
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.left.height;
  question_->SetSize(ui::cut_top(all, look().px(44), look().mm(2)));
  const auto at = ui::cells(all, columns, rows, look().mm(ui::target::gap));
  for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_[i]->SetSize(at.at(i));
}

}  // namespace tilia::pos
