#include "payroll/pay_entry.h"

#include <fmt/format.h>

#include <algorithm>

#include "payroll/employ.h"

namespace tilia::payroll {
namespace {

constexpr std::int64_t largest_item_in_major_units = 100'000'000;

std::optional<PayEntryFault> fault_in(const std::map<std::string, std::string>& said,
                                      PaySetting::Whose whose, const Employer& employer) {
  const auto read = PaySettings::read(employer.country, employer.currency, said);
  if (!read)
    return PayEntryFault{read.refusal().why == SettingRefusal::unknown_setting
                             ? PayEntryRefusal::unknown_setting
                             : PayEntryRefusal::bad_setting,
                         read.refusal().key, employer.country};
  for (const PaySetting& each : pay_settings_of(employer.country)) {
    if (said.contains(each.key) && each.whose != whose)
      return PayEntryFault{PayEntryRefusal::not_hers, each.key, employer.country};
  }
  return std::nullopt;
}

}  // namespace

std::string_view pay_entry_refusal_code(PayEntryRefusal why) {
  switch (why) {
    case PayEntryRefusal::unknown_worker: return "unknown_worker";
    case PayEntryRefusal::unknown_setting: return "unknown_setting";
    case PayEntryRefusal::bad_setting: return "bad_setting";
    case PayEntryRefusal::not_hers: return "not_hers";
    case PayEntryRefusal::month_approved: return "month_approved";
    case PayEntryRefusal::amount_not_positive: return "amount_not_positive";
    case PayEntryRefusal::amount_too_large: return "amount_too_large";
    case PayEntryRefusal::only_deductions_leave: return "only_deductions_leave";
    case PayEntryRefusal::unknown_item: return "unknown_item";
  }
  CHECK(false);
}

Phrase sentence_of(const PayEntryFault& fault) {
  if (fault.why == PayEntryRefusal::unknown_setting)
    return sentence_of(SettingFault{SettingRefusal::unknown_setting, fault.country, fault.about});
  if (fault.why == PayEntryRefusal::bad_setting)
    return sentence_of(SettingFault{SettingRefusal::bad_setting, fault.country, fault.about});
  return Phrase(fmt::format("payroll.pay_entry.{}", pay_entry_refusal_code(fault.why)))
      .with("about", fault.about);
}

Result<Done, PayEntryFault> enter_brought(PayBook& book, const std::string& alias, const Day& from,
                                          const std::map<std::string, std::string>& said,
                                          const Clock& clock) {
  const auto worker = find_worker(book, alias);
  if (!worker) return PayEntryFault{PayEntryRefusal::unknown_worker, alias};
  if (const auto fault = fault_in(said, PaySetting::Whose::worker, book.employer())) return *fault;
  if (frozen_since(book, from, clock)) return PayEntryFault{PayEntryRefusal::month_approved, alias};
  book.put_brought(worker->id, from, said);
  return Done();
}

Result<Done, PayEntryFault> enter_employer_brings(PayBook& book, const Day& from,
                                                  const std::map<std::string, std::string>& said,
                                                  const Clock& clock) {
  if (const auto fault = fault_in(said, PaySetting::Whose::employer, book.employer()))
    return *fault;
  if (frozen_since(book, from, clock))
    return PayEntryFault{PayEntryRefusal::month_approved, from.text()};
  book.put_employer_brings(from, said, clock.now());
  return Done();
}

Result<PayItem, PayEntryFault> add_pay_item(PayBook& book, const std::string& alias,
                                            const Month& month, PayItem::Kind kind,
                                            const Money& amount,
                                            const std::optional<Money>& must_remain,
                                            Chance& chance) {
  const auto worker = find_worker(book, alias);
  if (!worker) return PayEntryFault{PayEntryRefusal::unknown_worker, alias};
  if (amount.minor() <= 0) return PayEntryFault{PayEntryRefusal::amount_not_positive, alias};
  if (amount.minor() > largest_item_in_major_units * amount.currency().minor_per_major())
    return PayEntryFault{PayEntryRefusal::amount_too_large, alias};
  if (must_remain && (kind != PayItem::Kind::deduction || must_remain->negative()))
    return PayEntryFault{PayEntryRefusal::only_deductions_leave, alias};
  if (is_frozen(book, month)) return PayEntryFault{PayEntryRefusal::month_approved, alias};
  const PayItem item{PayItemId::mint(chance), month, kind, amount, must_remain};
  book.put_pay_item(worker->id, item);
  return item;
}

Result<Done, PayEntryFault> take_pay_item(PayBook& book, const std::string& alias,
                                          const PayItemId& item) {
  const auto worker = find_worker(book, alias);
  if (!worker) return PayEntryFault{PayEntryRefusal::unknown_worker, alias};
  const std::vector<PayItem> items = book.pay_details(worker->id).items;
  const auto found = std::find_if(items.begin(), items.end(),
                                  [&](const PayItem& each) { return each.id == item; });
  if (found == items.end()) return PayEntryFault{PayEntryRefusal::unknown_item, alias};
  if (is_frozen(book, found->month)) return PayEntryFault{PayEntryRefusal::month_approved, alias};
  if (!book.take_pay_item(worker->id, item))
    return PayEntryFault{PayEntryRefusal::unknown_item, alias};
  return Done();
}

}  // namespace tilia::payroll
