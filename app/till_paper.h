// Receipts and day sheets of the till, in the language of the organisation, on the printer that the
// setting names.
#pragma once

#include "app/till_notes.h"
#include "pos/devices/receipt_printer.h"
#include "pos/receipt.h"
#include "pos/ui/doors.h"

namespace tilia::app {

class TillPaper final : public pos::CounterPaper {
 public:
  // `notes`: of companies; none where no book is written (practice).
  TillPaper(pos::PaperHead head, const Zone& zone, Words words, pos::PrinterSetting setting,
            TillNotes* notes = nullptr);

  void print_sale(const pos::Sale& sale, bool copy) override;
  void print_owed(const pos::Sale& sale, const Money& owed) override;
  void print_come_back(const pos::Sale& sale, const Money& to_give_back) override;
  void print_bagged(const pos::WaitingBag& bag) override;
  void print_counted(const pos::DaySheet& sheet) override;
  void print_day_sheet(const pos::DaySheet& sheet) override;
  void print_order(const pos::DueOrder& due, const std::vector<pos::Article>& articles) override;
  void print_bake_sheet(const pos::BakeSheet& sheet, const std::string& till) override;
  void print_package(const pos::Package& package,
                     const std::vector<pos::Article>& articles) override;
  void print_ticket(pos::TicketPaper paper, const pos::KnownTicket& known,
                    const std::vector<pos::Article>& articles) override;

 private:
  void print(const Strip& strip, bool open_drawer);

  pos::PaperHead head_;
  const Zone& zone_;
  Words words_;
  pos::PrinterSetting setting_;
  TillNotes* notes_;
};

// A line of text as dots, for letters that the printer's code page lacks.
[[nodiscard]] pos::RasterLine drawn_line(const std::string& text, int width_dots, bool bold);

}  // namespace tilia::app
