#include "db/read_log.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/doors.h"
#include "db/sealed_journal.h"

namespace tilia::db {

using payroll::ReadRecord;
using payroll::RecordRead;
using payroll::UserId;
using payroll::WorkerId;

namespace {

constexpr const char* record_read = "record.read";
constexpr const char* day_sheet_read = "day_sheet.read";
constexpr const char* maker_read = "maker.read";

[[noreturn]] void none_of_ours() {
  throw BookFault(BookFault::Why::damaged, "a note of the sealed journal is none of ours");
}

payroll::OutsideReading outside_from(const nlohmann::json& json) {
  const auto with = UserId::parse(json.at("with").get<std::string>());
  const auto month = Month::parse(json.at("month").get<std::string>());
  if (!with || !month) none_of_ours();
  return {*with, *month, json.at("recipient").get<std::string>(),
          json.at("clause").get<std::string>()};
}

RecordRead read_from(const nlohmann::json& json) {
  const auto by = UserId::parse(json.at("by").get<std::string>());
  const auto of = WorkerId::parse(json.at("of").get<std::string>());
  const auto record = payroll::parse_read_record(json.at("record").get<std::string>());
  if (!by || !of || !record) none_of_ours();
  RecordRead read{Instant::from_unix_milliseconds(json.at("at").get<std::int64_t>()), *by, *of,
                  *record};
  if (json.contains("recipient")) read.outside = outside_from(json);
  return read;
}

nlohmann::json note_of(const RecordRead& read) {
  nlohmann::json note{{"kind", record_read},
                      {"at", read.at.unix_milliseconds()},
                      {"by", read.by.text()},
                      {"of", read.of.text()},
                      {"record", payroll::read_record_text(read.record)}};
  if (!read.outside) return note;
  note["with"] = read.outside->with.text();
  note["month"] = read.outside->month.text();
  note["recipient"] = read.outside->recipient;
  note["clause"] = read.outside->clause;
  return note;
}

PublicKey auditor_of(BookFile& book) {
  const auto auditor = public_half_of(book.reader(), KeyName::audit);
  CHECK(auditor);  // made with the first key that opens a record
  return *auditor;
}

}  // namespace

void ReadLog::meet_reader() {
  CHECK(keys_.owner);  // nothing sealed opens for nobody
  if (reader_ == keys_.owner) return;
  reader_ = keys_.owner;
  noted_.clear();
  noted_sheets_.clear();
  noted_makers_.clear();
}

void ReadLog::note(const std::vector<WorkerId>& whose, ReadRecord record) {
  meet_reader();
  std::vector<WorkerId> fresh;
  std::ranges::copy_if(whose, std::back_inserter(fresh), [&](const WorkerId& worker) {
    return !noted_.contains({worker.bytes(), record});
  });
  if (fresh.empty()) return;
  const PublicKey auditor = auditor_of(book_);
  WriteTransaction change(book_);
  for (const WorkerId& worker : fresh) {
    const RecordRead read{clock_.now(), UserId::from_bytes(*reader_), worker, record};
    append_sealed(change, auditor, note_of(read).dump());
  }
  change.commit();
  for (const WorkerId& worker : fresh) noted_.insert({worker.bytes(), record});
}

void ReadLog::note_day_sheet(const std::string& till, std::int64_t number) {
  meet_reader();
  const auto auditor = public_half_of(book_.reader(), KeyName::audit);
  if (!auditor || noted_sheets_.contains({till, number})) return;
  WriteTransaction change(book_);
  const nlohmann::json note{{"kind", day_sheet_read},
                            {"at", clock_.now().unix_milliseconds()},
                            {"by", UserId::from_bytes(*reader_).text()},
                            {"till", till},
                            {"number", number}};
  append_sealed(change, *auditor, note.dump());
  change.commit();
  noted_sheets_.emplace(till, number);
}

void ReadLog::note_maker(std::int64_t maker) {
  meet_reader();
  if (noted_makers_.contains(maker)) return;
  const PublicKey auditor = auditor_of(book_);
  WriteTransaction change(book_);
  const nlohmann::json note{{"kind", maker_read},
                            {"at", clock_.now().unix_milliseconds()},
                            {"by", UserId::from_bytes(*reader_).text()},
                            {"maker", maker}};
  append_sealed(change, auditor, note.dump());
  change.commit();
  noted_makers_.insert(maker);
}

std::vector<payroll::MakerRead> ReadLog::maker_reads() {
  std::vector<payroll::MakerRead> all;
  read_sealed(book_.reader(), keys_, [&all](const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded()) none_of_ours();
    if (json.at("kind") != maker_read) return;
    const auto by = UserId::parse(json.at("by").get<std::string>());
    if (!by) none_of_ours();
    all.push_back({Instant::from_unix_milliseconds(json.at("at").get<std::int64_t>()), *by,
                   json.at("maker").get<std::int64_t>()});
  });
  std::ranges::reverse(all);
  return all;
}

std::vector<payroll::DaySheetRead> ReadLog::day_sheet_reads() {
  std::vector<payroll::DaySheetRead> all;
  read_sealed(book_.reader(), keys_, [&all](const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded()) none_of_ours();
    if (json.at("kind") != day_sheet_read) return;
    const auto by = UserId::parse(json.at("by").get<std::string>());
    if (!by) none_of_ours();
    all.push_back({Instant::from_unix_milliseconds(json.at("at").get<std::int64_t>()), *by,
                   json.at("till").get<std::string>(), json.at("number").get<std::int64_t>()});
  });
  std::ranges::reverse(all);
  return all;
}

std::vector<RecordRead> ReadLog::reads() {
  std::vector<RecordRead> all = notes_from(book_, keys_, 1);
  std::ranges::reverse(all);
  return all;
}

// As db/users.cpp notes them.
std::vector<payroll::UnusualLogin> ReadLog::unusual_logins() {
  std::vector<payroll::UnusualLogin> all;
  read_sealed(book_.reader(), keys_, [&all](const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded()) none_of_ours();
    const std::string kind = json.at("kind");
    if (kind != note_of_login(Door::paper) && kind != note_of_login(Door::duress)) return;
    const auto by = UserId::parse(json.at("user").get<std::string>());
    if (!by) none_of_ours();
    all.push_back({Instant::from_unix_milliseconds(json.at("at").get<std::int64_t>()), *by,
                   kind == note_of_login(Door::duress)});
  });
  std::ranges::reverse(all);
  return all;
}

std::int64_t note_sample(BookFile& book, const std::vector<RecordRead>& notes) {
  const PublicKey auditor = auditor_of(book);
  WriteTransaction change(book);
  const std::int64_t first = sealed_entries(change.connection()) + 1;
  for (const RecordRead& note : notes) append_sealed_long(change, auditor, note_of(note).dump());
  change.commit();
  return first;
}

std::vector<RecordRead> notes_from(BookFile& book, const KeyRing& auditor, std::int64_t first) {
  std::vector<RecordRead> all;
  read_sealed(
      book.reader(), auditor,
      [&all](const std::string& text) {
        const auto json = nlohmann::json::parse(text, nullptr, false);
        if (json.is_discarded()) none_of_ours();
        if (json.at("kind") == record_read) all.push_back(read_from(json));
      },
      first);
  return all;
}

}  // namespace tilia::db
