#include "pos/ui/contents_window.h"

#include <fmt/format.h>

namespace tilia::pos {
namespace {

constexpr int columns = 5;  // of three rows: all fourteen stand on one page

}  // namespace

// A tile only tells; a tap on it goes back, as the button does.
ContentsWindow::ContentsWindow(wxWindow* parent, const Desk& desk)
    : TilesWindow(
          parent, desk, [this](std::size_t) { counter().undo(); }, {}, columns) {}

void ContentsWindow::refresh() {
  const Article* article = counter().opened_article();
  const auto contents = counter().contents();
  if (article == nullptr || !contents) return;
  Shown shown{.question = desk().words.say(Phrase("till.contents.of").with("name", article->name)),
              .if_none = say("till.contents.none"),
              .faces = {}};
  for (const Allergen allergen : *contents)
    shown.faces.push_back({.picture = std::string(allergen_picture(allergen)),
                           .name = say(fmt::format("pos.allergen.{}", allergen_text(allergen))),
                           .price = {},
                           .badge = {}});
  show(shown);
}

}  // namespace tilia::pos
