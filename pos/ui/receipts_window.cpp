#include "pos/ui/receipts_window.h"

namespace tilia::pos {
namespace {

constexpr int columns = 4;
constexpr int rows = 3;

}  // namespace

ReceiptsWindow::ReceiptsWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      empty_(new ui::TextLabel(this, look(), ui::type::button, false, ui::TextLabel::Tone::soft,
                               ui::Across::centre)) {
  for (std::size_t i = 0; i < Counter::receipts_on_page; ++i) {
    auto* tile = new ui::Tile(this, look());
    tiles_.push_back(tile);
    presses(tile, [this, i] { counter().choose_receipt(i); });
  }
  previous_ = quiet("◀", [this] { counter().turn_receipts(-1); });
  next_ = quiet("▶", [this] { counter().turn_receipts(1); });
  hide_action();
}

std::string ReceiptsWindow::when(const Sale& sale) const {
  const CounterDoors& doors = counter().doors();
  const Day day = doors.zone.local_day(sale.at);
  const std::string time = doors.zone.local_time_text(sale.at);
  return day == doors.zone.local_day(doors.clock.now()) ? time : desk().words.day(day);
}

void ReceiptsWindow::refresh() {
  const auto shown = counter().receipts();
  question_->set_text(say("till.which_receipt"));
  empty_->set_text(say("till.no_receipt_yet"));
  empty_->Show(shown.empty());
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    tiles_[i]->Show(i < shown.size());
    if (i >= shown.size()) continue;
    const PricedSale& priced = shown[i]->priced;
    const Article* first = counter().shelf().article(priced.lines.front().article);
    tiles_[i]->set_face({.picture = first != nullptr ? first->picture : "🧾",
                         .name = when(*shown[i]),
                         .price = desk().amount(priced.total, false),
                         .badge = ""});
  }
  previous_->Enable(counter().receipt_page() > 0);
  next_->Enable(counter().receipt_page() + 1 < counter().receipt_pages());
  set_undo("← " + say("till.go_back"), true);
  lay_out_now();
}

void ReceiptsWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.left.height;
  question_->SetSize(ui::cut_top(all, look().px(44), look().mm(2)));
  empty_->SetSize(wxRect(all).Deflate(look().mm(8), all.height / 3));
  const auto at = ui::cells(all, columns, rows, gap);
  for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_[i]->SetSize(at.at(i));
  wxRect bottom = rooms.bottom;
  next_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
  previous_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
}

}  // namespace tilia::pos
