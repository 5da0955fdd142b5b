// Settings: what the shop has decided for its counter.
#include <fmt/format.h>

#include "core/ui/office/typed.h"
#include "pos/counter_rules.h"
#include "pos/ui/office_settings.h"

namespace tilia::pos {
namespace {

using ui::Field;

// What is typed for "none" is nothing, where all tills are decided for.
constexpr const char* none = "none";
constexpr const char* as_all = "as_all";
constexpr std::string_view prefix = "counter.";  // of every rule's name

}  // namespace

// Where there are several tills, or the only one does otherwise than what is decided for all.
bool OfficeSettingsRoom::has_rules_of_tills() const {
  const std::vector<Shop> shops = book_.organisation().shops;
  return shops.size() > 1 || (!shops.empty() && !rules_of_till(book_, shops.front().till).empty());
}

void OfficeSettingsRoom::open_counter(const std::string& till) {
  typed_.clear();
  till_ = till;
  shown_ = Shown::counter;
}

// Where an organisation has several tills: what holds for all of them first, then each.
ui::Page OfficeSettingsRoom::tills_page() {
  ui::Page page;
  page.title = Phrase("office.counter.title");
  page.subtitle = {Phrase("office.counter.about")};
  page.quiet.push_back({"back", Phrase("office.back")});
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.counter.whose"), ui::Column::Align::start, 3},
                   {Phrase("office.counter.own_rules"), ui::Column::Align::start, 4}};
  table.row_action = "open_counter";
  table.rows.push_back({"", "", {{Phrase("office.counter.all_tills")}, {std::string()}}});
  for (const Shop& shop : book_.organisation().shops) {
    const auto own = static_cast<std::int64_t>(rules_of_till(book_, shop.till).size());
    table.rows.push_back({shop.till,
                          "",
                          {{fmt::format("{} · {}", shop.name, shop.till)},
                           {own == 0 ? Phrase("office.counter.as_all")
                                     : Phrase("office.counter.differs").with("count", own)}}});
  }
  page.table = std::move(table);
  return page;
}

Field OfficeSettingsRoom::counter_field(const std::string& name, const std::string& decided) const {
  const std::string_view word = std::string_view(name).substr(prefix.size());
  Field field{.key = name,
              .label = Phrase(fmt::format("office.counter.{}", word)),
              .value = decided,
              .hint = Phrase(fmt::format("office.counter.{}.hint", word))};
  const std::string usual = counter_rule_text({}, name);
  if (usual != "yes" && usual != "no") {
    if (!till_.empty()) field.hint.reset();  // it says what an empty one means for all of them
    return field;
  }
  field.kind = Field::Kind::choice;
  field.choices = {{"no", Phrase("office.no")}, {"yes", Phrase("office.yes")}};
  if (till_.empty()) return field;
  field.choices.insert(field.choices.begin(), {as_all, Phrase("office.counter.as_all")});
  if (decided.empty()) field.value = as_all;
  return field;
}

ui::Page OfficeSettingsRoom::counter_page() {
  const CounterRules common = common_counter_rules(book_, book_.organisation().currency);
  const std::map<std::string, std::string> own = rules_of_till(book_, till_);
  const auto value = [&](const std::string& name) {
    if (const auto kept = typed_.find(name); kept != typed_.end()) return kept->second;
    if (!till_.empty()) return own.contains(name) ? own.at(name) : std::string();
    const std::string now = counter_rule_text(common, name);
    return now == none ? std::string() : now;
  };
  ui::Page page;
  page.title = Phrase("office.counter.title");
  page.subtitle = {Phrase("office.counter.about")};
  for (const Shop& shop : book_.organisation().shops)
    if (shop.till == till_) page.subtitle = {fmt::format("{} · {}", shop.name, till_)};
  page.narrow = true;
  if (notice_) page.remarks.push_back(*notice_);
  if (!till_.empty()) page.remarks.push_back({Phrase("office.counter.empty_is_as_all")});
  ui::Form form;
  for (const std::string& name : counter_rule_names())
    form.fields.push_back(counter_field(name, value(name)));
  form.actions = {{"save_counter", Phrase("office.settings.save")},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

// All of them, or none: what is wrong is said, and what was typed stays.
void OfficeSettingsRoom::save_counter_rules(const ui::Values& values) {
  typed_ = values.texts;
  const Currency currency = book_.organisation().currency;
  std::map<std::string, std::string> decided;  // by the name under which it is kept
  for (const std::string& name : counter_rule_names()) {
    if (!values.texts.contains(name)) continue;  // was not asked: stays
    std::string typed = ui::trimmed(values.text(name));
    if (typed == as_all || (typed.empty() && !till_.empty())) {
      decided[rule_of_till(name, till_)] = {};
      continue;
    }
    if (typed.empty()) typed = none;
    const auto changed = with_rule({}, name, typed, currency);
    if (!changed) {
      notice_ = {sentence_of(changed.refusal(), typed), ui::Remark::Kind::mend};
      return;
    }
    decided[till_.empty() ? name : rule_of_till(name, till_)] =
        counter_rule_text(changed.value(), name);
  }
  keep_counter_rules(decided);
  typed_.clear();
  shown_ = behind(Shown::counter);
  notice_ = {Phrase("office.settings.saved"), ui::Remark::Kind::done};
}

// Only what differs from what is decided already.
void OfficeSettingsRoom::keep_counter_rules(const std::map<std::string, std::string>& decided) {
  const CounterRules common = common_counter_rules(book_, book_.organisation().currency);
  const std::map<std::string, std::string> own = rules_of_till(book_, till_);
  for (const std::string& name : counter_rule_names()) {
    const std::string kept_as = till_.empty() ? name : rule_of_till(name, till_);
    const auto text = decided.find(kept_as);
    if (text == decided.end()) continue;
    const auto of_till = own.find(name);
    const std::string before = till_.empty()          ? counter_rule_text(common, name)
                               : of_till == own.end() ? std::string()
                                                      : of_till->second;
    if (text->second != before) settings_.set_counter_rule(kept_as, text->second);
  }
}

}  // namespace tilia::pos
