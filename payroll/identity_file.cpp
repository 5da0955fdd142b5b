#include "payroll/identity_file.h"

#include <nlohmann/json.hpp>
#include <set>

namespace tilia::payroll {
namespace {

using Json = nlohmann::ordered_json;

// Throws Json::exception where the text is no document, std::string with the key that stands twice.
Json parsed(const std::string& text) {
  std::set<std::string> seen;
  return Json::parse(text, [&seen](int depth, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::key && depth == 1) {
      auto key = value.get<std::string>();
      if (!seen.insert(key).second) throw key;
    }
    return true;
  });
}

}  // namespace

Result<Identity, std::string> read_identity_file(const std::string& text) {
  try {
    const Json json = parsed(text);
    if (!json.is_object()) return std::string();
    Identity identity;
    for (const auto& [key, value] : json.items()) {
      if (!value.is_string()) return std::string(key);
      const auto given = value.get<std::string>();
      if (key == "legal_name")
        identity.legal_name = given;
      else if (key == "id_number")
        identity.id_number = given;
      else if (key == "iban")
        identity.iban = given;
      else if (key == "born" && Day::parse(given))
        identity.born = Day::parse(given);
      else
        return std::string(key);
    }
    if (identity.legal_name.empty()) return std::string("legal_name");
    return identity;
  } catch (const Json::exception&) {
    return std::string();
  } catch (const std::string& doubled) {
    return doubled;
  }
}

std::string identity_file_text(const Identity& identity) {
  Json json{{"legal_name", identity.legal_name},
            {"id_number", identity.id_number},
            {"iban", identity.iban}};
  if (identity.born) json["born"] = identity.born->text();
  return json.dump(2) + "\n";
}

}  // namespace tilia::payroll
