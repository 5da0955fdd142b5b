#include "pos/ui/change_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace tilia::pos {
namespace {

// Fourteen kinds of pieces has the euro; what was given already stays beside its kind.
constexpr std::size_t most_piles = 18;
constexpr std::size_t most_in_one_row = 6;
constexpr int least_scale = 3;

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
    presses(pile.piece, [this, i] { tap_piece(i); });
    presses(pile.none_left, [this, i] { tap_none_left(i); });
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
  slots_ = slots();
  exact_->set_text(say("till.nothing_back"));
  exact_->Show(nothing_back);
  for (std::size_t i = 0; i < piles_.size(); ++i) {
    piles_[i].piece->Show(i < slots_.size());
    piles_[i].none_left->Show(i < slots_.size());
  }
  refresh_piles();
  saved_->set_text(refund ? taken_back_words() : say("till.saved_take_your_time"));
  more_coins_->Show(!refund);
  count_up_->Show(!refund);
  count_up_->Enable(!giving.piles().empty());
  count_up_->set_label(say(counter().counts_up() ? "till.count_up.sum" : "till.count_up"));
  same_again_->Show(refund && counter().of_the_sale_just_made());
  refresh_fiscal();
  refresh_way_out();
  const bool undoes = giving.can_undo();
  if (undoes) {
    set_undo("↶ " + say("till.undo"), true);
  } else {
    set_undo(refund ? "" : say("till.made_a_mistake"), !refund);
  }
  lay_out_now();
}

void ChangeWindow::refresh_piles() {
  for (std::size_t i = 0; i < shown_piles(); ++i) refresh_pile(piles_[i], slots_[i]);
}

void ChangeWindow::refresh_pile(Pile& pile, const Slot& slot) {
  const Giving::Pile* to_give = slot.pile ? &counter().giving().piles()[*slot.pile] : nullptr;
  pile.look = piece_shown(slot.value, counter().doors().pack);
  pile.count = to_give != nullptr ? static_cast<std::size_t>(to_give->pieces.count) : 1;
  pile.piece->set_badge(to_give != nullptr && to_give->given ? "✓" : "");
  pile.piece->set_struck(to_give == nullptr);
  std::string caption;
  if (pile.count > 1) caption = fmt::format("{} ×", pile.count);
  if (slot.reached) caption += (caption.empty() ? "→ " : " → ") + reached_text(*slot.reached);
  pile.piece->set_caption(caption);
  pile.none_left->Enable(to_give == nullptr || !to_give->given);
  pile.none_left->set_selected(to_give == nullptr);
}

// The largest first; counted up, the smallest. A kind that ran out stands where it would be.
std::vector<ChangeWindow::Slot> ChangeWindow::slots() const {
  const Giving& giving = counter().giving();
  std::vector<Slot> slots;
  for (std::size_t i = 0; i < giving.piles().size(); ++i)
    slots.push_back({giving.piles()[i].pieces.value, i, std::nullopt});
  for (const Money& gone : giving.gone()) slots.push_back({gone, std::nullopt, std::nullopt});
  std::ranges::stable_sort(slots, std::greater(), &Slot::value);
  if (!counter().counts_up()) return slots;
  std::ranges::reverse(slots);
  for (const Giving::Step& step : giving.counted_up())
    std::ranges::find(slots, std::optional(step.pile), &Slot::pile)->reached = step.reached;
  return slots;
}

void ChangeWindow::tap_piece(std::size_t at) {
  if (at >= slots_.size()) return;
  if (!slots_[at].pile) return tap_none_left(at);
  counter().giving().tick(*slots_[at].pile);
}

void ChangeWindow::tap_none_left(std::size_t at) {
  if (at >= slots_.size()) return;
  const Slot slot = slots_[at];
  const wxRect stood = piles_[at].none_left->GetRect();
  const wxPoint middle(stood.x + stood.width / 2, stood.y + stood.height / 2);
  tapped_ = Tapped{counter().giving().sale().id, slot.value, card_->GetPosition() + middle};
  if (slot.pile) {
    counter().none_left(*slot.pile);
  } else {
    counter().there_are_some(slot.value);
  }
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
  const bool many = rows_of_piles() > 1;
  const bool way_out = counter().giving().way_out().has_value();
  if (many || way_out || fiscal_->IsShown()) {
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
  // Above the pieces, so that what stands below them stays where it is.
  if (way_out) lay_out_way_out(ui::cut_top(all, look().mm(22), look().mm(3)));
  const bool words_below = !many || (!way_out && !fiscal_->IsShown());
  saved_->Show(words_below && !way_out);
  if (words_below) saved_->SetSize(ui::cut_bottom(all, look().px(36), look().mm(3)));
  wxRect middle = all;
  if (!many) middle.Deflate(middle.width / 16, 0);
  card_->SetSize(middle);
  lay_out_piles(wxRect(middle.GetSize()).Deflate(look().mm(6), look().mm(4)));
  // As wide as their words want, or each a little less.
  wxRect bottom = rooms.bottom;
  const int gap = look().mm(ui::target::gap);
  const int room_for_three = std::min(bottom.width - 2 * gap, look().mm(62 + 46 + 44));
  const wxRect beside = ui::cut_left(bottom, room_for_three * 62 / 152, gap);
  more_coins_->SetSize(beside);
  same_again_->SetSize(beside);
  print_again_->SetSize(ui::cut_left(bottom, room_for_three * 46 / 152, gap));
  count_up_->SetSize(ui::cut_left(bottom, room_for_three * 44 / 152));
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

std::size_t ChangeWindow::shown_piles() const { return std::min(slots_.size(), piles_.size()); }

// Of six kinds that are given; three that are gone take the room of two.
int ChangeWindow::rows_of_piles() const {
  std::size_t thirds = 0;
  for (const Slot& slot : slots_) thirds += slot.pile ? 3U : 2U;
  return thirds > 3 * most_in_one_row ? 2 : 1;
}

// What is gone takes as little as its word does: the room is for what is given.
int ChangeWindow::width_of(const Pile& pile, int scale, std::size_t in_row) const {
  if (pile.piece->struck()) return look().mm(24);
  const bool up = counter().counts_up();  // how far it leads stands there too
  const int words = look().mm(in_row > most_in_one_row ? (up ? 29 : 24) : (up ? 40 : 36));
  return std::max(ui::stack_size(pile.look, pile.count, scale).GetWidth() + look().px(20), words);
}

// One row, or two where there are many kinds: notes and coins at one scale in both.
void ChangeWindow::lay_out_piles(wxRect room) {
  exact_->SetSize(wxRect(room).Deflate(0, std::max(0, (room.height - look().px(44)) / 2)));
  exact_->set_ground(look().colours().card);
  const std::size_t shown = shown_piles();
  if (shown == 0) return;
  const int gap = look().mm(ui::target::gap);
  const auto in_rows = static_cast<std::size_t>(rows_of_piles());
  const std::size_t in_row = (shown + in_rows - 1) / in_rows;
  const auto rows = ui::cells(room, 1, static_cast<int>(in_rows), gap);
  const auto end_of = [&](std::size_t row) { return std::min((row + 1) * in_row, shown); };
  const auto fits = [&](std::size_t row, int scale) {
    int width = -gap;
    int high = 0;
    for (std::size_t i = row * in_row; i < end_of(row); ++i) {
      width += width_of(piles_[i], scale, in_row) + gap;
      if (piles_[i].piece->struck()) continue;
      const int words = piles_[i].count > 1 ? look().px(28) : 0;
      high = std::max(high,
                      words + ui::stack_size(piles_[i].look, piles_[i].count, scale).GetHeight());
    }
    const int around = look().px(20) + gap + look().mm(ui::target::least);
    return width <= rows[row].width && high + around <= rows[row].height;
  };
  const auto keeps_tapped = [&](int scale) {
    for (std::size_t row = 0; row < rows.size(); ++row)
      if (!fits(row, scale) || !row_of(rows[row], row * in_row, end_of(row), scale).keeps_tapped)
        return false;
    return true;
  };
  int scale = look().px(18);
  for (std::size_t row = 0; row < rows.size(); ++row)
    while (scale > least_scale && !fits(row, scale)) --scale;
  scale = keep_tapped(scale, keeps_tapped);
  for (std::size_t row = 0; row < rows.size(); ++row)
    lay_out_row(rows[row], row * in_row, end_of(row), scale);
}

// Rather a little smaller than away from under the finger; or else, where it stands near the edge,
// not in its turn: of what is gone nothing is given.
int ChangeWindow::keep_tapped(int scale, const std::function<bool(int)>& keeps_tapped) {
  const auto largest = [&]() -> std::optional<int> {
    for (int smaller = scale; smaller >= std::max(least_scale, scale * 2 / 3); --smaller)
      if (keeps_tapped(smaller)) return smaller;
    return std::nullopt;
  };
  if (const auto kept = largest()) return *kept;
  const std::vector<Slot> in_turn = slots_;
  const auto gone = std::ranges::find_if(
      in_turn, [&](const Slot& slot) { return !slot.pile && was_tapped(slot); });
  const bool moves = gone != in_turn.end();
  const auto turn = static_cast<std::size_t>(gone - in_turn.begin());
  for (std::size_t away = 1; moves && away < in_turn.size(); ++away)
    for (const std::size_t to : {turn + away, turn - away}) {
      if (to >= in_turn.size()) continue;  // before the first is far beyond the last
      slots_ = in_turn;
      slots_.erase(slots_.begin() + static_cast<std::ptrdiff_t>(turn));
      slots_.insert(slots_.begin() + static_cast<std::ptrdiff_t>(to), *gone);
      refresh_piles();
      if (const auto kept = largest()) return *kept;
    }
  slots_ = in_turn;
  refresh_piles();
  return scale;
}

// The slots from the left, in the middle of the room; or so that what was tapped stays where it
// was.
ChangeWindow::Row ChangeWindow::row_of(const wxRect& room, std::size_t from, std::size_t to,
                                       int scale) const {
  const int gap = look().mm(ui::target::gap);
  Row row;
  int all = 0;
  std::optional<wxRect> tapped;  // as if the row began at nought
  for (std::size_t i = from; i < to; ++i) {
    const int width = width_of(piles_[i], scale, to - from);
    if (was_tapped(slots_[i])) tapped = wxRect(all, 0, width, 1);
    row.widths.push_back(width);
    all += width + (i + 1 < to ? gap : 0);
  }
  row.left = room.x + std::max(0, (room.width - all) / 2);
  if (!tapped) return row;
  const wxPoint finger = tapped_->at - card_->GetPosition();
  row.left = std::clamp(finger.x - tapped->x - tapped->width / 2, room.x,
                        std::max(room.x, room.GetRight() + 1 - all));
  tapped->x += row.left;
  tapped->height = look().mm(ui::target::least);
  tapped->y = room.GetBottom() + 1 - tapped->height;
  row.keeps_tapped = tapped->Contains(finger);
  return row;
}

bool ChangeWindow::was_tapped(const Slot& slot) const {
  const Giving& giving = counter().giving();
  if (!tapped_ || tapped_->sale != giving.sale().id || slot.value != tapped_->value) return false;
  return !slot.pile || !giving.piles()[*slot.pile].given;
}

void ChangeWindow::lay_out_row(const wxRect& room, std::size_t from, std::size_t to, int scale) {
  const int gap = look().mm(ui::target::gap);
  const int least = look().mm(ui::target::least);
  const Row row = row_of(room, from, to, scale);
  int x = row.left;
  for (std::size_t i = from; i < to; ++i) {
    Pile& pile = piles_[i];
    const int width = row.widths[i - from];
    pile.piece->SetSize({x, room.y, width, room.height - least - gap});
    int fitting = scale;
    while (fitting > least_scale &&
           ui::piece_size(pile.look, fitting).GetWidth() > width - look().px(20))
      --fitting;
    pile.piece->set_pieces(std::vector<ui::PieceLook>(pile.count, pile.look), fitting);
    pile.piece->set_ground(look().colours().card);
    pile.none_left->SetSize({x, room.GetBottom() + 1 - least, width, least});
    pile.none_left->set_ground(look().colours().card);
    x += width + gap;
  }
}

}  // namespace tilia::pos
