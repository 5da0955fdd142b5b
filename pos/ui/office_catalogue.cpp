#include "pos/ui/office_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "pos/article_file.h"

namespace tilia::pos {

ui::Page OfficeCatalogue::page() {
  const std::vector<Article> articles = book_.articles();
  const Organisation organisation = book_.organisation();
  ui::Page page;
  page.title = Phrase("office.catalogue.title");
  if (notice_) page.remarks.push_back(*notice_);
  if (caution_) page.remarks.push_back(*caution_);
  if (articles.empty()) {
    page.empty = ui::Empty{Phrase("office.catalogue.empty"), Phrase("office.catalogue.first"),
                           ui::Action{"import", Phrase("office.catalogue.import")}};
    return page;
  }
  page.subtitle = {
      shop_names(organisation),
      Phrase::counted("office.catalogue.count", static_cast<std::int64_t>(articles.size()))};
  page.main = ui::Action{"import", Phrase("office.catalogue.import")};
  ui::Table table;
  table.columns = {{Phrase("office.catalogue.article"), ui::Column::Align::start, 5},
                   {Phrase("office.catalogue.page"), ui::Column::Align::start, 3},
                   {Phrase("office.catalogue.code"), ui::Column::Align::start, 3},
                   {Phrase("office.catalogue.vat"), ui::Column::Align::start, 2},
                   {Phrase("office.catalogue.unit"), ui::Column::Align::start, 2},
                   {Phrase("office.catalogue.price"), ui::Column::Align::decimal, 2}};
  for (const Article& article : articles) {
    // A shop's own photo is a file's name; here only pictures that are letters have room.
    const bool is_file = article.picture.find('.') != std::string::npos;
    table.rows.push_back(
        {article.code,
         is_file ? std::string() : article.picture,
         {{article.name},
          {article.page},
          {article.code},
          {Phrase(fmt::format("office.vat.{}", vat_class_text(article.vat_class)))},
          {Phrase(article.unit == Unit::each ? "office.unit.each" : "office.unit.kg")},
          {article.price}}});
  }
  page.table = std::move(table);
  return page;
}

void OfficeCatalogue::take_in(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) {
    notice_ = {Phrase("office.catalogue.unreadable").with("file", path), ui::Remark::Kind::mend};
    return;
  }
  const auto articles = read_article_file(text.str(), book_.organisation().currency);
  if (!articles) {
    notice_ = {sentence_of(articles.refusal()), ui::Remark::Kind::mend};
    return;
  }
  book_.put_articles(articles.value(), clock_.now());
  notice_ = {Phrase::counted("office.catalogue.taken_in",
                             static_cast<std::int64_t>(articles.value().size())),
             ui::Remark::Kind::done};
  caution_about(text.str());
}

// The file is in the book; where a name tells too much, the lines are named, so that they can be
// mended in the file and taken in again.
void OfficeCatalogue::caution_about(const std::string& csv) {
  constexpr std::size_t most_lines = 12;
  std::vector<std::int64_t> lines;
  for (const ArticleFileRemark& remark : names_to_rethink(csv)) {
    if (lines.empty() || lines.back() != remark.line) lines.push_back(remark.line);
  }
  if (lines.empty()) return;
  std::string named;
  for (std::size_t at = 0; at < std::min(lines.size(), most_lines); ++at)
    named += fmt::format("{}{}", at == 0 ? "" : ", ", lines[at]);
  if (lines.size() > most_lines) named += ", …";
  caution_ = {Phrase("office.name.caution_lines").with("lines", named), ui::Remark::Kind::mend};
}

ui::Next OfficeCatalogue::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  caution_.reset();
  if (action == "import") return ui::Next::open_file("take_in", "*.csv");
  if (action == "take_in") take_in(values.text("path"));
  return ui::Next::page();
}

}  // namespace tilia::pos
