#include "pos/ui/more_coins_window.h"

#include <algorithm>

namespace tilia::pos {

MoreCoinsWindow::MoreCoinsWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      board_(this, look(), counter().doors().pack,
             [this](ui::Control* control, const Money& value) {
               presses(control, [this, value] { counter().giving().more_came(value); });
             }),
      card_(new ui::Card(this, look())),
      came_word_(
          new ui::TextLabel(card_, look(), ui::type::button, false, ui::TextLabel::Tone::soft)) {
  for (std::size_t i = 0; i < came_.size(); ++i) {
    came_.at(i) = new ui::MoneyPiece(card_, look(), ui::MoneyPiece::Use::tapped);
    presses(came_.at(i), [this, i] { counter().giving().goes_back(first_shown() + i); });
  }
  back_ = new ui::AmountLabel(card_, look(), ui::type::total, ui::Across::right);
}

std::size_t MoreCoinsWindow::first_shown() const {
  const std::size_t all = counter().giving().came().size();
  return all > shown_at_once ? all - shown_at_once : 0;
}

void MoreCoinsWindow::refresh() {
  const Giving& giving = counter().giving();
  question_->set_text(say("till.what_came_now"));
  came_word_->set_text(
      say(giving.came().empty() ? "till.nothing_came_yet" : "till.tap_to_give_it_back"));
  for (std::size_t i = 0; i < came_.size(); ++i)
    came_.at(i)->Show(first_shown() + i < giving.came().size());
  back_->set(say("till.give_back"), desk().amount(giving.back()), look().colours().go);
  board_.enable(giving.came().size() < Giving::most_came);
  set_undo(giving.came().empty() ? "← " + say("till.go_back") : "↶ " + say("till.undo"), true);
  set_action(say("till.done"), true, [this] { counter().coins_came(); });
  lay_out_now();
}

void MoreCoinsWindow::lay_out(const Rooms& rooms) {
  wxRect left = rooms.left;
  question_->SetSize(ui::cut_top(left, look().px(44), look().mm(1)));
  board_.place(left);
  card_->SetSize(rooms.right);
  wxRect room = wxRect(rooms.right.GetSize()).Deflate(look().mm(6), look().mm(4));
  came_word_->SetSize(ui::cut_top(room, look().px(34), look().mm(2)));
  back_->SetSize(ui::cut_bottom(room, look().px(110), look().mm(2)));
  const auto cells = ui::cells(room, 3, 4, look().mm(ui::target::gap));
  constexpr int scale_of_all = 6;
  const auto& came = counter().giving().came();
  for (std::size_t i = 0; i < came_.size(); ++i) {
    came_.at(i)->SetSize(cells.at(i));
    came_.at(i)->set_ground(look().colours().card);
    if (first_shown() + i < came.size()) {
      came_.at(i)->set_pieces({piece_shown(came[first_shown() + i].piece, counter().doors().pack)},
                              look().px(scale_of_all));
    }
  }
  came_word_->set_ground(look().colours().card);
  back_->set_ground(look().colours().card);
}

}  // namespace tilia::pos
