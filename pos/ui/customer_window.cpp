#include "pos/ui/customer_window.h"

#include <fmt/format.h>
#include <wx/dcclient.h>

#include <algorithm>

#include "core/ui/cut.h"
#include "pos/ui/shown.h"

namespace tilia::pos {

using Kind = CustomerView::Kind;

CustomerWindow::CustomerWindow(const wxRect& room, bool own_screen, const Words& words,
                               const CountryPack& pack, std::string shop,
                               const std::filesystem::path& pictures)
    : wxFrame(nullptr, wxID_ANY, wxString::FromUTF8(shop), room.GetTopLeft(), room.GetSize(),
              own_screen ? wxBORDER_NONE | wxFRAME_NO_TASKBAR : wxDEFAULT_FRAME_STYLE),
      words_(words),
      pack_(pack),
      shop_(std::move(shop)),
      look_(ui::Look::pixels_per_mm_of(*this, room.GetSize()), false),
      ground_(new wxPanel(this)) {
  look_.pictures().set_folder(pictures);
  ground_->SetBackgroundStyle(wxBG_STYLE_PAINT);
  ground_->Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxPaintDC dc(ground_);
    dc.SetBackground(wxBrush(view_.practice ? look_.colours().mend : look_.colours().paper));
    dc.Clear();
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(look_.colours().paper));
    dc.DrawRectangle(wxRect(ground_->GetClientSize()).Deflate(look_.mm(1.6)));
  });
  ground_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
  using Tone = ui::TextLabel::Tone;
  title_ = new ui::TextLabel(ground_, look_, 48, true, Tone::ink, ui::Across::centre);
  softly_ =
      new ui::TextLabel(ground_, look_, ui::type::section, false, Tone::soft, ui::Across::centre);
  practice_ =
      new ui::TextLabel(ground_, look_, ui::type::section, true, Tone::ink, ui::Across::centre);
  for (auto& row : rows_) {
    row = new TrayRow(ground_, look_);
    row->Enable(false);
  }
  for (auto& label : amounts_)
    label = new ui::AmountLabel(ground_, look_, ui::type::total, ui::Across::right);
  for (auto& piece : pieces_)
    piece = new ui::MoneyPiece(ground_, look_, ui::MoneyPiece::Use::shown);
  show({});
}

ui::AmountText CustomerWindow::amount(const Money& money) const {
  return amount_shown(money, pack_, words_, true);
}

void CustomerWindow::show(const CustomerView& view) {
  view_ = view;
  refresh_words();
  refresh_rows();
  refresh_amounts();
  for (std::size_t i = 0; i < pieces_.size(); ++i)
    pieces_.at(i)->Show(view_.kind == Kind::giving && i < view_.pieces.size());
  lay_out();
  ground_->Refresh();
}

void CustomerWindow::refresh_words() {
  const bool welcome = view_.kind == Kind::welcome;
  const bool nothing_back = view_.kind == Kind::giving && view_.pieces.empty();
  title_->Show(welcome || nothing_back);
  softly_->Show(welcome);
  title_->set_text(welcome ? shop_ : words_.say("till.customer.thank_you"));
  softly_->set_text(words_.say("till.customer.welcome"));
  practice_->Show(view_.practice);
  practice_->set_text(words_.say("till.customer.practice"));
}

// The newest lines: what was just put down is in sight.
void CustomerWindow::refresh_rows() {
  const std::size_t from =
      view_.lines.size() > rows_.size() ? view_.lines.size() - rows_.size() : 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool shown = from + i < view_.lines.size();
    rows_.at(i)->Show(shown);
    if (!shown) continue;
    const CustomerView::Line& line = view_.lines[from + i];
    rows_.at(i)->set_face(tray_face(line.picture, line.name, line.unit, line.quantity,
                                    amount_shown(line.amount, pack_, words_, false), words_));
  }
}

void CustomerWindow::refresh_amounts() {
  const ui::Palette& palette = look_.colours();
  const auto set = [&](std::size_t at, const char* word, const std::optional<Money>& money,
                       const wxColour& colour) {
    amounts_.at(at)->Show(money.has_value());
    if (money) amounts_.at(at)->set(words_.say(word), amount(*money), colour);
  };
  set(0, "till.to_pay", view_.to_pay, palette.ink);
  set(1, "till.got", view_.got, palette.got);
  if (view_.still_to_pay) {
    set(2, "till.still_to_pay", view_.still_to_pay, palette.ink);
  } else {
    set(2, "till.customer.back", view_.back, palette.go);
  }
}

void CustomerWindow::lay_out() {
  wxRect room = wxRect(ground_->GetClientSize()).Deflate(look_.mm(10), look_.mm(8));
  if (room.width < look_.mm(60) || room.height < look_.mm(40)) return;
  if (view_.practice) practice_->SetSize(ui::cut_top(room, look_.px(44), look_.mm(3)));
  if (title_->IsShown()) {
    wxRect middle = wxRect(room).Deflate(0, room.height / 3);
    title_->SetSize(ui::cut_top(middle, look_.px(72), look_.mm(2)));
    softly_->SetSize(ui::cut_top(middle, look_.px(44)));
  }
  const int high = look_.px(100);
  switch (view_.kind) {
    case Kind::welcome: return;
    case Kind::tray: {
      amounts_[0]->SetSize(ui::cut_bottom(room, high, look_.mm(4)));
      const auto lines = ui::cells(room, 1, static_cast<int>(rows_.size()), look_.px(6));
      for (std::size_t i = 0; i < rows_.size(); ++i) rows_.at(i)->SetSize(lines.at(i));
      return;
    }
    case Kind::paying: {
      wxRect middle =
          wxRect(room).Deflate(room.width / 8, std::max(0, (room.height - 3 * high) / 2));
      for (ui::AmountLabel* label : amounts_) label->SetSize(ui::cut_top(middle, high));
      return;
    }
    case Kind::giving:
      amounts_[2]->SetSize(ui::cut_top(room, high, look_.mm(4)));
      return lay_out_pieces(room);
  }
}

// In true size to each other, as they are laid into the hand.
void CustomerWindow::lay_out_pieces(wxRect room) {
  const std::size_t count = std::min(view_.pieces.size(), pieces_.size());
  if (count == 0) return;
  const int gap = look_.mm(ui::target::gap);
  const int words = look_.px(40);
  std::vector<ui::PieceLook> looks;
  for (std::size_t i = 0; i < count; ++i)
    looks.push_back(piece_shown(view_.pieces[i].value, pack_));
  int scale = look_.px(20);
  const auto wide = [&](std::size_t i) {
    return std::max(ui::piece_size(looks[i], scale).GetWidth() + look_.px(20), look_.mm(20));
  };
  const auto all = [&] {
    int width = gap * (static_cast<int>(count) - 1);
    for (std::size_t i = 0; i < count; ++i) width += wide(i);
    return width;
  };
  const auto fits = [&] {
    return all() <= room.width && std::ranges::all_of(looks, [&](const ui::PieceLook& piece) {
             return ui::piece_size(piece, scale).GetHeight() + words <= room.height;
           });
  };
  while (scale > 3 && !fits()) --scale;
  int x = room.x + std::max(0, (room.width - all()) / 2);
  for (std::size_t i = 0; i < count; ++i) {
    pieces_.at(i)->SetSize({x, room.y, wide(i), room.height});
    pieces_.at(i)->set_pieces({looks[i]}, scale);
    pieces_.at(i)->set_caption(
        view_.pieces[i].count > 1 ? fmt::format("{} ×", view_.pieces[i].count) : "");
    x += wide(i) + gap;
  }
}

}  // namespace tilia::pos
