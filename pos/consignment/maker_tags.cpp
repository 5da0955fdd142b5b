#include "pos/consignment/maker_tags.h"

#include <fmt/format.h>

#include "core/check.h"

namespace tilia::pos {

Strip maker_tags_strip(const ConsignedArticle& consigned, const Article& article,
                       std::int64_t count, const Words& words) {
  using Kind = StripLine::Kind;
  CHECK(count > 0 && count <= most_tags);
  StripWriter paper(fmt::format("tags-{}", consigned.number), words);
  for (std::int64_t tag = 0; tag < count; ++tag) {
    if (tag > 0) paper.rule();
    paper.line(Kind::centred, article.name);
    paper.line(Kind::title, words.amount_with_currency(article.price));
    paper.line(Kind::barcode, tag_barcode(consigned.number));
    paper.line(Kind::centred, maker_text(consigned.terms.maker));
    paper.space();
  }
  return std::move(paper).strip();
}

}  // namespace tilia::pos
