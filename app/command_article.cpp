// `tilia article …`: the catalogue.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/name_warning.h"
#include "app/open_book.h"
#include "pos/catalogue_preview.h"
#include "pos/keep_catalogue.h"

namespace tilia::app {
namespace {

struct ArticleOptions {
  std::string file;
  bool preview = false;
};

struct PriceOptions {
  std::string article;
  std::string price;
  std::string from;
  bool off = false;
};

Json problems_json(const std::vector<pos::ArticleFileRefusal>& problems, const Words& words) {
  Json all = Json::array();
  for (const pos::ArticleFileRefusal& problem : problems)
    all.push_back({{"line", problem.line},
                   {"column", problem.column},
                   {"code", pos::article_file_refusal_code(problem.why)},
                   {"message", words.say(pos::sentence_of(problem))}});
  return all;
}

std::string price_text(const pos::CataloguePreview::Row& row, const Words& words) {
  const std::string after = words.amount_with_currency(row.article.price);
  if (!row.before || row.before->price == row.article.price) return after;
  return words.amount_with_currency(row.before->price) + " → " + after;
}

// A check: it prints its whole answer, and a problem makes its exit status.
ExitStatus show_preview(Desk& desk, const pos::CataloguePreview& preview) {
  using Kind = pos::CataloguePreview::Kind;
  Json lines = Json::array();
  Rows rows;
  for (const pos::CataloguePreview::Row& row : preview.rows) {
    if (row.kind == Kind::unchanged) continue;
    Json line{{"line", row.line},
              {"article", row.article.code},
              {"change", pos::preview_kind_text(row.kind)},
              {"price", amount_json(row.article.price)}};
    if (row.before) line["price_before"] = amount_json(row.before->price);
    lines.push_back(std::move(line));
    rows.push_back({desk.words.say("app.article.line") + " " + std::to_string(row.line),
                    desk.words.say(fmt::format("app.article.{}", pos::preview_kind_text(row.kind))),
                    row.article.code, row.article.name, price_text(row, desk.words)});
  }
  for (const pos::ArticleFileRefusal& problem : preview.problems)
    rows.push_back({desk.words.say(pos::sentence_of(problem))});
  rows.push_back({desk.words.say(
      Phrase(preview.problems.empty() ? "app.article.would" : "app.article.would_not")
          .with("added", std::to_string(preview.count(Kind::added)))
          .with("changed", std::to_string(preview.count(Kind::changed)))
          .with("unchanged", std::to_string(preview.count(Kind::unchanged))))});
  desk.printer.answer(Json{{"added", preview.count(Kind::added)},
                           {"changed", preview.count(Kind::changed)},
                           {"unchanged", preview.count(Kind::unchanged)},
                           {"lines", lines},
                           {"problems", problems_json(preview.problems, desk.words)}},
                      rows);
  return preview.problems.empty() ? ExitStatus::done : ExitStatus::refused;
}

ExitStatus article_import(Desk& desk, const ArticleOptions& asked) {
  const std::string csv = whole_file(asked.file);
  OpenBook book(desk);
  book.acting(Act::keep_catalogue);
  const Day today = book.zone().local_day(book.clock().now());
  const auto preview = pos::preview_of(pos::look_at_article_file(csv, book.currency()),
                                       book.till_book().articles(today));
  if (asked.preview) return show_preview(desk, preview);
  if (!preview.problems.empty())
    throw Stopped(ExitStatus::refused,
                  std::string(pos::article_file_refusal_code(preview.problems.front().why)),
                  pos::sentence_of(preview.problems.front()));
  book.till_book().put_articles(preview.to_put(), book.clock().now());
  for (const pos::ArticleFileRemark& remark : pos::names_to_rethink(csv))
    warn_of_line(desk, remark.line, remark.column);
  const auto count = static_cast<std::int64_t>(preview.rows.size());
  desk.printer.answer(Json{{"imported", count},
                           {"added", preview.count(pos::CataloguePreview::Kind::added)},
                           {"changed", preview.count(pos::CataloguePreview::Kind::changed)}},
                      Phrase::counted("app.article.imported", count));
  return ExitStatus::done;
}

ExitStatus article_export(Desk& desk, const ArticleOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_catalogue);
  const Day today = book.zone().local_day(book.clock().now());
  const auto articles = book.till_book().articles(today);
  write_whole(asked.file, pos::article_file_text(articles));
  const auto count = std::ranges::count(articles, true, &pos::Article::on_shelf);
  desk.printer.answer(Json{{"file", asked.file}, {"exported", count}},
                      Phrase::counted("app.article.exported", count).with("file", asked.file));
  return ExitStatus::done;
}

// What each article will cost, by its code.
using Coming = std::map<std::string, std::vector<pos::PriceChange>, std::less<>>;

Json coming_json(const std::vector<pos::PriceChange>& changes) {
  Json coming = Json::array();
  for (const pos::PriceChange& change : changes)
    coming.push_back({{"from", change.from.text()}, {"price", amount_json(*change.price)}});
  return coming;
}

std::string coming_text(const std::vector<pos::PriceChange>& changes, const Words& words) {
  std::string text;
  for (const pos::PriceChange& change : changes)
    text += (text.empty() ? "" : ", ") +
            words.say(
                Phrase("app.article.coming").with("day", change.from).with("price", *change.price));
  return text;
}

ExitStatus article_list(Desk& desk, const ArticleOptions&) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const Day today = book.zone().local_day(book.clock().now());
  Coming coming;
  for (pos::PriceChange& change : book.catalogue_book().prices_after(today))
    coming[change.article].push_back(std::move(change));
  Json articles = Json::array();
  Rows rows;
  for (const pos::Article& article : book.till_book().articles(today)) {
    const std::string unit(pos::unit_text(article.unit));
    const auto& comes = coming[article.code];
    articles.push_back({{"article", article.code},
                        {"name", article.name},
                        {"price", amount_json(article.price)},
                        {"vat", pos::vat_class_text(article.vat_class)},
                        {"unit", unit},
                        {"barcodes", article.barcodes},
                        {"picture", article.picture},
                        {"page", article.page},
                        {"stock", article.stocked ? "yes" : "no"},
                        {"on_shelf", article.on_shelf},
                        {"coming", coming_json(comes)}});
    const std::string more =
        article.on_shelf ? coming_text(comes, desk.words) : desk.words.say("app.article.off_shelf");
    rows.push_back({article.code, article.name, desk.words.amount_with_currency(article.price),
                    unit, article.page, more});
  }
  desk.printer.answer(Json{{"currency", book.currency().code()}, {"articles", articles}}, rows);
  return ExitStatus::done;
}

[[noreturn]] void refuse(pos::CatalogueRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(pos::catalogue_refusal_code(why)),
                pos::sentence_of(why));
}

// A day as it is written, or how one says the next.
Day from_argument(const std::string& text, const Day& today) {
  if (text.empty() || text == "today") return today;
  if (text == "tomorrow") return today.plus_days(1);
  return day_argument(text);
}

ExitStatus article_price(Desk& desk, const PriceOptions& asked) {
  if (asked.price.empty() == !asked.off)
    throw Stopped(ExitStatus::wrong_usage, "price_or_off", Phrase("app.article.price_or_off"));
  OpenBook book(desk);
  book.acting(Act::keep_catalogue);
  pos::KeepCatalogue keep(book.till_book(), book.catalogue_book(), book.zone(), book.clock());
  const Day from = from_argument(asked.from, keep.today());
  if (asked.off) {
    const auto off = keep.call_off_price(asked.article, from);
    if (!off) refuse(off.refusal());
    desk.printer.answer(
        Json{{"article", asked.article}, {"from", from.text()}, {"price", nullptr}},
        Phrase("app.article.called_off").with("article", asked.article).with("day", from));
    return ExitStatus::done;
  }
  const Money price = counter_amount(asked.price, book.currency());
  const auto planned = keep.plan_price(asked.article, from, price);
  if (!planned) refuse(planned.refusal());
  desk.printer.answer(
      Json{{"article", asked.article}, {"from", from.text()}, {"price", amount_json(price)}},
      Phrase("app.article.price_set")
          .with("article", asked.article)
          .with("day", from)
          .with("price", price));
  return ExitStatus::done;
}

}  // namespace

void add_article_commands(CLI::App& root, Desk& desk) {
  CLI::App* article = add_family(root, desk, "article", "app.help.article");
  auto importing = std::make_shared<ArticleOptions>();
  CLI::App* import = add_command(*article, desk, "import", "app.help.article_import",
                                 "tilia article import articles.csv");
  add_option(import, desk, "file", importing->file, "app.option.article_file").required();
  add_flag(import, desk, "--preview", importing->preview, "app.option.article_preview");
  does(import, desk, importing, article_import);
  auto exporting = std::make_shared<ArticleOptions>();
  CLI::App* to_file = add_command(*article, desk, "export", "app.help.article_export",
                                  "tilia article export articles.csv");
  add_option(to_file, desk, "file", exporting->file, "app.option.article_file").required();
  does(to_file, desk, exporting, article_export);
  does(add_command(*article, desk, "list", "app.help.article_list", "tilia article list"), desk,
       std::make_shared<ArticleOptions>(), article_list);
  auto pricing = std::make_shared<PriceOptions>();
  CLI::App* price = add_command(*article, desk, "price", "app.help.article_price",
                                "tilia article price white-loaf 95.00 --from tomorrow");
  add_option(price, desk, "article", pricing->article, "app.option.article_code").required();
  add_option(price, desk, "price", pricing->price, "app.option.article_price");
  add_option(price, desk, "--from", pricing->from, "app.option.article_from");
  add_flag(price, desk, "--off", pricing->off, "app.option.article_off");
  does(price, desk, pricing, article_price);
}

}  // namespace tilia::app
