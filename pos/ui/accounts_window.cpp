#include "pos/ui/accounts_window.h"

namespace tilia::pos {

static_assert(Counter::accounts_on_page == TilesWindow::most_tiles);

AccountsWindow::AccountsWindow(wxWindow* parent, const Desk& desk)
    : TilesWindow(
          parent, desk, [this](std::size_t which) { counter().choose_account(which); },
          [this](int by) { counter().turn_accounts(by); }) {}

void AccountsWindow::refresh() {
  const bool paid = counter().place() == Place::account_to_pay;
  Shown shown{.question = say(paid ? "till.account.whose_is_paid" : "till.account.whose"),
              .if_none = say(paid ? "till.account.nobody_owes" : "till.account.nobody"),
              .faces = {},
              .page = counter().account_page(),
              .pages = counter().account_pages()};
  for (const CustomerAccount* account : counter().accounts())
    shown.faces.push_back(
        {.picture = account->picture, .name = account->name, .price = {}, .badge = ""});
  show(shown);
}

}  // namespace tilia::pos
