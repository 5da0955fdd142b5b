#include "pos/ui/count_window.h"

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr int columns = 3;

}  // namespace

CountWindow::CountWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      sentence_(new ui::TextLabel(this, look(), 24, false, ui::TextLabel::Tone::ink)) {
  const auto& pieces = counter().doors().pack.pieces;
  // Notes first, then coins, each from the largest: as one counts.
  std::vector<std::size_t> order;
  for (const auto kind : {Piece::Kind::note, Piece::Kind::coin}) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].kind == kind) order.push_back(i);
    }
  }
  for (const std::size_t i : order) {
    Cell cell;
    cell.piece_number = i;
    cell.look = piece_shown(pieces[i]);
    cell.card = new ui::Card(this, look());
    cell.piece = new ui::MoneyPiece(cell.card, look(), ui::MoneyPiece::Use::shown);
    cell.less = new ui::StepButton(cell.card, look(), ui::StepButton::Step::less);
    cell.number = new ui::ActionButton(cell.card, look(), ui::ActionButton::Kind::key, "");
    cell.more = new ui::StepButton(cell.card, look(), ui::StepButton::Step::more);
    presses(cell.less, [this, i] { counter().step_count(i, -1); });
    presses(cell.number, [this, i] { counter().type_count(i); });
    presses(cell.more, [this, i] { counter().step_count(i, 1); });
    cells_.push_back(cell);
  }
  card_ = new ui::Card(this, look());
  counted_word_ =
      new ui::TextLabel(card_, look(), ui::type::button, false, ui::TextLabel::Tone::soft);
  counted_ = new ui::AmountLabel(card_, look(), ui::type::total, ui::Across::right);
  softly_ = new ui::TextLabel(card_, look(), ui::type::counter, false, ui::TextLabel::Tone::soft);
  practise_ = quiet(say("till.practise"), [this] { counter().practise(); });
  practise_->set_picture("🎓");
  bag_ = quiet("", [this] {
    counter().place() == Place::close ? counter().count_later() : counter().count_a_bag();
  });
  bag_->set_picture("👝");
  other_way_ = quiet("", [this] {
    if (counter().place() == Place::open_drawer) {
      counter().open_with_last_float();
    } else {
      counter().later();
    }
  });
}

void CountWindow::refresh() {
  const bool of_a_bag = counter().place() == Place::count_bag;
  const bool closing = counter().place() == Place::close || of_a_bag;
  const PieceCount& count = counter().count();
  sentence_->set_text(
      of_a_bag ? desk().words.say(Phrase("till.bag.in_it").with("bag", counter().bag()->number))
               : say(closing ? "till.count_the_drawer" : "till.count_the_float"));
  counted_word_->set_text(say("till.counted"));
  counted_->set("", desk().amount(count.total()), look().colours().ink);
  const std::size_t waiting = counter().bags().size();
  softly_->set_text(
      closing ? say("till.nobody_is_blamed")
      : waiting == 0
          ? say("till.float_is_for_change")
          : desk().words.say(Phrase("till.bag.wait").with("count", std::to_string(waiting))));
  bag_->Show(!of_a_bag && (closing || waiting > 0));
  bag_->set_label(say(closing ? "till.bag.count_later" : "till.bag.count"));
  for (const Cell& cell : cells_) {
    cell.number->set_label(std::to_string(count.count(cell.piece_number)));
    cell.less->Enable(count.count(cell.piece_number) > 0);
  }
  practise_->Show(counter().can_practise());
  set_undo("↶ " + say("till.undo"), count.touched());
  if (closing) {
    other_way_->set_label(say(of_a_bag                       ? "till.later"
                              : counter().drawer_is_todays() ? "till.back_to_selling"
                                                             : "till.go_back"));
    set_action(say("till.done"), true, [this] { counter().counted(); });
  } else {
    const auto& last = counter().last_float();
    other_way_->set_label(
        last ? desk().words.say(Phrase("till.float_as_last_time").with("amount", *last))
             : say("till.float_is_empty"));
    set_action(say("till.open_the_drawer"), !count.total().is_zero(),
               [this] { counter().open_with_count(); });
  }
  lay_out_now();
}

void CountWindow::lay_out_cell(const Cell& cell, int piece_room, int pixels_per_cm) const {
  const wxColour white = look().colours().card;
  wxRect room = wxRect(cell.card->GetClientSize()).Deflate(look().px(6), look().px(4));
  const int gap = look().mm(ui::target::gap);
  const int step = look().mm(ui::target::key);
  const auto middle = [&](wxRect strip) {
    return wxRect(strip.x, strip.y + (strip.height - step) / 2, strip.width, step);
  };
  // Clear of the card's round corners.
  cell.piece->SetSize(ui::cut_left(room, piece_room, look().px(4)).Deflate(0, look().px(5)));
  cell.piece->set_pieces({cell.look}, pixels_per_cm);
  cell.more->SetSize(middle(ui::cut_right(room, step, gap)));
  cell.less->SetSize(middle(ui::cut_left(room, step, gap)));
  cell.number->SetSize(middle(room));
  for (ui::Control* part :
       {static_cast<ui::Control*>(cell.piece), static_cast<ui::Control*>(cell.less),
        static_cast<ui::Control*>(cell.more), static_cast<ui::Control*>(cell.number)}) {
    part->set_ground(white);
  }
}

int CountWindow::scale_of(bool notes, const wxSize& room) const {
  int scale = look().px(16);
  for (const Cell& cell : cells_) {
    if (cell.look.note != notes) continue;
    while (scale > 3 && (ui::piece_size(cell.look, scale).GetWidth() > room.GetWidth() ||
                         ui::piece_size(cell.look, scale).GetHeight() > room.GetHeight())) {
      --scale;
    }
  }
  return scale;
}

void CountWindow::lay_out(const Rooms& rooms) {
  wxRect all = rooms.left;
  // The right column is narrower here: what is counted needs the width.
  const int narrow = look().mm(66);
  wxRect right = rooms.right;
  right.x = right.GetRight() + 1 - narrow;
  right.width = narrow;
  all.width = right.x - all.x - look().mm(4);
  sentence_->SetSize(ui::cut_top(all, look().px(40), look().mm(2)));
  const int rows = (static_cast<int>(cells_.size()) + columns - 1) / columns;
  const int gap = look().mm(ui::target::gap);
  wxRect grid = all;
  grid.height = std::min(grid.height, rows * look().mm(28) + (rows - 1) * gap);
  const auto at = ui::cells(grid, columns, rows, gap);
  const int step = look().mm(ui::target::key);
  const int piece_room = at.front().width - look().px(16) - 3 * step - 2 * gap;
  const wxSize room_of_piece(piece_room, at.front().height - look().px(20));
  const int note_scale = scale_of(true, room_of_piece);
  const int coin_scale = scale_of(false, room_of_piece);
  // Down the columns, as one counts.
  const auto in_a_column = static_cast<std::size_t>(rows);
  const auto in_a_row = static_cast<std::size_t>(columns);
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    cells_[i].card->SetSize(at.at(i % in_a_column * in_a_row + i / in_a_column));
    lay_out_cell(cells_[i], piece_room, cells_[i].look.note ? note_scale : coin_scale);
  }
  right.height = right.GetBottom() + 1 - grid.y;
  right.y = grid.y;
  const int gap_above = look().mm(5);
  const wxRect below = ui::cut_bottom(right, look().mm(17), gap_above);
  right.height = std::min(right.height, look().mm(82));
  bag_->SetSize({right.x, right.GetBottom() + 1 + gap_above, right.width, below.height});
  card_->SetSize(right);
  wxRect inside = wxRect(right.GetSize()).Deflate(look().mm(4), look().mm(5));
  counted_word_->SetSize(ui::cut_top(inside, look().px(34)));
  counted_->SetSize(ui::cut_top(inside, look().px(84), look().mm(4)));
  softly_->SetSize(inside);
  for (ui::Control* part :
       {static_cast<ui::Control*>(counted_word_), static_cast<ui::Control*>(counted_),
        static_cast<ui::Control*>(softly_)}) {
    part->set_ground(look().colours().card);
  }
  wxRect bottom = rooms.bottom;
  other_way_->SetSize(ui::cut_left(bottom, look().mm(78), look().mm(ui::target::gap)));
  practise_->SetSize(ui::cut_left(bottom, look().mm(56)));
}

}  // namespace tilia::pos
