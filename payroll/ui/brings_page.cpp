#include "payroll/ui/brings_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "core/check.h"
#include "core/ui/office/typed.h"

namespace tilia::payroll {
namespace {

using ui::Field;
using Kind = PaySetting::Kind;

Phrase choice_name(const PaySetting& setting, const std::string& choice) {
  return Phrase(fmt::format("office.setting.{}.{}", setting.key, choice));
}

// What may be chosen; nothing said stands first, since most need not be said.
std::vector<ui::Choice> choices_of(const PaySetting& setting) {
  std::vector<ui::Choice> choices{{"", Phrase("office.brings.unsaid")}};
  if (setting.kind == Kind::yes_or_no) {
    choices.push_back({"yes", Phrase("office.brings.yes")});
    choices.push_back({"no", Phrase("office.brings.no")});
  }
  for (const std::string& each : setting.choices)
    choices.push_back({each, choice_name(setting, each)});
  return choices;
}

Field field_of(const PaySetting& setting) {
  const bool chosen = setting.kind == Kind::yes_or_no || setting.kind == Kind::choice;
  Field field{.key = setting.key,
              .kind = chosen ? Field::Kind::choice : Field::Kind::text,
              .label = name_of(setting)};
  if (chosen) field.choices = choices_of(setting);
  // What a payslip takes for granted as long as nobody says otherwise.
  if (setting.instead_of)
    field.hint =
        Phrase(fmt::format("office.brings.assumed.{}", assumption_code(*setting.instead_of)));
  return field;
}

// As people type it: "1.200,50", "33,5 %".
std::string machine_text(const PaySetting& setting, const std::string& typed, Currency currency) {
  if (setting.kind == Kind::rate) {
    const auto rate = ui::typed_percent(typed);
    return rate ? rate->percent_text() : typed;
  }
  if (setting.kind == Kind::amount) {
    const auto money = ui::typed_money(typed, currency);
    return money ? money->text() : typed;
  }
  std::string text = typed;
  if (setting.kind == Kind::coefficient) std::ranges::replace(text, ',', '.');
  return text;
}

ui::Text shown(const PaySetting& setting, const std::string& value, Currency currency) {
  if (setting.kind == Kind::yes_or_no)
    return Phrase(value == "yes" ? "office.brings.yes" : "office.brings.no");
  if (setting.kind == Kind::choice) return choice_name(setting, value);
  if (setting.kind == Kind::rate) {
    const auto rate = Rate::parse_percent(value);
    if (rate) return rate.value();
  }
  if (setting.kind == Kind::amount) {
    const auto money = Money::parse(value, currency);
    if (money) return money.value();
  }
  return value;
}

}  // namespace

Phrase name_of(const PaySetting& setting) {
  return Phrase(fmt::format("office.setting.{}", setting.key));
}

Phrase way_of_typing(const PaySetting& setting) {
  switch (setting.kind) {
    case Kind::count: return Phrase("office.brings.bad.count");
    case Kind::rate: return Phrase("office.brings.bad.rate");
    case Kind::coefficient: return Phrase("office.brings.bad.coefficient");
    case Kind::amount: return Phrase("office.brings.bad.amount");
    case Kind::part: return Phrase("office.brings.bad.part");
    case Kind::hours: return Phrase("office.fault.hours");
    case Kind::yes_or_no:
    case Kind::choice: return Phrase("office.brings.bad.choice");
  }
  CHECK(false);
}

std::vector<PaySetting> settings_of(const std::string& country, PaySetting::Whose whose) {
  std::vector<PaySetting> theirs;
  for (const PaySetting& each : pay_settings_of(country)) {
    if (each.whose == whose) theirs.push_back(each);
  }
  return theirs;
}

ui::Form brings_form(const std::vector<PaySetting>& settings,
                     const std::map<std::string, std::string>& typed,
                     const std::map<std::string, Phrase>& faults) {
  ui::Form form;
  const auto add = [&](Field field) {
    form.fields.push_back(ui::as_typed(std::move(field), typed, faults));
  };
  add({.key = "from",
       .kind = Field::Kind::day,
       .label = Phrase("office.brings.from"),
       .hint = Phrase("office.brings.from_hint")});
  for (const PaySetting& each : settings) add(field_of(each));
  form.actions = {{"save_brings", Phrase("office.brings.save")}};
  return form;
}

std::map<std::string, std::string> typed_brings(const ui::Values& values,
                                                const std::vector<PaySetting>& settings,
                                                Currency currency) {
  std::map<std::string, std::string> said;
  for (const PaySetting& each : settings) {
    const std::string typed = ui::trimmed(values.text(each.key));
    if (!typed.empty()) said.emplace(each.key, machine_text(each, typed, currency));
  }
  return said;
}

ui::Table brings_table(const SaidFrom& said, const std::vector<PaySetting>& settings,
                       Currency currency) {
  ui::Table table;
  table.columns = {{Phrase("office.brings.from"), ui::Column::Align::start, 2},
                   {Phrase("office.brings.what"), ui::Column::Align::start, 4},
                   {Phrase("office.brings.value"), ui::Column::Align::start, 3}};
  for (const auto& [from, values] : std::views::reverse(said)) {
    if (values.empty())
      table.rows.push_back(
          {{}, {}, {{from}, {Phrase("office.brings.nothing")}, {std::string("–")}}});
    bool first = true;
    for (const PaySetting& each : settings) {
      const auto value = values.find(each.key);
      if (value == values.end()) continue;
      table.rows.push_back({{},
                            {},
                            {{first ? ui::Text(from) : ui::Text(std::string())},
                             {name_of(each)},
                             {shown(each, value->second, currency)}}});
      first = false;
    }
  }
  return table;
}

}  // namespace tilia::payroll
