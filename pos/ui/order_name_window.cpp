#include "pos/ui/order_name_window.h"

#include <fmt/format.h>

namespace tilia::pos {

OrderNameWindow::OrderNameWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)) {
  using Kind = ui::ActionButton::Kind;
  const auto field = [this](const char* picture, bool phone) {
    auto* button = new ui::ActionButton(this, look(), Kind::tab, "");
    button->set_picture(picture);
    presses(button, [this, phone] {
      counter().at_whose([phone](WhoseAsked& whose) { whose.type_into_phone(phone); });
    });
    return button;
  };
  name_ = field("🙂", false);
  phone_ = field("📞", true);
  erase_ = new ui::ActionButton(this, look(), Kind::key, "←");
  presses(erase_, [this] { counter().type_back(); });
  known_word_ =
      new ui::TextLabel(this, look(), ui::type::counter, false, ui::TextLabel::Tone::soft);
  known_word_->keep_in_the_middle();
  for (std::size_t i = 0; i < known_.size(); ++i) {
    known_.at(i) = quiet(
        "", [this, i] { counter().at_whose([i](WhoseAsked& whose) { whose.choose_known(i); }); });
    known_.at(i)->set_picture("🙂");
  }
  std::vector<std::string> letters = capitals_of(say("till.keys.letters"));
  letters.insert(letters.end(), {"-", " "});
  letters_ = keys_of(letters);
  std::vector<std::string> digits{"+"};
  for (char digit = '0'; digit <= '9'; ++digit) digits.emplace_back(1, digit);
  digits_ = keys_of(digits);
}

std::unique_ptr<LetterKeys> OrderNameWindow::keys_of(const std::vector<std::string>& keys) {
  return std::make_unique<LetterKeys>(this, look(), keys,
                                      [this](ui::Control* key, const std::string& letter) {
                                        presses(key, [this, letter] { counter().type(letter); });
                                      });
}

void OrderNameWindow::refresh() {
  const WhoseAsked& whose = counter().whose();
  set_undo("← " + say("till.go_back"), true);
  question_->set_text(say("till.order.type_name"));
  name_->set_label(whose.name().empty() ? say("till.order.name") : whose.name());
  name_->set_selected(!whose.types_phone());
  phone_->set_label(whose.phone().empty() ? say("till.order.phone") : whose.phone());
  phone_->set_selected(whose.types_phone());
  erase_->Enable(!(whose.types_phone() ? whose.phone() : whose.name()).empty());
  letters_->show(!whose.types_phone());
  digits_->show(whose.types_phone());
  known_word_->set_text(say("till.order.was_here"));
  known_word_->Show(!whose.known().empty());
  for (std::size_t i = 0; i < known_.size(); ++i) {
    known_.at(i)->Show(i < whose.known().size());
    if (i >= whose.known().size()) continue;
    const Customer& customer = whose.known()[i];
    // The end of a number tells two of one name apart, and is no number to be read by others.
    constexpr std::size_t shown_digits = 3;
    const std::string& phone = customer.phone;
    known_.at(i)->set_label(
        phone.size() < shown_digits
            ? customer.name
            : fmt::format("{} · …{}", customer.name, phone.substr(phone.size() - shown_digits)));
  }
  set_action(say("till.visit.next"), whose.has_name(),
             [this] { counter().at_whose([](WhoseAsked& w) { w.name_done(); }); });
  lay_out_now();
}

ui::Control* OrderNameWindow::next_to_press() {
  return counter().whose().has_name() ? static_cast<ui::Control*>(action()) : letters_->first();
}

void OrderNameWindow::lay_out(const Rooms& rooms) {
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.right.height;
  const int gap = look().mm(ui::target::gap);
  question_->SetSize(ui::cut_top(all, look().px(44), look().mm(2)));
  wxRect fields = ui::cut_top(all, look().mm(18), look().mm(4));
  erase_->SetSize(ui::cut_right(fields, look().mm(18), gap));
  const auto two = ui::cells(fields, 2, 1, gap);
  name_->SetSize(two.at(0));
  phone_->SetSize(two.at(1));
  wxRect of_digits = all;
  letters_->place(all);
  digits_->place(of_digits);
  known_word_->SetSize(ui::cut_top(all, look().px(30), look().mm(1)));
  wxRect strip = ui::cut_top(all, std::min(all.height, look().mm(2 * 15 + 3)));
  const auto at = ui::cells(strip, 2, 2, gap);
  for (std::size_t i = 0; i < known_.size(); ++i) known_.at(i)->SetSize(at.at(i));
}

}  // namespace tilia::pos
