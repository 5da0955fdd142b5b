#include "app/demo_papers.h"

#include <fmt/format.h>

#include "app/arguments.h"
#include "app/command_pay.h"
#include "app/payslip_paper.h"
#include "app/practice_users.h"
#include "app/release_report.h"
#include "core/check.h"
#include "db/figures_book_sqlite.h"
#include "db/pay_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/receipt.h"
#include "reporting/papers.h"
#include "reporting/tables.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr int receipts_of_each_till = 8;
constexpr int days_of_each_till = 7;

class DemoPapers {
 public:
  DemoPapers(db::BookFile& file, const DemoPlan& plan, const pos::CountryPack& pack,
             const Resources& resources, fs::path folder, const std::function<void()>& each_paper)
      : clock_(Zone::named(plan.organisation.zone)->at(plan.until.plus_days(1), 0)),
        users_(file, db::SecretPolicy::practice(), clock_),
        finance_(practice_session(users_, db::Role::finance)),
        till_book_(file),
        read_log_(file, finance_.keys, clock_),
        pay_book_(file, finance_.keys, read_log_),
        figures_book_(file, finance_.keys),
        plan_(plan),
        head_{plan.organisation, pack.fiscal_duty, false},
        words_(parse_language(plan.organisation.language).value_or(Language::english),
               resources.catalogues()),
        typeface_(resources.fonts()),
        zone_(*Zone::named(plan.organisation.zone)),
        folder_(std::move(folder)),
        each_paper_(each_paper) {}

  std::vector<fs::path> write() {
    for (const char* name : paper_folders) make_folder(folder_ / name);
    for (const DemoShop& shop : plan_.shops) {
      write_receipts(shop.till);
      write_day_sheets(shop.till);
    }
    Month month = Month::of(plan_.from);
    for (; month <= Month::of(plan_.until); month = month.next()) write_payslips(month);
    write_report();
    return std::move(written_);
  }

 private:
  template <class Bytes>
  void keep(const fs::path& file, const Bytes& bytes) {
    write_whole(folder_ / file, bytes);
    note(file);
  }
  void note(const fs::path& file) {
    written_.push_back(folder_ / file);
    each_paper_();
  }

  void write_receipts(const std::string& till) {
    for (const pos::Sale& sale : till_book_.latest_sales(till, receipts_of_each_till)) {
      const Strip strip = pos::receipt_strip(sale, head_, zone_, words_);
      keep(fs::path("receipts") / (sale.receipt + ".pdf"),
           reporting::strip_pdf(strip, reporting::StripPaper::roll_80_mm, typeface_));
    }
  }

  void write_day_sheets(const std::string& till) {
    std::int64_t last = 0;
    while (till_book_.day_sheet(till, last + 1)) ++last;
    for (std::int64_t number = std::max<std::int64_t>(1, last - days_of_each_till + 1);
         number <= last; ++number) {
      const auto sheet = till_book_.day_sheet(till, number);
      const Strip strip = pos::day_sheet_strip(*sheet, head_, zone_, words_);
      const std::string name = fmt::format("day-sheets/{}-{:04}", till, number);
      keep(name + "-80mm.pdf",
           reporting::strip_pdf(strip, reporting::StripPaper::roll_80_mm, typeface_));
      keep(name + "-a4.pdf", reporting::strip_pdf(strip, reporting::StripPaper::a4, typeface_));
    }
  }

  void write_payslips(const Month& month) {
    const auto run = pay_book_.pay_run(month);
    if (!run) return;  // the month is not over
    for (const payroll::PayRunSlip& slip : run->slips) {
      const auto paper = payslip_paper_of(pay_book_.employer(), *run, slip);
      keep(fs::path("payslips") / payslip_file_name(month, slip.worker.alias),
           reporting::payslip_pdf(paper, typeface_, words_));
    }
  }

  void write_report() {
    const Instant evening = zone_.at(plan_.until.plus_days(1), 0);
    const auto released =
        release_revenue_to_services(figures_book_, plan_.from, plan_.until, plan_.until, evening);
    CHECK(released.ok());
    const auto& report = released.value().report;
    const std::string name = "report/revenue-to-services";
    keep(name + ".pdf",
         reporting::revenue_to_services_pdf(report, released.value().number, typeface_, words_));
    reporting::write_revenue_to_services_xlsx(report, folder_ / (name + ".xlsx"), words_);
    note(name + ".xlsx");
    keep(name + ".csv", reporting::revenue_to_services_csv(report, words_));
    keep(name + ".json", reporting::revenue_to_services_json(report));
  }

  SetClock clock_;
  db::Users users_;
  db::Session finance_;
  db::TillBookSqlite till_book_;
  db::ReadLog read_log_;
  db::PayBookSqlite pay_book_;
  db::FiguresBookSqlite figures_book_;
  const DemoPlan& plan_;
  pos::PaperHead head_;
  Words words_;
  reporting::Typeface typeface_;
  Zone zone_;
  fs::path folder_;
  const std::function<void()>& each_paper_;
  std::vector<fs::path> written_;
};

}  // namespace

std::vector<fs::path> write_demo_papers(db::BookFile& file, const DemoPlan& plan,
                                        const pos::CountryPack& pack, const Resources& resources,
                                        const fs::path& folder,
                                        const std::function<void()>& each_paper) {
  return DemoPapers(file, plan, pack, resources, folder, each_paper).write();
}

}  // namespace tilia::app
