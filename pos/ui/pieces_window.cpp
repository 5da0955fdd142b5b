#include "pos/ui/pieces_window.h"

#include <algorithm>

namespace tilia::pos {

PiecesWindow::PiecesWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      board_(this, look(), counter().doors().pack,
             [this](ui::Control* control, const Money& value) {
               presses(control, [this, value] { counter().tap_piece(value); });
             }),
      card_(new ui::Card(this, look())),
      tapped_word_(
          new ui::TextLabel(card_, look(), ui::type::button, false, ui::TextLabel::Tone::soft)) {
  for (std::size_t i = 0; i < tapped_.size(); ++i) {
    tapped_.at(i) = new ui::MoneyPiece(card_, look(), ui::MoneyPiece::Use::tapped);
    presses(tapped_.at(i), [this, i] { counter().untap_piece(first_shown() + i); });
  }
  sum_ = new ui::AmountLabel(card_, look(), ui::type::total, ui::Across::right);
  by_card_ = quiet(say("till.card"), [this] {
    counter().place() == Place::order_sum ? counter().early_by_card() : counter().account_by_card();
  });
  by_card_->set_picture("💳");
}

std::size_t PiecesWindow::first_shown() const {
  const std::size_t all = counter().tapped_pieces().size();
  return all > shown_at_once ? all - shown_at_once : 0;
}

void PiecesWindow::refresh_words(std::size_t tapped) {
  if (counter().place() == Place::voucher_value) {
    question_->set_text(say("till.voucher.how_much"));
    tapped_word_->set_text(say(tapped == 0 ? "till.move.tap_the_money" : "till.move.tap_again"));
    sum_->set(say("till.voucher.value"), desk().amount(counter().moved_sum()),
              look().colours().ink);
    set_action(say("till.pay"), tapped > 0, [this] { counter().voucher_value_done(); });
  } else if (counter().place() == Place::account_sum) {
    const auto& account = counter().paid_account();
    question_->set_text(account ? account->picture + "  " + account->name : "");
    tapped_word_->set_text(say(tapped == 0 ? "till.move.tap_the_money" : "till.move.tap_again"));
    // What is owed, until something lies there.
    sum_->set(say(tapped == 0 ? "till.account.owed" : "till.account.pays"),
              desk().amount(tapped == 0 && account ? account->owed : counter().account_takes()),
              look().colours().ink);
    set_action(say("till.paid"), tapped > 0, [this] { counter().account_sum_done(); });
  } else if (counter().place() == Place::order_sum) {
    question_->set_text(say("till.order.how_much_early"));
    tapped_word_->set_text(say(tapped == 0 ? "till.move.tap_the_money" : "till.move.tap_again"));
    const auto& due = counter().early_due();
    const bool asks = tapped == 0 && due.has_value();
    sum_->set(say(asks ? "till.still_to_pay" : "till.account.pays"),
              desk().amount(asks ? *due : counter().early_takes()), look().colours().ink);
    by_card_->Enable(tapped > 0 || due.has_value());
    set_action(say("till.paid"), tapped > 0, [this] { counter().early_done(); });
  } else if (counter().place() == Place::more_coins) {
    question_->set_text(say("till.what_came_now"));
    tapped_word_->set_text(say(tapped == 0 ? "till.nothing_came_yet" : "till.tap_to_give_it_back"));
    sum_->set(say("till.give_back"), desk().amount(counter().giving().back()), look().colours().go);
    set_action(say("till.done"), true, [this] { counter().coins_came(); });
  } else {
    const bool in = counter().moving().direction == CashMove::Direction::in;
    question_->set_text(say(in ? "till.move.what_comes_in" : "till.move.what_goes_out"));
    tapped_word_->set_text(say(tapped == 0 ? "till.move.tap_the_money" : "till.move.tap_again"));
    sum_->set(say(in ? "till.move.in" : "till.move.out"), desk().amount(counter().moved_sum()),
              look().colours().ink);
    set_action(say(in ? "till.move.put_in" : "till.move.take_out"), tapped > 0,
               [this] { counter().move_cash_now(); });
  }
}

void PiecesWindow::refresh() {
  const std::size_t tapped = counter().tapped_pieces().size();
  refresh_words(tapped);
  if (counter().place() != Place::order_sum) by_card_->Enable(true);
  by_card_->Show(counter().place() == Place::account_sum || counter().place() == Place::order_sum);
  for (std::size_t i = 0; i < tapped_.size(); ++i) tapped_.at(i)->Show(first_shown() + i < tapped);
  board_.enable(tapped < Giving::most_came);
  set_undo(tapped == 0 ? "← " + say("till.go_back") : "↶ " + say("till.undo"), true);
  lay_out_now();
}

void PiecesWindow::lay_out(const Rooms& rooms) {
  wxRect left = rooms.left;
  question_->SetSize(ui::cut_top(left, look().px(44), look().mm(1)));
  board_.place(left);
  card_->SetSize(rooms.right);
  wxRect room = wxRect(rooms.right.GetSize()).Deflate(look().mm(6), look().mm(4));
  tapped_word_->SetSize(ui::cut_top(room, look().px(34), look().mm(2)));
  sum_->SetSize(ui::cut_bottom(room, look().px(110), look().mm(2)));
  const auto cells = ui::cells(room, 3, 4, look().mm(ui::target::gap));
  constexpr int scale_of_all = 6;
  const std::vector<Money> tapped = counter().tapped_pieces();
  for (std::size_t i = 0; i < tapped_.size(); ++i) {
    tapped_.at(i)->SetSize(cells.at(i));
    tapped_.at(i)->set_ground(look().colours().card);
    if (first_shown() + i < tapped.size()) {
      tapped_.at(i)->set_pieces({piece_shown(tapped[first_shown() + i], counter().doors().pack)},
                                look().px(scale_of_all));
    }
  }
  wxRect bottom = rooms.bottom;
  by_card_->SetSize(ui::cut_left(bottom, look().mm(60)));
  tapped_word_->set_ground(look().colours().card);
  sum_->set_ground(look().colours().card);
}

}  // namespace tilia::pos
