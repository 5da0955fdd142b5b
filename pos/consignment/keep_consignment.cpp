#include "pos/consignment/keep_consignment.h"

#include <algorithm>

namespace tilia::pos {
namespace {

using Refusal = ConsignmentRefusal;

const ConsignedArticle* find(const std::vector<ConsignedArticle>& all, const std::string& code) {
  const auto found = std::ranges::find_if(
      all, [&](const ConsignedArticle& each) { return each.terms.article == code; });
  return found == all.end() ? nullptr : &*found;
}

bool good_share(const Agreement& agreement, const Money& price) {
  if (agreement.our_share.has_value() == agreement.makers_amount.has_value()) return false;
  if (agreement.our_share)
    return agreement.our_share->millionths() >= 0 &&
           agreement.our_share->millionths() <= Rate::one_in_millionths;
  return agreement.makers_amount->same_currency(price) && !agreement.makers_amount->negative() &&
         *agreement.makers_amount <= price;
}

}  // namespace

bool KeepConsignment::known(std::int64_t maker) {
  const std::vector<Maker> makers = book_.makers();
  return std::ranges::find(makers, maker, &Maker::number) != makers.end();
}

void KeepConsignment::put_tag_on(Article article, std::int64_t number) {
  const std::string tag = tag_barcode(number);
  if (std::ranges::find(article.barcodes, tag) != article.barcodes.end()) return;
  article.barcodes.push_back(tag);
  till_book_.put_articles({article}, clock_.now());
}

Result<ConsignedArticle, ConsignmentRefusal> KeepConsignment::agree(const Agreement& agreement) {
  const Day from = agreement.from.value_or(today());
  if (from < today()) return Refusal::day_is_past;
  const std::vector<Article> articles = till_book_.articles(from);
  const auto article = std::ranges::find(articles, agreement.article, &Article::code);
  if (article == articles.end()) return Refusal::unknown_article;
  if (article->unit != Unit::each) return Refusal::not_by_piece;
  if (!good_share(agreement, article->price)) return Refusal::bad_share;
  const auto agreed = book_.agree({.article = agreement.article,
                                   .maker = agreement.maker,
                                   .from = from,
                                   .price = article->price,
                                   .our_share = agreement.our_share,
                                   .makers_amount = agreement.makers_amount,
                                   .lost_is_paid = agreement.lost_is_paid},
                                  clock_.now());
  if (!agreed) return agreed.refusal();
  const std::vector<ConsignedArticle> all = book_.consigned(from);
  const ConsignedArticle* consigned = find(all, agreement.article);
  CHECK(consigned != nullptr);
  // With the price of today: what is put into the catalogue holds from now on.
  const std::vector<Article> now = till_book_.articles(today());
  put_tag_on(*std::ranges::find(now, agreement.article, &Article::code), consigned->number);
  return *consigned;
}

Result<SettledMove, ConsignmentRefusal> KeepConsignment::enter(ConsignmentMove::Kind kind,
                                                               const std::string& article,
                                                               Quantity quantity) {
  return book_.enter({kind, article, quantity, today()}, clock_.now());
}

Money KeepConsignment::owed(std::int64_t maker) {
  const Day day = today();
  return statement_of(maker, book_.events(maker), book_.payments(maker), day, day, currency()).owed;
}

Result<MakerStatement, ConsignmentRefusal> KeepConsignment::statement(std::int64_t maker,
                                                                      const Month& month) {
  if (!known(maker)) return Refusal::unknown_maker;
  return statement_of(maker, book_.events(maker), book_.payments(maker), month.first_day(),
                      month.last_day(), currency());
}

Result<std::vector<MakersToPay>, ConsignmentRefusal> KeepConsignment::to_pay(const Month& month) {
  if (month.last_day() >= today()) return Refusal::not_over;
  std::vector<MakersToPay> all;
  for (const Maker& maker : book_.makers()) {
    const Money amount = payable(book_.events(maker.number), book_.payments(maker.number),
                                 month.last_day(), currency());
    if (!amount.is_zero()) all.push_back({maker.number, amount});
  }
  return all;
}

Result<std::vector<MakerPayment>, ConsignmentRefusal> KeepConsignment::pay(
    const std::vector<std::int64_t>& makers, const Month& month, const IdBytes& actor) {
  if (month.last_day() >= today()) return Refusal::not_over;
  return book_.pay(makers, month.last_day(), today(), actor, clock_.now());
}

}  // namespace tilia::pos
