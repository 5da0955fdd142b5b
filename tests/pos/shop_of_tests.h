// Words that the counter's tests share: money and quantities from text, the real rule files, a
// small shop.
#pragma once

#include <string>
#include <vector>

#include "core/chance.h"
#include "core/phrase.h"
#include "pos/country_pack.h"
#include "pos/ring_up_sale.h"
#include "pos/shop.h"

namespace tilia::pos::tests {

[[nodiscard]] Currency currency(const std::string& code);
[[nodiscard]] Money money(const std::string& text, const std::string& code = "EUR");
[[nodiscard]] Quantity quantity(const std::string& text);
[[nodiscard]] Day day(const std::string& iso);
[[nodiscard]] SaleId sale_id(std::uint8_t number);
[[nodiscard]] CountryPack pack(const std::string& country, const std::string& on = "2026-03-02");
[[nodiscard]] Words words(Language language = Language::english);

// white-loaf 1.20 reduced, cake 3.00 standard, flour-kg 1.99 the kilogram reduced, book 10.00 zero,
// free-jar 0.00.
[[nodiscard]] std::vector<Article> articles(Currency currency);
[[nodiscard]] Organisation organisation(const CountryPack& pack);

// "white-loaf 2" and "cash 10.00" as a request.
[[nodiscard]] SaleRequest request(std::uint8_t id, const std::vector<std::string>& lines,
                                  const std::vector<std::string>& tenders, Currency currency,
                                  const std::string& donation = {});
// "1 x 5.00, 2 x 0.20"; nothing: "none".
[[nodiscard]] std::string text_of(const std::optional<std::vector<CountedPiece>>& pieces);
[[nodiscard]] std::string text_of(
    const std::vector<VatSum>& vat);  // "standard 20 %: 5.00 = 4.17 + 0.83"

}  // namespace tilia::pos::tests
