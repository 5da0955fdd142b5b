// The room Catalogue with a file of articles: shown first, taken in when it is good, and written.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "pos/ui/office_catalogue.h"

namespace tilia::pos {
namespace {

using Kind = CataloguePreview::Kind;

// Where a name tells too much, the lines are named, so that they can be mended in the file.
std::optional<ui::Remark> caution_about(const std::string& csv) {
  constexpr std::size_t most_lines = 12;
  std::vector<std::int64_t> lines;
  for (const ArticleFileRemark& remark : names_to_rethink(csv)) {
    if (lines.empty() || lines.back() != remark.line) lines.push_back(remark.line);
  }
  if (lines.empty()) return std::nullopt;
  std::string named;
  for (std::size_t at = 0; at < std::min(lines.size(), most_lines); ++at)
    named += fmt::format("{}{}", at == 0 ? "" : ", ", lines[at]);
  if (lines.size() > most_lines) named += ", …";
  return ui::Remark{Phrase("office.name.caution_lines").with("lines", named),
                    ui::Remark::Kind::mend};
}

}  // namespace

void OfficeCatalogue::look_at_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) {
    notice_ = {Phrase("office.catalogue.unreadable").with("file", path), ui::Remark::Kind::mend};
    return;
  }
  csv_ = text.str();
  path_ = path;
  preview_ = preview_of(look_at_article_file(csv_, book_.organisation().currency),
                        book_.articles(keep_.today()));
  shown_ = Shown::preview;
}

// Each sentence begins with its line.
ui::Table OfficeCatalogue::problem_table() const {
  ui::Table table;
  table.columns = {{Phrase("office.import.problem"), ui::Column::Align::start, 1}};
  for (const ArticleFileRefusal& problem : preview_.problems)
    table.rows.push_back({std::to_string(problem.line), "", {{sentence_of(problem), true}}});
  return table;
}

ui::Table OfficeCatalogue::change_table() const {
  ui::Table table;
  table.columns = {{Phrase("office.import.line"), ui::Column::Align::start, 1},
                   {Phrase("office.catalogue.article"), ui::Column::Align::start, 5},
                   {Phrase("office.catalogue.code"), ui::Column::Align::start, 3},
                   {Phrase("office.import.what"), ui::Column::Align::start, 2},
                   {Phrase("office.import.price_now"), ui::Column::Align::decimal, 2},
                   {Phrase("office.import.price_then"), ui::Column::Align::decimal, 2}};
  for (const CataloguePreview::Row& row : preview_.rows) {
    if (row.kind == Kind::unchanged) continue;
    const bool dearer = row.before && row.before->price != row.article.price;
    table.rows.push_back({std::to_string(row.line),
                          "",
                          {{std::to_string(row.line)},
                           {row.article.name},
                           {row.article.code},
                           {Phrase(fmt::format("office.import.{}", preview_kind_text(row.kind)))},
                           row.before ? ui::Cell{row.before->price} : ui::Cell{std::string()},
                           {row.article.price, dearer}}});
  }
  return table;
}

ui::Page OfficeCatalogue::preview_page() {
  ui::Page page;
  page.title = Phrase("office.import.title");
  page.subtitle = {std::filesystem::path(path_).filename().string()};
  page.quiet = {{"back", Phrase("office.back")}};
  page.figures = {{Phrase("office.import.new_ones"), std::to_string(preview_.count(Kind::added))},
                  {Phrase("office.import.changes"), std::to_string(preview_.count(Kind::changed))},
                  {Phrase("office.import.same"), std::to_string(preview_.count(Kind::unchanged))},
                  {Phrase("office.import.problems"), std::to_string(preview_.problems.size())}};
  if (notice_) page.remarks.push_back(*notice_);
  if (!preview_.problems.empty()) {
    page.remarks.push_back({Phrase("office.import.mend_first"), ui::Remark::Kind::mend});
    page.quiet.push_back({"look_again", Phrase("office.import.again")});
    page.table = problem_table();
    return page;
  }
  if (auto caution = caution_about(csv_)) page.remarks.push_back(std::move(*caution));
  if (preview_.to_put().empty()) {
    page.empty = ui::Empty{Phrase("office.import.nothing"), Phrase("office.import.nothing_more"),
                           std::nullopt};
    return page;
  }
  page.remarks.push_back({Phrase("office.import.not_yet")});
  page.main = ui::Action{"take_in", Phrase("office.import.take_in")};
  page.table = change_table();
  return page;
}

// Compared once more: somebody else may have changed the catalogue meanwhile.
void OfficeCatalogue::take_in() {
  if (shown_ != Shown::preview) return;
  preview_ = preview_of(look_at_article_file(csv_, book_.organisation().currency),
                        book_.articles(keep_.today()));
  if (!preview_.problems.empty()) return;
  const std::vector<Article> articles = preview_.to_put();
  book_.put_articles(articles, clock_.now());
  notice_ = {
      Phrase::counted("office.catalogue.taken_in", static_cast<std::int64_t>(articles.size())),
      ui::Remark::Kind::done};
  caution_ = caution_about(csv_);
  shown_ = Shown::list;
}

void OfficeCatalogue::export_to(const std::string& path) {
  files_.write(article_file_text(book_.articles(keep_.today())), path);
  notice_ = {Phrase("office.saved").with("file", path), ui::Remark::Kind::done};
}

}  // namespace tilia::pos
