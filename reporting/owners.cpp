#include "reporting/owners.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/check.h"

namespace tilia::reporting {
namespace {

using Why = OwnersRefusal;

constexpr std::array<std::pair<Why, std::string_view>, 9> codes{{
    {Why::bad_code, "owners.bad_code"},
    {Why::code_twice, "owners.code_twice"},
    {Why::name_missing, "owners.name_missing"},
    {Why::fewer_than_two, "owners.fewer_than_two"},
    {Why::not_whole, "owners.not_whole"},
    {Why::not_after, "owners.not_after"},
    {Why::unknown_owner, "owners.unknown_owner"},
    {Why::before_terms, "owners.before_terms"},
    {Why::whole_months, "owners.whole_months"},
}};

constexpr std::size_t longest_code = 40;

bool is_code(const std::string& text) {
  return !text.empty() && text.size() <= longest_code && std::ranges::all_of(text, [](char each) {
    return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-';
  });
}

const OwnerTerms* in_force(const std::vector<OwnerTerms>& terms, const Month& month) {
  const OwnerTerms* found = nullptr;
  for (const OwnerTerms& each : terms) {
    if (each.from <= month) found = &each;
  }
  return found;
}

}  // namespace

std::string_view owners_refusal_code(OwnersRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(OwnersRefusal why) {
  return Phrase(fmt::format("reporting.{}", owners_refusal_code(why)));
}

std::optional<OwnersRefusal> fault_of(const OwnerTerms& terms,
                                      const std::vector<OwnerTerms>& before) {
  std::set<std::string> seen;
  std::int64_t whole = 0;
  for (const OwnerTerms::Share& share : terms.shares) {
    if (!is_code(share.code)) return Why::bad_code;
    if (!seen.insert(share.code).second) return Why::code_twice;
    if (share.name.find_first_not_of(' ') == std::string::npos) return Why::name_missing;
    if (share.share.millionths() < 0) return Why::not_whole;
    whole += share.share.millionths();
  }
  if (terms.shares.size() < 2) return Why::fewer_than_two;
  if (whole != Rate::one_in_millionths) return Why::not_whole;
  const bool after =
      std::ranges::all_of(before, [&](const OwnerTerms& each) { return each.from < terms.from; });
  return after ? std::nullopt : std::optional(Why::not_after);
}

Result<OwnerSums, OwnersRefusal> owners_part(const std::string& code,
                                             const std::vector<MonthResult>& months,
                                             const std::vector<OwnerTerms>& terms,
                                             Currency currency) {
  const Money none = Money::zero(currency);
  OwnerSums sums{"", none, none, none};
  bool known = false;
  for (const MonthResult& month : months) {
    const OwnerTerms* const agreed = in_force(terms, month.month);
    if (agreed == nullptr) return Why::before_terms;
    const auto hers = std::ranges::find(agreed->shares, code, &OwnerTerms::Share::code);
    if (hers == agreed->shares.end()) continue;  // then she had no share
    known = true;
    sums.name = hers->name;
    std::vector<std::int64_t> weights;
    for (const OwnerTerms::Share& share : agreed->shares)
      weights.push_back(share.share.millionths());
    const auto at = static_cast<std::size_t>(hers - agreed->shares.begin());
    sums.surplus += shared_out(month.surplus, weights).at(at);
    sums.donations += shared_out(month.donations, weights).at(at);
    sums.common_services += shared_out(month.common_services, weights).at(at);
  }
  if (!known) return Why::unknown_owner;
  return sums;
}

}  // namespace tilia::reporting
