#include "pos/ui/sale_window.h"

#include <fmt/format.h>
#include <wx/dcclient.h>

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr std::size_t most_tabs = 5;
constexpr std::size_t most_rows = 4;
constexpr int least_row_px = 74;
constexpr int narrow_bottom_px = 560;
constexpr int least_for_salon_px = 1280;
constexpr std::size_t names_looked_at = 30;
constexpr std::size_t prices_looked_at = 5;
struct Grid {
  int columns = 0;
  int rows = 0;
};
// Wider than high, as the room for them is.
Grid grid_of(std::size_t tiles) {
  switch (tiles) {
    case Counter::tile_counts[2]: return {6, 5};
    case Counter::tile_counts[1]: return {5, 4};
    default: return {4, 3};
  }
}

}  // namespace

SaleWindow::SaleWindow(wxWindow* parent, const Desk& desk) : PlaceWindow(parent, desk) {
  using Kind = ui::ActionButton::Kind;
  for (std::size_t i = 0; i < most_tabs + 1; ++i) {
    auto* tab = new ui::ActionButton(this, look(), Kind::tab, "");
    tabs_.push_back(tab);
    presses(tab, [this, i] {
      const std::size_t all = counter().shelf().tabs().size();
      if (i < most_tabs) {
        counter().choose_tab(first_tab_ + i);
      } else {
        first_tab_ = first_tab_ + tabs_at_once() < all ? first_tab_ + tabs_at_once() : 0;
      }
    });
  }
  for (std::size_t i = 0; i < Counter::tile_counts.back(); ++i) {
    auto* tile = new ui::Tile(this, look());
    tiles_.push_back(tile);
    presses(tile, [this, i] {
      const auto shown = counter().tiles();
      if (i < shown.size()) counter().tap_article(shown[i]->code);
    });
  }
  salon_ = new ui::ActionButton(this, look(), Kind::tab, say("till.salon.open"));
  salon_->set_picture("📅");
  presses(salon_, [this] { counter().open_salon(); });
  orders_ = new ui::ActionButton(this, look(), Kind::tab, "");
  orders_->set_picture("📋");
  presses(orders_, [this] { counter().open_orders(); });
  tickets_ = new ui::ActionButton(this, look(), Kind::tab, "");
  tickets_->set_picture("🧺");
  presses(tickets_, [this] { counter().open_tickets(); });
  find_ = quiet(say("till.find"), [this] { counter().find(); });
  wait_here_ = quiet(say("till.wait_here"), [this] { counter().wait_here(); });
  comes_back_ = quiet(say("till.comes_back"), [this] { counter().something_comes_back(); });
  previous_ = quiet("◀", [this] { counter().turn_page(-1); });
  next_ = quiet("▶", [this] { counter().turn_page(1); });
  tray_ = new ui::Card(this, look());
  on_the_tray_ =
      new ui::TextLabel(tray_, look(), ui::type::button, false, ui::TextLabel::Tone::soft);
  up_ = new ui::ActionButton(tray_, look(), Kind::sand, "▲");
  down_ = new ui::ActionButton(tray_, look(), Kind::sand, "▼");
  presses(up_, [this] { --first_line_; });
  presses(down_, [this] { ++first_line_; });
  for (std::size_t i = 0; i < most_rows; ++i) {
    Row row;
    row.row = new TrayRow(tray_, look());
    row.less = new ui::StepButton(tray_, look(), ui::StepButton::Step::less);
    row.more = new ui::StepButton(tray_, look(), ui::StepButton::Step::more);
    presses(row.row, [this, i] { counter().open_line(line_of(i)); });
    presses(row.less, [this, i] { counter().one_less(line_of(i)); });
    presses(row.more, [this, i] { counter().one_more(line_of(i)); });
    rows_.push_back(row);
  }
  empty_ = new ui::TextLabel(tray_, look(), ui::type::button, false, ui::TextLabel::Tone::soft,
                             ui::Across::centre);
  total_ = new ui::AmountLabel(tray_, look(), 76, ui::Across::right);
}

void SaleWindow::refresh() {
  refresh_tabs();
  refresh_tiles();
  refresh_tray();
  set_undo("↶ " + say("till.undo"), counter().can_undo());
  set_action(say("till.pay"), !counter().cart().empty(), [this] { counter().pay(); });
  const std::size_t waiting = counter().waiting().size();
  wait_here_->set_label(waiting == 0 ? say("till.wait_here")
                                     : fmt::format("{} · {}", say("till.wait_here"), waiting));
  wait_here_->Enable(waiting > 0 || !counter().cart().empty());
  previous_->Enable(counter().page() > 0);
  next_->Enable(counter().page() + 1 < counter().pages());
  lay_out_now();
}

void SaleWindow::refresh_tabs() {
  const auto& all = counter().shelf().tabs();
  if (first_tab_ >= all.size()) first_tab_ = 0;
  for (std::size_t i = 0; i < most_tabs; ++i) {
    const std::size_t tab = first_tab_ + i;
    const bool shown = i < tabs_at_once() && tab < all.size();
    tabs_[i]->Show(shown);
    if (!shown) continue;
    const std::string name = all[tab].name.empty() ? say("till.all_articles") : all[tab].name;
    tabs_[i]->set_label(all[tab].of_best_sellers ? say("till.best_sellers") : name);
    tabs_[i]->set_picture(all[tab].picture);
    tabs_[i]->set_selected(tab == counter().tab());
  }
  tabs_.back()->Show(all.size() > tabs_at_once());
  salon_->Show(offers_salon());
  orders_->Show(counter().has_orders());
  tickets_->Show(counter().has_tickets());
  tabs_.back()->set_label("⋯");
}

void SaleWindow::refresh_tiles() {
  const auto shown = counter().tiles();
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    tiles_[i]->Show(i < shown.size());
    if (i >= shown.size()) continue;
    const Article& article = *shown[i];
    const Quantity taken = counter().cart().quantity_of(article.code);
    std::string badge;
    if (taken.thousandths() > 0) badge = article.unit == Unit::kg ? "✓" : taken.text();
    tiles_[i]->set_face({.picture = article.picture,
                         .name = article.name,
                         .price = desk().amount(counter().price_shown(article), false),
                         .badge = badge,
                         .faded = counter().is_sold_out(article.code),
                         .mark = percent_mark(counter().marked_down(article))});
  }
}

void SaleWindow::refresh_tray() {
  const auto& lines = counter().cart().lines();
  const std::size_t last_start = lines.size() > rows_shown_ ? lines.size() - rows_shown_ : 0;
  // What was just put down is in sight.
  if (lines.size() > lines_before_) first_line_ = last_start;
  first_line_ = std::min(first_line_, last_start);
  lines_before_ = lines.size();
  on_the_tray_->set_text(say("till.on_the_tray"));
  up_->Enable(first_line_ > 0);
  down_->Enable(first_line_ < last_start);
  up_->Show(lines.size() > rows_shown_);
  down_->Show(lines.size() > rows_shown_);
  empty_->set_text(say("till.tray_is_empty"));
  empty_->Show(lines.empty());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool shown = i < rows_shown_ && line_of(i) < lines.size();
    rows_[i].row->Show(shown);
    rows_[i].less->Show(shown);
    rows_[i].more->Show(shown);
    if (!shown) continue;
    const Cart::Line& line = lines[line_of(i)];
    const Article* article = counter().shelf().article(line.article);
    if (article == nullptr) continue;
    rows_[i].more->Enable(counter().may_be_more(line));
    rows_[i].row->set_face(
        tray_face(picture_on_tray(*article, line), name_of(*article, line), article->unit,
                  line.quantity, desk().amount(line_amount(*article, line), false), desk().words));
  }
  total_->set(say("till.to_pay"), desk().amount(counter().total()), look().colours().ink);
}

// A picture says who pays: long names leave no room for words.
std::string SaleWindow::name_of(const Article& article, const Cart::Line& line) {
  switch (line.use) {
    case Cart::Use::from_others: return fmt::format("🎁 {}", article.name);
    case Cart::Use::from_package: return fmt::format("🎫 {}", article.name);
    case Cart::Use::for_others:  // open hands are its picture
    case Cart::Use::sold: break;
  }
  return name_on_tray(article, line);
}

ui::Control* SaleWindow::next_to_press() {
  return counter().cart().empty() ? static_cast<ui::Control*>(tiles_.front()) : action();
}

bool SaleWindow::offers_salon() const {
  return counter().has_salon() && GetClientSize().GetWidth() >= look().px(least_for_salon_px);
}

// One less where the orders have their place beside them, and one where the tickets have.
std::size_t SaleWindow::tabs_at_once() const {
  return most_tabs - (counter().has_orders() ? 1 : 0) - (counter().has_tickets() ? 1 : 0);
}

// Where there is less room the picture alone says it.
void SaleWindow::lay_out_ways_in(wxRect& row) {
  const int gap = look().mm(ui::target::gap);
  const bool wide = GetClientSize().GetWidth() >= look().px(least_for_salon_px);
  const bool both = counter().has_orders() && counter().has_tickets();
  const bool word = wide && !offers_salon() && !both;
  const auto place = [&](ui::ActionButton* way_in, const char* key) {
    way_in->set_label(word ? say(key) : "");
    way_in->SetName(wxString::FromUTF8(say(key)));
    way_in->SetSize(ui::cut_right(row, look().mm(word ? 40 : 15), gap));
  };
  if (counter().has_tickets()) place(tickets_, "till.ticket.open");
  if (counter().has_orders()) place(orders_, "till.order.open");
}

void SaleWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect left = rooms.left;
  const wxRect row = ui::cut_top(left, look().mm(15), look().mm(4));
  const std::size_t all = counter().shelf().tabs().size();
  const std::size_t most = tabs_at_once();
  const int columns =
      static_cast<int>(std::clamp<std::size_t>(all, std::min<std::size_t>(4, most), most));
  wxRect tab_row = row;
  lay_out_ways_in(tab_row);
  salon_->Show(offers_salon());
  if (offers_salon()) salon_->SetSize(ui::cut_right(tab_row, look().mm(38), gap));
  if (all > tabs_at_once()) {
    tabs_.back()->SetSize(ui::cut_right(tab_row, look().mm(15), gap));
  }
  const auto tabs = ui::cells(tab_row, columns, 1, gap);
  for (std::size_t i = 0; i < tabs.size() && i < most_tabs; ++i) tabs_[i]->SetSize(tabs[i]);
  fit_tiles(left, gap);
  const Grid grid = grid_of(counter().tiles_on_page());
  const auto tiles = ui::cells(left, grid.columns, grid.rows, gap);
  for (std::size_t i = 0; i < tiles.size(); ++i) tiles_[i]->SetSize(tiles[i]);
  wxRect bottom = rooms.bottom;
  const bool narrow = bottom.width < look().px(narrow_bottom_px);
  const int arrow = look().mm(narrow ? ui::target::least : 20);
  next_->SetSize(ui::cut_right(bottom, arrow, gap));
  previous_->SetSize(ui::cut_right(bottom, arrow, gap));
  lay_out_wait_find_back(bottom, narrow);
  lay_out_tray(rooms.right);
}

// Where there is less room the picture alone says "Find", so that the words beside it are whole;
// who waits has a number to say, too.
void SaleWindow::lay_out_wait_find_back(wxRect room, bool narrow) {
  const int gap = look().mm(ui::target::gap);
  find_->set_label(narrow ? "" : say("till.find"));
  find_->set_picture(narrow ? "🔍" : "");
  find_->SetName(wxString::FromUTF8(say("till.find")));
  const int third = (room.width - 2 * gap) / 3;
  wait_here_->SetSize(ui::cut_left(room, narrow ? look().mm(31) : third, gap));
  find_->SetSize(ui::cut_left(room, narrow ? look().mm(ui::target::least) : third, gap));
  comes_back_->SetSize(room);
}

void SaleWindow::fit_tiles(const wxRect& room, int gap) {
  const std::int64_t readings = counter().doors().ring.readings();
  if (fitted_.room != room.GetSize() || fitted_.readings != readings)
    fitted_ = {room.GetSize(), readings, most_tiles(room, gap)};
  const std::size_t before = counter().tiles_on_page();
  counter().room_for_tiles(fitted_.most);
  if (counter().tiles_on_page() == before) return;
  refresh_tabs();
  refresh_tiles();
}

// As many as are still as large as a picture must be, and show every name to its end.
std::size_t SaleWindow::most_tiles(const wxRect& room, int gap) {
  const int least = look().mm(ui::target::tile);
  const std::vector<ui::TileFace> faces = hardest_faces();
  wxClientDC dc(this);
  ui::Painter painter(dc, look());
  std::size_t most = Counter::tile_counts.front();
  for (const std::size_t count : Counter::tile_counts) {
    const Grid grid = grid_of(count);
    const wxSize size = ui::cells(room, grid.columns, grid.rows, gap).front().GetSize();
    const bool fits = size.GetWidth() >= least && size.GetHeight() >= least &&
                      std::ranges::all_of(faces, [&](const ui::TileFace& face) {
                        return ui::Tile::holds(painter, face, size);
                      });
    if (fits) most = count;
  }
  return most;
}

// The longest names and the highest prices: where they have room, all have.
std::vector<ui::TileFace> SaleWindow::hardest_faces() const {
  std::vector<const Article*> all;
  for (const Shelf::Tab& tab : counter().shelf().tabs())
    if (!tab.of_best_sellers) all.insert(all.end(), tab.articles.begin(), tab.articles.end());
  const auto length = [](const Article* article) {
    return std::ranges::count_if(article->name, [](char letter) {
      return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U;
    });
  };
  std::vector<ui::TileFace> faces;
  const auto take_first = [&](std::size_t count, const auto& order) {
    count = std::min(count, all.size());
    std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(count), order);
    for (std::size_t i = 0; i < count; ++i)
      faces.push_back({.picture = "",
                       .name = all[i]->name,
                       .price = desk().amount(all[i]->price, false),
                       .badge = ""});
  };
  take_first(names_looked_at,
             [&](const Article* a, const Article* b) { return length(a) > length(b); });
  take_first(prices_looked_at,
             [](const Article* a, const Article* b) { return a->price > b->price; });
  return faces;
}

void SaleWindow::lay_out_tray(const wxRect& area) {
  tray_->SetSize(area);
  wxRect room = wxRect(area.GetSize()).Deflate(look().mm(6), look().mm(4));
  wxRect head = ui::cut_top(room, look().mm(ui::target::least), look().px(4));
  const int gap = look().mm(ui::target::gap);
  down_->SetSize(ui::cut_right(head, look().mm(15), gap));
  up_->SetSize(ui::cut_right(head, look().mm(15), gap));
  on_the_tray_->SetSize(ui::cut_left(head, head.width - gap));
  total_->SetSize(ui::cut_bottom(room, look().px(92), look().px(4)));
  empty_->SetSize(wxRect(room).Deflate(look().px(8), room.height / 3));
  const int four = static_cast<int>(most_rows);
  const bool high_enough = (room.height - (four - 1) * gap) / four >= look().px(least_row_px);
  const std::size_t rows = high_enough ? most_rows : most_rows - 1;
  if (rows != rows_shown_) {
    rows_shown_ = rows;
    refresh_tray();
  }
  const auto lines = ui::cells(room, 1, static_cast<int>(rows), gap);
  const int step = look().mm(ui::target::key);
  for (std::size_t i = 0; i < rows; ++i) {
    wxRect line = lines[i];
    const auto middle = [&](wxRect strip) {
      return wxRect(strip.x, strip.y + (strip.height - step) / 2, strip.width, step);
    };
    rows_[i].more->SetSize(middle(ui::cut_right(line, step, gap)));
    rows_[i].less->SetSize(middle(ui::cut_right(line, step, gap)));
    rows_[i].row->SetSize(line);
    for (ui::Control* part :
         {static_cast<ui::Control*>(rows_[i].row), static_cast<ui::Control*>(rows_[i].less),
          static_cast<ui::Control*>(rows_[i].more)}) {
      part->set_ground(look().colours().card);
    }
  }
  for (ui::Control* part : {static_cast<ui::Control*>(on_the_tray_), static_cast<ui::Control*>(up_),
                            static_cast<ui::Control*>(down_), static_cast<ui::Control*>(empty_),
                            static_cast<ui::Control*>(total_)}) {
    part->set_ground(look().colours().card);
  }
}

}  // namespace tilia::pos
