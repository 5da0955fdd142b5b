#include "pos/ui/office_log_in.h"

#include <fmt/format.h>

namespace tilia::pos {
namespace {

constexpr int misses_before_help = 3;

}  // namespace

ui::Page OfficeLogIn::page() {
  ui::Page page;
  page.title = Phrase("office.log_in.title");
  page.subtitle = {organisation_};
  page.narrow = true;
  if (hint_) page.remarks.push_back({*hint_});
  if (fault_) page.remarks.push_back(*fault_);
  std::vector<ui::Choice> people;
  for (const OfficeUser& user : crew_.users()) {
    if (!user.disabled && user.role != "counter")
      people.push_back({user.name, user.picture + "  " + user.name});
  }
  if (chosen_.empty() && !people.empty()) chosen_ = people.front().value;
  ui::Form form;
  form.columns = 2;
  form.fields = {
      {.key = "name",
       .kind = ui::Field::Kind::choice,
       .label = Phrase("office.user.name"),
       .value = chosen_,
       .choices = people},
      {.key = "secret", .kind = ui::Field::Kind::secret, .label = Phrase("office.user.secret")}};
  form.actions = {{"log_in", Phrase("office.log_in.enter")}};
  page.form = std::move(form);
  return page;
}

ui::Next OfficeLogIn::press(const std::string& action, const ui::Values& values) {
  fault_.reset();
  if (action != "log_in") return ui::Next::page();
  chosen_ = values.text("name");
  const auto secret = values.secrets.find("secret");
  CHECK(secret != values.secrets.end());
  const auto let_in = crew_.log_in(chosen_, secret->second);
  if (let_in) {
    misses_ = 0;
    who_ = chosen_;
    return ui::Next::entered();
  }
  ++misses_;
  const bool wrong = let_in.refusal().key() == "office.log_in.wrong";
  fault_ = {wrong && misses_ >= misses_before_help ? Phrase("office.log_in.ask") : let_in.refusal(),
            ui::Remark::Kind::mend};
  return ui::Next::page();
}

}  // namespace tilia::pos
