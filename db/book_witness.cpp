#include "db/book_witness.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/check.h"
#include "core/id.h"
#include "db/connection.h"

namespace tilia::db {
namespace {

using Json = nlohmann::json;
using Kind = BookFinding::Kind;

constexpr const char* seen_before_name = "seen-";
constexpr const char* finding_name = "finding";

// What a station was like. A file that does not say so is as if it were not there.
struct Seen {
  std::string station;
  std::int64_t epoch = 1;
  std::int64_t size = 0;
  std::string root;
};

Json json_in(const std::optional<Bytes>& bytes) {
  return bytes ? Json::parse(bytes->begin(), bytes->end(), nullptr, false) : Json();
}

template <class T>
std::optional<T> of(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return std::nullopt;
  if constexpr (std::is_same_v<T, std::string>) {
    if (!found->is_string()) return std::nullopt;
  } else if (!found->is_number_integer()) {
    return std::nullopt;
  }
  return found->get<T>();
}

std::optional<Seen> seen_in(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  const auto station = of<std::string>(json, "station");
  const auto epoch = of<std::int64_t>(json, "epoch");
  const auto size = of<std::int64_t>(json, "size");
  const auto root = of<std::string>(json, "root");
  if (!station || !epoch || !size || !root || *size < 1) return std::nullopt;
  return Seen{*station, *epoch, *size, *root};
}

std::optional<BookFinding> finding_in(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  const auto code = of<std::string>(json, "kind");
  BookFinding finding{.station = of<std::string>(json, "station").value_or(""),
                      .remembered = of<std::int64_t>(json, "remembered").value_or(0),
                      .entries = of<std::int64_t>(json, "entries").value_or(0)};
  if (const auto newest = of<std::int64_t>(json, "newest"))
    finding.newest = Instant::from_unix_milliseconds(*newest);
  for (const Kind kind : {Kind::restored, Kind::older, Kind::differs}) {
    finding.kind = kind;
    if (code == finding_code(kind)) return finding;
  }
  return std::nullopt;
}

Bytes bytes_of(const Json& json) {
  const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return {text.begin(), text.end()};
}

std::int64_t epoch_of_book(Connection& connection) {
  std::int64_t epoch = 1;
  for (const ChainHead& head : chain_heads(connection)) epoch = std::max(epoch, head.epoch);
  return epoch;
}

BookFinding restored(Connection& connection) {
  BookFinding finding{.kind = Kind::restored};
  // The last entry before the newest epoch began, whichever station wrote it.
  Query row = connection.query(
      "SELECT instant FROM journal WHERE position <"
      " (SELECT min(position) FROM journal WHERE epoch = ? AND seq = 1)"
      " ORDER BY position DESC LIMIT 1",
      epoch_of_book(connection));
  if (row.next()) finding.newest = row.instant(0);
  return finding;
}

}  // namespace

std::string_view finding_code(Kind kind) {
  switch (kind) {
    case Kind::restored: return "restored";
    case Kind::older: return "older";
    case Kind::differs: return "differs";
  }
  CHECK(false);
}

std::optional<BookFinding> BookWitness::look(Connection& connection) {
  if (const auto kept = finding_in(json_in(folder_.read(finding_name)))) return kept;
  const auto found = compared(connection);
  if (found) keep(*found);
  return found;
}

std::optional<BookFinding> BookWitness::compared(Connection& connection) const {
  std::optional<BookFinding> found;
  for (const std::string& name : folder_.names(seen_before_name)) {
    const auto seen = seen_in(json_in(folder_.read(name)));
    if (!seen) continue;
    if (epoch_of_book(connection) > seen->epoch) return restored(connection);
    if (found) continue;
    const auto then = tree_of_size(connection, seen->station, seen->size);
    if (then && hex_text(then->tree.root()) == seen->root) continue;
    found = BookFinding{.kind = then ? Kind::differs : Kind::older,
                        .station = seen->station,
                        .remembered = seen->size,
                        .entries = tree_now(connection, seen->station).tree.size()};
  }
  return found;
}

void BookWitness::keep(const BookFinding& finding) {
  Json json{{"kind", finding_code(finding.kind)},
            {"station", finding.station},
            {"remembered", finding.remembered},
            {"entries", finding.entries}};
  if (finding.newest) json["newest"] = finding.newest->unix_milliseconds();
  folder_.write(finding_name, bytes_of(json));
}

void BookWitness::remember(const StationTree& tree) {
  folder_.write(seen_before_name + tree.station,
                bytes_of(Json{{"station", tree.station},
                              {"epoch", tree.epoch},
                              {"size", tree.tree.size()},
                              {"root", hex_text(tree.tree.root())}}));
}

void BookWitness::note_restored(Connection& connection) { keep(restored(connection)); }

void BookWitness::acknowledge(Connection& connection) {
  for (const std::string& name : folder_.names(seen_before_name)) folder_.forget(name);
  for (const StationTree& tree : trees_now(connection)) remember(tree);
  folder_.forget(finding_name);
}

}  // namespace tilia::db
