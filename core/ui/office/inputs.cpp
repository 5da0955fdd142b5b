#include "core/ui/office/inputs.h"

#include <fmt/format.h>
#include <wx/sizer.h>

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr int years_back = 20;
constexpr int earliest_year = 1930;
constexpr int latest_year = 2060;
constexpr int years_ahead = 2;

}  // namespace

DayInput::DayInput(wxWindow* parent, const Look& look, const std::string& iso_day,
                   const Words& words)
    : wxPanel(parent), first_year_(earliest_year) {
  SetBackgroundColour(look.colours().card);
  // A day that nobody has said yet is none, and any year may be meant.
  const auto day = Day::parse(iso_day);
  int last_year = latest_year;
  if (day) {
    first_year_ = day->year() - years_back;
    last_year = day->year() + years_ahead;
  }
  const wxFont& font = look.font(look.px(type::office), false);
  wxArrayString days;
  for (int number = 1; number <= 31; ++number) days.Add(wxString::Format("%d", number));
  wxArrayString months;
  for (int number = 1; number <= 12; ++number)
    months.Add(wxString::FromUTF8(words.say(fmt::format("core.month_of_day.{}", number))));
  wxArrayString years;
  for (int year = first_year_; year <= last_year; ++year) years.Add(wxString::Format("%d", year));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto choice = [&](const wxArrayString& values, int chosen, int share) {
    auto* made = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, values);
    made->SetFont(font);
    made->SetSelection(day ? chosen : wxNOT_FOUND);
    if (row->GetItemCount() > 0) row->AddSpacer(look.px(office::grid));
    row->Add(made, share, wxEXPAND);
    return made;
  };
  day_ = choice(days, day ? day->day_of_month() - 1 : 0, 2);
  month_ = choice(months, day ? day->month() - 1 : 0, 4);
  year_ = choice(years, years_back, 3);
  SetSizer(row);
}

std::string DayInput::value() const {
  const auto chosen = {day_, month_, year_};
  const auto is_blank = [](const wxChoice* each) { return each->GetSelection() == wxNOT_FOUND; };
  if (std::all_of(chosen.begin(), chosen.end(), is_blank)) return {};
  // Half a day is no day, and the room says so.
  if (std::any_of(chosen.begin(), chosen.end(), is_blank)) return "-";
  return fmt::format("{:04}-{:02}-{:02}", first_year_ + year_->GetSelection(),
                     month_->GetSelection() + 1, day_->GetSelection() + 1);
}

PictureInput::PictureInput(wxWindow* parent, const Look& look, const std::vector<Choice>& pictures,
                           const std::string& value)
    : Block(parent, look) {
  SetWindowStyle(GetWindowStyle() | wxWANTS_CHARS);
  for (const Choice& picture : pictures) pictures_.push_back(picture.value);
  const auto found = std::find(pictures_.begin(), pictures_.end(), value);
  if (found != pictures_.end()) chosen_ = static_cast<std::size_t>(found - pictures_.begin());
  set_ground(look.colours().card);
  Bind(wxEVT_CHAR_HOOK, &PictureInput::key_down, this);
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    SetFocus();
    for (std::size_t number = 0; number < pictures_.size(); ++number) {
      if (square(number).Contains(event.GetPosition())) choose(number);
    }
  });
}

std::size_t PictureInput::in_a_row(int width) const {
  return static_cast<std::size_t>(std::max(1, width / side()));
}

int PictureInput::height_for(int width) const {
  const std::size_t row = in_a_row(width);
  return side() * static_cast<int>((pictures_.size() + row - 1) / row);
}

wxRect PictureInput::square(std::size_t number) const {
  const std::size_t row = in_a_row(GetClientSize().x);
  return {static_cast<int>(number % row) * side(), static_cast<int>(number / row) * side(), side(),
          side()};
}

void PictureInput::choose(std::size_t number) {
  if (number < pictures_.size()) chosen_ = number;
  Refresh();
}

void PictureInput::key_down(wxKeyEvent& event) {
  const std::size_t row = in_a_row(GetClientSize().x);
  switch (event.GetKeyCode()) {
    case WXK_LEFT: choose(chosen_ - 1); break;  // before the first: no such number, nothing moves
    case WXK_RIGHT: choose(chosen_ + 1); break;
    case WXK_UP: choose(chosen_ - row); break;
    case WXK_DOWN: choose(chosen_ + row); break;
    default: event.Skip();
  }
}

void PictureInput::draw(Painter& painter, const wxRect&) {
  const Palette& colours = look().colours();
  for (std::size_t number = 0; number < pictures_.size(); ++number) {
    const wxRect at = wxRect(square(number)).Deflate(look().px(2));
    if (number == chosen_)
      painter.round_rect(at, look().px(10), colours.tint, colours.go, look().px(2));
    painter.picture(pictures_[number], wxRect(at).Deflate(look().px(8)));
  }
}

}  // namespace tilia::ui
