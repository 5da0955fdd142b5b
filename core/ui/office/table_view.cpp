#include "core/ui/office/table_view.h"

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr int heading_px = 46;
constexpr int side_px = 16;
constexpr int least_rows = 4;

// The part from the decimal mark on: what is behind the alignment.
std::size_t mark_of(const std::string& text, char decimal_mark) {
  const std::size_t colon = text.find(':');
  if (colon != std::string::npos) return colon;
  const std::size_t mark = text.rfind(decimal_mark);
  if (mark != std::string::npos) return mark;
  const std::size_t digit = text.find_last_of("0123456789");  // "14 %": the sign stands behind
  return digit == std::string::npos ? text.size() : digit + 1;
}

}  // namespace

TableView::TableView(wxWindow* parent, const Look& look, const Table& table, const Words& words)
    : Block(parent, look), opens_(table.row_action.has_value()) {
  SetWindowStyle(GetWindowStyle() | wxWANTS_CHARS);
  for (const Column& column : table.columns) {
    columns_.push_back({column.heading ? words.say(*column.heading) : std::string(),
                        column.align == Column::Align::decimal, column.share, 0});
  }
  for (const Row& row : table.rows) {
    DrawnRow drawn{row.key, row.picture, {}};
    for (std::size_t at = 0; at < row.cells.size() && at < columns_.size(); ++at) {
      DrawnCell cell{said(row.cells[at].text, words), {}, row.cells[at].needs_look};
      if (columns_[at].decimal) {
        const std::size_t mark = mark_of(cell.text, words.decimal_mark());
        cell.behind = cell.text.substr(mark);
        cell.text.resize(mark);
        int x = 0;
        int y = 0;
        const wxFont& font = look.font(look.px(type::office), false);
        GetTextExtent(wxString::FromUTF8(cell.behind), &x, &y, nullptr, nullptr, &font);
        columns_[at].behind_width = std::max(columns_[at].behind_width, x);
      }
      drawn.cells.push_back(std::move(cell));
    }
    rows_.push_back(std::move(drawn));
  }
  bind_mouse();
  Bind(wxEVT_CHAR_HOOK, &TableView::key_down, this);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    scroll_to(first_);
    event.Skip();
  });
}

void TableView::bind_mouse() {
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
    const int row = opens_ ? row_at(event.GetY()) : -1;
    if (row != hovered_) Refresh();
    hovered_ = row;
    SetCursor(wxCursor(row >= 0 ? wxCURSOR_HAND : wxCURSOR_ARROW));
    event.Skip();
  });
  Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent& event) {
    hovered_ = -1;
    event.Skip();
  });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
    const int row = row_at(event.GetY());
    if (HasCapture()) ReleaseMouse();
    open(row);
  });
  Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
    const bool all_in_sight = visible_rows() >= rows();
    if (all_in_sight)
      event.Skip();  // the page scrolls
    else
      scroll_to(first_ + (event.GetWheelRotation() > 0 ? -3 : 3));
  });
}

int TableView::height_for(int) const {
  return look().px(heading_px) + rows() * look().px(office::row_height) + look().px(office::grid);
}

int TableView::least_height() const {
  return look().px(heading_px) + std::min(rows(), least_rows) * look().px(office::row_height) +
         look().px(office::grid);
}

int TableView::whole_rows(int height) const {
  const int frame = look().px(heading_px) + look().px(office::grid);
  const int row = look().px(office::row_height);
  return frame + std::max(1, (height - frame) / row) * row;
}

int TableView::visible_rows() const {
  const int room = GetClientSize().y - look().px(heading_px) - look().px(office::grid);
  return std::max(1, room / look().px(office::row_height));
}

int TableView::row_at(int y) const {
  if (y < look().px(heading_px)) return -1;
  const int row = first_ + (y - look().px(heading_px)) / look().px(office::row_height);
  return row < rows() ? row : -1;
}

wxRect TableView::row_rect(int row) const {
  if (row < first_ || row >= first_ + visible_rows() || row >= rows()) return {};
  return {0, look().px(heading_px) + (row - first_) * look().px(office::row_height),
          GetClientSize().x, look().px(office::row_height)};
}

void TableView::scroll_to(int first) {
  const int last_first = std::max(0, rows() - visible_rows());
  const int kept = std::clamp(first, 0, last_first);
  if (kept != first_) Refresh();
  first_ = kept;
}

void TableView::choose(int row) {
  chosen_ = std::clamp(row, 0, std::max(0, rows() - 1));
  if (chosen_ < first_) scroll_to(chosen_);
  if (chosen_ >= first_ + visible_rows()) scroll_to(chosen_ - visible_rows() + 1);
  Refresh();
}

void TableView::open(int row) {
  if (!opens_ || row < 0 || row >= rows() || !on_open) return;
  choose(row);
  const auto opened = on_open;  // the page may take this table away
  opened(rows_[static_cast<std::size_t>(row)].key);
}

void TableView::key_down(wxKeyEvent& event) {
  switch (event.GetKeyCode()) {
    case WXK_UP: choose(chosen_ - 1); break;
    case WXK_DOWN: choose(chosen_ + 1); break;
    case WXK_PAGEUP: choose(chosen_ - visible_rows()); break;
    case WXK_PAGEDOWN: choose(chosen_ + visible_rows()); break;
    case WXK_HOME: choose(0); break;
    case WXK_END: choose(rows() - 1); break;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_SPACE: open(chosen_); break;
    default: event.Skip();
  }
}

wxRect TableView::cell_rect(int column, const wxRect& row) const {
  int all = 0;
  for (const DrawnColumn& each : columns_) all += each.share;
  const int side = look().px(side_px) + look().px(office::grid);
  const int width = row.width - 2 * side;
  int before = 0;
  for (int at = 0; at < column; ++at) before += columns_[static_cast<std::size_t>(at)].share;
  const int from = side + width * before / all;
  const int to = side + width * (before + columns_[static_cast<std::size_t>(column)].share) / all;
  // A figure ends where the next column begins: words there stand a little apart from it.
  const auto which = static_cast<std::size_t>(column);
  const bool after_figure = column > 0 && columns_[which - 1].decimal && !columns_[which].decimal;
  const int gap = column == 0 ? 0 : look().px(office::grid) * (after_figure ? 2 : 1);
  return {from + gap, row.y, to - from - gap, row.height};
}

void TableView::draw_row(Painter& painter, const DrawnRow& row, const wxRect& area, bool chosen) {
  const Palette& colours = look().colours();
  if (chosen) {
    painter.round_rect(wxRect(area).Deflate(look().px(side_px) / 2, look().px(2)), look().px(8),
                       colours.tint, wxNullColour, 0);
  }
  for (std::size_t at = 0; at < row.cells.size(); ++at) {
    wxRect room = cell_rect(static_cast<int>(at), area);
    const DrawnCell& cell = row.cells[at];
    const int size = look().px(type::office);
    const wxColour colour = cell.needs_look ? colours.mend : colours.ink;
    if (at == 0 && !row.picture.empty()) {
      const int side = look().px(24);
      painter.picture(row.picture, {room.x, room.y + (room.height - side) / 2, side, side});
      room.x += look().px(36);
      room.width -= look().px(36);
    }
    if (!columns_[at].decimal) {
      painter.text(cell.text, room,
                   {.size = size, .bold = false, .colour = colour, .across = Across::left});
      continue;
    }
    const int behind = columns_[at].behind_width;
    const wxRect whole(room.x, room.y, room.width - behind, room.height);
    painter.text(cell.text, whole,
                 {.size = size, .bold = false, .colour = colour, .across = Across::right});
    painter.text(cell.behind, {whole.x + whole.width, room.y, behind + look().px(4), room.height},
                 {.size = size, .bold = false, .colour = colour, .across = Across::left});
  }
}

void TableView::draw(Painter& painter, const wxRect& area) {
  const Palette& colours = look().colours();
  painter.round_rect(area, corner(), colours.card, colours.line, look().px(2));
  const wxRect heading(0, look().px(4), area.width, look().px(heading_px - 4));
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    painter.text(columns_[at].heading, cell_rect(static_cast<int>(at), heading),
                 {.size = look().px(type::office_soft),
                  .bold = false,
                  .colour = colours.soft,
                  .across = columns_[at].decimal ? Across::right : Across::left});
  }
  const int side = look().px(side_px);
  const int last = std::min(rows(), first_ + visible_rows());
  for (int row = first_; row < last; ++row) {
    const wxRect at = row_rect(row);
    painter.fill({side, at.y - 1, area.width - 2 * side, look().px(1)}, colours.line);
    const bool chosen = opens_ && (row == hovered_ || (HasFocus() && row == chosen_));
    draw_row(painter, rows_[static_cast<std::size_t>(row)], at, chosen);
  }
  if (visible_rows() >= rows()) return;
  // A slim bar tells where in the table we are.
  const int track = area.height - look().px(heading_px) - look().px(2 * office::grid);
  const int bar = std::max(look().px(24), track * visible_rows() / rows());
  const int at = (track - bar) * first_ / std::max(1, rows() - visible_rows());
  painter.round_rect({area.width - look().px(12), look().px(heading_px) + at, look().px(5), bar},
                     look().px(2), colours.line, wxNullColour, 0);
}

}  // namespace tilia::ui
