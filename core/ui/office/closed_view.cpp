#include "core/ui/office/closed_view.h"

#include <algorithm>

namespace tilia::ui {

ClosedView::ClosedView(wxWindow* parent, const Look& look)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE),
      look_(look) {
  SetBackgroundColour(look.colours().paper);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
}

void ClosedView::set(const Sheet& sheet) {
  DestroyChildren();
  sentence_ = nullptr;
  button_ = nullptr;
  name_ = new WordsBlock(this, look_, sheet.name,
                         {.size = type::section, .bold = true, .centred = true});
  if (!sheet.sentence.empty())
    sentence_ = new WordsBlock(this, look_, sheet.sentence,
                               {.size = type::office, .soft = true, .centred = true});
  if (!sheet.button.empty()) {
    button_ = new OfficeButton(this, look_, OfficeButton::Kind::go, sheet.button);
    button_->SetName("come_back");
    button_->on_press = [this](long) {
      if (on_press) on_press();
    };
  }
  lay_out();
}

void ClosedView::lay_out() {
  if (name_ == nullptr) return;
  const wxSize size = GetClientSize();
  const int width = std::min(size.x - look_.px(64), look_.px(640));
  const int x = (size.x - width) / 2;
  int y = size.y / 3;
  name_->SetSize(x, y, width, name_->height_for(width));
  y += name_->height_for(width) + look_.px(office::grid);
  if (sentence_ != nullptr) {
    sentence_->SetSize(x, y, width, sentence_->height_for(width));
    y += sentence_->height_for(width) + look_.px(24);
  }
  if (button_ != nullptr)
    button_->SetSize((size.x - button_->width()) / 2, y, button_->width(),
                     look_.px(office::action_height));
}

}  // namespace tilia::ui
