// A month's pay for everybody: draft → approved by a second user → frozen. A draft can be drawn up
// again as often as one likes; an approved run is never changed. A month that is opened for
// correction is paid again by the next run, which pays the difference.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/day.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/phrase.h"
#include "core/result.h"
#include "payroll/paid_month.h"
#include "payroll/rule_book.h"

namespace tilia::payroll {

struct PayRunTag;
using PayRunId = Id<PayRunTag>;
struct UserTag;
using UserId = Id<UserTag>;

// What needs a look before approval. The worker is left out of the run until it is mended, unless
// it only informs.
struct PayRunRemark {
  enum class What {
    no_contract,             // left out
    no_hours,                // hourly: left out; monthly: informs that the minimum was not checked
    under_minimum,           // left out; `amount` is missing
    net_below_zero,          // left out: contributions on the lowest base are more than the wage
    hours_without_contract,  // left out: some hours would go unpaid
    beyond_review,           // informs, about the whole run
    unverified,              // informs, about the whole run: figures nobody held against the decree
    settings_do_not_fit,     // left out: what she or the employer brings, this month's law refuses
    deduction_over,          // left out: `amount` more than may be taken off
    payout_below_zero,       // left out: more was paid already than there is
    no_supplement,           // informs: hours that should earn one, and no value says how much
    no_absence_pay,  // left out: law kept her away, and no value says what the employer pays
    away_all_month,  // left out: nothing was earned
    better_at,       // informs: a gross wage of `amount` would leave her more
    paid_again,      // informs, about the whole run: `month` was opened for correction
    stays_as_paid,   // `month` cannot be worked out again: what was paid of it stays
    owes_back,  // informs: earlier months were paid `amount` too high, and this pay takes it off
  };
  What what = What::no_contract;
  std::string alias = {};  // empty: about the whole run
  std::optional<Money> amount = {};
  bool left_out = false;
  std::optional<Month> month = {};  // an earlier one

  friend bool operator==(const PayRunRemark&, const PayRunRemark&) = default;
};
[[nodiscard]] std::string_view pay_run_remark_code(PayRunRemark::What what);
[[nodiscard]] std::optional<PayRunRemark::What> parse_pay_run_remark(std::string_view code);
[[nodiscard]] Phrase sentence_of(const PayRunRemark& remark);

struct PayRun {
  enum class State { draft, approved };
  PayRunId id;
  Month month;
  State state = State::draft;
  std::vector<PayRunSlip> slips;  // by alias
  std::vector<PayRunRemark> remarks;
  UserId drawn_up_by;
  std::optional<UserId> approved_by;
  std::vector<LawValue> rules = {};  // in force on the month's last day: kept with the run
  std::vector<Month> corrects = {};  // earlier months that it pays again

  friend bool operator==(const PayRun&, const PayRun&) = default;
};

// What everybody who enters hours may know of a month's run.
struct PayRunState {
  bool approved = false;
  UserId drawn_up_by;
  bool split = false;       // among those who bear the cost; a month that is not approved never is
  bool open_again = false;  // approved, opened for correction, and not paid again yet
};

// One that was opened for correction.
struct PayCorrection {
  Month month;
  UserId opened_by;
  Instant opened_at;
  std::optional<Month> paid_in = {};  // the run whose approval closed it

  friend bool operator==(const PayCorrection&, const PayCorrection&) = default;
};

// Hers; nothing where she is not in it.
[[nodiscard]] const PayRunSlip* slip_of(const PayRun& run, const std::string& alias);

struct PayTotals {
  Money gross;
  Money employee_contributions;
  Money tax;
  Money net;
  Money employer_contributions;
  Money employer_cost;  // with what is paid beside the wages
  Money payout;
};
[[nodiscard]] PayTotals totals_of(const PayRun& run, Currency currency);

enum class PayRunRefusal {
  month_not_over,  // a draft may be drawn up, approval waits for the month's end
  already_approved,
  no_draft,
  same_person,  // who drew it up does not approve it
  nobody_to_pay,
  rules_missing,
  draft_is_stale,  // hours, contracts or workers changed since: draw it up again
};
[[nodiscard]] std::string_view pay_run_refusal_code(PayRunRefusal why);
[[nodiscard]] Phrase sentence_of(PayRunRefusal why, const Month& month);

class PayBook;

// The month as the book stands, by exactly these rules; nothing is written.
[[nodiscard]] Result<PayRun, PayRunRefusal> preview_pay_run(PayBook& book, const RuleBook& rules,
                                                            const Month& month);
[[nodiscard]] Result<PayRun, PayRunRefusal> draw_up_pay_run(PayBook& book, const RuleBook& rules,
                                                            const Month& month, const UserId& by,
                                                            Chance& chance, const Clock& clock);
[[nodiscard]] Result<PayRun, PayRunRefusal> approve_pay_run(PayBook& book, const RuleBook& rules,
                                                            const Month& month, const UserId& by,
                                                            const Clock& clock);

}  // namespace tilia::payroll
