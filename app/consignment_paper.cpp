#include "app/consignment_paper.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/csv_field.h"

namespace tilia::app {
namespace {

std::string name_of(const std::vector<pos::Article>& articles, const std::string& code) {
  const auto found = std::ranges::find(articles, code, &pos::Article::code);
  return found == articles.end() ? code : found->name;
}

reporting::Document::Grid pieces_grid(const pos::MakerStatement& statement,
                                      const std::vector<pos::Article>& articles,
                                      const Words& words) {
  reporting::Document::Grid grid{
      {words.say("app.consign.column.article"), words.say("app.consign.column.before"),
       words.say("app.consign.column.brought"), words.say("app.consign.column.sold"),
       words.say("app.consign.column.returned"), words.say("app.consign.column.lost"),
       words.say("app.consign.column.left"), words.say("app.consign.column.sold_for"),
       words.say("app.consign.column.earned")},
      {5, 3, 3, 3, 4, 4, 3, 4, 4},
      {},
      {false, true, true, true, true, true, true, true, true}};
  for (const pos::MakerStatement::Row& row : statement.rows)
    grid.rows.push_back(
        {name_of(articles, row.article), words.quantity(row.before), words.quantity(row.brought),
         words.quantity(row.sold), words.quantity(row.returned), words.quantity(row.lost),
         words.quantity(row.left), words.amount(row.sold_for), words.amount(row.earned)});
  return grid;
}

}  // namespace

reporting::Document maker_document(const pos::MakerStatement& statement,
                                   const std::vector<pos::Article>& articles,
                                   const pos::Organisation& organisation, const Words& words) {
  reporting::Document document;
  document.title =
      words.say(Phrase("app.consign.statement_of").with("maker", pos::maker_text(statement.maker)));
  document.about = {
      words.say(Phrase("app.consign.period").with("from", statement.from).with("to", statement.to)),
      organisation.name};
  reporting::Document::Part pieces{words.say("app.consign.pieces"), {}, {}};
  if (statement.rows.empty())
    pieces.paragraphs.push_back(words.say("app.consign.no_pieces"));
  else
    pieces.grids.push_back(pieces_grid(statement, articles, words));
  document.parts.push_back(std::move(pieces));
  reporting::Document::Grid sums{{"", ""}, {5, 2}, {}, {false, true}};
  const auto row = [&](const char* key, const Money& amount) {
    sums.rows.push_back({words.say(key), words.amount_with_currency(amount)});
  };
  row("app.consign.owed_before", statement.owed_before);
  row("app.consign.earned", statement.earned);
  row("app.consign.paid", -statement.paid);
  row("app.consign.owed", statement.owed);
  document.parts.push_back({words.say("app.consign.money"), {}, {std::move(sums)}});
  return document;
}

std::string maker_csv(const pos::MakerStatement& statement,
                      const std::vector<pos::Article>& articles) {
  std::string csv = "article,name,before,brought,sold,returned,lost,left,sold_for,earned\r\n";
  for (const pos::MakerStatement::Row& row : statement.rows)
    csv += fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", row.article,
                       csv_field(name_of(articles, row.article)), row.before.text(),
                       row.brought.text(), row.sold.text(), row.returned.text(), row.lost.text(),
                       row.left.text(), row.sold_for.text(), row.earned.text());
  const auto sum = [&csv](const char* what, const Money& amount) {
    csv += fmt::format("{},,,,,,,,,{}\r\n", what, amount.text());
  };
  sum("owed_before", statement.owed_before);
  sum("earned", statement.earned);
  sum("paid", statement.paid);
  sum("owed", statement.owed);
  return csv;
}

}  // namespace tilia::app
