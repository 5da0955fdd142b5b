#include "tests/pos/ui/audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <regex>

#include "core/ui/money_piece.h"
#include "core/ui/step_button.h"

namespace tilia::pos::tests {
namespace {

constexpr double step_mm = 15;  // number keys, steps, Yes and No
constexpr double tile_mm = 20;
constexpr double any_mm = 12;
constexpr double gap_mm = 3;
constexpr std::size_t most_amounts = 3;
constexpr int rounding = 1;  // pixels that a cell may lose

std::string name_of(const wxWindow& window) {
  if (const auto* tile = dynamic_cast<const ui::Tile*>(&window); tile && tile->face().name.empty())
    return "tile " + tile->face().picture;
  const std::string name = window.GetName().utf8_string();
  return (dynamic_cast<const ui::StepButton*>(&window) ? "step " : "") + ("“" + name + "”");
}

std::string text_of(const wxRect& at) {
  return fmt::format("{},{} {}×{}", at.x, at.y, at.width, at.height);
}

// From the frame's place or bar down: the same for the same control of another frame.
std::string path_of(const wxWindow& window, const PlaceWindow& place) {
  if (&window == &place) return std::string("place of ") + typeid(place).name();
  const wxWindow* parent = window.GetParent();
  if (parent == nullptr) return "";
  if (dynamic_cast<const ui::TopBar*>(&window) != nullptr) return "bar";
  const std::string above = path_of(*parent, place);
  return fmt::format("{}/{}", above, parent->GetChildren().IndexOf(const_cast<wxWindow*>(&window)));
}

bool is_above(const wxWindow* ancestor, const wxWindow* window) {
  for (; window != nullptr; window = window->GetParent())
    if (window == ancestor) return true;
  return false;
}

wxRect on_screen(const ui::DrawnText& text) {
  return {text.on->ClientToScreen(text.ink.GetTopLeft()), text.ink.GetSize()};
}

bool same(const ui::DrawnText& one, const ui::DrawnText& other) {
  return one.text == other.text && one.ink == other.ink && one.room == other.room;
}

}  // namespace

void Audit::watch(TillOnScreen& till) {
  drawn_.clear();
  least_letters_ = till.frame().look().px(ui::type::counter_least);
  till.frame().look().watch_texts([this](const ui::DrawnText& text) {
    Drawn& on_it = drawn_[text.on];
    if (std::ranges::none_of(on_it, [&](const auto& one) { return same(one, text); }))
      on_it.push_back(text);
  });
}

void Audit::look_at(TillOnScreen& till, Place place, bool practice, const std::string& where) {
  drawn_.clear();
  const std::string missing = till.not_painted();
  if (!missing.empty()) found(where, "never painted: " + missing);
  look_at_targets(till, where);
  look_at_texts(till, where);
  count_amounts(place, where);
  remember_places(till, place, practice, where);
}

double Audit::least_mm(const ui::Control& control) const {
  if (dynamic_cast<const ui::StepButton*>(&control) != nullptr) return step_mm;
  if (dynamic_cast<const ui::Tile*>(&control) != nullptr) return tile_mm;
  if (const auto* button = dynamic_cast<const ui::ActionButton*>(&control))
    if (button->kind() == ui::ActionButton::Kind::key || yes_and_no_.contains(button->label()))
      return step_mm;
  return any_mm;
}

void Audit::look_at_targets(TillOnScreen& till, const std::string& where) {
  std::vector<ui::Control*> awake;
  for (ui::Control* control : till.shown<ui::Control>()) {
    ++controls_seen_;
    if (!control->AcceptsFocus()) continue;
    awake.push_back(control);
    const wxSize size = control->GetSize();
    const double least = least_mm(*control);
    const int shorter = std::min(size.GetWidth(), size.GetHeight());
    if (shorter + rounding < least * pixels_per_mm())
      found(where, fmt::format("{} is {:.1f} × {:.1f} mm, least {} mm", name_of(*control),
                               size.GetWidth() / pixels_per_mm(),
                               size.GetHeight() / pixels_per_mm(), least));
    if (!till.frame().GetScreenRect().Contains(control->GetScreenRect()))
      found(where, name_of(*control) + " hangs out of the screen");
    for (const wxWindow* in = control->GetParent(); in != nullptr && !in->IsTopLevel();
         in = in->GetParent())
      if (!in->GetScreenRect().Contains(control->GetScreenRect()))
        found(where, name_of(*control) + " is cut off by what it stands on");
  }
  look_at_gaps(awake, where);
}

void Audit::look_at_gaps(const std::vector<ui::Control*>& awake, const std::string& where) {
  for (std::size_t i = 0; i < awake.size(); ++i) {
    for (std::size_t j = i + 1; j < awake.size(); ++j) {
      const wxRect a = awake[i]->GetScreenRect();
      const wxRect b = awake[j]->GetScreenRect();
      const int across = std::max(a.x, b.x) - std::min(a.GetRight(), b.GetRight()) - 1;
      const int down = std::max(a.y, b.y) - std::min(a.GetBottom(), b.GetBottom()) - 1;
      const int gap = std::max(across, down);
      if (gap + rounding < gap_mm * pixels_per_mm())
        found(where, fmt::format("{} and {} are {:.1f} mm apart, least {} mm", name_of(*awake[i]),
                                 name_of(*awake[j]), gap / pixels_per_mm(), gap_mm));
    }
  }
}

void Audit::look_at_texts(TillOnScreen& till, const std::string& where) {
  const auto controls = till.shown<ui::Control>();
  for (const auto& [window, texts] : drawn_) {
    if (!window->IsShownOnScreen()) continue;
    for (const ui::DrawnText& text : texts) look_at_text(text, controls, where);
    look_for_overlaps(texts, where);
  }
}

void Audit::look_at_text(const ui::DrawnText& text, const std::vector<ui::Control*>& controls,
                         const std::string& where) {
  ++texts_seen_;
  const std::string what = "“" + text.text + "” ";
  if (text.cut) found(where, what + "is cut");
  const wxRect ink = on_screen(text);
  wxRect seen = ink;
  for (const wxWindow* in = text.on; in != nullptr && !in->IsTopLevel(); in = in->GetParent())
    seen.Intersect({in->ClientToScreen({0, 0}), in->GetClientSize()});
  if (ink.width - seen.width > 2 || ink.height - seen.height > 2)
    found(where, fmt::format("{}loses its edge: {} of {}", what, text_of(seen), text_of(ink)));
  if (text.kind == ui::DrawnText::Kind::on_piece) return;
  if (text.size < least_letters_)
    found(where, fmt::format("{}is set in {} px, least {}", what, text.size, least_letters_));
  if (text.ink.width > text.room.width + 2 || text.ink.y < text.room.y - 2 ||
      text.ink.GetBottom() > text.room.GetBottom() + 2)
    found(where, fmt::format("{}wants {}, has {}", what, text_of(text.ink), text_of(text.room)));
  for (const ui::Control* control : controls) {
    if (is_above(control, text.on)) continue;
    const wxRect over = control->GetScreenRect().Intersect(ink);
    if (over.width > 2 && over.height > 2) found(where, what + "lies under " + name_of(*control));
  }
}

void Audit::look_for_overlaps(const Drawn& texts, const std::string& where) {
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      const bool pieces = texts[i].kind == ui::DrawnText::Kind::on_piece &&
                          texts[j].kind == ui::DrawnText::Kind::on_piece;
      const wxRect over = wxRect(texts[i].ink).Intersect(texts[j].ink);
      if (!pieces && over.width > 2 && over.height > 2)
        found(where, "“" + texts[i].text + "” and “" + texts[j].text + "” lie on each other");
    }
}

void Audit::count_amounts(Place place, const std::string& where) {
  const bool paying = place == Place::pay || place == Place::change || place == Place::more_coins ||
                      place == Place::taken_back || place == Place::voucher ||
                      place == Place::account || place == Place::gift ||
                      place == Place::voucher_value || place == Place::account_sum ||
                      place == Place::sure;
  if (!paying) return;
  static const std::regex amount_in_words(R"(\d[.,]\d\d(?!\d))");
  std::set<std::string> amounts;
  for (const auto& [window, texts] : drawn_) {
    if (!window->IsShownOnScreen()) continue;
    for (const ui::DrawnText& text : texts) {
      const bool words = text.kind == ui::DrawnText::Kind::words;
      if (text.kind == ui::DrawnText::Kind::amount ||
          (words && std::regex_search(text.text, amount_in_words)))
        amounts.insert(text.text + " at " + text_of(on_screen(text)));
    }
  }
  if (amounts.size() <= most_amounts) return;
  std::string all;
  for (const std::string& amount : amounts) all += amount + "; ";
  found(where, fmt::format("{} amounts: {}", amounts.size(), all));
}

void Audit::remember_places(TillOnScreen& till, Place place, bool practice,
                            const std::string& where) {
  const std::string house = practice ? " of practice" : "";  // its frame moves all of it
  for (ui::Control* control : till.shown<ui::Control>()) {
    const std::string path = path_of(*control, till.frame().place_window());
    const std::string at = text_of(control->GetScreenRect());
    const bool in_bar = path.starts_with("bar/");
    Stood& stood =
        stood_[in_bar ? path + house : fmt::format("{} {}{}", place_code(place), path, house)];
    // A tile that only shows a picture sleeps always; it has no place when awake.
    (control->IsEnabled() ? stood.awake : stood.asleep).insert(at);
    // Undo and the green action are the place's first two; the bar stands on all.
    const std::string last = path.substr(std::min(path.rfind('/'), path.size()));
    const bool of_place =
        control->GetParent() == &till.frame().place_window() && (last == "/0" || last == "/1");
    if (of_place) everywhere_["place" + last + house].emplace(at, where);
    if (in_bar && dynamic_cast<ui::ActionButton*>(control) != nullptr)
      everywhere_[path + house].emplace(at, where);
  }
}

void Audit::compare_places() {
  for (const auto& [key, stood] : stood_) {
    if (stood.awake.empty()) continue;
    for (const std::string& at : stood.asleep)
      if (!stood.awake.contains(at))
        found(key, "asleep it stands at " + at + ", awake at " + *stood.awake.begin());
  }
  for (const auto& [path, places] : everywhere_) {
    if (places.size() < 2) continue;
    std::string all;
    for (const auto& [at, where] : places) all += at + " (" + where + ") ";
    found(path, "it moves from screen to screen: " + all);
  }
}

}  // namespace tilia::pos::tests
