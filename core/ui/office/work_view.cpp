#include "core/ui/office/work_view.h"

#include <algorithm>

namespace tilia::ui {

class WorkView::Bar final : public Block {
 public:
  using Block::Block;
  [[nodiscard]] int height_for(int) const override { return look().px(12); }
  void set(int done, int all) {
    done_ = done;
    all_ = std::max(1, all);
    Refresh();
    Update();  // drawn now: the next step may take a while
  }

 protected:
  [[nodiscard]] bool pressable() const override { return false; }
  void draw(Painter& painter, const wxRect& area) override {
    const int radius = area.height / 2;
    painter.round_rect(area, radius, look().colours().sand, wxNullColour, 0);
    const int wide = std::max(area.height, area.width * done_ / all_);
    painter.round_rect({area.x, area.y, wide, area.height}, radius, look().colours().go,
                       wxNullColour, 0);
  }

 private:
  int done_ = 0;
  int all_ = 1;
};

WorkView::WorkView(wxWindow* parent, const Look& look, const std::string& title,
                   const std::string& stop, std::function<void()> stopped)
    : wxPanel(parent), look_(look) {
  SetBackgroundColour(look.colours().paper);
  title_ = new WordsBlock(this, look, title, {.size = 22, .bold = true, .centred = true});
  bar_ = new Bar(this, look);
  stop_ = new OfficeButton(this, look, OfficeButton::Kind::quiet, stop);
  stop_->SetName("stop");
  stop_->on_press = [told = std::move(stopped)](long) { told(); };
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
}

void WorkView::set_done(int done, int all) { bar_->set(done, all); }

void WorkView::lay_out() {
  const wxSize size = GetClientSize();
  const int width = std::min(size.x - look_.px(64), look_.px(480));
  const int x = (size.x - width) / 2;
  int y = size.y / 3;
  title_->SetSize(x, y, width, title_->height_for(width));
  y += title_->height_for(width) + look_.px(24);
  bar_->SetSize(x, y, width, bar_->height_for(width));
  y += bar_->height_for(width) + look_.px(24);
  stop_->SetSize((size.x - stop_->width()) / 2, y, stop_->width(), look_.px(office::action_height));
}

}  // namespace tilia::ui
