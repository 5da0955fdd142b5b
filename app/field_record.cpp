#include "app/field_record.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace tilia::app {
namespace {

using Holds = FieldRecord::Holds;

constexpr std::array<std::pair<std::string_view, Holds>, 4> kinds{{{"person", Holds::person},
                                                                   {"business", Holds::business},
                                                                   {"key", Holds::key},
                                                                   {"none", Holds::none}}};

class TableReader {
 public:
  TableReader(std::string file, std::string name, const toml::table& table)
      : where_(fmt::format("{}, {}", file, name)), name_(std::move(name)), table_(table) {
    only(table_, {"purpose", "keep", "readers", "columns"}, where_);
  }

  void read(std::vector<FieldRecord>& into) const {
    const toml::table* columns = table_["columns"].as_table();
    if (columns == nullptr) fault(where_, "write its columns below [" + name_ + ".columns]");
    // TOML keeps no order: by name.
    std::vector<FieldRecord> fields;
    for (const auto& [key, value] : *columns)
      fields.push_back(field(std::string(key.str()), value));
    std::sort(fields.begin(), fields.end(),
              [](const auto& a, const auto& b) { return a.column < b.column; });
    into.insert(into.end(), fields.begin(), fields.end());
  }

 private:
  [[noreturn]] static void fault(const std::string& where, const std::string& cure) {
    throw FieldRecordFault(where + ": " + cure);
  }

  static void only(const toml::table& table, const std::set<std::string_view>& known,
                   const std::string& where) {
    for (const auto& [key, value] : table) {
      if (!known.contains(key.str()))
        fault(where, fmt::format("\"{}\" is not known here", key.str()));
    }
  }

  [[nodiscard]] FieldRecord field(const std::string& column, const toml::node& value) const {
    const std::string where = where_ + "." + column;
    toml::table own;
    if (const toml::table* more = value.as_table()) {
      own = *more;
      only(own, {"holds", "key", "purpose", "keep"}, where);
    }
    const std::string said =
        value.is_table() ? own["holds"].value_or(std::string()) : value.value_or(std::string());
    FieldRecord record{
        .table = name_, .column = column, .what = {}, .purpose = {}, .key = {}, .readers = {}};
    const std::size_t blank = std::min(said.find(' '), said.size());
    record.holds = holds(said.substr(0, blank), where);
    if (blank < said.size()) record.what = said.substr(blank + 1);
    if ((record.holds == Holds::person) == record.what.empty())
      fault(where, "of a person say what it is, \"person alias\"; of nothing else");
    record.purpose = text(own, "purpose", where);
    record.keep = group(text(own, "keep", where), where);
    if (const auto key = own["key"].value<std::string>()) record.key = key_named(*key, where);
    record.readers = record.key ? db::roles_that_hold(*record.key) : readers(where);
    return record;
  }

  // The column's own, else its table's.
  [[nodiscard]] std::string text(const toml::table& own, std::string_view key,
                                 const std::string& where) const {
    const auto value =
        own.contains(key) ? own[key].value<std::string>() : table_[key].value<std::string>();
    if (!value || value->empty()) fault(where, fmt::format("{} is missing", key));
    return *value;
  }

  [[nodiscard]] static Holds holds(const std::string& said, const std::string& where) {
    for (const auto& [name, value] : kinds) {
      if (name == said) return value;
    }
    fault(where, "it holds person, business, key or none");
  }

  [[nodiscard]] static payroll::RetentionGroup group(const std::string& said,
                                                     const std::string& where) {
    const auto group = payroll::parse_retention_group(said);
    if (!group) fault(where, "keep names a group of payroll/retention.h");
    return *group;
  }

  [[nodiscard]] static db::KeyName key_named(const std::string& said, const std::string& where) {
    for (const db::KeyName name : db::all_keys) {
      if (db::key_name_text(name) == said) return name;
    }
    fault(where, "there is no key of this name");
  }

  [[nodiscard]] std::vector<db::Role> readers(const std::string& where) const {
    std::vector<db::Role> roles;
    if (const toml::array* array = table_["readers"].as_array()) {
      for (const toml::node& node : *array) {
        const auto role = db::parse_role(node.value_or(std::string()));
        if (!role) fault(where, "readers are roles");
        roles.push_back(*role);
      }
    }
    return roles;
  }

  std::string where_;
  std::string name_;
  const toml::table& table_;
};

}  // namespace

std::string_view holds_text(Holds holds) {
  for (const auto& [name, value] : kinds) {
    if (value == holds) return name;
  }
  CHECK(false);
}

std::vector<FieldRecord> read_field_records(const std::filesystem::path& folder) {
  std::set<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() == ".toml") files.insert(file.path());
  }
  std::vector<FieldRecord> records;
  for (const std::filesystem::path& file : files) {
    const std::string name = file.filename().string();
    toml::table document;
    try {
      document = toml::parse_file(file.string());
    } catch (const toml::parse_error& fault) {
      throw FieldRecordFault(
          fmt::format("{}, line {}: {}", name, fault.source().begin.line, fault.description()));
    }
    for (const auto& [key, value] : document) {
      const toml::table* table = value.as_table();
      if (table == nullptr) throw FieldRecordFault(name + ": tables only");
      TableReader(name, std::string(key.str()), *table).read(records);
    }
  }
  return records;
}

}  // namespace tilia::app
