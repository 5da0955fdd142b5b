#include "core/ui/top_bar.h"

#include <algorithm>

#include "core/ui/cut.h"

namespace tilia::ui {
namespace {

// A longer name stands in two lines: the sentence beside it needs the room.
constexpr int widest_title = 176;
constexpr int practice_room = 136;
constexpr int narrow_below = 1300;

// In a narrow bar a sentence takes the room of the shop's name as long as it stands there.
bool gives_up_title(const Banner& banner, int width, const Look& look) {
  return banner.IsShown() && width < look.px(narrow_below);
}

}  // namespace

TopBar::TopBar(wxWindow* parent, const Look& look)
    : Control(parent, look),
      bell_(new ActionButton(this, look, ActionButton::Kind::pill, "")),
      back_soon_(new ActionButton(this, look, ActionButton::Kind::pill, "")),
      person_(new ActionButton(this, look, ActionButton::Kind::pill, "")),
      help_(new ActionButton(this, look, ActionButton::Kind::pill, "?")),
      banner_(new Banner(this, look)) {
  SetWindowStyle(GetWindowStyle() | wxTAB_TRAVERSAL);
  help_->set_selected(true);
  bell_->Hide();
  banner_->Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
    lay_out();
    Refresh();
    event.Skip();
  });
  const auto touched = [this](wxMouseEvent& event) {
    if (on_corner && corner_area().Contains(event.GetPosition()))
      on_corner(event.GetTimestamp());
    else
      event.Skip();
  };
  Bind(wxEVT_LEFT_DOWN, touched);
  Bind(wxEVT_LEFT_DCLICK, touched);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
}

void TopBar::set_title(std::string title) {
  if (title == title_) return;
  title_ = std::move(title);
  Refresh();
}

void TopBar::set_practice(std::string word) {
  if (word == practice_) return;
  practice_ = std::move(word);
  lay_out();
  Refresh();
}

void TopBar::set_back_soon(std::string label) {
  back_soon_->set_label(std::move(label));
  lay_out();
}

void TopBar::set_bell(std::string picture, bool rung) {
  bell_->set_picture(std::move(picture));
  bell_->set_selected(rung);
  lay_out();
}

wxRect TopBar::corner_area() const {
  const int side = look().mm(target::least + 2);
  return {0, 0, side, std::max(side, GetClientSize().GetHeight())};
}

void TopBar::set_person(std::string picture) {
  person_->set_picture(std::move(picture));
  lay_out();
}

void TopBar::lay_out() {
  for (Control* part : {static_cast<Control*>(bell_), static_cast<Control*>(back_soon_),
                        static_cast<Control*>(person_), static_cast<Control*>(help_)}) {
    part->set_ground(look().colours().card);
  }
  banner_->set_ground(look().colours().card);
  wxRect room = wxRect(GetClientSize()).Deflate(look().px(28), 0);
  if (room.width < look().mm(60) || room.height < look().px(20)) return;
  const int side = std::min(look().mm(target::least), room.height - look().px(6));
  const int gap = look().mm(target::gap) + look().px(4);
  const auto middle = [&](wxRect strip) {
    return wxRect(strip.x, strip.y + (strip.height - side) / 2, strip.width, side);
  };
  help_->place(middle(cut_right(room, side, gap)));
  const wxRect own = middle(cut_right(room, side, gap));
  person_->place(own);
  person_->Show(person_->has_picture());
  const wxRect soon = middle(cut_right(room, look().mm(36), gap));
  back_soon_->place(back_soon_->label().empty() ? wxRect() : soon);
  if (bell_->has_picture()) bell_->place(middle(cut_right(room, side, gap)));
  const bool no_title = gives_up_title(*banner_, GetClientSize().GetWidth(), look());
  const int name =
      look().px((no_title ? 0 : widest_title) + (practice_.empty() ? 0 : practice_room));
  if (name > 0) (void)cut_left(room, name, gap);
  banner_->SetSize(wxRect(room).Deflate(0, look().px(4)));
}

void TopBar::draw(Painter& painter, const wxRect& area) {
  const Palette& palette = look().colours();
  painter.fill(area, palette.card);
  painter.fill({area.x, area.GetBottom() - 1, area.width, 2}, palette.line);
  const int inset = look().px(28);
  const TextStyle title{
      .size = look().px(type::button), .bold = true, .colour = palette.ink, .across = Across::left};
  const bool no_title = gives_up_title(*banner_, area.width, look());
  const int wide =
      no_title ? 0
               : std::min(painter.text_width(title_, title.size, true), look().px(widest_title));
  if (!no_title) painter.label(title_, {inset, area.y, wide, area.height}, title);
  if (practice_.empty()) return;
  const TextStyle word{.size = look().px(type::counter_least),
                       .bold = true,
                       .colour = palette.on_go,
                       .across = Across::centre};
  const int pill = painter.text_width(practice_, word.size, true) + look().px(28);
  const wxRect at(inset + wide + (no_title ? 0 : look().px(14)),
                  area.y + (area.height - look().px(34)) / 2, pill, look().px(34));
  painter.round_rect(at, look().px(17), palette.mend, wxNullColour, 0);
  painter.text(practice_, at, word);
}

}  // namespace tilia::ui
