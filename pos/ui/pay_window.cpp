#include "pos/ui/pay_window.h"

namespace tilia::pos {
namespace {

constexpr int offer_scale = 7;
constexpr int four_beside_each_other = 380;

}  // namespace

PayWindow::PayWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      board_(this, look(), counter().doors().pack,
             [this](ui::Control* control, const Money& value) {
               presses(control, [this, value] { counter().paying().give(value); });
             }) {
  using Kind = ui::ActionButton::Kind;
  so_far_ = new ui::TextLabel(this, look(), ui::type::counter, false, ui::TextLabel::Tone::soft);
  so_far_->keep_in_the_middle();
  given_ = new ui::MoneyPiece(this, look(), ui::MoneyPiece::Use::row);
  card_ = new ui::Card(this, look());
  to_pay_ = new ui::AmountLabel(card_, look(), ui::type::total, ui::Across::right);
  got_ = new ui::AmountLabel(card_, look(), ui::type::total, ui::Across::right);
  back_ = new ui::AmountLabel(card_, look(), ui::type::total, ui::Across::right);
  for (std::size_t i = 0; i < offers_.size(); ++i) {
    offers_.at(i) = new ui::MoneyPiece(card_, look(), ui::MoneyPiece::Use::tapped);
    presses(offers_.at(i), [this, i] { counter().paying().take_offer(i); });
  }
  const auto means = [this](const char* picture, const char* word, std::function<void()> what) {
    auto* button = new ui::ActionButton(card_, look(), Kind::quiet, say(word));
    button->set_picture(picture);
    button->set_upright(true);
    presses(button, std::move(what));
    return button;
  };
  by_card_ = means("💳", "till.card", [this] { counter().paying().pay_rest_by_card(); });
  by_voucher_ = means("🎟️", "till.voucher", [this] { counter().pay_by_voucher(); });
  on_account_ = means("📒", "till.on_account", [this] { counter().pay_on_account(); });
  keep_change_ = means("🎁", "till.a_gift", [this] { counter().leave_the_change(); });
}

// Each stays in its place, whether it can be pressed or not.
void PayWindow::refresh_means() {
  const Paying& paying = counter().paying();
  by_card_->set_selected(paying.by_card());
  by_card_->Enable(paying.by_card() || (!paying.enough() && !paying.settled()));
  const bool goods = counter().takes_vouchers() && !paying.for_voucher().is_zero();
  by_voucher_->set_selected(paying.by_voucher());
  by_voucher_->Enable(goods);
  on_account_->set_selected(paying.on_account());
  on_account_->Enable(goods || paying.on_account());
  keep_change_->set_selected(paying.change_is_given());
  keep_change_->Enable(paying.can_give_change());
}

std::string PayWindow::got_word() const {
  const Paying& paying = counter().paying();
  if (paying.by_card()) return say("till.got_by_card");
  if (paying.on_account()) return say("till.got_on_account");
  if (paying.paid_early() && paying.given().empty() && !paying.by_voucher())
    return say("till.order.paid_early");
  return say(paying.by_voucher() && paying.given().empty() ? "till.got_by_voucher" : "till.got");
}

void PayWindow::refresh() {
  const Paying& paying = counter().paying();
  const ui::Palette& palette = look().colours();
  question_->set_text(say("till.what_did_they_give"));
  to_pay_->set(say("till.to_pay"), desk().amount(paying.to_pay()), palette.ink);
  got_->set(got_word(), desk().amount(paying.got()), palette.got);
  if (paying.enough()) {
    const auto gift = paying.donation();
    const auto tip = paying.tip();
    back_->set(say(tip    ? "till.a_tip"
                   : gift ? "till.a_gift"
                          : "till.give_back"),
               desk().amount(tip    ? *tip
                             : gift ? *gift
                                    : paying.give_back()),
               palette.go);
  } else {
    back_->set(say("till.still_to_pay"), desk().amount(paying.still_to_pay()), palette.ink);
  }
  for (std::size_t i = 0; i < offers_.size(); ++i) {
    const bool shown = i < paying.offers().size();
    offers_.at(i)->Show(shown);
    if (!shown) continue;
    offers_.at(i)->set_pieces(pieces_shown(paying.offers()[i].pieces, counter().doors().pack),
                              offer_scale);
    offers_.at(i)->set_caption(i == 0 ? say("till.exact") : "");
    offers_.at(i)->Enable(!paying.settled());
  }
  board_.enable(!paying.settled());
  refresh_means();
  refresh_given();
  set_undo(paying.can_undo() ? "↶ " + say("till.undo") : "← " + say("till.go_back"), true);
  set_action(say("till.paid"), paying.enough(), [this] { counter().paid(); });
  lay_out_now();
}

void PayWindow::refresh_given() {
  std::vector<ui::PieceLook> given;
  for (const Money& piece : counter().paying().given()) {
    given.push_back(piece_shown(piece, counter().doors().pack));
  }
  so_far_->set_text(say("till.given_so_far"));
  so_far_->Show(!given.empty());
  given_->Show(!given.empty());
  given_->set_pieces(std::move(given), look().px(5));
}

ui::Control* PayWindow::next_to_press() {
  return counter().paying().enough() ? static_cast<ui::Control*>(action()) : board_.first();
}

void PayWindow::lay_out(const Rooms& rooms) {
  wxRect left = rooms.left;
  question_->SetSize(ui::cut_top(left, look().px(44), look().mm(1)));
  wxRect given = ui::cut_bottom(left, look().mm(15), look().mm(2));
  so_far_->SetSize(wxRect(given.x, given.y, look().px(130), given.height));
  given.x += look().px(140);
  given.width -= look().px(140);
  given_->SetSize(given);
  board_.place(left);
  lay_out_card(rooms.right);
}

void PayWindow::lay_out_card(const wxRect& area) {
  card_->SetSize(area);
  wxRect room = wxRect(area.GetSize()).Deflate(look().mm(6), look().mm(4));
  const int gap = look().mm(ui::target::gap);
  // Wider than the rest: four words stand side by side, or two and two where there is less room.
  const bool two_and_two = room.width < look().px(four_beside_each_other);
  const int high = look().mm(two_and_two ? 2 * ui::target::least + ui::target::gap : 20);
  wxRect buttons = ui::cut_bottom(room, high, gap).Inflate(look().mm(4), 0);
  const wxRect offers = ui::cut_bottom(room, look().mm(26), look().mm(3));
  const auto three = ui::cells(offers, 3, 1, gap);
  for (std::size_t i = 0; i < offers_.size(); ++i) offers_.at(i)->SetSize(three.at(i));
  // The two in the middle have the longer words.
  const int narrow = (buttons.width - 3 * gap) * 21 / 100;
  const int wide = (buttons.width - 3 * gap) / 2 - narrow;
  const std::array<int, 4> widths{narrow, wide, wide, narrow};
  const auto four = ui::cells(buttons, 2, 2, gap);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    means().at(i)->set_upright(!two_and_two);
    means().at(i)->SetSize(two_and_two ? four.at(i) : ui::cut_left(buttons, widths.at(i), gap));
    means().at(i)->set_ground(look().colours().card);
  }
  const auto lines = ui::cells(room, 1, 3, look().px(2));
  to_pay_->SetSize(lines.at(0));
  got_->SetSize(lines.at(1));
  back_->SetSize(lines.at(2));
  for (ui::Control* part : {static_cast<ui::Control*>(to_pay_), static_cast<ui::Control*>(got_),
                            static_cast<ui::Control*>(back_)}) {
    part->set_ground(look().colours().card);
  }
  for (ui::MoneyPiece* offer : offers_) offer->set_ground(look().colours().card);
}

}  // namespace tilia::pos
