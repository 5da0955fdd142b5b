#include "pos/ui/pad_window.h"

namespace tilia::pos {

PadWindow::PadWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      sentence_(new ui::TextLabel(this, look(), 24, true, ui::TextLabel::Tone::ink)),
      typed_(new ui::TextLabel(this, look(), 48, true, ui::TextLabel::Tone::ink)),
      pad_(new ui::KeyPad(this, look())),
      card_(new ui::Card(this, look())),
      picture_(new ui::Tile(card_, look())),
      name_(new ui::TextLabel(card_, look(), ui::type::button, false, ui::TextLabel::Tone::soft,
                              ui::Across::centre)),
      amount_(new ui::AmountLabel(card_, look(), ui::type::total, ui::Across::centre)),
      skip_(quiet("", [this] { counter().skip_fiscal_number(); })) {
  picture_->Enable(false);
  pad_->on_digit = [this](char digit, long at) {
    this->desk().act(at, [this, digit] { counter().type(std::string(1, digit)); });
  };
  pad_->on_back = [this](long at) { this->desk().act(at, [this] { counter().type_back(); }); };
}

void PadWindow::refresh() {
  set_undo("← " + say("till.go_back"), true);
  const bool weighing = counter().place() == Place::weigh;
  skip_->Show(!weighing);
  if (weighing) {
    const Article* article = counter().weighed();
    const Quantity quantity = Quantity::from_thousandths(counter().grams());
    sentence_->set_text(say("till.how_many_grams"));
    typed_->set_text(desk().words.say(Phrase("till.grams").with("grams", counter().grams())));
    picture_->set_face({.picture = article->picture, .name = "", .price = {}, .badge = ""});
    name_->set_text(article->name);
    amount_->set("", desk().amount(line_amount(*article, quantity)), look().colours().ink);
    set_action(say("till.put_on_tray"), counter().grams() > 0, [this] { counter().weigh_done(); });
  } else {
    sentence_->set_text(say("till.fiscal.type_number"));
    typed_->set_text(counter().typed().empty() ? "…" : counter().typed());
    picture_->set_face({.picture = "🧾", .name = "", .price = {}, .badge = ""});
    name_->set_text(say("till.fiscal.amount_for_device"));
    const PricedSale& priced = counter().giving().sale().priced;
    amount_->set("", desk().amount(priced.total), look().colours().ink);
    skip_->set_label(say("till.fiscal.skip"));
    set_action(say("till.done"), !counter().typed().empty(),
               [this] { counter().fiscal_number_done(); });
  }
  lay_out_now();
}

void PadWindow::lay_out(const Rooms& rooms) {
  wxRect left = rooms.left;
  sentence_->SetSize(ui::cut_top(left, look().px(40), look().mm(2)));
  typed_->SetSize(ui::cut_top(left, look().px(72), look().mm(3)));
  const wxSize own = pad_->own_size();
  pad_->SetSize(
      {left.GetTopLeft(), wxSize(own.GetWidth(), std::min(own.GetHeight(), left.height))});
  card_->SetSize(rooms.right);
  wxRect inside = wxRect(rooms.right.GetSize()).Deflate(look().mm(6));
  const int side = look().mm(40);
  const wxRect strip = ui::cut_top(inside, side, look().mm(4));
  picture_->SetSize(wxRect(wxSize(side, side)).CentreIn(strip));
  name_->SetSize(ui::cut_top(inside, look().px(34), look().mm(4)));
  amount_->SetSize(ui::cut_top(inside, look().px(90)));
  for (ui::Control* part : {static_cast<ui::Control*>(picture_), static_cast<ui::Control*>(name_),
                            static_cast<ui::Control*>(amount_)}) {
    part->set_ground(look().colours().card);
  }
  wxRect bottom = rooms.bottom;
  skip_->SetSize(ui::cut_left(bottom, look().mm(60)));
}

}  // namespace tilia::pos
