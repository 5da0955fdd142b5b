// What a scanner read: an article by one of its barcodes, or a label that the shop's own scale
// printed, with a weight or a price inside. Label rules are tried in order; the first that fits
// decides.
//
//   const LabelRule rule = LabelRule::parse("weight 21.....{NNDDD}").value();
//   auto scanned = read_scan("2112345015002", index, {rule}, currency);   // 1.500 kg
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/phrase.h"
#include "core/result.h"
#include "pos/article_index.h"
#include "pos/sale.h"

namespace tilia::pos {

// The pattern stands for the first twelve of an EAN-13's digits (a UPC-A has a 0 in front): a digit
// is itself, '.' any digit, C the inner check digit over the value, {NNDDD} the value, D its
// decimals. The article carries the same number as a barcode with 0 for value and inner check.
class LabelRule {
 public:
  enum class Kind { weight, price };  // in kilograms; of the whole label
  // "weight 21.....{NNDDD}", "price 23.....{NNNDD}". Nothing for any other text.
  [[nodiscard]] static std::optional<LabelRule> parse(std::string_view text);
  [[nodiscard]] std::string text() const;

  [[nodiscard]] Kind kind() const { return kind_; }
  struct Read {
    std::string article;  // its number, twelve digits: 0 for the value and the inner check
    std::int64_t value = 0;
    int decimals = 0;
    bool inner_check_holds = true;
  };
  // Of thirteen digits whose check digit holds; nothing where the pattern does not fit.
  [[nodiscard]] std::optional<Read> read(std::string_view ean13) const;

  friend bool operator==(const LabelRule&, const LabelRule&) = default;

 private:
  LabelRule(Kind kind, std::string pattern) : kind_(kind), pattern_(std::move(pattern)) {}

  Kind kind_;
  std::string pattern_;  // twelve characters, without the braces: value places are N and D
};

// "21" weight, "23" price: what most scales print when nobody sets anything else.
[[nodiscard]] const std::vector<LabelRule>& usual_label_rules();

enum class ScanRefusal {
  unknown,        // no article carries it
  not_read_well,  // a check digit does not hold: scan again
  not_weighed,    // a label with a weight, of an article that is sold by the piece
  nothing_on_it,  // weight or price 0
};
[[nodiscard]] Phrase sentence_of(ScanRefusal why);

struct Scanned {
  const Article* article = nullptr;
  Quantity quantity;
  std::optional<OwnPrice> price;  // of the label
};
[[nodiscard]] Result<Scanned, ScanRefusal> read_scan(std::string_view code,
                                                     const ArticleIndex& articles,
                                                     const std::vector<LabelRule>& rules,
                                                     Currency currency);

}  // namespace tilia::pos
