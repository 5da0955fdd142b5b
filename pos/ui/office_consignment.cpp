#include "pos/ui/office_consignment.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/decimal_text.h"
#include "core/ui/office/typed.h"
#include "pos/consignment/maker_tags.h"
#include "pos/keep_stock.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;
using Kind = ConsignmentMove::Kind;
using Why = ConsignmentRefusal;

// The field that has to be mended.
const char* field_of(Why why) {
  switch (why) {
    case Why::unknown_maker: return "maker";
    case Why::unknown_article:
    case Why::not_by_piece:
    case Why::another_makers:
    case Why::not_consigned: return "article";
    case Why::bad_share: return "share";
    case Why::day_is_past: return "from";
    default: return "quantity";
  }
}

// What is left of a sale for the maker: a share of it, or so much for each piece.
ui::Text terms_text(const ConsignmentTerms& terms) {
  if (terms.makers_amount)
    return Phrase("office.makers.for_each").with("amount", *terms.makers_amount);
  return Phrase("office.makers.our_share").with("share", terms.our_share->percent_text());
}

std::vector<ui::Choice> kind_choices() {
  std::vector<ui::Choice> choices;
  for (const Kind kind : {Kind::brought, Kind::returned, Kind::lost, Kind::counted}) {
    std::string text(consignment_move_text(kind));
    Phrase word(fmt::format("office.makers.what.{}", text));
    choices.push_back({std::move(text), std::move(word)});
  }
  return choices;
}

}  // namespace

Field OfficeConsignment::field(Field made) const {
  return ui::as_typed(std::move(made), typed_, faults_);
}

void OfficeConsignment::show(Shown shown) {
  shown_ = shown;
  typed_.clear();
}

std::optional<Article> OfficeConsignment::article_of(const std::string& code) {
  for (Article& article : till_book_.articles(keep_.today()))
    if (article.code == code) return std::move(article);
  return std::nullopt;
}

std::optional<ConsignedArticle> OfficeConsignment::consigned(const std::string& code) {
  for (ConsignedArticle& each : keep_.list())
    if (each.terms.article == code) return std::move(each);
  return std::nullopt;
}

ui::Page OfficeConsignment::page() {
  ui::Page page = [this] {
    switch (shown_) {
      case Shown::pieces: return pieces_page();
      case Shown::article: return article_page();
      case Shown::agreement: return agreement_page();
      case Shown::makers: return makers_page();
      case Shown::maker: return maker_page();
      case Shown::who: return who_page();
      case Shown::pay: return pay_page();
    }
    return pieces_page();
  }();
  if (notice_) page.remarks.insert(page.remarks.begin(), *notice_);
  return page;
}

// ---- what is there

ui::Form OfficeConsignment::move_form(const std::vector<ConsignedArticle>& all) {
  std::vector<ui::Choice> articles;
  for (const ConsignedArticle& each : all) {
    const auto article = article_of(each.terms.article);
    articles.push_back({each.terms.article, article ? article->name : each.terms.article});
  }
  ui::Form form;
  form.columns = 3;
  form.fields = {field({.key = "article",
                        .kind = Field::Kind::choice,
                        .label = Phrase("office.catalogue.article"),
                        .choices = std::move(articles)}),
                 field({.key = "what",
                        .kind = Field::Kind::choice,
                        .label = Phrase("office.stock.what"),
                        .choices = kind_choices()}),
                 field({.key = "quantity", .label = Phrase("office.stock.quantity")})};
  form.actions = {{"enter", Phrase("office.stock.enter")}};
  return form;
}

ui::Table OfficeConsignment::pieces_table(const std::vector<ConsignedArticle>& all) {
  ui::Table table;
  table.row_action = "open_article";
  table.columns = {{Phrase("office.catalogue.article"), Column::Align::start, 4},
                   {Phrase("office.makers.maker"), Column::Align::start, 2},
                   {Phrase("office.makers.price"), Column::Align::decimal, 2},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.makers.terms"), Column::Align::start, 4},
                   {Phrase("office.makers.brought"), Column::Align::decimal, 2},
                   {Phrase("office.stock.sold"), Column::Align::decimal, 2},
                   {Phrase("office.makers.lost"), Column::Align::decimal, 2},
                   {Phrase("office.stock.there"), Column::Align::decimal, 2}};
  for (const ConsignedArticle& each : all) {
    const auto article = article_of(each.terms.article);
    const ConsignedPieces& pieces = each.pieces;
    const bool look = pieces.left() < Quantity();
    table.rows.push_back({each.terms.article,
                          article ? article->picture : "",
                          {{article ? article->name : each.terms.article},
                           {maker_text(each.terms.maker)},
                           {each.terms.price},
                           {},
                           {terms_text(each.terms)},
                           {pieces.brought.text()},
                           {pieces.sold.text()},
                           {pieces.lost.text()},
                           {pieces.left().text(), look}}});
  }
  return table;
}

ui::Page OfficeConsignment::pieces_page() {
  const std::vector<ConsignedArticle> all = keep_.list();
  ui::Page page;
  page.title = Phrase("office.makers.title");
  if (book_.makers().empty()) {
    page.empty = ui::Empty{Phrase("office.makers.empty"), Phrase("office.makers.first"),
                           ui::Action{"add_maker", Phrase("office.makers.add")}};
    return page;
  }
  page.subtitle = {keep_.today()};
  page.main = ui::Action{"new_agreement", Phrase("office.makers.agree")};
  page.quiet = {{"makers", Phrase("office.makers.makers")}};
  if (all.empty()) {
    page.empty = ui::Empty{Phrase("office.makers.no_pieces"), Phrase("office.makers.agree_first"),
                           std::nullopt};
    return page;
  }
  page.form = move_form(all);
  page.table = pieces_table(all);
  return page;
}

void OfficeConsignment::enter(const ui::Values& values) {
  typed_ = values.texts;
  const auto kind = parse_consignment_move(values.text("what"));
  const auto quantity = typed_quantity(values.text("quantity"));
  if (!kind || !quantity) {
    faults_.insert_or_assign("quantity", sentence_of(StockRefusal::not_a_quantity));
    return;
  }
  const std::string code = values.text("article");
  const auto entered = keep_.enter(*kind, code, quantity.value());
  if (!entered) {
    faults_.insert_or_assign(field_of(entered.refusal()), sentence_of(entered.refusal()));
    return;
  }
  const auto article = article_of(code);
  const auto after = consigned(code);
  notice_ = {Phrase("office.makers.entered")
                 .with("article", article ? article->name : code)
                 .with("left", after->pieces.left()),
             ui::Remark::Kind::done};
  typed_.erase("quantity");
}

// ---- one article

ui::Page OfficeConsignment::article_page() {
  ui::Page page;
  page.quiet = {{"back", Phrase("office.back")}};
  const auto each = consigned(article_);
  const auto article = article_of(article_);
  page.title = article ? article->name : article_;
  if (!each) return page;
  page.subtitle = {maker_text(each->terms.maker), terms_text(each->terms),
                   Phrase("office.makers.tag").with("tag", tag_barcode(each->number))};
  page.figures = {{Phrase("office.makers.brought"), each->pieces.brought.text()},
                  {Phrase("office.makers.returned"), each->pieces.returned.text()},
                  {Phrase("office.stock.sold"), each->pieces.sold.text()},
                  {Phrase("office.stock.there"), each->pieces.left().text()}};
  ui::Form form;
  form.columns = 1;
  form.fields = {field({.key = "count",
                        .label = Phrase("office.makers.how_many_tags"),
                        .value = each->pieces.left().text()})};
  form.actions = {{"tags", Phrase("office.makers.save_tags"), article.has_value()}};
  page.form = std::move(form);
  return page;
}

ui::Next OfficeConsignment::save_tags(const ui::Values& values) {
  if (const std::string path = values.text("path"); !path.empty()) {
    const auto each = consigned(article_);
    const auto article = article_of(article_);
    if (!each || !article) return ui::Next::page();
    paper_.write_tags(*each, *article, tags_, path);
    notice_ = {Phrase("office.saved").with("file", path), ui::Remark::Kind::done};
    return ui::Next::page();
  }
  typed_ = values.texts;
  const auto count = parse_decimal(ui::trimmed(values.text("count")), 0);
  tags_ = count ? count.value() : 0;
  if (tags_ < 1 || tags_ > most_tags) {
    faults_.insert_or_assign("count", Phrase("office.makers.tags_count").with("most", most_tags));
    return ui::Next::page();
  }
  return ui::Next::save_file("tags", fmt::format("{}.pdf", article_));
}

// ---- terms

ui::Page OfficeConsignment::agreement_page() {
  ui::Page page;
  page.title = Phrase("office.makers.agree");
  page.subtitle = {Phrase("office.makers.agree_about")};
  page.narrow = true;
  std::vector<ui::Choice> articles;
  for (const Article& article : till_book_.articles(keep_.today()))
    if (article.unit == Unit::each) articles.push_back({article.code, article.name});
  std::vector<ui::Choice> makers;
  for (const Maker& maker : book_.makers())
    makers.push_back({maker_text(maker.number), maker_text(maker.number)});
  ui::Form form;
  form.fields = {field({.key = "article",
                        .kind = Field::Kind::choice,
                        .label = Phrase("office.catalogue.article"),
                        .choices = std::move(articles)}),
                 field({.key = "maker",
                        .kind = Field::Kind::choice,
                        .label = Phrase("office.makers.maker"),
                        .choices = std::move(makers)}),
                 field({.key = "share",
                        .label = Phrase("office.makers.share_percent"),
                        .hint = Phrase("office.makers.share_hint")}),
                 field({.key = "amount",
                        .label = Phrase("office.makers.amount_each")
                                     .with("currency", std::string(currency().code())),
                        .hint = Phrase("office.makers.amount_hint")}),
                 field({.key = "from",
                        .kind = Field::Kind::day,
                        .label = Phrase("office.makers.from"),
                        .value = keep_.today().text()}),
                 field({.key = "lost_is_paid",
                        .kind = Field::Kind::yes_no,
                        .label = Phrase("office.makers.lost_is_paid"),
                        .value = "no"})};
  form.actions = {{"agree", Phrase("office.settings.save")}, {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void OfficeConsignment::agree(const ui::Values& values) {
  typed_ = values.texts;
  Agreement agreement{.article = values.text("article"),
                      .maker = parse_maker_text(values.text("maker")).value_or(0),
                      .lost_is_paid = values.yes("lost_is_paid")};
  if (const std::string share = ui::trimmed(values.text("share")); !share.empty()) {
    const auto rate = ui::typed_percent(share);
    if (!rate) {
      faults_.insert_or_assign("share", sentence_of(Why::bad_share));
      return;
    }
    agreement.our_share = rate.value();
  }
  if (const std::string amount = ui::trimmed(values.text("amount")); !amount.empty()) {
    agreement.makers_amount = ui::typed_money(amount, currency());
    if (!agreement.makers_amount) {
      faults_.insert_or_assign("amount", Phrase("office.shop.fault_amount"));
      return;
    }
  }
  agreement.from = Day::parse(values.text("from"));
  if (!agreement.from) {
    faults_.insert_or_assign("from", Phrase("office.fault.day"));
    return;
  }
  const auto agreed = keep_.agree(agreement);
  if (!agreed) {
    faults_.insert_or_assign(field_of(agreed.refusal()), sentence_of(agreed.refusal()));
    return;
  }
  article_ = agreement.article;
  show(Shown::article);
  notice_ = {Phrase("office.makers.agreed"), ui::Remark::Kind::done};
}

ui::Next OfficeConsignment::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  faults_.clear();
  if (action == "back") show(behind());
  if (action == "enter") enter(values);
  if (action == "open_article") {
    article_ = values.text("row");
    show(Shown::article);
  }
  if (action == "new_agreement") show(Shown::agreement);
  if (action == "agree") agree(values);
  if (action == "tags") return save_tags(values);
  return press_makers(action, values);
}

}  // namespace tilia::pos
