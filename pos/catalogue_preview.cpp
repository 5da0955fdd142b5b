#include "pos/catalogue_preview.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "pos/gtin.h"
#include "pos/own_codes.h"

namespace tilia::pos {
namespace {

using Kind = CataloguePreview::Kind;

// The file's columns over what stands in the book.
Article merged(Article written, const Article& before, const ArticleFileLook& look) {
  const auto missing = [&](const char* column) { return !look.columns.contains(column); };
  if (missing("barcodes")) written.barcodes = before.barcodes;
  // The tags of a maker's pieces are sewn on: whoever writes the file need not know them.
  for (const std::string& barcode : before.barcodes) {
    const bool there = std::ranges::find(written.barcodes, barcode) != written.barcodes.end();
    if (!there && number_of_own_barcode(OwnRange::makers_piece, barcode))
      written.barcodes.push_back(barcode);
  }
  if (missing("picture")) written.picture = before.picture;
  if (missing("page")) written.page = before.page;
  if (missing("stock")) written.stocked = before.stocked;
  written.low_below = before.low_below;
  return written;
}

}  // namespace

std::int64_t CataloguePreview::count(Kind kind) const {
  return std::ranges::count(rows, kind, &Row::kind);
}

std::vector<Article> CataloguePreview::to_put() const {
  std::vector<Article> articles;
  if (!problems.empty()) return articles;
  for (const Row& row : rows) {
    if (row.kind != Kind::unchanged) articles.push_back(row.article);
  }
  return articles;
}

std::string_view preview_kind_text(Kind kind) {
  switch (kind) {
    case Kind::added: return "added";
    case Kind::changed: return "changed";
    case Kind::unchanged: return "unchanged";
  }
  CHECK(false);
}

CataloguePreview preview_of(ArticleFileLook look, const std::vector<Article>& in_book) {
  CataloguePreview preview;
  std::unordered_map<std::string_view, const Article*> known;
  for (const Article& article : in_book) known.emplace(article.code, &article);
  std::unordered_set<std::string_view> in_file;
  for (const ArticleFileLook::Line& line : look.lines) in_file.insert(line.article.code);
  std::unordered_set<std::string_view> elsewhere;  // barcodes of what the file does not name
  for (const Article& article : in_book) {
    if (!article.on_shelf || in_file.contains(article.code)) continue;
    for (const std::string& barcode : article.barcodes) elsewhere.insert(plain_barcode(barcode));
  }
  for (const ArticleFileLook::Line& line : look.lines) {
    const auto found = known.find(line.article.code);
    if (found == known.end()) {
      preview.rows.push_back({line.line, Kind::added, line.article, std::nullopt});
    } else {
      const Article& before = *found->second;
      Article after = merged(line.article, before, look);
      const Kind kind = after == before ? Kind::unchanged : Kind::changed;
      preview.rows.push_back({line.line, kind, std::move(after), before});
    }
    for (const std::string& barcode : preview.rows.back().article.barcodes) {
      if (elsewhere.contains(plain_barcode(barcode)))
        look.problems.push_back(
            {ArticleFileRefusal::Why::barcode_in_book, line.line, "barcodes", barcode});
    }
  }
  preview.problems = std::move(look.problems);
  std::ranges::stable_sort(preview.problems, {}, &ArticleFileRefusal::line);
  return preview;
}

}  // namespace tilia::pos
