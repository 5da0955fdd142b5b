// The drawer pages of the room Today: what the close would find now, a count on the way, what goes
// to the bank.
#include <fmt/format.h>

#include <algorithm>

#include "core/decimal_text.h"
#include "core/ui/office/typed.h"
#include "pos/keep_drawer.h"
#include "pos/ui/office_today.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;

constexpr const char* open_key = "/open";
constexpr int pieces_in_a_row = 7;

std::string key_of(const Money& worth) { return fmt::format("piece.{}", worth.minor()); }

// Each worth once: a coin and a note of one worth are counted together.
std::vector<Money> worths_of(const std::vector<Piece>& pieces) {
  std::vector<Money> worths;
  for (const Piece& piece : pieces) {
    if (std::ranges::count(worths, piece.value) == 0) worths.push_back(piece.value);
  }
  return worths;
}

// "2 000" needs no cents, "0.50" does.
std::string short_text(const Money& worth) {
  const std::int64_t major = worth.currency().minor_per_major();
  return worth.minor() % major == 0 ? fmt::format("{}", worth.minor() / major) : worth.text();
}

}  // namespace

std::optional<DrawerSession> OfficeToday::shown_drawer() const {
  if (!shown_.ends_with(open_key)) return std::nullopt;
  return book_.open_session(shown_.substr(0, shown_.rfind('/')));
}

std::optional<Money> OfficeToday::set_aside(const DrawerSession& session) const {
  for (const ShopTills& shop : shops_of(book_.organisation())) {
    if (std::ranges::count(shop.tills, session.till) > 0)
      return figure_in(beside_.shop.set_figures(), SetFigure::set_aside, shop.key(),
                       Month::of(session.business_day.day()));
  }
  return std::nullopt;
}

void OfficeToday::add_open_rows(ui::Table& table, const Organisation& organisation) const {
  for (const Shop& shop : organisation.shops) {
    const std::optional<DrawerSession> open = book_.open_session(shop.till);
    if (!open) continue;
    const SessionFigures figures = book_.figures(open->id);
    table.rows.push_back({shop.till + open_key,
                          {},
                          {{Phrase("office.drawer.open_now")},
                           {shop.till},
                           {fmt::format("{}", last_sheet_number(book_, shop.till) + 1)},
                           {fmt::format("{}", figures.sales_count)},
                           {earned(figures)}}});
  }
}

ui::Page OfficeToday::drawer_page(const DrawerSession& session) const {
  const SessionFigures figures = book_.figures(session.id);
  const CashStanding standing = cash_standing(session, figures, set_aside(session));
  if (counted_) {
    ui::Page page = count_page(*counted_, standing.expected, session.float_amount);
    if (card_counted_)
      page.remarks.push_back({Phrase("office.drawer.card_compared")
                                  .with("expected", figures.card_taken)
                                  .with("counted", *card_counted_)
                                  .with("difference", *card_counted_ - figures.card_taken)});
    return page;
  }
  ui::Page page;
  page.title = Phrase("office.drawer.title").with("till", session.till);
  page.subtitle = {Phrase("office.drawer.since")
                       .with("day", session.business_day.day())
                       .with("time", zone_.local_time_text(session.opened_at)),
                   Phrase("office.drawer.how_to_count")};
  page.quiet = {{"refresh", Phrase("office.today.refresh")}, {"back", Phrase("office.back")}};
  page.figures = {{Phrase("office.sheet.expected"), standing.expected},
                  {Phrase("office.drawer.not_own"), standing.not_own},
                  {Phrase("office.drawer.own"), standing.own},
                  {Phrase("office.today.card"), figures.card_taken}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  form.columns = pieces_in_a_row;
  const auto add = [&](const std::string& key, const ui::Text& label) {
    form.fields.push_back(
        ui::as_typed({.key = key, .kind = Field::Kind::brief, .label = label}, typed_, faults_));
  };
  for (const Money& worth : worths_of(beside_.pack.pieces)) add(key_of(worth), short_text(worth));
  add("card", Phrase("office.drawer.terminal"));
  form.actions = {{"count", Phrase("office.drawer.count")}};
  page.form = std::move(form);
  ui::Table table;
  table.columns = {{Phrase("office.drawer.not_own"), Column::Align::start, 3},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 1}};
  const auto row = [&table](const char* key, const Money& amount) {
    table.rows.push_back({{}, {}, {{Phrase(key)}, {amount}}});
  };
  row("office.drawer.vat", standing.vat);
  row("office.sheet.donations", standing.given);
  if (!standing.tips.is_zero()) row("office.drawer.tips", standing.tips);
  if (!standing.advances.is_zero()) row("office.drawer.advances", standing.advances);
  if (!standing.makers.is_zero()) row("office.drawer.makers", standing.makers);
  if (!standing.vouchers.is_zero()) row("office.drawer.vouchers", standing.vouchers);
  row("office.drawer.set_aside", standing.set_aside);
  page.table = std::move(table);
  return page;
}

void OfficeToday::take_count(const DrawerSession& session, const ui::Values& values) {
  typed_ = values.texts;
  std::vector<CountedPiece> counted;
  for (const Money& worth : worths_of(beside_.pack.pieces)) {
    const std::string key = key_of(worth);
    const std::string text = ui::trimmed(values.text(key));
    if (text.empty()) continue;
    const auto count = parse_decimal(text, 0);
    if (!count || count.value() < 0 || count.value() > 1'000'000)
      faults_.insert_or_assign(key, Phrase("office.fault.count"));
    else
      counted.push_back({worth, count.value()});
  }
  card_counted_.reset();
  if (const std::string card = ui::trimmed(values.text("card")); !card.empty()) {
    card_counted_ = ui::typed_money(card, session.float_amount.currency());
    if (!card_counted_) faults_.insert_or_assign("card", Phrase("office.shop.fault_amount"));
  }
  if (faults_.empty()) counted_ = std::move(counted);
}

ui::Page OfficeToday::count_page(const std::vector<CountedPiece>& counted, const Money& expected,
                                 const Money& float_amount) const {
  const BankProposal bank = propose_bank(counted, float_amount, beside_.pack.pieces);
  const Money sum = sum_of(counted, float_amount.currency());
  ui::Page page;
  page.title = Phrase("office.drawer.bank");
  page.subtitle = {Phrase("office.drawer.bank_means")};
  page.quiet = {{bank_ ? "back" : "again", Phrase("office.back")}};
  page.figures = {{Phrase("office.sheet.counted"), sum},
                  {Phrase("office.today.difference"), sum - expected},
                  {Phrase("office.drawer.to_bank"), bank.to_bank},
                  {Phrase("office.drawer.stays"), bank.stays}};
  if (!bank_) page.remarks.push_back({Phrase("office.drawer.not_closed")});
  ui::Table table;
  table.columns = {{Phrase("office.drawer.piece"), Column::Align::decimal, 2},
                   {Phrase("office.sheet.counted"), Column::Align::decimal, 2},
                   {Phrase("office.drawer.to_bank"), Column::Align::decimal, 2},
                   {Phrase("office.drawer.stays"), Column::Align::decimal, 2}};
  for (const BankProposal::Row& row : bank.rows)
    table.rows.push_back({{},
                          {},
                          {{row.piece},
                           {fmt::format("{}", row.counted)},
                           {fmt::format("{}", row.to_bank)},
                           {fmt::format("{}", row.counted - row.to_bank)}}});
  page.table = std::move(table);
  return page;
}

}  // namespace tilia::pos
