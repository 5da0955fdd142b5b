#include "core/ui/office/page_view.h"

#include <wx/panel.h>

#include <algorithm>
#include <memory>

namespace tilia::ui {
namespace {

// A white ground of a door, with what stands on it placed by the page.
class DoorGround final : public Block {
 public:
  using Block::Block;
  [[nodiscard]] int height_for(int) const override { return look().px(336); }

 protected:
  void draw(Painter& painter, const wxRect& area) override {
    painter.round_rect(area, corner(), look().colours().card, look().colours().line, look().px(2));
  }
  [[nodiscard]] bool pressable() const override { return false; }
};

bool asks_once_more(const Page& page) {
  return page.form && std::any_of(page.form->fields.begin(), page.form->fields.end(),
                                  [](const Field& field) { return field.caution.has_value(); });
}

std::string joined(const std::vector<Text>& parts, const Words& words) {
  std::string all;
  for (const Text& part : parts) all += (all.empty() ? "" : " · ") + said(part, words);
  return all;
}

}  // namespace

PageView::PageView(wxWindow* parent, const Look& look)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE),
      look_(look) {
  SetBackgroundColour(look.colours().paper);
  SetScrollRate(0, look.px(16));
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
}

OfficeButton* PageView::add_button(wxWindow* parent, OfficeButton::Kind kind, const Action& action,
                                   const Words& words) {
  auto* button = new OfficeButton(parent, look_, kind, words.say(action.label));
  button->SetName(wxString::FromUTF8(action.key));
  button->Enable(action.enabled);
  button->on_press = [this, key = action.key](long) { press(key, {}); };
  return button;
}

void PageView::press(const std::string& action, const std::map<std::string, std::string>& beside) {
  CallAfter([this, action, beside] {
    Values values = form_ != nullptr ? form_->values() : Values();
    for (const auto& [key, text] : beside) values.texts[key] = text;
    if (on_press) on_press(action, values);
  });
}

void PageView::build_board(const Board& board, const Words& words) {
  board_ = new BoardView(this, look_, board, words);
  const auto place = [](const Board::Move& to) {
    std::map<std::string, std::string> texts{{"line", to.line},
                                             {"column", std::to_string(to.column)},
                                             {"minute", std::to_string(to.from_minute)}};
    if (!to.bar.empty()) texts["row"] = to.bar;
    return texts;
  };
  board_->on_open = [this, action = board.open_action](const std::string& bar) {
    press(action, {{"row", bar}});
  };
  board_->on_add = [this, action = board.add_action, place](const Board::Move& to) {
    if (!action.empty()) press(action, place(to));
  };
  board_->on_move = [this, action = board.move_action, place](const Board::Move& to) {
    if (!action.empty()) press(action, place(to));
  };
}

void PageView::build_head(const Page& page, const Words& words) {
  const std::string title = said(page.title, words);
  title_ = new WordsBlock(this, look_, title, {.size = type::section, .bold = true});
  const std::string subtitle = joined(page.subtitle, words);
  subtitle_ = subtitle.empty()
                  ? nullptr
                  : new WordsBlock(this, look_, subtitle, {.size = type::office, .soft = true});
  quiet_.clear();
  for (const Action& action : page.quiet)
    quiet_.push_back(add_button(this, OfficeButton::Kind::quiet, action, words));
  main_ = page.main ? add_button(this, OfficeButton::Kind::go, *page.main, words) : nullptr;
  figures_.clear();
  for (const Figure& figure : page.figures)
    figures_.push_back(
        new FigureCard(this, look_, words.say(figure.label), said(figure.value, words)));
  remarks_ = page.remarks.empty() ? nullptr : new RemarkBox(this, look_, page.remarks, words);
}

void PageView::build_doors(const Page& page, const Words& words) {
  doors_.clear();
  for (const Door& door : page.doors) {
    DoorView view{};
    view.ground = new DoorGround(this, look_);
    view.ground->SetWindowStyle(view.ground->GetWindowStyle() | wxTAB_TRAVERSAL);
    const wxColour card = look_.colours().card;
    view.picture = new PictureBlock(view.ground, look_, door.picture);
    view.title = new WordsBlock(view.ground, look_, words.say(door.title),
                                {.size = 22, .bold = true, .centred = true});
    view.sentence = new WordsBlock(view.ground, look_, words.say(door.sentence),
                                   {.size = type::office, .soft = true, .centred = true});
    const bool first = doors_.empty();
    view.button =
        add_button(view.ground, first ? OfficeButton::Kind::go : OfficeButton::Kind::quiet,
                   {door.key, door.button}, words);
    for (Control* control :
         std::vector<Control*>{view.picture, view.title, view.sentence, view.button})
      control->set_ground(card);
    doors_.push_back(view);
  }
}

void PageView::build_empty(const Empty& empty, const Words& words) {
  empty_what_ = new WordsBlock(this, look_, words.say(empty.what),
                               {.size = 20, .bold = true, .centred = true});
  empty_first_ = new WordsBlock(this, look_, words.say(empty.first),
                                {.size = type::office, .soft = true, .centred = true});
  if (empty.action) empty_action_ = add_button(this, OfficeButton::Kind::go, *empty.action, words);
}

void PageView::show(const Page& page, const Words& words) {
  const wxWindow* focused = FindFocus();
  const wxString kept = focused != nullptr && IsDescendant(const_cast<wxWindow*>(focused))
                            ? focused->GetName()
                            : wxString();
  Freeze();
  // A form that is only asked once more keeps what it holds; all others are built anew.
  std::unique_ptr<wxWindow> shelf;
  FormView* before = nullptr;
  if (form_ != nullptr && asks_once_more(page)) {
    before = form_;
    shelf = std::make_unique<wxPanel>(GetParent());
    shelf->Hide();
    before->Reparent(shelf.get());
  }
  DestroyChildren();
  form_ = nullptr;
  table_ = nullptr;
  board_ = nullptr;
  empty_what_ = empty_first_ = nullptr;
  empty_action_ = nullptr;
  Scroll(0, 0);
  narrow_ = page.narrow;
  build_head(page, words);
  build_doors(page, words);
  papers_.clear();
  for (const Paper& paper : page.papers)
    papers_.push_back(new PaperView(this, look_, paper, words));
  charts_.clear();
  for (const Chart& chart : page.charts)
    charts_.push_back(new ChartView(this, look_, chart, words));
  if (page.form) {
    form_ = new FormView(this, look_, *page.form, words, page.main.has_value());
    if (before != nullptr) form_->keep_secrets_of(*before);
    form_->on_action = [this](const std::string& action) { press(action, {}); };
    if (private_) form_->keep_private();
  }
  if (page.board) build_board(*page.board, words);
  if (page.table) {
    table_ = new TableView(this, look_, *page.table, words);
    row_action_ = page.table->row_action.value_or("");
    table_->on_open = [this](const std::string& row) { press(row_action_, {{"row", row}}); };
  }
  if (page.empty) build_empty(*page.empty, words);
  lay_out();
  Thaw();
  wxWindow* again = kept.empty() ? nullptr : FindWindowByName(kept, this);
  if (again != nullptr && again->AcceptsFocus()) again->SetFocus();
}

OfficeButton* PageView::button(const std::string& action) const {
  return dynamic_cast<OfficeButton*>(
      FindWindowByName(wxString::FromUTF8(action), const_cast<PageView*>(this)));
}

void PageView::put_keyboard_on_first_field() {
  if (form_ == nullptr) return;
  for (wxWindow* child : form_->GetChildren()) {
    if (child->AcceptsFocus() && child->IsEnabled()) {
      child->SetFocus();
      return;
    }
  }
}

void PageView::put(wxWindow* window, int x, int y, int width, int height) {
  const int scrolled = GetViewStart().y * look_.px(16);
  window->SetSize(x, y - scrolled, width, height);
}

int PageView::lay_out_head(int y, int left, int width) {
  int right = left + width;
  const int high = look_.px(office::action_height);
  if (main_ != nullptr) {
    right -= main_->width();
    put(main_, right, y, main_->width(), high);
    right -= look_.px(12);
  }
  for (auto button = quiet_.rbegin(); button != quiet_.rend(); ++button) {
    right -= (*button)->width();
    put(*button, right, y, (*button)->width(), high);
    right -= look_.px(12);
  }
  const int room = std::max(look_.px(240), right - left);
  const int title_height = title_->height_for(room);
  put(title_, left, y - look_.px(4), room, title_height);
  int bottom = y - look_.px(4) + title_height;
  if (subtitle_ != nullptr) {
    const int subtitle_height = subtitle_->height_for(room);
    put(subtitle_, left, bottom, room, subtitle_height);
    bottom += subtitle_height;
  }
  return std::max(bottom, y + (main_ != nullptr || !quiet_.empty() ? high : 0)) +
         look_.px(office::gap);
}

int PageView::lay_out_figures(int y, int left, int width) {
  if (figures_.empty()) return y;
  const int gap = look_.px(14);
  const int count = std::max(4, static_cast<int>(figures_.size()));
  const int each = (width - gap * (count - 1)) / count;
  int x = left;
  for (FigureCard* card : figures_) {
    put(card, x, y, each, card->height_for(each));
    x += each + gap;
  }
  return y + figures_.front()->height_for(each) + look_.px(office::gap);
}

int PageView::lay_out_doors(int y, int left, int width) {
  if (doors_.empty()) return y;
  const int count = static_cast<int>(doors_.size());
  y = std::max(y, GetClientSize().y / 4);
  const int gap = look_.px(24);
  const int each = std::min(look_.px(440), (width - gap * (count - 1)) / count);
  const int inner = look_.px(32);
  int x = left + (width - each * count - gap * (count - 1)) / 2;
  int high = 0;
  for (const DoorView& door : doors_) {
    const int room = each - 2 * inner;
    int at = inner;
    door.picture->SetSize(inner, at, room, door.picture->height_for(room));
    at += door.picture->height_for(room) + look_.px(16);
    door.title->SetSize(inner, at, room, door.title->height_for(room));
    at += door.title->height_for(room) + look_.px(8);
    door.sentence->SetSize(inner, at, room, door.sentence->height_for(room));
    high = std::max(high, at + door.sentence->height_for(room));
  }
  for (const DoorView& door : doors_) {
    const int button = look_.px(office::action_height);
    put(door.ground, x, y, each, high + look_.px(24) + button + inner);
    door.button->SetSize(inner, high + look_.px(24), each - 2 * inner, button);
    x += each + gap;
  }
  return y + high + look_.px(24) + look_.px(office::action_height) + inner + look_.px(office::gap);
}

// As on a desk: the long one on the left, the others below each other beside it.
int PageView::lay_out_papers(int y, int left, int width) {
  if (papers_.empty()) return y;
  const int gap = look_.px(40);
  const int first = std::min(look_.px(360), (width - gap) / 2);
  const int rest = std::min(look_.px(520), width - first - gap);
  const int high = papers_.front()->height_for(first);
  put(papers_.front(), left, y, first, high);
  int beside = y;
  for (auto paper = papers_.begin() + 1; paper != papers_.end(); ++paper) {
    const int each = (*paper)->height_for(rest);
    put(*paper, left + first + gap, beside, rest, each);
    beside += each + look_.px(32);
  }
  return std::max(y + high, beside) + look_.px(office::gap);
}

int PageView::lay_out_charts(int y, int left, int width) {
  const int gap = look_.px(office::gap);
  for (std::size_t at = 0; at < charts_.size();) {
    const bool pair = at > 0 && at + 1 < charts_.size();
    const int each = pair ? (width - gap) / 2 : width;
    int high = charts_[at]->height_for(each);
    if (pair) high = std::max(high, charts_[at + 1]->height_for(each));
    put(charts_[at], left, y, each, high);
    if (pair) put(charts_[at + 1], left + each + gap, y, each, high);
    at += pair ? 2 : 1;
    y += high + gap;
  }
  return y;
}

int PageView::lay_out_empty(int y, int left, int width) {
  if (empty_what_ == nullptr) return y;
  const int room = std::min(width, look_.px(640));
  const int x = left + (width - room) / 2;
  y += look_.px(88);
  put(empty_what_, x, y, room, empty_what_->height_for(room));
  y += empty_what_->height_for(room) + look_.px(8);
  put(empty_first_, x, y, room, empty_first_->height_for(room));
  y += empty_first_->height_for(room) + look_.px(24);
  if (empty_action_ != nullptr) {
    const int wide = empty_action_->width();
    put(empty_action_, left + (width - wide) / 2, y, wide, look_.px(office::action_height));
    y += look_.px(office::action_height) + look_.px(office::gap);
  }
  return y;
}

void PageView::lay_out() {
  if (title_ == nullptr || laying_out_) return;
  laying_out_ = true;  // the scroll bar changes our size, which would lay out again
  const wxSize room = GetClientSize();
  int margin = look_.px(office::margin);
  int width = std::max(look_.px(480), room.x - 2 * margin);
  int y = look_.px(30);
  if (narrow_) {
    const int narrow = std::min(width, look_.px(720));
    margin += (width - narrow) / 2;
    width = narrow;
    const int form = form_ == nullptr ? 0 : form_->height_for(width);
    y = std::clamp((room.y - form) / 3 - look_.px(96), y, std::max(y, room.y / 8));
  }
  y = lay_out_head(y, margin, width);
  y = lay_out_figures(y, margin, width);
  if (remarks_ != nullptr) {
    put(remarks_, margin, y, width, remarks_->height_for(width));
    y += remarks_->height_for(width) + look_.px(office::gap);
  }
  y = lay_out_doors(y, margin, width);
  y = lay_out_papers(y, margin, width);
  y = lay_out_charts(y, margin, width);
  if (board_ != nullptr) {
    const int high = board_->height_for(width);
    put(board_, margin, y, width, high);
    y += high + look_.px(office::gap);
  }
  if (form_ != nullptr) {
    put(form_, margin, y, width, form_->height_for(width));
    y += form_->height_for(width) + look_.px(office::gap);
  }
  if (table_ != nullptr) {
    const int left_over = room.y - y - look_.px(26);
    const int high = std::min(table_->height_for(width),
                              table_->whole_rows(std::max(table_->least_height(), left_over)));
    put(table_, margin, y, width, high);
    y += high + look_.px(26);
  }
  y = lay_out_empty(y, margin, width);
  SetVirtualSize(room.x, y);
  laying_out_ = false;
}

}  // namespace tilia::ui
