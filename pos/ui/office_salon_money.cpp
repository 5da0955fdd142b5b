// The room Salon: packages that are offered, those with something left, and what of a week's tips
// is whose.
#include <fmt/format.h>

#include <algorithm>

#include "core/ui/office/typed.h"
#include "pos/article_code.h"
#include "pos/ui/office_salon.h"
#include "pos/ui/trade_words.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;

constexpr int last_of_week = 6;
constexpr std::size_t few_packages = 10;  // are seen at one look

std::string field_of(PackageRefusal::Why why) {
  if (why == PackageRefusal::Why::not_times) return "times";
  if (why == PackageRefusal::Why::price_too_small) return "price";
  return "article";
}

}  // namespace

ui::Page OfficeSalon::packages_page() {
  ui::Page page = page_of("office.salon.packages");
  page.quiet = {{"offers", Phrase("office.salon.offers")}, {"columns", Phrase("office.back")}};
  const std::vector<KnownPackage> open = keep_packages_.find({});
  if (open.empty()) {
    page.empty = ui::Empty{Phrase("office.salon.no_packages"),
                           Phrase("office.salon.no_packages_first"), std::nullopt};
    return page;
  }
  Money owed = Money::zero(doors_.currency);
  std::int64_t times = 0;
  for (const KnownPackage& known : open) {
    if (known.package.owed->currency() == doors_.currency) owed += *known.package.owed;
    times += times_left(known.package);
  }
  page.figures = {{Phrase("office.salon.packages_open"), std::to_string(open.size())},
                  {Phrase("office.salon.times_left"), std::to_string(times)},
                  {Phrase("office.salon.package_owed"), owed}};
  if (open.size() > few_packages || !search_.empty()) {
    ui::Form form;
    form.columns = 2;
    form.fields = {
        {.key = "search", .label = Phrase("office.salon.search_package"), .value = search_}};
    form.actions = {{"find", Phrase("office.catalogue.find")}};
    page.form = std::move(form);
  }
  ui::Table table;
  table.columns = {{Phrase("office.salon.package"), Column::Align::start, 4},
                   {Phrase("office.salon.package_number"), Column::Align::decimal, 2},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.salon.package_whose"), Column::Align::start, 3},
                   {Phrase("office.salon.since"), Column::Align::start, 3},
                   {Phrase("office.salon.left_of"), Column::Align::start, 2},
                   {Phrase("office.salon.package_owed"), Column::Align::decimal, 2}};
  const std::vector<Article> all = articles();
  for (const KnownPackage& known : keep_packages_.find(search_)) {
    const Package& package = known.package;
    const NamedArticle article = named(all, package.article);
    ui::Row row{std::to_string(package.number), article.picture, {{article.name}}};
    row.cells.emplace_back(std::to_string(package.number));
    row.cells.emplace_back();
    row.cells.push_back(known.whose.empty() ? ui::Cell{Phrase("office.salon.who_has_card")}
                                            : ui::Cell{known.whose});
    row.cells.emplace_back(package.since);
    row.cells.emplace_back(Phrase("office.salon.so_many_of")
                               .with("left", times_left(package))
                               .with("times", package.times));
    row.cells.emplace_back(*package.owed);
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty())
    page.empty = ui::Empty{Phrase("office.salon.none_found"),
                           Phrase("office.catalogue.search_again"), std::nullopt};
  else
    page.table = std::move(table);
  return page;
}

ui::Page OfficeSalon::offers_page() {
  const std::vector<Article> all = articles();
  ui::Page page = page_of("office.salon.offers");
  page.subtitle = {Phrase("office.salon.offers_about")};
  page.quiet = {{"packages", Phrase("office.back")}};
  const bool is_picked = typed_.contains("article") && !chosen_.empty();
  std::vector<ui::Choice> choices =
      article_choices(all, is_picked ? typed_.at("article") : "", true);
  if (choices.empty()) {
    page.empty = ui::Empty{Phrase("office.salon.no_articles"),
                           Phrase("office.salon.no_articles_first"), std::nullopt};
    return page;
  }
  ui::Form form;
  form.columns = 4;
  add(form, {.key = "article",
             .kind = Field::Kind::choice,
             .label = Phrase("office.catalogue.article"),
             .choices = std::move(choices)});
  add(form, {.key = "times", .label = Phrase("office.salon.times_of"), .value = "10"});
  add(form, {.key = "price", .label = Phrase("office.salon.package_price")});
  add(form, {.key = "offered",
             .kind = Field::Kind::choice,
             .label = Phrase("office.salon.offered"),
             .value = "yes",
             .choices = {{"no", Phrase("office.no")}, {"yes", Phrase("office.yes")}}});
  form.actions = {{"keep_offer", Phrase("office.settings.save")}};
  if (!chosen_.empty()) form.actions.push_back({"offers", Phrase("office.salon.another_offer")});
  page.form = std::move(form);
  ui::Table table;
  table.row_action = "pick_offer";
  table.columns = {{Phrase("office.catalogue.article"), Column::Align::start, 4},
                   {Phrase("office.salon.times_of"), Column::Align::decimal, 2},
                   {Phrase("office.salon.package_price"), Column::Align::decimal, 3},
                   {Phrase("office.salon.one_by_one"), Column::Align::decimal, 3},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.salon.offered"), Column::Align::start, 2}};
  for (const PackageOffer& offer : doors_.packages.package_offers()) {
    const NamedArticle article = named(all, offer.article);
    ui::Row row{offer.code, article.picture, {{article.name}}};
    row.cells.emplace_back(std::to_string(offer.times));
    row.cells.emplace_back(offer.price);
    const auto known = std::ranges::find(all, offer.article, &Article::code);
    const bool same = known != all.end() && known->price.currency() == offer.price.currency();
    row.cells.push_back(same ? ui::Cell{Money::from_minor(known->price.minor() * offer.times,
                                                          offer.price.currency())}
                             : ui::Cell{});
    row.cells.emplace_back();
    row.cells.emplace_back(Phrase(offer.offered ? "office.yes" : "office.no"));
    table.rows.push_back(std::move(row));
  }
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

void OfficeSalon::pick_offer(const std::string& code) {
  const auto offers = doors_.packages.package_offers();
  const auto offer = std::ranges::find(offers, code, &PackageOffer::code);
  if (offer == offers.end()) return;
  chosen_ = code;
  typed_ = {{"article", offer->article},
            {"times", std::to_string(offer->times)},
            {"price", offer->price.text()},
            {"offered", offer->offered ? "yes" : "no"}};
}

// A new one gets a code of its article and its times; it stands in the journal, and says no more.
void OfficeSalon::keep_offer(const ui::Values& values) {
  typed_ = values.texts;
  const auto times = typed_number(values.text("times"));
  if (!times) return refuse("times", sentence_of({PackageRefusal::Why::not_times}));
  const auto price = ui::typed_money(values.text("price"), doors_.currency);
  if (!price) return refuse("price", Phrase("office.fault.amount"));
  const std::string article = values.text("article");
  const auto offers = doors_.packages.package_offers();
  const auto taken = [&](const std::string& code) {
    return std::ranges::find(offers, code, &PackageOffer::code) != offers.end();
  };
  const std::string code =
      chosen_.empty() ? code_from_name(fmt::format("{} {}", article, *times), taken) : chosen_;
  const auto kept =
      keep_packages_.offer({code, article, *times, *price, values.yes("offered")}, articles());
  if (!kept) return refuse(field_of(kept.refusal().why), sentence_of(kept.refusal()));
  chosen_.clear();
  open(Shown::offers);
  done("office.settings.saved");
}

ui::Page OfficeSalon::tips_page() {
  const Salon salon = keep_.salon();
  const Day last = week_.plus_days(last_of_week);
  ui::Page page = page_of("office.salon.tips");
  page.subtitle = {Phrase("office.salon.week_of").with("from", week_).with("to", last)};
  page.quiet = {{"earlier", Phrase("office.month.earlier")},
                {"later", Phrase("office.month.later"), last < today()},
                {"columns", Phrase("office.back")}};
  Money all = Money::zero(doors_.currency);
  ui::Table table;
  table.columns = {{Phrase("office.salon.who"), Column::Align::start, 3},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 2},
                   {std::nullopt, Column::Align::start, 3}};
  for (const TipShare& share : tip_shares(doors_.book.tipped(week_, last, doors_.currency))) {
    const SalonColumn* const column = salon.column(share.person);
    all += share.amount;
    table.rows.push_back({share.person,
                          column == nullptr ? "" : column->picture,
                          {name_of(salon, share.person), {share.amount}}});
  }
  if (table.rows.empty()) {
    page.empty = ui::Empty{Phrase("office.salon.no_tips"), Phrase("office.salon.no_tips_first"),
                           std::nullopt};
    return page;
  }
  page.figures = {{Phrase("office.salon.tips_of_week"), all}};
  page.table = std::move(table);
  return page;
}

}  // namespace tilia::pos
