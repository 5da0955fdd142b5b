// `tilia article …`: the catalogue.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/name_warning.h"
#include "app/open_book.h"
#include "pos/article_file.h"

namespace tilia::app {
namespace {

struct ArticleOptions {
  std::string file;
};

ExitStatus article_import(Desk& desk, const ArticleOptions& asked) {
  const std::string csv = whole_file(asked.file);
  OpenBook book(desk);
  book.acting(Act::keep_catalogue);
  const auto articles = pos::read_article_file(csv, book.currency());
  if (!articles)
    throw Stopped(ExitStatus::refused,
                  std::string(pos::article_file_refusal_code(articles.refusal().why)),
                  pos::sentence_of(articles.refusal()));
  book.till_book().put_articles(articles.value(), book.clock().now());
  for (const pos::ArticleFileRemark& remark : pos::names_to_rethink(csv))
    warn_of_line(desk, remark.line, remark.column);
  const auto count = static_cast<std::int64_t>(articles.value().size());
  desk.printer.answer(Json{{"imported", count}}, Phrase::counted("app.article.imported", count));
  return ExitStatus::done;
}

ExitStatus article_list(Desk& desk, const ArticleOptions&) {
  OpenBook book(desk);
  book.acting(Act::sell);
  Json articles = Json::array();
  Rows rows;
  for (const pos::Article& article : book.till_book().articles()) {
    const std::string unit(pos::unit_text(article.unit));
    articles.push_back({{"article", article.code},
                        {"name", article.name},
                        {"price", amount_json(article.price)},
                        {"vat", pos::vat_class_text(article.vat_class)},
                        {"unit", unit},
                        {"barcodes", article.barcodes},
                        {"picture", article.picture},
                        {"page", article.page},
                        {"stock", article.stocked ? "yes" : "no"}});
    rows.push_back({article.code, article.name, desk.words.amount_with_currency(article.price),
                    unit, article.page});
  }
  desk.printer.answer(Json{{"currency", book.currency().code()}, {"articles", articles}}, rows);
  return ExitStatus::done;
}

}  // namespace

void add_article_commands(CLI::App& root, Desk& desk) {
  CLI::App* article = add_family(root, desk, "article", "app.help.article");
  auto importing = std::make_shared<ArticleOptions>();
  CLI::App* import = add_command(*article, desk, "import", "app.help.article_import",
                                 "tilia article import articles.csv");
  add_option(import, desk, "file", importing->file, "app.option.article_file").required();
  does(import, desk, importing, article_import);
  does(add_command(*article, desk, "list", "app.help.article_list", "tilia article list"), desk,
       std::make_shared<ArticleOptions>(), article_list);
}

}  // namespace tilia::app
