// The day's appointments on paper, for whoever works in the salon: when, what, by whom, where.
#pragma once

#include <vector>

#include "core/phrase.h"
#include "core/strip.h"
#include "core/zone.h"
#include "pos/paper_head.h"
#include "pos/salon/salon.h"
#include "pos/salon/visit.h"

namespace tilia::pos {

struct AppointmentList {
  Day day;
  std::vector<Visit> visits;  // by their beginning
  Salon salon;
  std::vector<Article> articles;
};
[[nodiscard]] Strip appointment_list_strip(const AppointmentList& list, const PaperHead& head,
                                           const std::string& till, const Zone& zone,
                                           const Words& words);

}  // namespace tilia::pos
