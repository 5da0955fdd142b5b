#include "db/read_log.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/sealed_journal.h"

namespace tilia::db {

using payroll::ReadRecord;
using payroll::RecordRead;
using payroll::UserId;
using payroll::WorkerId;

namespace {

constexpr const char* record_read = "record.read";

RecordRead read_from(const nlohmann::json& json) {
  const auto by = UserId::parse(json.at("by").get<std::string>());
  const auto of = WorkerId::parse(json.at("of").get<std::string>());
  const auto record = payroll::parse_read_record(json.at("record").get<std::string>());
  if (!by || !of || !record)
    throw BookFault(BookFault::Why::damaged, "a note of the sealed journal is none of ours");
  return {Instant::from_unix_milliseconds(json.at("at").get<std::int64_t>()), *by, *of, *record};
}

}  // namespace

void ReadLog::note(const std::vector<WorkerId>& whose, ReadRecord record) {
  CHECK(keys_.owner);  // nothing sealed opens for nobody
  if (reader_ != keys_.owner) {
    reader_ = keys_.owner;
    noted_.clear();
  }
  std::vector<WorkerId> fresh;
  std::ranges::copy_if(whose, std::back_inserter(fresh), [&](const WorkerId& worker) {
    return !noted_.contains({worker.bytes(), record});
  });
  if (fresh.empty()) return;
  const auto auditor = public_half_of(book_.reader(), KeyName::audit);
  CHECK(auditor);  // made with the first key that opens a record
  WriteTransaction change(book_);
  for (const WorkerId& worker : fresh) {
    const nlohmann::json note{{"kind", record_read},
                              {"at", clock_.now().unix_milliseconds()},
                              {"by", hex_text(*reader_)},
                              {"of", worker.text()},
                              {"record", payroll::read_record_text(record)}};
    append_sealed(change, *auditor, note.dump());
  }
  change.commit();
  for (const WorkerId& worker : fresh) noted_.insert({worker.bytes(), record});
}

std::vector<RecordRead> ReadLog::reads() {
  std::vector<RecordRead> all;
  read_sealed(book_.reader(), keys_, [&all](const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded())
      throw BookFault(BookFault::Why::damaged, "a note of the sealed journal is none of ours");
    if (json.at("kind") == record_read) all.push_back(read_from(json));
  });
  std::ranges::reverse(all);
  return all;
}

}  // namespace tilia::db
