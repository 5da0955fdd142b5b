// A bakery that is small enough to read: its organisation, six articles, the law of its receipts,
// and what customers ask for. For tests and benches of the book.
#pragma once

#include <string>
#include <vector>

#include "core/chance.h"
#include "pos/country_pack.h"
#include "pos/ring_up_sale.h"
#include "pos/shop.h"

namespace tilia::db {

inline Money dinars(std::int64_t whole) {
  return Money::from_minor(whole * 100, *Currency::from_code("RSD"));
}

inline pos::Organisation small_bakery() {
  return {.name = "Zrno",
          .address = "",
          .tax_number = "",
          .country = "RS",
          .zone = "Europe/Belgrade",
          .language = "sr-Latn",
          .currency = *Currency::from_code("RSD"),
          .charges_vat = true,
          .practice = true,
          .shops = {{.name = "Zrno", .kind = "bakery", .till = "T1"}}};
}

inline std::vector<pos::Article> six_articles() {
  std::vector<pos::Article> articles;
  for (const char* code : {"bread", "roll", "cake", "coffee", "juice", "pie"}) {
    const auto price = static_cast<std::int64_t>(articles.size() + 1) * 40;
    const bool food = articles.size() < 3;
    articles.push_back({.code = code,
                        .name = code,
                        .price = dinars(price),
                        .vat_class = food ? pos::VatClass::reduced : pos::VatClass::standard,
                        .unit = pos::Unit::each,
                        .barcodes = {},
                        .picture = "",
                        .page = "all",
                        .stocked = false});
  }
  return articles;
}

// Two VAT rates and no cash rounding: what these tests need of a country.
inline pos::CountryPack plain_pack() {
  const Day long_ago = *Day::from(2012, 10, 1);
  const auto rate = [&](pos::VatClass vat_class, const char* percent) {
    return pos::DatedVatRate{vat_class, long_ago, Rate::parse_percent(percent).value()};
  };
  const auto piece = [](std::int64_t worth) {
    return pos::Piece{pos::Piece::Kind::coin, dinars(worth), "", "", 0, 0};
  };
  const Currency rsd = *Currency::from_code("RSD");
  return {"RS",
          rsd,
          "Europe/Belgrade",
          "sr-Latn",
          pos::VatTable({rate(pos::VatClass::standard, "20"), rate(pos::VatClass::reduced, "10")}),
          {Money::from_minor(1, rsd), Rounding::half_up},
          {piece(100), piece(10), piece(1)},
          pos::FiscalDuty::none,
          {}};
}

// A cash sale of so many lines, paid with more than enough.
inline pos::SaleRequest cash_sale(int lines, Chance& chance) {
  const auto articles = six_articles();
  pos::SaleRequest request{.id = pos::SaleId::mint(chance),
                           .lines = {},
                           .tenders = {{pos::TenderKind::cash, dinars(10'000)}},
                           .donation = {}};
  for (int line = 0; line < lines; ++line)
    request.lines.push_back({articles.at(chance.below(articles.size())).code,
                             Quantity::pieces(1 + static_cast<std::int64_t>(chance.below(3)))});
  return request;
}

}  // namespace tilia::db
