#include "payroll/ui/identity_page.h"

#include "core/check.h"
#include "core/ui/office/typed.h"

namespace tilia::payroll {

using ui::Field;

std::map<std::string, std::string> identity_fields(const Identity& identity) {
  return {{"legal_name", identity.legal_name},
          {"id_number", identity.id_number},
          {"iban", iban_in_fours(identity.iban)},
          {"born", identity.born ? identity.born->text() : std::string()}};
}

ui::Page identity_page(const Worker& worker, bool law_asks_birth_date,
                       const std::map<std::string, std::string>& typed,
                       const std::map<std::string, Phrase>& faults) {
  ui::Page page;
  page.title = Phrase("office.identity.title").with("worker", worker.picture + " " + worker.alias);
  page.subtitle = {Phrase("office.identity.who")};
  page.narrow = true;
  ui::Form form;
  const auto add = [&](Field field) {
    const auto value = typed.find(field.key);
    if (value != typed.end()) field.value = value->second;
    const auto fault = faults.find(field.key);
    if (fault != faults.end()) field.fault = fault->second;
    form.fields.push_back(std::move(field));
  };
  form.columns = 1;
  add({.key = "legal_name", .label = Phrase("office.identity.legal_name")});
  add({.key = "id_number", .label = Phrase("office.identity.id_number")});
  if (law_asks_birth_date)
    add({.key = "born", .kind = Field::Kind::day, .label = Phrase("office.identity.born")});
  add({.key = "iban",
       .label = Phrase("office.identity.iban"),
       .hint = Phrase("office.identity.iban_hint")});
  form.actions = {{"save_identity", Phrase("office.identity.save")},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

Identity typed_identity(const ui::Values& values, std::map<std::string, Phrase>& faults) {
  Identity typed{.legal_name = values.text("legal_name"),
                 .id_number = values.text("id_number"),
                 .iban = values.text("iban"),
                 .born = {}};
  const std::string born = ui::trimmed(values.text("born"));
  if (!born.empty()) {
    typed.born = Day::parse(born);
    if (!typed.born) faults.insert_or_assign("born", Phrase("office.fault.day"));
  }
  return typed;
}

std::string identity_field(IdentityRefusal why) {
  switch (why) {
    case IdentityRefusal::name_missing:
    case IdentityRefusal::name_too_long: return "legal_name";
    case IdentityRefusal::bad_id_number: return "id_number";
    case IdentityRefusal::bad_iban: return "iban";
    case IdentityRefusal::birth_date_unasked:
    case IdentityRefusal::bad_birth_date: return "born";
  }
  CHECK(false);
}

}  // namespace tilia::payroll
