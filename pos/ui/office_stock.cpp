#include "pos/ui/office_stock.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

using ui::Field;
using Kind = StockMove::Kind;

Phrase said(const Article& article, Quantity quantity) {
  return Phrase(article.unit == Unit::each ? "office.stock.pieces" : "office.stock.kilograms")
      .with("quantity", quantity);
}

std::vector<ui::Choice> kind_choices() {
  std::vector<ui::Choice> choices;
  for (const Kind kind : {Kind::received, Kind::wasted, Kind::counted}) {
    const std::string text(stock_move_text(kind));
    choices.push_back({text, Phrase(fmt::format("office.stock.what.{}", text))});
  }
  return choices;
}

std::vector<ui::Choice> reason_choices() {
  std::vector<ui::Choice> choices;
  for (const std::string& reason : waste_reasons())
    choices.push_back({reason, Phrase(fmt::format("office.stock.reason.{}", reason))});
  return choices;
}

ui::Table table_of(const std::vector<StockShown>& all) {
  ui::Table table;
  table.row_action = "pick";
  table.columns = {{Phrase("office.catalogue.article"), ui::Column::Align::start, 4},
                   {Phrase("office.stock.counted_on"), ui::Column::Align::start, 4},
                   {Phrase("office.stock.counted"), ui::Column::Align::decimal, 2},
                   {Phrase("office.stock.received"), ui::Column::Align::decimal, 2},
                   {Phrase("office.stock.wasted"), ui::Column::Align::decimal, 2},
                   {Phrase("office.stock.sold"), ui::Column::Align::decimal, 2},
                   {Phrase("office.stock.there"), ui::Column::Align::decimal, 2},
                   {std::nullopt, ui::Column::Align::start, 3}};
  for (const StockShown& shown : all) {
    const Article& article = shown.article;
    ui::Row row{article.code, article.picture, {{article.name}}};
    if (shown.since) {
      const StockSince& since = *shown.since;
      row.cells.push_back(since.counted_on ? ui::Cell{*since.counted_on} : ui::Cell{});
      for (const Quantity quantity : {since.counted, since.received, since.wasted, since.sold})
        row.cells.push_back({said(article, quantity)});
      const bool look = shown.low() || since.there() < Quantity();
      row.cells.push_back({said(article, since.there()), look});
      if (since.there() < Quantity()) {
        row.cells.emplace_back(Phrase("office.stock.count_it"), true);
      } else if (shown.low()) {
        row.cells.emplace_back(Phrase("office.stock.low_below").with("level", *article.low_below),
                               true);
      }
    } else {
      row.cells.emplace_back(Phrase("office.stock.not_counted"));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

ui::Form OfficeStock::form(const std::vector<StockShown>& shown) {
  std::vector<ui::Choice> articles;
  for (const StockShown& each : shown) articles.push_back({each.article.code, each.article.name});
  std::ranges::sort(articles, {},
                    [](const ui::Choice& choice) { return std::get<std::string>(choice.label); });
  ui::Form form;
  const auto add = [&](Field field) {
    form.fields.push_back(ui::as_typed(std::move(field), typed_, faults_));
  };
  form.columns = 4;
  add({.key = "article",
       .kind = Field::Kind::choice,
       .label = Phrase("office.catalogue.article"),
       .choices = std::move(articles)});
  add({.key = "what",
       .kind = Field::Kind::choice,
       .label = Phrase("office.stock.what"),
       .choices = kind_choices()});
  add({.key = "quantity", .label = Phrase("office.stock.quantity")});
  add({.key = "reason",
       .kind = Field::Kind::choice,
       .label = Phrase("office.stock.reason"),
       .choices = reason_choices()});
  form.actions = {{"enter", Phrase("office.stock.enter")}};
  return form;
}

ui::Page OfficeStock::page() {
  if (moves_shown_) return moves_page();
  const std::vector<StockShown> shown = keep_.list();
  ui::Page page;
  page.title = Phrase("office.stock.title");
  if (notice_) page.remarks.push_back(*notice_);
  if (shown.empty()) {
    page.empty =
        ui::Empty{Phrase("office.stock.empty"), Phrase("office.stock.first"), std::nullopt};
    return page;
  }
  page.subtitle = {keep_.today()};
  page.quiet = {{"moves", Phrase("office.stock.today")}};
  const auto low = std::ranges::count_if(shown, &StockShown::low);
  if (low > 0)
    page.remarks.push_back({Phrase::counted("office.stock.run_low", low), ui::Remark::Kind::mend});
  page.form = form(shown);
  page.table = table_of(shown);
  return page;
}

// What was entered today, the newest first.
ui::Page OfficeStock::moves_page() {
  ui::Page page;
  page.title = Phrase("office.stock.today");
  page.subtitle = {keep_.today()};
  page.quiet = {{"back", Phrase("office.back")}};
  std::map<std::string, Article> articles;
  for (Article& article : keep_.articles()) {
    std::string code = article.code;
    articles.emplace(std::move(code), std::move(article));
  }
  ui::Table table;
  table.columns = {{Phrase("office.catalogue.article"), ui::Column::Align::start, 5},
                   {Phrase("office.stock.what"), ui::Column::Align::start, 3},
                   {Phrase("office.stock.quantity"), ui::Column::Align::decimal, 2},
                   {Phrase("office.stock.reason"), ui::Column::Align::start, 4}};
  std::vector<StockMove> moves = stock_.stock_moves(keep_.today(), keep_.today());
  std::ranges::reverse(moves);
  for (const StockMove& move : moves) {
    const auto article = articles.find(move.article);
    const bool known = article != articles.end();
    const bool wasted = move.kind == Kind::wasted;
    table.rows.push_back(
        {std::to_string(table.rows.size()),
         "",
         {{known ? article->second.name : move.article},
          {Phrase(fmt::format("office.stock.what.{}", stock_move_text(move.kind)))},
          {known ? ui::Text(said(article->second, move.quantity)) : ui::Text(move.quantity.text())},
          {wasted ? ui::Text(Phrase(fmt::format("office.stock.reason.{}", move.reason)))
                  : ui::Text(std::string())}}});
  }
  if (table.rows.empty()) {
    page.empty = ui::Empty{Phrase("office.stock.none_today"), Phrase("office.stock.enter_first"),
                           std::nullopt};
  } else {
    page.table = std::move(table);
  }
  return page;
}

void OfficeStock::enter(const ui::Values& values) {
  typed_ = values.texts;
  faults_.clear();
  const auto kind = parse_stock_move(values.text("what"));
  const auto quantity = typed_quantity(values.text("quantity"));
  if (!quantity || !kind) {
    faults_.insert_or_assign("quantity", sentence_of(StockRefusal::not_a_quantity));
    return;
  }
  const std::string reason = *kind == Kind::wasted ? values.text("reason") : std::string();
  const auto entered = keep_.enter(*kind, values.text("article"), quantity.value(), reason);
  if (!entered) {
    const bool of_article = entered.refusal() == StockRefusal::unknown_article ||
                            entered.refusal() == StockRefusal::not_kept;
    faults_.insert_or_assign(of_article ? "article" : "quantity", sentence_of(entered.refusal()));
    return;
  }
  for (const StockShown& shown : keep_.list()) {
    if (shown.article.code != values.text("article")) continue;
    const Phrase done(fmt::format("office.stock.done.{}", stock_move_text(*kind)));
    notice_ = {done.with("article", shown.article.name).with("quantity", quantity.value()),
               ui::Remark::Kind::done};
  }
  typed_["quantity"].clear();
}

ui::Next OfficeStock::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  if (action == "enter") enter(values);
  if (action == "moves" || action == "back") moves_shown_ = action == "moves";
  if (action == "pick") {
    typed_ = values.texts;
    typed_["article"] = values.text("row");
    faults_.clear();
  }
  return ui::Next::page();
}

}  // namespace tilia::pos
