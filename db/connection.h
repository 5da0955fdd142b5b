// One SQLite connection and its prepared statements. Everything that comes out is copied; every
// failure of SQLite comes out as a BookFault. SQL is a literal: each text is prepared once and
// kept.
//
//   connection.run("UPDATE article SET name = ? WHERE code = ?", name, code);
//   Query q = connection.query("SELECT code, price FROM article WHERE page = ?", page);
//   while (q.next()) use(q.text(0), q.money(1, currency));
//
// A Query lends its statement until it goes out of scope: the same text cannot be asked twice at
// once.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "core/business_day.h"
#include "core/check.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/money.h"
#include "core/quantity.h"
#include "core/rate.h"

struct sqlite3;

namespace tilia::db {

using Bytes = std::vector<std::uint8_t>;

class Connection;

class Query {
 public:
  ~Query();
  Query(Query&& other) noexcept;
  Query& operator=(Query&&) = delete;

  // Binds to the next place.
  void bind(std::int64_t whole);
  void bind(int whole) { bind(std::int64_t{whole}); }
  void bind(bool yes) { bind(std::int64_t{yes ? 1 : 0}); }
  void bind(std::string_view text);
  void bind(const std::string& text) { bind(std::string_view(text)); }
  void bind(const char* text) { bind(std::string_view(text)); }
  void bind(std::span<const std::uint8_t> bytes);
  void bind(const Bytes& bytes) { bind(std::span<const std::uint8_t>(bytes)); }
  template <std::size_t N>
  void bind(const std::array<std::uint8_t, N>& bytes) {
    bind(std::span<const std::uint8_t>(bytes));
  }
  void bind(std::nullopt_t nothing);
  void bind(const Money& money) { bind(money.minor()); }
  void bind(Quantity quantity) { bind(quantity.thousandths()); }
  void bind(Rate rate) { bind(rate.millionths()); }
  void bind(const Instant& instant) { bind(instant.unix_milliseconds()); }
  void bind(const Day& day) { bind(day.text()); }
  void bind(const BusinessDay& day) { bind(day.text()); }
  void bind(const Month& month) { bind(month.text()); }
  template <class Tag>
  void bind(const Id<Tag>& id) {
    bind(std::span<const std::uint8_t>(id.bytes()));
  }
  template <class T>
  void bind(const std::optional<T>& value) {
    if (value) {
      bind(*value);
    } else {
      bind(std::nullopt);
    }
  }
  template <class T>
  requires std::is_floating_point_v<T>
  void bind(T) = delete;

  // The next row; false when there is none.
  [[nodiscard]] bool next();
  // To the end, where no row is wanted.
  void run();

  // Columns from 0. A value that is not what is asked for is a damaged book.
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t whole(int column) const;
  [[nodiscard]] int small(int column) const { return static_cast<int>(whole(column)); }
  [[nodiscard]] bool yes(int column) const { return whole(column) != 0; }
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] Bytes bytes(int column) const;
  [[nodiscard]] Money money(int column, Currency currency) const {
    return Money::from_minor(whole(column), currency);
  }
  [[nodiscard]] Quantity quantity(int column) const {
    return Quantity::from_thousandths(whole(column));
  }
  [[nodiscard]] Rate rate(int column) const { return Rate::from_millionths(whole(column)); }
  [[nodiscard]] Instant instant(int column) const;
  [[nodiscard]] Day day(int column) const;
  [[nodiscard]] Month month(int column) const;
  [[nodiscard]] BusinessDay business_day(int column) const { return BusinessDay(day(column)); }
  [[nodiscard]] IdBytes id_bytes(int column) const;
  template <class SomeId>
  [[nodiscard]] SomeId id(int column) const {
    return SomeId::from_bytes(id_bytes(column));
  }

 private:
  friend class Connection;
  struct Lent;
  Query(Connection& connection, Lent& lent) : connection_(&connection), lent_(&lent) {}

  Connection* connection_;
  Lent* lent_;
  int bound_ = 0;
};

class Connection {
 public:
  enum class Kind { create, write, read };
  // `vfs` empty: the default one. Throws BookFault.
  Connection(const std::filesystem::path& file, Kind kind, const std::string& vfs);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  template <class... Values>
  [[nodiscard]] Query query(std::string_view sql, const Values&... values) {
    Query asked = prepared(sql);
    (asked.bind(values), ...);
    return asked;
  }
  template <class... Values>
  void run(std::string_view sql, const Values&... values) {
    query(sql, values...).run();
  }
  // The one number that the query answers.
  template <class... Values>
  [[nodiscard]] std::int64_t number(std::string_view sql, const Values&... values) {
    Query asked = query(sql, values...);
    CHECK(asked.next());
    return asked.whole(0);
  }
  // Several statements, not kept: migrations, pragmas.
  void script(const std::string& sql);

  [[nodiscard]] bool in_transaction() const;
  // An I/O failure was seen: nothing more is written through it, the book is opened anew.
  [[nodiscard]] bool failed() const { return failed_; }
  // Pages in the write-ahead log after the last commit of this connection.
  [[nodiscard]] int log_pages() const { return log_pages_; }
  void forget_log_pages() { log_pages_ = 0; }
  // The last connection to close, under the write lock, may take the log's files away.
  void tidy_on_close();
  // For copy_book.cpp and tests only.
  [[nodiscard]] sqlite3* handle() const;

  // Throws the BookFault that an SQLite result code means.
  [[noreturn]] void fail(int extended_code, const std::string& message);

 private:
  friend class Query;
  struct Database;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  [[nodiscard]] Query prepared(std::string_view sql);
  static int note_log_pages(void* self, sqlite3* handle, const char* name, int pages);

  std::unique_ptr<Database> database_;
  std::unordered_map<std::string, std::unique_ptr<Query::Lent>, TextHash, std::equal_to<>> kept_;
  bool failed_ = false;
  int log_pages_ = 0;
};

}  // namespace tilia::db
