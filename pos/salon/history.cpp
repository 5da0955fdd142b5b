#include "pos/salon/history.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<HistoryRefusal, std::string_view>, 4> codes{{
    {HistoryRefusal::unknown_visit, "history.unknown_visit"},
    {HistoryRefusal::unknown_customer, "history.unknown_customer"},
    {HistoryRefusal::not_agreed, "history.not_agreed"},
    {HistoryRefusal::unknown_note, "history.unknown_note"},
}};

}  // namespace

std::string_view history_refusal_code(HistoryRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(HistoryRefusal why) {
  return Phrase(fmt::format("pos.{}", history_refusal_code(why)));
}

Result<Done, HistoryRefusal> KeepHistory::remember(const VisitId& visit, const CustomerId& customer,
                                                   const std::vector<std::string>& notes) {
  if (!salon_.visit(visit)) return HistoryRefusal::unknown_visit;
  const auto known = customers_.customer(customer);
  if (!known) return HistoryRefusal::unknown_customer;
  if (!known->remembered) return HistoryRefusal::not_agreed;
  const std::vector<std::string> choices = salon_.salon().notes;
  for (const std::string& note : notes) {
    if (std::ranges::find(choices, note) == choices.end()) return HistoryRefusal::unknown_note;
  }
  history_.remember(visit, customer, notes);
  return Done{};
}

Result<Done, HistoryRefusal> KeepHistory::forget(const VisitId& visit) {
  if (!salon_.visit(visit)) return HistoryRefusal::unknown_visit;
  history_.forget_visit(visit);
  return Done{};
}

Result<std::vector<RememberedVisit>, HistoryRefusal> KeepHistory::of(const CustomerId& customer) {
  const auto known = customers_.customer(customer);
  if (!known) return HistoryRefusal::unknown_customer;
  if (!known->remembered) return HistoryRefusal::not_agreed;
  return history_.history(customer);
}

}  // namespace tilia::pos
