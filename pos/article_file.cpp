#include "pos/article_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/csv_field.h"
#include "core/letters.h"
#include "core/neutral_words.h"
#include "pos/article_fields.h"
#include "pos/csv_records.h"
#include "pos/gtin.h"

namespace tilia::pos {
namespace {

using Why = ArticleFileRefusal::Why;

constexpr std::size_t largest_file_bytes = 16 * 1024 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // Excel puts one in front

constexpr std::array<std::pair<Why, std::string_view>, 18> codes{{
    {Why::empty_file, "articles.empty_file"},
    {Why::not_utf8, "articles.not_utf8"},
    {Why::unknown_column, "articles.unknown_column"},
    {Why::doubled_column, "articles.doubled_column"},
    {Why::missing_column, "articles.missing_column"},
    {Why::wrong_field_count, "articles.wrong_field_count"},
    {Why::bad_code, "articles.bad_code"},
    {Why::doubled_code, "articles.doubled_code"},
    {Why::empty_name, "articles.empty_name"},
    {Why::bad_price, "articles.bad_price"},
    {Why::bad_vat_class, "articles.bad_vat_class"},
    {Why::bad_unit, "articles.bad_unit"},
    {Why::bad_barcode, "articles.bad_barcode"},
    {Why::doubled_barcode, "articles.doubled_barcode"},
    {Why::bad_stock, "articles.bad_stock"},
    {Why::open_quote, "articles.open_quote"},
    {Why::too_long, "articles.too_long"},
    {Why::barcode_in_book, "articles.barcode_in_book"},
}};

Why why_of(ArticleFault::Why fault) {
  switch (fault) {
    case ArticleFault::Why::bad_code: return Why::bad_code;
    case ArticleFault::Why::empty_name: return Why::empty_name;
    case ArticleFault::Why::bad_price: return Why::bad_price;
    case ArticleFault::Why::bad_vat_class: return Why::bad_vat_class;
    case ArticleFault::Why::bad_unit: return Why::bad_unit;
    case ArticleFault::Why::bad_barcode: return Why::bad_barcode;
    case ArticleFault::Why::bad_stock: return Why::bad_stock;
    case ArticleFault::Why::too_long: return Why::too_long;
  }
  CHECK(false);
}

bool is_blank(const CsvRecord& record) {
  return record.fields.size() == 1 && record.fields.front().empty();
}

// Turns records into articles and remembers what may stand only once.
class Reader {
 public:
  explicit Reader(Currency currency) : currency_(currency) {}

  // False: nothing below such a header can be read.
  bool take_header(const CsvRecord& record) {
    for (const std::string& name : record.fields) {
      const bool known = std::ranges::find(article_columns, name) != article_columns.end();
      if (!known) {
        no(Why::unknown_column, record.line, name, name);
      } else if (!look_.columns.insert(name).second) {
        no(Why::doubled_column, record.line, name, name);
      }
    }
    for (std::size_t at = 0; at < required_article_columns; ++at) {
      if (!look_.columns.contains(article_columns[at]))
        no(Why::missing_column, record.line, std::string(article_columns[at]), "");
    }
    header_ = record.fields;
    return look_.problems.empty();
  }

  void take(const CsvRecord& record) {
    if (record.fields.size() != header_.size()) {
      no(Why::wrong_field_count, record.line, "", std::to_string(record.fields.size()));
      return;
    }
    ArticleFields fields;
    for (std::size_t at = 0; at < header_.size(); ++at) fields[header_[at]] = record.fields[at];
    ReadArticle read = read_article(fields, currency_);
    for (const ArticleFault& fault : read.faults)
      no(why_of(fault.why), record.line, fault.column, fault.found);
    if (!codes_.insert(fields["article"]).second)
      no(Why::doubled_code, record.line, "article", fields["article"]);
    if (!read.article) return;
    for (const std::string& barcode : read.article->barcodes) {
      if (barcodes_.emplace(plain_barcode(barcode)).second) continue;
      no(Why::doubled_barcode, record.line, "barcodes", fields["barcodes"]);
      break;
    }
    look_.lines.push_back({record.line, std::move(*read.article)});
  }

  void no(Why why, std::int64_t line, const std::string& column, const std::string& found) {
    look_.problems.push_back({why, line, column, found});
  }
  [[nodiscard]] ArticleFileLook look() && { return std::move(look_); }

 private:
  Currency currency_;
  std::vector<std::string> header_;
  std::set<std::string> codes_;
  std::set<std::string> barcodes_;
  ArticleFileLook look_;
};

}  // namespace

std::string_view article_file_refusal_code(ArticleFileRefusal::Why why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(const ArticleFileRefusal& refusal) {
  const std::string_view code = article_file_refusal_code(refusal.why);
  return Phrase(fmt::format("pos.article_file.{}", code.substr(code.find('.') + 1)))
      .with("line", refusal.line)
      .with("column", refusal.column)
      .with("found", refusal.found);
}

ArticleFileLook look_at_article_file(std::string_view csv, Currency currency) {
  Reader reader(currency);
  const auto only = [&](Why why) {
    reader.no(why, 1, "", "");
    return std::move(reader).look();
  };
  if (csv.size() > largest_file_bytes) return only(Why::too_long);
  if (!is_utf8(csv)) return only(Why::not_utf8);
  if (csv.starts_with(byte_order_mark)) csv.remove_prefix(byte_order_mark.size());
  CsvRecords records(csv);
  if (records.at_end()) return only(Why::empty_file);
  const auto first = records.next();
  if (!first) return only(Why::open_quote);
  if (!reader.take_header(*first)) return std::move(reader).look();
  std::int64_t line = first->line;
  while (!records.at_end()) {
    const auto record = records.next();
    if (!record) {  // where it should have been closed nobody knows
      reader.no(Why::open_quote, line + 1, "", "");
      break;
    }
    line = record->line;
    if (!is_blank(*record)) reader.take(*record);
  }
  return std::move(reader).look();
}

Result<std::vector<Article>, ArticleFileRefusal> read_article_file(std::string_view csv,
                                                                   Currency currency) {
  ArticleFileLook look = look_at_article_file(csv, currency);
  if (!look.problems.empty()) return look.problems.front();
  std::vector<Article> articles;
  articles.reserve(look.lines.size());
  for (ArticleFileLook::Line& line : look.lines) articles.push_back(std::move(line.article));
  return articles;
}

std::string article_file_text(const std::vector<Article>& articles) {
  std::string text = fmt::format("{}\n", fmt::join(article_columns, ","));
  for (const Article& article : articles) {
    if (!article.on_shelf) continue;
    const ArticleFields fields = fields_of(article);
    for (const std::string_view column : article_columns) {
      if (column != article_columns.front()) text += ',';
      text += csv_field(fields.find(column)->second);
    }
    text += '\n';
  }
  return text;
}

std::vector<ArticleFileRemark> names_to_rethink(std::string_view csv) {
  if (csv.starts_with(byte_order_mark)) csv.remove_prefix(byte_order_mark.size());
  std::vector<ArticleFileRemark> remarks;
  CsvRecords records(csv);
  const auto first = records.next();
  if (!first) return remarks;
  while (!records.at_end()) {
    const auto record = records.next();
    if (!record) return remarks;
    for (std::size_t at = 0; at < std::min(record->fields.size(), first->fields.size()); ++at) {
      const std::string& column = first->fields[at];
      const bool is_read = column == "name" || column == "page" || column == "article";
      if (is_read && tells_too_much(record->fields[at])) remarks.push_back({record->line, column});
    }
  }
  return remarks;
}

}  // namespace tilia::pos
