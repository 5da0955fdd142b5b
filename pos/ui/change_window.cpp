#include "pos/ui/change_window.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

// Fourteen kinds of pieces has the euro; what was given already stays beside its kind.
constexpr std::size_t most_piles = 18;
constexpr std::size_t most_in_one_row = 6;

}  // namespace

ChangeWindow::ChangeWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      give_back_(new ui::TextLabel(this, look(), ui::type::section, false,
                                   ui::TextLabel::Tone::soft, ui::Across::centre)),
      amount_(new ui::AmountLabel(this, look(), 112, ui::Across::centre)),
      card_(new ui::Card(this, look())) {
  give_back_->keep_in_the_middle();
  for (std::size_t i = 0; i < most_piles; ++i) {
    Pile pile;
    pile.piece = new ui::MoneyPiece(card_, look(), ui::MoneyPiece::Use::tapped);
    pile.none_left =
        new ui::ActionButton(card_, look(), ui::ActionButton::Kind::pill, say("till.none_left"));
    presses(pile.piece, [this, i] { counter().giving().tick(pile_at(i)); });
    presses(pile.none_left, [this, i] { counter().none_left(pile_at(i)); });
    piles_.push_back(pile);
  }
  exact_ = new ui::TextLabel(card_, look(), ui::type::section, false, ui::TextLabel::Tone::ink,
                             ui::Across::centre);
  saved_ = new ui::TextLabel(this, look(), ui::type::button, false, ui::TextLabel::Tone::soft,
                             ui::Across::centre);
  cannot_ = new ui::TextLabel(this, look(), ui::type::button, false, ui::TextLabel::Tone::ink);
  ask_for_ = new ui::MoneyPiece(this, look(), ui::MoneyPiece::Use::tapped);
  presses(ask_for_, [this] {
    const auto& way = counter().giving().way_out();
    if (way && way->ask_for) counter().giving().more_came(*way->ask_for);
  });
  fiscal_ = new ui::TextLabel(this, look(), ui::type::counter, false, ui::TextLabel::Tone::ink);
  fiscal_number_ = quiet(say("till.fiscal.number"), [this] { counter().ask_fiscal_number(); });
  fiscal_skip_ = quiet(say("till.fiscal.skip"), [this] { counter().skip_fiscal_number(); });
  more_coins_ = quiet(say("till.more_coins_came"), [this] { counter().more_coins(); });
  same_again_ = quiet(say("till.same_again"), [this] { counter().same_again(); });
  count_up_ = quiet("", [this] { counter().count_up(); });
  print_again_ = quiet(say("till.print_again"), [this] { counter().print_again(); });
}

void ChangeWindow::refresh() {
  const Giving& giving = counter().giving();
  const bool nothing_back = giving.back().is_zero() && giving.piles().empty();
  const bool refund = counter().place() == Place::taken_back;
  give_back_->set_text(say(refund ? "till.give_customer" : "till.give_back"));
  const bool up = counter().counts_up() && !giving.piles().empty();
  if (up) {
    give_back_->set_text(say("till.count_up.from"));
    amount_->set("", desk().amount(giving.counted_up_from()), look().colours().ink);
  } else {
    amount_->set("", desk().amount(giving.back()), look().colours().go);
  }
  const auto steps = giving.counted_up();
  exact_->set_text(say("till.nothing_back"));
  exact_->Show(nothing_back);
  for (std::size_t i = 0; i < piles_.size(); ++i) {
    const bool shown = i < giving.piles().size();
    piles_[i].piece->Show(shown);
    piles_[i].none_left->Show(shown);
    if (!shown) continue;
    const auto& pile = giving.piles()[pile_at(i)];
    piles_[i].look = piece_shown(pile.pieces.value, counter().doors().pack);
    piles_[i].count = static_cast<std::size_t>(pile.pieces.count);
    piles_[i].piece->set_badge(pile.given ? "✓" : "");
    std::string caption;
    if (pile.pieces.count > 1) caption = fmt::format("{} ×", pile.pieces.count);
    if (up) caption += (caption.empty() ? "→ " : " → ") + reached_text(steps[i].reached);
    piles_[i].piece->set_caption(caption);
    piles_[i].none_left->Enable(!pile.given);
  }
  saved_->set_text(refund ? taken_back_words() : say("till.saved_take_your_time"));
  more_coins_->Show(!refund);
  count_up_->Show(!refund);
  count_up_->Enable(!giving.piles().empty());
  count_up_->set_label(say(counter().counts_up() ? "till.count_up.sum" : "till.count_up"));
  same_again_->Show(refund && counter().of_the_sale_just_made());
  refresh_fiscal();
  refresh_way_out();
  set_undo(refund ? "" : say("till.made_a_mistake"), !refund);
  lay_out_now();
}

// Counted up, the smallest comes first.
std::size_t ChangeWindow::pile_at(std::size_t shown) const {
  const std::size_t piles = counter().giving().piles().size();
  return counter().counts_up() && shown < piles ? piles - 1 - shown : shown;
}

std::string ChangeWindow::reached_text(const Money& reached) const {
  const ui::AmountText text = desk().amount(reached, false);
  return text.cents.empty() ? text.whole : text.whole + desk().words.decimal_mark() + text.cents;
}

std::string ChangeWindow::taken_back_words() const {
  Money card = desk().none();
  for (const Tender& tender : counter().refund()->sale.priced.tenders)
    if (tender.kind == TenderKind::card) card -= tender.amount;
  if (card.is_zero()) return say("till.taken_back");
  return desk().words.say(Phrase("till.card_back_too").with("amount", card));
}

// The green action is the way on: a slip for what is missing, or the next customer.
void ChangeWindow::refresh_way_out() {
  const auto& way = counter().giving().way_out();
  cannot_->Show(way.has_value());
  ask_for_->Show(way && way->ask_for);
  saved_->Show(!way);
  if (!way) {
    const bool back = counter().place() == Place::taken_back && !counter().of_the_sale_just_made();
    set_action(say(back ? "till.back_to_selling" : "till.next_customer"), true,
               [this] { counter().next_customer(); });
    return;
  }
  cannot_->set_text(say(way->ask_for ? "till.drawer_cannot_give_ask" : "till.drawer_cannot_give"));
  if (way->ask_for) asked_look_ = piece_shown(*way->ask_for, counter().doors().pack);
  set_action(desk().words.say(Phrase("till.slip_for_the_rest").with("amount", way->owed)), true,
             [this] { counter().owe_the_rest(); });
}

void ChangeWindow::refresh_fiscal() {
  const Giving& giving = counter().giving();
  const bool wanted = giving.fiscal != Giving::Fiscal::not_asked;
  const bool open = giving.fiscal == Giving::Fiscal::asked;
  std::string words;
  if (open) {
    words = desk().words.say(
        Phrase("till.fiscal.press_on_device").with("amount", giving.sale().priced.total));
  } else if (giving.fiscal == Giving::Fiscal::typed) {
    words = desk().words.say(Phrase("till.fiscal.noted").with("number", giving.fiscal_number));
  } else if (giving.fiscal == Giving::Fiscal::skipped) {
    words = say("till.fiscal.skipped");
  }
  fiscal_->set_text(words);
  fiscal_->Show(wanted);
  fiscal_number_->Show(wanted);
  fiscal_skip_->Show(wanted);
  fiscal_number_->Enable(giving.fiscal != Giving::Fiscal::typed);
  fiscal_skip_->Enable(open);
}

void ChangeWindow::lay_out(const Rooms& rooms) {
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.right.height;  // the action stands higher than the bottom row
  // Where there are many kinds of pieces, or a fiscal device beside, they need the room more than
  // the amount does: it stands in one line with its word.
  const bool many = shown_piles() > most_in_one_row;
  if (many || fiscal_->IsShown()) {
    const auto head = ui::cells(ui::cut_top(all, look().px(76), look().mm(2)), 2, 1, look().mm(4));
    give_back_->SetSize(head.at(0));
    amount_->SetSize(head.at(1));
  } else {
    give_back_->SetSize(ui::cut_top(all, look().px(44)));
    amount_->SetSize(ui::cut_top(all, look().px(128), look().mm(2)));
  }
  if (fiscal_->IsShown()) {
    wxRect strip = ui::cut_bottom(all, look().mm(17), look().mm(3));
    const int gap = look().mm(ui::target::gap);
    fiscal_skip_->SetSize(ui::cut_right(strip, look().mm(48), gap));
    fiscal_number_->SetSize(ui::cut_right(strip, look().mm(52), gap));
    fiscal_->SetSize(strip);
  }
  if (counter().giving().way_out()) {
    lay_out_way_out(ui::cut_bottom(all, look().mm(22), look().mm(3)));
  } else {
    saved_->SetSize(ui::cut_bottom(all, look().px(36), look().mm(3)));
  }
  wxRect middle = all;
  if (!many) middle.Deflate(middle.width / 16, 0);
  card_->SetSize(middle);
  lay_out_piles(wxRect(middle.GetSize()).Deflate(look().mm(6), look().mm(4)));
  wxRect bottom = rooms.bottom;
  const wxRect beside = ui::cut_left(bottom, look().mm(62), look().mm(ui::target::gap));
  more_coins_->SetSize(beside);
  same_again_->SetSize(beside);
  const int gap = look().mm(ui::target::gap);
  print_again_->SetSize(ui::cut_left(bottom, look().mm(46), gap));
  count_up_->SetSize(ui::cut_left(bottom, look().mm(44)));
}

void ChangeWindow::lay_out_way_out(wxRect room) {
  room.Deflate(room.width / 16, 0);
  if (ask_for_->IsShown()) {
    int scale = look().px(14);
    const int high = room.height - look().px(16);
    while (scale > 3 && ui::piece_size(asked_look_, scale).GetHeight() > high) --scale;
    const int wide = std::max(ui::piece_size(asked_look_, scale).GetWidth() + look().px(24),
                              look().mm(ui::target::tile));
    ask_for_->SetSize(ui::cut_left(room, wide, look().mm(4)));
    ask_for_->set_pieces({asked_look_}, scale);
  }
  cannot_->SetSize(room);
}

std::size_t ChangeWindow::shown_piles() const {
  return std::min(counter().giving().piles().size(), piles_.size());
}

int ChangeWindow::width_of(const Pile& pile, int scale, std::size_t in_row) const {
  const int words = look().mm(in_row > most_in_one_row ? 24 : 36);
  return std::max(ui::stack_size(pile.look, pile.count, scale).GetWidth() + look().px(20), words);
}

// One row, or two where there are many kinds: notes and coins at one scale in both.
void ChangeWindow::lay_out_piles(wxRect room) {
  exact_->SetSize(wxRect(room).Deflate(0, std::max(0, (room.height - look().px(44)) / 2)));
  exact_->set_ground(look().colours().card);
  const std::size_t shown = shown_piles();
  if (shown == 0) return;
  const int gap = look().mm(ui::target::gap);
  const std::size_t in_row = shown > most_in_one_row ? (shown + 1) / 2 : shown;
  const auto rows = ui::cells(room, 1, shown > most_in_one_row ? 2 : 1, gap);
  const auto fits = [&](const wxRect& row, std::size_t from, int scale) {
    int width = 0;
    int high = 0;
    for (std::size_t i = from; i < std::min(from + in_row, shown); ++i) {
      width += width_of(piles_[i], scale, in_row) + (i > from ? gap : 0);
      const int words = piles_[i].count > 1 ? look().px(28) : 0;
      high = std::max(high,
                      words + ui::stack_size(piles_[i].look, piles_[i].count, scale).GetHeight());
    }
    const int around = look().px(20) + gap + look().mm(ui::target::least);
    return width <= row.width && high + around <= row.height;
  };
  int scale = look().px(18);
  for (std::size_t row = 0; row < rows.size(); ++row)
    while (scale > 3 && !fits(rows[row], row * in_row, scale)) --scale;
  for (std::size_t row = 0; row < rows.size(); ++row)
    lay_out_row(rows[row], row * in_row, std::min((row + 1) * in_row, shown), scale);
}

void ChangeWindow::lay_out_row(const wxRect& room, std::size_t from, std::size_t to, int scale) {
  const int gap = look().mm(ui::target::gap);
  const int least = look().mm(ui::target::least);
  const std::size_t in_row = to - from;
  int all = 0;
  for (std::size_t i = from; i < to; ++i)
    all += width_of(piles_[i], scale, in_row) + (i > from ? gap : 0);
  int x = room.x + std::max(0, (room.width - all) / 2);
  for (std::size_t i = from; i < to; ++i) {
    Pile& pile = piles_[i];
    const int width = width_of(pile, scale, in_row);
    pile.piece->SetSize({x, room.y, width, room.height - least - gap});
    pile.piece->set_pieces(std::vector<ui::PieceLook>(pile.count, pile.look), scale);
    pile.piece->set_ground(look().colours().card);
    pile.none_left->SetSize({x, room.GetBottom() + 1 - least, width, least});
    pile.none_left->set_ground(look().colours().card);
    x += width + gap;
  }
}

}  // namespace tilia::pos
