// `tilia consign …`: pieces that somebody makes at home and the shop sells. The maker is a number.
#include "app/command_consign.h"

#include <algorithm>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/consignment_paper.h"
#include "pos/consignment/maker_tags.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

using Kind = pos::ConsignmentMove::Kind;

struct ConsignOptions {
  std::string maker;
  std::string article;
  std::string quantity;
  std::string share;
  std::string amount;
  std::string from;
  std::string month;
  std::string pdf;
  std::string csv;
  std::int64_t count = 1;
  bool lost_is_paid = false;
};

Json article_json(const pos::ConsignedArticle& consigned) {
  const pos::ConsignmentTerms& terms = consigned.terms;
  const pos::ConsignedPieces& pieces = consigned.pieces;
  return {{"article", terms.article},
          {"maker", pos::maker_text(terms.maker)},
          {"tag", pos::tag_barcode(consigned.number)},
          {"from", terms.from.text()},
          {"price", amount_json(terms.price)},
          {"our_share", terms.our_share ? Json(terms.our_share->percent_text()) : Json()},
          {"makers_amount", terms.makers_amount ? amount_json(*terms.makers_amount) : Json()},
          {"lost_is_paid", terms.lost_is_paid},
          {"brought", pieces.brought.text()},
          {"sold", pieces.sold.text()},
          {"returned", pieces.returned.text()},
          {"lost", pieces.lost.text()},
          {"left", pieces.left().text()}};
}

ExitStatus consign_maker(Desk& desk, const ConsignOptions&) {
  OpenBook book(desk);
  book.acting(Act::keep_consignment);
  const std::string maker = pos::maker_text(ConsignmentDesk(book).keep().add_maker().number);
  desk.printer.answer(Json{{"maker", maker}},
                      Phrase("app.consign.maker_added").with("maker", maker));
  return ExitStatus::done;
}

Rate share_argument(const std::string& percent) {
  const auto rate = Rate::parse_percent(percent);
  if (!rate) refuse_consignment(pos::ConsignmentRefusal::bad_share);
  return rate.value();
}

ExitStatus consign_agree(Desk& desk, const ConsignOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_consignment);
  ConsignmentDesk consignment(book);
  pos::Agreement agreement{.article = asked.article,
                           .maker = known_maker(consignment, asked.maker),
                           .lost_is_paid = asked.lost_is_paid};
  if (!asked.from.empty()) agreement.from = day_argument(asked.from);
  if (!asked.share.empty()) agreement.our_share = share_argument(asked.share);
  if (!asked.amount.empty())
    agreement.makers_amount = counter_amount(asked.amount, book.currency());
  const auto agreed = consignment.keep().agree(agreement);
  if (!agreed) refuse_consignment(agreed.refusal());
  Json answer = article_json(agreed.value());
  answer["currency"] = book.currency().code();
  desk.printer.answer(answer, Phrase("app.consign.agreed")
                                  .with("article", asked.article)
                                  .with("maker", pos::maker_text(agreement.maker))
                                  .with("tag", pos::tag_barcode(agreed.value().number)));
  return ExitStatus::done;
}

const pos::ConsignedArticle* find(const std::vector<pos::ConsignedArticle>& all,
                                  const std::string& code) {
  const auto found = std::ranges::find_if(
      all, [&](const pos::ConsignedArticle& each) { return each.terms.article == code; });
  return found == all.end() ? nullptr : &*found;
}

ExitStatus enter(Desk& desk, const ConsignOptions& asked, Kind kind) {
  const Quantity quantity = quantity_argument(asked.quantity);
  OpenBook book(desk);
  book.acting(Act::keep_consignment);
  ConsignmentDesk consignment(book);
  const auto entered = consignment.keep().enter(kind, asked.article, quantity);
  if (!entered) refuse_consignment(entered.refusal());
  const std::vector<pos::ConsignedArticle> all = consignment.keep().list();
  const pos::ConsignedArticle* after = find(all, asked.article);
  CHECK(after != nullptr);
  desk.printer.answer(Json{{"article", asked.article},
                           {"entered", pos::consignment_move_text(kind)},
                           {"quantity", quantity.text()},
                           {"lost", entered.value().lost.text()},
                           {"owed", amount_json(entered.value().owed)},
                           {"left", after->pieces.left().text()}},
                      Phrase("app.consign.entered")
                          .with("article", asked.article)
                          .with("maker", pos::maker_text(after->terms.maker))
                          .with("left", after->pieces.left()));
  return ExitStatus::done;
}

ExitStatus consign_bring(Desk& desk, const ConsignOptions& asked) {
  return enter(desk, asked, Kind::brought);
}
ExitStatus consign_return(Desk& desk, const ConsignOptions& asked) {
  return enter(desk, asked, Kind::returned);
}
ExitStatus consign_lose(Desk& desk, const ConsignOptions& asked) {
  return enter(desk, asked, Kind::lost);
}
ExitStatus consign_count(Desk& desk, const ConsignOptions& asked) {
  return enter(desk, asked, Kind::counted);
}

ExitStatus consign_tags(Desk& desk, const ConsignOptions& asked) {
  if (asked.count < 1 || asked.count > pos::most_tags)
    throw Stopped(ExitStatus::wrong_usage, "tags",
                  Phrase("app.consign.tags_count").with("most", pos::most_tags));
  OpenBook book(desk);
  book.acting(Act::keep_consignment);
  ConsignmentDesk consignment(book);
  const std::vector<pos::ConsignedArticle> all = consignment.keep().list();
  const pos::ConsignedArticle* consigned = find(all, asked.article);
  const std::vector<pos::Article> articles = book.till_book().articles(consignment.keep().today());
  const auto article = std::ranges::find(articles, asked.article, &pos::Article::code);
  if (consigned == nullptr || article == articles.end())
    refuse_consignment(pos::ConsignmentRefusal::not_consigned);
  const reporting::Typeface typeface(desk.resources.fonts());
  const Strip tags = pos::maker_tags_strip(*consigned, *article, asked.count, book.paper_words());
  write_whole(asked.pdf, reporting::strip_pdf(tags, reporting::StripPaper::roll_80_mm, typeface));
  desk.printer.answer(Json{{"file", asked.pdf}, {"tags", asked.count}},
                      Phrase("app.consign.tags_written").with("file", asked.pdf));
  return ExitStatus::done;
}

ExitStatus consign_list(Desk& desk, const ConsignOptions&) {
  OpenBook book(desk);
  book.acting(Act::keep_consignment);
  ConsignmentDesk consignment(book);
  Json articles = Json::array();
  Rows rows;
  for (const pos::ConsignedArticle& each : consignment.keep().list()) {
    articles.push_back(article_json(each));
    rows.push_back({pos::maker_text(each.terms.maker), each.terms.article,
                    desk.words.amount(each.terms.price), desk.words.quantity(each.pieces.left())});
  }
  Json makers = Json::array();
  Money all = Money::zero(book.currency());
  for (const pos::Maker& maker : consignment.rows().makers()) {
    const Money owed = consignment.keep().owed(maker.number);
    all += owed;
    makers.push_back({{"maker", pos::maker_text(maker.number)},
                      {"since", maker.since.text()},
                      {"owed", amount_json(owed)}});
    rows.push_back({pos::maker_text(maker.number), desk.words.say("app.consign.owed"), "",
                    desk.words.amount(owed)});
  }
  const Json answer{{"currency", book.currency().code()},
                    {"articles", articles},
                    {"makers", makers},
                    {"owed", amount_json(all)}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.consign.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

Json statement_json(const pos::MakerStatement& statement, Currency currency) {
  Json rows = Json::array();
  for (const pos::MakerStatement::Row& row : statement.rows)
    rows.push_back({{"article", row.article},
                    {"before", row.before.text()},
                    {"brought", row.brought.text()},
                    {"sold", row.sold.text()},
                    {"returned", row.returned.text()},
                    {"lost", row.lost.text()},
                    {"left", row.left.text()},
                    {"sold_for", amount_json(row.sold_for)},
                    {"earned", amount_json(row.earned)}});
  return {{"maker", pos::maker_text(statement.maker)},
          {"from", statement.from.text()},
          {"to", statement.to.text()},
          {"currency", currency.code()},
          {"articles", rows},
          {"owed_before", amount_json(statement.owed_before)},
          {"earned", amount_json(statement.earned)},
          {"paid", amount_json(statement.paid)},
          {"owed", amount_json(statement.owed)}};
}

ExitStatus consign_statement(Desk& desk, const ConsignOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  book.acting(Act::keep_consignment);
  ConsignmentDesk consignment(book);
  const auto stated = consignment.keep().statement(known_maker(consignment, asked.maker), month);
  if (!stated) refuse_consignment(stated.refusal());
  const pos::MakerStatement& statement = stated.value();
  const std::vector<pos::Article> articles = book.till_book().articles(consignment.keep().today());
  if (!asked.pdf.empty())
    write_whole(asked.pdf,
                reporting::document_pdf(
                    maker_document(statement, articles, book.organisation(), book.paper_words()),
                    reporting::Typeface(desk.resources.fonts())));
  if (!asked.csv.empty()) write_whole(asked.csv, maker_csv(statement, articles));
  Rows rows;
  for (const pos::MakerStatement::Row& row : statement.rows)
    rows.push_back({row.article, desk.words.quantity(row.brought), desk.words.quantity(row.sold),
                    desk.words.quantity(row.left), desk.words.amount(row.earned)});
  const auto sum = [&](const char* key, const Money& amount) {
    rows.push_back({desk.words.say(key), "", "", "", desk.words.amount(amount)});
  };
  sum("app.consign.owed_before", statement.owed_before);
  sum("app.consign.earned", statement.earned);
  sum("app.consign.paid", -statement.paid);
  sum("app.consign.owed", statement.owed);
  desk.printer.answer(statement_json(statement, book.currency()), rows);
  return ExitStatus::done;
}

void add_move(CLI::App& consign, Desk& desk, const char* name, const char* help,
              const char* example, ExitStatus (*act)(Desk&, const ConsignOptions&)) {
  auto options = std::make_shared<ConsignOptions>();
  CLI::App* command = add_command(consign, desk, name, help, example);
  add_option(command, desk, "article", options->article, "app.option.consign_article").required();
  add_option(command, desk, "quantity", options->quantity, "app.option.consign_quantity")
      .required();
  does(command, desk, options, act);
}

void add_papers(CLI::App& consign, Desk& desk) {
  auto tagging = std::make_shared<ConsignOptions>();
  CLI::App* tags = add_command(consign, desk, "tags", "app.help.consign_tags",
                               "tilia consign tags knit-cap --count 12 --pdf tags.pdf");
  add_option(tags, desk, "article", tagging->article, "app.option.consign_article").required();
  add_option(tags, desk, "--count", tagging->count, "app.option.consign_count");
  add_option(tags, desk, "--pdf", tagging->pdf, "app.option.pdf").required();
  does(tags, desk, tagging, consign_tags);

  auto stating = std::make_shared<ConsignOptions>();
  CLI::App* statement = add_command(consign, desk, "statement", "app.help.consign_statement",
                                    "tilia consign statement M-7 --month 2026-03 --pdf M-7.pdf");
  add_option(statement, desk, "maker", stating->maker, "app.option.maker").required();
  add_option(statement, desk, "--month", stating->month, "app.option.month").required();
  add_option(statement, desk, "--pdf", stating->pdf, "app.option.pdf");
  add_option(statement, desk, "--csv", stating->csv, "app.option.csv");
  does(statement, desk, stating, consign_statement);
}

}  // namespace

void refuse_consignment(pos::ConsignmentRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(pos::consignment_refusal_code(why)),
                pos::sentence_of(why));
}

std::int64_t known_maker(ConsignmentDesk& desk, const std::string& text) {
  const auto number = pos::parse_maker_text(text);
  const std::vector<pos::Maker> makers = desk.rows().makers();
  if (!number || std::ranges::find(makers, *number, &pos::Maker::number) == makers.end())
    refuse_consignment(pos::ConsignmentRefusal::unknown_maker);
  return *number;
}

void add_consign_commands(CLI::App& root, Desk& desk) {
  CLI::App* consign = add_family(root, desk, "consign", "app.help.consign");
  does(add_command(*consign, desk, "maker", "app.help.consign_maker", "tilia consign maker"), desk,
       std::make_shared<ConsignOptions>(), consign_maker);

  auto agreeing = std::make_shared<ConsignOptions>();
  CLI::App* agree = add_command(*consign, desk, "agree", "app.help.consign_agree",
                                "tilia consign agree knit-cap --maker M-7 --our-share 30");
  add_option(agree, desk, "article", agreeing->article, "app.option.consign_article").required();
  add_option(agree, desk, "--maker", agreeing->maker, "app.option.maker").required();
  add_option(agree, desk, "--our-share", agreeing->share, "app.option.our_share");
  add_option(agree, desk, "--per-piece", agreeing->amount, "app.option.makers_amount");
  add_option(agree, desk, "--from", agreeing->from, "app.option.consign_from");
  add_flag(agree, desk, "--lost-is-paid", agreeing->lost_is_paid, "app.option.lost_is_paid");
  does(agree, desk, agreeing, consign_agree);

  add_move(*consign, desk, "bring", "app.help.consign_bring", "tilia consign bring knit-cap 12",
           consign_bring);
  add_move(*consign, desk, "return", "app.help.consign_return", "tilia consign return knit-cap 2",
           consign_return);
  add_move(*consign, desk, "lose", "app.help.consign_lose", "tilia consign lose knit-cap 1",
           consign_lose);
  add_move(*consign, desk, "count", "app.help.consign_count", "tilia consign count knit-cap 9",
           consign_count);
  does(add_command(*consign, desk, "list", "app.help.consign_list", "tilia consign list"), desk,
       std::make_shared<ConsignOptions>(), consign_list);
  add_papers(*consign, desk);
  add_consign_pay_commands(*consign, desk);
}

}  // namespace tilia::app
