// Keeping the stock: something came, something was wasted and why, something was counted; and what
// is there now, with what runs low first.
//
//   KeepStock keep(book, stock, zone, clock);
//   keep.enter(StockMove::Kind::wasted, "white-loaf", Quantity::pieces(3), "too_dark");
//
// What came and what was counted only of articles that the catalogue keeps in stock; what was
// wasted of any. A count holds from its moment on; what was sold since comes off by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/stock_book.h"
#include "pos/till_book.h"

namespace tilia::pos {

enum class StockRefusal {
  unknown_article,
  not_kept,  // the catalogue says stock: no
  not_a_quantity,
  quantity_not_positive,
  quantity_not_whole,  // half a piece
  quantity_too_large,
  unknown_reason,
};
[[nodiscard]] std::string_view stock_refusal_code(StockRefusal why);
[[nodiscard]] Phrase sentence_of(StockRefusal why);

// One article that is kept in stock.
struct StockShown {
  Article article;
  std::optional<StockSince> since;  // nothing: it was never counted and never came

  [[nodiscard]] bool low() const;
};

// What was wasted or given away of one article for one reason: no sale, and no void either.
struct Wasted {
  std::string article;
  std::string name;
  Unit unit = Unit::each;
  std::string reason;
  Quantity quantity;
  Money at_price;  // as it would have been sold today

  [[nodiscard]] bool given_away() const { return reason == given_away_reason; }
};

class KeepStock {
 public:
  KeepStock(TillBook& book, StockBook& stock, const Zone& zone, const Clock& clock)
      : book_(book), stock_(stock), zone_(zone), clock_(clock) {}

  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  [[nodiscard]] Result<Done, StockRefusal> enter(StockMove::Kind kind, const std::string& article,
                                                 Quantity quantity, const std::string& reason = {});
  // What runs low first, then as the catalogue is ordered. What is off the shelf is left out.
  [[nodiscard]] std::vector<StockShown> list();
  // As the catalogue is ordered, then by reason. What went from the catalogue is not among them.
  [[nodiscard]] std::vector<Wasted> wasted(const Day& from, const Day& to);
  // The catalogue, at the prices of today.
  [[nodiscard]] std::vector<Article> articles() { return book_.articles(today()); }

 private:
  TillBook& book_;
  StockBook& stock_;
  const Zone& zone_;
  const Clock& clock_;
};

// A quantity as somebody types it, with a comma or a point.
[[nodiscard]] Result<Quantity, StockRefusal> typed_quantity(const std::string& text);

}  // namespace tilia::pos
