// Keeping the catalogue by hand: what an article costs from a day on, one article added or changed,
// one taken off the shelf. What was sold stays as it was sold.
//
//   KeepCatalogue keep(book, prices, zone, clock);
//   keep.plan_price("white-loaf", tomorrow, price);
//
// A till sells at the price of its drawer's business day; an open drawer takes up what is changed
// for today as soon as its tray is empty.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/catalogue_book.h"
#include "pos/till_book.h"

namespace tilia::pos {

enum class CatalogueRefusal {
  unknown_article,
  day_is_past,     // a price of yesterday stands on receipts
  bad_price,       // negative, too large, another currency
  no_such_change,  // nothing is planned for that day
  code_is_taken,
  barcode_is_taken,
};
[[nodiscard]] std::string_view catalogue_refusal_code(CatalogueRefusal why);
[[nodiscard]] Phrase sentence_of(CatalogueRefusal why);

class KeepCatalogue {
 public:
  KeepCatalogue(TillBook& book, CatalogueBook& prices, const Zone& zone, const Clock& clock)
      : book_(book), prices_(prices), zone_(zone), clock_(clock) {}

  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  [[nodiscard]] std::optional<Article> article(const std::string& code);

  // From today on or a later day; one that was planned for that day is replaced.
  [[nodiscard]] Result<Done, CatalogueRefusal> plan_price(const std::string& code, const Day& from,
                                                          const Money& price);
  // What is planned for a day to come.
  [[nodiscard]] Result<Done, CatalogueRefusal> call_off_price(const std::string& code,
                                                              const Day& from);

  [[nodiscard]] Result<Done, CatalogueRefusal> add(const Article& article);
  [[nodiscard]] Result<Done, CatalogueRefusal> change(const Article& article);
  [[nodiscard]] Result<Done, CatalogueRefusal> put_on_shelf(const std::string& code, bool on_shelf);

 private:
  [[nodiscard]] std::optional<CatalogueRefusal> fault_of(const Article& article);

  TillBook& book_;
  CatalogueBook& prices_;
  const Zone& zone_;
  const Clock& clock_;
};

}  // namespace tilia::pos
