// Settings: what the shop has decided for its counter.
#include <fmt/format.h>

#include "core/ui/office/typed.h"
#include "pos/counter_rules.h"
#include "pos/ui/office_settings.h"

namespace tilia::pos {
namespace {

using ui::Field;

// What is typed for "none" is nothing.
constexpr const char* none = "none";
constexpr std::string_view prefix = "counter.";  // of every rule's name

}  // namespace

ui::Page OfficeSettingsRoom::counter_page() {
  const Currency currency = book_.organisation().currency;
  const CounterRules rules = counter_rules(book_, currency);
  const auto value = [&](const std::string& name) {
    const auto kept = typed_.find(name);
    const std::string now = kept == typed_.end() ? counter_rule_text(rules, name) : kept->second;
    return now == none ? std::string() : now;
  };
  ui::Page page;
  page.title = Phrase("office.counter.title");
  page.subtitle = {Phrase("office.counter.about")};
  page.narrow = true;
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  for (const std::string& name : counter_rule_names()) {
    const std::string_view word = std::string_view(name).substr(prefix.size());
    Field field{.key = name,
                .label = Phrase(fmt::format("office.counter.{}", word)),
                .value = value(name),
                .hint = Phrase(fmt::format("office.counter.{}.hint", word))};
    if (field.value == "yes" || field.value == "no") {
      field.kind = Field::Kind::choice;
      field.choices = {{"no", Phrase("office.no")}, {"yes", Phrase("office.yes")}};
    }
    form.fields.push_back(std::move(field));
  }
  form.actions = {{"save_counter", Phrase("office.settings.save")},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

// All of them, or none: what is wrong is said, and what was typed stays.
void OfficeSettingsRoom::save_counter_rules(const ui::Values& values) {
  typed_ = values.texts;
  const Currency currency = book_.organisation().currency;
  const CounterRules before = counter_rules(book_, currency);
  CounterRules after = before;
  for (const std::string& name : counter_rule_names()) {
    if (!values.texts.contains(name)) continue;  // was not asked: stays
    const std::string typed = ui::trimmed(values.text(name));
    auto changed = with_rule(after, name, typed.empty() ? none : typed, currency);
    if (!changed) {
      notice_ = {sentence_of(changed.refusal(), typed), ui::Remark::Kind::mend};
      return;
    }
    after = std::move(changed).value();
  }
  for (const std::string& name : counter_rule_names()) {
    const std::string text = counter_rule_text(after, name);
    if (text != counter_rule_text(before, name)) settings_.set_counter_rule(name, text);
  }
  typed_.clear();
  shown_ = Shown::settings;
  notice_ = {Phrase("office.settings.saved"), ui::Remark::Kind::done};
}

}  // namespace tilia::pos
