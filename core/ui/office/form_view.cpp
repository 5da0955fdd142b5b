#include "core/ui/office/form_view.h"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

#include <algorithm>

#include "core/ui/office/inputs.h"

namespace tilia::ui {
namespace {

constexpr int calendar_columns = 7;

bool spans(Field::Kind kind, int columns) {
  if (columns >= calendar_columns) return false;
  return kind == Field::Kind::heading || kind == Field::Kind::picture;
}

}  // namespace

FormView::FormView(wxWindow* parent, const Look& look, const Form& form, const Words& words,
                   bool beside_main)
    : Block(parent, look), columns_(form.columns) {
  SetWindowStyle(GetWindowStyle() | wxTAB_TRAVERSAL);
  SetBackgroundColour(look.colours().card);
  for (const Field& field : form.fields) add_part(field, words);
  for (const Action& action : form.actions) {
    const bool first = buttons_.empty();
    auto* button = new OfficeButton(
        this, look, first && !beside_main ? OfficeButton::Kind::go : OfficeButton::Kind::quiet,
        words.say(action.label));
    button->set_ground(look.colours().card);
    button->SetName(wxString::FromUTF8(action.key));
    button->Enable(action.enabled);
    button->on_press = [this, key = action.key](long) { act(key); };
    buttons_.push_back(button);
    if (first && action.enabled) first_action_ = action.key;
  }
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out(GetClientSize().x, true);
    event.Skip();
  });
}

void FormView::act(const std::string& action) {
  if (action.empty() || !on_action) return;
  const auto acted = on_action;  // the page may take this form away
  acted(action);
}

void FormView::add_part(const Field& field, const Words& words) {
  Part part{field.key, field.kind, {}, nullptr, nullptr, nullptr};
  for (const Choice& choice : field.choices) part.choices.push_back(choice.value);
  const bool heading = field.kind == Field::Kind::heading;
  const bool calendar = columns_ >= calendar_columns;
  const std::string label = said(field.label, words);
  if (!label.empty() && field.kind != Field::Kind::yes_no) {
    const WordsBlock::Style style{.size = heading && !calendar ? 18 : type::office_soft,
                                  .bold = heading && !calendar,
                                  .soft = !heading || calendar};
    part.label = new WordsBlock(this, look(), label, style);
    part.label->set_ground(look().colours().card);
  }
  if (!heading && field.kind != Field::Kind::gap) {
    part.input = input_for(field, words);
    part.input->SetName(wxString::FromUTF8(field.key));
    part.input->Enable(field.enabled);
  }
  // In a calendar the page says what to mend: a cell is too small for a sentence.
  const std::optional<Phrase>& look_again = field.fault ? field.fault : field.caution;
  const std::optional<Phrase>& note = look_again ? look_again : field.hint;
  if (note && !calendar) {
    part.note = new WordsBlock(this, look(), words.say(*note),
                               {.size = type::office_soft,
                                .bold = field.fault.has_value(),
                                .soft = true,
                                .mend = look_again.has_value()});
    part.note->set_ground(look().colours().card);
  }
  if (field.fault && calendar) part.input->SetForegroundColour(look().colours().mend);
  parts_.push_back(std::move(part));
}

wxWindow* FormView::input_for(const Field& field, const Words& words) {
  const wxFont& font = look().font(look().px(type::office), false);
  const wxString value = wxString::FromUTF8(field.value);
  switch (field.kind) {
    case Field::Kind::choice: {
      auto* choice = new wxChoice(this, wxID_ANY);
      choice->SetFont(font);
      for (const Choice& each : field.choices)
        choice->Append(wxString::FromUTF8(said(each.label, words)));
      int chosen = 0;
      for (std::size_t at = 0; at < field.choices.size(); ++at) {
        if (field.choices[at].value == field.value) chosen = static_cast<int>(at);
      }
      if (!field.choices.empty()) choice->SetSelection(chosen);
      return choice;
    }
    case Field::Kind::yes_no: {
      auto* box = new wxCheckBox(this, wxID_ANY, wxString::FromUTF8(said(field.label, words)));
      box->SetFont(font);
      box->SetForegroundColour(look().colours().ink);
      box->SetValue(field.value == "yes");
      return box;
    }
    case Field::Kind::day: return new DayInput(this, look(), field.value, words);
    case Field::Kind::picture: return new PictureInput(this, look(), field.choices, field.value);
    default: break;
  }
  long style = wxTE_PROCESS_ENTER;
  if (field.kind == Field::Kind::secret) style |= wxTE_PASSWORD;
  if (field.kind == Field::Kind::lines) style = wxTE_MULTILINE;
  auto* text = new wxTextCtrl(this, wxID_ANY, value, wxDefaultPosition, wxDefaultSize, style);
  text->SetFont(font);
  // In an address, Return starts the next line.
  if (field.kind != Field::Kind::lines)
    text->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { act(first_action_); });
  return text;
}

void FormView::keep_private() {
  for (const Part& part : parts_) {
    auto* text = dynamic_cast<wxTextCtrl*>(part.input);
    if (text == nullptr) continue;
    text->Bind(wxEVT_LEFT_DOWN, [text](wxMouseEvent& event) {
      text->SelectNone();  // what is not selected is not dragged
      event.Skip();
    });
  }
}

void FormView::drop_selections() {
  for (const Part& part : parts_) {
    if (auto* text = dynamic_cast<wxTextCtrl*>(part.input)) text->SelectNone();
  }
}

wxWindow* FormView::input(const std::string& key) const {
  for (const Part& part : parts_) {
    if (part.key == key) return part.input;
  }
  return nullptr;
}

void FormView::keep_secrets_of(const FormView& before) {
  for (const Part& part : parts_) {
    if (part.kind != Field::Kind::secret) continue;
    const auto* typed = dynamic_cast<wxTextCtrl*>(before.input(part.key));
    if (typed != nullptr) dynamic_cast<wxTextCtrl&>(*part.input).ChangeValue(typed->GetValue());
  }
}

Values FormView::values() const {
  Values values;
  for (const Part& part : parts_) {
    if (part.input == nullptr) continue;
    std::string text;
    if (const auto* typed = dynamic_cast<wxTextCtrl*>(part.input)) {
      text = typed->GetValue().utf8_string();
    } else if (const auto* choice = dynamic_cast<wxChoice*>(part.input)) {
      const int chosen = choice->GetSelection();
      if (chosen >= 0) text = part.choices.at(static_cast<std::size_t>(chosen));
    } else if (const auto* box = dynamic_cast<wxCheckBox*>(part.input)) {
      text = box->GetValue() ? "yes" : "no";
    } else if (const auto* day = dynamic_cast<DayInput*>(part.input)) {
      text = day->value();
    } else if (const auto* picture = dynamic_cast<PictureInput*>(part.input)) {
      text = picture->value();
    }
    if (part.kind == Field::Kind::secret)
      values.secrets.emplace(part.key, Secret<std::string>(std::move(text)));
    else
      values.texts[part.key] = std::move(text);
  }
  return values;
}

int FormView::lay_out_part(const Part& part, const wxRect& room, bool place,
                           bool boxes_alone) const {
  const bool calendar = columns_ >= calendar_columns;
  int y = room.y;
  const auto put = [&](wxWindow* window, int height) {
    if (place) window->SetSize(room.x, y, room.width, height);
    y += height;
  };
  if (part.label != nullptr) put(part.label, part.label->height_for(room.width));
  if (part.kind == Field::Kind::heading) return y - room.y;
  // Beside inputs a box stands as high as they do; a row of boxes is as low as a line.
  if (part.kind == Field::Kind::yes_no && !boxes_alone) y += look().px(21);
  if (part.input != nullptr) {
    y += calendar ? 0 : look().px(2);
    int height = look().px(calendar || boxes_alone ? 34 : office::input_height);
    if (part.kind == Field::Kind::lines) height = look().px(72);
    if (const auto* picture = dynamic_cast<PictureInput*>(part.input))
      height = picture->height_for(room.width);
    put(part.input, height);
  }
  if (part.note != nullptr) {
    y += look().px(2);
    put(part.note, part.note->height_for(room.width));
  }
  return y - room.y;
}

bool FormView::row_of_boxes(std::size_t first) const {
  std::size_t at = first;
  for (; at < parts_.size() && at < first + static_cast<std::size_t>(columns_); ++at) {
    if (spans(parts_[at].kind, columns_)) break;
    const Field::Kind kind = parts_[at].kind;
    if (kind != Field::Kind::yes_no && kind != Field::Kind::gap) return false;
  }
  return at > first;
}

int FormView::lay_out(int width, bool place) const {
  const int inner = look().px(24);
  const bool calendar = columns_ >= calendar_columns;
  const int gap = look().px(calendar ? office::grid : 24);
  const int inside = width - 2 * inner;
  const int column_width = (inside - gap * (columns_ - 1)) / columns_;
  int y = look().px(calendar ? 14 : 20);
  int column = 0;
  int highest = 0;
  bool boxes_alone = false;
  const auto next_row = [&] {
    if (column > 0) y += highest + look().px(calendar || boxes_alone ? 4 : 14);
    column = 0;
    highest = 0;
  };
  for (const Part& part : parts_) {
    if (column == 0) boxes_alone = row_of_boxes(static_cast<std::size_t>(&part - parts_.data()));
    const bool wide = spans(part.kind, columns_);
    if (wide) next_row();
    const int x = inner + column * (column_width + gap);
    const int high =
        lay_out_part(part, {x, y, wide ? inside : column_width, 0}, place, boxes_alone);
    highest = std::max(highest, high);
    column = wide ? columns_ : column + 1;
    if (part.kind == Field::Kind::heading && wide) highest -= look().px(8);
    if (column >= columns_) next_row();
  }
  next_row();
  return lay_out_actions(y, width, place);
}

int FormView::lay_out_actions(int y, int width, bool place) const {
  const int inner = look().px(24);
  if (buttons_.empty()) return y + look().px(8);
  y += look().px(8);
  int x = width - inner;
  for (const OfficeButton* button : buttons_) {  // the main one stands rightmost
    x -= button->width();
    if (place)
      const_cast<OfficeButton*>(button)->SetSize(x, y, button->width(),
                                                 look().px(office::action_height));
    x -= look().px(office::gap);
  }
  return y + look().px(office::action_height) + look().px(20);
}

int FormView::height_for(int width) const { return lay_out(width, false); }

void FormView::draw(Painter& painter, const wxRect& area) {
  painter.round_rect(area, corner(), look().colours().card, look().colours().line, look().px(2));
}

}  // namespace tilia::ui
