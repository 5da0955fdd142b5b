#include "pos/ui/whose_card.h"

#include "core/ui/cut.h"

namespace tilia::pos {

WhoseCard::WhoseCard(wxWindow* parent, const ui::Look& look)
    : look_(look),
      card_(new ui::Card(parent, look)),
      picture_(new ui::Tile(card_, look)),
      whose_(new ui::TextLabel(card_, look, ui::type::section, true, ui::TextLabel::Tone::ink)),
      when_(new ui::TextLabel(card_, look, ui::type::button, false, ui::TextLabel::Tone::ink)),
      number_(new ui::TextLabel(card_, look, ui::type::counter, true, ui::TextLabel::Tone::soft)),
      costs_(new ui::AmountLabel(card_, look, 44, ui::Across::right)),
      early_(new ui::AmountLabel(card_, look, 44, ui::Across::right)),
      still_(new ui::AmountLabel(card_, look, ui::type::total, ui::Across::right)) {
  picture_->Disable();
}

void WhoseCard::show(const Shown& shown) {
  const ui::Palette& palette = look_.colours();
  picture_->set_face({.picture = shown.picture, .name = "", .price = {}, .badge = ""});
  whose_->set_text(shown.whose);
  when_->set_text(shown.when);
  number_->set_text(shown.number);
  number_->Show(!shown.number.empty());
  costs_->Show(shown.costs.has_value());
  if (shown.costs) costs_->set(shown.costs->words, shown.costs->amount, palette.ink);
  early_->Show(shown.early.has_value());
  if (shown.early) early_->set(shown.early->words, shown.early->amount, palette.got);
  still_->set(shown.still.words, shown.still.amount, shown.paid ? palette.go : palette.ink);
}

void WhoseCard::place(const wxRect& area) {
  card_->SetSize(area);
  wxRect room = wxRect(area.GetSize()).Deflate(look_.mm(6), look_.mm(5));
  wxRect head = ui::cut_top(room, look_.mm(26), look_.mm(3));
  picture_->SetSize(ui::cut_left(head, look_.mm(26), look_.mm(5)));
  if (number_->IsShown()) number_->SetSize(ui::cut_bottom(head, look_.px(28)));
  when_->SetSize(ui::cut_bottom(head, look_.px(30)));
  whose_->SetSize(head);
  still_->SetSize(ui::cut_bottom(room, look_.px(92), look_.px(4)));
  early_->SetSize(ui::cut_bottom(room, look_.px(62), look_.px(4)));
  costs_->SetSize(ui::cut_bottom(room, look_.px(62)));
  for (ui::Control* part : {static_cast<ui::Control*>(picture_), static_cast<ui::Control*>(whose_),
                            static_cast<ui::Control*>(when_), static_cast<ui::Control*>(number_),
                            static_cast<ui::Control*>(costs_), static_cast<ui::Control*>(early_),
                            static_cast<ui::Control*>(still_)})
    part->set_ground(look_.colours().card);
}

}  // namespace tilia::pos
