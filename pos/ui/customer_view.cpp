#include "pos/ui/customer_view.h"

namespace tilia::pos {
namespace {

CustomerView of_tray(Counter& counter, CustomerView view) {
  if (counter.cart().empty()) return view;
  view.kind = CustomerView::Kind::tray;
  for (const Cart::Line& line : counter.cart().lines()) {
    const Article* article = counter.shelf().article(line.article);
    if (article == nullptr) continue;
    view.lines.push_back({picture_on_tray(*article, line), name_on_tray(*article, line),
                          article->unit, line.quantity, line_amount(*article, line)});
  }
  view.to_pay = counter.total();
  return view;
}

CustomerView of_paying(Counter& counter, CustomerView view) {
  const Paying& paying = counter.paying();
  view.kind = CustomerView::Kind::paying;
  view.to_pay = paying.to_pay();
  view.got = paying.got();
  (paying.enough() ? view.back : view.still_to_pay) =
      paying.enough() ? paying.give_back() : paying.still_to_pay();
  return view;
}

CustomerView of_giving(const Giving& giving, CustomerView view) {
  view.kind = CustomerView::Kind::giving;
  view.back = giving.back();
  for (const Giving::Pile& pile : giving.piles()) view.pieces.push_back(pile.pieces);
  return view;
}

}  // namespace

CustomerView customer_view(Counter& counter) {
  CustomerView view;
  view.practice = counter.doors().organisation.practice;
  switch (counter.place()) {
    case Place::sale:
    case Place::find:
    case Place::weigh:
    case Place::line:
    case Place::line_number:
    case Place::line_price:
    case Place::line_percent:
    case Place::line_note:
    case Place::line_contents: return of_tray(counter, std::move(view));
    // What is asked there is between the till and who stands at it.
    case Place::sure:
      return counter.sure()->given ? of_paying(counter, std::move(view))
                                   : of_tray(counter, std::move(view));
    case Place::pay:
    case Place::voucher:
    case Place::account:
    case Place::gift: return of_paying(counter, std::move(view));
    case Place::change:
    case Place::more_coins:
    case Place::fiscal_number:
    case Place::fiscal_skip:
    case Place::taken_back: return of_giving(counter.giving(), std::move(view));
    default: return view;
  }
}

}  // namespace tilia::pos
