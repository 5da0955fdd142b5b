#include "pos/ui/waste_window.h"

namespace tilia::pos {

static_assert(WasteScreen::articles_on_page == TilesWindow::most_tiles);

WasteWindow::WasteWindow(wxWindow* parent, const Desk& desk)
    : TilesWindow(
          parent, desk,
          [this](std::size_t which) {
            counter().at_waste([which](WasteScreen& waste) { waste.choose(which); });
          },
          [this](int by) {
            counter().at_waste([by](WasteScreen& waste) { waste.turn_page(by); });
          }) {}

void WasteWindow::refresh() {
  const WasteScreen& waste = counter().waste();
  Shown shown{.question = say("till.waste.which"),
              .if_none = say("till.waste.nothing_on_shelf"),
              .faces = {},
              .page = waste.page(),
              .pages = waste.pages()};
  for (const Article* article : waste.articles())
    shown.faces.push_back({.picture = article->picture,
                           .name = article->name,
                           .price = {},
                           .badge = "",
                           .faded = counter().is_sold_out(article->code)});
  show(shown);
}

}  // namespace tilia::pos
