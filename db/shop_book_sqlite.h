// What a shop sold, from the sums that its sessions keep; of a session that is still open, hours
// and groups come from its own lines. Amounts of another currency than the book's (a country
// changed its money) are not among them.
#pragma once

#include <string>
#include <vector>

#include "core/zone.h"
#include "db/book_file.h"
#include "db/rebuild.h"
#include "pos/shop_figures.h"

namespace tilia::db {

class ShopBookSqlite final : public pos::ShopFiguresBook {
 public:
  ShopBookSqlite(BookFile& book, const Zone& zone) : book_(book), zone_(zone) {}

  [[nodiscard]] pos::ShopFigures figures(const Day& from, const Day& to,
                                         const std::string& shop) override;
  [[nodiscard]] std::vector<pos::ShopFigure> set_figures() override;
  void set_figure(const pos::ShopFigure& figure, const Instant& at) override;

 private:
  BookFile& book_;
  const Zone& zone_;
};

// The figures that finance sets.
[[nodiscard]] Projection shop_figures_projection();

}  // namespace tilia::db
