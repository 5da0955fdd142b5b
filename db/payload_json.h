// Reading the payload of a journal entry: whatever is missing or of another kind makes the entry a
// damaged one. Keys stand in the order of their bytes.
//
//   return read_payload(entry, [](const Json& body) { return VoucherRecord{text(body, "number")};
//   });
#pragma once

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/money.h"
#include "core/quantity.h"
#include "db/book_fault.h"
#include "db/journal.h"

namespace tilia::db {

using Json = nlohmann::json;

[[noreturn]] inline void damaged_payload(const JournalEntry& entry) {
  throw BookFault(BookFault::Why::damaged, fmt::format("payload of {} {}-{}-{}", entry.content.kind,
                                                       entry.station, entry.epoch, entry.seq));
}

template <class Read>
auto read_payload(const JournalEntry& entry, const Read& read) {
  try {
    return read(Json::parse(entry.content.payload));
  } catch (const Json::exception&) {
    damaged_payload(entry);
  } catch (const std::bad_optional_access&) {
    damaged_payload(entry);
  }
}

inline std::string text(const Json& object, const char* key) {
  return object.at(key).get<std::string>();
}

inline std::int64_t whole(const Json& object, const char* key) {
  return object.at(key).get<std::int64_t>();
}

inline Quantity quantity(const Json& object, const char* key) {
  return Quantity::from_thousandths(whole(object, key));
}

inline Currency currency_in(const Json& object) {
  return Currency::from_code(text(object, "currency")).value();
}

inline Money money(const Json& object, const char* key, Currency currency) {
  return Money::from_minor(whole(object, key), currency);
}

inline Day day(const Json& object, const char* key) {
  return Day::parse(text(object, key)).value();
}

template <class SomeId>
SomeId id(const Json& object, const char* key) {
  return SomeId::parse(text(object, key)).value();
}

}  // namespace tilia::db
