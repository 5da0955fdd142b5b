// Rows of the catalogue: articles, their prices by day, what stands on no shelf, and the mark that
// tells a till that something changed.
#include <fmt/format.h>

#include <sstream>

#include "db/book_fault.h"
#include "db/connection.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::vector<std::string> parted(const std::string& text) {
  std::istringstream words(text);
  std::vector<std::string> parts;
  for (std::string word; words >> word;) parts.push_back(word);
  return parts;
}

// The newest price until that day, else the article's first.
constexpr const char* price_on_day =
    "SELECT coalesce((SELECT price FROM article_price p WHERE p.article = a.code"
    " AND p.from_day <= ? ORDER BY p.from_day DESC LIMIT 1), a.price) FROM article a"
    " WHERE a.code = ?";

std::optional<std::int64_t> price_of(Connection& connection, const std::string& code,
                                     const BusinessDay& day) {
  Query row = connection.query(price_on_day, day, code);
  if (!row.next()) return std::nullopt;
  return row.whole(0);
}

void put_article(Connection& connection, const pos::Article& article, const Money& first_price) {
  connection.run(
      "INSERT OR REPLACE INTO article (code, name, price, vat_class, unit, barcodes, picture,"
      " page, stocked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      article.code, article.name, first_price, pos::vat_class_text(article.vat_class),
      pos::unit_text(article.unit), joined(article.barcodes), article.picture, article.page,
      article.stocked);
  if (article.on_shelf) {
    connection.run("DELETE FROM off_shelf WHERE article = ?", article.code);
  } else {
    connection.run("INSERT OR IGNORE INTO off_shelf (article) VALUES (?)", article.code);
  }
  if (article.low_below) {
    connection.run("INSERT OR REPLACE INTO stock_level (article, below) VALUES (?, ?)",
                   article.code, *article.low_below);
  } else {
    connection.run("DELETE FROM stock_level WHERE article = ?", article.code);
  }
}

}  // namespace

void put_catalogue_mark(Connection& connection, const JournalEntry& entry) {
  connection.run("INSERT OR REPLACE INTO catalogue_mark (one, entry) VALUES (1, ?)",
                 entry.position);
}

std::int64_t read_catalogue_mark(Connection& connection) {
  return connection.number("SELECT coalesce(max(entry), 0) FROM catalogue_mark");
}

void put_articles(Connection& connection, const JournalEntry& entry,
                  const std::vector<pos::Article>& articles) {
  const auto& day = entry.content.business_day;
  for (const pos::Article& article : articles) {
    const auto before =
        day ? price_of(connection, article.code, *day) : std::optional<std::int64_t>();
    if (!before) {
      put_article(connection, article, article.price);
      continue;
    }
    const Money first = Money::from_minor(
        connection.number("SELECT price FROM article WHERE code = ?", article.code),
        article.price.currency());
    put_article(connection, article, first);
    if (*before == article.price.minor()) continue;
    connection.run(
        "INSERT OR REPLACE INTO article_price (article, from_day, price)"
        " VALUES (?, ?, ?)",
        article.code, *day, article.price);
  }
  put_catalogue_mark(connection, entry);
}

void put_price_changes(Connection& connection, const JournalEntry& entry,
                       const std::vector<pos::PriceChange>& changes) {
  for (const pos::PriceChange& change : changes) {
    if (change.price) {
      connection.run(
          "INSERT OR REPLACE INTO article_price (article, from_day, price)"
          " VALUES (?, ?, ?)",
          change.article, change.from, *change.price);
    } else {
      connection.run("DELETE FROM article_price WHERE article = ? AND from_day = ?", change.article,
                     change.from);
    }
  }
  put_catalogue_mark(connection, entry);
}

std::vector<pos::Article> read_articles(Connection& connection, Currency currency, const Day& day) {
  std::vector<pos::Article> articles;
  Query row = connection.query(
      "SELECT a.code, a.name, coalesce((SELECT price FROM article_price p WHERE p.article = a.code"
      " AND p.from_day <= ? ORDER BY p.from_day DESC LIMIT 1), a.price), a.vat_class, a.unit,"
      " a.barcodes, a.picture, a.page, a.stocked, o.article IS NULL, l.below"
      " FROM article a LEFT JOIN off_shelf o ON o.article = a.code"
      " LEFT JOIN stock_level l ON l.article = a.code ORDER BY a.page, a.name, a.code",
      day);
  while (row.next()) {
    const auto vat_class = pos::parse_vat_class(row.text(3));
    const auto unit = pos::parse_unit(row.text(4));
    if (!vat_class || !unit) throw BookFault(BookFault::Why::damaged, "an article's class");
    articles.push_back(
        {.code = row.text(0),
         .name = row.text(1),
         .price = row.money(2, currency),
         .vat_class = *vat_class,
         .unit = *unit,
         .barcodes = parted(row.text(5)),
         .picture = row.text(6),
         .page = row.text(7),
         .stocked = row.yes(8),
         .on_shelf = row.yes(9),
         .low_below = row.is_null(10) ? std::nullopt : std::optional(row.quantity(10))});
  }
  return articles;
}

}  // namespace tilia::db
