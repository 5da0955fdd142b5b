#include "pos/ui/accounts_window.h"

namespace tilia::pos {
namespace {

constexpr int columns = 4;
constexpr int rows = 3;

}  // namespace

AccountsWindow::AccountsWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      empty_(new ui::TextLabel(this, look(), ui::type::button, false, ui::TextLabel::Tone::soft,
                               ui::Across::centre)) {
  for (std::size_t i = 0; i < Counter::accounts_on_page; ++i) {
    auto* tile = new ui::Tile(this, look());
    tiles_.push_back(tile);
    presses(tile, [this, i] { counter().choose_account(i); });
  }
  previous_ = quiet("◀", [this] { counter().turn_accounts(-1); });
  next_ = quiet("▶", [this] { counter().turn_accounts(1); });
  hide_action();
}

void AccountsWindow::refresh() {
  const auto shown = counter().accounts();
  const bool paid = counter().place() == Place::account_to_pay;
  question_->set_text(say(paid ? "till.account.whose_is_paid" : "till.account.whose"));
  empty_->set_text(say(paid ? "till.account.nobody_owes" : "till.account.nobody"));
  empty_->Show(shown.empty());
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    tiles_[i]->Show(i < shown.size());
    if (i >= shown.size()) continue;
    tiles_[i]->set_face(
        {.picture = shown[i]->picture, .name = shown[i]->name, .price = {}, .badge = ""});
  }
  previous_->Enable(counter().account_page() > 0);
  next_->Enable(counter().account_page() + 1 < counter().account_pages());
  set_undo("← " + say("till.go_back"), true);
  lay_out_now();
}

void AccountsWindow::lay_out(const Rooms& rooms) {
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
