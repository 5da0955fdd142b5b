#include "pos/ui/office_catalogue.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/letters.h"
#include "core/ui/office/typed.h"

namespace tilia::pos {
namespace {

constexpr const char* all_pages = "*";

bool holds(const std::string& text, const std::string& wanted) {
  return lower_case(text).find(wanted) != std::string::npos;
}

}  // namespace

bool OfficeCatalogue::is_searched(const Article& article) const {
  if (!page_of_shelf_.empty() && article.page != page_of_shelf_) return false;
  if (search_.empty()) return true;
  const std::string wanted = lower_case(search_);
  return holds(article.name, wanted) || holds(article.code, wanted) ||
         std::ranges::find(article.barcodes, search_) != article.barcodes.end();
}

ui::Form OfficeCatalogue::search_form(const std::vector<Article>& articles) const {
  std::set<std::string> pages;
  for (const Article& article : articles) pages.insert(article.page);
  std::vector<ui::Choice> choices{{all_pages, Phrase("office.catalogue.all_pages")}};
  for (const std::string& page : pages) {
    if (!page.empty()) choices.push_back({page, page});
  }
  ui::Form form;
  form.columns = 2;
  form.fields = {{.key = "search", .label = Phrase("office.catalogue.search"), .value = search_},
                 {.key = "page",
                  .kind = ui::Field::Kind::choice,
                  .label = Phrase("office.catalogue.page"),
                  .value = page_of_shelf_.empty() ? all_pages : page_of_shelf_,
                  .choices = std::move(choices)}};
  form.actions = {{"find", Phrase("office.catalogue.find")}};
  return form;
}

// `found` counts all that are searched for; the table shows the first of them.
ui::Table OfficeCatalogue::table_of(const std::vector<Article>& articles,
                                    std::size_t& found) const {
  std::map<std::string, PriceChange> coming;  // the next of each article
  for (PriceChange& change : prices_.prices_after(keep_.today())) {
    std::string code = change.article;
    coming.emplace(std::move(code), std::move(change));
  }
  ui::Table table;
  table.row_action = "open";
  table.columns = {{Phrase("office.catalogue.article"), ui::Column::Align::start, 5},
                   {Phrase("office.catalogue.page"), ui::Column::Align::start, 3},
                   {Phrase("office.catalogue.code"), ui::Column::Align::start, 3},
                   {Phrase("office.catalogue.unit"), ui::Column::Align::start, 2},
                   {Phrase("office.catalogue.price"), ui::Column::Align::decimal, 2},
                   {Phrase("office.article.from"), ui::Column::Align::decimal, 4},
                   {Phrase("office.catalogue.then"), ui::Column::Align::decimal, 2}};
  found = 0;
  for (const Article& article : articles) {
    if (!is_searched(article)) continue;
    if (++found > most_rows) continue;
    ui::Cell from{std::string()};
    ui::Cell then{std::string()};
    const auto next = coming.find(article.code);
    if (!article.on_shelf) {
      from = {Phrase("office.catalogue.off_shelf"), true};
    } else if (next != coming.end()) {
      from.text = next->second.from;
      then.text = *next->second.price;
    }
    table.rows.push_back(
        {article.code,
         article.picture,
         {{article.name},
          {article.page},
          {article.code},
          {Phrase(article.unit == Unit::each ? "office.unit.each" : "office.unit.kg")},
          {article.price},
          std::move(from),
          std::move(then)}});
  }
  return table;
}

ui::Page OfficeCatalogue::list_page() {
  const std::vector<Article> articles = book_.articles(keep_.today());
  ui::Page page;
  page.title = Phrase("office.catalogue.title");
  if (notice_) page.remarks.push_back(*notice_);
  if (caution_) page.remarks.push_back(*caution_);
  page.main = ui::Action{"new", Phrase("office.catalogue.new")};
  page.quiet = {{"import", Phrase("office.catalogue.import")}};
  if (articles.empty()) {
    page.main.reset();
    page.empty = ui::Empty{Phrase("office.catalogue.empty"), Phrase("office.catalogue.first"),
                           ui::Action{"new", Phrase("office.catalogue.new")}};
    return page;
  }
  page.quiet.push_back({"export", Phrase("office.catalogue.export")});
  page.subtitle = {
      shop_names(book_.organisation()),
      Phrase::counted("office.catalogue.count", static_cast<std::int64_t>(articles.size()))};
  if (articles.size() > few_articles) page.form = search_form(articles);
  std::size_t found = 0;
  ui::Table table = table_of(articles, found);
  if (found > most_rows)
    page.remarks.push_back({Phrase("office.catalogue.more")
                                .with("shown", static_cast<std::int64_t>(most_rows))
                                .with("found", static_cast<std::int64_t>(found))});
  if (found == 0) {
    page.empty = ui::Empty{Phrase("office.catalogue.none_found"),
                           Phrase("office.catalogue.search_again"), std::nullopt};
  } else {
    page.table = std::move(table);
  }
  return page;
}

ui::Page OfficeCatalogue::page() {
  switch (shown_) {
    case Shown::list: return list_page();
    case Shown::article:
    case Shown::new_article: return article_page();
    case Shown::preview: return preview_page();
  }
  CHECK(false);
}

ui::Next OfficeCatalogue::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  caution_.reset();
  if (action == "back") shown_ = Shown::list;
  if (action == "find") {
    search_ = ui::trimmed(values.text("search"));
    page_of_shelf_ = values.text("page") == all_pages ? std::string() : values.text("page");
  }
  if (action == "new") open_new_article();
  if (action == "open") open_article(values.text("row"));
  if (action == "save") save_article(values);
  if (action == "price" || action == "off_shelf" || action == "on_shelf" || action == "picture")
    typed_ = values.texts;  // what was typed into the form stays
  if (action == "price") press_price(values.text("row"));
  if (action == "off_shelf" || action == "on_shelf") put_on_shelf(action == "on_shelf");
  if (action == "picture") return ui::Next::open_file("picture_from", "*.png;*.jpg;*.jpeg");
  if (action == "picture_from") take_picture(values.text("path"));
  if (action == "import") return ui::Next::open_file("look_at", "*.csv");
  if (action == "look_at") look_at_file(values.text("path"));
  if (action == "look_again") look_at_file(path_);
  if (action == "take_in") take_in();
  if (action == "export") return ui::Next::save_file("export_to", "articles.csv");
  if (action == "export_to") export_to(values.text("path"));
  return ui::Next::page();
}

}  // namespace tilia::pos
