// Appointments as JSON: one that is asked for, and the answers. Strict: a key that is not known, a
// value of another kind or a time that is none are refused, and the refusal names the place.
//
//   {"id":"9f…","start":"2026-03-02T10:00:00+01:00",
//    "services":[{"service":"cut","person":"ana","chair":"window"}],"name":"Mira","picture":"🌷"}
#pragma once

#include <string>
#include <string_view>

#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/salon/keep_visits.h"

namespace tilia::pos {

struct VisitFileRefusal {
  enum class Why { not_json, unknown_key, missing_key, wrong_kind, bad_id, bad_time };
  Why why = Why::not_json;
  std::string place = {};

  friend bool operator==(const VisitFileRefusal&, const VisitFileRefusal&) = default;
};
[[nodiscard]] std::string_view visit_file_refusal_code(VisitFileRefusal::Why why);
[[nodiscard]] Phrase sentence_of(const VisitFileRefusal& refusal);

// "2026-03-02 10:00" is a time as clocks in the shop show it; else RFC 3339. Nothing for anything
// else.
[[nodiscard]] std::optional<Instant> parse_shop_time(std::string_view text, const Zone& zone);
// "cut:ana@window", "cut:ana", for one who waits also "cut".
[[nodiscard]] Wanted parse_wanted(std::string_view text);

[[nodiscard]] Result<VisitAsked, VisitFileRefusal> read_visit_asked(std::string_view json,
                                                                    const Zone& zone);
[[nodiscard]] std::string visit_json(const Visit& visit);

}  // namespace tilia::pos
