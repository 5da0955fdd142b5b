// The room Shop: what was sold in a period by day, by hour and by group of articles, beside what a
// day needs; how the counts of whole months agreed; and, for finance, the figures that it sets.
// Everything is a sum over all tills of a shop.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "core/clock.h"
#include "core/ui/office/room.h"
#include "core/zone.h"
#include "pos/shop_figures.h"

namespace tilia::pos {

enum class ShopFile { pdf, xlsx, csv };

class ShopFiguresPaper {
 public:
  virtual ~ShopFiguresPaper() = default;
  virtual void write(const ShopFigures& figures, ShopFile kind,
                     const std::filesystem::path& file) = 0;
};

class OfficeShop final : public ui::Room {
 public:
  OfficeShop(ShopFiguresBook& book, ShopFiguresPaper& paper, std::vector<ShopTills> shops,
             const Zone& zone, const Clock& clock, Currency currency, bool may_set)
      : book_(book),
        paper_(paper),
        shops_(std::move(shops)),
        zone_(zone),
        clock_(clock),
        currency_(currency),
        may_set_(may_set) {}

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown { figures, period, differences, set };
  struct Days {
    Day from;
    Day to;
  };

  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  [[nodiscard]] Days days() const;
  [[nodiscard]] ShopFigures figures() const;
  [[nodiscard]] ui::Text shop_name() const;
  [[nodiscard]] ui::Page figures_page() const;
  [[nodiscard]] ui::Page period_page() const;
  [[nodiscard]] ui::Page differences_page() const;
  [[nodiscard]] ui::Page set_page() const;
  void add_head(ui::Page& page, const ShopFigures& figures) const;
  void save_period(const ui::Values& values);
  void save_figure(const ui::Values& values);
  [[nodiscard]] ui::Next save(const std::string& kind, const ui::Values& values);
  [[nodiscard]] ui::Field field(ui::Field made) const;
  [[nodiscard]] std::vector<ui::Choice> shop_choices(bool with_all) const;

  ShopFiguresBook& book_;
  ShopFiguresPaper& paper_;
  std::vector<ShopTills> shops_;
  const Zone& zone_;
  const Clock& clock_;
  Currency currency_;
  bool may_set_;
  Shown shown_ = Shown::figures;
  std::string period_ = "this_month";
  std::string shop_;            // a key; empty: all
  std::optional<Days> chosen_;  // for "from_to"
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::pos
