// Settings, the part about who logs in: adding somebody, a new number, card or passphrase, letting
// somebody go, and one's own ways in beside one's passphrase.
#include <fmt/format.h>

#include "core/ui/office/new_secret.h"
#include "core/ui/office/typed.h"
#include "pos/counter_secret.h"
#include "pos/ui/office_settings.h"
#include "pos/ui/office_words.h"

namespace tilia::pos {
namespace {

using ui::Field;

std::string touched_key(std::size_t place) { return fmt::format("touched.{}", place); }

std::vector<ui::Choice> secret_picture_choices() {
  std::vector<ui::Choice> choices{{"", std::string("–")}};
  for (std::size_t at = 0; at < secret_pictures; ++at)
    choices.push_back({std::to_string(at), pictures_beside_a_card()[at]});
  return choices;
}

// The pictures first and the card last: a reader ends with Enter, which gives them.
void add_card_fields(ui::Form& form) {
  form.fields.push_back(
      {.key = {}, .kind = Field::Kind::heading, .label = Phrase("office.settings.or_card")});
  for (std::size_t place = 0; place < pictures_to_touch; ++place)
    form.fields.push_back({.key = touched_key(place),
                           .kind = Field::Kind::choice,
                           .label = Phrase("office.settings.secret_picture")
                                        .with("number", static_cast<std::int64_t>(place + 1)),
                           .choices = secret_picture_choices()});
  form.fields.push_back({.key = "card",
                         .kind = Field::Kind::secret,
                         .label = Phrase("office.settings.card"),
                         .hint = Phrase("office.settings.card_hint")});
}

// Of a card with its pictures; nothing when no card was read, or a picture is missing.
struct TypedCard {
  std::optional<Secret<std::string>> secret = {};
  bool incomplete = false;
};

TypedCard typed_card(const ui::Values& values) {
  const auto card = values.secrets.find("card");
  if (card == values.secrets.end() || !card_was_read(card->second)) return {};
  std::vector<std::size_t> touched;
  for (std::size_t place = 0; place < pictures_to_touch; ++place) {
    const std::string picked = values.text(touched_key(place));
    if (picked.empty()) return {.incomplete = true};
    touched.push_back(std::stoul(picked));
  }
  return {.secret = card_and_pictures(card->second, touched)};
}

}  // namespace

ui::Page OfficeSettingsRoom::new_user_page() {
  ui::Page page;
  page.title = Phrase("office.settings.add_user");
  page.narrow = true;
  if (notice_) page.remarks.push_back(*notice_);
  std::vector<ui::Choice> roles;
  for (const std::string& role : settings_.roles_to_give())
    roles.push_back({role, role_word(role)});
  ui::Form form;
  form.fields = {{.key = "name",
                  .label = Phrase("office.new.user_name"),
                  .value = typed_["name"],
                  .caution = names_.caution("name")},
                 {.key = "role",
                  .kind = Field::Kind::choice,
                  .label = Phrase("office.settings.role"),
                  .value = typed_["role"],
                  .choices = roles},
                 {.key = "secret",
                  .kind = Field::Kind::secret,
                  .label = Phrase("office.user.new_secret"),
                  .hint = Phrase("office.settings.secret_hint")},
                 {.key = "picture",
                  .kind = Field::Kind::picture,
                  .label = Phrase("office.hours.picture"),
                  .value = typed_["picture"],
                  .choices = user_pictures()}};
  form.actions = {{"add_user", names_.label(Phrase("office.settings.add_user"))},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

ui::Page OfficeSettingsRoom::user_page() {
  ui::Page page;
  for (const OfficeUser& user : settings_.users()) {
    if (user.name != user_) continue;
    page.title = user.picture + "  " + user.name;
    page.subtitle = {role_word(user.role),
                     Phrase(user.disabled ? "office.user.disabled" : "office.user.active")};
    page.quiet = {{"back", Phrase("office.back")}};
    if (user.disabled) continue;
    page.quiet.push_back({"disable", Phrase("office.settings.disable")});
    const bool counter = user.role == "counter";
    if (counter)
      page.quiet.push_back({"approves", Phrase(user.approves ? "office.settings.approves_no_more"
                                                             : "office.settings.approves")});
    if (counter && user.approves) page.subtitle.emplace_back(Phrase("office.settings.is_approver"));
    ui::Form form;
    form.columns = counter ? 4 : 2;
    form.fields = {
        {.key = "secret",
         .kind = Field::Kind::secret,
         .label = Phrase(counter ? "office.settings.number" : "office.user.new_secret"),
         .hint = Phrase(counter ? "office.settings.number_hint" : "office.new.secret_hint")}};
    if (counter) add_card_fields(form);
    form.actions = {{"new_secret", Phrase("office.settings.new_secret")}};
    page.form = std::move(form);
  }
  if (notice_) page.remarks.push_back(*notice_);
  page.remarks.push_back({Phrase("office.settings.disable_means")});
  return page;
}

void OfficeSettingsRoom::save_user(const ui::Values& values) {
  typed_ = values.texts;
  const auto secret = values.secrets.find("secret");
  CHECK(secret != values.secrets.end());
  if (names_.asks(values, {"name"})) return;
  const OfficeUser user{ui::trimmed(values.text("name")), values.text("picture"),
                        values.text("role"), false};
  const Result<Done, Phrase> added = settings_.add_user(user, secret->second);
  if (!added) {
    notice_ = {added.refusal(), ui::Remark::Kind::mend};
    return;
  }
  shown_ = Shown::settings;
  notice_ = {Phrase("office.settings.user_added").with("name", user.name), ui::Remark::Kind::done};
}

void OfficeSettingsRoom::new_secret(const ui::Values& values) {
  const auto secret = values.secrets.find("secret");
  CHECK(secret != values.secrets.end());
  const TypedCard card = typed_card(values);
  if (card.incomplete) {
    notice_ = {Phrase("office.settings.four_pictures"), ui::Remark::Kind::mend};
    return;
  }
  const Result<Done, Phrase> bound =
      settings_.new_secret(user_, card.secret ? *card.secret : secret->second);
  if (!bound) {
    notice_ = {bound.refusal(), ui::Remark::Kind::mend};
    return;
  }
  shown_ = Shown::settings;
  notice_ = {Phrase("office.settings.secret_given").with("name", user_), ui::Remark::Kind::done};
}

void OfficeSettingsRoom::disable_user() {
  const Result<Done, Phrase> disabled = settings_.disable_user(user_);
  if (!disabled) {
    notice_ = {disabled.refusal(), ui::Remark::Kind::mend};
    return;
  }
  shown_ = Shown::settings;
  notice_ = {Phrase("office.settings.user_disabled").with("name", user_), ui::Remark::Kind::done};
}

// A manager's own number at the counter, with which she approves what another asked for.
void OfficeSettingsRoom::turn_approving() {
  for (const OfficeUser& user : settings_.users()) {
    if (user.name != user_) continue;
    const Result<Done, Phrase> set = settings_.set_approves(user_, !user.approves);
    notice_ = set ? ui::Remark{Phrase("office.settings.saved"), ui::Remark::Kind::done}
                  : ui::Remark{set.refusal(), ui::Remark::Kind::mend};
    return;
  }
}

ui::Page OfficeSettingsRoom::own_doors_page() {
  ui::Page page;
  page.title = Phrase("office.doors.title");
  page.subtitle = {Phrase("office.doors.subtitle")};
  page.narrow = true;
  page.quiet = {{"back", Phrase("office.back")}};
  page.main = ui::Action{"recovery_sheet", Phrase("office.doors.sheet")};
  if (notice_) page.remarks.push_back(*notice_);
  page.remarks.push_back({Phrase("office.doors.sheet_means")});
  page.remarks.push_back({Phrase("office.doors.second_means")});
  ui::Form form;
  form.fields = {{.key = "second",
                  .kind = Field::Kind::secret,
                  .label = Phrase("office.doors.second"),
                  .hint = Phrase("office.new.secret_hint")},
                 {.key = "second_again",
                  .kind = Field::Kind::secret,
                  .label = Phrase("office.user.secret_again")}};
  form.actions = {{"set_second", Phrase("office.doors.set_second")},
                  {"drop_second", Phrase("office.doors.drop_second")}};
  page.form = std::move(form);
  return page;
}

void OfficeSettingsRoom::set_second(const ui::Values& values) {
  const auto secret = values.secrets.find("second");
  const auto again = values.secrets.find("second_again");
  CHECK(secret != values.secrets.end() && again != values.secrets.end());
  const auto fault = ui::new_secret_fault(secret->second, again->second);
  if (fault) {
    const bool differs = fault == ui::NewSecretFault::differs;
    notice_ = {
        Phrase(differs ? "office.new.fault.secret_differs" : "office.new.fault.secret_short"),
        ui::Remark::Kind::mend};
    return;
  }
  const Result<Done, Phrase> set = settings_.set_second_passphrase(secret->second);
  notice_ = set ? ui::Remark{Phrase("office.doors.second_set"), ui::Remark::Kind::done}
                : ui::Remark{set.refusal(), ui::Remark::Kind::mend};
}

void OfficeSettingsRoom::press_users(const std::string& action, const ui::Values& values) {
  if (action == "new_user") {
    typed_.clear();
    names_.forget();
    shown_ = Shown::new_user;
  }
  if (action == "open") {
    user_ = values.text("row");
    shown_ = Shown::user;
  }
  if (action == "add_user") save_user(values);
  if (action == "disable") disable_user();
  if (action == "approves") turn_approving();
  if (action == "new_secret") new_secret(values);
}

std::optional<ui::Next> OfficeSettingsRoom::press_own_doors(const std::string& action,
                                                            const ui::Values& values) {
  if (action == "own_doors") shown_ = Shown::own_doors;
  if (action == "set_second") set_second(values);
  if (action == "drop_second") {
    settings_.drop_second_passphrase();
    notice_ = {Phrase("office.doors.second_dropped"), ui::Remark::Kind::done};
  }
  if (action != "recovery_sheet") return std::nullopt;
  const auto sheet = settings_.new_recovery_sheet();
  notice_ = {Phrase("office.doors.sheet_made"), ui::Remark::Kind::done};
  return ui::Next::show_paper(sheet.string());
}

}  // namespace tilia::pos
