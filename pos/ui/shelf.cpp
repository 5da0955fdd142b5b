#include "pos/ui/shelf.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/letters.h"

namespace tilia::pos {
namespace {

constexpr const char* best_sellers_picture = "⭐";

}  // namespace

Shelf::Shelf(const ArticleIndex& articles, const std::vector<std::string>& best_sellers,
             std::size_t most_best_sellers)
    : index_(&articles) {
  std::unordered_map<std::string_view, std::size_t> tab_of;
  for (const Article& article : articles.articles()) {
    if (!article.on_shelf) continue;  // it may lie on a tray that waits
    named_.push_back({lower_case(article.name), &article});
    const auto [found, is_new] = tab_of.emplace(article.page, tabs_.size());
    if (is_new) tabs_.push_back({article.page, article.picture, false, {}});
    tabs_[found->second].articles.push_back(&article);
  }
  if (named_.size() <= most_best_sellers) return;
  std::unordered_set<std::string_view> chosen;
  for (const std::string& code : best_sellers) {
    const Article* article = index_->by_code(code);
    if (chosen.size() < most_best_sellers && article != nullptr && article->on_shelf)
      chosen.insert(article->code);
  }
  if (chosen.empty()) return;
  Tab best{.name = "", .picture = best_sellers_picture, .of_best_sellers = true, .articles = {}};
  for (const Named& each : named_)
    if (chosen.contains(each.article->code)) best.articles.push_back(each.article);
  tabs_.insert(tabs_.begin(), std::move(best));
}

std::vector<const Article*> Shelf::named(std::string_view text, std::size_t limit) const {
  const std::string wanted = lower_case(text);
  std::vector<const Article*> begins;
  std::vector<const Article*> holds;
  for (const Named& each : named_) {
    const auto at = each.lower_name.find(wanted);
    if (at == std::string::npos) continue;
    auto& found = at == 0 ? begins : holds;
    if (found.size() < limit) found.push_back(each.article);
    if (begins.size() == limit) break;
  }
  begins.insert(begins.end(), holds.begin(), holds.end());
  if (begins.size() > limit) begins.resize(limit);
  return begins;
}

std::vector<std::string> Shelf::letters() const {
  std::set<std::string> letters;
  for (const Named& each : named_) {
    for (const std::string_view letter : letters_of(each.article->name)) {
      std::string capital = capital_of(letter);
      if (capital != lower_case(capital)) letters.insert(std::move(capital));
    }
  }
  return {letters.begin(), letters.end()};
}

}  // namespace tilia::pos
