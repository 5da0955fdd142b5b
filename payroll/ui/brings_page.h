// What a worker, or the employer, brings to every month's pay from a day on, as fields of a form:
// one for each thing that the country's law asks of her. What is left empty is not said, and does
// not hold from that day on.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/ui/office/page.h"
#include "payroll/pay_item.h"
#include "payroll/pay_settings.h"

namespace tilia::payroll {

// "Children"
[[nodiscard]] Phrase name_of(const PaySetting& setting);
// How its field is filled in, where what was typed cannot be read.
[[nodiscard]] Phrase way_of_typing(const PaySetting& setting);
// In the order in which a page asks; empty where the country's law asks for nothing of theirs.
[[nodiscard]] std::vector<PaySetting> settings_of(const std::string& country,
                                                  PaySetting::Whose whose);
// The day from which it holds, and a field for each, as `typed` has them.
[[nodiscard]] ui::Form brings_form(const std::vector<PaySetting>& settings,
                                   const std::map<std::string, std::string>& typed,
                                   const std::map<std::string, Phrase>& faults);
// As pay_settings.h reads it: without what was left empty, figures with the point of the machine.
[[nodiscard]] std::map<std::string, std::string> typed_brings(
    const ui::Values& values, const std::vector<PaySetting>& settings, Currency currency);
// Everything that was ever said, the latest day first.
[[nodiscard]] ui::Table brings_table(const SaidFrom& said, const std::vector<PaySetting>& settings,
                                     Currency currency);

}  // namespace tilia::payroll
