#include "app/account_paper.h"

#include <fmt/format.h>

#include "core/csv_field.h"

namespace tilia::app {

reporting::Document statement_document(const pos::CustomerAccount& account,
                                       const pos::AccountStatement& statement,
                                       const pos::Organisation& organisation, const Words& words) {
  reporting::Document document;
  document.title = words.say(Phrase("app.account.statement_of").with("name", account.name));
  document.about = {
      words.say(Phrase("app.account.period").with("from", statement.from).with("to", statement.to)),
      organisation.name, words.say(Phrase("app.account.code").with("code", account.code))};
  reporting::Document::Grid grid{
      {words.say("app.account.column.day"), words.say("app.account.column.what"),
       words.say("app.account.column.receipt"), words.say("app.account.column.amount"),
       words.say("app.account.column.owed")},
      {3, 4, 3, 3, 3},
      {},
      {false, false, false, true, true}};
  grid.rows.push_back({words.day(statement.from), words.say("app.account.before"), "", "",
                       words.amount(statement.before)});
  for (const pos::AccountStatement::Row& row : statement.rows)
    grid.rows.push_back(
        {words.day(row.move.day),
         words.say(fmt::format("pos.account_move.{}", pos::account_move_text(row.move.kind))),
         row.move.receipt, words.amount(row.move.amount), words.amount(row.owed)});
  document.parts.push_back(
      {words.say(Phrase("app.account.owed_on")
                     .with("day", statement.to)
                     .with("amount", words.amount_with_currency(statement.after))),
       {},
       {std::move(grid)}});
  return document;
}

std::string statement_csv(const pos::AccountStatement& statement) {
  std::string csv = "day,what,receipt,amount,owed\r\n";
  csv += fmt::format("{},before,,,{}\r\n", statement.from.text(), statement.before.text());
  for (const pos::AccountStatement::Row& row : statement.rows)
    csv += fmt::format(
        "{},{},{},{},{}\r\n", row.move.day.text(), pos::account_move_text(row.move.kind),
        csv_field(row.move.receipt), row.move.amount.text(), row.owed.text());
  return csv;
}

}  // namespace tilia::app
