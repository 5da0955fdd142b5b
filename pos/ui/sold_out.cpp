#include "pos/ui/sold_out.h"

#include <algorithm>
#include <sstream>

namespace tilia::pos {

void SoldOut::read(const Day& day) {
  if (read_ == day.text()) return;
  read_ = day.text();
  articles_.clear();
  std::istringstream kept(store_.load().value_or(""));
  std::string of_day;
  std::string article;
  if (!std::getline(kept, of_day) || of_day != read_) return;
  while (std::getline(kept, article))
    if (!article.empty()) articles_.push_back(article);
}

bool SoldOut::is(const std::string& article, const Day& day) {
  read(day);
  return std::ranges::find(articles_, article) != articles_.end();
}

void SoldOut::mark(const std::string& article, bool sold_out, const Day& day) {
  if (is(article, day) == sold_out) return;
  if (sold_out)
    articles_.push_back(article);
  else
    std::erase(articles_, article);
  std::string text = read_ + '\n';
  for (const std::string& each : articles_) text += each + '\n';
  store_.save(text);
}

}  // namespace tilia::pos
