// The room Reports: bills and services are entered here, and what became of the sales of a period
// is looked at and saved as paper, workbook or table, for the whole shop or for one of its owners.
// What leaves has passed the gate; what is shown has too.
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
#include "reporting/owners.h"
#include "reporting/revenue_to_services.h"

namespace tilia::reporting {

enum class ReportFile { pdf, xlsx, csv };

// Releases the report of a period into a file: written into the release ledger before it is handed
// out.
class ReportSaver {
 public:
  virtual ~ReportSaver() = default;
  // `owner`: the code of one of several; empty: of all.
  [[nodiscard]] virtual std::unique_ptr<ui::LongWork> save(const Day& from, const Day& to,
                                                           const std::string& owner,
                                                           ReportFile kind,
                                                           const std::filesystem::path& file) = 0;
};

class ReportsRoom final : public ui::Room {
 public:
  struct May {
    bool enter_money = false;
    bool report = false;
  };
  ReportsRoom(FiguresBook& book, OwnersBook& owners, ReportSaver& saver, const Zone& zone,
              const Clock& clock, Currency currency, May may);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown { report, period, expense, service, owners, agreement };

  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  [[nodiscard]] ui::Page report_page();
  [[nodiscard]] ui::Page period_page() const;
  [[nodiscard]] ui::Page entry_page() const;
  // reporting/ui/owners_pages.cpp
  [[nodiscard]] ui::Page owners_page();
  [[nodiscard]] ui::Page agreement_page() const;
  [[nodiscard]] std::vector<ui::Choice> owner_choices(const char* none) const;
  [[nodiscard]] Result<BusinessFigures, OwnersRefusal> figures_shown();
  void agree(const ui::Values& values);
  void press_owners(const std::string& action, const ui::Values& values);
  void add_bills(ui::Page& page);
  void add_figures(ui::Page& page, const RevenueToServices& report) const;
  void open_form(Shown shown);
  void save_period(const ui::Values& values);
  void save_entry(const ui::Values& values);
  [[nodiscard]] ui::Next save(const std::string& action, const ui::Values& values);
  [[nodiscard]] ui::Field field(ui::Field made) const;

  FiguresBook& book_;
  OwnersBook& owners_;
  ReportSaver& saver_;
  const Zone& zone_;
  const Clock& clock_;
  Currency currency_;
  May may_;
  Day from_;
  Day to_;             // last day, included
  std::string owner_;  // whose report; empty: everybody's
  Shown shown_ = Shown::report;
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::reporting
