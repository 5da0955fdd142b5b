// `tilia init`: a new book with its first shops, tills and manager.
#include <fmt/format.h>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/name_warning.h"
#include "app/open_book.h"
#include "app/practice_answer.h"
#include "app/practice_users.h"
#include "app/recovery_paper.h"
#include "db/device_folder.h"
#include "db/new_book.h"

namespace tilia::app {
namespace {

struct InitOptions {
  std::string country;
  std::vector<std::string> kinds;
  std::string name;
  std::vector<std::string> shop_names;
  std::string address;
  std::string tax_number;
  std::string recovery_sheet;
  bool practice = false;
  bool no_vat = false;
};

// A kind that we have no screens for would open a shop that nobody can keep.
void known_kind(const std::string& kind) {
  if (kind == "bakery" || kind == "laundry" || kind == "salon") return;
  throw Stopped(ExitStatus::wrong_usage, "unknown_kind",
                Phrase("app.wrong.shop_kind").with("found", kind));
}

// One name is every shop's, else there is one for each; without any they are called as the
// organisation is.
std::string shop_name_of(const InitOptions& asked, std::size_t place) {
  if (asked.shop_names.empty()) return asked.name;
  if (asked.shop_names.size() == 1) return asked.shop_names.front();
  if (asked.shop_names.size() != asked.kinds.size())
    throw Stopped(ExitStatus::wrong_usage, "shop_names", Phrase("app.wrong.shop_names"));
  return asked.shop_names.at(place);
}

pos::Organisation organisation_of(const Desk& desk, const InitOptions& asked,
                                  const pos::CountryPack& pack) {
  const std::string& language = desk.everywhere.language;
  const auto tag = language.empty() ? std::optional<Language>() : parse_language(language);
  pos::Organisation organisation{.name = asked.name,
                                 .address = asked.address,
                                 .tax_number = asked.tax_number,
                                 .country = pack.country,
                                 .zone = pack.zone,
                                 .language = tag ? std::string(language_tag(*tag)) : pack.language,
                                 .currency = pack.currency,
                                 .charges_vat = !asked.no_vat,
                                 .practice = asked.practice,
                                 .shops = {}};
  for (const std::string& kind : asked.kinds) {
    known_kind(kind);
    const std::size_t place = organisation.shops.size();
    organisation.shops.push_back({shop_name_of(asked, place), kind, fmt::format("T{}", place + 1)});
  }
  return organisation;
}

void warn_of_names(Desk& desk, const InitOptions& asked) {
  warn_of_name(desk, "--name", asked.name);
  for (const std::string& name : asked.shop_names) warn_of_name(desk, "--shop-name", name);
  warn_of_name(desk, "--as", desk.everywhere.as);
}

Instant asked_now(const Desk& desk, bool practice) {
  if (desk.everywhere.now.empty()) return SystemClock().now();
  if (practice) return instant_argument(desk.everywhere.now);
  throw Stopped(ExitStatus::refused, "clock_is_not_yours", Phrase("app.book.clock_is_not_yours"));
}

[[noreturn]] void refuse(db::UserRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(db::user_refusal_code(why)), db::sentence_of(why));
}

// Of a real book: who makes it is its first manager, under the name of --as.
db::NewUser first_manager(const Desk& desk) {
  return {desk.everywhere.as, "🙂", db::Role::manager};
}

db::User add_first_manager(db::Users& users, const Desk& desk, const Secret<std::string>& secret,
                           Chance& chance) {
  const auto added = users.add(first_manager(desk), secret, chance, nullptr);
  if (!added) refuse(added.refusal());
  return added.value();
}

void write_first_sheet(Desk& desk, db::Users& users, const Secret<std::string>& secret,
                       const pos::Organisation& organisation, const Instant& now,
                       const std::string& file) {
  auto session = users.log_in(desk.everywhere.as, secret);
  CHECK(session.has_value());
  const Words words(parse_language(organisation.language).value_or(Language::english),
                    desk.resources.catalogues());
  const reporting::Typeface typeface(desk.resources.fonts());
  const auto zone = Zone::named(organisation.zone);
  CHECK(zone.has_value());
  const auto written =
      write_recovery_sheet(users, {session->user, session->keys},
                           {organisation.name, zone->local_day(now), words, typeface}, file);
  if (!written) refuse(written.refusal());
}

ExitStatus init(Desk& desk, const InitOptions& asked) {
  const Instant now = asked_now(desk, asked.practice);
  const auto pack =
      pos::load_country_pack(desk.resources.counter_rules(), asked.country, Day(now.utc().date()));
  if (!pack)
    throw Stopped(ExitStatus::wrong_usage, "unknown_country",
                  Phrase("app.wrong.country").with("found", asked.country));
  const pos::Organisation organisation = organisation_of(desk, asked, *pack);
  // Asked for before the book is there: a wrong secret leaves no book behind.
  std::optional<Secret<std::string>> secret;
  if (!asked.practice) {
    if (desk.everywhere.as.empty())
      throw Stopped(ExitStatus::wrong_usage, "who_acts", Phrase("app.user.who_acts"));
    secret.emplace(first_secret(desk.everywhere));
    const auto why = db::refusal_of(first_manager(desk), *secret, db::SecretPolicy::shipped());
    if (why) refuse(*why);
  }
  const std::filesystem::path file = asked_book(desk);
  make_folder(file.parent_path());
  SystemChance chance;
  const auto book = db::create_book(file, {.station = "cli"}, organisation, now, chance);
  const SetClock clock(now);
  db::Users users(*book, db::SecretPolicy::of_book(asked.practice), clock,
                  db::DeviceFolder::of_book(device_folder(), *book));
  Json json{{"book", file.string()},
            {"organisation", organisation.name},
            {"country", organisation.country},
            {"currency", organisation.currency.code()},
            {"language", organisation.language},
            {"practice", organisation.practice},
            {"tills", Json::array()}};
  for (const pos::Shop& shop : organisation.shops) json["tills"].push_back(shop.till);
  warn_of_names(desk, asked);
  Rows rows{{desk.words.say(Phrase("app.book.made").with("file", file.string()))}};
  if (asked.practice) {
    add_practice_users(users, chance);
    json["users"] = practice_users_json();
    add_practice_rows(rows, desk.words);
  } else {
    const db::User manager = add_first_manager(users, desk, *secret, chance);
    json["users"] = {Json{{"name", manager.name}, {"role", db::role_text(manager.role)}}};
    if (!asked.recovery_sheet.empty()) {
      write_first_sheet(desk, users, *secret, organisation, now, asked.recovery_sheet);
      json["recovery_sheet"] = asked.recovery_sheet;
      rows.push_back(
          {desk.words.say(Phrase("app.user.sheet_written").with("file", asked.recovery_sheet))});
    } else {
      rows.push_back({desk.words.say("app.book.no_sheet")});
    }
  }
  desk.printer.answer(json, rows);
  return ExitStatus::done;
}

}  // namespace

void add_init_command(CLI::App& root, Desk& desk) {
  auto options = std::make_shared<InitOptions>();
  CLI::App* command =
      add_command(root, desk, "init", "app.help.init",
                  "tilia init --country RS --kind bakery --name \"Corner Bakery\" --practice");
  add_option(command, desk, "--country", options->country, "app.option.country").required();
  add_option(command, desk, "--kind", options->kinds, "app.option.kind")
      .required()
      .one_value_each();
  add_option(command, desk, "--name", options->name, "app.option.organisation_name").required();
  add_option(command, desk, "--shop-name", options->shop_names, "app.option.shop_name")
      .one_value_each();
  add_option(command, desk, "--address", options->address, "app.option.address");
  add_option(command, desk, "--tax-number", options->tax_number, "app.option.tax_number");
  add_option(command, desk, "--recovery-sheet", options->recovery_sheet,
             "app.option.recovery_sheet");
  add_flag(command, desk, "--practice", options->practice, "app.option.practice");
  add_flag(command, desk, "--no-vat", options->no_vat, "app.option.no_vat");
  does(command, desk, options, init);
}

}  // namespace tilia::app
