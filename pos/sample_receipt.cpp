#include "pos/sample_receipt.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/chance.h"
#include "pos/ring_up_sale.h"

namespace tilia::pos {
namespace {

constexpr std::size_t most_lines = 2;

Article anything(const PaperHead& head, const Words& words) {
  const Currency currency = head.organisation.currency;
  return {.code = "sample",
          .name = words.say("pos.sample.article"),
          .price = Money::from_minor(12'000, currency),
          .vat_class = VatClass::standard,
          .unit = Unit::each,
          .barcodes = {},
          .picture = {},
          .page = {},
          .stocked = false};
}

SaleRequest request_for(const std::vector<Article>& articles, Currency currency) {
  SeededChance chance(1);
  SaleRequest request{.id = SaleId::mint(chance), .lines = {}, .tenders = {}, .donation = {}};
  Money whole = Money::zero(currency);
  for (const Article& article : articles) {
    request.lines.push_back({article.code, Quantity::from_thousandths(1'000)});
    whole += article.price;
  }
  request.tenders.push_back({TenderKind::card, whole});
  return request;
}

}  // namespace

Strip sample_receipt(const PaperHead& head, const CountryPack& pack, std::vector<Article> articles,
                     const Zone& zone, const Instant& at, const Words& words) {
  const Organisation& organisation = head.organisation;
  const auto has_no_price = [](const Article& article) { return article.price.is_zero(); };
  std::erase_if(articles, has_no_price);
  if (articles.size() > most_lines) articles.resize(most_lines, anything(head, words));
  if (articles.empty()) articles.push_back(anything(head, words));
  const BusinessDay day(zone.local_day(at));
  const SaleRequest request = request_for(articles, organisation.currency);
  const ArticleIndex index(std::move(articles));
  const PriceList prices{&index, &pack, organisation.charges_vat, organisation.currency};
  const auto priced = price_sale(request, prices, day);
  CHECK(priced.ok());
  const std::string till = organisation.shops.empty() ? "T1" : organisation.shops.front().till;
  SeededChance chance(2);
  const Sale sale{.id = request.id,
                  .till = till,
                  .session = SessionId::mint(chance),
                  .receipt = fmt::format("{}-1-1", till),
                  .at = at,
                  .business_day = day,
                  .priced = priced.value(),
                  .refund_of = {}};
  return receipt_strip(sale, head, zone, words);
}

}  // namespace tilia::pos
