#include "pos/ui/office_new_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "core/ui/office/new_secret.h"
#include "core/ui/office/typed.h"
#include "pos/ui/office_words.h"

namespace tilia::pos {
namespace {

using ui::Field;

constexpr std::array<const char*, 3> shop_kinds{"bakery", "laundry", "salon"};

std::vector<ui::Choice> country_choices(BookMaker& maker) {
  std::vector<ui::Choice> countries;
  for (const BookMaker::Country& country : maker.countries()) {
    countries.push_back({country.code, Phrase(fmt::format("office.country.{}", country.code))
                                           .with("currency", country.currency)});
  }
  return countries;
}

std::vector<ui::Choice> zone_choices(BookMaker& maker) {
  std::vector<ui::Choice> zones{{"", Phrase("office.new.zone_of_country")}};
  for (const std::string& zone : maker.zones()) zones.push_back({zone, zone});
  return zones;
}

std::vector<ui::Choice> kind_choices() {
  std::vector<ui::Choice> kinds;
  for (const char* kind : shop_kinds)
    kinds.push_back({kind, Phrase(fmt::format("office.kind.{}", kind))});
  return kinds;
}

}  // namespace

bool looks_like_a_tax_number(const std::string& text) {
  const auto counts = [](char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0;
  };
  const auto may = [&](char letter) {
    return counts(letter) || letter == ' ' || letter == '.' || letter == '/' || letter == '-';
  };
  const auto count = std::count_if(text.begin(), text.end(), counts);
  return std::all_of(text.begin(), text.end(), may) && count >= 5 && count <= 20;
}

ui::Page OfficeNewBook::page() {
  if (sheet_) return sheet_page();
  return form_shown_ ? form_page() : doors_page();
}

void OfficeNewBook::told(const ui::Remark& remark) { refusal_ = remark; }

ui::Page OfficeNewBook::doors_page() const {
  ui::Page page;
  page.title = Phrase("office.new.welcome");
  page.subtitle = {Phrase("office.new.which")};
  if (refusal_) page.remarks.push_back(*refusal_);
  page.doors = {{"practice", "🥐", Phrase("office.new.practice"),
                 Phrase("office.new.practice_sentence"), Phrase("office.new.practice_button")},
                {"real", "📖", Phrase("office.new.real"), Phrase("office.new.real_sentence"),
                 Phrase("office.new.real_button")}};
  return page;
}

ui::Page OfficeNewBook::sheet_page() const {
  ui::Page page;
  page.title = Phrase("office.new.made");
  page.subtitle = {Phrase("office.doors.sheet_means")};
  page.narrow = true;
  if (refusal_) page.remarks.push_back(*refusal_);
  ui::Form form;
  form.actions = {{"show_sheet", Phrase("office.new.show_sheet")}};
  // Nobody passes it by without having seen it; whoever has no printer writes the words down.
  form.actions.push_back({"go_on", Phrase("office.new.sheet_is_safe"), sheet_seen_});
  page.form = std::move(form);
  return page;
}

void OfficeNewBook::start_form() {
  form_shown_ = true;
  refusal_.reset();
  faults_.clear();
  names_.forget();
  typed_.clear();
  typed_["kind"] = shop_kinds.front();
  typed_["vat"] = "yes";
  typed_["picture"] = user_pictures().front().value;
  const auto countries = maker_.countries();
  if (!countries.empty()) {
    typed_["country"] = countries.front().code;
    for (const BookMaker::Country& country : countries) {
      if (country.code == "RS") typed_["country"] = country.code;
    }
  }
  typed_["language"] = std::string(language_tag(language_));
}

ui::Page OfficeNewBook::form_page() const {
  ui::Page page;
  page.title = Phrase("office.new.form_title");
  page.subtitle = {Phrase("office.new.form_subtitle")};
  if (refusal_) {
    page.remarks.push_back(*refusal_);
  } else if (!faults_.empty()) {
    const Phrase to_mend =
        Phrase::counted("office.new.to_mend", static_cast<std::int64_t>(faults_.size()));
    page.remarks.push_back({to_mend, ui::Remark::Kind::mend});
  }
  ui::Form form;
  form.columns = 4;
  const auto heading = [&](const char* key) {
    form.fields.push_back({.key = {}, .kind = Field::Kind::heading, .label = Phrase(key)});
  };
  const auto add = [&](Field field) {
    field.caution = names_.caution(field.key);
    form.fields.push_back(ui::as_typed(std::move(field), typed_, faults_));
  };
  heading("office.new.organisation");
  add({.key = "name", .label = Phrase("office.new.name"), .hint = Phrase("office.new.name_hint")});
  add({.key = "address", .label = Phrase("office.new.address")});
  add({.key = "tax_number", .label = Phrase("office.new.tax_number")});
  add({.key = "vat", .kind = Field::Kind::yes_no, .label = Phrase("office.new.vat")});
  add({.key = "country",
       .kind = Field::Kind::choice,
       .label = Phrase("office.new.country"),
       .choices = country_choices(maker_)});
  add({.key = "zone",
       .kind = Field::Kind::choice,
       .label = Phrase("office.new.zone"),
       .choices = zone_choices(maker_)});
  add({.key = "language",
       .kind = Field::Kind::choice,
       .label = Phrase("office.new.language"),
       .choices = language_choices()});
  heading("office.new.shop");
  add({.key = "shop",
       .label = Phrase("office.new.shop_name"),
       .hint = Phrase("office.new.shop_name_hint")});
  add({.key = "kind",
       .kind = Field::Kind::choice,
       .label = Phrase("office.new.kind"),
       .choices = kind_choices()});
  add({.key = "backup",
       .label = Phrase("office.new.backup"),
       .hint = Phrase("office.new.backup_hint")});
  heading("office.new.first_user");
  add({.key = "user", .label = Phrase("office.new.user_name")});
  add({.key = "secret",
       .kind = Field::Kind::secret,
       .label = Phrase("office.user.new_secret"),
       .hint = Phrase("office.new.secret_hint")});
  add({.key = "secret_again",
       .kind = Field::Kind::secret,
       .label = Phrase("office.user.secret_again")});
  add({.key = "picture",
       .kind = Field::Kind::picture,
       .label = Phrase("office.hours.picture"),
       .choices = user_pictures()});
  form.actions = {{"make", names_.label(Phrase("office.new.make"))},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void OfficeNewBook::demand(const ui::Values& values, const std::string& key, const char* fault) {
  if (ui::trimmed(values.text(key)).empty()) faults_.insert_or_assign(key, Phrase(fault));
}

void OfficeNewBook::check_secret(const ui::Values& values) {
  const auto secret = values.secrets.find("secret");
  const auto again = values.secrets.find("secret_again");
  CHECK(secret != values.secrets.end() && again != values.secrets.end());
  const auto fault = ui::new_secret_fault(secret->second, again->second);
  if (fault == ui::NewSecretFault::too_short)
    faults_.insert_or_assign("secret", Phrase("office.new.fault.secret_short"));
  if (fault == ui::NewSecretFault::differs)
    faults_.insert_or_assign("secret_again", Phrase("office.new.fault.secret_differs"));
}

std::optional<NewBook> OfficeNewBook::checked(const ui::Values& values) {
  demand(values, "name", "office.new.fault.name");
  demand(values, "address", "office.new.fault.address");
  demand(values, "shop", "office.new.fault.shop");
  demand(values, "user", "office.new.fault.user");
  if (!looks_like_a_tax_number(ui::trimmed(values.text("tax_number"))))
    faults_.insert_or_assign("tax_number", Phrase("office.new.fault.tax_number"));
  check_secret(values);
  const std::string folder = ui::trimmed(values.text("backup"));
  if (!folder.empty() && !std::filesystem::is_directory(folder))
    faults_.insert_or_assign("backup", Phrase("office.new.fault.backup"));
  std::optional<Currency> currency;
  std::string zone = values.text("zone");
  for (const BookMaker::Country& country : maker_.countries()) {
    if (country.code != values.text("country")) continue;
    currency = Currency::from_code(country.currency);
    if (zone.empty()) zone = country.zone;
  }
  CHECK(currency.has_value());
  if (!faults_.empty()) return std::nullopt;
  Organisation organisation{
      .name = ui::trimmed(values.text("name")),
      .address = ui::trimmed(values.text("address")),
      .tax_number = ui::trimmed(values.text("tax_number")),
      .country = values.text("country"),
      .zone = zone,
      .language = values.text("language"),
      .currency = *currency,
      .charges_vat = values.yes("vat"),
      .practice = false,
      .shops = {{ui::trimmed(values.text("shop")), values.text("kind"), "T1"}}};
  return NewBook{std::move(organisation),
                 {ui::trimmed(values.text("user")), values.text("picture"), "manager", false},
                 folder};
}

ui::Next OfficeNewBook::make(const ui::Values& values) {
  typed_ = values.texts;
  const std::optional<NewBook> book = checked(values);
  if (!book || names_.asks(values, {"name", "shop", "user"})) return ui::Next::page();
  const auto made = maker_.make(*book, values.secrets.at("secret"));
  if (made) {
    sheet_ = made.value();
    return ui::Next::page();
  }
  refusal_ = {made.refusal(), ui::Remark::Kind::mend};
  return ui::Next::page();
}

ui::Next OfficeNewBook::press(const std::string& action, const ui::Values& values) {
  refusal_.reset();
  faults_.clear();
  if (action == "practice") return ui::Next::run(maker_.practice_shop());
  if (action == "real") start_form();
  if (action == "back") form_shown_ = false;
  if (action == "make") return make(values);
  if (action == "show_sheet") {
    sheet_seen_ = true;
    return ui::Next::show_paper(sheet_->string());
  }
  if (action == "go_on") return ui::Next::entered();
  return ui::Next::page();
}

}  // namespace tilia::pos
