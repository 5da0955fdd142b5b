// The room Catalogue: what the shop sells. One article added or changed, what it costs from a day
// on, off the shelf and on it again; a file of articles, which is shown before anything of it is
// written; and all of it as a file.
#pragma once

#include <map>

#include "core/ui/office/name_check.h"
#include "pos/catalogue_preview.h"
#include "pos/country_pack.h"
#include "pos/keep_catalogue.h"
#include "pos/ui/office_doors.h"

namespace tilia::pos {

class OfficeCatalogue final : public ui::Room {
 public:
  OfficeCatalogue(TillBook& book, CatalogueBook& prices, CatalogueFiles& files,
                  const CountryPack& pack, const Zone& zone, const Clock& clock)
      : book_(book),
        prices_(prices),
        files_(files),
        pack_(pack),
        clock_(clock),
        keep_(book, prices, zone, clock) {}

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

  static constexpr std::size_t most_rows = 200;    // more are found by typing
  static constexpr std::size_t few_articles = 12;  // are seen at one look

 private:
  enum class Shown { list, article, new_article, preview };

  [[nodiscard]] ui::Page list_page();
  [[nodiscard]] ui::Form search_form(const std::vector<Article>& articles) const;
  [[nodiscard]] ui::Table table_of(const std::vector<Article>& articles, std::size_t& found) const;
  [[nodiscard]] bool is_searched(const Article& article) const;

  // One article (office_article.cpp).
  [[nodiscard]] ui::Page article_page();
  [[nodiscard]] ui::Form article_form();
  void add_field(ui::Form& form, ui::Field field);
  [[nodiscard]] ui::Table price_table() const;
  void open_article(const std::string& code);
  void open_new_article();
  void save_article(const ui::Values& values);
  [[nodiscard]] std::optional<Article> typed_article();
  [[nodiscard]] std::optional<PriceChange> typed_price();
  void refuse(CatalogueRefusal why);
  void press_price(const std::string& day);
  void put_on_shelf(bool on_shelf);
  void take_picture(const std::string& path);

  // A file (office_import.cpp).
  [[nodiscard]] ui::Page preview_page();
  [[nodiscard]] ui::Table problem_table() const;
  [[nodiscard]] ui::Table change_table() const;
  void look_at_file(const std::string& path);
  void take_in();
  void export_to(const std::string& path);

  TillBook& book_;
  CatalogueBook& prices_;
  CatalogueFiles& files_;
  const CountryPack& pack_;
  const Clock& clock_;
  KeepCatalogue keep_;
  Shown shown_ = Shown::list;
  std::string search_;
  std::string page_of_shelf_;  // that is looked at; empty: all
  std::string code_;           // of the article that is open
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  ui::NameCheck names_;
  std::string csv_;
  std::string path_;  // of the file that is looked at
  CataloguePreview preview_;
  std::optional<ui::Remark> notice_;
  std::optional<ui::Remark> caution_;  // beside what was done
};

}  // namespace tilia::pos
