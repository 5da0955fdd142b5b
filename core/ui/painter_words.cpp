// The painter's texts and amounts: set smaller or in two lines before a letter of them is lost.
#include <algorithm>
#include <cmath>

#include "core/ui/painter.h"
#include "core/ui/syllables.h"

namespace tilia::ui {
namespace {

// Of Noto Sans, by its size.
constexpr double cap_height = 0.714;
constexpr int accent_percent = 96;  // from the baseline to the top of "Š"
constexpr int tail_percent = 24;    // and to the foot of "g"
// From line to line; where there is little room, so that accents and tails just do not touch.
constexpr int loose_percent = 138;
constexpr int tight_percent = 120;
// Two lines are better than one that is set smaller than this.
constexpr int one_line_percent = 84;

int cents_size(int size, const Look& look) {
  return std::max(size * 52 / 100, look.px(type::counter_least));
}
int currency_size(int size, const Look& look) {
  return std::max(size * 42 / 100, look.px(type::counter_least));
}
int whole_px(double value) { return static_cast<int>(std::lround(value)); }

std::u32string to_letters(const wxString& word) {
  std::u32string letters;
  for (const wxUniChar letter : word) letters += static_cast<char32_t>(letter.GetValue());
  return letters;
}

bool digit(char letter) { return letter >= '0' && letter <= '9'; }

wxRect ink_at(int x, double baseline, int width, int size) {
  const int top = whole_px(baseline) - size * accent_percent / 100;
  const int bottom = whole_px(baseline) + size * tail_percent / 100;
  return {x, top, width, bottom - top};
}

}  // namespace

std::string Painter::shown(const std::string& utf8) const {
  if (!look_.digits_as_boxes()) return utf8;
  std::string boxes;
  for (const char letter : utf8) digit(letter) ? void(boxes += "\u25AF") : void(boxes += letter);
  return boxes;
}

void Painter::tell(const std::string& text, const wxRect& room, const wxRect& ink, int size,
                   bool cut) {
  look_.text_watch()({on_, kind_, text, room, ink, size, cut});
}

int Painter::text_width(const std::string& utf8, int size, bool bold) {
  context_->SetFont(look_.drawing_font(size, bold, look_.colours().ink));
  double width = 0;
  double height = 0;
  context_->GetTextExtent(wxString::FromUTF8(shown(utf8)), &width, &height);
  return whole_px(width + 0.5);
}

wxString Painter::cut_to(const wxString& text, int width) {
  wxString shown = text;
  double taken = 0;
  double height = 0;
  context_->GetTextExtent(shown, &taken, &height);
  while (taken > width && shown.length() > 1) {
    shown.RemoveLast(shown.length() > 2 && shown.Last() == wxUniChar(0x2026) ? 2 : 1);
    shown += wxUniChar(0x2026);
    context_->GetTextExtent(shown, &taken, &height);
    if (shown.length() <= 2) break;
  }
  return shown;
}

void Painter::line_of_text(const wxString& text, const wxRect& area, const TextStyle& style,
                           int size, const wxRect& room) {
  context_->SetFont(look_.drawing_font(size, style.bold, style.colour));
  const wxString seen = cut_to(text, area.width + 1);
  double width = 0;
  double height = 0;
  double descent = 0;
  context_->GetTextExtent(seen, &width, &height, &descent);
  double x = area.x;
  if (style.across == Across::centre) x += (area.width - width) / 2;
  if (style.across == Across::right) x += area.width - width;
  const double y = area.y + (area.height - height) / 2;
  context_->DrawText(seen, x, y);
  if (!look_.text_watch()) return;
  tell(text.utf8_string(), room, ink_at(whole_px(x), y + height - descent, whole_px(width), size),
       size, seen != text);
}

void Painter::text(const std::string& utf8, const wxRect& area, const TextStyle& style) {
  if (utf8.empty()) return;
  int size = style.size;
  const int least = std::min(size, look_.px(type::counter_least));
  while (size > least && text_width(utf8, size, style.bold) > area.width) --size;
  line_of_text(wxString::FromUTF8(shown(utf8)), area, style, size, area);
}

Painter::Lines Painter::wrapped(const std::string& utf8, int first, int rest, int size, bool bold) {
  context_->SetFont(look_.drawing_font(size, bold, look_.colours().ink));
  Lines all{{wxString()}, 0};
  for (const wxString& word : wxSplit(wxString::FromUTF8(shown(utf8)), ' ', '\0')) {
    wxString& last = all.lines.back();
    const wxString longer = last.empty() ? word : last + " " + word;
    double width = 0;
    double height = 0;
    context_->GetTextExtent(longer, &width, &height);
    if (whole_px(width) <= (all.lines.size() == 1 ? first : rest) || last.empty()) {
      last = longer;
    } else {
      all.lines.push_back(word);
      context_->GetTextExtent(word, &width, &height);
    }
    all.widest = std::max(all.widest, whole_px(width));
  }
  return all;
}

bool Painter::label_fits(const std::string& utf8, const wxSize& room, const TextStyle& style) {
  const int least = std::min(style.size, look_.px(type::counter_least));
  if (text_width(utf8, least, style.bold) <= room.GetWidth()) return true;
  if (2 * (least * tight_percent / 100) > room.GetHeight()) return false;
  const Lines two = wrapped(utf8, room.GetWidth(), room.GetWidth(), least, style.bold);
  return two.lines.size() == 2 && two.widest <= room.GetWidth();
}

void Painter::label(const std::string& utf8, const wxRect& area, const TextStyle& style) {
  if (utf8.empty()) return;
  const int least = std::min(style.size, look_.px(type::counter_least));
  int size = style.size;
  const int one_line = std::max(least, size * one_line_percent / 100);
  while (size > one_line && text_width(utf8, size, style.bold) > area.width) --size;
  if (text_width(utf8, size, style.bold) > area.width) {
    for (int in_two = style.size; in_two >= least; --in_two) {
      const int line = in_two * tight_percent / 100;
      if (2 * line > area.height) continue;
      const Lines two = wrapped(utf8, area.width, area.width, in_two, style.bold);
      if (two.lines.size() != 2 || two.widest > area.width) continue;
      const int y = area.y + (area.height - 2 * line) / 2;
      line_of_text(two.lines[0], {area.x, y, area.width, line}, style, in_two, area);
      line_of_text(two.lines[1], {area.x, y + line, area.width, line}, style, in_two, area);
      return;
    }
  }
  text(utf8, area, style);
}

int Painter::name(const std::string& utf8, const wxRect& beside, int width, int line_height,
                  const TextStyle& style) {
  if (utf8.empty()) return 0;
  const int least = std::min(style.size, look_.px(type::counter_least));
  for (int size = style.size; size >= least; --size) {
    if (text_width(utf8, size, style.bold) > beside.width) continue;
    line_of_text(wxString::FromUTF8(shown(utf8)), beside, style, size, beside);
    return 0;
  }
  wxRect above(beside.x, beside.y + (beside.height - line_height) / 2 - line_height, width,
               line_height);
  Lines two = wrapped(utf8, width, beside.width, least, style.bold);
  const bool fits = two.lines.size() == 2 &&
                    text_width(two.lines[1].utf8_string(), least, style.bold) <= beside.width;
  if (fits) {
    line_of_text(two.lines[0], above, style, least, above);
    line_of_text(two.lines[1], beside, style, least, beside);
    return 1;
  }
  two = wrapped(utf8, width, width, least, style.bold);
  if (two.lines.size() == 1) {
    line_of_text(two.lines[0], above, style, least, above);
    return 1;
  }
  wxString rest;
  for (std::size_t i = 1; i < two.lines.size(); ++i) rest += (i > 1 ? " " : "") + two.lines[i];
  line_of_text(rest, above, style, least, above);
  above.y -= line_height;
  line_of_text(two.lines[0], above, style, least, above);
  return 2;
}

std::vector<std::string> Painter::name_lines(const std::string& utf8, int width, int size,
                                             bool bold) {
  std::vector<std::string> lines{""};
  const auto fits = [&](const std::string& line) { return text_width(line, size, bold) <= width; };
  // As much of it as fits, up to a syllable; the rest is left.
  const auto put_part = [&](wxString& word) {
    const auto breaks = syllable_breaks(to_letters(word));
    for (auto at = breaks.rbegin(); at != breaks.rend(); ++at) {
      const std::string part = word.Left(*at).utf8_string() + (word[*at - 1] == '-' ? "" : "-");
      if (!fits(part)) continue;
      lines.back() = part;
      word = word.Mid(*at);
      return true;
    }
    return false;
  };
  for (wxString word : wxSplit(wxString::FromUTF8(utf8), ' ', '\0')) {
    const std::string whole = word.utf8_string();
    const std::string before = lines.back().empty() ? "" : lines.back() + " ";
    if (fits(before + whole)) {
      lines.back() = before + whole;
      continue;
    }
    if (!before.empty()) lines.emplace_back();
    while (!fits(word.utf8_string()) && put_part(word)) lines.emplace_back();
    lines.back() = word.utf8_string();
  }
  return lines;
}

int Painter::paragraph(const std::string& utf8, const wxRect& area, const TextStyle& style) {
  const int least = std::min(style.size, look_.px(type::counter_least));
  int size = style.size;
  Lines all = wrapped(utf8, area.width, area.width, size, style.bold);
  const auto count = [&] { return static_cast<int>(all.lines.size()); };
  while (size > least &&
         (all.widest > area.width || count() * (size * tight_percent / 100) > area.height)) {
    --size;
    all = wrapped(utf8, area.width, area.width, size, style.bold);
  }
  const int line_height =
      std::clamp(area.height / count(), size * tight_percent / 100, size * loose_percent / 100);
  int y = area.y;
  for (const wxString& one : all.lines) {
    if (!one.empty()) line_of_text(one, {area.x, y, area.width, line_height}, style, size, area);
    y += line_height;
  }
  return y - area.y;
}

int Painter::amount_width(const AmountText& amount, int size) {
  int width = text_width(amount.whole, size, true);
  if (!amount.cents.empty()) {
    width += size / 16 + 1 + text_width(amount.cents, cents_size(size, look_), true);
  }
  if (!amount.currency.empty()) {
    width += size / 8 + 3 + text_width(amount.currency, currency_size(size, look_), false);
  }
  return width;
}

void Painter::amount(const AmountText& amount, const wxRect& area, const TextStyle& style) {
  if (amount.whole.empty()) return;
  int size = style.size;
  const auto fits = [&] {
    // Figures have no tails; the currency's has room below them, and as much is left above.
    const int tails = amount.currency.empty() ? 0 : currency_size(size, look_) * tail_percent / 50;
    return amount_width(amount, size) <= area.width &&
           whole_px(cap_height * size) + tails <= area.height;
  };
  while (size > look_.px(type::counter_least) && !fits()) --size;
  const int width = amount_width(amount, size);
  int x = area.x;
  if (style.across == Across::centre) x += (area.width - width) / 2;
  if (style.across == Across::right) x += area.width - width;
  const double baseline = area.y + area.height / 2.0 + cap_height * size / 2.0;
  if (look_.text_watch()) {
    const int digits = whole_px(cap_height * size);  // figures have no accents and no tails
    kind_ = DrawnText::Kind::amount;
    tell(shown(amount.whole + amount.cents), area, {x, whole_px(baseline) - digits, width, digits},
         size, width > area.width + 1);
    kind_ = DrawnText::Kind::words;
  }
  const auto put = [&](const std::string& part, int part_size, bool bold, double at) {
    context_->SetFont(look_.drawing_font(part_size, bold, style.colour));
    double taken = 0;
    double height = 0;
    double descent = 0;
    const wxString seen = wxString::FromUTF8(shown(part));
    context_->GetTextExtent(seen, &taken, &height, &descent);
    context_->DrawText(seen, x, at - height + descent);
    x += whole_px(taken + 0.5);
  };
  put(amount.whole, size, true, baseline);
  if (!amount.cents.empty()) {
    x += size / 16 + 1;
    const int small = cents_size(size, look_);
    put(amount.cents, small, true, baseline - cap_height * (size - small));
  }
  if (!amount.currency.empty()) {
    x += size / 8 + 3;
    put(amount.currency, currency_size(size, look_), false, baseline);
  }
}

}  // namespace tilia::ui
