// The room Reports: bills and services are entered here, and what became of the sales of a period
// is looked at and saved as paper, workbook or table. What leaves has passed the gate; what is
// shown has too.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/clock.h"
#include "core/ui/office/room.h"
#include "core/zone.h"
#include "reporting/figures_book.h"
#include "reporting/revenue_to_services.h"

namespace tilia::reporting {

enum class ReportFile { pdf, xlsx, csv };

// Releases the report of a period into a file: written into the release ledger before it is handed
// out.
class ReportSaver {
 public:
  virtual ~ReportSaver() = default;
  [[nodiscard]] virtual std::unique_ptr<ui::LongWork> save(const Day& from, const Day& to,
                                                           ReportFile kind,
                                                           const std::filesystem::path& file) = 0;
};

class ReportsRoom final : public ui::Room {
 public:
  struct May {
    bool enter_money = false;
    bool report = false;
  };
  ReportsRoom(FiguresBook& book, ReportSaver& saver, const Zone& zone, const Clock& clock,
              Currency currency, May may);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown { report, period, expense, service };

  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  [[nodiscard]] ui::Page report_page();
  [[nodiscard]] ui::Page period_page() const;
  [[nodiscard]] ui::Page entry_page() const;
  void add_bills(ui::Page& page);
  void add_figures(ui::Page& page, const RevenueToServices& report) const;
  void open_form(Shown shown);
  void save_period(const ui::Values& values);
  void save_entry(const ui::Values& values);
  [[nodiscard]] ui::Next save(const std::string& action, const ui::Values& values);
  [[nodiscard]] ui::Field field(ui::Field made) const;

  FiguresBook& book_;
  ReportSaver& saver_;
  const Zone& zone_;
  const Clock& clock_;
  Currency currency_;
  May may_;
  Day from_;
  Day to_;  // last day, included
  Shown shown_ = Shown::report;
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::reporting
