#include "core/ui/office/call_strip.h"

namespace tilia::ui {

CallStrip::CallStrip(wxWindow* parent, const Look& look)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE),
      look_(look) {
  SetBackgroundColour(look.colours().tint);
  Hide();
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
}

void CallStrip::set(const std::string& sentence, const std::string& button) {
  if (sentence == words_) return;
  words_ = sentence;
  DestroyChildren();
  bell_ = nullptr;
  sentence_ = nullptr;
  button_ = nullptr;
  if (words_.empty()) return;
  bell_ = new PictureBlock(this, look_, "🛎️");
  sentence_ = new WordsBlock(this, look_, words_, {.size = 20, .bold = true});
  button_ = new OfficeButton(this, look_, OfficeButton::Kind::go, button);
  button_->SetName("coming");
  // After the event: the press takes the button away.
  button_->on_press = [this](long) {
    CallAfter([this] {
      if (on_press) on_press();
    });
  };
  for (Control* control : {static_cast<Control*>(bell_), static_cast<Control*>(sentence_),
                           static_cast<Control*>(button_)})
    control->set_ground(look_.colours().tint);
  lay_out();
}

void CallStrip::lay_out() {
  if (sentence_ == nullptr) return;
  const wxSize size = GetClientSize();
  const int margin = look_.px(office::margin);
  const int bell = look_.px(40);
  bell_->SetSize(margin, (size.y - bell) / 2, bell, bell);
  const int high = look_.px(office::action_height);
  const int right = size.x - margin - button_->width();
  button_->SetSize(right, (size.y - high) / 2, button_->width(), high);
  const int left = margin + bell + look_.px(office::gap);
  const int room = right - left - look_.px(office::gap);
  const int words = sentence_->height_for(room);
  sentence_->SetSize(left, (size.y - words) / 2, room, words);
}

}  // namespace tilia::ui
