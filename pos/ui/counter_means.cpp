// The counter's other means: vouchers, accounts, a tip; and what is sold that is no article.
#include <algorithm>

#include "pos/ui/counter.h"

namespace tilia::pos {

bool Counter::takes_vouchers() const { return doors_.tenders != nullptr; }

// Of every other account there is nothing to choose.
void Counter::read_accounts(bool to_be_paid) {
  accounts_.clear();
  account_page_ = 0;
  if (doors_.tenders == nullptr) return;
  const Money none = Money::zero(currency());
  for (CustomerAccount& account : doors_.tenders->accounts()) {
    if (!account.owed.same_currency(none)) continue;
    if (to_be_paid ? account.owed > none : !account.closed) accounts_.push_back(std::move(account));
  }
}

std::size_t Counter::account_pages() const {
  return std::max<std::size_t>(1, (accounts_.size() + accounts_on_page - 1) / accounts_on_page);
}

void Counter::turn_accounts(int by) {
  const auto wanted = static_cast<std::int64_t>(account_page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(account_pages()))
    account_page_ = static_cast<std::size_t>(wanted);
}

std::vector<const CustomerAccount*> Counter::accounts() const {
  std::vector<const CustomerAccount*> shown;
  for (std::size_t i = account_page_ * accounts_on_page;
       i < accounts_.size() && shown.size() < accounts_on_page; ++i)
    shown.push_back(&accounts_[i]);
  return shown;
}

// ---- paying

void Counter::pay_by_voucher() {
  notice_.reset();
  if (place_ == Place::pay && takes_vouchers() && !paying_->for_voucher().is_zero())
    go(Place::voucher);
}

// What it holds is asked when it is scanned, and looked at again when the sale is entered.
void Counter::voucher_typed() {
  notice_.reset();
  if (place_ != Place::voucher || typed_.empty()) return;
  using Why = SaleRefusal::Why;
  const auto no = [this](Why why) {
    typed_.clear();
    notice_ = Notice{sentence_of(SaleRefusal{why, ""}), Notice::Button::none};
  };
  const auto number = plain_voucher_number(typed_);
  const auto voucher = number ? doors_.tenders->voucher(*number) : std::nullopt;
  if (!voucher || voucher->value.currency() != currency()) return no(Why::voucher_unknown);
  if (!voucher->valid_on(catalogue_day())) return no(Why::voucher_expired);
  if (voucher->balance.is_zero() || paying_->uses(*number)) return no(Why::voucher_used_up);
  paying_->use_voucher(*number, voucher->balance);
  go(Place::pay);
}

void Counter::voucher_scanned(const std::string& code) {
  if (!takes_vouchers() || paying_->for_voucher().is_zero()) return;
  go(Place::voucher);
  typed_ = code;
  voucher_typed();
  if (place_ == Place::voucher) go(Place::pay);
}

void Counter::pay_on_account() {
  notice_.reset();
  if (place_ != Place::pay || paying_->for_account().is_zero()) return;
  read_accounts(/*to_be_paid=*/false);
  go(Place::account);
}

// The no comes from the till.
void Counter::choose_account(std::size_t shown) {
  notice_.reset();
  const auto page = accounts();
  if (shown >= page.size()) return;
  const CustomerAccount account = *page[shown];
  if (place_ == Place::account_to_pay) {
    paid_account_ = account;
    moving_ = {CashMove::Direction::in, "", {}};
    return go(Place::account_sum);
  }
  if (place_ != Place::account) return;
  if (paying_->for_account() > account.room()) {
    notice_ = Notice{Phrase("pos.refusal.account_full"), Notice::Button::none};
    return;
  }
  paying_->pay_rest_on_account(account.code);
  go(Place::pay);
}

// Where the shop takes tips it is asked which of the two it is.
void Counter::leave_the_change() {
  notice_.reset();
  if (place_ != Place::pay || !paying_->can_give_change()) return;
  if (!rules_.tips || paying_->change_is_given()) return paying_->give_the_change();
  go(Place::gift);
}

void Counter::gift_is(Paying::Gift gift) {
  notice_.reset();
  if (place_ != Place::gift) return;
  paying_->give_the_change(gift);
  go(Place::pay);
}

Place Counter::before_paying() const {
  if (sold_voucher_) return Place::voucher_value;
  if (early_.paid) return sells_package() ? Place::packages : Place::order_sum;
  return account_payment_ ? Place::account_sum : Place::sale;
}

// What goes into the book beside the articles.
std::vector<Extra> Counter::extras() const {
  std::vector<Extra> extras;
  if (sold_voucher_) extras.push_back({ExtraKind::voucher_sold, *sold_voucher_});
  if (account_payment_)
    extras.push_back({ExtraKind::account_paid, *account_payment_, paid_account_->code});
  if (early_.paid) extras.push_back(*early_.paid);
  if (const auto tip = paying_->tip()) extras.push_back({ExtraKind::tip, *tip});
  return extras;
}

void Counter::undo_other_means() {
  switch (place_) {
    case Place::change:
    case Place::taken_back:
      if (giving().can_undo()) {
        giving().undo();
      } else {
        made_a_mistake();
      }
      break;
    case Place::voucher:
    case Place::account:
    case Place::gift: go(Place::pay); break;
    case Place::account_to_pay: go(Place::own_more); break;
    case Place::voucher_value:
    case Place::account_sum:
      if (!moving_.pieces.empty()) {
        moving_.pieces.pop_back();
      } else {
        go(place_ == Place::account_sum ? Place::account_to_pay : Place::own_more);
      }
      break;
    default: break;
  }
}

// ---- vouchers that are sold, accounts that are paid

bool Counter::can_sell_others() const { return takes_vouchers() && cart_.empty(); }

void Counter::sell_voucher() {
  notice_.reset();
  if (place_ != Place::own_more || !can_sell_others()) return;
  moving_ = {CashMove::Direction::in, "", {}};
  go(Place::voucher_value);
}

void Counter::voucher_value_done() {
  notice_.reset();
  if (place_ != Place::voucher_value || moving_.pieces.empty()) return;
  read_rules();
  account_payment_.reset();
  early_.paid.reset();
  sold_voucher_ = moved_sum();
  paying_.emplace(doors_.pack, *sold_voucher_, Money::zero(currency()));
  go(Place::pay);
}

void Counter::account_is_paid() {
  notice_.reset();
  if (place_ != Place::own_more || !can_sell_others()) return;
  read_accounts(/*to_be_paid=*/true);
  go(Place::account_to_pay);
}

// Of what was tapped as much as is owed; the rest is change.
Money Counter::account_takes() const {
  return std::min(moved_sum(), paid_account_ ? paid_account_->owed : Money::zero(currency()));
}

void Counter::account_sum_done() {
  notice_.reset();
  if (place_ != Place::account_sum || moving_.pieces.empty() || !paid_account_) return;
  SaleRequest request{cart_.id(), {}, {{TenderKind::cash, moved_sum()}}, std::nullopt};
  request.extras = {{ExtraKind::account_paid, account_takes(), paid_account_->code}};
  enter(request, moving_.pieces);
}

void Counter::account_by_card() {
  notice_.reset();
  if (place_ != Place::account_sum || !paid_account_) return;
  read_rules();
  sold_voucher_.reset();
  early_.paid.reset();
  account_payment_ = moving_.pieces.empty() ? paid_account_->owed : account_takes();
  paying_.emplace(doors_.pack, *account_payment_, Money::zero(currency()));
  paying_->pay_rest_by_card();
  go(Place::pay);
}

}  // namespace tilia::pos
