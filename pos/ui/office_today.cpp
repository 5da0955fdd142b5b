#include "pos/ui/office_today.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/decimal_text.h"
#include "pos/counter_rules.h"
#include "pos/keep_drawer.h"

namespace tilia::pos {
namespace {

constexpr int days_shown = 30;
constexpr int days_to_look = 3;  // a weekend, and the day after

std::string key_of(const DaySheet& sheet) {
  return fmt::format("{}/{}", sheet.session.till, sheet.number);
}

std::string file_name_of(const DaySheet& sheet) {
  return fmt::format("{}-{}-{}.pdf", sheet.session.business_day.text(), sheet.session.till,
                     sheet.number);
}

}  // namespace

std::vector<DaySheet> last_sheets(TillBook& book, const std::string& till, int at_most) {
  std::vector<DaySheet> sheets;
  for (std::int64_t number = last_sheet_number(book, till); number > 0; --number) {
    if (static_cast<int>(sheets.size()) == at_most) break;
    if (std::optional<DaySheet> sheet = book.day_sheet(till, number)) sheets.push_back(*sheet);
  }
  return sheets;
}

OfficeToday::OfficeToday(TillBook& book, DaySheetPaper& paper, const Zone& zone, const Clock& clock,
                         Beside beside)
    : book_(book), paper_(paper), zone_(zone), clock_(clock), beside_(beside), word_(beside.word) {}

void OfficeToday::add_open_session(ui::Page& page, const Shop& shop) {
  for (const WaitingBag& bag : book_.bags(shop.till))
    page.remarks.push_back({Phrase("office.today.bag_waits")
                                .with("till", shop.till)
                                .with("bag", bag.number)
                                .with("day", bag.session.business_day.day()),
                            ui::Remark::Kind::mend});
  const std::optional<DrawerSession> open = book_.open_session(shop.till);
  if (!open) return;
  const Day today = zone_.local_day(clock_.now());
  if (open->business_day.day() != today) {
    page.remarks.push_back({Phrase("office.today.left_open")
                                .with("till", shop.till)
                                .with("day", open->business_day.day()),
                            ui::Remark::Kind::mend});
    return;
  }
  page.remarks.push_back({Phrase("office.today.open_since")
                              .with("shop", shop.name)
                              .with("time", zone_.local_time_text(open->opened_at))});
}

// Above the shop's limit a manager looks at a closed drawer's sheet, where the difference stands.
void OfficeToday::add_looks(ui::Page& page, const std::vector<DaySheet>& sheets) {
  const Currency currency = book_.organisation().currency;
  const Day today = zone_.local_day(clock_.now());
  for (const DaySheet& sheet : sheets) {
    const Day day = sheet.session.business_day.day();
    const auto limit = counter_rules(book_, currency, sheet.session.till).difference_limit;
    const bool above = limit && (sheet.difference > *limit || sheet.difference < -*limit);
    if (above && day.days_until(today) <= days_to_look)
      page.remarks.push_back({Phrase("office.today.please_look")
                                  .with("till", sheet.session.till)
                                  .with("day", day)
                                  .with("number", sheet.number),
                              ui::Remark::Kind::mend});
  }
}

void OfficeToday::add_word(ui::Page& page) {
  if (const auto word = word_->word()) {
    page.remarks.push_back({*word, ui::Remark::Kind::mend});
    page.main = ui::Action{"noted", Phrase("office.check.noted")};
  }
  const BackupWord backup = word_->backup();
  if (backup.needs_look)
    page.remarks.push_back({backup.sentence, ui::Remark::Kind::mend});
  else
    page.subtitle.push_back(backup.sentence);
}

ui::Table OfficeToday::table_of(const std::vector<DaySheet>& sheets,
                                const Organisation& organisation) const {
  ui::Table table;
  table.columns = {{Phrase("office.today.closed_days"), ui::Column::Align::start, 4},
                   {Phrase("office.today.till"), ui::Column::Align::start, 2},
                   {Phrase("office.today.number"), ui::Column::Align::decimal, 2},
                   {Phrase("office.today.customers"), ui::Column::Align::decimal, 2},
                   {Phrase("office.today.sales"), ui::Column::Align::decimal, 3}};
  table.row_action = "open";
  add_open_rows(table, organisation);
  for (const DaySheet& sheet : sheets) {
    table.rows.push_back({key_of(sheet),
                          {},
                          {{sheet.session.business_day.day()},
                           {sheet.session.till},
                           {fmt::format("{}", sheet.number)},
                           {fmt::format("{}", sheet.figures.sales_count)},
                           {earned(sheet.figures)}}});
  }
  return table;
}

ui::Page OfficeToday::page() {
  if (const std::optional<DrawerSession> drawer = shown_drawer()) return drawer_page(*drawer);
  if (const std::optional<DaySheet> sheet = shown_sheet()) {
    if (bank_)
      return count_page(sheet->counted_pieces, sheet->expected, sheet->session.float_amount);
    return sheet_page(*sheet);
  }
  const Organisation organisation = book_.organisation();
  const Day today = zone_.local_day(clock_.now());
  ui::Page page;
  page.title = Phrase("office.today.title").with("day", today);
  page.quiet = {{"refresh", Phrase("office.today.refresh")}};
  if (word_ != nullptr) add_word(page);
  if (notice_) page.remarks.push_back(*notice_);
  SessionFigures sum = no_figures(organisation.currency);
  Money in_drawers = Money::zero(organisation.currency);
  bool any_open = false;
  std::vector<DaySheet> sheets;
  const auto add = [&sum](const SessionFigures& figures) {
    sum.sales_count += figures.sales_count;
    sum.sales_total += earned(figures);
    sum.card_taken += figures.card_taken;
  };
  for (const Shop& shop : organisation.shops) {
    add_open_session(page, shop);
    if (const std::optional<DrawerSession> open = book_.open_session(shop.till)) {
      const SessionFigures figures = book_.figures(open->id);
      add(figures);
      in_drawers += expected_cash(*open, figures);
      any_open = true;
    }
    for (const WaitingBag& bag : book_.bags(shop.till)) {
      if (bag.session.business_day.day() == today) add(book_.figures(bag.session.id));
    }
    for (DaySheet& sheet : last_sheets(book_, shop.till, days_shown)) {
      if (sheet.session.business_day.day() == today) add(sheet.figures);
      sheets.push_back(std::move(sheet));
    }
  }
  page.subtitle.insert(
      page.subtitle.begin(),
      {shop_names(organisation), Phrase(any_open ? "office.today.open" : "office.today.closed")});
  page.figures = {{Phrase("office.today.sales"), sum.sales_total},
                  {Phrase("office.today.customers"), fmt::format("{}", sum.sales_count)},
                  {Phrase("office.today.card"), sum.card_taken},
                  {Phrase("office.today.in_drawer"), in_drawers}};
  if (sheets.empty() && !any_open) {
    page.empty = ui::Empty{Phrase("office.today.no_days"), Phrase("office.today.no_days_first")};
    return page;
  }
  std::stable_sort(sheets.begin(), sheets.end(),
                   [](const DaySheet& a, const DaySheet& b) { return a.closed_at > b.closed_at; });
  add_looks(page, sheets);
  page.table = table_of(sheets, organisation);
  return page;
}

std::optional<DaySheet> OfficeToday::shown_sheet() {
  const std::size_t slash = shown_.rfind('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto number = parse_decimal(shown_.substr(slash + 1), 0);
  if (!number) return std::nullopt;  // an open drawer that was closed meanwhile
  return book_.day_sheet(shown_.substr(0, slash), number.value());
}

ui::Page OfficeToday::sheet_page(const DaySheet& sheet) const {
  ui::Page page;
  page.title = Phrase("office.sheet.title").with("day", sheet.session.business_day.day());
  page.subtitle = {Phrase("office.sheet.subtitle")
                       .with("till", sheet.session.till)
                       .with("number", sheet.number)
                       .with("time", zone_.local_time_text(sheet.closed_at))};
  if (sheet.bagged_at)
    page.subtitle.emplace_back(
        Phrase("pos.sheet.bagged_at").with("time", zone_.local_time_text(*sheet.bagged_at)));
  if (!sheet.words.bag.empty())
    page.subtitle.emplace_back(Phrase("pos.sheet.bag").with("bag", sheet.words.bag));
  if (!sheet.words.note.empty())
    page.subtitle.emplace_back(Phrase("pos.difference_note." + sheet.words.note));
  page.main = ui::Action{"show", Phrase("office.sheet.show")};
  page.quiet = {{"bank", Phrase("office.drawer.bank")},
                {"save", Phrase("office.sheet.save")},
                {"back", Phrase("office.back")}};
  page.figures = {{Phrase("office.today.sales"), sheet.figures.sales_total},
                  {Phrase("office.sheet.expected"), sheet.expected},
                  {Phrase("office.sheet.counted"), sheet.counted},
                  {Phrase("office.today.difference"), sheet.difference}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{std::nullopt, ui::Column::Align::start, 3},
                   {Phrase("office.slip.amount"), ui::Column::Align::decimal, 1}};
  const auto row = [&](const char* key, const Money& amount) {
    table.rows.push_back({{}, {}, {{Phrase(key)}, {amount}}});
  };
  const SessionFigures& figures = sheet.figures;
  row("office.sheet.float", sheet.session.float_amount);
  row("office.sheet.cash_taken", figures.cash_taken);
  row("office.sheet.change", -figures.change_given);
  row("office.sheet.cash_in", figures.cash_in);
  row("office.sheet.cash_out", -figures.cash_out);
  row("office.sheet.cash_refunded", -figures.cash_refunded);
  row("office.sheet.card", figures.card_taken);
  const auto seldom = [&row](const char* key, const Money& amount) {
    if (!amount.is_zero()) row(key, amount);
  };
  seldom("office.sheet.vouchers_taken", figures.vouchers_taken - figures.vouchers_given);
  seldom("office.sheet.account_taken", figures.account_taken);
  seldom("office.sheet.vouchers_sold", figures.vouchers_sold);
  seldom("office.sheet.account_paid", figures.account_paid);
  seldom("office.sheet.advances_taken", figures.advances_taken);
  seldom("office.sheet.advances_back", figures.advances_back);
  seldom("office.sheet.advances_used", figures.advances_used);
  seldom("office.sheet.tips", figures.tips);
  row("office.sheet.refunds", -figures.refunds_total);
  seldom("office.sheet.vouchers_given", -figures.vouchers_given);
  seldom("office.sheet.makers_share", -figures.makers_share);
  row("office.sheet.donations", figures.donations);
  if (!figures.discounts.is_zero()) row("office.sheet.discounts", -figures.discounts);
  page.table = std::move(table);
  return page;
}

ui::Next OfficeToday::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  faults_.clear();
  if (action == "open") {
    shown_ = values.text("row");
    counted_.reset();
    typed_.clear();
    const std::optional<DaySheet> opened = shown_sheet();
    if (opened && opened->session.business_day.day() < zone_.local_day(clock_.now()))
      beside_.older.note(*opened);
  }
  if (const std::optional<DrawerSession> drawer = shown_drawer()) {
    if (action == "count") take_count(*drawer, values);
    if (action == "again") counted_.reset();
  }
  if (action == "back" && !bank_) shown_.clear();
  bank_ = action == "bank";
  if (action == "noted" && word_ != nullptr) word_->noted();
  const std::optional<DaySheet> sheet = shown_sheet();
  if (!sheet) return ui::Next::page();
  if (action == "save") return ui::Next::save_file("save_as", file_name_of(*sheet));
  if (action == "save_as") {
    paper_.write(*sheet, values.text("path"));
    notice_ = {Phrase("office.saved").with("file", values.text("path")), ui::Remark::Kind::done};
  }
  if (action != "show") return ui::Next::page();
  const std::filesystem::path file = paper_.paper_to_show(file_name_of(*sheet));
  paper_.write(*sheet, file);
  return ui::Next::show_paper(file.string());
}

}  // namespace tilia::pos
