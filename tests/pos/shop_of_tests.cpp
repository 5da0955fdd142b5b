#include "tests/pos/shop_of_tests.h"

#include <fmt/format.h>

namespace tilia::pos::tests {
namespace {

std::pair<std::string, std::string> two_words(const std::string& text) {
  const auto space = text.find(' ');
  return {text.substr(0, space), text.substr(space + 1)};
}

}  // namespace

Currency currency(const std::string& code) { return *Currency::from_code(code); }
Money money(const std::string& text, const std::string& code) {
  return Money::parse(text, currency(code)).value();
}
Quantity quantity(const std::string& text) { return Quantity::parse(text).value(); }
Day day(const std::string& iso) { return *Day::parse(iso); }

SaleId sale_id(std::uint8_t number) {
  IdBytes bytes{};
  bytes.back() = number;
  return SaleId::from_bytes(bytes);
}

CountryPack pack(const std::string& country, const std::string& on) {
  return *load_country_pack(TILIA_SOURCE "/pos/rules", country, day(on));
}

Words words(Language language) { return {language, TILIA_SHARE "/locale"}; }

std::vector<Article> articles(Currency of) {
  const auto article = [&](const char* code, const char* name, const char* price,
                           VatClass vat_class, Unit unit) {
    return Article{code,   name, Money::parse(price, of).value(), vat_class, unit, {}, "",
                   "Shop", false};
  };
  return {article("white-loaf", "White loaf", "1.20", VatClass::reduced, Unit::each),
          article("cake", "Cake", "3.00", VatClass::standard, Unit::each),
          article("flour-kg", "Flour", "1.99", VatClass::reduced, Unit::kg),
          article("book", "Book", "10.00", VatClass::zero, Unit::each),
          article("free-jar", "Jar", "0.00", VatClass::standard, Unit::each)};
}

Organisation organisation(const CountryPack& of) {
  return {.name = "Open Hands",
          .address = "Lipa 5\n11000 Beograd",
          .tax_number = "100000024",
          .country = of.country,
          .zone = of.zone,
          .language = of.language,
          .currency = of.currency,
          .charges_vat = true,
          .practice = false,
          .shops = {{"Bakery at the Linden", "bakery", "T1"}}};
}

SaleRequest request(std::uint8_t id, const std::vector<std::string>& lines,
                    const std::vector<std::string>& tenders, Currency of,
                    const std::string& donation) {
  SaleRequest asked{sale_id(id), {}, {}, std::nullopt};
  for (const std::string& line : lines) {
    const auto [article, count] = two_words(line);
    asked.lines.push_back({article, quantity(count)});
  }
  for (const std::string& tender : tenders) {
    const auto [kind, amount] = two_words(tender);
    asked.tenders.push_back(
        {kind == "cash" ? TenderKind::cash : TenderKind::card, Money::parse(amount, of).value()});
  }
  if (!donation.empty()) asked.donation = Money::parse(donation, of).value();
  return asked;
}

std::string text_of(const std::optional<std::vector<CountedPiece>>& pieces) {
  if (!pieces) return "none";
  std::string text;
  for (const CountedPiece& piece : *pieces)
    text += fmt::format("{}{} x {}", text.empty() ? "" : ", ", piece.count, piece.value.text());
  return text;
}

std::string text_of(const std::vector<VatSum>& vat) {
  std::string text;
  for (const VatSum& sum : vat)
    text += fmt::format("{}{} {} %: {} = {} + {}", text.empty() ? "" : "; ",
                        vat_class_text(sum.vat_class), sum.rate.percent_text(), sum.gross.text(),
                        sum.net.text(), sum.vat.text());
  return text;
}

}  // namespace tilia::pos::tests
