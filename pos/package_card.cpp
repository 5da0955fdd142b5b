#include "pos/package_card.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {

Strip package_card_strip(const Package& package, const std::vector<Article>& articles,
                         const PaperHead& head, const std::string& till, const Words& words) {
  using Kind = StripLine::Kind;
  StripWriter paper(fmt::format("package-{}", package.number), words);
  write_head(paper, head, till);
  paper.space();
  paper.line(Kind::title, words.say(Phrase("pos.paper.package").with("number", package.number)));
  const auto article = std::ranges::find(articles, package.article, &Article::code);
  paper.line(Kind::centred,
             fmt::format("{} × {}", package.times,
                         article == articles.end() ? package.article : article->name));
  paper.line(Kind::centred, words.day(package.since));
  paper.rule();
  paper.total(Phrase("pos.paper.paid_early"), package.price);
  paper.line(Kind::title, words.say(Phrase("pos.paper.times_left")
                                        .with("left", times_left(package))
                                        .with("times", package.times)));
  paper.space();
  paper.line(Kind::barcode, package_barcode(package.number));
  paper.centred(Phrase("pos.paper.bring_card"));
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

}  // namespace tilia::pos
