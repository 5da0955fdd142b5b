#include "pos/article_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "core/letters.h"
#include "core/neutral_words.h"
#include "pos/plausible_amount.h"

namespace tilia::pos {
namespace {

using Why = ArticleFileRefusal::Why;

constexpr std::size_t largest_file_bytes = 16 * 1024 * 1024;
constexpr std::size_t longest_code = 40;
constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_barcode = 32;

constexpr std::array<std::pair<Why, std::string_view>, 17> codes{{
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
}};

constexpr std::array<std::string_view, 9> columns{"article",  "name",    "price", "vat",  "unit",
                                                  "barcodes", "picture", "page",  "stock"};
constexpr std::size_t required_columns = 5;

// One record: its fields, and the line on which it starts.
struct Record {
  std::int64_t line = 1;
  std::vector<std::string> fields;
};

// Reads records one by one: a field in quotes may hold commas, line ends and doubled quotes.
class Records {
 public:
  explicit Records(std::string_view csv) : csv_(csv) {}

  [[nodiscard]] bool at_end() const { return at_ >= csv_.size(); }

  // Nothing when a quote is never closed, or when something stands behind a closing one.
  std::optional<Record> next() {
    Record record{line_, {}};
    while (true) {
      auto field = next_field();
      if (!field) return std::nullopt;
      record.fields.push_back(std::move(*field));
      if (at_end()) return record;
      const char end = csv_[at_++];
      if (end == ',') continue;
      if (end == '\r' && !at_end() && csv_[at_] == '\n') ++at_;
      ++line_;
      return record;
    }
  }

 private:
  [[nodiscard]] bool at_field_end() const {
    return at_end() || csv_[at_] == ',' || csv_[at_] == '\n' || csv_[at_] == '\r';
  }
  std::optional<std::string> next_field() {
    if (at_end() || csv_[at_] != '"') {
      const std::size_t start = at_;
      while (!at_field_end()) ++at_;
      return std::string(csv_.substr(start, at_ - start));
    }
    std::string field;
    for (++at_; !at_end(); ++at_) {
      if (csv_[at_] == '\n') ++line_;
      if (csv_[at_] != '"') {
        field += csv_[at_];
      } else if (at_ + 1 < csv_.size() && csv_[at_ + 1] == '"') {
        field += '"';
        ++at_;
      } else {
        ++at_;
        return at_field_end() ? std::optional(field) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  std::string_view csv_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
};

using Header = std::map<std::string_view, std::size_t>;  // column → its place

Result<Header, ArticleFileRefusal> read_header(const Record& record) {
  Header header;
  for (std::size_t at = 0; at < record.fields.size(); ++at) {
    const std::string& name = record.fields[at];
    const auto known = std::find(columns.begin(), columns.end(), name);
    if (known == columns.end())
      return ArticleFileRefusal{Why::unknown_column, record.line, name, name};
    if (!header.emplace(*known, at).second)
      return ArticleFileRefusal{Why::doubled_column, record.line, name, name};
  }
  for (std::size_t at = 0; at < required_columns; ++at) {
    if (!header.contains(columns[at]))
      return ArticleFileRefusal{Why::missing_column, record.line, std::string(columns[at]), ""};
  }
  return header;
}

bool good_code(const std::string& code) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !code.empty() && code.size() <= longest_code &&
         std::all_of(code.begin(), code.end(), letter);
}

bool good_barcode(const std::string& barcode) {
  const auto printable = [](char c) { return c > ' ' && c <= '~'; };
  return barcode.size() <= longest_barcode &&
         std::all_of(barcode.begin(), barcode.end(), printable);
}

std::vector<std::string> parted_by_spaces(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// Turns records into articles and remembers what may stand only once.
class Catalogue {
 public:
  Catalogue(Header header, Currency currency) : header_(std::move(header)), currency_(currency) {}

  std::optional<ArticleFileRefusal> take(const Record& record) {
    const auto no = [&](Why why, std::string_view column) {
      return ArticleFileRefusal{why, record.line, std::string(column), field(record, column)};
    };
    if (record.fields.size() != header_.size())
      return ArticleFileRefusal{Why::wrong_field_count, record.line, "",
                                std::to_string(record.fields.size())};
    const std::string code = field(record, "article");
    if (!good_code(code)) return no(Why::bad_code, "article");
    if (!codes_.insert(code).second) return no(Why::doubled_code, "article");
    const std::string name = field(record, "name");
    if (name.find_first_not_of(' ') == std::string::npos) return no(Why::empty_name, "name");
    for (const std::string_view column : {"name", "picture", "page"}) {
      if (field(record, column).size() > longest_name) return no(Why::too_long, column);
    }
    const auto price = Money::parse(field(record, "price"), currency_);
    if (!price || price.value().negative() || too_large(price.value()))
      return no(Why::bad_price, "price");
    const auto vat_class = parse_vat_class(field(record, "vat"));
    if (!vat_class) return no(Why::bad_vat_class, "vat");
    const auto unit = parse_unit(field(record, "unit"));
    if (!unit) return no(Why::bad_unit, "unit");
    std::vector<std::string> barcodes = parted_by_spaces(field(record, "barcodes"));
    for (const std::string& barcode : barcodes) {
      if (!good_barcode(barcode)) return no(Why::bad_barcode, "barcodes");
      if (!barcodes_.insert(barcode).second) return no(Why::doubled_barcode, "barcodes");
    }
    const std::string stock = field(record, "stock");
    if (stock != "yes" && stock != "no" && !stock.empty()) return no(Why::bad_stock, "stock");
    articles_.push_back({code, name, price.value(), *vat_class, *unit, std::move(barcodes),
                         field(record, "picture"), field(record, "page"), stock == "yes"});
    return std::nullopt;
  }
  [[nodiscard]] std::vector<Article> articles() && { return std::move(articles_); }

 private:
  [[nodiscard]] std::string field(const Record& record, std::string_view column) const {
    const auto place = header_.find(column);
    return place == header_.end() ? std::string() : record.fields[place->second];
  }

  Header header_;
  Currency currency_;
  std::set<std::string> codes_;
  std::set<std::string> barcodes_;
  std::vector<Article> articles_;
};

bool is_blank(const Record& record) {
  return record.fields.size() == 1 && record.fields.front().empty();
}

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

Result<std::vector<Article>, ArticleFileRefusal> read_article_file(std::string_view csv,
                                                                   Currency currency) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // Excel puts one in front
  if (csv.size() > largest_file_bytes) return ArticleFileRefusal{Why::too_long, 1, "", ""};
  if (!is_utf8(csv)) return ArticleFileRefusal{Why::not_utf8, 1, "", ""};
  if (csv.starts_with(byte_order_mark)) csv.remove_prefix(byte_order_mark.size());
  Records records(csv);
  if (records.at_end()) return ArticleFileRefusal{Why::empty_file, 1, "", ""};
  const auto first = records.next();
  if (!first) return ArticleFileRefusal{Why::open_quote, 1, "", ""};
  const auto header = read_header(*first);
  if (!header) return header.refusal();
  Catalogue catalogue(header.value(), currency);
  std::int64_t line = first->line;
  while (!records.at_end()) {
    const auto record = records.next();
    if (!record) return ArticleFileRefusal{Why::open_quote, line + 1, "", ""};
    line = record->line;
    if (is_blank(*record)) continue;
    if (const auto refusal = catalogue.take(*record)) return *refusal;
  }
  return std::move(catalogue).articles();
}

std::vector<ArticleFileRemark> names_to_rethink(std::string_view csv) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (csv.starts_with(byte_order_mark)) csv.remove_prefix(byte_order_mark.size());
  std::vector<ArticleFileRemark> remarks;
  Records records(csv);
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
