// A shop that several organisations run together: each one's dated share of what is left, and the
// part of a period's figures that is hers. An owner is an organisation, never a person.
//
// An owner's report says of the shop what every report says, as sums of all of it: whose of the
// staff is whose is told to nobody, the book does not know it. Wages stand inside the running
// costs, and the gate's threshold counts everybody at work (reporting/disclosure/business_gate.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.h"
#include "core/phrase.h"
#include "core/rate.h"
#include "core/result.h"
#include "reporting/figures_book.h"

namespace tilia::reporting {

// From a month on, until others are agreed.
struct OwnerTerms {
  struct Share {
    std::string code;  // [a-z0-9-], at most 40
    std::string name;
    Rate share;  // of what is left
    friend bool operator==(const Share&, const Share&) = default;
  };
  Month from;
  std::vector<Share> shares;  // 100 % together

  friend bool operator==(const OwnerTerms&, const OwnerTerms&) = default;
};

enum class OwnersRefusal {
  bad_code,
  code_twice,
  name_missing,
  fewer_than_two,
  not_whole,  // together not 100 %, or one below nothing
  not_after,  // from a month that is agreed already
  unknown_owner,
  before_terms,  // the period begins before anything was agreed
  whole_months,  // an owner's period is months, from the first day to the last
};
[[nodiscard]] std::string_view owners_refusal_code(OwnersRefusal why);
[[nodiscard]] Phrase sentence_of(OwnersRefusal why);

// Why these terms cannot follow those that were agreed before.
[[nodiscard]] std::optional<OwnersRefusal> fault_of(const OwnerTerms& terms,
                                                    const std::vector<OwnerTerms>& before);

// Of the whole shop.
struct MonthResult {
  Month month;
  Money surplus;  // may be negative
  Money donations;
  Money common_services;  // that no owner paid alone
};
struct OwnerSums {
  std::string name;
  Money surplus;
  Money donations;
  Money common_services;
};
// Each month's sums by the shares of that month, to the minor unit: the owners' parts add up to
// the whole.
[[nodiscard]] Result<OwnerSums, OwnersRefusal> owners_part(const std::string& code,
                                                           const std::vector<MonthResult>& months,
                                                           const std::vector<OwnerTerms>& terms,
                                                           Currency currency);

class OwnersBook {
 public:
  virtual ~OwnersBook() = default;
  // The oldest first.
  [[nodiscard]] virtual std::vector<OwnerTerms> owner_terms() = 0;
  // Looked at in its transaction; then nothing was written.
  [[nodiscard]] virtual std::optional<OwnersRefusal> agree(const OwnerTerms& terms,
                                                           const Instant& at) = 0;
  [[nodiscard]] virtual Result<BusinessFigures, OwnersRefusal> figures_of(const std::string& owner,
                                                                          const Day& from,
                                                                          const Day& to) = 0;
};

}  // namespace tilia::reporting
