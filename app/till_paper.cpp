#include "app/till_paper.h"

#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/image.h>

#include <algorithm>

#include "pos/bakery/order_papers.h"
#include "pos/laundry/ticket_papers.h"
#include "pos/package_card.h"

namespace tilia::app {
namespace {

constexpr int line_dots = 34;  // of a line of text on a printer with 203 dots an inch

}  // namespace

TillPaper::TillPaper(pos::PaperHead head, const Zone& zone, Words words,
                     pos::PrinterSetting setting, TillNotes* notes)
    : head_(std::move(head)),
      zone_(zone),
      words_(std::move(words)),
      setting_(std::move(setting)),
      notes_(notes) {}

void TillPaper::print_sale(const pos::Sale& sale, bool copy) {
  const auto cash = [](const pos::Tender& tender) { return tender.kind == pos::TenderKind::cash; };
  const bool open_drawer = !copy && std::ranges::any_of(sale.priced.tenders, cash);
  print(pos::receipt_strip(sale, head_, zone_, words_, copy), open_drawer);
  // Printed again it is the same voucher: what is left on it the book knows.
  for (const pos::Extra& extra : sale.priced.extras) {
    if (extra.kind == pos::ExtraKind::voucher_sold && !sale.refund_of)
      print(pos::voucher_strip(sale, extra, head_, zone_, words_), false);
  }
  if (notes_ == nullptr) return;
  if (const auto note = notes_->note_of(sale, head_, words_)) print(*note, false);
}

void TillPaper::print_owed(const pos::Sale& sale, const Money& owed) {
  print(pos::owed_strip(sale, owed, head_, zone_, words_), false);
}

void TillPaper::print_come_back(const pos::Sale& sale, const Money& to_give_back) {
  print(pos::come_back_strip(sale, to_give_back, head_, zone_, words_), false);
}

void TillPaper::print_bagged(const pos::WaitingBag& bag) {
  print(pos::bagged_strip(bag, head_, zone_, words_), false);
}

void TillPaper::print_counted(const pos::DaySheet& sheet) {
  print(pos::counted_strip(sheet, head_, zone_, words_), false);
}

void TillPaper::print_day_sheet(const pos::DaySheet& sheet) {
  print(pos::day_sheet_strip(sheet, head_, zone_, words_), false);
}

void TillPaper::print_order(const pos::DueOrder& due, const std::vector<pos::Article>& articles) {
  print(pos::order_strip(due, articles, head_, words_), false);
}

void TillPaper::print_bake_sheet(const pos::BakeSheet& sheet, const std::string& till) {
  print(pos::bake_sheet_strip(sheet, till, head_, words_), false);
}

void TillPaper::print_package(const pos::Package& package,
                              const std::vector<pos::Article>& articles) {
  print(pos::package_card_strip(package, articles, head_, "", words_), false);
}

void TillPaper::print_ticket(pos::TicketPaper paper, const pos::KnownTicket& known,
                             const std::vector<pos::Article>& articles) {
  switch (paper) {
    case pos::TicketPaper::bag: return print(pos::bag_strip(known.ticket, head_, words_), false);
    case pos::TicketPaper::slip:
      return print(pos::slip_strip(known, articles, head_, words_), false);
    case pos::TicketPaper::tags:
      return print(pos::tag_strip(known.ticket, articles, head_, words_), false);
  }
}

void TillPaper::print(const Strip& strip, bool open_drawer) {
  if (setting_.way == pos::PrinterSetting::Way::none) return;
  pos::send_to_printer(pos::escpos_bytes(strip, setting_, open_drawer, drawn_line), setting_);
}

pos::RasterLine drawn_line(const std::string& text, int width_dots, bool bold) {
  wxBitmap bitmap(width_dots, line_dots, 24);
  {
    wxMemoryDC dc(bitmap);
    dc.SetBackground(*wxWHITE_BRUSH);
    dc.Clear();
    dc.SetTextForeground(*wxBLACK);
    wxFontInfo font(18);
    dc.SetFont(wxFont(font.FaceName("Noto Sans").Bold(bold)));
    dc.DrawText(wxString::FromUTF8(text), 0, 2);
  }
  const wxImage image = bitmap.ConvertToImage();
  pos::RasterLine line{
      .width_dots = (width_dots + 7) / 8 * 8, .height_dots = line_dots, .rows = {}};
  const auto row_bytes = static_cast<std::size_t>(line.width_dots / 8);
  line.rows.resize(row_bytes * static_cast<std::size_t>(line_dots), 0);
  for (int y = 0; y < line_dots; ++y) {
    for (int x = 0; x < width_dots; ++x) {
      if (image.GetGreen(x, y) >= 128) continue;
      auto& byte =
          line.rows[static_cast<std::size_t>(y) * row_bytes + static_cast<std::size_t>(x / 8)];
      byte = static_cast<std::uint8_t>(byte | (0x80U >> (x % 8)));
    }
  }
  return line;
}

}  // namespace tilia::app
