// The room Catalogue with one article: its form, what it costs from a day on, the shelf.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/ui/office/typed.h"
#include "pos/article_code.h"
#include "pos/article_fields.h"
#include "pos/keep_stock.h"
#include "pos/ui/article_pictures.h"
#include "pos/ui/office_catalogue.h"

namespace tilia::pos {
namespace {

using ui::Field;

constexpr std::size_t most_pages_named = 6;

// Those with a rate in this country today, and the article's own.
std::vector<ui::Choice> vat_choices(const CountryPack& pack, const Day& day,
                                    const std::string& own) {
  std::vector<ui::Choice> choices;
  for (const VatClass each : {VatClass::standard, VatClass::reduced, VatClass::reduced2,
                              VatClass::reduced3, VatClass::zero, VatClass::exempt}) {
    const std::string text(vat_class_text(each));
    if (pack.vat.rate(each, day) || text == own)
      choices.push_back({text, Phrase(fmt::format("office.vat.{}", text))});
  }
  return choices;
}

std::string pages_in_use(const std::vector<Article>& articles) {
  std::set<std::string> pages;
  for (const Article& article : articles) {
    if (!article.page.empty()) pages.insert(article.page);
  }
  std::string named;
  std::size_t count = 0;
  for (const std::string& page : pages) {
    if (++count > most_pages_named) return named + ", …";
    named += (named.empty() ? "" : ", ") + page;
  }
  return named;
}

}  // namespace

void OfficeCatalogue::open_article(const std::string& code) {
  const auto article = keep_.article(code);
  if (!article) return;
  code_ = code;
  typed_.clear();
  for (const auto& [column, text] : fields_of(*article)) typed_[column] = text;
  typed_["low"] = article->low_below ? article->low_below->text() : "";
  typed_["from"] = keep_.today().plus_days(1).text();
  faults_.clear();
  names_.forget();
  shown_ = Shown::article;
}

void OfficeCatalogue::open_new_article() {
  code_.clear();
  typed_ = {{"vat", "standard"}, {"unit", "each"}, {"picture", "🍞"}, {"page", page_of_shelf_}};
  faults_.clear();
  names_.forget();
  shown_ = Shown::new_article;
}

void OfficeCatalogue::add_field(ui::Form& form, Field field) {
  field.caution = names_.caution(field.key);
  form.fields.push_back(ui::as_typed(std::move(field), typed_, faults_));
}

ui::Form OfficeCatalogue::article_form() {
  const bool is_new = shown_ == Shown::new_article;
  const std::string currency(book_.organisation().currency.code());
  const std::string pages = pages_in_use(book_.articles(keep_.today()));
  ui::Form form;
  add_field(form, {.key = "name", .label = Phrase("office.catalogue.name")});
  add_field(form,
            {.key = "article",
             .label = Phrase("office.catalogue.code"),
             .hint = is_new ? std::optional(Phrase("office.article.code_hint")) : std::nullopt,
             .enabled = is_new});
  add_field(form, {.key = "price",
                   .label = Phrase("office.article.price_in").with("currency", currency)});
  add_field(form,
            {.key = "unit",
             .kind = Field::Kind::choice,
             .label = Phrase("office.catalogue.unit"),
             .choices = {{"each", Phrase("office.unit.each")}, {"kg", Phrase("office.unit.kg")}}});
  add_field(form, {.key = "vat",
                   .kind = Field::Kind::choice,
                   .label = Phrase("office.catalogue.vat"),
                   .choices = vat_choices(pack_, keep_.today(), typed_["vat"])});
  add_field(form,
            {.key = "page",
             .label = Phrase("office.article.page"),
             .hint = pages.empty() ? std::optional<Phrase>()
                                   : Phrase("office.article.page_hint").with("pages", pages)});
  add_field(form,
            {.key = "stock", .kind = Field::Kind::yes_no, .label = Phrase("office.article.stock")});
  add_field(form, {.key = "low",
                   .label = Phrase("office.article.low"),
                   .hint = Phrase("office.article.low_hint")});
  add_field(form, {.key = "barcodes",
                   .label = Phrase("office.article.barcodes"),
                   .hint = Phrase("office.article.barcodes_hint")});
  add_field(form, {.key = "picture",
                   .kind = Field::Kind::picture,
                   .label = Phrase("office.article.picture"),
                   .choices = article_pictures(typed_["picture"])});
  if (!is_new) {
    form.fields.push_back({.key = {},
                           .kind = Field::Kind::heading,
                           .label = Phrase("office.article.new_price_from")});
    add_field(form, {.key = "new_price",
                     .label = Phrase("office.article.new_price_in").with("currency", currency),
                     .hint = Phrase("office.article.new_price_hint")});
    add_field(form,
              {.key = "from", .kind = Field::Kind::day, .label = Phrase("office.article.from")});
  }
  form.actions = {{"save", names_.label(Phrase("office.settings.save"))},
                  {"back", Phrase("office.back")}};
  return form;
}

// What it cost and will cost, the newest first; what is planned can be called off.
ui::Table OfficeCatalogue::price_table() const {
  const auto history = prices_.prices_of(code_);
  ui::Table table;
  table.row_action = "price";
  table.columns = {{Phrase("office.article.from"), ui::Column::Align::start, 3},
                   {std::nullopt, ui::Column::Align::start, 5},
                   {Phrase("office.catalogue.price"), ui::Column::Align::decimal, 2}};
  for (auto change = history.changes.rbegin(); change != history.changes.rend(); ++change) {
    const bool comes = change->from > keep_.today();
    table.rows.push_back(
        {change->from.text(),
         "",
         {{change->from},
          {comes ? ui::Text(Phrase("office.article.planned")) : ui::Text(std::string())},
          {*change->price}}});
  }
  if (!table.rows.empty() && history.before)
    table.rows.push_back(
        {"", "", {{Phrase("office.article.at_first")}, {std::string()}, {*history.before}}});
  return table;
}

ui::Page OfficeCatalogue::article_page() {
  ui::Page page;
  if (notice_) page.remarks.push_back(*notice_);
  page.quiet = {{"picture", Phrase("office.article.picture_file")}};
  if (shown_ == Shown::new_article) {
    page.title = Phrase("office.catalogue.new");
    page.form = article_form();
    return page;
  }
  const auto article = keep_.article(code_);
  CHECK(article);
  page.title = article->name;
  page.subtitle = {article->page, article->price};
  if (article->page.empty()) page.subtitle = {article->price};
  if (!article->on_shelf) page.subtitle.push_back(Phrase("office.catalogue.off_shelf"));
  page.quiet.push_back(article->on_shelf
                           ? ui::Action{"off_shelf", Phrase("office.article.take_off")}
                           : ui::Action{"on_shelf", Phrase("office.article.put_on")});
  page.form = article_form();
  ui::Table prices = price_table();
  if (!prices.rows.empty()) page.table = std::move(prices);
  return page;
}

void OfficeCatalogue::refuse(CatalogueRefusal why) {
  std::string field = "price";
  if (why == CatalogueRefusal::code_is_taken) field = "article";
  if (why == CatalogueRefusal::barcode_is_taken) field = "barcodes";
  if (why == CatalogueRefusal::day_is_past) field = "from";
  faults_.insert_or_assign(field, sentence_of(why));
}

std::optional<Article> OfficeCatalogue::typed_article() {
  const Currency currency = book_.organisation().currency;
  ArticleFields fields;
  for (const std::string_view column : article_columns) {
    const std::string key(column);
    fields[key] = ui::trimmed(typed_[key]);
  }
  if (const auto price = ui::typed_money(fields["price"], currency))
    fields["price"] = price->text();
  if (shown_ == Shown::article) fields["article"] = code_;
  if (fields["article"].empty())
    fields["article"] = code_from_name(fields["name"], [this](const std::string& code) {
      return prices_.prices_of(code).before.has_value();
    });
  ReadArticle read = read_article(fields, currency);
  for (const ArticleFault& fault : read.faults)
    faults_.emplace(fault.column,
                    Phrase(fmt::format("office.article.fault.{}", article_fault_text(fault.why))));
  const std::string low = ui::trimmed(typed_["low"]);
  const auto level = typed_quantity(low);
  const bool no_level = !low.empty() && (!level || level.value() <= Quantity());
  if (no_level) faults_.insert_or_assign("low", sentence_of(StockRefusal::not_a_quantity));
  if (!faults_.empty()) return std::nullopt;
  if (!low.empty()) read.article->low_below = level.value();
  if (const auto before = keep_.article(fields["article"]); before && shown_ == Shown::article)
    read.article->on_shelf = before->on_shelf;
  return read.article;
}

std::optional<PriceChange> OfficeCatalogue::typed_price() {
  const std::string typed = ui::trimmed(typed_["new_price"]);
  if (shown_ == Shown::new_article || typed.empty()) return std::nullopt;
  const auto price = ui::typed_money(typed, book_.organisation().currency);
  const auto from = Day::parse(typed_["from"]);
  if (!price || price->negative())
    faults_.insert_or_assign("new_price", Phrase("office.article.fault.bad_price"));
  if (!from)
    faults_.insert_or_assign("from", Phrase("office.fault.day"));
  else if (*from < keep_.today())
    refuse(CatalogueRefusal::day_is_past);
  if (!faults_.empty()) return std::nullopt;
  return PriceChange{code_, *from, price};
}

void OfficeCatalogue::save_article(const ui::Values& values) {
  if (shown_ != Shown::article && shown_ != Shown::new_article) return;
  typed_ = values.texts;
  faults_.clear();
  const auto article = typed_article();
  const auto price = typed_price();
  if (!article || !faults_.empty()) return;
  if (names_.asks(values, {"name", "page"})) return;
  const auto saved = shown_ == Shown::new_article ? keep_.add(*article) : keep_.change(*article);
  if (!saved) return refuse(saved.refusal());
  if (price) {
    const auto planned = keep_.plan_price(code_, price->from, *price->price);
    if (!planned) {
      faults_.insert_or_assign("new_price", sentence_of(planned.refusal()));
      return;
    }
  }
  notice_ = {price ? Phrase("office.article.saved_and_planned")
                         .with("article", article->name)
                         .with("price", *price->price)
                         .with("day", price->from)
                   : Phrase("office.article.saved").with("article", article->name),
             ui::Remark::Kind::done};
  shown_ = Shown::list;
}

void OfficeCatalogue::press_price(const std::string& day) {
  const auto from = Day::parse(day);
  const auto off = from ? keep_.call_off_price(code_, *from)
                        : Result<Done, CatalogueRefusal>(CatalogueRefusal::day_is_past);
  if (off) {
    notice_ = {Phrase("office.article.called_off").with("day", *from), ui::Remark::Kind::done};
  } else {
    notice_ = {Phrase("office.article.price_stays"), ui::Remark::Kind::told};
  }
}

void OfficeCatalogue::put_on_shelf(bool on_shelf) {
  const auto put = keep_.put_on_shelf(code_, on_shelf);
  if (!put) {
    notice_ = {sentence_of(put.refusal()), ui::Remark::Kind::mend};
    return;
  }
  notice_ = {Phrase(on_shelf ? "office.article.is_on" : "office.article.is_off"),
             ui::Remark::Kind::done};
}

void OfficeCatalogue::take_picture(const std::string& path) {
  const auto name = files_.take_picture(path);
  if (!name) {
    notice_ = {name.refusal(), ui::Remark::Kind::mend};
    return;
  }
  typed_["picture"] = name.value();
}

}  // namespace tilia::pos
