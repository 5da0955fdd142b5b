#include "pos/ui/packages_window.h"

#include <fmt/format.h>

namespace tilia::pos {

static_assert(PackagesScreen::offers_on_page + 1 == TilesWindow::most_tiles);

PackagesWindow::PackagesWindow(wxWindow* parent, const Desk& desk)
    : TilesWindow(
          parent, desk,
          [this](std::size_t which) {
            which == 0 ? counter().type_package_number() : counter().sell_package(which - 1);
          },
          [this](int by) { counter().turn_packages(by); }) {}

void PackagesWindow::refresh() {
  const PackagesScreen& packages = counter().packages();
  Shown shown{.question = say("till.package.which"),
              .if_none = {},
              .faces = {},
              .page = packages.page(),
              .pages = packages.pages()};
  shown.faces.push_back(
      {.picture = "🎫", .name = say("till.package.use_card"), .price = {}, .badge = ""});
  for (const PackageOffer* offer : packages.shown()) {
    const Article* article = counter().shelf().article(offer->article);
    const std::string name = article == nullptr ? offer->article : article->name;
    shown.faces.push_back({.picture = article == nullptr ? "🎫" : article->picture,
                           .name = fmt::format("{} × {}", offer->times, name),
                           .price = desk().amount(offer->price, false),
                           .badge = ""});
  }
  show(shown);
}

}  // namespace tilia::pos
