#include "db/approval.h"

#include <fmt/format.h>
#include <sodium.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "core/chance.h"
#include "core/check.h"
#include "db/doors.h"
#include "db/sealing.h"

namespace tilia::db {
namespace {

using Json = nlohmann::json;

constexpr const char* request_kind = "approval.request";
constexpr const char* key_kind = "approval.key";
constexpr const char* line_mark = "approval1";

SealedPlace seed_place(const IdBytes& user) { return {key_kind, user, "seed", "door"}; }

// Throws std::bad_optional_access for letters that are no bytes.
template <std::size_t size>
std::array<std::uint8_t, size> bytes_from(const std::string& hex) {
  std::array<std::uint8_t, size> all{};
  std::size_t read = 0;
  const char* end = nullptr;
  const bool holds =
      sodium_hex2bin(all.data(), all.size(), hex.data(), hex.size(), nullptr, &read, &end) == 0 &&
      read == size && end == hex.data() + hex.size();
  if (!holds) throw std::bad_optional_access();
  return all;
}

}  // namespace

std::string asked_text(const Asked& asked) {
  return Json{{"kind", request_kind}, {"act", asked.act},      {"subject", asked.subject},
              {"book", asked.book},   {"by", asked.by.text()}, {"until", asked.until.text()}}
             .dump(2) +
         "\n";
}

std::optional<Asked> parse_asked(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    if (json.at("kind") != request_kind) return std::nullopt;
    return Asked{.act = json.at("act"),
                 .subject = json.at("subject"),
                 .book = json.at("book"),
                 .by = UserId::parse(json.at("by").get<std::string>()).value(),
                 .until = Day::parse(json.at("until").get<std::string>()).value()};
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const std::bad_optional_access&) {
    return std::nullopt;
  }
}

std::string signed_text(const Asked& asked) {
  return Json::array(
             {line_mark, asked.act, asked.subject, asked.book, asked.by.text(), asked.until.text()})
      .dump();
}

std::string approval_line(const Day& until, const UserId& by, const Signature& signature) {
  return fmt::format("{} {} {} {}", line_mark, until.text(), by.text(), hex_text(signature));
}

std::optional<Approval> parse_approval(const std::string& line) {
  std::istringstream words(line);
  std::string mark;
  std::string until;
  std::string by;
  std::string signature;
  std::string rest;
  if (!(words >> mark >> until >> by >> signature) || words >> rest || mark != line_mark)
    return std::nullopt;
  try {
    return Approval{UserId::parse(by).value(), Day::parse(until).value(),
                    bytes_from<std::tuple_size_v<Signature>>(signature)};
  } catch (const std::bad_optional_access&) {
    return std::nullopt;
  }
}

std::string_view approval_refusal_code(ApprovalRefusal why) {
  switch (why) {
    case ApprovalRefusal::unreadable: return "approval_unreadable";
    case ApprovalRefusal::too_late: return "approval_too_late";
    case ApprovalRefusal::unknown: return "approval_unknown";
    case ApprovalRefusal::yourself: return "approval_yourself";
    case ApprovalRefusal::something_else: return "approval_something_else";
  }
  CHECK(false);
}

Phrase sentence_of(ApprovalRefusal why) {
  return Phrase(fmt::format("users.refusal.{}", approval_refusal_code(why)));
}

Key approving_seed(const Key& own) { return own.derived("approve", {}); }

std::string approving_key_file(const UserId& user, const Key& seed,
                               const Secret<std::string>& secret, Key::Work work) {
  const DoorLock lock(work, std::nullopt);
  const Key::Bytes bytes = seed.reveal();
  const Bytes kept = sealed(lock.key_of(secret), seed_place(user.bytes()),
                            {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  return Json{{"kind", key_kind},
              {"user", user.text()},
              {"salt", hex_text(lock.salt)},
              {"passes", lock.passes()},
              {"memory_bytes", lock.memory_bytes()},
              {"seed", hex_text(kept)}}
             .dump(2) +
         "\n";
}

std::optional<OpenedApprover> open_approving_key(const std::string& file,
                                                 const Secret<std::string>& secret) {
  try {
    const Json json = Json::parse(file);
    if (json.at("kind") != key_kind) return std::nullopt;
    const UserId user = UserId::parse(json.at("user").get<std::string>()).value();
    const Key::Work work{json.at("passes").get<unsigned long long>(),
                         json.at("memory_bytes").get<std::size_t>()};
    if (!work.is_possible_within(Key::Work::most_ever())) return std::nullopt;
    const auto salt = bytes_from<std::tuple_size_v<Key::Salt>>(json.at("salt").get<std::string>());
    const auto kept = bytes_from<Key::size + sealed_overhead>(json.at("seed").get<std::string>());
    const auto seed = opened_if(DoorLock(salt, work, std::nullopt).key_of(secret),
                                seed_place(user.bytes()), kept);
    if (!seed) return std::nullopt;
    CHECK(seed->reveal().size() == Key::size);
    return OpenedApprover{
        user, SigningKey(Key::of(Key::Bytes(
                  reinterpret_cast<const std::uint8_t*>(seed->reveal().data()), Key::size)))};
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const std::bad_optional_access&) {
    return std::nullopt;
  }
}

}  // namespace tilia::db
