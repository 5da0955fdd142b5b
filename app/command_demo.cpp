// `tilia demo DIR`: a practice organisation and its papers.
#include <algorithm>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/demo_life.h"
#include "app/demo_papers.h"
#include "app/practice_answer.h"
#include "app/progress.h"
#include "db/device_folder.h"
#include "db/till_book_sqlite.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

struct DemoOptions {
  std::string folder;
  std::uint64_t seed = 1;
  int months = 3;
  std::string until = "2026-03-31";
  std::vector<std::string> shops;
  bool no_papers = false;
};

constexpr const char* country = "RS";
constexpr int most_months = 36;
constexpr const char* practice_mark = ".practice";

// A book that we did not make, or papers of somebody's own under our names.
bool holds_anothers_work(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".tilia") return true;
  return std::any_of(paper_folders.begin(), paper_folders.end(),
                     [&folder](const char* name) { return fs::exists(folder / name); });
}

// What an earlier run of ours made may go. A real book never does.
void clear_folder(const fs::path& folder, const fs::path& book) {
  if (!fs::exists(folder)) return;
  bool may_go = fs::exists(folder / practice_mark) || !holds_anothers_work(folder);
  if (may_go && fs::exists(book)) {
    const auto file = db::BookFile::open(book, {.station = "demo"});
    may_go = db::TillBookSqlite(*file).organisation().practice;
  }
  if (!may_go)
    throw Stopped(ExitStatus::refused, "folder_not_empty",
                  Phrase("app.file.folder_not_empty").with("file", folder.string()));
  for (const char* name : paper_folders) fs::remove_all(folder / name);
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(book.string() + suffix);
}

std::vector<DemoShop> shops_of(const Desk& desk, const DemoOptions& asked, Language language,
                               Currency currency) {
  const fs::path folder = desk.resources.demo_shops();
  const std::vector<std::string> there = demo_shop_kinds(folder);
  for (const std::string& kind : asked.shops) {
    if (std::find(there.begin(), there.end(), kind) == there.end())
      throw Stopped(ExitStatus::wrong_usage, "unknown_kind",
                    Phrase("app.wrong.shop_kind").with("found", kind));
  }
  std::vector<DemoShop> shops;
  for (const std::string& kind : asked.shops.empty() ? there : asked.shops)
    shops.push_back(load_demo_shop(folder / (kind + ".toml"), language, currency));
  return shops;
}

DemoPlan plan_of(const Desk& desk, const DemoOptions& asked, const pos::CountryPack& pack) {
  const Day until = day_argument(asked.until);
  if (asked.months < 1 || asked.months > most_months)
    throw Stopped(ExitStatus::wrong_usage, "bad_months",
                  Phrase("app.wrong.number").with("found", std::to_string(asked.months)));
  const Language language =
      parse_language(desk.everywhere.language).value_or(parse_language(pack.language).value());
  const Words words(language, desk.resources.catalogues());
  DemoPlan plan{.book = fs::path(asked.folder) / "book.tilia",
                .organisation = {.name = words.say("app.demo.organisation"),
                                 .address = words.say("app.demo.address"),
                                 .tax_number = {},
                                 .country = pack.country,
                                 .zone = pack.zone,
                                 .language = std::string(language_tag(language)),
                                 .currency = pack.currency,
                                 .charges_vat = true,
                                 .practice = true,
                                 .shops = {}},
                .shops = shops_of(desk, asked, language, pack.currency),
                .from = first_day_of(asked.months, until),
                .until = until,
                .seed = asked.seed};
  for (const DemoShop& shop : plan.shops)
    plan.organisation.shops.push_back({shop.name, shop.kind, shop.till});
  // One shop is the whole organisation: its papers are headed with its own name.
  if (plan.shops.size() == 1) plan.organisation.name = plan.shops.front().name;
  return plan;
}

void answer(Desk& desk, const DemoPlan& plan, const std::vector<fs::path>& papers) {
  Json json{{"book", plan.book.string()},     {"from", plan.from.text()},
            {"to", plan.until.text()},        {"tills", Json::array()},
            {"users", practice_users_json()}, {"papers", Json::array()}};
  for (const DemoShop& shop : plan.shops) json["tills"].push_back(shop.till);
  Rows rows{{desk.words.say(Phrase("app.demo.made").with("file", plan.book.string()))}};
  add_practice_rows(rows, desk.words);
  if (!papers.empty()) rows.push_back({desk.words.say("app.demo.papers")});
  for (const fs::path& paper : papers) {
    json["papers"].push_back(paper.string());
    rows.push_back({paper.string()});
  }
  desk.printer.answer(json, rows);
}

ExitStatus demo(Desk& desk, const DemoOptions& asked) {
  const auto pack =
      pos::load_country_pack(desk.resources.counter_rules(), country, day_argument(asked.until));
  CHECK(pack.has_value());
  const DemoPlan plan = plan_of(desk, asked, *pack);
  const fs::path folder = asked.folder;
  clear_folder(folder, plan.book);
  make_folder(folder);
  write_whole(folder / practice_mark, std::string_view());
  std::vector<fs::path> papers;
  {
    const int days = Month::of(plan.from).first_day().days_until(plan.until) + 1;
    Progress progress(desk.words.say("app.progress.demo"), days);
    const auto each = [&progress] { progress.step(); };
    const auto file = live(plan, *pack, desk.resources, each);
    // Another life of this seed may have stood here.
    db::DeviceFolder::of_book(device_folder(), *file).forget_everything();
    if (!asked.no_papers)
      papers = write_demo_papers(*file, plan, *pack, desk.resources, folder, each);
  }
  answer(desk, plan, papers);
  return ExitStatus::done;
}

}  // namespace

void add_demo_command(CLI::App& root, Desk& desk) {
  auto options = std::make_shared<DemoOptions>();
  CLI::App* command =
      add_command(root, desk, "demo", "app.help.demo", "tilia demo practice --seed 7 --months 3");
  add_option(command, desk, "folder", options->folder, "app.option.demo_folder").required();
  add_option(command, desk, "--seed", options->seed, "app.option.seed");
  add_option(command, desk, "--months", options->months, "app.option.months");
  add_option(command, desk, "--until", options->until, "app.option.until");
  add_option(command, desk, "--shop", options->shops, "app.option.shop").one_value_each();
  add_flag(command, desk, "--no-papers", options->no_papers, "app.option.no_papers");
  does(command, desk, options, demo);
}

}  // namespace tilia::app
