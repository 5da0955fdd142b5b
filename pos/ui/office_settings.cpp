#include "pos/ui/office_settings.h"

#include <fmt/format.h>

#include <charconv>

#include "core/ui/office/typed.h"
#include "pos/ui/office_words.h"

namespace tilia::pos {
namespace {

using ui::Field;

constexpr const char* printer_way = "printer.way";
constexpr const char* backup_folder = "backup.folder";
constexpr const char* printer_target = "printer.target";
constexpr const char* till_lock = "lock.till_minutes";

// Never, some usual ones, and what was set by the command.
std::vector<ui::Choice> till_lock_choices(const std::string& now) {
  std::vector<ui::Choice> choices{{"never", Phrase("office.settings.till_lock_never")}};
  bool known = now == "never";
  for (const int minutes : {2, 5, 10, 30}) {
    const std::string value = std::to_string(minutes);
    known = known || value == now;
    choices.push_back({value, Phrase::counted("office.settings.till_lock_after", minutes)});
  }
  int other = 0;
  (void)std::from_chars(now.data(), now.data() + now.size(), other);
  if (!known && other > 0)
    choices.push_back({now, Phrase::counted("office.settings.till_lock_after", other)});
  return choices;
}

std::string shop_key(const Shop& shop) { return "shop." + shop.till; }

}  // namespace

ui::Page OfficeSettingsRoom::page() {
  switch (shown_) {
    case Shown::settings: return settings_page();
    case Shown::organisation: return organisation_page();
    case Shown::new_user: return new_user_page();
    case Shown::user: return user_page();
    case Shown::tills: return tills_page();
    case Shown::counter: return counter_page();
    case Shown::own_doors: return own_doors_page();
    case Shown::check: return check_page();
    case Shown::privacy: return privacy_page();
    case Shown::outside: return outside_page();
    case Shown::periods: return periods_page();
    case Shown::period: return period_page();
  }
  CHECK(false);
}

OfficeSettingsRoom::Shown OfficeSettingsRoom::behind(Shown shown) const {
  if (shown == Shown::counter && has_rules_of_tills()) return Shown::tills;
  if (shown == Shown::outside || shown == Shown::periods) return Shown::privacy;
  return shown == Shown::period ? Shown::periods : Shown::settings;
}

void OfficeSettingsRoom::add_fields(ui::Form& form) {
  form.columns = 3;
  form.fields.push_back({.key = "language",
                         .kind = Field::Kind::choice,
                         .label = Phrase("office.settings.language"),
                         .value = std::string(language_tag(language_)),
                         .choices = language_choices()});
  if (may_.change_shop) {
    const std::string way = settings_.setting(printer_way);
    form.fields.push_back({.key = printer_way,
                           .kind = Field::Kind::choice,
                           .label = Phrase("office.settings.printer"),
                           .value = way.empty() ? "none" : way,
                           .choices = {{"none", Phrase("office.printer.none")},
                                       {"device", Phrase("office.printer.device")},
                                       {"cups", Phrase("office.printer.cups")},
                                       {"file", Phrase("office.printer.file")}}});
    form.fields.push_back({.key = printer_target,
                           .label = Phrase("office.settings.printer_target"),
                           .value = settings_.setting(printer_target)});
    const std::string lock = settings_.setting(till_lock);
    form.fields.push_back({.key = till_lock,
                           .kind = Field::Kind::choice,
                           .label = Phrase("office.settings.till_lock"),
                           .value = lock.empty() ? "never" : lock,
                           .choices = till_lock_choices(lock.empty() ? "never" : lock)});
  }
  if (may_.back_up)
    form.fields.push_back({.key = backup_folder,
                           .label = Phrase("office.backup.folder"),
                           .value = settings_.setting(backup_folder)});
  form.actions = {{"save_settings", Phrase("office.settings.save")}};
  // Beside Save and not above: five buttons would cover the title.
  if (may_.change_shop) form.actions.push_back({"counter", Phrase("office.counter.title")});
  if (may_.back_up) form.actions.push_back({"check", Phrase("office.check.title")});
  form.actions.push_back({"own_doors", Phrase("office.doors.title")});
}

ui::Page OfficeSettingsRoom::settings_page() {
  const Organisation organisation = book_.organisation();
  ui::Page page;
  page.title = Phrase("office.settings.title");
  page.subtitle = {shop_names(organisation)};
  if (!organisation.tax_number.empty()) page.subtitle.push_back(organisation.tax_number);
  page.subtitle.push_back(std::string(organisation.currency.code()));
  if (may_.back_up) {
    page.quiet.push_back({"backup", Phrase("office.settings.backup")});
    page.quiet.push_back({"privacy", Phrase("office.privacy.title")});
  }
  if (may_.change_shop)
    page.quiet.push_back({"organisation", Phrase("office.settings.organisation")});
  if (may_.keep_users) page.main = ui::Action{"new_user", Phrase("office.settings.add_user")};
  if (notice_) page.remarks.push_back(*notice_);
  if (std::string few = settings_.few_holders(); !few.empty())
    page.remarks.push_back({std::move(few)});
  ui::Form form;
  add_fields(form);
  page.form = std::move(form);
  ui::Table table;
  table.columns = {{Phrase("office.settings.who"), ui::Column::Align::start, 3},
                   {Phrase("office.settings.role"), ui::Column::Align::start, 3},
                   {Phrase("office.settings.state"), ui::Column::Align::start, 3}};
  if (may_.keep_users) table.row_action = "open";
  for (const OfficeUser& user : settings_.users()) {
    table.rows.push_back(
        {user.name,
         user.picture,
         {{user.name},
          {role_word(user.role)},
          {Phrase(user.disabled ? "office.user.disabled" : "office.user.active")}}});
  }
  page.table = std::move(table);
  return page;
}

ui::Page OfficeSettingsRoom::organisation_page() {
  const Organisation organisation = book_.organisation();
  const auto value = [&](const std::string& key, const std::string& now) {
    const auto kept = typed_.find(key);
    return kept == typed_.end() ? now : kept->second;
  };
  ui::Page page;
  page.title = Phrase("office.settings.organisation");
  page.subtitle = {Phrase("office.settings.head_of_papers")};
  page.narrow = true;
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  for (const Shop& shop : organisation.shops) {
    const std::string key = shop_key(shop);
    const Phrase label = organisation.shops.size() == 1
                             ? Phrase("office.new.shop_name")
                             : Phrase("office.settings.shop_of").with("till", shop.till);
    form.fields.push_back({.key = key,
                           .label = label,
                           .value = value(key, shop.name),
                           .hint = Phrase("office.new.shop_name_hint"),
                           .caution = names_.caution(key)});
  }
  const std::vector<Field> rest{{.key = "name",
                                 .label = Phrase("office.new.name"),
                                 .value = value("name", organisation.name),
                                 .hint = Phrase("office.new.name_hint"),
                                 .caution = names_.caution("name")},
                                {.key = "tax_number",
                                 .label = Phrase("office.new.tax_number"),
                                 .value = value("tax_number", organisation.tax_number)},
                                {.key = "address",
                                 .kind = Field::Kind::lines,
                                 .label = Phrase("office.new.address"),
                                 .value = value("address", organisation.address)},
                                {.key = "paper_language",
                                 .kind = Field::Kind::choice,
                                 .label = Phrase("office.new.language"),
                                 .value = value("paper_language", organisation.language),
                                 .choices = language_choices()}};
  form.fields.insert(form.fields.end(), rest.begin(), rest.end());
  form.actions = {{"save_organisation", names_.label(Phrase("office.settings.save"))},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

ui::Page OfficeSettingsRoom::check_page() {
  ui::Page page;
  page.title = Phrase("office.check.title");
  page.subtitle = {Phrase("office.check.about")};
  page.narrow = true;
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  form.columns = 1;
  form.fields = {{.key = "head",
                  .label = Phrase("office.check.head"),
                  .value = typed_["head"],
                  .hint = Phrase("office.check.hint")}};
  form.actions = {{"compare", Phrase("office.check.compare")}, {"back", Phrase("office.back")}};
  page.quiet = {{"try_backup", Phrase("office.check.try_backup")}};
  page.form = std::move(form);
  return page;
}

void OfficeSettingsRoom::save_settings(const ui::Values& values) {
  if (may_.change_shop) {
    const std::string way = values.text(printer_way);
    const std::string target = ui::trimmed(values.text(printer_target));
    if (way != "none" && target.empty()) {
      notice_ = {Phrase("office.settings.printer_where"), ui::Remark::Kind::mend};
      return;
    }
    settings_.set(printer_way, way);
    settings_.set(printer_target, target);
    if (!values.text(till_lock).empty()) settings_.set(till_lock, values.text(till_lock));
  }
  if (may_.back_up) settings_.set(backup_folder, ui::trimmed(values.text(backup_folder)));
  notice_ = {Phrase("office.settings.saved"), ui::Remark::Kind::done};
  if (const auto language = parse_language(values.text("language"))) {
    language_ = *language;
    settings_.speak(*language);
  }
}

void OfficeSettingsRoom::save_organisation(const ui::Values& values) {
  typed_ = values.texts;
  Organisation organisation = book_.organisation();
  organisation.name = ui::trimmed(values.text("name"));
  organisation.tax_number = ui::trimmed(values.text("tax_number"));
  organisation.address = ui::trimmed(values.text("address"));
  organisation.language = values.text("paper_language");
  if (organisation.name.empty()) {
    notice_ = {Phrase("office.new.fault.name"), ui::Remark::Kind::mend};
    return;
  }
  std::vector<std::string> names{"name"};
  for (Shop& shop : organisation.shops) {
    names.push_back(shop_key(shop));
    shop.name = ui::trimmed(values.text(names.back()));
    if (shop.name.empty()) {
      notice_ = {Phrase("office.new.fault.shop"), ui::Remark::Kind::mend};
      return;
    }
  }
  if (names_.asks(values, names)) return;
  settings_.set_organisation(organisation);
  shown_ = Shown::settings;
  notice_ = {Phrase("office.settings.saved"), ui::Remark::Kind::done};
}

ui::Next OfficeSettingsRoom::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  if (action == "back") shown_ = behind(shown_);
  if (action == "organisation") {
    typed_.clear();
    names_.forget();
    shown_ = Shown::organisation;
  }
  if (action == "counter") {
    if (has_rules_of_tills())
      shown_ = Shown::tills;
    else
      open_counter({});
  }
  if (action == "open_counter") open_counter(values.text("row"));
  if (action == "save_counter") save_counter_rules(values);
  if (action == "check") {
    typed_.clear();
    shown_ = Shown::check;
  }
  if (action == "compare") {
    typed_ = values.texts;
    notice_ = settings_.compare_head(values.text("head"));
  }
  if (action == "save_settings") save_settings(values);
  if (action == "save_organisation") save_organisation(values);
  if (action == "try_backup") return ui::Next::open_file("backup_opens", "*.sealed");
  if (action == "backup_opens") notice_ = settings_.try_backup(values.text("path"));
  if (action == "backup") return ui::Next::save_file("backup_into", "backup.sealed");
  if (action == "backup_into") return ui::Next::run(settings_.backup_into(values.text("path")));
  if (may_.keep_users) press_users(action, values);
  if (auto next = press_own_doors(action, values)) return std::move(*next);
  if (may_.back_up) return press_privacy(action, values);
  return ui::Next::page();
}

}  // namespace tilia::pos
