// The room Bakery: what was wasted or given away in a month, by reason, at today's prices.
#include <fmt/format.h>

#include <algorithm>

#include "pos/ui/office_bakery.h"
#include "pos/ui/trade_words.h"

namespace tilia::pos {
namespace {

using ui::Column;

Phrase words_of(const std::string& reason) {
  return Phrase(fmt::format("office.stock.reason.{}", reason));
}

struct OfReason {
  Quantity pieces;
  Quantity kilograms;
  Money amount;
};

ui::Text some(Quantity quantity, Unit unit) {
  if (quantity == Quantity()) return std::string();
  return quantity_words(quantity, unit);
}

}  // namespace

ui::Page OfficeBakery::waste_page() {
  ui::Page page = page_of("office.bakery.waste");
  page.subtitle = {month_};
  page.quiet = {{"earlier", Phrase("office.month.earlier")},
                {"later", Phrase("office.month.later"), month_.last_day() < orders_.today()},
                {"orders", Phrase("office.back")}};
  const std::vector<Wasted> all = stock_.wasted(month_.first_day(), month_.last_day());
  if (all.empty()) {
    page.empty = ui::Empty{Phrase("office.bakery.no_waste"), Phrase("office.bakery.no_waste_first"),
                           std::nullopt};
    return page;
  }
  const Money none = Money::zero(currency_);
  Money wasted = none;
  Money given = none;
  std::map<std::string, OfReason> sums;
  for (const Wasted& each : all) {
    (each.given_away() ? given : wasted) += each.at_price;
    OfReason& sum = sums.try_emplace(each.reason, OfReason{{}, {}, none}).first->second;
    Quantity& quantity = each.unit == Unit::each ? sum.pieces : sum.kilograms;
    quantity = quantity + each.quantity;
    sum.amount += each.at_price;
  }
  page.figures = {{Phrase("office.bakery.wasted"), wasted}, {Phrase("office.bakery.given"), given}};
  page.remarks.push_back({Phrase("office.bakery.waste_about")});
  ui::Table table;
  table.row_action = "reason";
  table.columns = {{Phrase("office.bakery.reason"), Column::Align::start, 5},
                   {Phrase("office.bakery.pieces"), Column::Align::decimal, 2},
                   {Phrase("office.bakery.kilograms"), Column::Align::decimal, 2},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 3}};
  for (const std::string& reason : waste_reasons()) {
    const auto sum = sums.find(reason);
    if (sum == sums.end()) continue;
    table.rows.push_back({reason,
                          "",
                          {{words_of(reason)},
                           {some(sum->second.pieces, Unit::each)},
                           {some(sum->second.kilograms, Unit::kg)},
                           {sum->second.amount}}});
  }
  page.table = std::move(table);
  return page;
}

// Of which articles it was, the dearest first.
ui::Page OfficeBakery::reason_page() {
  ui::Page page = page_of("office.bakery.waste");
  page.subtitle = {words_of(chosen_), month_};
  page.quiet = {{"waste", Phrase("office.back")}};
  std::vector<Wasted> all = stock_.wasted(month_.first_day(), month_.last_day());
  std::erase_if(all, [this](const Wasted& each) { return each.reason != chosen_; });
  std::ranges::stable_sort(all, std::ranges::greater(),
                           [](const Wasted& each) { return each.at_price.minor(); });
  const std::vector<Article> catalogue = articles();
  ui::Table table;
  table.columns = {{Phrase("office.catalogue.article"), Column::Align::start, 5},
                   {Phrase("office.bakery.quantity"), Column::Align::decimal, 2},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 3}};
  for (const Wasted& each : all) {
    table.rows.push_back(
        {each.article,
         named(catalogue, each.article).picture,
         {{each.name}, {quantity_words(each.quantity, each.unit)}, {each.at_price}}});
  }
  page.table = std::move(table);
  return page;
}

}  // namespace tilia::pos
