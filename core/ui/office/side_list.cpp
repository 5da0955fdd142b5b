#include "core/ui/office/side_list.h"

#include <wx/dcbuffer.h>

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr int item_px = 42;
constexpr int item_gap_px = 6;
constexpr int least_item_px = 30;

}  // namespace

class SideList::Item final : public Block {
 public:
  Item(wxWindow* parent, const Look& look, const Entry& entry)
      : Block(parent, look), key_(entry.key), name_(entry.name) {
    SetName(wxString::FromUTF8("room." + key_));
    SetCursor(wxCursor(wxCURSOR_HAND));
    set_ground(look.colours().card);
  }
  [[nodiscard]] const std::string& key() const { return key_; }
  [[nodiscard]] int height_for(int) const override { return look().px(item_px); }
  void set_chosen(bool chosen) {
    chosen_ = chosen;
    Refresh();
  }

 protected:
  [[nodiscard]] int corner() const override { return look().px(10); }
  void draw(Painter& painter, const wxRect& area) override {
    const Palette& colours = look().colours();
    if (chosen_ || hovered()) {
      painter.round_rect(area, corner(), chosen_ ? colours.tint : colours.sand, wxNullColour, 0);
    }
    wxRect words = area;
    words.x += look().px(20);
    words.width -= look().px(28);
    painter.text(name_, words,
                 {.size = look().px(type::office),
                  .bold = chosen_,
                  .colour = chosen_ ? colours.go_dark : colours.ink,
                  .across = Across::left});
  }

 private:
  std::string key_;
  std::string name_;
  bool chosen_ = false;
};

SideList::SideList(wxWindow* parent, const Look& look, const std::string& brand,
                   const std::string& place, const std::vector<Entry>& entries,
                   const Person& person)
    : wxPanel(parent), look_(look) {
  const wxColour card = look.colours().card;
  SetBackgroundColour(card);
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  brand_ = new WordsBlock(this, look, brand, {.size = 26, .bold = true, .brand = true});
  place_ = new WordsBlock(this, look, place, {.size = type::office_soft, .soft = true});
  for (const Entry& entry : entries) {
    auto* item = new Item(this, look, entry);
    item->on_press = [this, key = entry.key](long) {
      if (on_choose) on_choose(key);
    };
    items_.push_back(item);
  }
  picture_ = new PictureBlock(this, look, person.picture);
  name_ = new WordsBlock(this, look, person.name, {.size = type::office, .bold = true});
  role_ = new WordsBlock(this, look, person.role, {.size = type::office_soft, .soft = true});
  log_out_ = new OfficeButton(this, look, OfficeButton::Kind::quiet, person.log_out);
  log_out_->SetName("log_out");
  log_out_->on_press = [this](long) {
    if (on_log_out) on_log_out();
  };
  for (Control* control : std::vector<Control*>{brand_, place_, picture_, name_, role_, log_out_})
    control->set_ground(card);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(look_.colours().card));
    dc.Clear();
    dc.SetPen(wxPen(look_.colours().line, look_.px(2)));
    const wxSize size = GetClientSize();
    dc.DrawLine(size.x - 1, 0, size.x - 1, size.y);
  });
}

void SideList::choose(const std::string& key) {
  for (Item* item : items_) item->set_chosen(item->key() == key);
}

void SideList::lay_out() {
  const wxSize size = GetClientSize();
  const int left = look_.px(28);
  const int room = size.x - left - look_.px(16);
  int y = look_.px(18);
  brand_->SetSize(left, y, room, brand_->height_for(room));
  y += brand_->height_for(room);
  place_->SetSize(left, y, room, place_->height_for(room));
  y += place_->height_for(room) + look_.px(20);
  int bottom = size.y - look_.px(20) - look_.px(42);
  // Many rooms stand closer together, so that all are seen at once.
  const int room_for_items = bottom - look_.px(56) - look_.px(8) - y;
  const int usual = look_.px(item_px + item_gap_px);
  const int count = std::max(1, static_cast<int>(items_.size()));
  const int step = std::clamp(room_for_items / count, look_.px(least_item_px), usual);
  for (Item* item : items_) {
    item->SetSize(look_.px(14), y, size.x - look_.px(30),
                  std::min(item->height_for(0), step - look_.px(2)));
    y += step;
  }
  log_out_->SetSize(look_.px(20), bottom, size.x - look_.px(42), look_.px(42));
  bottom -= look_.px(56);
  picture_->SetSize(left - look_.px(4), bottom, look_.px(40), look_.px(40));
  const int words = left + look_.px(46);
  name_->SetSize(words, bottom - look_.px(3), size.x - words - look_.px(12), look_.px(24));
  role_->SetSize(words, bottom + look_.px(20), size.x - words - look_.px(12), look_.px(22));
}

}  // namespace tilia::ui
